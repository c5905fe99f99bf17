import { words } from '#engine/text/words.ts'

/** What a retention rule is about. */
export const retained = {
  customer: words('客户', 'Customers'),
  contact: words('联系人', 'Contacts'),
  activity: words('联系记录', 'Activities'),
  asset: words('客户资产', 'Assets'),
  bin: words('回收站', 'The recycle bin'),
}
export type Retained = keyof typeof retained

/** From which day its time is counted. */
export const countedFrom = {
  created: words('建立', 'Made'),
  lastContact: words('最近联系（从未联系则为建立）', 'Last contact (made, where there was none)'),
  happened: words('发生', 'When it happened'),
  ended: words('资产的质保和续约到期', 'End of warranty and renewal of assets'),
  withdrawn: words('撤回全部同意', 'All consent withdrawn'),
  recycled: words('放入回收站', 'Put into the recycle bin'),
}
export type CountedFrom = keyof typeof countedFrom

/** What is done when the time is over. */
export const retentionDeeds = {
  recycle: words('放入回收站', 'Put into the recycle bin'),
  purge: words('从回收站彻底清除', 'Purge from the recycle bin for good'),
  erase: words('彻底删除个人信息', 'Erase the person for good'),
}
export type RetentionDeed = keyof typeof retentionDeeds

/** Why something is left alone though its time is over, the weightiest first. */
export const spareReasons = {
  hold: words('客户被法律保留', 'The customer is under legal hold'),
  merged: words('已合并到另一条记录', 'It was merged into another record'),
  request: words('个人信息请求未办结', 'A subject request is open'),
  inForce: words('资产的质保或续约未到期', 'A warranty or renewal is still in force'),
  open: words('有未完成的任务或联系', 'Tasks or contacts are still to be done'),
}
export type SpareReason = keyof typeof spareReasons

/** The days that there are for each. */
export const daysOf = {
  customer: ['created', 'lastContact', 'ended'],
  contact: ['created', 'lastContact', 'withdrawn'],
  activity: ['created', 'happened'],
  asset: ['created', 'ended'],
  bin: ['recycled'],
} satisfies Record<Retained, readonly CountedFrom[]>

/** What may be done to each: people alone are erased, and only what lies in the recycle bin is purged. */
export const deedsOf = {
  customer: ['recycle'],
  contact: ['recycle', 'erase'],
  activity: ['recycle'],
  asset: ['recycle'],
  bin: ['purge'],
} satisfies Record<Retained, readonly RetentionDeed[]>

/**
 * Whether what a rule says now is what has been tried. Switching it on raises its version and changes nothing that it would do; whatever else
 * raises it, an undo included, does.
 */
export const isAsTried = ({ state, version, triedVersion }: { state: string; version: number; triedVersion: number | null }): boolean =>
  triedVersion === versionTried({ state, version })

/** The version that a trial is noted under. */
export const versionTried = ({ state, version }: { state: string; version: number }): number => (state === 'active' ? version - 1 : version)

/** Whether a rule would take more than its share: it is then stopped, since something must be wrong with it. */
export const isTooMuch = (hits: number, all: number, percent: number): boolean => hits > 10 && hits * 100 > all * percent
