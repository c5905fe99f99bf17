import { rule } from '#engine/access/rules.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { choice, integer, text } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { setupKey } from '../rules/setup-key.ts'

/** How the running numbers of a declared field are given. Recycled, they are given as declared again; none is ever given twice. */
export const NumberRule = defineRecord('numberRule', {
  words: words('编号规则', 'Number rule'),
  title: 'key',
  fields: {
    record: text({ zh: '对象', en: 'Record', required: true, fixed: true, max: 60, card: true, filterable: true, among: 'records' }),
    field: text({ zh: '字段', en: 'Field', required: true, fixed: true, max: 60, card: true }),
    key: text({ zh: '标识', en: 'Key', from: setupKey, card: true, sortable: true, filterable: true, identity: { name: 'numberRule' } }),
    pattern: text({
      zh: '格式',
      en: 'Pattern',
      required: true,
      max: 50,
      hint: words(
        '{0000} 为连续编号；可用 {year} {month} {day} {department}',
        '{0000} is the running number; {year} {month} {day} {department} may stand beside it',
      ),
    }),
    reset: choice({
      zh: '重新编号',
      en: 'Begins anew',
      required: true,
      default: 'yearly',
      open: false,
      choices: {
        never: words('从不', 'Never'),
        yearly: words('每年', 'Every year'),
        monthly: words('每月', 'Every month'),
        daily: words('每天', 'Every day'),
      },
    }),
    start: integer({ zh: '起始号', en: 'First number', required: true, default: 1, min: 1, max: 999_999_999 }),
  },
  access: {
    card: rule.role('administrator'),
    full: rule.role('administrator'),
    edit: rule.role('administrator'),
    create: rule.role('administrator'),
    recycle: rule.role('administrator'),
  },
  shapesAccess: true,
  list: { columns: ['key', 'record', 'field', 'pattern', 'reset', 'start'], filters: ['record'], sort: 'key' },
  form: [['record', 'field'], ['pattern'], ['reset', 'start']],
})
