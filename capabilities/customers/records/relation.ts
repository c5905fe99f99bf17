import { choice, day, link, note, text } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'

/** How one customer stands to another: seen from the customer it hangs on. The group tree is the link to the parent company. */
export const Relation = defineRecord('relation', {
  words: words('客户关系', 'Relation'),
  title: 'kind',
  under: 'customer',
  fields: {
    customer: link('customer', { zh: '客户', en: 'Customer', required: true }),
    kind: choice({
      zh: '对方是其',
      en: 'The other is its',
      required: true,
      filterable: true,
      choices: {
        dealer: { ...words('经销商', 'Dealer'), aliases: ['代理商', '渠道'] },
        referrer: { ...words('介绍人', 'Referrer'), aliases: ['转介绍人', '推荐人'] },
        family: { ...words('家庭成员', 'Family member'), aliases: ['家属', '配偶', '子女', '父母'] },
        household: { ...words('所属家庭', 'Household'), aliases: ['家庭'] },
        shareholder: { ...words('股东', 'Shareholder'), aliases: ['投资方'] },
        supplier: words('供应商', 'Supplier'),
        guarantor: { ...words('担保方', 'Guarantor'), aliases: ['担保人'] },
        landlord: { ...words('业主', 'Landlord'), aliases: ['房东'] },
        other: words('其他', 'Other'),
      },
    }),
    other: link('customer', { zh: '对方', en: 'The other', required: true }),
    name: text({ zh: '称呼', en: 'Called', max: 60, hint: words('如“妻子”“总经销”', 'Such as "wife", "sole dealer"') }),
    from: day({ zh: '起', en: 'From' }),
    until: day({ zh: '止', en: 'Until' }),
    note: note({ zh: '说明', en: 'Note', max: 500 }),
  },
  list: { columns: ['kind', 'other', 'name', 'customer', 'from', 'until'], filters: ['kind', 'customer', 'other'], sort: '-createdAt' },
  form: [['customer'], ['kind', 'other'], ['name'], ['from', 'until'], ['note']],
})
