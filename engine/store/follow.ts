import { linkTarget, type House, type Shape } from '#engine/record/house.ts'
import { claimsOf, dropClaims, type Claim } from './claims.ts'
import { snake } from './columns.ts'
import type { Queries } from './database.ts'
import { rowReader, type StoredRow, type Writer } from './rows.ts'
import { sql } from './sql.ts'
import { rootColumn, scopeColumns } from './table.ts'
import { updateRows } from './writes.ts'

/** One record that a unit of work has made or changed. */
export interface Entry {
  shape: Shape
  /** The row as it was read; null for one that is new. */
  before: StoredRow | null
  row: StoredRow
  /** Fields that changed, and measured ones apart. */
  names: Set<string>
  quiet: Set<string>
  /** Type of the event that will tell of it. */
  type: string
  /** Targets of the action on whose behalf it happened. */
  frames: Set<number>
}

const stamp: readonly Writer[] = [
  { column: 'version', type: 'integer', of: (row) => row.version },
  { column: 'updated_at', type: 'timestamptz', of: (row) => row.updatedAt },
  { column: 'updated_by_id', type: 'uuid', of: (row) => row.updatedBy },
]
const deletion: Writer = { column: 'deleted_at', type: 'timestamptz', of: (row) => row.deletedAt }

/** The engine's own columns that a change of a row writes beside its fields. */
export const stampWriters = (withDeletion: boolean): readonly Writer[] => (withDeletion ? [...stamp, deletion] : stamp)

/** The engine's own columns that say where a record hangs, beside the link itself. */
export function placeWriters(shape: Shape): readonly Writer[] {
  const { rootOwner, rootDepartment } = scopeColumns(shape)
  const writer = (column: string, name: string): Writer => ({ column, type: 'uuid', of: (row) => row[name] ?? null })
  return [
    ...(shape.chain.length > 1 ? [writer('root_id', 'rootId')] : []),
    ...(rootOwner ? [writer(rootOwner, '^owner')] : []),
    ...(rootDepartment ? [writer(rootDepartment, '^department')] : []),
  ]
}

/** Records that hang on another one than before take along what hangs on them: the copies of the root's keys follow. */
export async function followMoves(queries: Queries, house: House, shape: Shape, moved: readonly StoredRow[]): Promise<void> {
  if (moved.length === 0) return
  await queries.run(
    sql`update claim c set root_id = v.root from unnest(${moved.map((row) => row.id)}::uuid[], ${moved.map((row) => row.rootId)}::uuid[]) as v(id, root) where c.record_id = v.id`,
  )
  for (const child of house.shapes.values()) {
    const under = child.chain[0]
    if (!under || linkTarget(child.record.fields[under]!) !== shape.name) continue
    const { rootOwner, rootDepartment } = scopeColumns(child)
    const set = [
      ...(child.chain.length > 1 ? [sql`root_id = v.root`] : []),
      ...(rootOwner ? [sql`${sql.id(rootOwner)} = v.owner`] : []),
      ...(rootDepartment ? [sql`${sql.id(rootDepartment)} = v.department`] : []),
    ]
    if (set.length === 0) continue
    const columns = ['id', 'rootId', '^owner', '^department'].map((name) => moved.map((row) => row[name] ?? null))
    const [ids, roots, owners, departments] = columns
    const below = await queries.arrays(
      sql`update ${sql.id(snake(child.name))} t set ${sql.join(set)}
        from unnest(${ids}::uuid[], ${roots}::uuid[], ${owners}::uuid[], ${departments}::uuid[]) as v(id, root, owner, department)
        where t.${sql.id(`${snake(under)}_id`)} = v.id returning t.id, v.root, v.owner, v.department`,
    )
    await followMoves(
      queries,
      house,
      child,
      below.map(([id, rootId, owner, department]) => ({ id, rootId, '^owner': owner, '^department': department }) as unknown as StoredRow),
    )
  }
}

/** A root that changes hands takes along the copies of its keys on everything that hangs on it. */
export async function followKeys(queries: Queries, house: House, shape: Shape, list: readonly Entry[]): Promise<void> {
  const { owner, department } = shape.record.access ?? {}
  const moved = list.filter(
    (entry) => entry.before !== null && ((owner && entry.names.has(owner)) || (department && entry.names.has(department))),
  )
  if (moved.length === 0 || shape.chain.length > 0) return
  const values = (name: string | undefined) => moved.map((entry) => (name ? (entry.row[name] ?? null) : null))
  for (const child of house.below.get(shape.name) ?? []) {
    const { rootOwner, rootDepartment } = scopeColumns(child)
    const set = [
      ...(rootOwner ? [sql`${sql.id(rootOwner)} = v.owner`] : []),
      ...(rootDepartment ? [sql`${sql.id(rootDepartment)} = v.department`] : []),
    ]
    if (set.length === 0) continue
    await queries.run(
      sql`update ${sql.id(snake(child.name))} t set ${sql.join(set)}
        from unnest(${moved.map((entry) => entry.row.id)}::uuid[], ${values(owner)}::uuid[], ${values(department)}::uuid[]) as v(id, owner, department)
        where t.${sql.id(rootColumn(child))} = v.id`,
    )
  }
}

/**
 * What hangs on a record goes to the recycle bin with it and comes back with it: that is, whatever was recycled at the same moment.
 * Returns what changed, and the identities that came back and want claiming.
 */
export async function followRecycling(
  queries: Queries,
  house: House,
  shape: Shape,
  list: readonly Entry[],
  stamp: { updatedAt: string; updatedBy: string },
): Promise<{ changed: Entry[]; reclaimed: Claim[] }> {
  await dropClaims(
    queries,
    list.map((entry) => entry.row.id),
  )
  const reclaimed = list.filter((entry) => !entry.row.deletedAt).flatMap((entry) => claimsOf(shape, entry.row))
  const changed: Entry[] = []
  for (const child of house.shapes.values()) {
    const under = child.chain[0]
    if (!under || linkTarget(child.record.fields[under]!) !== shape.name) continue
    const reader = rowReader(child, 't')
    const marks = list.map((entry) => (entry.row.deletedAt ? null : entry.before!.deletedAt))
    const cells = await queries.arrays(
      sql`select ${reader.select} from ${sql.id(snake(child.name))} t
        join unnest(${list.map((entry) => entry.row.id)}::uuid[], ${marks}::timestamptz[]) as v(id, mark) on t.${sql.id(`${snake(under)}_id`)} = v.id
        where t.deleted_at is not distinct from v.mark order by t.id for update of t`,
    )
    if (cells.length === 0) continue
    const children = cells.map(reader.read).map((before): Entry => {
      const parent = list.find((entry) => entry.row.id === before[under])!
      const row = { ...before, ...stamp, deletedAt: parent.row.deletedAt, version: before.version + 1 }
      return {
        shape: child,
        before,
        row,
        names: new Set(['deletedAt']),
        quiet: new Set(),
        type: `${child.name}.${row.deletedAt ? 'recycled' : 'restored'}`,
        frames: parent.frames,
      }
    })
    await updateRows(
      queries,
      child,
      children.map((entry) => ({ row: entry.row, names: [], more: stampWriters(true) })),
    )
    const below = await followRecycling(queries, house, child, children, stamp)
    changed.push(...children, ...below.changed)
    reclaimed.push(...below.reclaimed)
  }
  return { changed, reclaimed }
}
