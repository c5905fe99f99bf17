import { until } from './screen-steps.ts'
import type { Screen } from './screens.ts'

/** What the menu does not lead to by itself. */
export const healthScreens: readonly Screen[] = [
  { name: 'slow statements', at: '/self-check?tab=slow', open: until('.zk-slow .zk-rows, .zk-slow .zk-quiet') },
]
