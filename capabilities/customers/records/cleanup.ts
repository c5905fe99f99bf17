import { rule } from '#engine/access/rules.ts'
import { condition, day, defineLifecycle, integer, lifecycle, link, note, text } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'

export const cleanupLife = defineLifecycle({
  states: {
    draft: { ...words('草稿', 'Draft'), color: 'plain' },
    running: { ...words('进行中', 'Running'), color: 'info' },
    done: { ...words('完成', 'Done'), color: 'good' },
    cancelled: { ...words('取消', 'Cancelled'), color: 'plain' },
  },
  initial: 'draft',
  moves: { draft: ['running', 'cancelled'], running: ['done', 'cancelled'] },
})

const kept = rule.either(rule.owns('owner'), rule.role('administrator'))

/**
 * Files that are to be put right by a day. Whom it is about is settled when it begins: customers on a fixed list, so that whoever is mended
 * stays in the count. How far it has come everybody counts with his own rights.
 */
export const Cleanup = defineRecord('cleanup', {
  words: words('清理行动', 'Clean-up'),
  title: 'name',
  fields: {
    name: text({ zh: '名称', en: 'Name', required: true, max: 50, sortable: true, searchable: true, card: true }),
    filter: condition({
      zh: '清理哪些客户',
      en: 'Which customers',
      over: 'customer',
      required: true,
      hint: words('任意条件或分群；开始时确定名单', 'Any conditions or a segment; the list is settled at the beginning'),
    }),
    target: integer({
      zh: '目标质量分',
      en: 'Target score',
      required: true,
      default: 80,
      min: 1,
      max: 100,
      hint: words('达到即算完成', 'A file that reaches it is done'),
    }),
    dueOn: day({ zh: '截止日期', en: 'Due', required: true, sortable: true, filterable: true, card: true }),
    owner: link('user', { zh: '负责人', en: 'Owner', required: true, default: 'me', filterable: true, card: true }),
    note: note({ zh: '说明', en: 'Note', max: 500 }),
    list: link('segment', { zh: '名单', en: 'List', byAction: true }),
    state: lifecycle(cleanupLife, { zh: '状态', en: 'State', filterable: true, card: true }),
  },
  access: {
    owner: 'owner',
    card: rule.everyone,
    full: rule.everyone,
    edit: kept,
    create: rule.role('administrator', 'director', 'departmentHead'),
    recycle: kept,
  },
  list: { columns: ['name', 'state', 'dueOn', 'owner', 'target'], filters: ['state', 'owner', 'dueOn'], sort: 'dueOn' },
  brief: ['owner', 'dueOn'],
  form: [['name'], ['filter'], ['target', 'dueOn'], ['owner'], ['note']],
})
