import { verbOf } from '#engine/action/derived.ts'
import { performWithin, Tangled } from '#engine/action/perform.ts'
import { Refusal } from '#engine/action/refusal.ts'
import { same } from '#engine/action/values.ts'
import type { StoredEvent } from '#engine/event/define-event.ts'
import { writeKeys } from '#engine/match/stored-keys.ts'
import type { Fields } from '#engine/record/field.ts'
import { newId } from '#engine/store/id.ts'
import type { Transaction } from '#engine/store/database.ts'
import { readRows } from '#engine/store/rows.ts'
import { words } from '#engine/text/words.ts'
import { leaveOutAlong, settleAlong } from './along.ts'
import { findTwins, type Twins } from './duplicates.ts'
import { headingOf, type Batch, type Pass, type RowVerdict } from './pass.ts'
import { patchFor, planRow, twinWords, type Change } from './plan.ts'
import type { ReadRow } from './rows.ts'
import { settleLinks } from './settle-links.ts'

/** What a batch came to. */
export interface Passed {
  verdicts: RowVerdict[]
  /** Titles in link columns that other rows of the file may bear. */
  later: Batch['later']
  /** Records made along. */
  linked: number
}

/** What is written with a batch in its transaction: the progress of the import. What it returns is done behind the commit. */
export type Finish = (tx: Transaction, passed: Passed) => Promise<() => void>

class RolledBack extends Error {
  readonly passed: Passed
  constructor(passed: Passed) {
    super('rolled back')
    this.passed = passed
  }
}

/** Rows that were refused after records had been made for them alone: the batch is done again without them. */
class Again extends Error {
  readonly refused: RowVerdict[]
  constructor(refused: RowVerdict[]) {
    super('again without some rows')
    this.refused = refused
  }
}

/**
 * Takes one batch through the write path in one transaction: the records it links to, new ones, changes and the progress come together or
 * not at all. Where something refuses the batch as a whole, it goes in smaller and smaller parts, down to the row that is at fault.
 */
export async function passBatch(pass: Pass, rows: readonly ReadRow[], finish: Finish): Promise<Passed> {
  const refused = new Map<ReadRow, RowVerdict>()
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptBatch(pass, rows, refused, finish)
    } catch (error) {
      if (error instanceof RolledBack) return error.passed
      if (error instanceof Again) {
        for (const verdict of error.refused)
          refused.set(
            rows.find((row) => row.line === verdict.row.line)!,
            verdict,
          )
        continue
      }
      // Somebody claimed the same identity at the same instant: look again, now that he is visible.
      if ((error as { code?: string }).code === '23505' && attempt < 4) continue
      if (!(error instanceof Refusal) && !(error instanceof Tangled)) throw error
      if (rows.length > 1) return inHalves(pass, rows, finish)
      const why = error instanceof Refusal ? reasonsOf(error, pass) : [{ column: '', words: words('无法写入', 'could not be written') }]
      refused.set(rows[0]!, { row: rows[0]!, what: 'failed', reasons: why })
    }
  }
}

async function inHalves(pass: Pass, rows: readonly ReadRow[], finish: Finish): Promise<Passed> {
  const half = Math.ceil(rows.length / 2)
  const first = await passBatch(pass, rows.slice(0, half), finish)
  const second = await passBatch(pass, rows.slice(half), finish)
  return {
    verdicts: [...first.verdicts, ...second.verdicts],
    later: [...first.later, ...second.later],
    linked: first.linked + second.linked,
  }
}

async function attemptBatch(
  pass: Pass,
  rows: readonly ReadRow[],
  refused: ReadonlyMap<ReadRow, RowVerdict>,
  finish: Finish,
): Promise<Passed> {
  const { runtime, mode } = pass
  let events: StoredEvent[] = []
  let behind = () => {}
  const passed = await runtime.database.transaction(async (tx) => {
    // A transaction may be tried again: what is found of a row is kept with a copy of it.
    const copies = rows.map((row) => ({ row, copy: { ...row, values: { ...row.values }, problems: [...row.problems] } }))
    const before = new Map(
      copies.flatMap(({ row, copy }) => (refused.has(row) ? [[copy, { ...refused.get(row)!, row: copy }] as const] : [])),
    )
    const result = await passWithin(
      pass,
      tx,
      copies.map(({ copy }) => copy),
      before,
    )
    events = result.events
    if (mode === 'preview') throw new RolledBack(result.passed)
    behind = await finish(tx, result.passed)
    return result.passed
  })
  behind()
  if (events.some((event) => runtime.house.shapes.get(event.record)?.record.shapesAccess))
    for (const renew of runtime.onRights) await renew()
  return passed
}

async function passWithin(
  pass: Pass,
  tx: Transaction,
  rows: readonly ReadRow[],
  verdicts: Map<ReadRow, RowVerdict>,
): Promise<{ passed: Passed; events: StoredEvent[] }> {
  const batch: Batch = { later: [], made: new Map() }
  const events: StoredEvent[] = []
  const isSound = (row: ReadRow) => !verdicts.has(row) && !row.problems.some((problem) => problem.fatal)
  await settleLinks(pass, batch, tx, rows.filter(isSound), events)
  for (const row of rows) {
    if (verdicts.has(row) || isSound(row)) continue
    const reasons = row.problems.filter((problem) => problem.fatal).map(({ column, words: text }) => ({ column, words: text }))
    verdicts.set(row, { row, what: row.isFooter ? 'skipped' : 'failed', reasons })
  }
  const open = rows.filter((row) => !verdicts.has(row))
  const twins = await findTwins(pass, tx, open)
  const fresh: { row: ReadRow; id: string }[] = []
  const changes: { row: ReadRow; rule: Change['rule'] }[] = []
  for (const row of open) {
    const plan = planRow(pass, row, twins.of.get(row))
    if ('verdict' in plan) verdicts.set(row, plan.verdict)
    else if (plan.what === 'change') changes.push({ row, rule: plan.rule })
    else fresh.push({ row, id: newId() })
  }
  await makeFresh(pass, tx, fresh, twins, verdicts, events)
  await makeChanges(pass, tx, changes, twins, verdicts, events)
  refuseOrphans(batch, verdicts)
  const { shape } = pass
  const linked = events.filter((event) => event.record !== shape.name && event.type === `${event.record}.created`).length
  return { passed: { verdicts: rows.map((row) => verdicts.get(row)!), later: batch.later, linked }, events }
}

