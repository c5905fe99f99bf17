import { choice, day, instant, link, note, text } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'

/** The ways in which a lead is contacted, named as the activities of customers are. */
export const contactWays = {
  call: words('电话', 'Call'),
  visit: words('面谈', 'Visit'),
  message: words('消息', 'Message'),
  mail: words('邮件', 'Mail'),
}

/** A contact with a lead; when it becomes a customer these are the first activities of its file. */
export const LeadContact = defineRecord('leadContact', {
  words: words('线索跟进', 'Lead contact'),
  title: 'subject',
  under: 'lead',
  fields: {
    subject: text({ zh: '主题', en: 'Subject', required: true, max: 120 }),
    lead: link('lead', { zh: '线索', en: 'Lead', required: true }),
    kind: choice({ zh: '方式', en: 'By', required: true, default: 'call', filterable: true, choices: contactWays }),
    at: instant({ zh: '时间', en: 'Time', required: true, begins: 'now', sortable: true, filterable: true, card: true }),
    by: link('user', { zh: '执行人', en: 'Done by', default: 'me', filterable: true }),
    outcome: text({ zh: '结果', en: 'Outcome', max: 200 }),
    body: note({ zh: '内容', en: 'Content' }),
    nextStep: text({ zh: '下一步', en: 'Next step', max: 200 }),
    nextOn: day({ zh: '下次跟进', en: 'Next on', hint: words('填了就生成任务', 'Makes a task') }),
  },
  list: { columns: ['subject', 'lead', 'kind', 'at', 'by', 'outcome', 'nextOn'], filters: ['kind', 'at', 'by'], sort: '-at' },
  form: [['subject'], ['lead'], ['kind', 'at'], ['outcome'], ['body'], ['nextStep', 'nextOn'], ['by']],
})
