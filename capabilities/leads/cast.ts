/** The leads of the story, and what they are handed out by. People and customers are keys of the casts of staff and customers. */

export const castQueues = [
  {
    values: {
      name: { zh: '官网与活动线索', en: 'Website and campaigns' },
      kind: 'lead',
      place: 20,
      method: 'rotation',
      match: ['product'],
      relaxAfter: 60,
      relaxable: ['product'],
      capacity: 30,
      quota: 12,
    },
    department: 'hangzhou',
    members: [
      { user: 'li', products: ['云杉湖', '云杉湖商铺'] },
      { user: 'zhang', products: ['云杉湖', '云杉湖商铺'], weight: 2 },
      { user: 'he', products: ['西溪'], capacity: 20 },
    ],
  },
  {
    values: {
      name: { zh: '上海线索', en: 'Shanghai' },
      kind: 'lead',
      place: 10,
      takes: [{ dimension: 'region', value: '上海' }],
      method: 'weighted',
      capacity: 30,
    },
    department: 'river',
    members: [
      { user: 'sun', weight: 3 },
      { user: 'qian', weight: 2 },
    ],
  },
]

export const castForm = {
  name: '官网预约看房',
  title: { zh: '预约看房', en: 'Book a visit' },
  intro: { zh: '留下电话，置业顾问当天联系您。', en: 'Leave your number and an adviser calls you the same day.' },
  fields: ['mobile', 'email', 'region', 'interest', 'message'],
  needed: ['mobile'],
  interests: ['云杉湖', '云杉湖商铺', '西溪'],
  consent: {
    zh: '我同意云杉集团为答复本次询问使用以上信息，可随时撤回。',
    en: 'Yunshan Group may use these details to answer this enquiry; I may withdraw this at any time.',
  },
  thanks: { zh: '已收到，置业顾问会在当天联系您。', en: 'Thank you. An adviser will call you today.' },
  campaign: '官网',
}

export const castPlaybooks = [
  {
    name: { zh: '官网线索首次联系', en: 'First contact with web leads' },
    kind: 'firstContact',
    message: {
      zh: '{name}您好，我是云杉集团的置业顾问，您在官网预约了看房。想先了解两点：打算自住还是投资，什么时间方便过来？',
      en: 'Hello {name}, this is Yunshan Group; you booked a visit on our site. Is it to live in or to invest, and when does it suit you?',
    },
    materials: [{ name: '项目折页' }, { name: '户型图与价目' }],
    steps: [
      { after: 0, title: '电话首次联系' },
      { after: 1, title: '发送项目资料', note: '问清意向户型后再发' },
      { after: 4, title: '邀约到访' },
    ],
  },
  {
    name: { zh: '新业主服务计划', en: 'For new owners' },
    kind: 'onboarding',
    steps: [
      { after: 0, title: '致谢并交接资料清单' },
      { after: 3, title: '确认按揭资料' },
      { after: 10, title: '进度告知：备案与放款' },
      { after: 20, title: '满意度回访' },
    ],
  },
]

export const castScoreRules = [
  { name: { zh: '转介绍', en: 'Was referred' }, points: 30, filter: { field: 'source', op: 'eq', value: 'referral' } },
  {
    name: { zh: '三个月内要买', en: 'Buys within three months' },
    points: 25,
    filter: { field: 'plannedFor', op: 'in', value: ['now', 'quarter'] },
  },
  { name: { zh: '多次询问', en: 'Asked more than once' }, points: 20, filter: { linked: 'enquiry.lead', least: 2 } },
  { name: { zh: '说清了预算', en: 'Named a budget' }, points: 15, filter: { field: 'budget', op: 'notEmpty' } },
  { name: { zh: '在浙江', en: 'In Zhejiang' }, points: 10, filter: { field: 'region', op: 'startsWith', value: '浙江' } },
]

/** Leads that somebody in the story has at hand. */
export const castLeads = [
  {
    owner: 'li',
    values: {
      name: '严冬青',
      company: '冬青设计事务所',
      mobile: '13967100001',
      source: 'referral',
      interest: ['云杉湖商铺'],
      region: '浙江杭州',
      needs: '设计事务所，现租写字楼 300 平，明年到期。',
      pains: '租金年年涨，停车难。',
      expectations: '买一间可分割的临街商铺，含 4 个车位。',
      budget: '6000000',
      plannedFor: 'quarter',
    },
    contact: { subject: '首次电话', kind: 'call', outcome: '约周四看铺', nextStep: '带看 2 号楼临街铺' },
  },
  {
    owner: 'zhang',
    values: { name: '费小满', mobile: '13967100002', source: 'web', interest: ['云杉湖'], region: '浙江杭州', plannedFor: 'year' },
  },
  {
    owner: 'he',
    values: {
      name: '祁连山',
      mobile: '13967100003',
      source: 'campaign',
      sourceDetail: '春季房展',
      interest: ['西溪'],
      plannedFor: 'now',
      budget: '3200000',
    },
  },
]

export const castProspects = {
  owner: 'zhang',
  list: {
    name: '余杭科技园企业',
    source: 'district',
    industries: ['软件', '设计'],
    regions: ['余杭', '西湖'],
    least: 50,
    keywords: ['总部', '扩租'],
    note: '园区管委会提供，适合云杉湖商铺与写字楼。',
  },
  prospects: [
    { name: '云图软件有限公司', industry: '软件服务', region: '杭州余杭', employees: 120, note: '正在找总部用房，计划扩租。' },
    { name: '清河装饰设计有限公司', industry: '装饰设计', region: '杭州西湖', employees: 36 },
    { name: '远航物流有限公司', industry: '物流运输', region: '杭州萧山', employees: 300 },
  ],
}
