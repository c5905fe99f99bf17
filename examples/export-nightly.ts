import fs from 'node:fs'
import { once } from 'node:events'
import { finished } from 'node:stream/promises'
import type { CustomerFilter, Zhike } from '../generated/zhike-client.ts'
import { openFromEnvironment } from './open.ts'

/**
 * Writes customers into a file, a line of JSON each, with the fields that the token may see. It walks page by page: memory stays small however many
 * there are, and rows that are made meanwhile disturb nothing.
 * @returns how many they were
 */
export async function exportCustomers(zhike: Zhike, file: string, filter?: CustomerFilter): Promise<number> {
  const out = fs.createWriteStream(`${file}.part`)
  let count = 0
  for await (const { can: _, ...customer } of zhike.records('customer').each({ sort: 'createdAt', ...(filter ? { filter } : {}) })) {
    if (!out.write(`${JSON.stringify(customer)}\n`)) await once(out, 'drain')
    count += 1
  }
  out.end()
  await finished(out)
  // Whole before it has its name: whoever reads it never sees half of it.
  fs.renameSync(`${file}.part`, file)
  return count
}

if (import.meta.main) {
  const file = process.argv[2] ?? 'customers.jsonl'
  console.log(`${await exportCustomers(openFromEnvironment(), file)} customers in ${file}`)
}
