import { open } from 'node:fs/promises'
import path from 'node:path'
import type { Actor } from '#engine/access/actor.ts'
import { notFound, refuse } from '#engine/action/refusal.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Queries } from '#engine/store/database.ts'
import { newId } from '#engine/store/id.ts'
import { sql } from '#engine/store/sql.ts'
import { bare } from '#engine/text/normal.ts'
import { words } from '#engine/text/words.ts'
import { delimiterOf } from './encoding.ts'
import { guessMapping, type ColumnMapping } from './guess.ts'
import { guessHeadings, isReasonHeading, joinHeadings, nameHeadings, signatureOf } from './headings.ts'
import { importFields, type LinkChoice } from './import-fields.ts'
import { readLines, sheetNames, sniff, type TableLine, type TableSettings } from './table-file.ts'

/** What becomes of a row that is in the base already, or looks so. What is asked waits for a person. */
export const duplicateRules = ['ask', 'skip', 'fillEmpty', 'update', 'merge', 'create'] as const
export type DuplicateRule = (typeof duplicateRules)[number]

export interface ImportSettings extends TableSettings {
  sheets: string[]
  /** First line of the headings, from 1 (0 where there are none), and how many lines they take. */
  headerRow: number
  headerRows: number
  mapping: ColumnMapping[]
  /** The mapping is that of an earlier file with the same headings. */
  isRemembered: boolean
  /** Of a row whose name or number a record has already. */
  duplicates: DuplicateRule
  /** Of a row that is more likely than not the same as a record, by comparison. */
  similar: DuplicateRule
  /** By line, where a single row goes its own way. */
  decisions: Record<string, DuplicateRule>
  /** Records named in a row that do not exist: by link field, or by the record type that is made along. */
  links: Record<string, LinkChoice>
  /** A cell that cannot be read refuses its row; else it is left empty and reported. */
  refuseBadCells: boolean
}

export interface ImportProgress {
  /** Lines read; rows taken, of these made and changed; in the base already; not taken; waiting for a decision; cells reported. */
  read: number
  valid: number
  created: number
  changed: number
  duplicate: number
  failed: number
  asked: number
  remarked: number
  /** Records made along. */
  linked: number
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

async function firstLines(file: string, settings: TableSettings, count: number): Promise<TableLine[]> {
  const lines: TableLine[] = []
  for await (const line of readLines(file, settings)) {
    lines.push(line)
    if (lines.length >= count) break
  }
  return lines
}

interface Memory {
  /** What was chosen, by heading. */
  columns: Record<string, string | null>
  isSame: boolean
}

/** What somebody chose for a file with the same headings before; else for each of these headings in his last file. */
async function remembered(queries: Queries, actor: Actor, record: string, signature: string): Promise<Memory> {
  const read = (condition = sql.raw('true')) =>
    queries.row<{ settings: ImportSettings }>(
      sql`select settings from import where actor_id = ${actor.id} and record = ${record} and state <> 'ready' and ${condition} order by id desc limit 1`,
    )
  const same = await read(sql`signature = ${signature}`)
  const row = same ?? (await read())
  return {
    columns: Object.fromEntries(
      (row?.settings.mapping ?? []).flatMap((column) => (same || column.field ? [[bare(column.header), column.field]] : [])),
    ),
    isSame: same !== undefined,
  }
}

async function beginningOf(file: string, encoding: string | undefined): Promise<string> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(100_000), 0, 100_000, 0)
    return new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead))
  } finally {
    await handle.close()
  }
}

/** The first sheet that holds anything. */
async function firstFilled(file: string, table: TableSettings, sheets: readonly string[]): Promise<string | undefined> {
  for (const sheet of sheets) if ((await firstLines(file, { ...table, sheet }, 1)).length > 0) return sheet
  return undefined
}

/** Works out everything that can be known of a file without asking: kind, encoding, delimiter, sheets, headings, mapping. */
export async function guessSettings(
  runtime: Runtime,
  actor: Actor,
  shape: Shape,
  file: string,
  given: Partial<ImportSettings> = {},
): Promise<ImportSettings> {
  const found = await sniff(file)
  const encoding = given.encoding ?? found.encoding
  const sheets = await sheetNames(file, found.kind)
  if (given.sheet && !sheets.includes(given.sheet)) throw refuse('bad-sheet', words('没有这张工作表。', 'There is no such sheet.'))
  const delimiter = found.kind === 'csv' ? (given.delimiter ?? delimiterOf(await beginningOf(file, encoding))) : undefined
  const table: TableSettings = {
    kind: found.kind,
    locale: actor.locale,
    ...(encoding ? { encoding } : {}),
    ...(delimiter ? { delimiter } : {}),
  }
  const sheet = given.sheet ?? (sheets.length > 1 ? await firstFilled(file, table, sheets) : undefined)
  if (sheet) table.sheet = sheet
  const lines = await firstLines(file, table, 60)
  if (lines.length === 0) throw refuse('bad-file', words('文件里没有内容。', 'There is nothing in the file.'))
  const fields = importFields(runtime.house, actor, shape)
  const place = found.kind === 'vcf' ? { headerRow: 1, headerRows: 1 } : guessHeadings(lines, fields)
  const headerRow = given.headerRow ?? place.headerRow
  const headerRows = given.headerRows ?? (headerRow === place.headerRow ? place.headerRows : 1)
  const headings = lines.filter((line) => line.line >= headerRow && line.line < headerRow + headerRows)
  if (headings.length === 0 && headerRow > 0)
    throw refuse('bad-header', words('表头行不在文件的前 50 行之内。', 'The heading line is not among the first 50 lines.'))
  const width = Math.max(1, ...lines.filter((line) => line.line >= headerRow).map((line) => line.cells.length))
  const names = nameHeadings(
    joinHeadings(
      headings.map((line) => line.cells),
      width,
    ),
    width,
  )
  const memory = await remembered(runtime.database, actor, shape.name, signatureOf(names))
  return {
    ...table,
    sheets,
    ...usual,
    headerRow,
    headerRows,
    mapping: guessMapping(names, fields, memory.columns),
    ...Object.fromEntries(chosen.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name]]]))),
    isRemembered: memory.isSame,
  }
}

