import type { PatchOf, RowOf } from '#engine/record/define-record.ts'
import { dayAt } from '#engine/time/zone.ts'
import type { Customer } from '../records/customer.ts'
import type { Demand } from '../rules/collection.ts'
import type { FileToScore, Quality } from '../rules/quality.ts'

/** What a customer's file is scored by beside its own values. */
export interface BesideFile {
  contact: Readonly<Record<string, string | null>> | null
  ownerIsGone: boolean
  isDouble: boolean
}

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

/** What of the quality of a file is written down with the customer. */
export const measuredOf = ({ score, faults, confirmBy, recheckOn }: Quality): PatchOf<typeof Customer> => ({
  quality: score,
  qualityFaults: faults,
  confirmBy,
  recheckOn,
})
