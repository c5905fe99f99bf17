import { rule } from '#engine/access/rules.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { choice, choices, condition, integer, link, links, text, yesNo } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'

const isFor = (whom: string) => rule.when({ field: 'shown', op: 'eq', value: whom })

/** Whoever made it, and whom it is for. What somebody keeps for himself is nobody else's business, an administrator's neither. */
const seen = rule.either(
  rule.owns('owner'),
  isFor('everyone'),
  rule.both(isFor('roles'), rule.either(rule.holds('roles'), rule.role('administrator'))),
)
const kept = rule.either(rule.owns('owner'), rule.both(rule.role('administrator'), rule.when({ field: 'shown', op: 'ne', value: 'me' })))

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
    roles: links('role', {
      zh: '角色',
      en: 'Roles',
      onlyWhen: { field: 'shown', is: ['roles'] },
      requiredWhen: { field: 'shown', is: ['roles'] },
    }),
    isDefault: yesNo({
      zh: '默认打开',
      en: 'Opens by default',
      default: false,
      card: true,
      hint: words(
        '打开列表时先显示它；自己的优先于角色的，角色的优先于大家的',
        'The list opens with it: own views before those of roles, these before those for everyone',
      ),
    }),
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
      choices: { table: words('表格', 'Table'), board: words('看板', 'Board'), calendar: words('日历', 'Calendar') },
    }),
    group: text({
      zh: '分组',
      en: 'Grouped by',
      max: 60,
      hint: words('表格按它分组，看板按它分列', 'Groups of a table, columns of a board'),
    }),
    totals: choices({ zh: '合计', en: 'Totals' }),
    place: integer({ zh: '位置', en: 'Place', required: true, default: 0, sortable: true, card: true, min: 0, max: 10_000 }),
    owner: link('user', { zh: '建立者', en: 'Owner', default: 'me', filterable: true, card: true }),
  },
  access: { owner: 'owner', card: seen, full: seen, edit: kept, create: kept, recycle: kept },
  list: { columns: ['name', 'record', 'shown', 'isDefault', 'owner'], filters: ['record', 'owner'], sort: 'place' },
  form: [['name'], ['shown', 'isDefault'], ['roles'], ['place']],
})
