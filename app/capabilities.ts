import { accounts } from '#cap/accounts'
import { communication } from '#cap/communication'
import { customers } from '#cap/customers'
import { leads } from '#cap/leads'
import { platform } from '#cap/platform'
import { reception } from '#cap/reception'
import { staff } from '#cap/staff'
import type { Capability } from '#engine/record/house.ts'

/** Everything that Zhike can do, in the order of ranks: whoever stands further down may know those above, never the other way round. */
export const capabilities: readonly Capability[] = [platform, staff, customers, communication, leads, accounts, reception]
