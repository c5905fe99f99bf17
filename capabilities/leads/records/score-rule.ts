import { rule } from '#engine/access/rules.ts'
import { condition, integer, wordsField, yesNo } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'

/** Points for leads that meet conditions: by what is known of them, and by what they have done. */
export const ScoreRule = defineRecord('scoreRule', {
  words: words('评分规则', 'Score rule'),
  title: 'name',
  fields: {
    name: wordsField({
      zh: '名称',
      en: 'Name',
      required: true,
      max: 60,
      card: true,
      hint: words('作为评分原因显示', 'Shown as a reason of the score'),
    }),
    filter: condition({ zh: '条件', en: 'Conditions', required: true, over: 'lead' }),
    points: integer({
      zh: '分',
      en: 'Points',
      required: true,
      min: -100,
      max: 100,
      sortable: true,
      card: true,
      hint: words('可为负；合计限于 0 到 100', 'May be less than 0; the sum is kept from 0 to 100'),
    }),
    isOff: yesNo({ zh: '停用', en: 'Off', filterable: true }),
  },
  access: {
    isNobodys: true,
    card: rule.role('administrator', 'director', 'departmentHead'),
    full: rule.role('administrator', 'director', 'departmentHead'),
    edit: rule.role('administrator'),
    create: rule.role('administrator'),
    recycle: rule.role('administrator'),
  },
  list: { columns: ['name', 'filter', 'points', 'isOff'], filters: ['isOff'], sort: '-points' },
  form: [['name'], ['filter'], ['points', 'isOff']],
})
