/** The receptions of the story: see `staff/cast.ts` for the people, `customers/cast.ts` for the customers. */
export interface CastVisit {
  /** Days before today, and the time on the clock of the site. */
  daysAgo: number
  at: string
  minutes: number
  /** A customer of the story by key, or a new one by name. */
  customer: string
  mobile?: string
  answer: { been: 'no' | 'yes' | 'forgot'; named?: string[]; asked?: string; declined?: string[] }
  source: string
  product?: string
  grade: 'A' | 'B' | 'C' | 'D'
  /** Sold some days later, for so much. */
  deal?: { daysAgo: number; product: string; amount: string; commission: string }
  /** Somebody disputes the ruling. */
  dispute?: { by: string; claim: string }
}

/** The sites with whoever receives there, in the order of the ring. */
export const castSites = [
  { site: 'lake', members: ['li', 'zhang'], note: '按集团 2026 版接待办法' },
  { site: 'creek', members: ['he'], note: '按集团 2026 版接待办法' },
  { site: 'river', members: ['sun', 'qian'], note: '按集团 2026 版接待办法' },
] as const

/** Today's ring at the lake: He helps out on the busy days. */
export const castToday = ['li', 'zhang', 'he'] as const

/** What the office by the lake has seen, the oldest first. */
export const castVisits: CastVisit[] = [
  {
    daysAgo: 78,
    at: '10:20',
    minutes: 65,
    customer: '谢雨桐',
    mobile: '13656710001',
    answer: { been: 'no' },
    source: 'outdoor',
    product: '三房',
    grade: 'C',
  },
  {
    daysAgo: 41,
    at: '14:05',
    minutes: 80,
    customer: '罗文博',
    mobile: '13656710002',
    answer: { been: 'no' },
    source: 'online',
    product: '四房',
    grade: 'A',
    deal: { daysAgo: 27, product: '2-1803', amount: '4280000', commission: '12840' },
  },
  {
    daysAgo: 33,
    at: '11:10',
    minutes: 50,
    customer: '唐静怡',
    mobile: '13656710003',
    answer: { been: 'no' },
    source: 'referral',
    product: '三房',
    grade: 'B',
  },
  {
    daysAgo: 19,
    at: '15:30',
    minutes: 55,
    customer: '唐静怡',
    answer: { been: 'yes', declined: ['first'] },
    source: 'referral',
    product: '三房',
    grade: 'A',
    dispute: { by: 'first', claim: '客户是我首接的，换人没有先告诉我' },
  },
  {
    daysAgo: 12,
    at: '09:40',
    minutes: 45,
    customer: '高志远',
    mobile: '13656710004',
    answer: { been: 'forgot' },
    source: 'press',
    product: '两房',
    grade: 'C',
  },
  {
    daysAgo: 8,
    at: '16:15',
    minutes: 70,
    customer: '邵晓岚',
    mobile: '13656710005',
    answer: { been: 'no', asked: 'li' },
    source: 'campaign',
    product: '叠墅',
    grade: 'B',
  },
  {
    daysAgo: 5,
    at: '10:50',
    minutes: 60,
    customer: '段思源',
    mobile: '13656710006',
    answer: { been: 'no' },
    source: 'passing',
    product: '三房',
    grade: 'C',
  },
]

/** Who has called this morning. */
export const castCaller = { customer: '汪海燕', mobile: '13656710020', takenBy: 'zhang' } as const
