import { choice, link, note, text, yesNo } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'
import { isMobile } from '../rules/identities.ts'

/** A further way to recognise or reach somebody, beside those on the contact itself: a second number, a family's number, an account. */
export const Identity = defineRecord('identity', {
  words: words('标识', 'Identity'),
  plural: 'Identities',
  title: 'value',
  under: 'customer',
  fields: {
    customer: link('customer', { zh: '客户', en: 'Customer', required: true }),
    contact: link('contact', { zh: '联系人', en: 'Contact', erasedWith: true, within: { customer: 'customer' } }),
    kind: choice({
      zh: '类型',
      en: 'Kind',
      required: true,
      filterable: true,
      choices: {
        phone: { ...words('电话', 'Telephone'), aliases: ['手机', '座机'] },
        email: { ...words('邮箱', 'E-mail'), aliases: ['电子邮箱'] },
        wechat: { ...words('微信', 'WeChat'), aliases: ['微信号'] },
        qq: words('QQ', 'QQ'),
        other: words('其他', 'Other'),
      },
    }),
    value: text({
      zh: '号码或账号',
      en: 'Number or account',
      required: true,
      max: 200,
      guarded: true,
      searchable: 'pieces',
      identity: {
        namedBy: {
          field: 'kind',
          names: {
            phone: { name: 'phone', kind: 'phone' },
            email: { name: 'email', kind: 'email' },
            wechat: { name: 'wechat', kind: 'text' },
            qq: { name: 'qq', kind: 'text' },
          },
        },
        exclusive: (value) => isMobile(value) || !/[+@]/.test(value),
        unless: 'isShared',
      },
    }),
    isShared: yesNo({ zh: '共用', en: 'Shared', hint: words('家庭或单位多人共用', 'Used by several people') }),
    note: note({ zh: '说明', en: 'Note', max: 500 }),
  },
  list: { columns: ['value', 'kind', 'customer', 'contact', 'isShared'], filters: ['kind', 'customer'], sort: '-createdAt' },
  form: [['customer', 'contact'], ['kind', 'value'], ['isShared'], ['note']],
})
