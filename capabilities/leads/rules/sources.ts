import { words } from '#engine/text/words.ts'

/** Where leads come from; the same words as for customers, so that a lead that becomes one keeps its source. */
export const leadSources = {
  walkIn: { ...words('来访', 'Walk-in'), aliases: ['上门', '来人'] },
  callIn: { ...words('来电', 'Call-in'), aliases: ['电话'] },
  web: { ...words('网站', 'Website'), aliases: ['官网', '网络', '表单', 'online'] },
  referral: { ...words('转介绍', 'Referral'), aliases: ['介绍', '老带新'] },
  campaign: { ...words('市场活动', 'Campaign'), aliases: ['活动', '展会'] },
  partner: { ...words('渠道', 'Partner'), aliases: ['分销', '中介', '经销商'] },
  other: words('其他', 'Other'),
}
