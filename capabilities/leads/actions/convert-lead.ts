import type { Actor } from '#engine/access/actor.ts'
import { loadFacts } from '#engine/access/facts.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { notAllowed, Refusal } from '#engine/action/refusal.ts'
import { describeTaken } from '#engine/action/taken.ts'
import { Activity, Contact, createCustomer, Customer } from '#cap/customers'
import { choice, link, text } from '#engine/record/fields/index.ts'
import type { RowOf } from '#engine/record/define-record.ts'
import type { House } from '#engine/record/house.ts'
import type { Store } from '#engine/action/store.ts'
import type { Queries } from '#engine/store/database.ts'
import type { StoredRow } from '#engine/store/rows.ts'
import { words } from '#engine/text/words.ts'
import { customerHolding } from '../queries.ts'
import { Enquiry } from '../records/enquiry.ts'
import { LeadContact } from '../records/lead-contact.ts'
import { Lead } from '../records/lead.ts'
import { startOnboarding } from './keep-onboarding.ts'

type LeadRow = RowOf<typeof Lead>

interface Within {
  store: Store
  house: House
  queries: Queries
  actor: Actor
}

/** The customer that a lead joins, held; refused to whoever may not change it. */
async function joined({ store, house, queries, actor }: Within, id: string): Promise<RowOf<typeof Customer>> {
  const [customer] = await store.lock(Customer, [id])
  const shape = house.shapes.get(Customer.name)!
  const access = accessTo(house, actor, shape)
  const [facts] = customer ? await loadFacts(queries, house, actor, shape, [customer as unknown as StoredRow], access.paths) : []
  if (!customer || !facts || !access.edit.check(facts))
    throw notAllowed(words('您不能修改这位客户，可把线索转给其负责人。', 'You may not change this customer; hand the lead to its owner.'))
  return customer
}

/** The contact of a customer who the lead is: by his number, else a new one. */
async function contactOf(
  { store, house, queries, actor }: Within,
  lead: LeadRow,
  customer: RowOf<typeof Customer>,
): Promise<RowOf<typeof Contact>> {
  const found = await customerHolding(queries, lead)
  if (found && found.holder.rootId !== customer.id) throw await describeTaken(queries, house, actor, found.claim, found.holder)
  if (found?.holder.record === Contact.name) {
    const known = await store.get(Contact, found.holder.recordId)
    if (known) return known
  }
  return store.create(Contact, {
    customer: customer.id,
    name: lead.name,
    title: lead.position,
    // Where the number is that of the customer itself it need not be said twice.
    mobile: found ? null : lead.mobile,
    email: lead.email,
    wechat: found ? null : lead.wechat,
  } as never)
}

/** What was said with a lead goes on in the customer's file. */
async function carryHistory({ store }: Within, lead: LeadRow, customer: string, contact: string): Promise<void> {
  const of = { field: 'lead', op: 'eq', value: lead.id } as const
  const [contacts, enquiries] = [await store.find(LeadContact, of), await store.find(Enquiry, of)]
  const past = [
    ...contacts.map(({ subject, kind, at, by, outcome, body }) => ({ subject, kind, at, by, outcome, body })),
    ...enquiries.map(({ subject, at, message }) => ({ subject, kind: 'message', at, by: null, outcome: null, body: message })),
  ]
  for (const values of past) {
    const made = await store.create(Activity, { ...values, customer, contact } as never)
    store.edit(Activity, made, { state: 'done' })
  }
}

/** A lead becomes a customer with a contact, or a contact of one on file, and brings its history along; all of it can be taken back. */
export const convertLead = defineAction('leads.convert', {
  on: Lead,
  from: ['new', 'allocated', 'contacted', 'nurtured'],
  to: 'converted',
  input: {
    customer: link('customer', {
      zh: '并入已有客户',
      en: 'Join a customer on file',
      hint: words('不选则新建客户', 'A new one is made where empty'),
    }),
    kind: choice({
      zh: '客户类型',
      en: 'Kind of customer',
      choices: Customer.fields.kind.options.choices,
      hint: words('不选则有单位的为企业，其余为个人', 'With a company an enterprise, else a person'),
    }),
    name: text({
      zh: '客户名称',
      en: 'Name of the customer',
      max: 120,
      hint: words('不填则为单位或姓名', 'The company or the name where empty'),
    }),
    onboarding: link('playbook', { zh: '新客户计划', en: 'Onboarding plan', hint: words('选了就按模板生成任务', 'Makes its tasks') }),
  },
  words: {
    label: words('转为客户', 'Convert'),
    hint: words('建立客户和联系人，带上往来记录', 'Makes customer and contact, and takes the history along'),
  },
  async run(context) {
    const { lead, input, store, queries, house, actor, now } = context
    const onFile = input.customer ?? null
    if (!onFile) {
      const found = await customerHolding(queries, lead)
      if (found) throw hinted(await describeTaken(queries, house, actor, found.claim, found.holder))
    }
    const customer = onFile ? await joined(context, onFile) : await makeCustomer(context, lead, input)
    const contact =
      onFile || !customer.primaryContact ? await contactOf(context, lead, customer) : (await store.get(Contact, customer.primaryContact))!
    await carryHistory(context, lead, customer.id, contact.id)
    if (input.onboarding)
      await startOnboarding(context, { customer: customer.id, playbook: input.onboarding, owner: lead.owner ?? actor.id })
    return store.edit(
      Lead,
      lead,
      { state: 'converted', customer: customer.id, contact: contact.id, settledAt: now, nextOn: null },
      'lead.converted',
    )
  },
})

/** Told what to do about it, beside whose number it is. */
const hinted = (refusal: Refusal): Refusal =>
  new Refusal(
    refusal.code,
    words(
      '号码已属于一位客户：选“并入已有客户”，或把线索转给其负责人。',
      'The number is a customer’s: join that customer, or hand the lead to its owner.',
    ),
    {
      status: refusal.status,
      fields: { customer: Object.values(refusal.fields ?? {})[0] ?? refusal.words },
      ...(refusal.detail ? { detail: refusal.detail } : {}),
    },
  )

async function makeCustomer(
  context: Within & { now: string },
  lead: LeadRow,
  input: { kind?: string | null; name?: string | null },
): Promise<RowOf<typeof Customer>> {
  const kind = input.kind ?? (lead.company ? 'enterprise' : 'person')
  const { source, region, department, note } = lead
  const made = await createCustomer.run({
    ...context,
    input: {
      kind,
      name: input.name ?? lead.company ?? lead.name,
      source,
      region,
      note,
      owner: lead.owner ?? context.actor.id,
      ...(department ? { department } : {}),
      contactName: lead.name,
      contactTitle: lead.position,
      contactMobile: lead.mobile,
      contactEmail: lead.email,
    },
  } as never)
  return made as RowOf<typeof Customer>
}
