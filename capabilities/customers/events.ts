import { defineEvent } from '#engine/event/define-event.ts'
import { words } from '#engine/text/words.ts'

export const customerEvents = [
  defineEvent('customer.transferred', words('转交', 'transferred')),
  defineEvent('asset.transferred', words('转让', 'changed hands')),
  defineEvent('duplicate.dismissed', words('判为不是重复', 'found not to be the same')),
  defineEvent('duplicate.reopened', words('重新判断', 'to be looked at again')),
  defineEvent('segment.retired', words('停用', 'retired')),
  defineEvent('segment.revived', words('重新使用', 'used again')),
  defineEvent('activity.completed', words('完成', 'completed')),
  defineEvent('activity.cancelled', words('取消', 'cancelled')),
]
