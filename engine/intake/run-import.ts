import type { Actor } from '#engine/access/actor.ts'
import { verbOf } from '#engine/action/derived.ts'
import { advanceOperation, startOperation } from '#engine/action/operations.ts'
import { perform } from '#engine/action/perform.ts'
import { refuse } from '#engine/action/refusal.ts'
import { seek } from '#engine/match/find-many.ts'
import { tellOfImportEnd } from '#engine/notice/tell-of-ends.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Queries } from '#engine/store/database.ts'
import { newId } from '#engine/store/id.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { comparedBy } from './duplicates.ts'
import { openTurns, type Turn } from './in-turn.ts'
import { alongOf, importFields, linkOptions } from './import-fields.ts'
import { emptyProgress, fileOf, readImport, type ImportProgress, type ImportRow } from './importing.ts'
import { resolveTitles } from './lookup.ts'
import { headingOf, type Batch, type Pass, type RowVerdict } from './pass.ts'
import { passBatch, type Passed } from './pass-batch.ts'
import { ahead, isData, readBatches } from './read-batches.ts'
import type { ReadRow } from './rows.ts'
import { readLines } from './table-file.ts'

const batch = 1000

/** How an import stands with its rows, ready to be walked through. */
function openPass(runtime: Runtime, actor: Actor, row: ImportRow, mode: Pass['mode']): Pass {
  const shape = runtime.house.shapes.get(row.record)!
  const fields = importFields(runtime.house, actor, shape)
  const mapped = new Set(row.settings.mapping.flatMap(({ field }) => field ?? []))
  const links = new Map(linkOptions(runtime.house, actor, shape, mapped, row.settings.links).map(({ name, choice }) => [name, choice]))
  const along = alongOf(runtime.house, shape)
  return { runtime, actor, shape, row, fields, links, along, operation: row.operationId ?? newId(), mode }
}

const count = (verdicts: readonly RowVerdict[], ...what: RowVerdict['what'][]) =>
  verdicts.filter((verdict) => what.includes(verdict.what)).length

const isRemarked = ({ what, row }: RowVerdict): boolean => what === 'skipped' || (what !== 'failed' && row.problems.length > 0)

function addTo(progress: ImportProgress, { verdicts, linked }: Passed): ImportProgress {
  const [created, changed] = [count(verdicts, 'new'), count(verdicts, 'changed')]
  return {
    ...progress,
    read: progress.read + verdicts.length,
    valid: progress.valid + created + changed,
    created: progress.created + created,
    changed: progress.changed + changed,
    duplicate: progress.duplicate + count(verdicts, 'duplicate', 'asked'),
    asked: progress.asked + count(verdicts, 'asked'),
    failed: progress.failed + count(verdicts, 'failed'),
    remarked: progress.remarked + verdicts.filter(isRemarked).length,
    linked: progress.linked + linked,
    line: verdicts.at(-1)?.row.line ?? progress.line,
  }
}

