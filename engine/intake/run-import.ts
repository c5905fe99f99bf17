import type { Actor } from '#engine/access/actor.ts'
import { verbOf } from '#engine/action/derived.ts'
import { advanceOperation, startOperation } from '#engine/action/operations.ts'
import { perform } from '#engine/action/perform.ts'
import { refuse } from '#engine/action/refusal.ts'
import type { Shape } from '#engine/record/house.ts'
import { tellOfImportEnd } from '#engine/notice/tell-of-ends.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Queries } from '#engine/store/database.ts'
import { newId } from '#engine/store/id.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { isBlank, isFooter } from './guess.ts'
import { isExportMark } from './export-log.ts'
import { fileOf, importFields, readImport, type ImportProgress, type ImportRow } from './importing.ts'
import { resolveTitles } from './lookup.ts'
import { headingOf, passBatch, type Pass, type RowVerdict } from './pass-rows.ts'
import { readRow, type ReadRow } from './rows.ts'
import { readLines } from './table-file.ts'

const batch = 500

/** The rows of a file in batches, from a line on; headings, blank lines and totals left aside. */
async function* batchesOf(runtime: Runtime, row: ImportRow, after: number): AsyncGenerator<ReadRow[]> {
  const shape = runtime.house.shapes.get(row.record)!
  const fields = importFields(runtime, shape)
  let rows: ReadRow[] = []
  for await (const { line, cells } of readLines(fileOf(runtime, row.fileKey), row.settings)) {
    if (line <= Math.max(row.settings.headerRow, after) || isBlank(cells) || isExportMark(cells)) continue
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
    if (line.line > before.settings.headerRow && !isBlank(line.cells) && !isExportMark(line.cells)) total += 1
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
