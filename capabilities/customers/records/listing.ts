import { rule } from '#engine/access/rules.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { link, text } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'

/** Whoever may use the list; what somebody keeps for himself shows on no colleague's page. */
const mayUseList = rule.either(rule.owns('segment.owner'), rule.when({ field: 'segment.shown', op: 'eq', value: 'everyone' }))
const seen = (level: 'card' | 'full') => rule.both(rule.through(level), mayUseList)

/** That a customer is on a fixed list, because somebody has put it there. */
export const Listing = defineRecord('listing', {
  words: words('名单成员', 'List entry'),
  plural: 'List entries',
  title: 'name',
  under: 'customer',
  fields: {
    // The list's name when the customer was put on it, for timeline and history.
    name: text({ zh: '名单名称', en: 'Name of the list', max: 60, byAction: true, card: true }),
    segment: link('segment', { zh: '名单', en: 'List', required: true, fixed: true, card: true, aliases: ['分群'] }),
    customer: link('customer', { zh: '客户', en: 'Customer', required: true, card: true, aliases: ['客户名称', '公司'] }),
  },
  access: { card: seen('card'), full: seen('full'), edit: seen('full'), create: seen('full'), recycle: seen('full') },
  list: { columns: ['name', 'customer', 'createdBy', 'createdAt'], filters: ['segment', 'customer', 'createdAt'], sort: '-createdAt' },
  brief: ['customer', 'segment'],
  form: [['segment', 'customer']],
})
