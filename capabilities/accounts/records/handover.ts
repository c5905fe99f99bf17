import { rule } from '#engine/access/rules.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { choice, day, defineLifecycle, instant, integer, lifecycle, link, links, note, rows, text } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'

export const handoverLife = defineLifecycle({
  states: {
    open: { ...words('待交接', 'Open'), color: 'info' },
    done: { ...words('已交接', 'Handed over'), color: 'good' },
  },
  initial: 'open',
  moves: { open: ['done'], done: ['open'] },
})

const mine = rule.either(rule.role('administrator', 'director'), rule.owns('drawer'))
const measured = { byAction: true, inPanel: true } as const

/**
 * The handover of everything that somebody who leaves looks after. Whoever draws it is named and gets nothing; the seed is kept, so that
 * anybody can draw the same once more.
 */
export const Handover = defineRecord('handover', {
  words: words('离岗交接', 'Handover'),
  title: 'name',
  fields: {
    name: text({ zh: '名称', en: 'Name', required: true, max: 60, sortable: true, card: true }),
    leaver: link('user', { zh: '离岗人', en: 'Leaver', required: true, fixed: true, filterable: true, card: true }),
    reason: choice({
      zh: '情形',
      en: 'Because',
      required: true,
      default: 'left',
      open: false,
      choices: { left: words('离职', 'Left'), transferred: words('调岗', 'Transferred'), longLeave: words('长假', 'Long leave') },
    }),
    on: day({ zh: '离岗日', en: 'From', required: true, card: true, sortable: true }),
    receivers: links('user', {
      zh: '接收人',
      en: 'Receivers',
      hint: words('由抽签平均分配，每人相差不超过 1 位', 'Drawn by lot: numbers of customers differ by one at most'),
    }),
    absent: links('user', { zh: '不参加的人', en: 'Left out', hint: words('休假、缺席的同事', 'Colleagues who are on leave or absent') }),
    drawer: link('user', {
      zh: '主持人',
      en: 'Drawn by',
      required: true,
      default: 'me',
      fixed: true,
      hint: words('主持抽签，不参加分配', 'Draws the lots and gets nothing'),
    }),
    note: note({ zh: '说明', en: 'Note', max: 500 }),
    state: lifecycle(handoverLife, { zh: '状态', en: 'State', filterable: true, card: true }),
    seed: text({ zh: '抽签种子', en: 'Seed', max: 60, ...measured }),
    drawnAt: instant({ zh: '抽签时间', en: 'Drawn', ...measured }),
    customers: integer({ zh: '客户', en: 'Customers', ...measured }),
    tasks: integer({ zh: '任务', en: 'Tasks', ...measured }),
    // What ended with it and is no record: an undo brings it back.
    ended: rows(
      {
        what: text({ zh: '什么', en: 'What' }),
        record: text({ zh: '对象', en: 'Record' }),
        id: text({ zh: '编号', en: 'Id' }),
        level: text({ zh: '级别', en: 'Level' }),
        until: instant({ zh: '到期', en: 'Until' }),
      },
      { zh: '随之结束', en: 'Ended with it', byAction: true, inner: true, max: 20_000 },
    ),
  },
  access: {
    isNobodys: true,
    card: mine,
    full: mine,
    edit: mine,
    create: rule.role('administrator', 'director', 'departmentHead'),
    recycle: rule.role('administrator'),
  },
  list: { columns: ['name', 'leaver', 'reason', 'on', 'state', 'drawer', 'customers'], filters: ['state', 'leaver'], sort: '-on' },
  brief: ['leaver', 'state'],
  form: [['name'], ['leaver', 'reason'], ['on'], ['receivers'], ['absent', 'drawer'], ['note']],
})
