import { blankOf } from '#engine/record/blank.ts'
import type { SystemValues } from '#engine/record/define-record.ts'
import type { KnownField, Shape } from '#engine/record/house.ts'
import { searchFields, searchVector } from '#engine/search/fields.ts'
import { columnKindOf, snake } from './columns.ts'
import type { Queries } from './database.ts'
import { sql, type Sql } from './sql.ts'
import { orderKey } from './custom.ts'
import { columnsOf, rootColumn, scopeColumns } from './table.ts'

/** A record as it is stored, all fields by name; "^owner" and "^department" are its root's keys. */
export type StoredRow = SystemValues & Record<string, unknown>

export interface RowReader {
  /** What to select, for an alias of the table. */
  select: Sql
  read(cells: readonly unknown[]): StoredRow
}

const systemColumns: [string, string][] = [
  ['id', 'id'],
  ['version', 'version'],
  ['createdAt', 'created_at'],
  ['createdBy', 'created_by_id'],
  ['updatedAt', 'updated_at'],
  ['updatedBy', 'updated_by_id'],
  ['deletedAt', 'deleted_at'],
]

/** What every reader of rows needs, whatever fields are shown. */
const alwaysRead = new Set(['id', 'version', 'deletedAt', 'createdBy'])

const readers = new WeakMap<Shape, Map<string, RowReader>>()

/** How rows of a shape are read, whole or only some fields (the engine's own are always there). Made once per choice of fields. */
export function rowReader(shape: Shape, alias: string, only?: ReadonlySet<string>): RowReader {
  const cache = readers.get(shape) ?? new Map<string, RowReader>()
  readers.set(shape, cache)
  const key = alias + (only ? `:${[...only].sort().join()}` : '')
  const made = cache.get(key)
  if (made) return made

  const columns: Sql[] = []
  const steps: ((cells: readonly unknown[], row: Record<string, unknown>) => void)[] = []
  const take = (column: string): number => columns.push(sql.id(alias, column)) - 1
  for (const [name, column] of systemColumns) {
    if (only && !only.has(name) && !alwaysRead.has(name)) continue
    const at = take(column)
    steps.push((cells, row) => (row[name] = cells[at] ?? null))
  }
  if (shape.chain.length > 0) {
    const at = take(rootColumn(shape))
    steps.push((cells, row) => (row.rootId = cells[at]))
    const scope = scopeColumns(shape)
    for (const [name, column] of [
      ['^owner', scope.rootOwner],
      ['^department', scope.rootDepartment],
    ] as const) {
      if (!column) continue
      const place = take(column)
      steps.push((cells, row) => (row[name] = cells[place] ?? null))
    }
  } else steps.push((_cells, row) => (row.rootId = row.id))
  const custom: KnownField[] = []
  for (const field of shape.fields.values()) {
    if (field.storage === 'system' || (only && !only.has(field.name))) continue
    if (field.storage === 'custom') {
      custom.push(field)
      continue
    }
    const { main, beside } = columnsOf(field)
    const from = columnKindOf(field.field).fromColumn as ((a: unknown, b: unknown) => unknown) | undefined
    const at = take(main)
    const next = beside ? take(beside) : -1
    steps.push((cells, row) => (row[field.name] = from ? from(cells[at] ?? null, cells[next] ?? null) : (cells[at] ?? null)))
  }
  if (custom.length > 0) {
    const at = take('custom')
    steps.push((cells, row) => {
      const values = (cells[at] ?? {}) as Record<string, unknown>
      for (const { name, field } of custom) row[name] = customValue(field, values[name]) ?? emptyOf(field.kind)
    })
  }
  const begin = blankOf(namesOf(shape, only))
  const reader: RowReader = {
    select: sql.join(columns),
    read(cells) {
      const row = begin()
      for (const step of steps) step(cells, row)
      return row as StoredRow
    },
  }
  cache.set(key, reader)
  return reader
}

const customValue = (field: KnownField['field'], value: unknown): unknown =>
  value === null || value === undefined ? null : (columnKindOf(field).fromCustom?.(value as never) ?? value)

/** The names that a row of a shape carries. */
function namesOf(shape: Shape, only?: ReadonlySet<string>): string[] {
  const scope = shape.chain.length > 0 ? scopeColumns(shape) : {}
  return [
    'id',
    'version',
    'createdAt',
    'createdBy',
    'updatedAt',
    'updatedBy',
    'deletedAt',
    'rootId',
    ...(scope.rootOwner ? ['^owner'] : []),
    ...(scope.rootDepartment ? ['^department'] : []),
    ...[...shape.fields.keys()].filter((name) => !only || only.has(name)),
  ].filter((name) => !only || only.has(name) || alwaysRead.has(name) || name === 'rootId' || name.startsWith('^'))
}

const blanks = new WeakMap<Shape, () => Record<string, unknown>>()

/** A row with nothing in it yet. */
export function blankRow(shape: Shape): StoredRow {
  let blank = blanks.get(shape)
  if (!blank) blanks.set(shape, (blank = blankOf(namesOf(shape))))
  return blank() as StoredRow
}

/** What an empty value of a kind is in memory: a list or no for the kinds that are never null. */
export const emptyOf = (kind: string): unknown =>
  kind === 'choices' || kind === 'links' || kind === 'rows' ? [] : kind === 'yesNo' ? false : null

