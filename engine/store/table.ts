import type { KnownField, Shape } from '#engine/record/house.ts'
import { searchFields } from '#engine/search/fields.ts'
import { columnKindOf, snake } from './columns.ts'

/** A table as the declarations want it; compared with the last committed state to make migrations. */
export interface TableSpec {
  name: string
  columns: ColumnSpec[]
  primaryKey: string[]
  indexes: IndexSpec[]
  /** "range (id)": the table is partitioned; its partitions are made by `engine/event/partitions.ts`. */
  partitionBy?: string
  /** Its rows are not worth the write-ahead log: they come back by themselves. */
  unlogged?: true
}

export interface ColumnSpec {
  name: string
  type: string
  notNull?: true
  default?: string
  was?: string
}

export interface IndexSpec {
  name: string
  /** What stands between the brackets of `create index … on t using m (…)`. */
  keys: string
  method?: 'btree' | 'gin' | 'gist'
  unique?: true
  include?: string[]
  where?: string
  with?: string
}

const quoted = (name: string) => `"${name}"`
const live = 'deleted_at is null'

/** Columns of a field stored in columns: [main, beside?]. */
export function columnsOf(field: KnownField): { main: string; beside?: string; sort?: string } {
  let columns = kept.get(field)
  if (!columns) {
    const kind = columnKindOf(field.field)
    const base = snake(field.name)
    columns = {
      main: base + (kind.suffix ?? ''),
      ...(kind.beside ? { beside: base + kind.beside.suffix } : {}),
      ...(needsSortColumn(field) ? { sort: `${base}_sort` } : {}),
    }
    kept.set(field, columns)
  }
  return columns
}

const kept = new WeakMap<KnownField, { main: string; beside?: string; sort?: string }>()

/** Whether a column is never empty: its own index then serves filters and order alike. */
const isNotNull = (field: KnownField): boolean =>
  field.storage === 'system'
    ? ['version', 'createdAt', 'updatedAt'].includes(field.name)
    : columnKindOf(field.field).empty !== undefined || field.field.options.required === true

/** Indexes hold plain columns only: the database reads a list inside an index as long as no expression stands in it. */
const needsSortColumn = (field: KnownField): boolean =>
  field.field.options.sortable === true && field.storage !== 'custom' && (columnKindOf(field.field).sort !== undefined || !isNotNull(field))

/** The column by which lists are ordered by a field: never empty, and exactly what its index holds. */
export const orderColumn = (field: KnownField): string => columnsOf(field).sort ?? columnsOf(field).main

/** The order of a record's lists unless the reader chooses another. */
export function defaultSort(shape: Shape): { field: KnownField; descending: boolean } {
  const text = shape.record.list.sort ?? '-createdAt'
  return { field: shape.fields.get(text.replace(/^-/, ''))!, descending: text.startsWith('-') }
}

/** The column that holds the root's id: the link itself where a record hangs on its root directly, a copy where it hangs deeper. */
export const rootColumn = (shape: Shape): string =>
  shape.chain.length === 0 ? 'id' : shape.chain.length === 1 ? `${snake(shape.chain[0]!)}_id` : 'root_id'

/** The columns by which scopes reach a record: its own owner and department, or copies of its root's. */
export function scopeColumns(shape: Shape): { owner?: string; department?: string; rootOwner?: string; rootDepartment?: string } {
  const own = (key: 'owner' | 'department') => (shape.record.access?.[key] ? `${snake(shape.record.access[key])}_id` : undefined)
  const isRoot = shape.chain.length === 0
  const root = (key: 'owner' | 'department') => (!isRoot && shape.root.access?.[key] ? `root_${key}_id` : undefined)
  return Object.fromEntries(
    Object.entries({
      owner: own('owner'),
      department: own('department'),
      rootOwner: root('owner'),
      rootDepartment: root('department'),
    }).filter(([, column]) => column),
  )
}

/**
 * The small columns that filters read while an index is walked in order. A walk inside a wide index looks at a hundred thousand rows in
 * thirty milliseconds, one that has to fetch each row takes half a second.
 */
function walkedColumns(shape: Shape): string[] {
  const small = [...shape.fields.values()].filter(
    (field) =>
      field.storage !== 'custom' &&
      field.field.options.filterable &&
      !field.field.options.inner &&
      (['choice', 'lifecycle', 'yesNo', 'link', 'integer', 'day', 'instant', 'region'].includes(field.field.kind) ||
        (field.field.kind === 'text' && ((field.field.options as { max?: number }).max ?? 200) <= 100)),
  )
  return [
    ...new Set([
      ...Object.values(scopeColumns(shape)),
      ...small.map((field) => (field.field.options.sortable ? orderColumn(field) : columnsOf(field).main)),
    ]),
  ]
}

