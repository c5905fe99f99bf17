import { choice, instant, link, note, text } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'
import { leadSources } from '../rules/sources.ts'

/** Once that somebody asked: what he wrote, where, and what he agreed to. Who asks again does not become another lead. */
export const Enquiry = defineRecord('enquiry', {
  words: words('询问', 'Enquiry'),
  plural: 'Enquiries',
  title: 'subject',
  under: 'lead',
  fields: {
    subject: text({ zh: '主题', en: 'Subject', required: true, max: 120 }),
    lead: link('lead', { zh: '线索', en: 'Lead', required: true }),
    at: instant({ zh: '时间', en: 'Time', required: true, begins: 'now', sortable: true, filterable: true, card: true }),
    source: choice({ zh: '来源', en: 'Source', filterable: true, choices: leadSources }),
    form: link('webForm', { zh: '网页表单', en: 'Web form', filterable: true, byAction: true }),
    message: note({ zh: '留言', en: 'Message', max: 2000 }),
    consent: note({
      zh: '同意的内容',
      en: 'Agreed to',
      max: 2000,
      byAction: true,
      hint: words('提交时勾选的原文', 'The words that were ticked'),
    }),
  },
  list: { columns: ['subject', 'lead', 'source', 'at'], filters: ['source', 'at'], sort: '-at' },
  form: [['subject'], ['lead'], ['at', 'source'], ['message']],
})
