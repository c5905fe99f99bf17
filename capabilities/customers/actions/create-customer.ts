import { defineAction } from '#engine/action/define-action.ts'
import type { Store } from '#engine/action/store.ts'
import { User } from '#cap/platform'
import { email, phone, text } from '#engine/record/fields/index.ts'
import type { RowOf } from '#engine/record/define-record.ts'
import type { House } from '#engine/record/house.ts'
import type { Queries } from '#engine/store/database.ts'
import { words } from '#engine/text/words.ts'
import { Contact } from '../records/contact.ts'
import { Customer } from '../records/customer.ts'
import { isHuman } from '../rules/customer-kinds.ts'
import { standardsIn } from '../queries.ts'
import { qualityOf } from '../rules/quality.ts'
import { demandFor, refuseEntering } from './enter-stage.ts'
import { fileOf, measuredOf } from './score-file.ts'

interface Within {
  store: Store
  house: House
  queries: Queries
}

/**
 * Refuses a new customer where a field is empty that is required there; else scores its file at once, with what is at hand: whoever reads
 * the event finds the score as it should be, and need not write the row again.
 */
async function settle({ store, house, queries }: Within, made: RowOf<typeof Customer>, contact: RowOf<typeof Contact> | null) {
  const customer = contact ? { ...made, primaryContact: contact.id } : made
  await refuseEntering({ house, queries }, null, customer)
  const beside = { contact: contact as unknown as Record<string, string | null> | null, ownerIsGone: false, isDouble: false }
  const file = fileOf(customer, beside, demandFor(house, await standardsIn(queries), customer))
  const measured = measuredOf(qualityOf(file, file.freshSince))
  return store.edit(Customer, made, { primaryContact: customer.primaryContact, ...measured })
}

/** A new customer, with the contact it begins with: for a person that is the person, for others the one named. */
export const createCustomer = defineAction('customer.create', {
  creates: Customer,
  input: {
    contactName: text({
      zh: '联系人',
      en: 'Contact',
      max: 60,
      hint: words('随客户一同新建', 'Made together with the customer'),
      aliases: ['联系人姓名', '首要联系人', '姓名', 'contact name', 'contact person'],
    }),
    contactTitle: text({ zh: '联系人职位', en: 'Contact position', max: 60, aliases: ['职位', '职务', 'position', 'job title'] }),
    contactMobile: phone({
      zh: '联系人手机',
      en: 'Contact mobile',
      guarded: true,
      aliases: ['手机', '手机号', '手机号码', '联系人电话', 'mobile'],
    }),
    contactEmail: email({ zh: '联系人邮箱', en: 'Contact e-mail', guarded: true, aliases: ['联系人邮件'] }),
  },
  words: { label: words('新建客户', 'New customer') },
  async run({ input, store, house, queries }) {
    const { contactName, contactTitle, contactMobile, contactEmail, ...values } = input as typeof input & {
      name: string
      kind?: keyof typeof Customer.fields.kind.options.choices
    }
    // A customer made for a colleague belongs to the colleague's department, not to that of whoever writes it down.
    const given = values as { owner?: string | null; department?: string | null; createdAt?: string; createdBy?: string }
    if (given.owner && given.department === undefined) given.department = (await store.get(User, given.owner))?.department ?? null
    const customer = await store.create(Customer, values as never)
    const isSelf = isHuman(customer.kind)
    if (!isSelf && !contactName && !contactMobile && !contactEmail) return settle({ store, house, queries }, customer, null)
    const contact = await store.create(Contact, {
      name: contactName ?? customer.name,
      customer: customer.id,
      roles: isSelf ? ['self'] : [],
      title: contactTitle ?? null,
      mobile: contactMobile ?? null,
      email: contactEmail ?? null,
      // An import may say when a customer was made; its first contact was made with it.
      ...(given.createdAt ? { createdAt: given.createdAt } : {}),
      ...(given.createdBy ? { createdBy: given.createdBy } : {}),
    } as never)
    return settle({ store, house, queries }, customer, contact)
  },
})
