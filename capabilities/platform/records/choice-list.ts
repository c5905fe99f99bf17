import { rule } from '#engine/access/rules.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { rows, text } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { setupKey } from '../rules/setup-key.ts'
import { choiceColumns } from './choice-columns.ts'

/** What an administrator has made of the choices of a declared field: words, colours, order, further ones. Recycled, they are as declared again. */
export const ChoiceList = defineRecord('choiceList', {
  words: words('选项表', 'Choice list'),
  title: 'key',
  fields: {
    record: text({ zh: '对象', en: 'Record', required: true, fixed: true, max: 60, card: true, filterable: true, among: 'records' }),
    field: text({ zh: '字段', en: 'Field', required: true, fixed: true, max: 60, card: true }),
    key: text({ zh: '标识', en: 'Key', from: setupKey, card: true, sortable: true, filterable: true, identity: { name: 'choiceList' } }),
    choices: rows(choiceColumns, { zh: '选项', en: 'Choices' }),
  },
  access: {
    card: rule.role('administrator'),
    full: rule.role('administrator'),
    edit: rule.role('administrator'),
    create: rule.role('administrator'),
    recycle: rule.role('administrator'),
  },
  shapesAccess: true,
  list: { columns: ['key', 'record', 'field'], filters: ['record'], sort: 'key' },
  form: [['record', 'field'], ['choices']],
})
