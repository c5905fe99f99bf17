import type { Capability } from '#engine/record/house.ts'
import type { FilterTree } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import {
  createSubjectRequest,
  erasePerson,
  finishErasing,
  fulfilRequest,
  liftRestriction,
  refuseRequest,
} from './actions/answer-request.ts'
import { cancelActivity } from './actions/cancel-activity.ts'
import { completeActivity } from './actions/complete-activity.ts'
import { askConfirmation, confirmCustomer } from './actions/confirm-customer.ts'
import { createAsset } from './actions/create-asset.ts'
import { createCustomer } from './actions/create-customer.ts'
import { createConsent, recordConsent } from './actions/keep-consents.ts'
import { decideOnPage, openPreferencePage } from './actions/preference-page.ts'
import { addToList, createListing, removeFromList } from './actions/keep-list.ts'
import { editCustomer } from './actions/edit-customer.ts'
import { logActivity } from './actions/log-activity.ts'
import { assignCleanup, cancelCleanup, createCleanup, editCleanup, finishCleanup, startCleanup } from './actions/run-cleanup.ts'
import { createSegment, editSegment, reckonSegment, retireSegment, reviveSegment } from './actions/save-segment.ts'
import { dismissDuplicate, reopenDuplicate } from './actions/settle-duplicate.ts'
import { claimFromPool, lookIntoPool } from './actions/claim-from-pool.ts'
import { createPool, editPool, foreseeReturns, settlePool, stopReturns, switchOffReturns, switchOnReturns } from './actions/keep-pools.ts'
import { lockCustomer, moveToPool, returnToPool, unlockCustomer } from './actions/move-to-pool.ts'
import { transferAsset } from './actions/transfer-asset.ts'
import { transferCustomer } from './actions/transfer-customer.ts'
import { customerEvents } from './events.ts'
import { customerJobs } from './jobs.ts'
import { lookRoutes, listLooks } from './looks/list-looks.ts'
import { looksFound, poolStopped, requestDue, requestLate, retentionStopped, returnsSoon } from './notices.ts'
import { cleanupJobs } from './quality/cleanup-jobs.ts'
import { poolJobs } from './pool/jobs.ts'
import { poolReactions } from './pool/reactions.ts'
import { measureFollowUps } from './pool/reader.ts'
import { poolRoutes } from './pool/routes.ts'
import { poolTables } from './pool/tables.ts'
import { CustomerLimit } from './records/customer-limit.ts'
import { Pool } from './records/pool.ts'
import { qualityJobs } from './quality/jobs.ts'
import { scoreWhatChanged } from './quality/reader.ts'
import { qualityRoutes } from './quality/routes.ts'
import { qualityTables } from './quality/tables.ts'
import { customersToMatch, refusalsToSend } from './queries.ts'
import { customerReactions } from './reactions.ts'
import { customerRoutes } from './routes.ts'
import { customerInForm, customerMatching } from './rules/matching.ts'
import { Activity } from './records/activity.ts'
import { Address } from './records/address.ts'
import { Asset } from './records/asset.ts'
import { Cleanup } from './records/cleanup.ts'
import { CollectionStandard } from './records/collection-standard.ts'
import { ContactRole } from './records/contact-role.ts'
import { Consent } from './records/consent.ts'
import { Contact } from './records/contact.ts'
import { Customer } from './records/customer.ts'
import { Duplicate } from './records/duplicate.ts'
import { Holding } from './records/holding.ts'
import { Identity } from './records/identity.ts'
import { PreferencePage } from './records/preference-page.ts'
import { Purpose } from './records/purpose.ts'
import { SubjectRequest } from './records/subject-request.ts'

import { Listing } from './records/listing.ts'
import { Relation } from './records/relation.ts'
import { Segment } from './records/segment.ts'
import { holdCustomer, recycleCustomer, releaseCustomer } from './actions/hold-customer.ts'
import {
  createRetentionRule,
  editRetentionRule,
  settleRetention,
  switchOffRetention,
  switchOnRetention,
  tryRetention,
} from './actions/keep-retention.ts'
import { RetentionRule } from './records/retention-rule.ts'
import { retentionJobs } from './retention/jobs.ts'
import { retentionRoutes } from './retention/routes.ts'
import { retentionTables } from './retention/tables.ts'

export { isMember, membersOf, segmentCondition } from '#engine/segment/members.ts'
export { builtInRetention } from './built-in-retention.ts'
export { isRealContact } from './rules/real-contact.ts'
export { Activity, Contact, createCustomer, Customer, Identity, Pool, refusalsToSend }
export { refuseEntering } from './actions/enter-stage.ts'

