import { turnTo, until } from './screen-steps.ts'
import type { Screen } from './screens.ts'

const poolOf: Screen['at'] = ({ menu: entries }) => `/pool/${entries.find(({ path }) => path === '/pool')?.first}`

/** Pools and what account managers carry. */
export const accountScreens: readonly Screen[] = [
  { name: 'pool, its customers and who returns', at: poolOf, open: until('.zk-pool-head', turnTo(1)) },
  { name: 'workload', at: '/workload', open: until('.zk-workload-moves, .zk-workload [role=status]') },
  { name: 'visits', at: '/visits', open: until('.zk-visits .zk-numbers, .zk-visits .zk-hint') },
]