async function makeFresh(
  pass: Pass,
  tx: Transaction,
  fresh: readonly { row: ReadRow; id: string }[],
  twins: Twins,
  verdicts: Map<ReadRow, RowVerdict>,
  events: StoredEvent[],
): Promise<void> {
  if (fresh.length === 0) return
  const { runtime, actor, shape, operation } = pass
  const items = fresh.map(({ row, id }) => ({ input: { ...leaveOutAlong(pass, row.values), id } }))
  const outcome = await performWithin(tx, runtime, actor, verbOf(runtime.house, shape, 'create'), items, {
    partial: true,
    withHistory: true,
    operation,
    mayWrite: pass.mayWrite,
  })
  events.push(...outcome.events)
  fresh.forEach(({ row, id }, i) => {
    const { refusal } = outcome.items[i]!
    const twin = twins.of.get(row)
    verdicts.set(row, {
      row,
      what: refusal ? (refusal.code === 'identity-taken' ? 'duplicate' : 'failed') : 'new',
      reasons: refusal ? reasonsOf(refusal, pass) : [],
      ...(refusal ? {} : { id }),
      ...(twin ? { twin } : {}),
    })
  })
  const made = fresh.filter(({ row }) => verdicts.get(row)!.what === 'new')
  await writeKeys(
    tx,
    shape.name,
    made.flatMap(({ row, id }) => {
      const sought = twins.sought.get(row)
      return sought ? [{ id, keys: sought.keys }] : []
    }),
  )
}

/** Changes in turns, so that no turn changes one record twice: several rows may be about the same. */
async function makeChanges(
  pass: Pass,
  tx: Transaction,
  planned: readonly { row: ReadRow; rule: Change['rule'] }[],
  twins: Twins,
  verdicts: Map<ReadRow, RowVerdict>,
  events: StoredEvent[],
): Promise<void> {
  let open: Change[] = planned.flatMap(({ row, rule }): Change[] => {
    const twin = twins.of.get(row)!
    const first = twin.first && verdicts.get(twin.first)
    const id = twin.id ?? (first?.what === 'failed' ? undefined : first?.id)
    if (id) return [{ row, id, rule }]
    verdicts.set(row, { row, what: 'duplicate', twin, rule, reasons: [{ column: '', words: twinWords(pass, twin) }] })
    return []
  })
  while (open.length > 0) {
    const turn = [...new Map(open.toReversed().map((change) => [change.id, change])).values()]
    await changeOnce(pass, tx, turn, twins, verdicts, events)
    open = open.filter((change) => !turn.includes(change))
  }
}

async function changeOnce(
  pass: Pass,
  tx: Transaction,
  changes: readonly Change[],
  twins: Twins,
  verdicts: Map<ReadRow, RowVerdict>,
  events: StoredEvent[],
): Promise<void> {
  const { runtime, actor, shape, operation } = pass
  const ids = changes.map(({ id }) => id)
  const stored = new Map((await readRows(tx, shape, ids)).map((row) => [row.id, row]))
  const edit = verbOf(runtime.house, shape, 'edit')
  const patches = changes.map((change) => patchFor(shape, edit.input as Fields, change, stored.get(change.id)!))
  const items = changes.map(({ id }, i) => ({ id, input: patches[i]! }))
  // Also where nothing is left to write: whoever may not change the record hears that, and no more.
  const outcome = await performWithin(tx, runtime, actor, edit, items, { partial: true, operation })
  events.push(...outcome.events)
  const open = changes.filter((_, i) => !outcome.items[i]!.refusal)
  const along = await settleAlong(pass, tx, open, events)
  changes.forEach(({ row, id, rule }, i) => {
    const { refusal } = outcome.items[i]!
    const twin = twins.of.get(row)!
    const isChanged = Object.entries(patches[i]!).some(([name, value]) => !same(value, stored.get(id)?.[name])) || (along.get(row) ?? 0) > 0
    const what = refusal ? 'failed' : isChanged ? 'changed' : 'duplicate'
    const reasons = refusal
      ? reasonsOf(refusal, pass)
      : isChanged
        ? []
        : [{ column: '', words: words('记录里已有这些内容', 'the record says all this already') }]
    verdicts.set(row, { row, what, id, twin, rule, reasons })
  })
}

/** What was made for rows that were refused afterwards, and for no other row, must not stay. */
function refuseOrphans({ made }: Batch, verdicts: ReadonlyMap<ReadRow, RowVerdict>): void {
  const isTaken = (row: ReadRow) => ['new', 'changed'].includes(verdicts.get(row)!.what)
  const orphaned = [...made.values()].filter((rows) => !rows.some(isTaken)).flat()
  if (orphaned.length > 0) throw new Again([...new Set(orphaned)].map((row) => verdicts.get(row)!))
}

const reasonsOf = (refusal: Refusal, pass: Pass): RowVerdict['reasons'] =>
  refusal.fields
    ? Object.entries(refusal.fields).map(([name, text]) => ({ column: headingOf(pass, name), words: text }))
    : [{ column: '', words: refusal.words }]
