import { act, click, press, primary, turnTo, until } from './screen-steps.ts'
import type { Screen } from './screens.ts'

const planOf: Screen['at'] = ({ menu: entries }) => `/contactPlan/${entries.find(({ path }) => path === '/contactPlan')?.first}`
const customerOf: Screen['at'] = ({ customer }) => `/customer/${customer}`

/** What customers are followed by, and contacts that take three steps. */
export const planScreens: readonly Screen[] = [
  { name: 'contact plans', at: '/contactPlan?view=all' },
  { name: 'contact plan', at: planOf, open: until('.zk-facts') },
  { name: 'contact plan, how it stands', at: planOf, open: until('.zk-plan-reach a', turnTo(1)) },
  { name: 'contact plan being edited', at: planOf, open: until('.zk-long-words', press('e')) },
  { name: 'new contact plan', at: '/contactPlan?view=all', open: until('.zk-long-words', click(primary)) },
  { name: 'record, the plan it is followed by', at: customerOf, open: until('.zk-plan', turnTo(1)) },
  { name: 'important contact, its three steps', at: ({ planned }) => `/activity/${planned}`, open: until('.zk-three-steps', turnTo(1)) },
  {
    name: 'important contact being closed',
    at: ({ planned }) => `/activity/${planned}`,
    open: act(0, 'customers.completeActivity'),
  },
]
