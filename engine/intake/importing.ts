import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Actor } from '#engine/access/actor.ts'
import { verbOf } from '#engine/action/derived.ts'
import { notFound, refuse } from '#engine/action/refusal.ts'
import type { Fields } from '#engine/record/field.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Queries } from '#engine/store/database.ts'
import { newId } from '#engine/store/id.ts'
import { sql } from '#engine/store/sql.ts'
import { bare } from '#engine/text/normal.ts'
import { words } from '#engine/text/words.ts'
import { guessHeader, guessMapping, nameHeaders, type ColumnMapping } from './guess.ts'
import { delimiterOf, readLines, sheetNames, sniff, type TableKind, type TableLine } from './table-file.ts'

export const duplicateRules = ['skip', 'update', 'fillEmpty', 'create'] as const
export type DuplicateRule = (typeof duplicateRules)[number]

export interface ImportSettings {
  kind: TableKind
  encoding?: string
  delimiter?: string
  sheet?: string
  sheets: string[]
  /** Line of the headings, from 1. */
  headerRow: number
  mapping: ColumnMapping[]
  /** What becomes of a row that is in the base already. */
  duplicates: DuplicateRule
  /** Records named in link columns that do not exist are made. */
  createLinked: boolean
  /** A cell that cannot be read refuses its row; else it is left empty and reported. */
  refuseBadCells: boolean
}

export interface ImportProgress {
  /** Lines read, rows taken, in the base already, not taken; cells reported. */
  read: number
  valid: number
  duplicate: number
  failed: number
  remarked: number
  total: number
  /** Last line that is done. */
  line: number
}

export type ImportState = 'ready' | 'running' | 'done' | 'failed' | 'undone'

export interface ImportRow {
  id: string
  record: string
  actorId: string
  createdAt: string
  state: ImportState
  fileName: string
  fileKey: string
  fileSize: number
  settings: ImportSettings
  progress: ImportProgress
  operationId: string | null
  version: number
}

export const fileOf = (runtime: Runtime, key: string): string => path.join(runtime.folder, 'files', key.slice(0, 2), key)

/** The fields a file may fill: those of a new record, and what an import may say besides. */
export const importFields = (runtime: Runtime, shape: Shape): Fields => verbOf(runtime.house, shape, 'create').input as Fields

async function firstLines(
  file: string,
  settings: Pick<ImportSettings, 'kind' | 'encoding' | 'delimiter' | 'sheet'>,
  count: number,
): Promise<TableLine[]> {
  const lines: TableLine[] = []
  for await (const line of readLines(file, settings)) {
    lines.push(line)
    if (lines.length >= count) break
  }
  return lines
}

/** What an administrator or a colleague chose for these headings before, per record type. */
async function rememberedMapping(queries: Queries, record: string): Promise<Record<string, string | null>> {
  const row = await queries.row<{ settings: ImportSettings }>(
    sql`select settings from import where record = ${record} and state = 'done' order by id desc limit 1`,
  )
  return Object.fromEntries((row?.settings.mapping ?? []).map((column) => [bare(column.header), column.field]))
}

/** Works out everything that can be known of a file without asking: kind, encoding, delimiter, sheets, heading line, mapping. */
export async function guessSettings(
  runtime: Runtime,
  shape: Shape,
  file: string,
  given: Partial<ImportSettings> = {},
): Promise<ImportSettings> {
  const found = await sniff(file)
  const encoding = given.encoding ?? found.encoding
  const sheets = await sheetNames(file, found.kind)
  if (given.sheet && !sheets.includes(given.sheet)) throw refuse('bad-sheet', words('没有这张工作表。', 'There is no such sheet.'))
  const delimiter =
    found.kind === 'csv'
      ? (given.delimiter ?? delimiterOf(new TextDecoder(encoding).decode((await readFile(file)).subarray(0, 100_000))))
      : undefined
  const table = {
    kind: found.kind,
    ...(encoding ? { encoding } : {}),
    ...(delimiter ? { delimiter } : {}),
    ...(given.sheet ? { sheet: given.sheet } : {}),
  }
  const lines = await firstLines(file, table, 50)
  if (lines.length === 0) throw refuse('bad-file', words('文件里没有内容。', 'There is nothing in the file.'))
  const fields = importFields(runtime, shape)
  const headerRow = given.headerRow ?? guessHeader(lines, fields)
  const header = lines.find((line) => line.line === headerRow)
  if (!header) throw refuse('bad-header', words('表头行不在文件的前 50 行之内。', 'The heading line is not among the first 50 lines.'))
  const headers = nameHeaders(header.cells, Math.max(...lines.filter((line) => line.line >= headerRow).map((line) => line.cells.length)))
  return {
    ...table,
    sheets,
    headerRow,
    mapping: guessMapping(headers, fields, await rememberedMapping(runtime.database, shape.name)),
    duplicates: given.duplicates ?? 'skip',
    createLinked: given.createLinked ?? true,
    refuseBadCells: given.refuseBadCells ?? false,
  }
}