async function noteProblems(queries: Queries, id: string, verdicts: readonly RowVerdict[], later: Batch['later']): Promise<void> {
  const ids = new Map(verdicts.flatMap(({ row, id: record, what }) => (what === 'new' || what === 'changed' ? [[row, record]] : [])))
  const rows = [
    ...verdicts
      .filter((verdict) => verdict.reasons.length > 0 || verdict.row.problems.length > 0)
      .map(({ row, what, reasons }) => ({
        line: row.line,
        kind: what === 'new' || what === 'changed' ? 'remark' : what,
        cells: row.cells,
        problems: reasons.length > 0 ? reasons : row.problems.map(({ column, words: text }) => ({ column, words: text })),
      })),
    ...later
      .filter(({ row }) => ids.get(row))
      .map(({ row, field, title }) => ({ line: row.line, kind: `link:${field}`, cells: [ids.get(row)!, title], problems: [] })),
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
  const pass = openPass(runtime, actor, { ...row, operationId: null }, 'preview')
  let passed: Passed = { verdicts: [], later: [], linked: 0 }
  let isWhole = true
  for await (const rows of readBatches(runtime, row, pass.fields, 0, limit)) {
    if (passed.verdicts.length > 0) {
      isWhole = false
      break
    }
    passed = await passBatch(pass, rows, async () => () => {})
  }
  return { rows: passed.verdicts, progress: addTo({ ...emptyProgress, total: row.progress.total }, passed), isWhole }
}

/** Begins an import: from here on it runs in the background to its end, whoever is killed. */
export async function startImport(runtime: Runtime, actor: Actor, id: string): Promise<ImportRow> {
  let total = 0
  const before = await readImport(runtime.database, actor, id)
  for await (const { line, cells } of readLines(fileOf(runtime, before.fileKey), before.settings))
    if (isData(before, line, cells)) total += 1
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

/** Makes ready what rows are compared by, where the file alone says it. */
async function* prepared(pass: Pass, batches: AsyncGenerator<ReadRow[]>): AsyncGenerator<ReadRow[]> {
  const matching = comparedBy(pass)
  for await (const rows of batches) {
    if (matching)
      for (const row of rows) if (Object.keys(row.titles).length === 0) row.sought = seek(matching, matching.fromForm(row.values))
    yield rows
  }
}

/** Goes on with an import from the line where it stands. Every batch and its progress are one transaction. */
export async function continueImport(runtime: Runtime, id: string, signal: AbortSignal): Promise<void> {
  const found = await runtime.database.row<{ actor_id: string }>(sql`select actor_id from import where id = ${id} and state = 'running'`)
  if (!found) return
  const actor = await runtime.actorOf(found.actor_id, 'job')
  if (!actor) return endImport(runtime, id, 'failed')
  const row = await readImport(runtime.database, actor, id)
  const pass = openPass(runtime, actor, row, 'run')
  const turns = openTurns(pass)
  let progress = row.progress
  const takeIn = (rows: readonly ReadRow[], { mayWrite, mayFinish }: Turn) =>
    passBatch({ ...pass, mayWrite }, rows, async (tx, passed) => {
      await mayFinish()
      const next = addTo(progress, passed)
      await noteProblems(tx, id, passed.verdicts, passed.later)
      // A worker that was thought dead may have gone on: of two at the same rows, one takes all of its own back.
      const mine = await tx.run(
        sql`update import set progress = ${JSON.stringify(next)} where id = ${id} and state = 'running' and (progress->>'line')::integer = ${progress.line}`,
      )
      if (mine === 0) throw new Error('another worker goes on with this import')
      const failed = passed.verdicts.filter((verdict) => verdict.what === 'failed')
      await advanceOperation(tx, pass.operation, {
        done: count(passed.verdicts, 'new', 'changed'),
        refused: failed.length,
        report: failed.map((verdict) => ({ code: 'failed', words: verdict.reasons[0]?.words ?? words('未导入', 'not imported') })),
      })
      return () => (progress = next)
    })
  try {
    for await (const rows of ahead(prepared(pass, readBatches(runtime, row, pass.fields, progress.line, batch)))) {
      if (signal.aborted) throw new Error('stopped; goes on later')
      await turns.take(rows, (turn) => takeIn(rows, turn))
    }
  } finally {
    await turns.end()
  }
  await linkWithinFile(pass)
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
async function linkWithinFile(pass: Pass): Promise<void> {
  const { runtime, actor, shape, row } = pass
  const edit = verbOf(runtime.house, shape, 'edit')
  for (;;) {
    const open = await runtime.database.rows<{ line: number; kind: string; cells: [string, string] }>(
      sql`select line, kind, cells from import_problem where import_id = ${row.id} and kind like 'link:%' order by line limit ${batch}`,
    )
    if (open.length === 0) return
    const found = await resolveTitles(runtime.database, runtime.house, actor, shape, new Set(open.map((entry) => entry.cells[1])))
    const idOf = ({ cells, kind }: (typeof open)[number]) => {
      const ids = (found.get(cells[1]) ?? []).filter((id) => id !== cells[0])
      return ids.length === 1 && kind.slice(5) in edit.input ? ids[0] : undefined
    }
    const known = open.filter(idOf)
    const outcome = await perform(
      runtime,
      actor,
      edit,
      known.map((entry) => ({ id: entry.cells[0], input: { [entry.kind.slice(5)]: idOf(entry) } })),
      { partial: true, operation: pass.operation },
    )
    const linked = new Set(known.filter((_, i) => !outcome.items[i]!.refusal))
    await runtime.database.transaction(async (tx) => {
      await tx.run(
        sql`delete from import_problem p using unnest(${open.map((entry) => entry.line)}::integer[], ${open.map((entry) => entry.kind)}::text[]) as v(line, kind)
          where p.import_id = ${row.id} and p.line = v.line and p.kind = v.kind`,
      )
      await noteUnlinked(
        tx,
        pass,
        open.filter((entry) => !linked.has(entry)),
      )
    })
  }
}

/** A row of the file that nobody is called like: a remark of the row that names it. */
async function noteUnlinked(
  tx: Queries,
  pass: Pass,
  open: readonly { line: number; kind: string; cells: [string, string] }[],
): Promise<void> {
  const rows = open.map(({ line, kind, cells }) => ({
    line,
    cells: [cells[1]],
    problems: [{ column: headingOf(pass, kind.slice(5)), words: words(`没有找到“${cells[1]}”`, `"${cells[1]}" was not found`) }],
  }))
  if (rows.length === 0) return
  await tx.run(
    sql`insert into import_problem (import_id, line, kind, cells, problems)
      select ${pass.row.id}, line, 'remark', cells, problems from json_to_recordset(${JSON.stringify(rows)}::json) as v(line integer, cells jsonb, problems jsonb)
      on conflict (import_id, line, kind) do update set problems = import_problem.problems || excluded.problems`,
  )
}
