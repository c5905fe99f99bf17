/** What 云杉集团 asks people for. */
export const castPurposes = [
  {
    code: 'homeNews',
    name: { zh: '新房资讯', en: 'News of new homes' },
    wording: {
      zh: '云杉集团会以您选择的方式向您发送新楼盘、开放日和优惠的消息，每月不超过四次。您可以随时停止。',
      en: 'Yunshan Group sends you news of new homes, open days and offers in the way you choose, at most four times a month. You can stop it at any time.',
    },
    channels: ['phone', 'sms', 'wechat'],
    months: 24,
  },
  {
    code: 'memberOffers',
    name: { zh: '会员活动', en: 'Members’ events' },
    wording: {
      zh: '云杉会会向您发送会员活动和积分提醒。',
      en: 'The Yunshan Club sends you invitations to events and reminders of your points.',
    },
    channels: ['sms', 'mail', 'wechat'],
  },
  {
    code: 'satisfaction',
    name: { zh: '满意度回访', en: 'Satisfaction calls' },
    wording: { zh: '服务完成后，我们会回访您是否满意。', en: 'After a service we ask you whether you are satisfied.' },
    basis: 'contract',
    channels: ['phone', 'sms'],
  },
]

interface CastConsent {
  customer: string
  owner: string
  purpose: string
  channel: string
  decision: 'granted' | 'withdrawn'
  how: string
  daysAgo: number
  proof?: string
}

export const castConsents: CastConsent[] = [
  {
    customer: 'xizi',
    owner: 'li',
    purpose: 'homeNews',
    channel: 'sms',
    decision: 'granted',
    how: 'paper',
    daysAgo: 40,
    proof: '来访登记表 0417',
  },
  {
    customer: 'xizi',
    owner: 'li',
    purpose: 'homeNews',
    channel: 'phone',
    decision: 'granted',
    how: 'paper',
    daysAgo: 40,
    proof: '来访登记表 0417',
  },
  { customer: 'xizi', owner: 'li', purpose: 'homeNews', channel: 'phone', decision: 'withdrawn', how: 'phone', daysAgo: 9 },
  { customer: 'huang', owner: 'li', purpose: 'memberOffers', channel: 'wechat', decision: 'granted', how: 'message', daysAgo: 120 },
  { customer: 'ruian', owner: 'zhang', purpose: 'homeNews', channel: 'wechat', decision: 'granted', how: 'faceToFace', daysAgo: 66 },
  { customer: 'shen', owner: 'sun', purpose: 'homeNews', channel: 'sms', decision: 'withdrawn', how: 'message', daysAgo: 30 },
]
