import type { Item, Zhike } from '../generated/zhike-client.ts'
import { openFromEnvironment } from './open.ts'

/** Who has this number: customers and contacts, as far as the token may see them. A masked number is found by the whole of it alone. */
export async function searchByPhone(zhike: Zhike, number: string): Promise<{ record: string; item: Item }[]> {
  const { groups } = await zhike.call('GET /api/v1/search', { query: { q: number, records: 'customer,contact', limit: 5 } })
  return groups.flatMap(({ record, items }) => items.map((item) => ({ record, item })))
}

if (import.meta.main)
  for (const { record, item } of await searchByPhone(openFromEnvironment(), process.argv[2] ?? ''))
    console.log(record, item.id, (item as { name?: string }).name ?? '')
