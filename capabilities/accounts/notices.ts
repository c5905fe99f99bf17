import { defineNotice } from '#engine/notice/define-notice.ts'
import { words } from '#engine/text/words.ts'

export const contactMissed = defineNotice('accounts.contactMissed', {
  words: words('下属逾期未联系客户', 'A contact was missed'),
  hint: words('逾期三个工作日，通知上级', 'Three working days late; for superiors'),
  text: words('{who} 应在 {due} 联系 {title}，已逾期三个工作日', '{who} should have contacted {title} on {due}, three working days ago'),
  sight: 'card',
  mail: 'digest',
})

export const formLate = defineNotice('accounts.formLate', {
  words: words('联络进展表逾期', 'A progress form is late'),
  hint: words('签到 24 小时后仍未交', 'Not filed 24 hours after checking in'),
  text: words('{title} 的联络进展表已超过 24 小时', 'The progress form of {title} is more than 24 hours late'),
  mail: 'digest',
})

export const formUnread = defineNotice('accounts.formUnread', {
  words: words('联络进展表待阅', 'A progress form waits to be read'),
  hint: words('交表三个工作日后仍未阅', 'Three working days after it was filed'),
  text: words('下属交来的联络进展表 {title} 已三个工作日未阅', 'The progress form {title} has waited three working days to be read'),
  mail: 'digest',
})

export const newsKnown = defineNotice('accounts.newsKnown', {
  words: words('重点客户动态', 'Account news'),
  hint: words('客户负责人', 'The owner of the customer'),
  text: words('{title}：客户有新动态', 'News of a customer: {title}'),
  mail: 'digest',
})