/** What holds unless something else is chosen. */
const usual = {
  headerRows: 1,
  isRemembered: false,
  duplicates: 'skip',
  similar: 'ask',
  decisions: {},
  links: {},
  refuseBadCells: false,
} as const
const chosen = ['duplicates', 'similar', 'links', 'refuseBadCells'] as const

export const emptyProgress: ImportProgress = {
  read: 0,
  valid: 0,
  created: 0,
  changed: 0,
  duplicate: 0,
  failed: 0,
  asked: 0,
  remarked: 0,
  linked: 0,
  total: 0,
  line: 0,
}

const signatureIn = ({ mapping }: ImportSettings): string => signatureOf(mapping.map((column) => column.header))

/** Takes in an uploaded file and proposes how to read it. */
export async function openImport(
  runtime: Runtime,
  actor: Actor,
  shape: Shape,
  upload: { name: string; key: string; size: number; hash: string },
): Promise<ImportRow> {
  const settings = await guessSettings(runtime, actor, shape, fileOf(runtime, upload.key))
  const id = newId()
  await runtime.database.run(
    sql`insert into import (id, record, actor_id, created_at, state, file_name, file_key, file_size, file_hash, settings, progress, signature)
      values (${id}, ${shape.name}, ${actor.id}, now(), 'ready', ${upload.name}, ${upload.key}, ${upload.size}, ${upload.hash}, ${JSON.stringify(settings)}, ${JSON.stringify(emptyProgress)}, ${signatureIn(settings)})`,
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
  const found = row as unknown as ImportRow
  return { ...found, settings: { ...usual, ...found.settings }, progress: { ...emptyProgress, ...found.progress } }
}

/** Another way to cut the file into lines and columns: the mapping is made anew. */
const cuts = ['encoding', 'delimiter', 'sheet', 'headerRow', 'headerRows'] as const

/** Changes how a file is read. Another encoding, sheet or heading line makes the mapping anew, unless one is given with it. */
export async function changeImport(
  runtime: Runtime,
  actor: Actor,
  id: string,
  given: Partial<ImportSettings> & { guessAnew?: boolean },
): Promise<ImportRow> {
  const row = await readImport(runtime.database, actor, id)
  if (row.state !== 'ready')
    throw refuse('bad-state', words('导入已经开始，不能再修改。', 'The import has begun and cannot be changed.'), { status: 409 })
  const shape = runtime.house.shapes.get(row.record)!
  const { guessAnew, mapping, ...rest } = given
  const reads = cuts.some((name) => given[name] !== undefined && given[name] !== row.settings[name])
  const settings = reads
    ? await guessSettings(runtime, actor, shape, fileOf(runtime, row.fileKey), cutsOf(row.settings, rest))
    : { ...row.settings, ...rest, links: { ...row.settings.links, ...rest.links } }
  const fields = importFields(runtime.house, actor, shape)
  if (guessAnew) {
    settings.mapping = guessMapping(
      settings.mapping.map((column) => column.header),
      fields,
    )
    settings.isRemembered = false
  }
  if (mapping) {
    const twice = mapping.map((column) => column.field).filter((field, i, all) => field !== null && all.indexOf(field) !== i)
    if (twice.length > 0)
      throw refuse('bad-mapping', words('同一字段对应了两列。', 'Two columns go to the same field.'), {
        fields: { [twice[0]!]: words('重复', 'twice') },
      })
    const unknown = mapping.find((column) => column.field !== null && !Object.hasOwn(fields, column.field))
    if (unknown) throw refuse('bad-mapping', words(`没有字段“${unknown.field}”。`, `There is no field "${unknown.field}".`))
    const byColumn = new Map(mapping.map((column) => [column.column, column.field]))
    settings.mapping = settings.mapping.map((column) => ({
      ...column,
      field: isReasonHeading(column.header) ? null : byColumn.has(column.column) ? byColumn.get(column.column)! : column.field,
    }))
  }
  await runtime.database.run(
    sql`update import set settings = ${JSON.stringify(settings)}, signature = ${signatureIn(settings)}, version = version + 1 where id = ${id} and state = 'ready'`,
  )
  return readImport(runtime.database, actor, id)
}

/** What stays when a file is cut anew: what was chosen for its duplicates and links, and the ways to cut it that still make sense. */
function cutsOf(before: ImportSettings, given: Partial<ImportSettings>): Partial<ImportSettings> {
  const { encoding, delimiter, sheet, headerRow, headerRows, duplicates, similar, links, refuseBadCells } = before
  const isOtherSheet = given.sheet !== undefined && given.sheet !== sheet
  const isOtherText = given.encoding !== undefined && given.encoding !== encoding
  const isOtherHeading = given.headerRow !== undefined && given.headerRow !== headerRow
  return {
    duplicates,
    similar,
    links,
    refuseBadCells,
    ...(encoding ? { encoding } : {}),
    ...(delimiter && !isOtherText ? { delimiter } : {}),
    ...(sheet ? { sheet } : {}),
    ...(isOtherSheet || isOtherText ? {} : { headerRow, ...(isOtherHeading ? {} : { headerRows }) }),
    ...given,
  }
}
