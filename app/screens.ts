import type { Screens } from '#engine/web/screens.ts'
import { screens as platform } from '#screens/platform'

/** What the capabilities add to the engine's screens, in the order of their ranks. */
export const screens: readonly Screens[] = [platform]
