import type { Capability } from '#engine/record/house.ts'
import type { FilterTree } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { cancelActivity } from './actions/cancel-activity.ts'
import { completeActivity } from './actions/complete-activity.ts'
import { createAsset } from './actions/create-asset.ts'
import { createCustomer } from './actions/create-customer.ts'
import { addToList, createListing, removeFromList } from './actions/keep-list.ts'
import { logActivity } from './actions/log-activity.ts'
import { createSegment, editSegment, reckonSegment, retireSegment, reviveSegment } from './actions/save-segment.ts'
import { dismissDuplicate, reopenDuplicate } from './actions/settle-duplicate.ts'
import { transferAsset } from './actions/transfer-asset.ts'
import { transferCustomer } from './actions/transfer-customer.ts'
import { customerEvents } from './events.ts'
import { customerJobs } from './jobs.ts'
import { customersToMatch } from './queries.ts'
import { customerReactions } from './reactions.ts'
import { customerInForm, customerMatching } from './rules/matching.ts'
import { Activity } from './records/activity.ts'
import { Address } from './records/address.ts'
import { Asset } from './records/asset.ts'
import { ContactRole } from './records/contact-role.ts'
import { Contact } from './records/contact.ts'
import { Customer } from './records/customer.ts'
import { Duplicate } from './records/duplicate.ts'
import { Holding } from './records/holding.ts'
import { Identity } from './records/identity.ts'
import { Listing } from './records/listing.ts'
import { Relation } from './records/relation.ts'
import { Segment } from './records/segment.ts'

export { isMember, membersOf, segmentCondition } from '#engine/segment/members.ts'
export { Activity, Contact, Customer, Identity }

export const customers: Capability = {
  name: 'customers',
  words: words('客户', 'Customers'),
  rank: 1,
  records: [Customer, Contact, ContactRole, Identity, Address, Relation, Asset, Holding, Activity, Duplicate, Segment, Listing],
  actions: [
    createCustomer,
    logActivity,
    completeActivity,
    cancelActivity,
    transferCustomer,
    createAsset,
    transferAsset,
    dismissDuplicate,
    reopenDuplicate,
    addToList,
    removeFromList,
    createListing,
    createSegment,
    editSegment,
    reckonSegment,
    retireSegment,
    reviveSegment,
  ],
  events: customerEvents,
  reactions: customerReactions,
  jobs: customerJobs,
  matchings: [
    {
      record: 'customer',
      told: ['customer', 'contact', 'identity'],
      by: customerMatching,
      gather: customersToMatch,
      fromForm: customerInForm,
    },
  ],
  segments: {
    record: 'segment',
    over: ['customer'],
    meaningOf: ({ id, kind, over, owner, state, filter }) => ({
      of: over as string,
      owner: owner as string | null,
      isActive: state === 'active',
      filter: filter as FilterTree | null,
      ...(kind === 'static'
        ? { listed: { linked: 'listing.customer', least: 1, where: { field: 'segment', op: 'eq', value: id } } as const }
        : {}),
    }),
  },
  menu: [
    { path: '/customer', words: words('客户', 'Customers'), icon: 'team', record: 'customer', order: 100 },
    { path: '/segment', words: words('分群', 'Segments'), icon: 'segment', record: 'segment', order: 115 },
    { path: '/contact', words: words('联系人', 'Contacts'), icon: 'contacts', record: 'contact', order: 110 },
    { path: '/activity', words: words('联系记录', 'Activities'), icon: 'phone', record: 'activity', order: 120 },
    { path: '/asset', words: words('客户资产', 'Assets'), icon: 'home', record: 'asset', order: 130 },
    { path: '/duplicate', words: words('疑似重复', 'Possible duplicates'), icon: 'merge', record: 'duplicate', order: 140 },
  ],
}
