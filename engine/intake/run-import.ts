import type { Actor } from '#engine/access/actor.ts'
import { verbOf } from '#engine/action/derived.ts'
import { advanceOperation, startOperation } from '#engine/action/operations.ts'
import { perform, type Item } from '#engine/action/perform.ts'
import type { Refusal } from '#engine/action/refusal.ts'
import { refuse } from '#engine/action/refusal.ts'
import { tellOfImportEnd } from '#engine/notice/tell-of-ends.ts'
import { linkTarget, type Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Queries, Transaction } from '#engine/store/database.ts'
import { newId } from '#engine/store/id.ts'
import { readRows } from '#engine/store/rows.ts'
import { sql } from '#engine/store/sql.ts'
import { words, type Words } from '#engine/text/words.ts'
import { isBlank, isFooter } from './guess.ts'
import { fileOf, importFields, readImport, type ImportProgress, type ImportRow } from './importing.ts'
import { lookUp, resolveTitles, titlesWanted } from './lookup.ts'
import { readRow, type ReadRow } from './rows.ts'
import { readLines } from './table-file.ts'

const batch = 500

/** Stands for the id of a record that a preview would make; no cell of a file can hold it. */
const toBeMade = '\u0000'

/** What became of one row of a file. */
export interface RowVerdict {
  row: ReadRow
  what: 'new' | 'changed' | 'duplicate' | 'failed' | 'skipped'
  reasons: { column: string; words: Words }[]
  /** The record it is, or is a duplicate of. */
  id?: string
}

/** The rows of a file in batches, from a line on; headings, blank lines and totals left aside. */
async function* batchesOf(runtime: Runtime, row: ImportRow, after: number): AsyncGenerator<ReadRow[]> {
  const shape = runtime.house.shapes.get(row.record)!
  const fields = importFields(runtime, shape)
  let rows: ReadRow[] = []
  for await (const { line, cells } of readLines(fileOf(runtime, row.fileKey), row.settings)) {
    if (line <= Math.max(row.settings.headerRow, after) || isBlank(cells)) continue
    rows.push(
      isFooter(cells)
        ? {
            line,
            cells,
            values: {},
            titles: {},
            problems: [{ column: '', field: '', words: words('合计或页脚行，未导入', 'a total or footer, not imported'), fatal: true }],
          }
        : readRow(line, cells, row.settings.mapping, fields, row.settings.refuseBadCells),
    )
    if (rows.length >= batch) {
      yield rows
      rows = []
    }
  }
  if (rows.length > 0) yield rows
}

interface Pass {
  runtime: Runtime
  actor: Actor
  shape: Shape
  row: ImportRow
  operation: string
  mode: 'run' | 'preview'
  /** Keys of rows seen earlier in the file: a row twice is a duplicate of the first. */
  seen: Map<string, number>
  /** Titles that link columns of later rows may name: rows of the file itself. */
  later: { line: number; field: string; title: string }[]
}

/** Looks up what link columns name; makes what is missing where that is wanted; says what could not be found. */
async function settleLinks(pass: Pass, rows: readonly ReadRow[]): Promise<void> {
  const { runtime, actor, shape, row, mode } = pass
  const fields = importFields(runtime, shape)
  const wanted = titlesWanted(rows, fields)
  if (wanted.size === 0) return
  const resolved = await resolveTitles(runtime.database, runtime.house, actor, wanted)
  for (const [record, titles] of wanted) {
    const target = runtime.house.shapes.get(record)!
    const known = resolved.get(record)!
    const missing = [...titles].filter((title) => !known.has(title))
    // Users and departments are never made on the side, and rows of this very file are linked when all of them are in.
    if (missing.length === 0 || !row.settings.createLinked || target.record.shapesAccess || record === shape.name) continue
    const create = verbOf(runtime.house, target, 'create')
    const outcome = await perform(
      runtime,
      actor,
      create,
      missing.map((title) => ({ input: { [target.record.title]: title } })),
      { partial: true, operation: pass.operation, mode },
    )
    missing.forEach((title, i) => outcome.items[i]?.id && known.set(title, mode === 'run' ? outcome.items[i]!.id! : toBeMade))
  }
  for (const entry of rows)
    for (const [name, title] of Object.entries(entry.titles)) {
      const target = linkTarget(fields[name]!)
      const id = resolved.get(target)!.get(title)
      const isMany = fields[name]!.kind === 'links'
      if (id) entry.values[name] = isMany ? [id] : id
      else if (id === undefined && target === shape.name) pass.later.push({ line: entry.line, field: name, title })
      else
        entry.problems.push({
          column: headingOf(pass, name),
          field: name,
          fatal: fields[name]!.options.required === true || row.settings.refuseBadCells,
          words:
            id === null
              ? words(`“${title}”有多个同名记录`, `there are several records called "${title}"`)
              : words(`没有找到“${title}”`, `"${title}" was not found`),
        })
    }
}

