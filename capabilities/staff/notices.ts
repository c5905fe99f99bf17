import { defineNotice } from '#engine/notice/define-notice.ts'
import { words } from '#engine/text/words.ts'

export const holidaysUnknown = defineNotice('staff.holidaysUnknown', {
  words: words('放假安排尚未导入', 'Public holidays not imported'),
  hint: words('只通知系统管理员', 'Administrators only'),
  text: words('{year} 年的放假安排还没有导入', 'The public holidays of {year} have not been imported'),
  sight: 'card',
  mail: 'digest',
  path: '/import/specialDay',
})
