import { defineAction } from '#engine/action/define-action.ts'
import { badFields } from '#engine/action/refusal.ts'
import type { Store } from '#engine/action/store.ts'
import { Task, User } from '#cap/platform'
import { choice, day, note, yesNo } from '#engine/record/fields/index.ts'
import type { RowOf } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'
import { LeadContact } from '../records/lead-contact.ts'
import { Lead } from '../records/lead.ts'
import { closeReasons, refuseClosing } from '../rules/closing.ts'

/** A task about a lead for somebody who works here. */
export async function remindOf(
  store: Store,
  lead: { id: string },
  user: string,
  task: { title: string; dueOn: string; note?: string | null },
): Promise<void> {
  const assignee = await store.get(User, user)
  if (!assignee?.isActive) return
  await store.create(Task, {
    ...task,
    title: task.title.slice(0, 200),
    assignee: user,
    department: assignee.department,
    about: { record: Lead.name, id: lead.id },
  })
}

/** A contact that has taken place. The first one moves the lead on; what is agreed on next becomes a task. */
export const logLeadContact = defineAction('leadContact.create', {
  creates: LeadContact,
  words: { label: words('记录跟进', 'Log a contact') },
  async run({ input, store, actor, now }) {
    const made = await store.create(LeadContact, { at: now, ...(input as object) } as never)
    const [lead] = await store.lock(Lead, [made.lead])
    if (!lead) return made
    const isFirst = ['new', 'allocated'].includes(lead.state)
    store.edit(
      Lead,
      lead,
      {
        ...(isFirst ? { state: 'contacted' } : {}),
        ...(lead.firstContactAt ? {} : { firstContactAt: made.at }),
        ...(made.nextOn ? { nextOn: made.nextOn } : {}),
      },
      isFirst ? 'lead.contacted' : undefined,
    )
    const { nextOn, nextStep } = made
    if (nextOn)
      await remindOf(store, lead, made.by ?? actor.id, { title: nextStep ?? `跟进 ${lead.name}`, dueOn: nextOn, note: made.outcome })
    return made
  },
})

/** Not now, but perhaps one day: it stays open, and a task reminds of the day. */
export const nurtureLead = defineAction('leads.nurture', {
  on: Lead,
  from: ['allocated', 'contacted'],
  to: 'nurtured',
  input: {
    revisitOn: day({ zh: '下次联系', en: 'Come back on', required: true }),
    note: note({ zh: '说明', en: 'Note', max: 500 }),
  },
  isMinor: true,
  words: { label: words('转入培育', 'Nurture') },
  async run({ lead, input, store, actor, today }) {
    if (input.revisitOn <= today) throw badFields({ revisitOn: words('应晚于今天', 'Must be after today') })
    await remindOf(store, lead, lead.owner ?? actor.id, { title: `回访 ${lead.name}`, dueOn: input.revisitOn, note: input.note })
    return store.edit(Lead, lead, { state: 'nurtured', revisitOn: input.revisitOn, nextOn: input.revisitOn }, 'lead.nurtured')
  },
})

/** No deal: why, and when somebody comes back, or that nobody shall. */
export const closeLead = defineAction('leads.close', {
  on: Lead,
  from: ['new', 'allocated', 'contacted', 'nurtured'],
  to: 'closed',
  input: {
    reason: choice({ zh: '未成交原因', en: 'Why there was no deal', required: true, sameAs: 'lead.closeReason', choices: closeReasons }),
    note: note({ zh: '说明', en: 'Note', max: 500 }),
    revisitOn: day({ zh: '回访日期', en: 'Come back on', hint: words('到期生成任务', 'A task reminds of it') }),
    neverRevisit: yesNo({ zh: '不再回访', en: 'Never come back' }),
  },
  words: { label: words('关闭线索', 'Close') },
  async run({ lead, input, store, actor, today, now }) {
    const { reason } = input
    const why = input.note ?? null
    const revisitOn = input.revisitOn ?? null
    const neverRevisit = input.neverRevisit ?? false
    const faults = refuseClosing({ reason, note: why, revisitOn, neverRevisit }, today)
    if (Object.keys(faults).length > 0) throw badFields(faults)
    if (revisitOn) await remindOf(store, lead, lead.owner ?? actor.id, { title: `回访 ${lead.name}`, dueOn: revisitOn, note: why })
    return store.edit(
      Lead,
      lead,
      {
        state: 'closed',
        closeReason: reason,
        closeNote: why,
        revisitOn,
        neverRevisit,
        nextOn: revisitOn,
        settledAt: now,
      },
      'lead.closed',
    )
  },
})

/** Somebody has come back, or it was closed too soon. */
export const reopenLead = defineAction('leads.reopen', {
  on: Lead,
  from: 'closed',
  words: { label: words('重新打开', 'Open again') },
  run: ({ lead, store }) => store.edit(Lead, lead, { state: lead.owner ? 'allocated' : 'new', ...clean }, 'lead.reopened'),
})

const clean: Partial<RowOf<typeof Lead>> = {
  closeReason: null,
  closeNote: null,
  revisitOn: null,
  neverRevisit: false,
  nextOn: null,
  settledAt: null,
}
