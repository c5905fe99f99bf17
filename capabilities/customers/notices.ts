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

export const returnsSoon = defineNotice('customers.returnsSoon', {
  words: words('客户将退回公海', 'Customers are about to return to a pool'),
  hint: words('只通知负责人：提前几天和最后一天', 'Their owner only: some days before, and on the last day'),
  text: words('您有 {n} 位客户将退回公海，最早 {until}', '{n} of your customers are about to return to a pool, the first on {until}'),
  mail: 'digest',
  path: '/pool/{pool}',
})

export const poolStopped = defineNotice('customers.poolStopped', {
  words: words('公海自动停止退回', 'A pool stopped returning'),
  hint: words('公海管理员与系统管理员', 'Its administrators and those of the system'),
  text: words('公海 {title} 今晚会退回太多客户，已自动停止', 'The pool {title} would have returned too many customers and has stopped'),
  detail: words('看过名单后重新开启', 'Look at the list and switch it on again'),
  mail: 'now',
})

export const looksFound = defineNotice('customers.looksFound', {
  words: words('下属无当前原因的查看', 'Looks without a current reason'),
  hint: words('每周一，只通知上级', 'On Mondays, supervisors only'),
  text: words('上周您的下属有 {n} 次无当前原因的查看', 'Your people looked at {n} customers without a current reason last week'),
  mail: 'digest',
  path: '/looks',
})