export const customers: Capability = {
  name: 'customers',
  words: words('客户', 'Customers'),
  rank: 1,
  records: [
    Customer,
    Contact,
    ContactRole,
    Identity,
    Address,
    Relation,
    Asset,
    Holding,
    Activity,
    Duplicate,
    Purpose,
    Consent,
    PreferencePage,
    SubjectRequest,
    Segment,
    Listing,
    CollectionStandard,
    Cleanup,
    RetentionRule,
    Pool,
    CustomerLimit,
  ],
  actions: [
    claimFromPool,
    lookIntoPool,
    moveToPool,
    returnToPool,
    lockCustomer,
    unlockCustomer,
    createPool,
    editPool,
    switchOnReturns,
    switchOffReturns,
    foreseeReturns,
    stopReturns,
    settlePool,
    holdCustomer,
    releaseCustomer,
    recycleCustomer,
    createRetentionRule,
    editRetentionRule,
    tryRetention,
    switchOnRetention,
    switchOffRetention,
    settleRetention,
    createCustomer,
    editCustomer,
    logActivity,
    completeActivity,
    cancelActivity,
    transferCustomer,
    confirmCustomer,
    askConfirmation,
    createAsset,
    transferAsset,
    dismissDuplicate,
    reopenDuplicate,
    createConsent,
    recordConsent,
    openPreferencePage,
    decideOnPage,
    createSubjectRequest,
    fulfilRequest,
    refuseRequest,
    liftRestriction,
    erasePerson,
    finishErasing,
    addToList,
    removeFromList,
    createListing,
    createSegment,
    editSegment,
    reckonSegment,
    retireSegment,
    reviveSegment,
    createCleanup,
    editCleanup,
    startCleanup,
    assignCleanup,
    finishCleanup,
    cancelCleanup,
  ],
  notices: [requestDue, requestLate, retentionStopped, looksFound, returnsSoon, poolStopped],
  events: customerEvents,
  reactions: [...customerReactions, ...poolReactions],
  readers: [scoreWhatChanged, measureFollowUps],
  jobs: [...customerJobs, ...qualityJobs, ...cleanupJobs, ...retentionJobs, ...poolJobs, listLooks],
  routes: [...customerRoutes, ...qualityRoutes, ...retentionRoutes, ...poolRoutes, ...lookRoutes],
  tables: [...qualityTables, ...retentionTables, ...poolTables],
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
  menuSections: [
    { name: 'customers', words: words('客户', 'Customers'), order: 100 },
    { name: 'upkeep', words: words('资料治理', 'Care of files'), order: 200 },
  ],
  menu: [
    { path: '/customer', words: words('客户', 'Customers'), icon: 'team', record: 'customer', section: 'customers', order: 100 },
    { path: '/pool', words: words('公海', 'Pools'), icon: 'pool', record: 'pool', section: 'customers', order: 112 },
    { path: '/segment', words: words('分群', 'Segments'), icon: 'segment', record: 'segment', section: 'customers', order: 115 },
    { path: '/contact', words: words('联系人', 'Contacts'), icon: 'contacts', record: 'contact', section: 'customers', order: 110 },
    { path: '/activity', words: words('联系记录', 'Activities'), icon: 'phone', record: 'activity', section: 'customers', order: 120 },
    { path: '/asset', words: words('客户资产', 'Assets'), icon: 'home', record: 'asset', section: 'customers', order: 130 },
    {
      path: '/duplicate',
      words: words('疑似重复', 'Possible duplicates'),
      icon: 'merge',
      record: 'duplicate',
      section: 'upkeep',
      order: 140,
    },
    { path: '/quality', words: words('数据质量', 'Data quality'), icon: 'quality', about: 'customer', section: 'upkeep', order: 145 },
    { path: '/cleanup', words: words('清理行动', 'Clean-ups'), icon: 'cleanup', record: 'cleanup', section: 'upkeep', order: 147 },
    {
      path: '/subjectRequest',
      words: words('个人信息请求', 'Subject requests'),
      icon: 'user',
      record: 'subjectRequest',
      section: 'upkeep',
      order: 150,
    },
    {
      path: '/purpose',
      words: words('使用目的', 'Purposes'),
      icon: 'settings',
      record: 'purpose',
      roles: ['administrator'],
      section: 'administration',
      order: 950,
    },
    {
      path: '/retentionRule',
      words: words('保存期限', 'Retention'),
      icon: 'settings',
      record: 'retentionRule',
      roles: ['administrator'],
      section: 'administration',
      order: 955,
    },
    {
      path: '/customerLimit',
      words: words('持有上限', 'Customer limits'),
      icon: 'settings',
      record: 'customerLimit',
      roles: ['administrator'],
      section: 'administration',
      order: 957,
    },
    {
      path: '/collectionStandard',
      words: words('采集标准', 'Collection standards'),
      icon: 'settings',
      record: 'collectionStandard',
      roles: ['administrator'],
      section: 'administration',
      order: 945,
    },
  ],
}
