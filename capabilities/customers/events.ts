import { defineEvent } from '#engine/event/define-event.ts'
import { words } from '#engine/text/words.ts'

export const customerEvents = [
  defineEvent('customer.transferred', words('转交', 'transferred')),
  defineEvent('customer.confirmed', words('确认资料无误', 'file confirmed')),
  defineEvent('customer.held', words('法律保留', 'put under legal hold')),
  defineEvent('customer.released', words('解除法律保留', 'legal hold lifted')),
  defineEvent('retentionRule.switchedOn', words('启用', 'switched on')),
  defineEvent('retentionRule.switchedOff', words('停用', 'switched off')),
  defineEvent('retentionRule.stopped', words('自动停止', 'stopped itself')),
  defineEvent('asset.transferred', words('转让', 'changed hands')),
  defineEvent('duplicate.dismissed', words('判为不是重复', 'found not to be the same')),
  defineEvent('duplicate.reopened', words('重新判断', 'to be looked at again')),
  defineEvent('contact.restricted', words('限制处理', 'restricted')),
  defineEvent('contact.unrestricted', words('解除限制', 'no longer restricted')),
  defineEvent('contact.erased', words('个人信息已彻底删除', 'personal data erased')),
  defineEvent('subjectRequest.fulfilled', words('办结', 'fulfilled')),
  defineEvent('subjectRequest.refused', words('拒绝', 'refused')),
  defineEvent('subjectRequest.erasing', words('开始彻底删除', 'erasing begun')),
  defineEvent('subjectRequest.erased', words('彻底删除完成', 'erased')),
  defineEvent('segment.retired', words('停用', 'retired')),
  defineEvent('segment.revived', words('重新使用', 'used again')),
  defineEvent('cleanup.started', words('开始', 'started')),
  defineEvent('cleanup.finished', words('结束', 'finished')),
  defineEvent('cleanup.cancelled', words('取消', 'called off')),
  defineEvent('activity.completed', words('完成', 'completed')),
  defineEvent('activity.cancelled', words('取消', 'cancelled')),
]