/** Which rows are in the base already, by the first of the record's matching fields that says so; and which come twice in the file. */
async function findDuplicates(pass: Pass, rows: readonly ReadRow[]): Promise<Map<ReadRow, { id?: string; line?: number; by: string }>> {
  const { runtime, actor, shape } = pass
  const found = new Map<ReadRow, { id?: string; line?: number; by: string }>()
  for (const name of shape.record.matchBy ?? []) {
    const open = rows.filter((row) => !found.has(row) && row.values[name])
    const inBase = await lookUp(runtime.database, runtime.house, actor, shape, name, [
      ...new Set(open.map((row) => row.values[name] as string)),
    ])
    for (const row of open) {
      const value = row.values[name] as string
      const ids = inBase.get(value)
      if (ids) found.set(row, { ...(ids.length === 1 ? { id: ids[0]! } : {}), by: name })
    }
    for (const row of open) {
      const key = `${name}:${row.values[name] as string}`
      const first = pass.seen.get(key)
      if (!found.has(row) && first !== undefined && first !== row.line) found.set(row, { line: first, by: name })
    }
  }
  for (const row of rows)
    for (const name of shape.record.matchBy ?? []) {
      const key = `${name}:${row.values[name] as string}`
      if (row.values[name] && !found.has(row) && !pass.seen.has(key)) pass.seen.set(key, row.line)
    }
  return found
}

/** A field as the file calls it; what the file does not have, as our own lists do. */
const headingOf = ({ row, shape }: Pick<Pass, 'row' | 'shape'>, name: string): string =>
  row.settings.mapping.find((column) => column.field === name)?.header || (shape.fields.get(name)?.field.options.zh ?? name)

const reasonsOf = (refusal: Refusal, pass: Pass): RowVerdict['reasons'] =>
  refusal.fields
    ? Object.entries(refusal.fields).map(([name, text]) => ({ column: headingOf(pass, name), words: text }))
    : [{ column: '', words: refusal.words }]

