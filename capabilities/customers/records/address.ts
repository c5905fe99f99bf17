import { choice, link, note, region, text, yesNo } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'

/** A place of a customer: where it is registered, works, lives, has things delivered or is billed. */
export const Address = defineRecord('address', {
  words: words('地址', 'Address'),
  plural: 'Addresses',
  title: 'line',
  under: 'customer',
  fields: {
    customer: link('customer', { zh: '客户', en: 'Customer', required: true, aliases: ['客户名称', 'account', 'company'] }),
    contact: link('contact', { zh: '联系人', en: 'Contact', erasedWith: true, within: { customer: 'customer' } }),
    kind: choice({
      zh: '用途',
      en: 'Used for',
      required: true,
      default: 'office',
      filterable: true,
      choices: {
        registered: { ...words('注册', 'Registered'), aliases: ['注册地址'] },
        office: { ...words('办公', 'Office'), aliases: ['办公地址', '通讯地址'] },
        home: { ...words('居住', 'Home'), aliases: ['家庭住址', '住址'] },
        delivery: { ...words('收货', 'Delivery'), aliases: ['收货地址', '送货地址'] },
        billing: { ...words('账单', 'Billing'), aliases: ['账单地址', '开票地址'] },
        site: { ...words('现场', 'Site'), aliases: ['服务地址', '安装地址'] },
      },
    }),
    regionCode: region({
      zh: '省市区',
      en: 'Region',
      filterable: true,
      searchable: true,
      aliases: ['地区', '所在地区', '省份', '城市', '区县', '行政区划', '行政区划代码', '区划代码', '行政区代码', 'region code'],
    }),
    region: text({
      zh: '其他地区',
      en: 'Other region',
      max: 100,
      filterable: true,
      hint: words('国外，或省市区里没有的写法', 'Abroad, or as it was written down'),
      aliases: ['国家', '国家和地区', 'country'],
    }),
    line: text({ zh: '详细地址', en: 'Address', required: true, max: 300, searchable: true, guarded: true, aliases: ['地址', 'street'] }),
    postcode: text({ zh: '邮编', en: 'Postcode', max: 12, aliases: ['邮政编码', 'zip', 'postal code'] }),
    isPrimary: yesNo({ zh: '主要地址', en: 'Main address', filterable: true }),
    note: note({ zh: '说明', en: 'Note', max: 500 }),
  },
  list: {
    columns: ['line', 'kind', 'regionCode', 'customer', 'isPrimary'],
    filters: ['regionCode', 'kind', 'region', 'customer'],
    sort: '-createdAt',
  },
  form: [['customer', 'contact'], ['kind', 'isPrimary'], ['regionCode', 'region'], ['line'], ['postcode'], ['note']],
})
