import type { RowOf } from '#engine/record/define-record.ts'
import { dayAt } from '#engine/time/zone.ts'
import type { Customer } from '../records/customer.ts'
import type { ReturnFacts } from '../rules/pool.ts'

/** What the rules of a pool reckon by. Whoever has not changed hands is his owner's since the file was made. */
export const factsOf = (customer: RowOf<typeof Customer>): ReturnFacts => ({
  tier: customer.tier,
  ownedOn: dayAt(customer.ownedSince ?? customer.createdAt),
  followedOn: customer.lastFollowUpAt && dayAt(customer.lastFollowUpAt),
  opportunityOn: customer.lastOpportunityOn,
  dealOn: customer.lastDealOn,
  contractEndsOn: customer.contractEndsOn,
  openDeals: customer.openDeals ?? 0,
  isLocked: customer.isLocked === true,
  isHeld: customer.legalHold === true,
})
