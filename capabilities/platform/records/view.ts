import { rule } from '#engine/access/rules.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { choice, choices, condition, integer, link, links, text } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'

/** A list as somebody wants to see it again: filter, order, columns. What it shows is decided by the rights of whoever opens it. */
export const View = defineRecord('view', {
  words: words('视图', 'View'),
  title: 'name',
  fields: {
    name: text({ zh: '名称', en: 'Name', required: true, max: 60, card: true }),
    record: text({ zh: '对象', en: 'Record', required: true, fixed: true, max: 60, filterable: true, card: true, among: 'records' }),
    shown: choice({
      zh: '谁能看到',
      en: 'Shown to',
      required: true,
      default: 'me',
      card: true,
      open: false,
      choices: {
        me: words('仅自己', 'Only me'),
        roles: words('指定角色', 'Some roles'),
        everyone: words('所有人', 'Everyone'),
      },
    }),
    roles: links('role', { zh: '角色', en: 'Roles', hint: words('打开列表时，这些角色默认看到它', 'Opened by default for these roles') }),
    filter: condition({ zh: '筛选', en: 'Filter' }),
    q: text({ zh: '搜索', en: 'Search', max: 100 }),
    sort: text({ zh: '排序', en: 'Order', max: 200 }),
    columns: choices({ zh: '列', en: 'Columns' }),
    layout: choice({
      zh: '样式',
      en: 'Layout',
      required: true,
      default: 'table',
      open: false,
      choices: { table: words('表格', 'Table'), board: words('看板', 'Board') },
    }),
    place: integer({ zh: '位置', en: 'Place', required: true, default: 0, sortable: true, card: true, min: 0, max: 10_000 }),
    owner: link('user', { zh: '建立者', en: 'Owner', default: 'me', filterable: true, card: true }),
  },
  access: {
    owner: 'owner',
    card: rule.either(
      rule.owns('owner'),
      rule.role('administrator'),
      rule.when({ field: 'shown', op: 'eq', value: 'everyone' }),
      rule.both(rule.when({ field: 'shown', op: 'eq', value: 'roles' }), rule.holds('roles')),
    ),
    full: rule.either(
      rule.owns('owner'),
      rule.role('administrator'),
      rule.when({ field: 'shown', op: 'eq', value: 'everyone' }),
      rule.both(rule.when({ field: 'shown', op: 'eq', value: 'roles' }), rule.holds('roles')),
    ),
    edit: rule.either(rule.owns('owner'), rule.role('administrator')),
    create: rule.either(rule.owns('owner'), rule.role('administrator')),
    recycle: rule.either(rule.owns('owner'), rule.role('administrator')),
  },
  list: { columns: ['name', 'record', 'shown', 'owner'], filters: ['record', 'owner'], sort: 'place' },
  form: [['name'], ['shown'], ['roles'], ['place']],
})