const emptyProgress: ImportProgress = { read: 0, valid: 0, duplicate: 0, failed: 0, remarked: 0, total: 0, line: 0 }

/** Takes in an uploaded file and proposes how to read it. */
export async function openImport(
  runtime: Runtime,
  actor: Actor,
  shape: Shape,
  upload: { name: string; key: string; size: number; hash: string },
): Promise<ImportRow> {
  const settings = await guessSettings(runtime, shape, fileOf(runtime, upload.key))
  const id = newId()
  await runtime.database.run(
    sql`insert into import (id, record, actor_id, created_at, state, file_name, file_key, file_size, file_hash, settings, progress)
      values (${id}, ${shape.name}, ${actor.id}, now(), 'ready', ${upload.name}, ${upload.key}, ${upload.size}, ${upload.hash}, ${JSON.stringify(settings)}, ${JSON.stringify(emptyProgress)})`,
  )
  return readImport(runtime.database, actor, id)
}

/** An import of the actor's own. */
export async function readImport(queries: Queries, actor: Actor, id: string, lock = false): Promise<ImportRow> {
  const row = await queries.row(
    sql`select id, record, actor_id as "actorId", created_at as "createdAt", state, file_name as "fileName", file_key as "fileKey", file_size as "fileSize", settings, progress, operation_id as "operationId", version
      from import where id = ${id} and (actor_id = ${actor.id} or ${actor.kind === 'system'}) ${sql.raw(lock ? 'for update' : '')}`,
  )
  if (!row) throw notFound()
  return row as unknown as ImportRow
}

/** Changes how a file is read. Another encoding, sheet or heading line makes the mapping anew, unless one is given with it. */
export async function changeImport(runtime: Runtime, actor: Actor, id: string, given: Partial<ImportSettings>): Promise<ImportRow> {
  const row = await readImport(runtime.database, actor, id)
  if (row.state !== 'ready')
    throw refuse('bad-state', words('导入已经开始，不能再修改。', 'The import has begun and cannot be changed.'), { status: 409 })
  const shape = runtime.house.shapes.get(row.record)!
  const reads = (['encoding', 'delimiter', 'sheet', 'headerRow'] as const).some(
    (name) => given[name] !== undefined && given[name] !== row.settings[name],
  )
  const settings = reads
    ? await guessSettings(runtime, shape, fileOf(runtime, row.fileKey), { ...row.settings, ...given })
    : { ...row.settings, ...given }
  if (given.mapping) {
    const fields = importFields(runtime, shape)
    const twice = given.mapping.map((column) => column.field).filter((field, i, all) => field !== null && all.indexOf(field) !== i)
    if (twice.length > 0)
      throw refuse('bad-mapping', words('同一字段对应了两列。', 'Two columns go to the same field.'), {
        fields: { [twice[0]!]: words('重复', 'twice') },
      })
    const unknown = given.mapping.find((column) => column.field !== null && !Object.hasOwn(fields, column.field))
    if (unknown) throw refuse('bad-mapping', words(`没有字段“${unknown.field}”。`, `There is no field "${unknown.field}".`))
    settings.mapping = settings.mapping.map((column) => ({
      ...column,
      field: (given.mapping!.find((entry) => entry.column === column.column) ?? column).field,
    }))
  }
  await runtime.database.run(sql`update import set settings = ${JSON.stringify(settings)}, version = version + 1 where id = ${id}`)
  return readImport(runtime.database, actor, id)
}
