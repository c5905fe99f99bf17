import { turnTo, until } from './screen-steps.ts'
import type { Screen } from './screens.ts'

const firstOf =
  (record: string): Extract<Screen['at'], (...places: never) => string> =>
  ({ menu }) =>
    `/${record}/${menu.find(({ path }) => path === `/${record}`)?.first}`

/** Leads, and what hands them out. */
export const leadScreens: readonly Screen[] = [
  { name: 'leads', at: '/lead?view=all' },
  { name: 'lead, its score', at: firstOf('lead'), open: until('.zk-lead-score') },
  { name: 'allocation queue, its decisions', at: firstOf('allocationQueue'), open: until('.zk-decisions', turnTo(1)) },
  { name: 'allocation queue, its trial', at: firstOf('allocationQueue'), open: until('.zk-trial-sums', turnTo(1)) },
  { name: 'web form, embedded and seen', at: firstOf('webForm'), open: until('.zk-embed pre', turnTo(1)) },
  { name: 'lead model', at: firstOf('leadModel'), open: until('.zk-share', turnTo(1)) },
]
