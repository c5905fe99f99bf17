import { rule } from '#engine/access/rules.ts'
import { defineLifecycle, instant, integer, lifecycle, link, note, text } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'

const incidentLife = defineLifecycle({
  states: {
    alarm: { ...words('待响应', 'Waiting'), color: 'bad' },
    answered: { ...words('处理中', 'Being handled'), color: 'info' },
    handled: { ...words('已处理', 'Handled'), color: 'good' },
  },
  initial: 'alarm',
  moves: { alarm: ['answered', 'handled'], answered: ['handled'] },
})

/** Something goes wrong at the counter: one tap calls the manager, and the clock runs. */
export const Incident = defineRecord('incident', {
  words: words('现场事件', 'Incident'),
  title: 'what',
  fields: {
    what: text({ zh: '情况', en: 'What', required: true, max: 200, default: '前台需要支援', card: true }),
    site: link('department', { zh: '现场', en: 'Site', required: true, fixed: true, filterable: true, card: true }),
    customer: link('customer', { zh: '客户', en: 'Customer', filterable: true }),
    about: link('user', { zh: '涉及人员', en: 'About', filterable: true }),
    state: lifecycle(incidentLife, { zh: '状态', en: 'State', filterable: true, card: true }),
    answeredAt: instant({ zh: '响应时间', en: 'Answered', byAction: true }),
    seconds: integer({ zh: '响应用时（秒）', en: 'Seconds to respond', byAction: true, card: true }),
    answeredBy: link('user', { zh: '响应人', en: 'Answered by', byAction: true }),
    movedTo: text({ zh: '移至', en: 'Moved to', max: 100 }),
    handling: note({ zh: '处理经过', en: 'Handling', byAction: true, max: 2000 }),
  },
  access: {
    isNobodys: true,
    department: 'site',
    card: rule.either(rule.granted('full'), rule.owns('about'), rule.owns('createdBy')),
    full: rule.either(rule.granted('full'), rule.owns('about'), rule.owns('createdBy')),
    edit: rule.granted('edit'),
    create: rule.granted('create'),
    recycle: rule.role('administrator'),
  },
  list: {
    columns: ['what', 'site', 'customer', 'about', 'state', 'seconds', 'createdAt'],
    filters: ['site', 'state', 'about', 'customer'],
    sort: '-createdAt',
  },
  brief: ['site', 'state'],
  form: [['what', 'site'], ['customer', 'about'], ['movedTo']],
})
