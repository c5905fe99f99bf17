import { rule } from '#engine/access/rules.ts'
import { choice, integer, link, text } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'

export const turnKinds = {
  turn: words('用一轮', 'Turn used'),
  passed: words('越过', 'Passed over'),
  skipped: words('点名已用，越过一次', 'Used by name, passed over once'),
  returned: words('退回一轮', 'Turn given back'),
  presence: words('状态', 'State'),
  joined: words('加入', 'Joined'),
  parted: words('退出', 'Left the ring'),
  ordered: words('调整顺序', 'Order changed'),
  carriedIn: words('带入欠轮', 'Owed turns carried in'),
  carriedOut: words('转出欠轮', 'Owed turns carried out'),
} as const

/** A line of the log of a shift. The log is what happened; the ring follows from it. */
export const TurnEntry = defineRecord('turnEntry', {
  words: words('轮次记录', 'Turn log'),
  plural: 'Turn log',
  title: 'kind',
  under: 'shift',
  fields: {
    shift: link('shift', { zh: '班次', en: 'Shift', required: true, card: true }),
    order: integer({ zh: '序', en: 'Order', required: true, min: 0, fixed: true, sortable: true, card: true }),
    kind: choice({ zh: '事项', en: 'What', required: true, fixed: true, open: false, choices: turnKinds, filterable: true, card: true }),
    user: link('user', { zh: '人员', en: 'Who', fixed: true, filterable: true, card: true }),
    reception: link('reception', { zh: '接待', en: 'Reception', fixed: true }),
    reason: text({ zh: '原因', en: 'Reason', max: 300, fixed: true }),
    entry: text({ zh: '内容', en: 'Entry', max: 4000, byAction: true, inner: true }),
  },
  access: { create: rule.role('administrator'), edit: rule.role('administrator'), recycle: rule.role('administrator') },
  list: { columns: ['order', 'kind', 'user', 'reason', 'shift', 'createdAt'], filters: ['kind', 'user', 'shift'], sort: '-order' },
  brief: ['user', 'order'],
  form: [['shift', 'order'], ['kind', 'user'], ['reason']],
})