/** Takes one batch through the write path. All that it does is in one transaction with the progress it reports. */
async function passBatch(
  pass: Pass,
  rows: readonly ReadRow[],
  alongside: (tx: Transaction, verdicts: RowVerdict[]) => Promise<void>,
): Promise<RowVerdict[]> {
  const {
    runtime,
    actor,
    shape,
    row: { settings },
    operation,
    mode,
  } = pass
  const verdicts = new Map<ReadRow, RowVerdict>()
  const settle = (row: ReadRow, what: RowVerdict['what'], reasons: RowVerdict['reasons'] = [], id?: string) =>
    verdicts.set(row, { row, what, reasons, ...(id ? { id } : {}) })
  await settleLinks(
    pass,
    rows.filter((row) => !row.problems.some((problem) => problem.fatal)),
  )
  for (const row of rows) {
    const fatal = row.problems.filter((problem) => problem.fatal)
    if (fatal.length > 0)
      settle(
        row,
        fatal[0]!.field === '' ? 'skipped' : 'failed',
        fatal.map(({ column, words: text }) => ({ column, words: text })),
      )
  }
  const duplicates = await findDuplicates(
    pass,
    rows.filter((row) => !verdicts.has(row)),
  )
  const changes: { row: ReadRow; id: string }[] = []
  const fresh: ReadRow[] = []
  for (const row of rows) {
    if (verdicts.has(row)) continue
    const twin = duplicates.get(row)
    if (!twin || settings.duplicates === 'create') fresh.push(row)
    else if (twin.id && settings.duplicates !== 'skip') changes.push({ row, id: twin.id })
    else {
      const field = shape.fields.get(twin.by)!.field.options
      const text = twin.line
        ? words(`与第 ${twin.line} 行重复(${field.zh})`, `the same as line ${twin.line} (${field.en})`)
        : twin.id
          ? words(`已有相同的${field.zh}`, `the same ${field.en.toLowerCase()} exists already`)
          : words(`有多条记录的${field.zh}相同`, `several records have this ${field.en.toLowerCase()}`)
      settle(row, 'duplicate', [{ column: headingOf(pass, twin.by), words: text }], twin.id)
    }
  }
  if (changes.length > 0) {
    const stored = new Map(
      (
        await readRows(
          runtime.database,
          shape,
          changes.map((change) => change.id),
        )
      ).map((found) => [found.id, found]),
    )
    const edit = verbOf(runtime.house, shape, 'edit')
    const items: Item[] = changes.map(({ row, id }) => {
      const open = Object.entries(row.values).filter(
        ([name]) => name in edit.input && (settings.duplicates === 'update' || isEmpty(stored.get(id)?.[name])),
      )
      return { id, input: Object.fromEntries(open) }
    })
    const outcome = await perform(runtime, actor, edit, items, { partial: true, operation, mode })
    changes.forEach(({ row, id }, i) => {
      const refusal = outcome.items[i]!.refusal
      settle(row, refusal ? 'failed' : 'changed', refusal ? reasonsOf(refusal, pass) : [], id)
    })
  }
  // In a preview, a record that would be made on the side has no id yet: what hangs on it cannot be tried, and is taken at its word.
  const tried = fresh.filter((row) => !Object.values(row.values).includes(toBeMade))
  for (const row of fresh) if (!tried.includes(row)) settle(row, 'new')
  const settleTried = (items: readonly { id?: string; refusal?: Refusal }[]) =>
    tried.forEach((row, i) => {
      const { id, refusal } = items[i]!
      settle(
        row,
        refusal ? (refusal.code === 'identity-taken' ? 'duplicate' : 'failed') : 'new',
        refusal ? reasonsOf(refusal, pass) : [],
        id,
      )
    })
  const all = () => rows.map((row) => verdicts.get(row)!)
  const create = verbOf(runtime.house, shape, 'create')
  if (tried.length > 0) {
    const outcome = await perform(
      runtime,
      actor,
      create,
      tried.map((row) => ({ input: row.values })),
      {
        partial: true,
        withHistory: true,
        operation,
        mode,
        alongside: (tx, items) => {
          settleTried(items)
          return alongside(tx, all())
        },
      },
    )
    if (mode === 'preview') settleTried(outcome.items)
  } else if (mode === 'run') await runtime.database.transaction((tx) => alongside(tx, all()))
  return all()
}

const isEmpty = (value: unknown) => value === null || value === undefined || (Array.isArray(value) && value.length === 0)

const count = (verdicts: readonly RowVerdict[], ...what: RowVerdict['what'][]) =>
  verdicts.filter((verdict) => what.includes(verdict.what)).length

function addTo(progress: ImportProgress, verdicts: readonly RowVerdict[]): ImportProgress {
  return {
    ...progress,
    read: progress.read + verdicts.length,
    valid: progress.valid + count(verdicts, 'new', 'changed'),
    duplicate: progress.duplicate + count(verdicts, 'duplicate'),
    failed: progress.failed + count(verdicts, 'failed'),
    remarked:
      progress.remarked +
      verdicts.filter((verdict) => verdict.what !== 'failed' && (verdict.row.problems.length > 0 || verdict.what === 'skipped')).length,
    line: verdicts.at(-1)?.row.line ?? progress.line,
  }
}

