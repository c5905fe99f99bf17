import { rule } from '#engine/access/rules.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { badFields, notAllowed, refuse } from '#engine/action/refusal.ts'
import { calendarFor } from '#cap/staff'
import { User } from '#cap/platform'
import type { Store } from '#engine/action/store.ts'
import type { RowOf } from '#engine/record/define-record.ts'
import { choice, link, note, text } from '#engine/record/fields/index.ts'
import type { Queries } from '#engine/store/database.ts'
import { addWorkdays } from '#engine/time/working-time.ts'
import { words } from '#engine/text/words.ts'
import { lastRuling, latestSetting } from '../queries.ts'
import { Dispute } from '../records/dispute.ts'
import { Ruling } from '../records/ruling.ts'
import { SiteSetting } from '../records/site-setting.ts'
import { managers } from './record-deal.ts'

/** By when the next step is to be taken, in the working days of the site. */
async function dueBy(queries: Queries, site: string | null, today: string, days: number): Promise<string> {
  return addWorkdays(await calendarFor(queries, site ? { department: site } : {}), today, days)
}

const daysOf = async (store: Store, queries: Queries, site: string | null) => {
  const setting = site ? await latestSetting(queries, site) : undefined
  const row = setting && (await store.get(SiteSetting, setting.id))
  return { step: row?.disputeDays ?? 3, appeal: row?.appealDays ?? 5 }
}

/** The dispute over a ruling, with everybody whom it concerns and the first deadline. */
async function open(
  store: Store,
  queries: Queries,
  values: { customer: string; claim: string; site?: string | null },
  ruling: RowOf<typeof Ruling> | undefined,
  { opener, today }: { opener: string | null; today: string },
) {
  const site = values.site ?? ruling?.site ?? null
  const { step } = await daysOf(store, queries, site)
  return store.create(Dispute, {
    ...values,
    ruling: ruling?.id ?? null,
    deal: ruling?.deal ?? null,
    site,
    opener,
    concerned: ruling?.concerned ?? [],
    dueOn: await dueBy(queries, site, today, step),
  } as never)
}

/** Whoever sees a customer in full may open a dispute over whose it is. */
export const createDispute = defineAction('dispute.create', {
  creates: Dispute,
  words: { label: words('提出归属异议', 'Open a dispute') },
  async run({ input, store, queries, actor, today }) {
    const values = input as unknown as { customer: string; claim: string; ruling?: string | null; site?: string | null }
    const id = values.ruling ?? (await lastRuling(queries, values.customer))?.id
    const ruling = id ? await store.get(Ruling, id) : undefined
    if (ruling && ruling.customer !== values.customer)
      throw badFields({ ruling: words('不是这位客户的裁定', 'is not a ruling on this customer') })
    return open(store, queries, values, ruling, { opener: actor.kind === 'system' ? null : actor.id, today })
  },
})

/** Anyone whom a ruling concerns may dispute it, though the customer is not his to see any more. */
export const disputeRuling = defineAction('reception.disputeRuling', {
  on: Ruling,
  from: ['provisional', 'final'],
  allow: rule.either(managers, rule.owns('concerned')),
  input: { claim: text({ zh: '主张', en: 'Claim', required: true, max: 200 }) },
  touches: [],
  words: { label: words('提出异议', 'Dispute it') },
  async run({ ruling, input, store, queries, actor, today }) {
    await open(store, queries, { customer: ruling.customer, claim: input.claim }, ruling, { opener: actor.id, today })
  },
})

const reason = note({ zh: '理由', en: 'Reason', required: true, max: 2000 })

/** They have talked, and it is settled. */
export const agreeDispute = defineAction('reception.agreeDispute', {
  on: Dispute,
  from: ['talk', 'mediation'],
  to: 'settled',
  allow: rule.either(managers, rule.owns('concerned')),
  input: { reason },
  words: { label: words('协商一致，了结', 'Agreed: settle it') },
  run: ({ dispute, input, store }) =>
    store.edit(Dispute, dispute, { state: 'settled', resolution: 'agreed', reason: input.reason, dueOn: null }, 'dispute.settled'),
})

