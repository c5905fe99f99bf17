/** What the company of the story wants to know of its customers, and how often it looks. */
export const castStandards: Record<string, unknown>[] = [
  {
    name: '全部客户',
    stage: 'developing',
    requires: ['region'],
    everyDays: 365,
    note: '开始开发就要知道客户在哪里，每年确认一次。',
  },
  {
    name: '企业进入成长期',
    kind: 'enterprise',
    stage: 'growing',
    requires: ['industry', 'source', 'primaryContact'],
    note: '谈价格之前，先弄清楚谁说了算。',
  },
  {
    name: '重点客户',
    tier: 'A',
    requires: ['source', 'primaryContact'],
    everyDays: 90,
    note: '集团每季度看一次重点客户的资料。',
  },
  { name: '普通客户', tier: 'B', everyDays: 180 },
]
