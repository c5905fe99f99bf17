import { rule } from '#engine/access/rules.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { choice, condition, defineLifecycle, lifecycle, link, note, text } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'

export const segmentLife = defineLifecycle({
  states: {
    active: { ...words('使用中', 'In use'), color: 'good' },
    retired: { ...words('停用', 'Retired'), color: 'plain' },
  },
  initial: 'active',
  moves: { active: ['retired'], retired: ['active'] },
})

const isForAll = rule.when({ field: 'shown', op: 'eq', value: 'everyone' })
const seen = rule.either(rule.owns('owner'), isForAll)
const kept = rule.either(rule.owns('owner'), rule.both(rule.role('administrator'), isForAll))

/**
 * Customers that belong together: those that meet conditions, whoever they are by now, or those that somebody has put on a list. Its members
 * are found with the rights of whoever looks; its history is kept with those of its owner.
 */
export const Segment = defineRecord('segment', {
  words: words('分群', 'Segment'),
  title: 'name',
  fields: {
    name: text({ zh: '名称', en: 'Name', required: true, max: 60, sortable: true, searchable: true, card: true }),
    kind: choice({
      zh: '方式',
      en: 'Kind',
      required: true,
      default: 'dynamic',
      fixed: true,
      filterable: true,
      card: true,
      open: false,
      choices: { dynamic: words('按条件', 'By conditions'), static: words('固定名单', 'Fixed list') },
    }),
    // Customers only as yet; whatever else is to be grouped is one choice more.
    over: choice({
      zh: '对象',
      en: 'Of',
      required: true,
      default: 'customer',
      byAction: true,
      inner: true,
      open: false,
      choices: { customer: words('客户', 'Customers') },
    }),
    filter: condition({
      zh: '条件',
      en: 'Conditions',
      over: 'customer',
      onlyWhen: { field: 'kind', is: ['dynamic'] },
      requiredWhen: { field: 'kind', is: ['dynamic'] },
    }),
    description: note({ zh: '说明', en: 'Description', max: 500, hint: words('用来做什么', 'What it is for') }),
    shown: choice({
      zh: '谁能使用',
      en: 'Shown to',
      required: true,
      default: 'me',
      filterable: true,
      card: true,
      open: false,
      choices: { me: words('仅自己', 'Only me'), everyone: words('所有人', 'Everyone') },
      hint: words('每个人看到的仍是自己有权看的客户', 'Everybody still sees only the customers he may see'),
    }),
    owner: link('user', { zh: '负责人', en: 'Owner', required: true, default: 'me', filterable: true, card: true }),
    state: lifecycle(segmentLife, { zh: '状态', en: 'State', filterable: true, card: true }),
  },
  access: { owner: 'owner', card: seen, full: seen, edit: kept, create: kept, recycle: kept },
  list: { columns: ['name', 'kind', 'filter', 'shown', 'owner', 'state'], filters: ['kind', 'shown', 'owner', 'state'], sort: 'name' },
  brief: ['kind', 'owner'],
  form: [['name'], ['kind', 'shown'], ['filter'], ['description'], ['owner']],
})
