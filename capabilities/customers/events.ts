import { defineEvent } from '#engine/event/define-event.ts'
import { words } from '#engine/text/words.ts'

export const customerEvents = [
  defineEvent('customer.transferred', words('转交', 'transferred')),
  defineEvent('asset.transferred', words('转让', 'changed hands')),
  defineEvent('activity.completed', words('完成', 'completed')),
  defineEvent('activity.cancelled', words('取消', 'cancelled')),
]
