import { later } from '#engine/web/later.tsx'
import type { Screens } from '#engine/web/screens.ts'

const UnknownHolidays = later(() => import('./UnknownHolidays.tsx').then((file) => file.UnknownHolidays))

export const staffScreens: Screens = { today: [{ place: 'side', order: 5, Show: UnknownHolidays }] }