/** The table of a record type, derived from its declaration. */
export function tableOf(shape: Shape): TableSpec {
  const name = snake(shape.name)
  const isRoot = shape.chain.length === 0
  const scope = scopeColumns(shape)
  const columns: ColumnSpec[] = [
    { name: 'id', type: 'uuid', notNull: true },
    { name: 'created_at', type: 'timestamptz(3)', notNull: true },
    { name: 'updated_at', type: 'timestamptz(3)', notNull: true },
    { name: 'deleted_at', type: 'timestamptz(3)' },
    { name: 'version', type: 'integer', notNull: true, default: '1' },
    { name: 'created_by_id', type: 'uuid' },
    { name: 'updated_by_id', type: 'uuid' },
  ]
  if (!isRoot) {
    if (shape.chain.length > 1) columns.push({ name: 'root_id', type: 'uuid', notNull: true })
    for (const column of [scope.rootOwner, scope.rootDepartment]) if (column) columns.push({ name: column, type: 'uuid' })
  }
  const declared = [...shape.fields.values()].filter((field) => field.storage === 'column')
  for (const field of declared) {
    const kind = columnKindOf(field.field)
    const { main, beside, sort } = columnsOf(field)
    const empty =
      kind.empty === undefined
        ? {}
        : {
            notNull: true as const,
            default: Array.isArray(kind.empty) ? "'{}'" : typeof kind.empty === 'string' ? `'${kind.empty}'` : String(kind.empty),
          }
    const was = field.field.options.was
    const needed = field.field.options.sortable && field.field.options.required ? { notNull: true as const } : {}
    columns.push({ name: main, type: kind.type, ...needed, ...empty, ...(was ? { was: snake(was) + (kind.suffix ?? '') } : {}) })
    if (beside) columns.push({ name: beside, type: kind.beside!.type, ...(was ? { was: snake(was) + kind.beside!.suffix } : {}) })
    if (sort)
      columns.push({
        name: sort,
        type: kind.sort?.type ?? kind.type,
        notNull: true,
        default: `'${String(kind.lowest)}'`,
        ...(was ? { was: `${snake(was)}_sort` } : {}),
      })
  }
  columns.push({ name: 'custom', type: 'jsonb', notNull: true, default: "'{}'" })
  const searchable = searchFields(shape).length > 0
  if (searchable) columns.push({ name: 'search', type: 'tsvector' })

  const order = quoted(orderColumn(defaultSort(shape).field))
  const include = walkedColumns(shape)
  const wide = (...keys: string[]): Partial<IndexSpec> => {
    const inside = include.filter((column) => !keys.includes(column))
    return inside.length > 0 ? { include: inside } : {}
  }
  const indexes: IndexSpec[] = []
  const add = (purpose: string, keys: string, more: Partial<IndexSpec> = {}) =>
    indexes.push({ name: `${name}_${purpose}`.slice(0, 63), keys, where: live, ...more })
  for (const field of shape.fields.values()) {
    const { options, kind } = field.field
    if (field.storage === 'custom') continue
    const { main } = columnsOf(field)
    if (options.sortable) {
      // Wide on purpose: a list in this order is filtered inside the index, and the table is touched for the rows shown only.
      // Days and moments also say on what they hang: "customers with a visit in these ninety days" is told by the index alone.
      const isWhen = field.storage === 'column' && (kind === 'day' || kind === 'instant')
      const on = isWhen && !isRoot ? [rootColumn(shape)] : []
      const inside = [...(wide(orderColumn(field)).include ?? []), ...on]
      add(`by_${main}`, `${quoted(orderColumn(field))}, id`, inside.length > 0 ? { include: inside } : {})
    }
    // A number is given once, whatever becomes of its record: this also holds for the recycle bin.
    if (kind === 'sequence') {
      add(`number_${main}`, quoted(main), { unique: true, where: `${quoted(main)} is not null` })
      continue
    }
    const scoped = [scope.owner, scope.department].includes(main)
    if (scoped) add(`of_${main}`, `${quoted(main)}, ${order}, id`, wide(main, orderColumn(defaultSort(shape).field)))
    else if (
      kind === 'link' &&
      (options.filterable || field.storage === 'column') &&
      !(shape.chain.length === 1 && shape.chain[0] === field.name)
    )
      add(`of_${main}`, `${quoted(main)}, ${order}, id`, options.required ? {} : { where: `${live} and ${quoted(main)} is not null` })
    else if (options.filterable && columnKindOf(field.field).index === 'gin') add(`has_${main}`, quoted(main), { method: 'gin' })
    else if (options.filterable && (!options.sortable || columnKindOf(field.field).sort))
      add(`with_${main}`, quoted(main), options.required || kind === 'yesNo' ? {} : { where: `${live} and ${quoted(main)} is not null` })
  }
  if (!isRoot) {
    // Wide as well: what somebody has or has done is counted per customer, inside the index.
    add('of_root', `${quoted(rootColumn(shape))}, ${order}, id`, wide(orderColumn(defaultSort(shape).field)))
    const [up] = shape.chain
    if (shape.chain.length === 1 && (shape.fields.get(up!)!.field.options as { counted?: boolean }).counted)
      add('per_root', quoted(rootColumn(shape)))
    for (const column of [scope.rootOwner, scope.rootDepartment])
      if (column) add(`of_${column}`, `${column}, ${order}, id`, wide(column, orderColumn(defaultSort(shape).field)))
  }
  if (searchable) add('search', 'search', { method: 'gin' })
  add('custom', 'custom jsonb_path_ops', { method: 'gin', where: `${live} and custom <> '{}'` })
  add('recycled', 'deleted_at, id', { where: 'deleted_at is not null' })
  return { name, columns, primaryKey: ['id'], indexes }
}
