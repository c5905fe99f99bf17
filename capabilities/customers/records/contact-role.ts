import { choices, day, link, text } from '#engine/record/fields/index.ts'
import { defineRecord } from '#engine/record/define-record.ts'
import { words } from '#engine/text/words.ts'
import { contactRoles } from '../rules/contact-roles.ts'

/** A human being who speaks for a second customer as well: the boss of two companies, the daughter who pays for her parents. */
export const ContactRole = defineRecord('contactRole', {
  words: words('兼任联系人', 'Shared contact'),
  title: 'position',
  under: 'customer',
  fields: {
    customer: link('customer', { zh: '客户', en: 'Customer', required: true }),
    contact: link('contact', {
      zh: '联系人',
      en: 'Contact',
      required: true,
      erasedWith: true,
      hint: words('其本人的资料在原客户处', 'His own facts stay with his own customer'),
    }),
    roles: choices({ zh: '角色', en: 'Roles', filterable: true, choices: contactRoles }),
    position: text({ zh: '职位', en: 'Position', max: 60 }),
    from: day({ zh: '起', en: 'From' }),
    until: day({ zh: '止', en: 'Until' }),
  },
  list: {
    columns: ['contact', 'roles', 'position', 'customer', 'from', 'until'],
    filters: ['roles', 'customer', 'contact'],
    sort: '-createdAt',
  },
  form: [
    ['customer', 'contact'],
    ['roles', 'position'],
    ['from', 'until'],
  ],
})
