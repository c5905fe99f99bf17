import { rule } from '#engine/access/rules.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { choice, condition, defineLifecycle, instant, integer, lifecycle, link, note, text, yesNo } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { countedFrom, daysOf, deedsOf, retained, retentionDeeds } from '../rules/retention.ts'

export const retentionLife = defineLifecycle({
  states: {
    draft: { ...words('未启用', 'Off'), color: 'plain' },
    active: { ...words('启用', 'On'), color: 'good' },
    stopped: { ...words('已自动停止', 'Stopped itself'), color: 'bad' },
  },
  initial: 'draft',
  moves: { draft: ['active'], active: ['draft', 'stopped'], stopped: ['draft', 'active'] },
})

const administrators = rule.role('administrator')
const measured = { byAction: true, quiet: true } as const

/** How long something is kept, and what happens then. It acts at night, with the rights of its owner, and only once somebody has seen what it would do. */
export const RetentionRule = defineRecord('retentionRule', {
  words: words('保存期限', 'Retention rule'),
  title: 'name',
  fields: {
    name: text({ zh: '名称', en: 'Name', required: true, max: 60, sortable: true, card: true }),
    what: choice({ zh: '对象', en: 'What', required: true, default: 'customer', open: false, filterable: true, choices: retained }),
    filter: condition({
      zh: '哪些客户',
      en: 'Of which customers',
      over: 'customer',
      onlyWhen: { field: 'what', is: ['customer', 'contact', 'activity', 'asset'] },
      hint: words('留空则全部客户', 'All customers where empty'),
    }),
    since: choice({
      zh: '起算日',
      en: 'Counted from',
      required: true,
      default: 'lastContact',
      open: false,
      choices: countedFrom,
      choicesWhen: { field: 'what', open: daysOf },
    }),
    days: integer({ zh: '保存天数', en: 'Days kept', required: true, min: 1, max: 36_500 }),
    deed: choice({
      zh: '到期后',
      en: 'Then',
      required: true,
      default: 'recycle',
      open: false,
      choices: retentionDeeds,
      choicesWhen: { field: 'what', open: deedsOf },
    }),
    sparesOpen: yesNo({
      zh: '有未完成事项的不动',
      en: 'Spares what has something open',
      default: true,
      hint: words('未完成的任务、计划中的联系', 'Open tasks, planned contacts'),
    }),
    sparesInForce: yesNo({
      zh: '质保或续约未到期的不动',
      en: 'Spares what is in force',
      default: true,
      hint: words('法律法规要求继续保存的', 'What the law wants kept'),
    }),
    mostPercent: integer({
      zh: '最多占比（%）',
      en: 'At most (%)',
      required: true,
      default: 5,
      min: 1,
      max: 100,
      hint: words('超过即自动停止并通知管理员', 'Above, it stops itself and tells administrators'),
    }),
    mostPerNight: integer({ zh: '每晚最多', en: 'At most a night', required: true, default: 1000, min: 1, max: 20_000 }),
    note: note({ zh: '依据', en: 'Grounds', max: 500, hint: words('法规、制度或合同条款', 'The law, policy or contract it rests on') }),
    owner: link('user', { zh: '负责人', en: 'Owner', required: true, default: 'me', filterable: true }),
    state: lifecycle(retentionLife, { zh: '状态', en: 'State', filterable: true }),
    triedAt: instant({ zh: '试运行于', en: 'Tried', ...measured, inPanel: true }),
    triedVersion: integer({ zh: '试运行的版本', en: 'Version tried', ...measured, inner: true }),
    trial: text({ zh: '试运行', en: 'Trial', ...measured, inner: true, max: 60 }),
    hits: integer({ zh: '会处理', en: 'Would be done', ...measured, inPanel: true }),
    lastRunAt: instant({ zh: '最近执行', en: 'Last run', ...measured, inPanel: true }),
    lastDone: integer({ zh: '最近处理', en: 'Done last', ...measured, inPanel: true }),
    fault: text({ zh: '停止原因', en: 'Why it stopped', ...measured, inPanel: true, max: 300 }),
  },
  access: {
    isNobodys: true,
    card: administrators,
    full: administrators,
    edit: administrators,
    create: administrators,
    recycle: administrators,
  },
  list: { columns: ['name', 'what', 'since', 'days', 'deed', 'state', 'owner'], filters: ['what', 'state', 'owner'], sort: 'name' },
  brief: ['what', 'deed'],
  form: [
    ['name'],
    ['what', 'deed'],
    ['filter'],
    ['since', 'days'],
    ['sparesOpen', 'sparesInForce'],
    ['mostPercent', 'mostPerNight'],
    ['note'],
    ['owner'],
  ],
})
