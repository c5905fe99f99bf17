import { rule } from '#engine/access/rules.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { email, link, note, phone, text, choice, choices } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { customerHolding, holdKey, lastOwnerOf, openLeadHolding, ownerOfCustomer } from '../queries.ts'
import { Enquiry } from '../records/enquiry.ts'
import { Lead } from '../records/lead.ts'
import { openKey } from '../rules/lead-life.ts'
import { leadSources } from '../rules/sources.ts'
import { askForOwner } from './ask-for-owner.ts'

/**
 * Somebody asks by himself: on a form, say. Who has an open lead asks once more; whose number is a customer's becomes a lead of that customer,
 * for whoever looks after him; all others are handed out. Whatever it is, whoever asks hears the same.
 */
export const captureLead = defineAction('leads.capture', {
  // The system alone: it belongs to no role.
  allow: rule.role(),
  isUnlisted: true,
  input: {
    name: text({ zh: '姓名', en: 'Name', required: true, max: 60 }),
    company: text({ zh: '单位', en: 'Company', max: 120 }),
    mobile: phone({ zh: '电话', en: 'Telephone' }),
    email: email({ zh: '邮箱', en: 'E-mail' }),
    wechat: text({ zh: '微信', en: 'WeChat', max: 60 }),
    region: text({ zh: '地区', en: 'Region', max: 100 }),
    interest: choices({ zh: '意向产品', en: 'Interested in' }),
    message: note({ zh: '留言', en: 'Message', max: 2000 }),
    consent: note({ zh: '同意的内容', en: 'Agreed to', max: 2000 }),
    source: choice({ zh: '来源', en: 'Source', required: true, default: 'web', choices: leadSources }),
    sourceDetail: text({ zh: '来源说明', en: 'Source, in detail', max: 120 }),
    form: link('webForm', { zh: '网页表单', en: 'Web form' }),
    subject: text({ zh: '主题', en: 'Subject', required: true, max: 120 }),
  },
  words: { label: words('收下线索', 'Take in a lead') },
  async run(context) {
    const { input, store, queries, now, emit } = context
    const { message, consent, subject, ...given } = input
    const values = { ...given, source: given.source ?? 'web' }
    const key = openKey(values)
    if (key) await holdKey(queries, key)
    const held = key ? await openLeadHolding(queries, key) : undefined
    const known = held ? (await store.lock(Lead, [held.recordId]))[0] : undefined
    const enquire = (lead: string) =>
      store.create(Enquiry, { subject, lead, at: now, source: values.source, form: input.form, message, consent })
    if (known) {
      await enquire(known.id)
      // What was not known of him is known now; what is known stays.
      const news = Object.entries({ company: values.company, email: values.email, region: values.region }).filter(
        ([name, value]) => value && !known[name as 'company'],
      )
      const interest = [...new Set([...known.interest, ...(values.interest ?? [])])]
      if (news.length > 0 || interest.length > known.interest.length) store.edit(Lead, known, { ...Object.fromEntries(news), interest })
      emit('lead.askedAgain', known, Lead)
      return known
    }
    const found = await customerHolding(queries, values)
    const customer = found?.holder.rootId ?? null
    const familiar = customer ? await ownerOfCustomer(queries, customer) : values.mobile ? await lastOwnerOf(queries, values.mobile) : null
    const lead = await store.create(Lead, { ...values, customer, owner: null, department: null } as never)
    await enquire(lead.id)
    return askForOwner(context, lead, familiar)
  },
})
