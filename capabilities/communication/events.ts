import { defineEvent } from '#engine/event/define-event.ts'
import { words } from '#engine/text/words.ts'

export const communicationEvents = [
  defineEvent('contactPlan.stopped', words('停用', 'stopped')),
  defineEvent('contactPlan.started', words('启用', 'started')),
]
