import { defineRecord } from '#engine/record/define-record.ts'
import { choice, day, link, note, text, url } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'

/** Something that became known about a key account: people, ownership, projects, news; with its source and its date. */
export const WatchEntry = defineRecord('watchEntry', {
  words: words('重点客户动态', 'Account news'),
  plural: 'Account news',
  title: 'what',
  under: 'customer',
  fields: {
    what: text({ zh: '动态', en: 'What', required: true, max: 200, searchable: true }),
    customer: link('customer', { zh: '客户', en: 'Customer', required: true, card: true }),
    kind: choice({
      zh: '类别',
      en: 'About',
      required: true,
      default: 'news',
      filterable: true,
      choices: {
        people: words('人事变动', 'People'),
        ownership: words('股权与归属', 'Ownership'),
        project: words('项目', 'Projects'),
        finance: words('经营', 'Business'),
        news: words('公开消息', 'Public news'),
      },
    }),
    on: day({ zh: '日期', en: 'Date', required: true, card: true, sortable: true, filterable: true }),
    source: text({ zh: '来源', en: 'Source', required: true, max: 200, hint: words('公告、报道、交谈', 'A notice, a report, a talk') }),
    address: url({ zh: '网址', en: 'Link' }),
    body: note({ zh: '内容', en: 'Details', max: 2000 }),
  },
  list: { columns: ['what', 'customer', 'kind', 'on', 'source'], filters: ['kind', 'on', 'customer'], sort: '-on' },
  brief: ['customer', 'on'],
  form: [['what'], ['customer', 'kind'], ['on', 'source'], ['address'], ['body']],
})
