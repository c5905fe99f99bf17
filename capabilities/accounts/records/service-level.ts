import { rule } from '#engine/access/rules.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { choice, integer, phone, text, wordsField, yesNo } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'

const makers = rule.role('administrator', 'director')

/** What customers of a tier get: how far offers are made to measure, the number and queue that are theirs, how many visits a month. */
export const ServiceLevel = defineRecord('serviceLevel', {
  words: words('服务级别', 'Service level'),
  title: 'name',
  fields: {
    name: wordsField({ zh: '名称', en: 'Name', required: true, max: 60, card: true }),
    tier: choice({
      zh: '等级',
      en: 'Tier',
      required: true,
      open: false,
      card: true,
      filterable: true,
      choices: { A: words('A 重点', 'A key'), B: words('B 普通', 'B regular'), C: words('C 小客户', 'C small') },
    }),
    offers: wordsField({ zh: '服务与产品', en: 'Offers', required: true, max: 1000 }),
    hasManager: yesNo({ zh: '专属客户经理', en: 'Dedicated manager' }),
    line: phone({ zh: '服务专线', en: 'Service number' }),
    queue: text({ zh: '专属队列', en: 'Queue', max: 60 }),
    visitsPerMonth: integer({ zh: '每位客户每月拜访', en: 'Visits per customer and month', min: 0, max: 31 }),
  },
  access: {
    isNobodys: true,
    card: rule.everyone,
    full: rule.everyone,
    edit: makers,
    create: makers,
    recycle: makers,
  },
  list: { columns: ['name', 'tier', 'hasManager', 'line', 'queue', 'visitsPerMonth'], filters: ['tier'], sort: '-createdAt' },
  brief: ['tier'],
  form: [['name'], ['tier', 'hasManager'], ['offers'], ['line', 'queue'], ['visitsPerMonth']],
})
