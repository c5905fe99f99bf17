import { rule } from '#engine/access/rules.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { choice, condition, text } from '#engine/record/fields/index.ts'
import { secrecyWords } from '#engine/record/secrecy.ts'
import { words } from '#engine/text/words.ts'
import { setupKey } from '../rules/setup-key.ts'

const administrators = {
  card: rule.role('administrator'),
  full: rule.role('administrator'),
  edit: rule.role('administrator'),
  create: rule.role('administrator'),
  recycle: rule.role('administrator'),
}

/** How secret a field is. Recycled, it is as declared again. */
export const FieldClass = defineRecord('fieldClass', {
  words: words('字段密级', 'Field class'),
  title: 'key',
  fields: {
    record: text({ zh: '对象', en: 'Record', required: true, fixed: true, max: 60, card: true, filterable: true, among: 'records' }),
    field: text({ zh: '字段', en: 'Field', required: true, fixed: true, max: 60, card: true }),
    key: text({ zh: '标识', en: 'Key', from: setupKey, card: true, sortable: true, filterable: true, identity: { name: 'fieldClass' } }),
    secrecy: choice({ zh: '密级', en: 'Class', required: true, open: false, choices: secrecyWords }),
  },
  access: administrators,
  shapesAccess: true,
  list: { columns: ['key', 'record', 'field', 'secrecy'], filters: ['record'], sort: 'key' },
  form: [['record', 'field'], ['secrecy']],
})

/** By what a record is worth its fields are more secret: on the records that meet a condition, and on whatever hangs on them. */
export const ClassRule = defineRecord('classRule', {
  words: words('提级规则', 'Class rule'),
  title: 'name',
  fields: {
    name: text({ zh: '名称', en: 'Name', required: true, max: 60, sortable: true, card: true }),
    record: text({ zh: '对象', en: 'Record', required: true, fixed: true, max: 60, card: true, filterable: true, among: 'records' }),
    filter: condition({ zh: '条件', en: 'Conditions', required: true }),
    fromClass: choice({
      zh: '从',
      en: 'From',
      required: true,
      open: false,
      default: 'confidential',
      choices: secrecyWords,
      hint: words('这一级及以上的字段', 'Fields of this class and above'),
    }),
    toClass: choice({ zh: '提到', en: 'Raised to', required: true, open: false, default: 'sensitive', choices: secrecyWords }),
  },
  access: administrators,
  shapesAccess: true,
  list: { columns: ['name', 'record', 'filter', 'fromClass', 'toClass'], filters: ['record'], sort: 'name' },
  form: [['name'], ['record'], ['filter'], ['fromClass', 'toClass']],
})
