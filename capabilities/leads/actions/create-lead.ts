import { defineAction } from '#engine/action/define-action.ts'
import { describeTaken } from '#engine/action/taken.ts'
import { User } from '#cap/platform'
import { yesNo } from '#engine/record/fields/index.ts'
import type { RowOf } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'
import { customerHolding, holdKey, openLeadHolding } from '../queries.ts'
import { Lead } from '../records/lead.ts'
import { openKey } from '../rules/lead-life.ts'
import { askForOwner } from './ask-for-owner.ts'

/**
 * A new lead, written down by somebody, imported or sent by another program. Whose number is that of a customer or of an open lead is refused,
 * in the words of every taken identity: its name to whoever may see it, to others only that it is registered.
 */
export const createLead = defineAction('lead.create', {
  creates: Lead,
  input: {
    allocates: yesNo({
      zh: '交给分配队列',
      en: 'Hand it out',
      hint: words('不归自己，由队列分配', 'Not for oneself: the queue says whose it is'),
    }),
  },
  words: { label: words('新建线索', 'New lead') },
  async run(context) {
    const { store, house, queries, actor } = context
    const { allocates, ...values } = context.input as { allocates?: boolean } & Partial<RowOf<typeof Lead>>
    const key = openKey(values)
    if (key) {
      await holdKey(queries, key)
      const held = await openLeadHolding(queries, key)
      if (held)
        throw await describeTaken(
          queries,
          house,
          actor,
          { ...held, field: values.mobile ? 'mobile' : values.email ? 'email' : 'wechat' },
          held,
        )
      const customer = await customerHolding(queries, values)
      if (customer) throw await describeTaken(queries, house, actor, customer.claim, customer.holder)
    }
    if (values.owner && values.department === undefined) values.department = (await store.get(User, values.owner))?.department ?? null
    if (allocates) return askForOwner(context, await store.create(Lead, { ...values, owner: null, department: null } as never), null)
    const lead = await store.create(Lead, values as never)
    return lead.owner ? store.edit(Lead, lead, { state: 'allocated', allocatedAt: context.now }) : askForOwner(context, lead, null)
  },
})
