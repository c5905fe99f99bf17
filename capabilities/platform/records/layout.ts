import { rule } from '#engine/access/rules.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { choices, link, rows, text } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { layoutKey } from '../rules/setup-key.ts'

/** How forms, pages and lists of a record type are laid out: for everybody or a role, for all records or one sort. Recycled, it is as declared again. */
export const Layout = defineRecord('layout', {
  words: words('布局', 'Layout'),
  title: 'key',
  fields: {
    record: text({ zh: '对象', en: 'Record', required: true, fixed: true, max: 60, card: true, filterable: true, among: 'records' }),
    role: link('role', { zh: '角色', en: 'Role', fixed: true, card: true, hint: words('留空则对所有人', 'For everybody where empty') }),
    choice: text({
      zh: '类别',
      en: 'Sort',
      fixed: true,
      max: 60,
      card: true,
      hint: words('例如客户的“企业”或“个人”；留空则对全部', 'As a customer that is an enterprise or a person; for all where empty'),
    }),
    key: text({ zh: '标识', en: 'Key', from: layoutKey, card: true, sortable: true, filterable: true, identity: { name: 'layout' } }),
    lines: rows(
      {
        zh: text({ zh: '标题', en: 'Heading in Chinese', max: 60 }),
        en: text({ zh: '英文标题', en: 'Heading in English', max: 60 }),
        fields: choices({ zh: '字段', en: 'Fields', max: 3 }),
      },
      { zh: '表单的行', en: 'Lines of the form' },
    ),
    hidden: choices({ zh: '不显示', en: 'Left out', max: 200 }),
    columns: choices({ zh: '列表的列', en: 'Columns of the list', max: 40 }),
    facts: choices({ zh: '页首要点', en: 'Facts at the head', max: 8 }),
    related: choices({ zh: '相关列表', en: 'Related lists', max: 40 }),
  },
  access: {
    card: rule.role('administrator'),
    full: rule.role('administrator'),
    edit: rule.role('administrator'),
    create: rule.role('administrator'),
    recycle: rule.role('administrator'),
  },
  shapesAccess: true,
  list: { columns: ['key', 'record', 'role', 'choice'], filters: ['record'], sort: 'key' },
  form: [['record', 'role'], ['choice'], ['lines'], ['hidden'], ['columns'], ['facts'], ['related']],
})
