import type { Screens } from '#engine/web/screens.ts'

export const receptionScreens: Screens = {}
