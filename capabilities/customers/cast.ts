/** The customers of the story: see `staff/cast.ts`. Owners are named by their keys there. */

export interface CastCustomer {
  key: string
  owner: string
  values: Record<string, unknown>
  contacts?: Record<string, unknown>[]
  /** What colleagues said on it; `{li}` names one of them. */
  comments?: { by: string; text: string }[]
  activities?: {
    daysAgo: number
    kind: string
    subject: string
    body?: string
    outcome?: string
    nextStep?: string
    isDone?: boolean
    isImportant?: boolean
    goal?: string
    talkingPoints?: string
  }[]
}

export const castCustomers: CastCustomer[] = [
  {
    key: 'xizi',
    owner: 'li',
    values: {
      name: '杭州西子联合机械有限公司',
      shortName: '西子机械',
      kind: 'enterprise',
      stage: 'growing',
      tier: 'A',
      source: 'referral',
      industry: '机械制造',
      region: '浙江杭州',
      phone: '0571-88001234',
      uscc: '91330100100000012U',
      founded: 1998,
      employees: 860,
      revenue: '320000000',
      tags: ['总部选址'],
      contactName: '沈国强',
      contactTitle: '行政总监',
      contactMobile: '13805710001',
    },
    contacts: [{ name: '陆小曼', title: '财务经理', mobile: '13805710002', roles: ['pays'] }],
    activities: [
      { daysAgo: 40, kind: 'visit', subject: '实地看楼', body: '看了 3 号楼整层，对层高满意。', outcome: '意向明确' },
      { daysAgo: 12, kind: 'call', subject: '报价沟通', body: '希望按年付，折扣再谈。', nextStep: '发送两版方案' },
      {
        daysAgo: -3,
        kind: 'meeting',
        subject: '与财务一起过付款方案',
        isDone: false,
        isImportant: true,
        goal: '定下付款方式与首付比例',
        talkingPoints: '1. 按年付与按季付两版的差别\n2. 折扣不先提，听对方开口\n3. 请陆经理确认开票抬头',
      },
    ],
    comments: [
      { by: 'zhou', text: '沈总昨天来电问车位，我先登记了。' },
      { by: 'wang', text: '{li} 付款方案上会前先给我看一眼，两版都要。' },
      { by: 'li', text: '{wang} 好的，周五前发您。' },
    ],
  },
  {
    key: 'lvye',
    owner: 'li',
    values: {
      name: '浙江绿野环保科技股份有限公司',
      shortName: '绿野环保',
      kind: 'enterprise',
      stage: 'developing',
      tier: 'B',
      source: 'campaign',
      industry: '环保科技',
      region: '浙江杭州',
      employees: 120,
      contactName: '方晓东',
      contactTitle: '总经理',
      contactMobile: '13805710003',
    },
    activities: [{ daysAgo: 5, kind: 'call', subject: '回访招商会来宾', body: '约下周到现场。', nextStep: '周四上午 10 点接待' }],
    comments: [{ by: 'lin', text: '{li} {wang} 方总是老朋友，周四我也过来。' }],
  },
  {
    key: 'huang',
    owner: 'li',
    values: {
      name: '黄建国',
      kind: 'person',
      stage: 'potential',
      tier: 'B',
      source: 'walkIn',
      region: '浙江杭州',
      contactMobile: '13905710004',
      tags: ['改善型'],
    },
    activities: [{ daysAgo: 2, kind: 'visit', subject: '首次来访', body: '看 128 平户型，关注学区。', outcome: '意向 B' }],
  },
  {
    key: 'qianhu',
    owner: 'li',
    values: {
      name: '钱晓燕家',
      kind: 'household',
      stage: 'growing',
      source: 'referral',
      region: '浙江杭州',
      contactName: '钱晓燕',
      contactMobile: '13905710005',
    },
  },
  {
    key: 'ruian',
    owner: 'zhang',
    values: {
      name: '瑞安达物流(杭州)有限公司',
      kind: 'enterprise',
      stage: 'potential',
      tier: 'C',
      source: 'callIn',
      industry: '物流运输',
      region: '浙江杭州',
      phone: '0571-88005678',
      contactName: '马力',
      contactMobile: '13805710006',
    },
    activities: [{ daysAgo: 65, kind: 'call', subject: '来电咨询仓储用地' }],
  },
  {
    key: 'xu',
    owner: 'zhang',
    values: {
      name: '许文静',
      kind: 'person',
      stage: 'developing',
      tier: 'A',
      source: 'web',
      region: '浙江杭州',
      contactMobile: '13905710007',
    },
    activities: [{ daysAgo: 8, kind: 'message', subject: '发送户型图' }],
  },
  {
    key: 'yuhang',
    owner: 'zhang',
    values: {
      name: '杭州市余杭区住房和城乡建设局',
      kind: 'government',
      stage: 'mature',
      tier: 'A',
      source: 'other',
      region: '浙江杭州',
      phone: '0571-89280000',
      contactName: '蒋处',
      contactTitle: '处长',
      contactMobile: '13805710008',
    },
  },
  {
    key: 'tao',
    owner: 'he',
    values: {
      name: '陶然文化创意有限公司',
      kind: 'enterprise',
      stage: 'developing',
      tier: 'B',
      source: 'partner',
      industry: '文化传媒',
      region: '浙江杭州',
      contactName: '陶一鸣',
      contactMobile: '13805710009',
    },
  },
  {
    key: 'feng',
    owner: 'he',
    values: { name: '冯雪', kind: 'person', stage: 'potential', source: 'walkIn', region: '浙江杭州', contactMobile: '13905710010' },
  },
  {
    key: 'pujiang',
    owner: 'sun',
    values: {
      name: '上海浦江精密仪器有限公司',
      kind: 'enterprise',
      stage: 'growing',
      tier: 'A',
      source: 'campaign',
      industry: '机械制造',
      region: '上海',
      phone: '021-58001234',
      contactName: '顾海波',
      contactMobile: '13801710001',
    },
    activities: [{ daysAgo: 20, kind: 'visit', subject: '参观滨江样板间' }],
  },
  {
    key: 'shen',
    owner: 'sun',
    values: { name: '沈嘉怡', kind: 'person', stage: 'potential', tier: 'B', source: 'web', region: '上海', contactMobile: '13901710002' },
  },
  {
    key: 'hualian',
    owner: 'qian',
    values: {
      name: '华联商业管理(上海)有限公司',
      kind: 'enterprise',
      stage: 'potential',
      tier: 'C',
      source: 'callIn',
      industry: '商业零售',
      region: '上海',
      contactName: '卢敏',
      contactMobile: '13801710003',
    },
  },
]
