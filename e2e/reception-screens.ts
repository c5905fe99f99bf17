import { until } from './screen-steps.ts'
import type { Screen } from './screens.ts'

/** The desk where visitors are received. */
export const receptionScreens: readonly Screen[] = [{ name: 'reception desk', at: '/desk', open: until('.zk-desk-ring li') }]
