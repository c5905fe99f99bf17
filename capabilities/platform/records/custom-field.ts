import { rule } from '#engine/access/rules.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { customKinds, searchableKinds } from '#engine/record/custom-fields.ts'
import { choice, rows, text, wordsField, yesNo } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { customFieldKey } from '../rules/custom-field.ts'

/** A field that an administrator adds to a record type while the product runs. Recycled, it is hidden and its values are kept. */
export const CustomField = defineRecord('customField', {
  words: words('自定义字段', 'Custom field'),
  title: 'label',
  fields: {
    label: wordsField({ zh: '名称', en: 'Label', required: true, card: true }),
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
    key: text({ zh: '标识', en: 'Key', from: customFieldKey, card: true, sortable: true, identity: { name: 'customField' } }),
    kind: choice({ zh: '类型', en: 'Kind', required: true, fixed: true, default: 'text', choices: customKinds }),
    isRequired: yesNo({ zh: '必填', en: 'Required' }),
    isSearchable: yesNo({
      zh: '可搜索',
      en: 'Searched',
      onlyWhen: { field: 'kind', is: searchableKinds },
      hint: words('搜索也会查找这个字段；已有记录在后台补上', 'The search looks into it too; existing records follow in the background'),
    }),
    choices: rows(
      {
        code: text({
          zh: '代码',
          en: 'Code',
          required: true,
          pattern: { is: /^[a-zA-Z0-9][a-zA-Z0-9_-]{0,40}$/, words: words('只用字母和数字', 'letters and digits only') },
        }),
        zh: text({ zh: '中文', en: 'Chinese', required: true }),
        en: text({ zh: '英文', en: 'English' }),
      },
      { zh: '选项', en: 'Choices', onlyWhen: { field: 'kind', is: ['choice', 'choices'] } },
    ),
    hint: wordsField({ zh: '提示', en: 'Hint' }),
  },
  access: {
    card: rule.everyone,
    full: rule.everyone,
    edit: rule.role('administrator'),
    create: rule.role('administrator'),
    recycle: rule.role('administrator'),
  },
  shapesAccess: true,
  list: { columns: ['label', 'record', 'name', 'kind', 'isRequired'], filters: ['record'], sort: 'key' },
  form: [['label', 'record'], ['name', 'kind'], ['isRequired', 'isSearchable'], ['choices'], ['hint']],
})
