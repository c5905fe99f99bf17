import { rule } from '#engine/access/rules.ts'
import { hasRight } from '#engine/access/actor.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { badFields, notAllowed, refuse } from '#engine/action/refusal.ts'
import { note, text } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { addWorkdays } from '#engine/time/working-time.ts'
import { Contact } from '../records/contact.ts'
import { Customer } from '../records/customer.ts'
import { SubjectRequest } from '../records/subject-request.ts'
import { dueWorkdays, warnWorkdays } from '../rules/subject-request.ts'

/** Takes in a request. Its deadlines are reckoned in the company's usual working days, not in those of an office that works on Sundays. */
export const createSubjectRequest = defineAction('subjectRequest.create', {
  creates: SubjectRequest,
  words: { label: words('登记个人信息请求', 'Take in a subject request') },
  async run({ input, store, queries, house, today }) {
    const values = input as unknown as { receivedOn?: string | null }
    const receivedOn = values.receivedOn ?? today
    if (receivedOn > today) throw badFields({ receivedOn: words('不能晚于今天', 'must not lie in the future') })
    const calendar = await house.workingTime.calendarFor(queries)
    return store.create(SubjectRequest, {
      ...values,
      receivedOn,
      warnOn: addWorkdays(calendar, receivedOn, warnWorkdays),
      dueOn: addWorkdays(calendar, receivedOn, dueWorkdays),
    } as never)
  },
})

/** The request has been met. A request to restrict takes effect with it; one to erase is met by erasing alone. */
export const fulfilRequest = defineAction('customers.fulfilRequest', {
  on: SubjectRequest,
  from: 'open',
  to: 'done',
  when: { field: 'kind', op: 'ne', value: 'erase' },
  input: { answer: note({ zh: '答复', en: 'Answer', required: true }) },
  words: { label: words('办结', 'Fulfil') },
  async run({ subjectRequest: request, input, store, today }) {
    if (request.kind === 'restrict') {
      const [contact] = await store.lock(Contact, [request.contact])
      if (contact) store.edit(Contact, contact, { isRestricted: true }, 'contact.restricted')
    }
    return store.edit(SubjectRequest, request, { state: 'done', answer: input.answer, doneOn: today }, 'subjectRequest.fulfilled')
  },
})

/** The request is not met; whoever asked is told why. */
export const refuseRequest = defineAction('customers.refuseRequest', {
  on: SubjectRequest,
  from: 'open',
  to: 'refused',
  input: { answer: note({ zh: '理由', en: 'Reason', required: true }) },
  words: { label: words('拒绝', 'Refuse') },
  run: ({ subjectRequest: request, input, store, today }) =>
    store.edit(SubjectRequest, request, { state: 'refused', answer: input.answer, doneOn: today }, 'subjectRequest.refused'),
})

/** Lifts a restriction, because the person wants so. */
export const liftRestriction = defineAction('customers.liftRestriction', {
  on: Contact,
  when: { field: 'isRestricted', op: 'eq', value: true },
  input: { reason: text({ zh: '原因', en: 'Reason', required: true, max: 200 }) },
  words: { label: words('解除限制', 'Lift the restriction') },
  run: ({ contact, store }) => store.edit(Contact, contact, { isRestricted: false }, 'contact.unrestricted'),
})

/**
 * Removes the human being from everywhere. It cannot be taken back, needs a right of its own, and the name typed once more. The work is
 * done behind; the request shows the proof when it is.
 */
export const erasePerson = defineAction('customers.erasePerson', {
  on: SubjectRequest,
  from: 'open',
  to: 'erasing',
  when: { field: 'kind', op: 'eq', value: 'erase' },
  isFinal: true,
  input: {
    name: text({ zh: '再次输入姓名', en: 'Type the name once more', required: true, max: 60 }),
    answer: note({ zh: '答复', en: 'Answer' }),
  },
  words: {
    label: words('彻底删除', 'Erase for good'),
    hint: words('不能撤销；合同等依法保留的记录以“已删除的联系人”保留', 'Cannot be undone; what the law keeps stays without the person'),
  },
  async run({ subjectRequest: request, input, store, actor, house, later, today }) {
    if (!hasRight(actor, 'erase', house.shapes.get(Contact.name)!))
      throw notAllowed(words('您没有彻底删除个人信息的权限。', 'You may not erase personal data.'))
    if ((await store.get(Customer, request.customer))?.legalHold)
      throw refuse('on-hold', words('客户被法律保留，不能删除。', 'The customer is under legal hold: nothing of it is erased.'), {
        status: 409,
      })
    const [contact] = await store.lock(Contact, [request.contact])
    if (contact && contact.name !== input.name.trim())
      throw badFields({ name: words('与联系人的姓名不一致', 'is not the name of the contact') })
    later('erase-person', { request: request.id }, { key: request.id })
    return store.edit(SubjectRequest, request, { state: 'erasing', answer: input.answer ?? null, doneOn: today }, 'subjectRequest.erasing')
  },
})

/** The work is done: what was found where, and that nothing is left. Only the job behind says so. */
export const finishErasing = defineAction('customers.finishErasing', {
  on: SubjectRequest,
  from: 'erasing',
  to: 'done',
  allow: rule.nobody,
  isUnlisted: true,
  isFinal: true,
  input: { report: SubjectRequest.fields.report },
  words: { label: words('登记删除结果', 'Record the proof of erasing') },
  async run({ subjectRequest: request, input, store, today, emit }) {
    const contact = await store.get(Contact, request.contact)
    if (contact) emit('contact.erased', contact, Contact)
    return store.edit(SubjectRequest, request, { state: 'done', report: input.report, doneOn: today }, 'subjectRequest.erased')
  },
})
