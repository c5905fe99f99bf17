import { defineEvent } from '#engine/event/define-event.ts'
import { words } from '#engine/text/words.ts'

export const staffEvents = [
  defineEvent('allocationQueue.switchedOn', words('启用', 'switched on')),
  defineEvent('allocationQueue.switchedOff', words('停用', 'switched off')),
]
