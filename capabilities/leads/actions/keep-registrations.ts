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
    const input = context.input as {
      client: string
      phone: string
      by: string
      partner?: string
      referredBy?: string
      interest?: string
      days: number
      owner?: string | null
    }
    const { head, tail, isWhole } = endsOf(input.phone)
    await holdKey(queries, `${head}${tail}`)
    const conflict = await conflictOfNumber(queries, { head, tail, whole: isWhole ? input.phone : null }, today)
    const made = await store.create(Registration, { ...input, at: now, protectedUntil: addDays(today, input.days), conflict } as never)
    if (conflict) return store.edit(Registration, made, { state: 'conflicted' })
    if (!isWhole) return made
    await holdKey(queries, `+86${input.phone}`)
    const lead = await store.create(Lead, {
      name: input.client,
      mobile: `+86${input.phone}`,
      source: input.by === 'partner' ? 'partner' : 'referral',
      sourceDetail: input.partner ?? null,
      referredBy: input.referredBy ?? null,
      interest: input.interest ? [input.interest.slice(0, 40)] : [],
      owner: made.owner,
      department: made.department,
    } as never)
    const kept = made.owner ? store.edit(Lead, lead, { state: 'allocated', allocatedAt: now }) : await askForOwner(context, lead, null)
    return store.edit(Registration, made, { lead: kept.id })
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
