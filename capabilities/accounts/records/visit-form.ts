import { rule } from '#engine/access/rules.ts'
import { choice, decimal, defineLifecycle, instant, lifecycle, link, note, text } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'

export const visitFormLife = defineLifecycle({
  states: {
    open: { ...words('待填', 'To be filled in'), color: 'info' },
    filed: { ...words('已交', 'Filed'), color: 'good' },
    read: { ...words('已阅', 'Read'), color: 'plain' },
  },
  initial: 'open',
  moves: { open: ['filed'], filed: ['read', 'open'], read: ['filed'] },
})

/**
 * The contact progress form of a visit: opened by checking in on the spot, filled in within twenty-four hours, read by the superior within three
 * working days. Photographs are its files.
 */
export const VisitForm = defineRecord('visitForm', {
  words: words('客户联络进展表', 'Contact progress form'),
  title: 'subject',
  under: 'customer',
  fields: {
    subject: text({ zh: '拜访', en: 'Visit', required: true, max: 200 }),
    customer: link('customer', { zh: '客户', en: 'Customer', required: true, fixed: true, card: true }),
    visit: link('activity', { zh: '拜访记录', en: 'Visit logged', fixed: true, within: { customer: 'customer' } }),
    by: link('user', { zh: '拜访人', en: 'Visitor', required: true, default: 'me', fixed: true, filterable: true, card: true }),
    checkedInAt: instant({ zh: '签到时间', en: 'Checked in', byAction: true, card: true, sortable: true, filterable: true }),
    place: text({ zh: '签到地点', en: 'Place', max: 200 }),
    latitude: decimal({ zh: '纬度', en: 'Latitude', places: 6, min: '-90', max: '90' }),
    longitude: decimal({ zh: '经度', en: 'Longitude', places: 6, min: '-180', max: '180' }),
    met: text({ zh: '见到的人', en: 'Met', max: 200 }),
    progress: note({ zh: '进展', en: 'Progress', max: 2000 }),
    needs: note({ zh: '需求与顾虑', en: 'Needs and doubts', max: 1000 }),
    nextStep: text({ zh: '下一步', en: 'Next step', max: 200 }),
    outlook: choice({
      zh: '意向',
      en: 'Outlook',
      choices: { better: words('向好', 'Better'), same: words('不变', 'Unchanged'), worse: words('变差', 'Worse') },
    }),
    dueAt: instant({ zh: '应交时间', en: 'Due', byAction: true, filterable: true }),
    filedAt: instant({ zh: '交表时间', en: 'Filed', byAction: true }),
    readBy: link('user', { zh: '阅读人', en: 'Read by', byAction: true }),
    readAt: instant({ zh: '阅读时间', en: 'Read', byAction: true }),
    state: lifecycle(visitFormLife, { zh: '状态', en: 'State', filterable: true }),
  },
  access: {
    edit: rule.either(rule.owns('by'), rule.role('administrator')),
    create: rule.either(rule.granted('create'), rule.through('full')),
    recycle: rule.role('administrator'),
  },
  list: {
    columns: ['subject', 'customer', 'by', 'checkedInAt', 'place', 'outlook', 'state'],
    filters: ['state', 'by', 'checkedInAt', 'dueAt'],
    sort: '-checkedInAt',
  },
  brief: ['customer', 'state'],
  form: [['subject'], ['customer', 'visit'], ['place', 'by'], ['met', 'outlook'], ['progress'], ['needs'], ['nextStep']],
})
