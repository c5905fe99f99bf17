import { rule } from '#engine/access/rules.ts'
import { day, instant, link, money, rows, text } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'

/** A deal as a manager records it: the day, what was bought, for how much, and how performance and commission fall by the ruling. */
export const RecordedDeal = defineRecord('recordedDeal', {
  words: words('成交登记', 'Recorded deal'),
  title: 'product',
  under: 'customer',
  fields: {
    customer: link('customer', { zh: '客户', en: 'Customer', required: true, card: true }),
    product: text({ zh: '产品', en: 'Product', required: true, max: 120, fixed: true }),
    on: day({ zh: '成交日', en: 'Day', required: true, fixed: true, sortable: true, filterable: true, card: true }),
    depositAt: instant({ zh: '定金收讫', en: 'Deposit receipted', fixed: true }),
    amount: money({ zh: '金额', en: 'Amount', required: true, min: '0', fixed: true }),
    commission: money({ zh: '奖金总额', en: 'Commission in all', min: '0', fixed: true }),
    site: link('department', { zh: '现场', en: 'Site', fixed: true, filterable: true }),
    ruling: link('ruling', { zh: '裁定', en: 'Ruling', byAction: true }),
    split: rows(
      {
        user: link('user', { zh: '人员', en: 'Who' }),
        performance: money({ zh: '业绩', en: 'Performance' }),
        commission: money({ zh: '奖金', en: 'Commission' }),
      },
      { zh: '分配', en: 'Split', byAction: true, max: 40 },
    ),
  },
  access: {
    create: rule.role('administrator'),
    edit: rule.role('administrator'),
    recycle: rule.role('administrator'),
  },
  list: { columns: ['product', 'customer', 'on', 'amount', 'site', 'ruling'], filters: ['on', 'site', 'customer'], sort: '-on' },
  brief: ['customer', 'on'],
  form: [['customer', 'product'], ['on', 'depositAt'], ['amount', 'commission'], ['site']],
})
