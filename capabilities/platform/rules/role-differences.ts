import type { FieldRight, Grant } from '#engine/access/actor.ts'

/** A grant as screens and files have it: what is not said is not granted. */
export type GrantRow = Omit<Grant, 'departments'> & { departments: readonly unknown[] }

const nothing: GrantRow = {
  record: '*',
  card: 'none',
  full: 'none',
  edit: 'none',
  create: false,
  recycle: 'none',
  departments: [],
  export: false,
  approve: false,
  bulk: false,
  merge: false,
  reveal: false,
  audit: false,
  erase: false,
}

export const scopeColumns = ['card', 'full', 'edit', 'recycle'] as const
export const rightColumns = ['create', 'bulk', 'export', 'approve', 'merge', 'reveal', 'audit', 'erase'] as const
export type GrantColumn = (typeof scopeColumns)[number] | (typeof rightColumns)[number]

export const wholeGrant = (given: Partial<GrantRow>): GrantRow => {
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined))
  return { ...nothing, ...said }
}

/** Where a role is not as it was shipped: a cell of the table of grants, a record type without a grant, or a field right. */
export interface RoleDifference {
  record: string
  column: GrantColumn | 'row'
  /** What was shipped; undefined where the whole grant is new. */
  shipped: unknown
}

export function differencesOf(grants: readonly Partial<GrantRow>[], shipped: readonly Partial<GrantRow>[]): RoleDifference[] {
  const now = new Map(grants.map((grant) => [grant.record ?? '*', wholeGrant(grant)]))
  const then = new Map(shipped.map((grant) => [grant.record ?? '*', wholeGrant(grant)]))
  const gone = [...then.keys()].filter((record) => !now.has(record))
  return [
    ...[...now].flatMap(([record, grant]): RoleDifference[] => {
      const before = then.get(record)
      if (!before) return [{ record, column: 'row', shipped: undefined }]
      return [...scopeColumns, ...rightColumns].flatMap((column) =>
        grant[column] === before[column] ? [] : [{ record, column, shipped: before[column] }],
      )
    }),
    ...gone.map((record): RoleDifference => ({ record, column: 'row', shipped: then.get(record) })),
  ]
}

const keyOf = ({ record, field, level, within }: FieldRight): string => [record, field, level, within].join(' ')

/** Whether the field rights of a role are those that were shipped. */
export const sameFieldRights = (now: readonly FieldRight[], shipped: readonly FieldRight[]): boolean =>
  now.map(keyOf).sort().join() === shipped.map(keyOf).sort().join()
