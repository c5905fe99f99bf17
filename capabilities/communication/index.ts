import type { Capability } from '#engine/record/house.ts'
import { words } from '#engine/text/words.ts'
import { createPlan, startPlan, stopPlan } from './actions/keep-plans.ts'
import { communicationEvents } from './events.ts'
import { communicationJobs } from './jobs.ts'
import { communicationReactions } from './reactions.ts'
import { ContactPlan } from './records/contact-plan.ts'
import { communicationRoutes } from './routes.ts'

export { askForContacts } from './actions/ask-for-contacts.ts'
export { reckonCustomers } from './actions/reckon-customers.ts'
export { builtInPlans } from './built-in-plans.ts'
export { stopPlan }

export const communication: Capability = {
  name: 'communication',
  words: words('沟通', 'Communication'),
  rank: 2,
  records: [ContactPlan],
  actions: [createPlan, stopPlan, startPlan],
  events: communicationEvents,
  reactions: communicationReactions,
  jobs: communicationJobs,
  routes: communicationRoutes,
  menu: [
    {
      path: '/contactPlan',
      words: words('沟通计划', 'Contact plans'),
      icon: 'calendar',
      record: 'contactPlan',
      section: 'customers',
      order: 125,
    },
  ],
}
