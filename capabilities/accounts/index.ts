import type { Capability } from '#engine/record/house.ts'
import { words } from '#engine/text/words.ts'
import { grantUpgrade, refuseUpgrade } from './actions/answer-upgrade.ts'
import { carryOutHandover, createHandover } from './actions/carry-out-handover.ts'
import { takeOver } from './actions/take-over.ts'
import { checkIn, fileForm, readForm } from './actions/visit-customers.ts'
import { accountEvents } from './events.ts'
import { accountJobs } from './jobs.ts'
import { contactMissed, formLate, formUnread, newsKnown } from './notices.ts'
import { accountReactions } from './reactions.ts'
import { Handover } from './records/handover.ts'
import { ServiceLevel } from './records/service-level.ts'
import { UpgradeRequest } from './records/upgrade-request.ts'
import { VisitForm } from './records/visit-form.ts'
import { WatchEntry } from './records/watch-entry.ts'
import { accountRoutes } from './routes.ts'

export const accounts: Capability = {
  name: 'accounts',
  words: words('客户经营', 'Account management'),
  rank: 2,
  records: [ServiceLevel, UpgradeRequest, VisitForm, WatchEntry, Handover],
  actions: [createHandover, carryOutHandover, takeOver, checkIn, fileForm, readForm, grantUpgrade, refuseUpgrade],
  events: accountEvents,
  reactions: accountReactions,
  jobs: accountJobs,
  notices: [contactMissed, formLate, formUnread, newsKnown],
  routes: accountRoutes,
  menu: [
    { path: '/visits', words: words('拜访', 'Visits'), icon: 'visit', about: 'visitForm', section: 'customers', order: 127 },
    {
      path: '/workload',
      words: words('工作量', 'Workload'),
      icon: 'workload',
      roles: ['administrator', 'director', 'departmentHead'],
      section: 'upkeep',
      order: 148,
    },
    {
      path: '/handover',
      words: words('离岗交接', 'Handovers'),
      icon: 'handover',
      record: 'handover',
      roles: ['administrator', 'director', 'departmentHead'],
      section: 'upkeep',
      order: 149,
    },
    {
      path: '/serviceLevel',
      words: words('服务级别', 'Service levels'),
      icon: 'settings',
      record: 'serviceLevel',
      roles: ['administrator', 'director'],
      section: 'administration',
      order: 958,
    },
  ],
}
