import { day, defineLifecycle, integer, lifecycle, link, text } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'

const onboardingLife = defineLifecycle({
  states: { running: { ...words('进行中', 'Running'), color: 'info' }, finished: { ...words('完成', 'Finished'), color: 'good' } },
  initial: 'running',
  moves: { running: ['finished'], finished: ['running'] },
})

/** What is done for a new customer: a list of tasks with their days, and how much of it is done. */
export const Onboarding = defineRecord('onboarding', {
  words: words('新客户计划', 'Onboarding'),
  title: 'name',
  under: 'customer',
  fields: {
    name: text({ zh: '名称', en: 'Name', required: true, max: 120, byAction: true, card: true }),
    customer: link('customer', { zh: '客户', en: 'Customer', required: true }),
    playbook: link('playbook', { zh: '模板', en: 'Playbook', required: true, fixed: true }),
    by: link('user', { zh: '执行人', en: 'Done by', default: 'me', fixed: true, filterable: true }),
    startedOn: day({ zh: '开始日期', en: 'Started', byAction: true, sortable: true, filterable: true, card: true }),
    finished: integer({ zh: '完成 %', en: 'Finished %', min: 0, max: 100, quiet: true, byAction: true, filterable: true }),
    state: lifecycle(onboardingLife, { zh: '状态', en: 'State', filterable: true }),
  },
  list: { columns: ['name', 'customer', 'by', 'startedOn', 'finished', 'state'], filters: ['state', 'by', 'finished'], sort: '-startedOn' },
  form: [['customer'], ['playbook'], ['by']],
})
