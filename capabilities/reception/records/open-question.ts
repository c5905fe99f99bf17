import { rule } from '#engine/access/rules.ts'
import { defineLifecycle, instant, lifecycle, link, note, text } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'

const questionLife = defineLifecycle({
  states: {
    open: { ...words('待答复', 'Open'), color: 'info' },
    answered: { ...words('已答复', 'Answered'), color: 'good' },
  },
  initial: 'open',
  moves: { open: ['answered'] },
})

/** A question that nobody at the desk could answer: who asked, whom it went to, and until when an answer was promised. */
export const OpenQuestion = defineRecord('openQuestion', {
  words: words('待答问题', 'Open question'),
  title: 'question',
  under: 'customer',
  fields: {
    customer: link('customer', { zh: '客户', en: 'Customer', required: true, card: true }),
    question: text({ zh: '问题', en: 'Question', required: true, max: 300, searchable: true }),
    expert: link('user', { zh: '交给', en: 'Goes to', required: true, filterable: true }),
    callBack: text({
      zh: '回电号码',
      en: 'Call back at',
      max: 40,
      guarded: true,
      hint: words('空则用客户的号码', 'The customer’s number where empty'),
    }),
    promisedAt: instant({ zh: '答应答复时间', en: 'Promised by', required: true, sortable: true, filterable: true, card: true }),
    site: link('department', { zh: '现场', en: 'Site', filterable: true }),
    state: lifecycle(questionLife, { zh: '状态', en: 'State', filterable: true }),
    answer: note({ zh: '答复', en: 'Answer', byAction: true, max: 4000 }),
    answeredAt: instant({ zh: '答复时间', en: 'Answered', byAction: true }),
  },
  access: {
    card: rule.either(rule.through('full'), rule.owns('expert'), rule.owns('createdBy')),
    full: rule.either(rule.through('full'), rule.owns('expert'), rule.owns('createdBy')),
    edit: rule.either(rule.through('edit'), rule.owns('expert')),
    create: rule.either(rule.granted('create'), rule.through('full')),
    recycle: rule.role('administrator'),
  },
  list: {
    columns: ['question', 'customer', 'expert', 'promisedAt', 'state'],
    filters: ['state', 'expert', 'site', 'promisedAt', 'customer'],
    sort: '-createdAt',
  },
  brief: ['customer', 'promisedAt'],
  form: [['customer'], ['question'], ['expert', 'promisedAt'], ['callBack', 'site']],
})
