import { choice, day, link, text } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'

/** Who has or had an asset, as what, from when until when. What a customer once had stays readable from both ends. */
export const Holding = defineRecord('holding', {
  words: words('持有记录', 'Holder'),
  title: 'role',
  under: 'asset',
  fields: {
    asset: link('asset', { zh: '资产', en: 'Asset', required: true }),
    customer: link('customer', { zh: '持有人', en: 'Held by', required: true }),
    role: choice({
      zh: '身份',
      en: 'As',
      required: true,
      default: 'owner',
      filterable: true,
      choices: {
        owner: { ...words('业主', 'Owner'), aliases: ['产权人', '车主', '投保人'] },
        tenant: { ...words('租户', 'Tenant'), aliases: ['承租人'] },
        user: { ...words('使用人', 'User'), aliases: ['住户', '驾驶人'] },
        payer: { ...words('缴费人', 'Payer'), aliases: ['付款人'] },
      },
    }),
    from: day({ zh: '起', en: 'From', filterable: true }),
    until: day({ zh: '止', en: 'Until', filterable: true }),
    reason: text({ zh: '说明', en: 'Remark', max: 200 }),
  },
  list: {
    columns: ['asset', 'customer', 'role', 'from', 'until', 'reason'],
    filters: ['role', 'customer', 'asset', 'from', 'until'],
    sort: '-createdAt',
  },
  form: [['asset', 'customer'], ['role'], ['from', 'until'], ['reason']],
})