/** Reads rows by id; those not found are left out. With `lock` they are locked in the order of their ids. */
export async function readRows(
  queries: Queries,
  shape: Shape,
  ids: readonly string[],
  lock?: 'update' | 'no key update',
): Promise<StoredRow[]> {
  if (ids.length === 0) return []
  const reader = rowReader(shape, 't')
  const cells = await queries.arrays(
    sql`select ${reader.select} from ${sql.id(snake(shape.name))} t where t.id = any(${ids}::uuid[]) order by t.id ${sql.raw(lock ? `for ${lock}` : '')}`,
    'prepare',
  )
  return cells.map(reader.read)
}

/** The living rows that link to these records by a field. */
export async function readLinking(queries: Queries, shape: Shape, field: KnownField, ids: readonly string[]): Promise<StoredRow[]> {
  if (ids.length === 0) return []
  const reader = rowReader(shape, 't')
  const cells = await queries.arrays(
    sql`select ${reader.select} from ${sql.id(snake(shape.name))} t where ${sql.id('t', columnsOf(field).main)} = any(${ids}::uuid[]) and t.deleted_at is null`,
  )
  return cells.map(reader.read)
}

/** One column to write, and how its value is taken from a row. */
export interface Writer {
  column: string
  type: string
  of(row: Record<string, unknown>): unknown
}

const systemTypes: Record<string, string> = { id: 'uuid', version: 'integer', created_by_id: 'uuid', updated_by_id: 'uuid' }

function writersOfField(field: KnownField): Writer[] {
  const { name } = field
  const kind = columnKindOf(field.field)
  const { main, beside, sort } = columnsOf(field)
  const { toColumn } = kind
  const empty = kind.empty ?? null
  const writers: Writer[] = [
    {
      column: main,
      type: kind.type.replace(/ collate .*/, ''),
      of: (row) => (row[name] === null || row[name] === undefined ? empty : toColumn ? toColumn(row[name]) : row[name]),
    },
  ]
  const derived = (column: string, of: (value: never) => unknown) =>
    writers.push({ column, type: 'text', of: (row) => (row[name] === null || row[name] === undefined ? null : of(row[name] as never)) })
  if (beside) derived(beside, kind.beside!.of)
  const key = kind.sort?.of
  if (sort)
    writers.push({
      column: sort,
      type: kind.sort ? 'text' : kind.type,
      of: (row) => (row[name] === null || row[name] === undefined ? kind.lowest : key ? key(row[name]) : row[name]),
    })
  return writers
}

const kept = new WeakMap<Shape, Map<string, Writer[]>>()

/**
 * The columns that hold these fields of a row. Search words and sort keys are among them, so that no writer can forget them.
 * Worked out once per shape and choice of fields.
 */
export function writersOf(shape: Shape, names: readonly string[]): Writer[] {
  const known = kept.get(shape) ?? new Map<string, Writer[]>()
  kept.set(shape, known)
  const key = names.join()
  const made = known.get(key)
  if (made) return made
  const fields = names.map((name) => shape.fields.get(name)!)
  const writers = fields.flatMap((field): Writer[] => {
    if (field.storage === 'custom') return []
    if (field.storage === 'column') return writersOfField(field)
    const column = systemColumns.find(([known]) => known === field.name)![1]
    return [{ column, type: systemTypes[column] ?? 'timestamptz', of: (row) => row[field.name] ?? null }]
  })
  if (searchFields(shape).some((field) => names.includes(field.name)))
    writers.push({ column: 'search', type: 'tsvector', of: (row) => searchVector(shape, row) })
  const custom = fields.filter((field) => field.storage === 'custom')
  // Merged key by key, so that two people writing different custom fields do not undo each other.
  if (custom.length > 0) writers.push(customWriter(custom, true))
  known.set(key, writers)
  return writers
}

/**
 * What of a custom field goes into the JSON: its value, and the key to order by where an index is kept. A writer who does not know of the
 * index takes the key away rather than leave one that is wrong.
 */
function customKeys({ name, field }: KnownField, row: Record<string, unknown>): [string, unknown][] {
  const value = row[name] ?? null
  const { sort } = columnKindOf(field)
  return sort
    ? [
        [name, value],
        [orderKey(name), value !== null && field.options.isKeyed ? sort.of(value) : null],
      ]
    : [[name, value]]
}

/** The JSON of custom fields; with nothing said of what is missing, where there was nothing before. */
const customWriter = (fields: readonly KnownField[], withMissing: boolean): Writer => ({
  column: 'custom',
  type: 'jsonb',
  of: (row) =>
    JSON.stringify(
      Object.fromEntries(fields.flatMap((field) => customKeys(field, row)).filter(([, value]) => withMissing || value !== null)),
    ),
})

/** The columns of a whole new row. */
export function newRowWriters(shape: Shape): Writer[] {
  const own = [...shape.fields.values()].filter((field) => field.storage !== 'system')
  const custom = own.filter((field) => field.storage === 'custom')
  const scope = scopeColumns(shape)
  const plain = (column: string, type: string, name: string): Writer => ({ column, type, of: (row) => row[name] ?? null })
  return [
    ...systemColumns
      .filter(([name]) => name !== 'deletedAt')
      .map(([name, column]) => plain(column, systemTypes[column] ?? 'timestamptz', name)),
    ...(shape.chain.length > 1 ? [plain('root_id', 'uuid', 'rootId')] : []),
    ...(scope.rootOwner ? [plain(scope.rootOwner, 'uuid', '^owner')] : []),
    ...(scope.rootDepartment ? [plain(scope.rootDepartment, 'uuid', '^department')] : []),
    ...writersOf(
      shape,
      own.map((field) => field.name),
    ).filter((writer) => writer.column !== 'custom'),
    ...(custom.length > 0 ? [customWriter(custom, false)] : []),
  ]
}
