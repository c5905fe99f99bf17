import { rule } from '#engine/access/rules.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { badFields, notAllowed, refuse } from '#engine/action/refusal.ts'
import { calendarFor } from '#cap/staff'
import { notify } from '#engine/notice/notify.ts'
import { note, text } from '#engine/record/fields/index.ts'
import { addWorkdays } from '#engine/time/working-time.ts'
import { words } from '#engine/text/words.ts'
import { incidentAlarm, questionAsked } from '../notices.ts'
import { headsOf, latestSetting } from '../queries.ts'
import { Incident } from '../records/incident.ts'
import { OpenQuestion } from '../records/open-question.ts'
import { SiteSetting } from '../records/site-setting.ts'
import { Violation } from '../records/violation.ts'
import { managers } from './record-deal.ts'

/** A supervisor proposes. Above the site's limit he says why. Nothing is deducted by itself. */
export const createViolation = defineAction('violation.create', {
  creates: Violation,
  words: { label: words('提出违规', 'Propose a violation') },
  async run({ input, store, queries, actor, today }) {
    const values = input as unknown as { site: string; who: string; on: string; ofMonthPay?: string | null; override?: string | null }
    if (values.who === actor.id) throw badFields({ who: words('不能是本人', 'must be somebody else') })
    if (values.on > today) throw badFields({ on: words('不能晚于今天', 'must not lie in the future') })
    const setting = await latestSetting(queries, values.site)
    const cap = Number((setting && (await store.get(SiteSetting, setting.id)))?.deductionCap ?? 20)
    if (values.ofMonthPay && Number(values.ofMonthPay) > cap && !values.override)
      throw badFields({ override: words(`超过当月工资的 ${cap}%，须说明理由`, `above ${cap} % of the month’s pay: say why`) })
    return store.create(Violation, values as never)
  },
})

const answer = note({ zh: '意见', en: 'Answer', max: 2000 })

/** Somebody else than who proposed it confirms; from then on an appeal is possible. */
export const confirmViolation = defineAction('reception.confirmViolation', {
  on: Violation,
  from: 'proposed',
  to: 'confirmed',
  allow: managers,
  input: { answer },
  words: { label: words('确认', 'Confirm') },
  async run({ violation, input, store, queries, actor, today }) {
    if ([violation.createdBy, violation.who].includes(actor.id))
      throw notAllowed(words('须由他人确认。', 'Somebody else has to confirm it.'))
    const setting = await latestSetting(queries, violation.site)
    const days = (setting && (await store.get(SiteSetting, setting.id)))?.appealDays ?? 5
    const appealBy = addWorkdays(await calendarFor(queries, { department: violation.site }), today, days)
    return store.edit(
      Violation,
      violation,
      { state: 'confirmed', confirmer: actor.id, answer: input.answer, appealBy },
      'violation.confirmed',
    )
  },
})

export const appealViolation = defineAction('reception.appealViolation', {
  on: Violation,
  from: 'confirmed',
  to: 'appealed',
  allow: rule.owns('who'),
  input: { appeal: note({ zh: '申诉', en: 'Appeal', required: true, max: 2000 }) },
  words: { label: words('申诉', 'Appeal') },
  run({ violation, input, store, today }) {
    if (violation.appealBy && violation.appealBy < today)
      throw refuse('too-late', words('申诉期限已过。', 'The time to appeal is over.'), { status: 409 })
    return store.edit(Violation, violation, { state: 'appealed', appeal: input.appeal }, 'violation.appealed')
  },
})

export const upholdViolation = defineAction('reception.upholdViolation', {
  on: Violation,
  from: 'appealed',
  to: 'upheld',
  allow: managers,
  input: { answer: note({ zh: '答复', en: 'Answer', required: true, max: 2000 }) },
  words: { label: words('维持', 'Uphold') },
  run({ violation, input, store, actor }) {
    if ([violation.createdBy, violation.confirmer, violation.who].includes(actor.id))
      throw notAllowed(words('申诉须由他人答复。', 'Somebody else has to answer the appeal.'))
    return store.edit(Violation, violation, { state: 'upheld', answer: input.answer }, 'violation.upheld')
  },
})

