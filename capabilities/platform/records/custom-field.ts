import { rule } from '#engine/access/rules.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { customKinds, searchableKinds } from '#engine/record/custom-fields.ts'
import { choice, choices, decimal, instant, integer, note, rows, text, wordsField, yesNo } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { setupKey } from '../rules/setup-key.ts'
import { choiceColumns } from './choice-columns.ts'

export const indexStates = {
  none: { ...words('无', 'None'), color: 'plain' },
  building: { ...words('正在建立', 'Being built'), color: 'waiting' },
  ready: { ...words('可用', 'Ready'), color: 'good' },
  failed: { ...words('失败', 'Failed'), color: 'bad' },
} as const

/** A field that an administrator adds to a record type while the product runs. Recycled, it is retired: hidden, with its values kept. */
export const CustomField = defineRecord('customField', {
  words: words('自定义字段', 'Custom field'),
  title: 'label',
  fields: {
    label: wordsField({ zh: '名称', en: 'Label', required: true, max: 60, card: true }),
    record: text({
      zh: '对象',
      en: 'Record',
      required: true,
      fixed: true,
      card: true,
      filterable: true,
      among: 'records',
    }),
    name: text({
      zh: '字段名',
      en: 'Name',
      required: true,
      fixed: true,
      card: true,
      pattern: {
        is: /^[a-z][a-zA-Z0-9]{1,40}$/,
        words: words('以小写字母开头，只用字母和数字', 'begin with a small letter; letters and digits only'),
      },
      hint: words('接口和导入中使用，建立后不可改', 'used by API and import; cannot be changed later'),
    }),
    key: text({ zh: '标识', en: 'Key', from: setupKey, card: true, sortable: true, filterable: true, identity: { name: 'customField' } }),
    kind: choice({ zh: '类型', en: 'Kind', required: true, default: 'text', choices: customKinds, open: false }),
    to: text({ zh: '关联到', en: 'Links to', among: 'records', fixed: true, onlyWhen: { field: 'kind', is: ['link', 'links'] } }),
    choices: rows(choiceColumns, { zh: '选项', en: 'Choices', onlyWhen: { field: 'kind', is: ['choice', 'choices'] } }),
    isRequired: yesNo({ zh: '必填', en: 'Required' }),
    isSearchable: yesNo({
      zh: '可搜索',
      en: 'Searched',
      onlyWhen: { field: 'kind', is: searchableKinds },
      hint: words('搜索也会查找这个字段；已有记录在后台补上', 'The search looks into it too; existing records follow in the background'),
    }),
    initial: text({ zh: '默认值', en: 'Default', max: 200, hint: words('新建时自动填写', 'Filled in for a new record') }),
    hint: wordsField({ zh: '提示', en: 'Hint', max: 200 }),
    unit: wordsField({ zh: '单位', en: 'Unit', max: 20, onlyWhen: { field: 'kind', is: ['integer', 'decimal'] } }),
    min: decimal({ zh: '最小值', en: 'Least', onlyWhen: { field: 'kind', is: ['integer', 'decimal', 'percent', 'money'] } }),
    max: decimal({ zh: '最大值', en: 'Most', onlyWhen: { field: 'kind', is: ['integer', 'decimal', 'percent', 'money'] } }),
    aliases: choices({ zh: '导入时的其他表头', en: 'Other headings in files' }),
    onlyWhenField: text({
      zh: '取决于',
      en: 'Asked for when',
      max: 60,
      hint: words('仅当这个字段为以下值时才填写', 'Only while this field has one of these values'),
    }),
    onlyWhenIs: choices({ zh: '取决于的值', en: 'Is one of' }),
    isGuarded: yesNo({
      zh: '受保护',
      en: 'Guarded',
      hint: words('不能修改该记录的人看到的是遮住的内容', 'Masked for whoever may not edit the record'),
    }),
    isCard: yesNo({ zh: '名片上显示', en: 'On the card', hint: words('只能看名片的人也看得到', 'Shown to those who see the card alone') }),
    isIndexed: yesNo({
      zh: '建立索引',
      en: 'Indexed',
      hint: words('可以按范围筛选、排序', 'Lists can be filtered by ranges and put in order by it'),
    }),
    indexState: choice({
      zh: '索引状态',
      en: 'Index',
      required: true,
      default: 'none',
      byAction: true,
      choices: indexStates,
    }),
    indexFault: note({ zh: '索引失败的原因', en: 'Why the index failed', byAction: true }),
    usedBy: integer({ zh: '使用的记录数', en: 'Records that hold it', quiet: true, byAction: true }),
    countedAt: instant({ zh: '统计时间', en: 'Counted', quiet: true, byAction: true }),
    purge: choice({
      zh: '清除',
      en: 'Purge',
      required: true,
      default: 'none',
      byAction: true,
      choices: {
        none: words('未清除', 'Not purged'),
        running: { ...words('正在清除', 'Being purged'), color: 'waiting' },
        done: { ...words('已清除', 'Purged'), color: 'plain' },
      },
    }),
  },
  access: {
    card: rule.everyone,
    full: rule.everyone,
    edit: rule.role('administrator'),
    create: rule.role('administrator'),
    recycle: rule.role('administrator'),
  },
  shapesAccess: true,
  list: { columns: ['label', 'record', 'name', 'kind', 'isRequired', 'indexState'], filters: ['record'], sort: 'key' },
  form: [
    ['label', 'record'],
    ['name', 'kind'],
    ['to'],
    ['choices'],
    ['isRequired', 'isIndexed'],
    ['isSearchable'],
    ['initial', 'unit'],
    ['min', 'max'],
    ['hint'],
    ['aliases'],
    ['onlyWhenField', 'onlyWhenIs'],
    ['isGuarded', 'isCard'],
  ],
})
