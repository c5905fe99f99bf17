/** The segments of the story: its lists name customers by key. */
export interface CastSegment {
  owner: string
  values: Record<string, unknown>
  listed?: string[]
}

const within = (days: number) => ({ from: 'today', plus: days })

export const castSegments: CastSegment[] = [
  {
    owner: 'lin',
    values: {
      name: '从未联系过的客户',
      shown: 'everyone',
      description: '没有一条联系记录，请各项目部本月内认领或关闭。',
      filter: {
        and: [
          { linked: 'activity.customer', most: 0 },
          { field: 'stage', op: 'ne', value: 'ended' },
        ],
      },
    },
  },
  {
    owner: 'wang',
    values: {
      name: '重点客户 30 天未联系',
      shown: 'everyone',
      description: '每周一早会逐个过，本周内安排联系。',
      filter: {
        and: [
          { field: 'tier', op: 'in', value: ['A', 'B'] },
          {
            or: [
              { field: 'lastContactAt', op: 'lt', value: within(-30) },
              { field: 'lastContactAt', op: 'empty' },
            ],
          },
        ],
      },
    },
  },
  {
    owner: 'li',
    values: {
      name: '近 90 天来访两次以上',
      shown: 'everyone',
      description: '意向最强的一批，优先邀请看样板间。',
      filter: {
        and: [
          {
            linked: 'activity.customer',
            least: 2,
            where: {
              and: [
                { field: 'kind', op: 'eq', value: 'visit' },
                { field: 'at', op: 'gte', value: within(-90) },
              ],
            },
          },
          { field: 'stage', op: 'ne', value: 'ended' },
        ],
      },
    },
  },
  {
    owner: 'wang',
    values: {
      name: '质保 60 天内到期的业主',
      shown: 'everyone',
      description: '到期前做一次入户检查，并介绍延保。',
      filter: {
        and: [
          {
            linked: 'asset.customer',
            least: 1,
            where: {
              and: [
                { field: 'kind', op: 'eq', value: 'unit' },
                { field: 'warrantyUntil', op: 'gte', value: within(0) },
                { field: 'warrantyUntil', op: 'lte', value: within(60) },
              ],
            },
          },
        ],
      },
    },
  },
  {
    owner: 'li',
    values: {
      name: '半年没有来往的个人客户',
      filter: {
        and: [
          { field: 'kind', op: 'in', value: ['person', 'household'] },
          { linked: 'activity.customer', most: 0, where: { and: [{ field: 'at', op: 'gte', value: within(-180) }] } },
        ],
      },
    },
  },
  {
    owner: 'wang',
    values: { name: '中秋答谢名单', kind: 'static', shown: 'everyone', description: '礼盒已订 40 份，名单 9 月 20 日截止。' },
    listed: ['xizi', 'yuhang', 'xu', 'qianhu', 'lvye'],
  },
]
