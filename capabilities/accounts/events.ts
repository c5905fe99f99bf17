import { defineEvent } from '#engine/event/define-event.ts'
import { words } from '#engine/text/words.ts'

export const accountEvents = [
  defineEvent('handover.carriedOut', words('完成交接', 'handed over')),
  defineEvent('visitForm.filed', words('交表', 'filed')),
  defineEvent('visitForm.read', words('已阅', 'read')),
  defineEvent('upgradeRequest.granted', words('同意升级', 'granted')),
  defineEvent('upgradeRequest.refused', words('不同意升级', 'refused')),
]
