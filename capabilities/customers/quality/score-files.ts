import { measureMany } from '#engine/action/measure.ts'
import type { PatchOf, RowOf } from '#engine/record/define-record.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Transaction } from '#engine/store/database.ts'
import { dayAt } from '#engine/time/zone.ts'
import { demandFor } from '../actions/enter-stage.ts'
import { readStandards } from '../queries.ts'
import { Customer } from '../records/customer.ts'
import type { Demand } from '../rules/collection.ts'
import { qualityOf, type FileToScore } from '../rules/quality.ts'
import { besideFiles, writeSteps, type BesideFile, type QualityStep } from './queries.ts'

/** A customer's file as the rule of its quality takes it. */
export const fileOf = (row: RowOf<typeof Customer>, beside: BesideFile | undefined, demand: Demand): FileToScore => ({
  kind: row.kind,
  stage: row.stage,
  values: row as unknown as Record<string, unknown>,
  contact: beside?.contact ?? null,
  ownerIsGone: beside?.ownerIsGone ?? false,
  isDouble: beside?.isDouble ?? false,
  demand,
  freshSince: dayAt(row.confirmedAt ?? row.createdAt),
})

/** Scores the files of these customers anew, as a set, and remembers what has changed. */
export async function scoreFiles(runtime: Runtime, tx: Transaction, ids: readonly string[]): Promise<void> {
  const today = dayAt(runtime.clock())
  const steps: QualityStep[] = []
  await measureMany(runtime, tx, Customer, ids, async (rows) => {
    const standards = await readStandards(tx)
    const beside = await besideFiles(
      tx,
      rows.map(({ id }) => id),
    )
    return new Map(
      rows.map((row): [string, PatchOf<typeof Customer>] => {
        const file = fileOf(row, beside.get(row.id), demandFor(runtime.house, standards, row))
        const { score, faults, confirmBy, recheckOn } = qualityOf(file, today)
        if (score !== row.quality) steps.push({ customer: row.id, score })
        return [row.id, { quality: score, qualityFaults: faults, confirmBy, recheckOn }]
      }),
    )
  })
  await writeSteps(tx, today, steps)
}