async function noteProblems(queries: Queries, id: string, verdicts: readonly RowVerdict[], later: Pass['later']): Promise<void> {
  const ids = new Map(verdicts.map((verdict) => [verdict.row.line, verdict.id]))
  const rows = [
    ...verdicts
      .filter((verdict) => verdict.reasons.length > 0 || verdict.row.problems.length > 0)
      .map((verdict) => ({
        line: verdict.row.line,
        kind: verdict.what === 'new' || verdict.what === 'changed' ? 'remark' : verdict.what,
        cells: verdict.row.cells,
        problems:
          verdict.reasons.length > 0 ? verdict.reasons : verdict.row.problems.map(({ column, words: text }) => ({ column, words: text })),
      })),
    ...later
      .filter((entry) => ids.get(entry.line))
      .map((entry) => ({ line: entry.line, kind: `link:${entry.field}`, cells: [ids.get(entry.line)!, entry.title], problems: [] })),
  ]
  if (rows.length === 0) return
  await queries.run(
    sql`insert into import_problem (import_id, line, kind, cells, problems) select ${id}, line, kind, cells, problems from json_to_recordset(${JSON.stringify(rows)}::json) as v(line integer, kind text, cells jsonb, problems jsonb) on conflict do nothing`,
  )
}

/** Shows what an import would do, without doing it: the first rows of the file through the same path, rolled back. */
export async function previewImport(
  runtime: Runtime,
  actor: Actor,
  id: string,
  limit = 1000,
): Promise<{ rows: RowVerdict[]; progress: ImportProgress; isWhole: boolean }> {
  const row = await readImport(runtime.database, actor, id)
  const shape = runtime.house.shapes.get(row.record)!
  const pass: Pass = { runtime, actor, shape, row, operation: newId(), mode: 'preview', seen: new Map(), later: [] }
  const verdicts: RowVerdict[] = []
  let isWhole = true
  for await (const rows of batchesOf(runtime, row, 0)) {
    if (verdicts.length >= limit) {
      isWhole = false
      break
    }
    verdicts.push(...(await passBatch(pass, rows, async () => {})))
  }
  return {
    rows: verdicts,
    progress: addTo({ ...row.progress, read: 0, valid: 0, duplicate: 0, failed: 0, remarked: 0 }, verdicts),
    isWhole,
  }
}

/** Begins an import: from here on it runs in the background to its end, whoever is killed. */
export async function startImport(runtime: Runtime, actor: Actor, id: string): Promise<ImportRow> {
  let total = 0
  const before = await readImport(runtime.database, actor, id)
  for await (const line of readLines(fileOf(runtime, before.fileKey), before.settings))
    if (line.line > before.settings.headerRow && !isBlank(line.cells)) total += 1
  await runtime.database.transaction(async (tx) => {
    const row = await readImport(tx, actor, id, true)
    if (row.state !== 'ready') throw refuse('bad-state', words('导入已经开始。', 'The import has begun already.'), { status: 409 })
    if (!row.settings.mapping.some((column) => column.field === runtime.house.shapes.get(row.record)!.record.title))
      throw refuse('bad-mapping', words('请先指定名称所在的列。', 'Say first which column holds the name.'))
    const operation = newId()
    await startOperation(tx, actor, { id: operation, action: 'import', record: row.record, total, input: { file: row.fileName } })
    await tx.run(
      sql`update import set state = 'running', operation_id = ${operation}, progress = ${JSON.stringify({ ...row.progress, total })} where id = ${id}`,
    )
    await runtime.enqueue(tx, 'run-import', { import: id }, { key: id })
  })
  return readImport(runtime.database, actor, id)
}

