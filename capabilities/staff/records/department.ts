import { rule } from '#engine/access/rules.ts'
import { link, text, yesNo } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'

/** A part of the company. A subsidiary is a department that is a legal entity of its own. */
export const Department = defineRecord('department', {
  words: words('部门', 'Department'),
  title: 'name',
  byline: 'parent',
  fields: {
    name: text({
      zh: '名称',
      en: 'Name',
      required: true,
      max: 60,
      sortable: true,
      searchable: true,
      card: true,
      aliases: ['部门', '部门名称'],
    }),
    code: text({
      zh: '代码',
      en: 'Code',
      max: 12,
      card: true,
      filterable: true,
      pattern: { is: /^[A-Za-z0-9]{1,12}$/, words: words('只用字母和数字', 'letters and digits only') },
      hint: words('可用在编号中，例如 HZ', 'May stand in running numbers, as in HZ'),
      aliases: ['部门代码', '部门编码'],
    }),
    parent: link('department', { zh: '上级部门', en: 'Parent department', filterable: true, card: true }),
    head: link('user', { zh: '负责人', en: 'Head', filterable: true, card: true }),
    legalEntity: text({
      zh: '法人名称',
      en: 'Legal entity',
      max: 100,
      hint: words('独立法人的子公司填写', 'For subsidiaries that are legal entities'),
    }),
    calendar: link('workingCalendar', {
      zh: '工作日历',
      en: 'Working calendar',
      filterable: true,
      hint: words('不选则沿用上级部门的', 'As of the department above where none is chosen'),
    }),
    isSite: yesNo({
      zh: '现场',
      en: 'Site',
      filterable: true,
      hint: words('接待客户的案场、门店', 'Receives customers: a sales office, a shop'),
    }),
  },
  access: { card: rule.everyone, full: rule.everyone, edit: rule.granted('edit') },
  shapesAccess: true,
  list: { columns: ['name', 'parent', 'head', 'isSite'], filters: ['parent', 'isSite'], sort: 'name' },
  form: [['name', 'code'], ['parent', 'head'], ['legalEntity', 'isSite'], ['calendar']],
  matchBy: ['name'],
})
