import { defineEvent } from '#engine/event/define-event.ts'
import { words } from '#engine/text/words.ts'

export const leadEvents = [
  defineEvent('lead.allocated', words('自动分配', 'allocated')),
  defineEvent('lead.assigned', words('指定负责人', 'assigned')),
  defineEvent('lead.contacted', words('已联系', 'contacted')),
  defineEvent('lead.nurtured', words('转入培育', 'nurtured')),
  // What follows from a conversion, an opportunity for one, reacts to this.
  defineEvent('lead.converted', words('转为客户', 'converted')),
  defineEvent('lead.closed', words('关闭', 'closed')),
  defineEvent('lead.reopened', words('重新打开', 'opened again')),
  defineEvent('lead.askedAgain', words('再次询问', 'asked again')),
  defineEvent('leadModel.adopted', words('启用', 'put to use')),
  defineEvent('leadModel.dropped', words('停用', 'no longer used')),
  defineEvent('webForm.opened', words('启用', 'opened')),
  defineEvent('webForm.closed', words('停用', 'closed')),
  defineEvent('registration.settled', words('判定', 'decided')),
  defineEvent('onboarding.finished', words('完成', 'finished')),
]
