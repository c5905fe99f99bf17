import type { Activity, Zhike } from '../generated/zhike-client.ts'
import { openFromEnvironment } from './open.ts'
import { searchByPhone } from './search-by-phone.ts'

/** A call as a telephone system tells of it. */
export interface Call {
  /** Its own number of the call: told twice, it is logged once. */
  id: string
  number: string
  at: string
  minutes: number
}

/** Logs a call with the customer whose number it was. @returns undefined where nobody is known by that number */
export async function logCall(zhike: Zhike, call: Call): Promise<Activity | undefined> {
  const found = await searchByPhone(zhike, call.number)
  const contact = found.find(({ record }) => record === 'contact')?.item.id
  const customer = contact
    ? linkOf((await zhike.records('contact').get(contact, ['customer'])).customer)
    : found.find(({ record }) => record === 'customer')?.item.id
  if (!customer) return undefined
  return zhike.records('activity').create(
    {
      subject: `Call ${call.number}`,
      kind: 'call',
      customer,
      ...(contact ? { contact } : {}),
      at: call.at,
      minutes: call.minutes,
    },
    { key: `call ${call.id}` },
  )
}

const linkOf = (link: unknown): string | undefined => (link as { id?: string } | null | undefined)?.id

if (import.meta.main) {
  const [id = '', number = '', minutes = '1'] = process.argv.slice(2)
  console.log(await logCall(openFromEnvironment(), { id, number, at: new Date().toISOString(), minutes: Number(minutes) }))
}