export const dropViolation = defineAction('reception.dropViolation', {
  on: Violation,
  from: ['proposed', 'confirmed', 'appealed'],
  to: 'dropped',
  allow: managers,
  input: { answer: note({ zh: '理由', en: 'Reason', required: true, max: 2000 }) },
  words: { label: words('撤销', 'Drop') },
  run({ violation, input, store, actor }) {
    if (violation.who === actor.id) throw notAllowed(words('当事人不能撤销。', 'Not by the one concerned.'))
    return store.edit(Violation, violation, { state: 'dropped', answer: input.answer }, 'violation.dropped')
  },
})

/** One tap at the counter: whoever leads the site is told at once, and the clock runs. */
export const createIncident = defineAction('incident.create', {
  creates: Incident,
  words: { label: words('呼叫经理', 'Call the manager') },
  async run({ input, store, queries, actor }) {
    const values = input as unknown as { site: string }
    const incident = await store.create(Incident, values as never)
    await notify(queries, {
      kind: incidentAlarm,
      to: await headsOf(queries, values.site),
      record: Incident.name,
      recordId: incident.id,
      by: actor.id,
    })
    return incident
  },
})

export const answerIncident = defineAction('reception.answerIncident', {
  on: Incident,
  from: 'alarm',
  to: 'answered',
  words: { label: words('我来处理', 'I take it') },
  run: ({ incident, store, actor, now }) =>
    store.edit(
      Incident,
      incident,
      {
        state: 'answered',
        answeredAt: now,
        answeredBy: actor.id,
        seconds: Math.max(0, Math.round((Date.parse(now) - Date.parse(incident.createdAt)) / 1000)),
      },
      'incident.answered',
    ),
})

export const handleIncident = defineAction('reception.handleIncident', {
  on: Incident,
  from: ['alarm', 'answered'],
  to: 'handled',
  input: {
    handling: note({ zh: '处理经过', en: 'Handling', required: true, max: 2000 }),
    movedTo: text({ zh: '移至', en: 'Moved to', max: 100 }),
  },
  words: { label: words('处理完毕', 'Handled') },
  run: ({ incident, input, store, actor, now }) =>
    store.edit(
      Incident,
      incident,
      {
        state: 'handled',
        handling: input.handling,
        movedTo: input.movedTo ?? incident.movedTo,
        answeredAt: incident.answeredAt ?? now,
        answeredBy: incident.answeredBy ?? actor.id,
        seconds: incident.seconds ?? Math.max(0, Math.round((Date.parse(now) - Date.parse(incident.createdAt)) / 1000)),
      },
      'incident.handled',
    ),
})

/** Nobody says "I don't know": the question goes to whoever does, with a time by which the visitor hears. */
export const createOpenQuestion = defineAction('openQuestion.create', {
  creates: OpenQuestion,
  words: { label: words('转交问题', 'Pass the question on') },
  async run({ input, store, queries, actor }) {
    const values = input as unknown as { expert: string }
    const question = await store.create(OpenQuestion, values as never)
    await notify(queries, { kind: questionAsked, to: values.expert, record: OpenQuestion.name, recordId: question.id, by: actor.id })
    return question
  },
})

export const answerQuestion = defineAction('reception.answerQuestion', {
  on: OpenQuestion,
  from: 'open',
  to: 'answered',
  input: { answer: note({ zh: '答复', en: 'Answer', required: true, max: 4000 }) },
  words: { label: words('已答复客户', 'Answered the visitor') },
  run: ({ openQuestion, input, store, now }) =>
    store.edit(OpenQuestion, openQuestion, { state: 'answered', answer: input.answer, answeredAt: now }, 'openQuestion.answered'),
})
