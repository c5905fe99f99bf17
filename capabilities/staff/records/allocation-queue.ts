import { rule } from '#engine/access/rules.ts'
import {
  choice,
  choices,
  defineLifecycle,
  integer,
  lifecycle,
  link,
  note,
  rows,
  text,
  wordsField,
  yesNo,
} from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'
import { allocationKinds, dimensions, methods } from '../rules/allocation.ts'

const queueLife = defineLifecycle({
  states: {
    draft: { ...words('未启用', 'Off'), color: 'plain' },
    active: { ...words('启用', 'On'), color: 'good' },
  },
  initial: 'draft',
  moves: { draft: ['active'], active: ['draft'] },
})

const seen = rule.role('administrator', 'director', 'departmentHead')

/** What is handed out to whom, and how: leads now; chats, tickets and callbacks by the same rules later. */
export const AllocationQueue = defineRecord('allocationQueue', {
  words: words('分配队列', 'Allocation queue'),
  title: 'name',
  fields: {
    name: wordsField({ zh: '名称', en: 'Name', required: true, max: 60, card: true }),
    kind: choice({
      zh: '分配什么',
      en: 'Hands out',
      required: true,
      default: 'lead',
      open: false,
      filterable: true,
      card: true,
      choices: allocationKinds,
    }),
    place: integer({
      zh: '次序',
      en: 'Place',
      required: true,
      default: 10,
      min: 1,
      max: 999,
      sortable: true,
      card: true,
      hint: words('多个队列时，从小到大，第一个符合条件的收下', 'Of several queues the first that fits takes it, lowest place first'),
    }),
    takes: rows(
      {
        dimension: choice({ zh: '条件', en: 'By', required: true, choices: dimensions }),
        value: text({ zh: '包含', en: 'Contains', required: true, max: 60 }),
      },
      {
        zh: '收下哪些',
        en: 'Takes',
        max: 30,
        hint: words('不填则全部收下；同一条件多行，符合一行即可', 'Everything where empty; of several lines for one thing any will do'),
      },
    ),
    method: choice({ zh: '方式', en: 'Method', required: true, default: 'rotation', open: false, filterable: true, choices: methods }),
    familiarFirst: yesNo({
      zh: '熟人优先',
      en: 'Who knows the customer first',
      default: true,
      hint: words('客户已有负责人的，先给负责人；其请假时给代班人', 'To the owner of a customer that is known already, or to his stand-in'),
    }),
    onlyOnDuty: yesNo({
      zh: '只给当班的人',
      en: 'Only to people on duty',
      default: true,
      hint: words('按班次、工作日历、请假和调休', 'By shift, working calendar, leave and make-up work'),
    }),
    match: choices({ zh: '必须符合', en: 'Must fit', choices: dimensions, hint: words('与成员负责的范围一致', 'With what members cover') }),
    relaxAfter: integer({
      zh: '等多少分钟后放宽',
      en: 'Relaxed after minutes',
      min: 1,
      max: 10_080,
      hint: words('不填则不放宽', 'Never where empty'),
    }),
    relaxable: choices({ zh: '可放宽的条件', en: 'What is relaxed', choices: dimensions }),
    capacity: integer({ zh: '每人手上最多', en: 'Most in hand', min: 1, max: 10_000, hint: words('不填则不限', 'No limit where empty') }),
    quota: integer({ zh: '每人每天最多', en: 'Most a day', min: 1, max: 10_000, hint: words('不填则不限', 'No limit where empty') }),
    department: link('department', {
      zh: '部门',
      en: 'Department',
      filterable: true,
      card: true,
      hint: words('待分配期间归这个部门', 'What waits belongs to this department'),
    }),
    note: note({ zh: '说明', en: 'Note', max: 500 }),
    state: lifecycle(queueLife, { zh: '状态', en: 'State', filterable: true, card: true }),
  },
  access: {
    isNobodys: true,
    department: 'department',
    card: seen,
    full: seen,
    edit: rule.role('administrator'),
    create: rule.role('administrator'),
    recycle: rule.role('administrator'),
  },
  list: {
    columns: ['name', 'kind', 'place', 'method', 'capacity', 'quota', 'department', 'state'],
    filters: ['kind', 'method', 'state'],
    sort: 'place',
  },
  brief: ['kind', 'state'],
  form: [
    ['name'],
    ['kind', 'place'],
    ['takes'],
    ['method', 'department'],
    ['familiarFirst', 'onlyOnDuty'],
    ['match'],
    ['relaxAfter', 'relaxable'],
    ['capacity', 'quota'],
    ['note'],
  ],
  related: ['allocationMember.queue'],
})
