import { click, until } from './screen-steps.ts'
import type { Screen } from './screens.ts'

/** The interface as it is read and tried. */
export const apiScreens: readonly Screen[] = [
  { name: 'open interface, one operation', at: '/open-api', open: until('.zk-api-fields', click('.zk-api-operation > summary')) },
]
