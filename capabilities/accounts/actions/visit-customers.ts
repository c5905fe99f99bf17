import { hasRole } from '#engine/access/actor.ts'
import { rule } from '#engine/access/rules.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { badFields, notAllowed, refuse } from '#engine/action/refusal.ts'
import { decimal, text } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { Activity } from '#cap/customers'
import { User } from '#cap/platform'
import { VisitForm } from '../records/visit-form.ts'

/** The form of a visit is due so long after one has checked in. */
export const hoursToFile = 24

/** Somebody is on the spot: when and where is kept, and the form of the visit is opened. Photographs are added to it. */
export const checkIn = defineAction('accounts.checkIn', {
  on: Activity,
  allow: rule.either(rule.granted('edit'), rule.owns('by')),
  when: {
    and: [
      { field: 'kind', op: 'eq', value: 'visit' },
      { field: 'state', op: 'ne', value: 'cancelled' },
    ],
  },
  touches: [],
  input: {
    place: text({ zh: '地点', en: 'Place', required: true, max: 200 }),
    latitude: decimal({ zh: '纬度', en: 'Latitude', places: 6, min: '-90', max: '90' }),
    longitude: decimal({ zh: '经度', en: 'Longitude', places: 6, min: '-180', max: '180' }),
  },
  words: { label: words('签到', 'Check in'), hint: words('24 小时内交客户联络进展表', 'The contact progress form is due within 24 hours') },
  async run({ activity, input, store, actor, now }) {
    const [known] = await store.find(VisitForm, { field: 'visit', op: 'eq', value: activity.id }, { limit: 1 })
    if (known) throw refuse('checked-in', words('这次拜访已经签到。', 'This visit has been checked in to.'), { status: 409 })
    const form = await store.create(VisitForm, {
      subject: activity.subject,
      customer: activity.customer,
      visit: activity.id,
      by: activity.by ?? actor.id,
      place: input.place,
      latitude: input.latitude,
      longitude: input.longitude,
      checkedInAt: now,
      dueAt: new Date(Date.parse(now) + hoursToFile * 3_600_000).toISOString(),
    } as never)
    return form
  },
})

/** Hands the form in. The visit, if it was still planned, is done with it. */
export const fileForm = defineAction('accounts.fileForm', {
  on: VisitForm,
  from: 'open',
  to: 'filed',
  allow: rule.owns('by'),
  words: { label: words('交表', 'File') },
  async run({ visitForm, store, now }) {
    const missing = words('交表前填写', 'is needed before it is filed')
    const faults = Object.fromEntries((['progress', 'nextStep'] as const).flatMap((name) => (visitForm[name] ? [] : [[name, missing]])))
    if (Object.keys(faults).length > 0) throw badFields(faults)
    const [visit] = visitForm.visit ? await store.lock(Activity, [visitForm.visit]) : []
    if (visit?.state === 'planned' && !visit.deletedAt && !visit.isImportant)
      store.edit(
        Activity,
        visit,
        { state: 'done', at: visitForm.checkedInAt ?? now, body: visitForm.progress, nextStep: visitForm.nextStep },
        'activity.completed',
      )
    return store.edit(VisitForm, visitForm, { state: 'filed', filedAt: now }, 'visitForm.filed')
  },
})

/** The superior has read it. */
export const readForm = defineAction('accounts.readForm', {
  on: VisitForm,
  from: 'filed',
  to: 'read',
  allow: rule.either(rule.granted('full'), rule.through('full')),
  words: { label: words('已阅', 'Mark as read') },
  async run({ visitForm, store, actor, now }) {
    const visitor = await store.get(User, visitForm.by)
    if (actor.id === visitForm.by || !(visitor?.superior === actor.id || hasRole(actor, 'director', 'administrator')))
      throw notAllowed(words('由拜访人的上级阅读。', 'It is for the visitor’s superior to read.'))
    return store.edit(VisitForm, visitForm, { state: 'read', readBy: actor.id, readAt: now }, 'visitForm.read')
  },
})
