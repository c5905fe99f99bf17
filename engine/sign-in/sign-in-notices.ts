import { defineNotice } from '#engine/notice/define-notice.ts'
import { words } from '#engine/text/words.ts'

/** What is told of one's own account. */
export const securityNotice = defineNotice('security', {
  words: words('登录与安全', 'Sign-in and security'),
  hint: words('登录失败、密码或两步验证的变更', 'Failed sign-ins, changes of password or second factor'),
  text: words('{what}', '{what}'),
  mail: 'now',
  path: '/security',
})
