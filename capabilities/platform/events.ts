import { defineEvent } from '#engine/event/define-event.ts'
import { words } from '#engine/text/words.ts'

export const platformEvents = [
  defineEvent('webhook.switchedOn', words('启用', 'switched on')),
  defineEvent('webhook.switchedOff', words('停用', 'switched off')),
  defineEvent('webhook.paused', words('暂停', 'paused')),
  defineEvent('customField.purged', words('清除', 'purged')),
  defineEvent('identityProvider.secretSet', words('设置密钥', 'secret set')),
  defineEvent('task.completed', words('完成', 'completed')),
  defineEvent('task.cancelled', words('取消', 'cancelled')),
  defineEvent('task.reopened', words('重新打开', 'reopened')),
  defineEvent('task.delegated', words('交办', 'handed on')),
  defineEvent('task.declined', words('退回', 'declined')),
  defineEvent('task.postponed', words('推后', 'postponed')),
]
