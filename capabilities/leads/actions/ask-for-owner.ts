import type { Store, Work } from '#engine/action/store.ts'
import type { RowOf } from '#engine/record/define-record.ts'
import type { Queries } from '#engine/store/database.ts'
import { requestAllocation, type Needs } from '#cap/staff'
import { Lead } from '../records/lead.ts'

type LeadRow = RowOf<typeof Lead>

/** What a lead needs of whoever takes it. */
const needsOf = ({ region, interest, language }: LeadRow): Needs => ({
  ...(region ? { region: [region] } : {}),
  ...(interest.length > 0 ? { product: interest } : {}),
  ...(language ? { language: [language] } : {}),
})

/**
 * Leaves a lead to be handed out. Until somebody has it, it belongs to the department of the queue that takes it; work in the background
 * hands it out a moment later.
 */
export async function askForOwner(
  { store, queries, later, now }: { store: Store; queries: Queries; later: Work['later']; now: string },
  lead: LeadRow,
  familiar: string | null,
): Promise<LeadRow> {
  const queue = await requestAllocation(queries, {
    kind: 'lead',
    record: Lead.name,
    recordId: lead.id,
    at: now,
    needs: needsOf(lead),
    familiar,
  })
  later('hand-out-leads', {}, { key: 'all' })
  return queue?.department && !lead.department ? store.edit(Lead, lead, { department: queue.department }) : lead
}
