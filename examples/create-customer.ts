import { Problem, type Customer, type CustomerCreate, type Zhike } from '../generated/zhike-client.ts'
import { openFromEnvironment } from './open.ts'
import { searchByPhone } from './search-by-phone.ts'

/**
 * Creates a customer unless there is one already. Three things keep it single: the look-alikes that the product knows of, the identities that it
 * holds (a mobile, a social credit code), and the key under which a repeated call is done once, whatever the network does.
 * @param number what the customer is called where it comes from: an order number, a number of the old system
 */
export async function createCustomer(
  zhike: Zhike,
  number: string,
  input: CustomerCreate,
): Promise<{ outcome: 'created' | 'there'; customer: Customer | undefined }> {
  const { items } = await zhike.call('POST /api/v1/records/{record}/similar', { path: { record: 'customer' }, body: { values: input } })
  const [same] = items.filter(({ decision }) => decision === 'same')
  if (same) return { outcome: 'there', customer: await zhike.records('customer').get(same.item.id) }
  try {
    return { outcome: 'created', customer: await zhike.records('customer').create(input, { key: `customer ${number}` }) }
  } catch (problem) {
    // Somebody may hold the same number without being for our eyes: then there is nothing to show, and nothing to make either.
    if (problem instanceof Problem && problem.code === 'identity-taken') return { outcome: 'there', customer: await holderOf(zhike, input) }
    throw problem
  }
}

/** The customer of whoever has the mobile. */
async function holderOf(zhike: Zhike, { contactMobile }: CustomerCreate): Promise<Customer | undefined> {
  const contact = (await searchByPhone(zhike, contactMobile ?? '-')).find(({ record }) => record === 'contact')
  const customer = contact && (await zhike.records('contact').get(contact.item.id, ['customer'])).customer
  return customer && typeof customer === 'object' && 'id' in customer ? zhike.records('customer').get(customer.id) : undefined
}

if (import.meta.main) {
  const [number = '', name = '', contactName, contactMobile] = process.argv.slice(2)
  console.log(await createCustomer(openFromEnvironment(), number, { name, kind: 'enterprise', contactName, contactMobile }))
}
