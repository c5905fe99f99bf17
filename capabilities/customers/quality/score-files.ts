import { measureMany } from '#engine/action/measure.ts'
import type { PatchOf } from '#engine/record/define-record.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Transaction } from '#engine/store/database.ts'
import { dayAt } from '#engine/time/zone.ts'
import { demandFor } from '../actions/enter-stage.ts'
import { fileOf, measuredOf } from '../actions/score-file.ts'
import { readStandards } from '../queries.ts'
import { Customer } from '../records/customer.ts'
import { qualityOf } from '../rules/quality.ts'
import { besideFiles, writeFirstSteps, writeSteps, type QualityStep } from './queries.ts'

/** Scores the files of these customers anew, as a set, and remembers what has changed. */
export async function scoreFiles(runtime: Runtime, tx: Transaction, ids: readonly string[]): Promise<void> {
  const today = dayAt(runtime.clock())
  const [first, steps]: [QualityStep[], QualityStep[]] = [[], []]
  await measureMany(runtime, tx, Customer, ids, async (rows) => {
    const standards = await readStandards(tx)
    const beside = await besideFiles(
      tx,
      rows.map(({ id }) => id),
    )
    return new Map(
      rows.map((row): [string, PatchOf<typeof Customer>] => {
        const file = fileOf(row, beside.get(row.id), demandFor(runtime.house, standards, row))
        const quality = qualityOf(file, today)
        const made = dayAt(row.createdAt)
        if (quality.score !== row.quality) steps.push({ customer: row.id, day: today, score: quality.score })
        if (quality.score !== row.quality && row.quality !== null && made < today)
          first.push({ customer: row.id, day: made, score: row.quality })
        return [row.id, measuredOf(quality)]
      }),
    )
  })
  await writeFirstSteps(tx, first)
  await writeSteps(tx, steps)
}
