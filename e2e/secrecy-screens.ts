import { click, form, primary, turnTo, until } from './screen-steps.ts'
import type { Screen } from './screens.ts'

const termOf: Screen['at'] = ({ menu: entries }) => `/retentionRule/${entries.find(({ path }) => path === '/retentionRule')?.first}`
const classes = '/setup?record=customer&tab=classes'

/** How secret information is, and how long it is kept. */
export const secrecyScreens: readonly Screen[] = [
  { name: 'setup, classes of fields', at: classes, open: until('.zk-class-rules') },
  { name: 'setup, a class rule being made', at: classes, open: until('.ant-modal .zk-conditions', click('.zk-class-rules .ant-btn')) },
  { name: 'retention rule, what it would do', at: termOf, open: until('.zk-retention', turnTo(1)) },
  { name: 'new retention rule', at: '/retentionRule?view=all', open: until(form, click(primary)) },
]

export const whyMasked: Screen = {
  name: 'why a value is masked',
  at: ({ contact }) => `/contact/${contact}`,
  open: until('.zk-masked-why', click('.zk-facts .anticon-question-circle')),
}
