import { defineAction } from '#engine/action/define-action.ts'
import { refuse } from '#engine/action/refusal.ts'
import type { Store } from '#engine/action/store.ts'
import { note, text } from '#engine/record/fields/index.ts'
import type { RowOf } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'
import type { Lead } from '../records/lead.ts'
import { ProspectList } from '../records/prospect-list.ts'
import { Prospect } from '../records/prospect.ts'
import { fitOf } from '../rules/fit.ts'
import { createLead } from './create-lead.ts'

type Row = RowOf<typeof Prospect>

async function measureFit(store: Store, rows: readonly Row[], list: RowOf<typeof ProspectList>): Promise<void> {
  await store.lock(
    Prospect,
    rows.map(({ id }) => id),
  )
  for (const row of rows) {
    const { fit, reasons } = fitOf(list, row)
    await store.measure(Prospect, row.id, { fit, fitReasons: reasons.slice(0, 6).map((why) => ({ why })) })
  }
}

export const createProspect = defineAction('prospect.create', {
  creates: Prospect,
  words: { label: words('新建潜客', 'New prospect') },
  async run({ input, store }) {
    const made = await store.create(Prospect, input as never)
    const list = await store.get(ProspectList, made.list)
    if (list) await measureFit(store, [made], list)
    return made
  },
})

export const editProspect = defineAction('prospect.edit', {
  on: Prospect,
  words: { label: words('编辑', 'Edit') },
  async run({ prospect, input, store }) {
    const row = store.edit(Prospect, prospect, input as never)
    const list = await store.get(ProspectList, row.list)
    if (list) await measureFit(store, [row], list)
    return row
  },
})

/** What fits is asked anew of all on the list. */
export const editProspectList = defineAction('prospectList.edit', {
  on: ProspectList,
  words: { label: words('编辑', 'Edit') },
  async run({ prospectList, input, store }) {
    const list = store.edit(ProspectList, prospectList, input as never)
    const rows = await store.find(Prospect, { field: 'list', op: 'eq', value: list.id }, { limit: 10_000 })
    await measureFit(store, rows, list)
    return list
  },
})

/** What was found out about somebody before anybody speaks to him. */
export const checkProspect = defineAction('leads.checkProspect', {
  on: Prospect,
  from: ['found', 'checked'],
  input: {
    diligence: note({
      zh: '背景了解',
      en: 'Due diligence',
      required: true,
      max: 4000,
      hint: words('工商、信用、主营业务、决策人、现有供应商', 'Register, credit, business, who decides, present suppliers'),
    }),
  },
  words: { label: words('填写背景了解', 'Note due diligence') },
  run: ({ prospect, input, store, today }) =>
    store.edit(Prospect, prospect, {
      diligence: input.diligence,
      checkedOn: today,
      ...(prospect.state === 'found' ? { state: 'checked' } : {}),
    }),
})

export const dropProspect = defineAction('leads.dropProspect', {
  on: Prospect,
  from: ['found', 'checked'],
  to: 'dropped',
  input: { why: text({ zh: '原因', en: 'Why', required: true, max: 300 }) },
  words: { label: words('判为不合适', 'Does not fit') },
  run: ({ prospect, input, store }) =>
    store.edit(Prospect, prospect, { state: 'dropped', diligence: [prospect.diligence, input.why].filter(Boolean).join('\n') }),
})

/** Somebody will be spoken to: he becomes a lead, with what is known of him. */
export const takeProspect = defineAction('leads.takeProspect', {
  on: Prospect,
  from: ['found', 'checked'],
  words: { label: words('转为线索', 'Make it a lead') },
  async run(context) {
    const { prospect, store, actor } = context
    if (prospect.state !== 'checked')
      throw refuse('not-checked', words('先填写背景了解，再联系。', 'Note the due diligence before the first contact.'), { status: 409 })
    const { name, person, phone, region, note: about, diligence } = prospect
    const list = await store.get(ProspectList, prospect.list)
    const lead = (await createLead.run({
      ...context,
      input: {
        name: person ?? name,
        company: name.slice(0, 120),
        mobile: phone,
        region,
        needs: about,
        note: diligence,
        source: list?.source === 'partner' ? 'partner' : 'other',
        sourceDetail: list?.name ?? null,
        owner: actor.id,
      },
    } as never)) as RowOf<typeof Lead>
    store.edit(Prospect, prospect, { state: 'lead', lead: lead.id })
    return prospect
  },
})