/** Talk has led nowhere: the department mediates. */
export const mediateDispute = defineAction('reception.mediateDispute', {
  on: Dispute,
  from: 'talk',
  to: 'mediation',
  allow: rule.either(managers, rule.owns('concerned')),
  input: { mediator: link('user', { zh: '调解人', en: 'Mediator', required: true }) },
  words: { label: words('转部门调解', 'Take to mediation') },
  async run({ dispute, input, store, queries, today }) {
    if (dispute.concerned.includes(input.mediator))
      throw badFields({ mediator: words('不能是当事人', 'must not be one of those concerned') })
    const { step } = await daysOf(store, queries, dispute.site)
    const dueOn = await dueBy(queries, dispute.site, today, step)
    return store.edit(Dispute, dispute, { state: 'mediation', mediator: input.mediator, dueOn }, 'dispute.mediated')
  },
})

const outcome = {
  resolution: choice({
    zh: '处理',
    en: 'Resolution',
    required: true,
    open: false,
    choices: { upheld: words('维持原裁定', 'The ruling stands'), changed: words('改判', 'The ruling is changed') },
  }),
  reason,
}

/** A ruling that is changed was changed by a manager's ruling on the customer, made since. */
async function outcomeOf(queries: Queries, customer: string, disputed: string | null, resolution: string): Promise<string | null> {
  const last = await lastRuling(queries, customer)
  if (resolution === 'changed' && (!last || last.id === disputed || !last.isByManager))
    throw refuse(
      'not-ruled-anew',
      words('先在客户上作出新的经理裁定，再记为改判。', 'Rule on the customer anew first, then say that the ruling is changed.'),
      { status: 409 },
    )
  return last?.id ?? null
}

/** The manager rules. Whoever does not agree may appeal, one level up and in time. */
export const ruleDispute = defineAction('reception.ruleDispute', {
  on: Dispute,
  from: 'mediation',
  to: 'ruled',
  allow: managers,
  input: outcome,
  words: { label: words('裁定', 'Rule') },
  async run({ dispute, input, store, queries, actor, today }) {
    if (dispute.concerned.includes(actor.id)) throw notAllowed(words('当事人不能裁定。', 'Those concerned do not rule.'))
    const { appeal } = await daysOf(store, queries, dispute.site)
    return store.edit(
      Dispute,
      dispute,
      {
        state: 'ruled',
        judge: actor.id,
        resolution: input.resolution as 'upheld',
        reason: input.reason,
        outcome: await outcomeOf(queries, dispute.customer, dispute.ruling, input.resolution),
        dueOn: await dueBy(queries, dispute.site, today, appeal),
      },
      'dispute.ruled',
    )
  },
})

/** One of those concerned appeals to whoever stands above the one who ruled. */
export const appealDispute = defineAction('reception.appealDispute', {
  on: Dispute,
  from: 'ruled',
  to: 'appealed',
  allow: rule.owns('concerned'),
  input: { reason },
  words: { label: words('申诉', 'Appeal') },
  async run({ dispute, input, store, queries, today }) {
    if (dispute.dueOn && dispute.dueOn < today)
      throw refuse('too-late', words('申诉期限已过。', 'The time to appeal is over.'), { status: 409 })
    const judge = dispute.judge ? await store.get(User, dispute.judge) : undefined
    const { step } = await daysOf(store, queries, dispute.site)
    return store.edit(
      Dispute,
      dispute,
      {
        state: 'appealed',
        appealTo: judge?.superior ?? null,
        reason: input.reason,
        dueOn: await dueBy(queries, dispute.site, today, step),
      },
      'dispute.appealed',
    )
  },
})

/** The last word: on an appeal by whoever it went to, else when nobody appealed in time. */
export const settleDispute = defineAction('reception.settleDispute', {
  on: Dispute,
  from: ['ruled', 'appealed'],
  to: 'settled',
  allow: managers,
  input: outcome,
  words: { label: words('了结', 'Settle') },
  async run({ dispute, input, store, queries, actor }) {
    if (dispute.state === 'appealed' && (actor.id === dispute.judge || (dispute.appealTo && dispute.appealTo !== actor.id)))
      throw notAllowed(words('申诉由上一级答复。', 'An appeal is answered one level up.'))
    return store.edit(
      Dispute,
      dispute,
      {
        state: 'settled',
        resolution: input.resolution as 'upheld',
        reason: input.reason,
        outcome: await outcomeOf(queries, dispute.customer, dispute.ruling, input.resolution),
        dueOn: null,
      },
      'dispute.settled',
    )
  },
})
