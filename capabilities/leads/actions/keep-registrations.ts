import { rule } from '#engine/access/rules.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { choice, note } from '#engine/record/fields/index.ts'
import { addDays } from '#engine/time/days.ts'
import { words } from '#engine/text/words.ts'
import { conflictOfNumber, holdKey } from '../queries.ts'
import { Lead } from '../records/lead.ts'
import { Registration } from '../records/registration.ts'
import { endsOf } from '../rules/protection.ts'
import { askForOwner } from './ask-for-owner.ts'

/**
 * Registers whom a partner will bring. It holds from this second unless the number, as far as it is told, is a customer's, an open lead's or
 * that of an earlier registration; then somebody decides. Of whom the number is, it says nothing. Who is named with his whole number is a lead.
 */
export const createRegistration = defineAction('registration.create', {
  creates: Registration,
  words: { label: words('报备客户', 'Register a client') },
  async run(context) {
    const { store, queries, today, now } = context
    const { phone } = context.input as { phone: string }
    const { head, tail, isWhole } = endsOf(phone)
    await holdKey(queries, `${head}${tail}`)
    const conflict = await conflictOfNumber(queries, { head, tail, whole: isWhole ? phone : null }, today)
    const made = await store.create(Registration, { ...context.input, at: now, conflict } as never)
    const protectedUntil = addDays(today, made.days)
    if (conflict) return store.edit(Registration, made, { protectedUntil, state: 'conflicted' })
    if (!isWhole) return store.edit(Registration, made, { protectedUntil })
    await holdKey(queries, `+86${phone}`)
    const lead = await store.create(Lead, {
      name: made.client,
      mobile: `+86${phone}`,
      source: made.by === 'partner' ? 'partner' : 'referral',
      sourceDetail: made.partner,
      referredBy: made.referredBy,
      interest: made.interest ? [made.interest.slice(0, 40)] : [],
      owner: made.owner,
      department: made.department,
    } as never)
    const kept = made.owner ? store.edit(Lead, lead, { state: 'allocated', allocatedAt: now }) : await askForOwner(context, lead, null)
    return store.edit(Registration, made, { protectedUntil, lead: kept.id })
  },
})

/** Somebody decides whose client it is. */
export const settleRegistration = defineAction('leads.settleRegistration', {
  on: Registration,
  from: ['conflicted', 'valid'],
  allow: rule.both(rule.granted('edit'), rule.role('administrator', 'director', 'departmentHead')),
  input: {
    ruling: choice({
      zh: '判定',
      en: 'Decision',
      required: true,
      choices: { valid: words('报备有效', 'It holds'), refused: words('报备无效', 'It does not hold') },
    }),
    reason: note({ zh: '说明', en: 'Why', required: true, max: 500 }),
  },
  words: { label: words('判定报备', 'Decide') },
  run: ({ registration, input, store }) =>
    store.edit(
      Registration,
      registration,
      { ...(registration.state === input.ruling ? {} : { state: input.ruling }), ruling: input.reason },
      'registration.settled',
    ),
})
