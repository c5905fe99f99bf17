import { rule } from '#engine/access/rules.ts'
import { day, instant, link, text } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'

/** An address at which a contact decides for himself what he wants to hear, without signing in. Only a digest of the address is kept. */
export const PreferencePage = defineRecord('preferencePage', {
  words: words('偏好页', 'Preference page'),
  title: 'name',
  under: 'customer',
  fields: {
    name: text({ zh: '名称', en: 'Name', max: 40, fixed: true, byAction: true }),
    customer: link('customer', { zh: '客户', en: 'Customer', required: true, fixed: true }),
    contact: link('contact', {
      zh: '联系人',
      en: 'Contact',
      required: true,
      fixed: true,
      erasedWith: true,
      within: { customer: 'customer' },
    }),
    secretHash: text({
      zh: '地址摘要',
      en: 'Digest',
      max: 64,
      fixed: true,
      inner: true,
      byAction: true,
      identity: { name: 'preferencePage' },
    }),
    expiresOn: day({ zh: '有效至', en: 'Until', byAction: true }),
    seenAt: instant({ zh: '最近打开', en: 'Opened', quiet: true }),
  },
  access: { create: rule.role('administrator'), edit: rule.role('administrator'), recycle: rule.through('edit') },
  list: { columns: ['name', 'contact', 'expiresOn', 'seenAt', 'createdAt', 'createdBy'], sort: '-createdAt' },
  form: [['customer', 'contact'], ['expiresOn']],
})
