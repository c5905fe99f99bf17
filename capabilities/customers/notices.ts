import { defineNotice } from '#engine/notice/define-notice.ts'
import { words } from '#engine/text/words.ts'

export const requestDue = defineNotice('customers.requestDue', {
  words: words('个人信息请求将到期', 'A subject request is due soon'),
  hint: words('负责人与系统管理员', 'The owner of the customer and administrators'),
  text: words('个人信息请求 {title} 须在 {due} 前办结', 'The subject request {title} is due by {due}'),
  sight: 'card',
  mail: 'now',
})

export const requestLate = defineNotice('customers.requestLate', {
  words: words('个人信息请求已逾期', 'A subject request is overdue'),
  hint: words('负责人与系统管理员，每天一次', 'The owner of the customer and administrators, once a day'),
  text: words('个人信息请求 {title} 已逾期（期限 {due}）', 'The subject request {title} is overdue (it was due by {due})'),
  sight: 'card',
  mail: 'now',
})

export const retentionStopped = defineNotice('customers.retentionStopped', {
  words: words('保存期限自动停止', 'A retention rule stopped itself'),
  hint: words('负责人与系统管理员', 'Its owner and administrators'),
  text: words('保存期限 {title} 已自动停止', 'The retention rule {title} stopped itself'),
  detail: words('查看原因，重新试运行后再启用', 'See why, try it again and switch it on'),
  mail: 'now',
})

export const looksFound = defineNotice('customers.looksFound', {
  words: words('下属无当前原因的查看', 'Looks without a current reason'),
  hint: words('每周一，只通知上级', 'On Mondays, supervisors only'),
  text: words('上周您的下属有 {n} 次无当前原因的查看', 'Your people looked at {n} customers without a current reason last week'),
  mail: 'digest',
  path: '/looks',
})
