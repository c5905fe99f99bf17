/** The plans of the story. Makers and departments are keys of `staff/cast.ts`, customers of `customers/cast.ts`. */
export interface CastPlan {
  owner: string
  department?: string
  customer?: string
  /** The code of a purpose. */
  purpose?: string
  values: Record<string, unknown>
}

export const castPlans: CastPlan[] = [
  {
    owner: 'wang',
    department: 'hangzhou',
    values: {
      name: { zh: '重点客户关怀', en: 'Care for key customers' },
      target: 'tier',
      tier: 'A',
      every: 14,
      unit: 'day',
      way: 'phone',
      mostPerDay: 2,
      content: {
        zh: '1. 上次谈到的事有没有着落。\n2. 项目进展与节点。\n3. 近期有没有新的用房需要。',
        en: '1. What has become of what was last talked about.\n2. How the project goes, and its next dates.\n3. Whether new space is needed soon.',
      },
    },
  },
  {
    owner: 'wang',
    department: 'creek',
    values: {
      name: { zh: '西溪准客户电话跟进', en: 'Calls to Xixi’s prospective customers' },
      target: 'group',
      group: 'prospective',
      every: 2,
      unit: 'week',
      way: 'phone',
      mostPerDay: 5,
      content: { zh: '问看房后的想法，约第二次到访。', en: 'Ask what they thought of the visit; agree on a second one.' },
    },
  },
  {
    owner: 'zhao',
    department: 'river',
    purpose: 'satisfaction',
    values: {
      name: { zh: '滨江业主满意度回访', en: 'Satisfaction calls to Riverside owners' },
      target: 'group',
      group: 'beingServed',
      every: 3,
      unit: 'month',
      way: 'phone',
      mostPerDay: 5,
      content: { zh: '问入住情况、物业服务，有投诉当场记下。', en: 'Ask how they live, and about the service; note complaints at once.' },
    },
  },
  {
    owner: 'wang',
    customer: 'yuhang',
    values: {
      name: { zh: '余杭住建局例行拜访', en: 'Visits to the Yuhang housing bureau' },
      target: 'customer',
      every: 1,
      unit: 'month',
      way: 'visit',
      content: { zh: '带上当月备案清单。', en: 'Bring the month’s list of filings.' },
    },
  },
]

/** How the people of the story like to be reached, by customer. */
export const castReachability: Record<string, Record<string, unknown>> = {
  xizi: { preferredChannel: 'wechat', reachableFrom: '09:30', reachableTo: '11:30' },
  yuhang: { preferredChannel: 'visit', reachableFrom: '14:00', reachableTo: '16:30' },
  tao: { preferredChannel: 'phone', reachableFrom: '10:00', reachableTo: '12:00' },
}
