/** The term that every installation begins with, switched off: what lies in the recycle bin for a quarter of a year goes for good. */
export const builtInRetention = [
  {
    name: '回收站保存 90 天 · Recycle bin, 90 days',
    what: 'bin',
    since: 'recycled',
    days: 90,
    deed: 'purge',
    note: '个人信息保护法第十九条：保存期限应当为实现处理目的所必要的最短时间。',
  },
] as const