/** Goes on with an import from the line where it stands. Every batch and its progress are one transaction. */
export async function continueImport(runtime: Runtime, id: string, signal: AbortSignal): Promise<void> {
  const system = await runtime.database.row<{ actor_id: string }>(sql`select actor_id from import where id = ${id} and state = 'running'`)
  if (!system) return
  const actor = await runtime.actorOf(system.actor_id, 'job')
  if (!actor) return endImport(runtime, id, 'failed')
  const row = await readImport(runtime.database, actor, id)
  const shape = runtime.house.shapes.get(row.record)!
  const pass: Pass = { runtime, actor, shape, row, operation: row.operationId!, mode: 'run', seen: new Map(), later: [] }
  let progress = row.progress
  for await (const rows of batchesOf(runtime, row, progress.line)) {
    if (signal.aborted) throw new Error('stopped; goes on later')
    pass.later = []
    let next = progress
    await passBatch(pass, rows, async (tx, verdicts) => {
      next = addTo(progress, verdicts)
      await noteProblems(tx, id, verdicts, pass.later)
      // A worker that was thought dead may have gone on: of two at the same rows, one takes all of its own back.
      const mine = await tx.run(
        sql`update import set progress = ${JSON.stringify(next)} where id = ${id} and state = 'running' and (progress->>'line')::integer = ${progress.line}`,
      )
      if (mine === 0) throw new Error('another worker goes on with this import')
      const failed = verdicts.filter((verdict) => verdict.what === 'failed')
      await advanceOperation(tx, row.operationId!, {
        done: count(verdicts, 'new', 'changed'),
        refused: failed.length,
        report: failed.map((verdict) => ({ code: 'failed', words: verdict.reasons[0]?.words ?? words('未导入', 'not imported') })),
      })
    })
    progress = next
  }
  await linkWithinFile(runtime, actor, shape, row)
  await endImport(runtime, id, 'done')
}

async function endImport(runtime: Runtime, id: string, state: 'done' | 'failed'): Promise<void> {
  await runtime.database.transaction(async (tx) => {
    const row = await tx.row<{ operation_id: string }>(
      sql`update import set state = ${state} where id = ${id} and state = 'running' returning operation_id`,
    )
    if (!row) return
    await advanceOperation(tx, row.operation_id, { done: 0, refused: 0, report: [], finished: state === 'done' ? 'done' : 'stopped' })
    await tellOfImportEnd(runtime, tx, id, state)
  })
}

/** Links between rows of the same file (a company and its parent), once all rows are in. */
async function linkWithinFile(runtime: Runtime, actor: Actor, shape: Shape, row: ImportRow): Promise<void> {
  const edit = verbOf(runtime.house, shape, 'edit')
  for (;;) {
    const open = await runtime.database.rows<{ line: number; kind: string; cells: [string, string] }>(
      sql`select line, kind, cells from import_problem where import_id = ${row.id} and kind like 'link:%' order by line limit ${batch}`,
    )
    if (open.length === 0) return
    const resolved = (
      await resolveTitles(runtime.database, runtime.house, actor, new Map([[shape.name, new Set(open.map((entry) => entry.cells[1]))]]))
    ).get(shape.name)!
    const known = open.filter((entry) => resolved.get(entry.cells[1]) && entry.kind.slice(5) in edit.input)
    if (known.length > 0)
      await perform(
        runtime,
        actor,
        edit,
        known.map((entry) => ({ id: entry.cells[0], input: { [entry.kind.slice(5)]: resolved.get(entry.cells[1]) } })),
        { partial: true, operation: row.operationId! },
      )
    await runtime.database.transaction(async (tx) => {
      await tx.run(
        sql`delete from import_problem where import_id = ${row.id} and kind like 'link:%' and line = any(${open.map((entry) => entry.line)}::integer[])`,
      )
      await noteProblems(
        tx,
        row.id,
        open
          .filter((entry) => !known.includes(entry))
          .map((entry): RowVerdict => ({
            row: { line: entry.line, cells: [entry.cells[1]], values: {}, titles: {}, problems: [] },
            what: 'new',
            reasons: [
              {
                column: headingOf({ row, shape }, entry.kind.slice(5)),
                words: words(`没有找到“${entry.cells[1]}”`, `"${entry.cells[1]}" was not found`),
              },
            ],
          })),
        [],
      )
    })
  }
}
