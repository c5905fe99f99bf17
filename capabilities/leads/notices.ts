import { defineNotice } from '#engine/notice/define-notice.ts'
import { words } from '#engine/text/words.ts'

export const leadGiven = defineNotice('leads.given', {
  words: words('分到线索', 'A lead is given to you'),
  hint: words('新负责人', 'Its new owner'),
  text: words('线索 {title} 分给了您：{why}', 'The lead {title} is yours: {why}'),
  mail: 'now',
})
