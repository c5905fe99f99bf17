import { rule } from '#engine/access/rules.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { User } from '#cap/platform'
import { allocateRequest } from '#cap/staff'
import { link, text } from '#engine/record/fields/index.ts'
import { notify } from '#engine/notice/notify.ts'
import { words } from '#engine/text/words.ts'
import { leadGiven } from '../notices.ts'
import { Lead } from '../records/lead.ts'

/** Gives a lead to whom its queue says, as the queue stands at this second; it goes on waiting where nobody can take it. */
export const allocateLead = defineAction('leads.allocate', {
  on: Lead,
  allow: rule.nobody,
  isUnlisted: true,
  words: { label: words('自动分配', 'Allocate') },
  async run({ lead, store, queries, now }) {
    if (lead.owner || !['new', 'allocated'].includes(lead.state)) return lead
    const decision = await allocateRequest(queries, lead.id, now)
    const user = decision?.taken ? await store.get(User, decision.taken) : undefined
    if (!user) return lead
    await notify(queries, { kind: leadGiven, to: user.id, record: Lead.name, recordId: lead.id, args: { why: decision!.reason }, at: now })
    return store.edit(
      Lead,
      lead,
      { owner: user.id, department: user.department ?? lead.department, state: 'allocated', allocatedAt: now },
      'lead.allocated',
    )
  },
})

/** Gives a lead to a colleague by hand; what a queue has decided stays written down. */
export const assignLead = defineAction('leads.assign', {
  on: Lead,
  from: ['new', 'allocated', 'contacted', 'nurtured'],
  input: {
    owner: link('user', { zh: '新负责人', en: 'New owner', required: true }),
    reason: text({ zh: '原因', en: 'Reason', max: 200 }),
  },
  isMinor: true,
  words: { label: words('指定负责人', 'Assign') },
  async run({ lead, input, store, queries, actor, now }) {
    const user = await store.get(User, input.owner)
    await notify(queries, {
      kind: leadGiven,
      to: input.owner,
      by: actor.id,
      record: Lead.name,
      recordId: lead.id,
      args: { why: input.reason ? words(input.reason, input.reason) : words('由同事指定', 'Assigned by a colleague') },
      at: now,
    })
    return store.edit(
      Lead,
      lead,
      {
        owner: input.owner,
        department: user?.department ?? lead.department,
        ...(lead.state === 'new' ? { state: 'allocated', allocatedAt: now } : {}),
      },
      'lead.assigned',
    )
  },
})
