import { randomFillSync } from 'node:crypto'

const pool = Buffer.alloc(8192)
let used = pool.length
let lastMs = 0
let counter = 0

/**
 * A new UUIDv7 (RFC 9562): time-ordered, and strictly increasing within this process.
 * @param at milliseconds since 1970; the present by default. Used by tests and by seeding with history.
 */
export function newId(at?: number): string {
  if (used > pool.length - 16) {
    randomFillSync(pool)
    used = 0
  }
  let ms = at ?? Date.now()
  if (at === undefined) {
    if (ms <= lastMs) {
      ms = lastMs
      counter += 1
      if (counter > 0xfff) {
        ms = lastMs = lastMs + 1
        counter = 0
      }
    } else {
      lastMs = ms
      counter = pool[used]! & 0x7f
    }
  }
  const sequence = at === undefined ? counter : pool.readUInt16BE(used + 8) & 0xfff
  const time = ms.toString(16).padStart(12, '0')
  const tail = pool.toString('hex', used, used + 8)
  used += 10
  const variant = ((parseInt(tail[0]!, 16) & 0x3) | 0x8).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${variant}${tail.slice(1, 4)}-${tail.slice(4)}`
}

/** The smallest UUIDv7 of a moment: bounds for partitions and ranges by id. */
export const firstIdAt = (ms: number): string => {
  const time = ms.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`
}
