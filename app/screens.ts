import { accountScreens } from '#screens/accounts'
import { communicationScreens } from '#screens/communication'
import { customerScreens } from '#screens/customers'
import { leadScreens } from '#screens/leads'
import { platformScreens } from '#screens/platform'
import { receptionScreens } from '#screens/reception'
import { staffScreens } from '#screens/staff'
import type { Screens } from '#engine/web/screens.ts'
import { rightsScreens } from '#engine/web/rights/rights-screens.ts'
import { securityScreens } from '#engine/web/security/security-screens.ts'
import { talkScreens } from '#engine/web/talk-screens.ts'

/** The engine's own further screens, then what the capabilities add, in the order of their ranks. */
export const screens: readonly Screens[] = [
  talkScreens,
  securityScreens,
  rightsScreens,
  platformScreens,
  staffScreens,
  customerScreens,
  communicationScreens,
  leadScreens,
  accountScreens,
  receptionScreens,
]
