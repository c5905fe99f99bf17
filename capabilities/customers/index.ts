import type { Capability } from '#engine/record/house.ts'
import { words } from '#engine/text/words.ts'
import { cancelActivity } from './actions/cancel-activity.ts'
import { completeActivity } from './actions/complete-activity.ts'
import { createAsset } from './actions/create-asset.ts'
import { createCustomer } from './actions/create-customer.ts'
import { logActivity } from './actions/log-activity.ts'
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
import { Relation } from './records/relation.ts'

export { Activity, Contact, Customer, Identity }

export const customers: Capability = {
  name: 'customers',
  words: words('客户', 'Customers'),
  rank: 1,
  records: [Customer, Contact, ContactRole, Identity, Address, Relation, Asset, Holding, Activity, Duplicate],
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
  menu: [
    { path: '/customer', words: words('客户', 'Customers'), icon: 'team', record: 'customer', order: 100 },
    { path: '/contact', words: words('联系人', 'Contacts'), icon: 'contacts', record: 'contact', order: 110 },
    { path: '/activity', words: words('联系记录', 'Activities'), icon: 'phone', record: 'activity', order: 120 },
    { path: '/asset', words: words('客户资产', 'Assets'), icon: 'home', record: 'asset', order: 130 },
    { path: '/duplicate', words: words('疑似重复', 'Possible duplicates'), icon: 'merge', record: 'duplicate', order: 140 },
  ],
}
