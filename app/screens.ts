import { customerScreens } from '#screens/customers'
import { platformScreens } from '#screens/platform'
import type { Screens } from '#engine/web/screens.ts'

/** What the capabilities add to the engine's screens, in the order of their ranks. */
export const screens: readonly Screens[] = [platformScreens, customerScreens]
