import type { Shape } from '#engine/record/house.ts'
import { snake } from '#engine/store/columns.ts'
import type { Database } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import type { Query } from './query.ts'
import { readSample } from './sample.ts'
import type { AskedFields } from './vector.ts'

/** How many rows of a table there are, and how many of them a search may find: from what the database has noted of its search words. */
export interface Frequency {
  rows: number
  /** About how many rows a question finds; of a table of few rows all of them. */
  estimate(query: Query, fields: AskedFields): number
  /** Moments between which about equally many rows were made, the last first. */
  times: readonly string[]
  /** The part of all rows that hold a word, or words that begin so ("云*"). */
  share(word: string): number
}

/** Up to here rows are looked at one by one: some microseconds each. */
export const fewRows = 4000
const timesAsked = 8
const keepFor = 5 * 60_000
const kept = new WeakMap<Database, Map<string, { until: number; frequency: Promise<Frequency> }>>()

/** What is known of a record type's search words; asked anew every few minutes. */
export function frequencyOf(database: Database, shape: Shape): Promise<Frequency> {
  const tables = kept.get(database) ?? new Map<string, { until: number; frequency: Promise<Frequency> }>()
  kept.set(database, tables)
  const known = tables.get(shape.name)
  if (known && known.until > Date.now()) return known.frequency
  const entry = { until: Date.now() + keepFor, frequency: readFrequency(database, snake(shape.name)) }
  tables.set(shape.name, entry)
  entry.frequency.catch(() => tables.get(shape.name) === entry && tables.delete(shape.name))
  // Whoever types goes on with what was known until the new is there.
  return known?.frequency ?? entry.frequency
}

async function readFrequency(database: Database, table: string): Promise<Frequency> {
  const [size, noted, made] = await Promise.all([
    database.row<{ rows: number }>(sql`select reltuples::float8 as rows from pg_class where oid = to_regclass(${`"${table}"`})`),
    database.row<{ words: string[] | null; shares: number[] | null }>(
      sql`select most_common_elems::text::text[] as words, most_common_elem_freqs as shares from pg_stats
        where schemaname = any(current_schemas(false)) and tablename = ${table} and attname = 'search'`,
    ),
    database.row<{ times: string[] | null }>(
      sql`select histogram_bounds::text::timestamptz[]::text[] as times from pg_stats
        where schemaname = any(current_schemas(false)) and tablename = ${table} and attname = 'created_at'`,
    ),
  ])
  const bounds = made?.times ?? []
  const words = noted?.words ?? []
  const shares = noted?.shares ?? []
  const common = new Map(words.map((word, i) => [word, shares[i]!]))
  const sorted = [...words].sort()
  // What is not among the common words is rarer than all of them.
  const rest = shares[words.length] ?? 0

  const firstFrom = (text: string): number => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sorted[middle]! < text) low = middle + 1
      else high = middle
    }
    return low
  }
  /** The part of all rows that hold any of these words. */
  function shareOf(any: readonly string[], tag: string): number {
    let sum = 0
    for (const word of any) {
      if (!word.endsWith('*')) sum += common.get(tag + word) ?? 0
      else {
        const text = tag + word.slice(0, -1)
        for (let at = firstFrom(text); at < sorted.length && sorted[at]!.startsWith(text); at++) sum += common.get(sorted[at]!)!
      }
    }
    return Math.min(1, Math.max(sum, rest))
  }

  const rows = Math.max(0, size?.rows ?? 0)
  const sample = rows > fewRows ? await readSample(database, table, rows) : undefined
  return {
    rows,
    times: Array.from({ length: timesAsked }, (_, i) => bounds[Math.floor(((timesAsked - i) * (bounds.length - 1)) / (timesAsked + 1))])
      .filter((time) => time !== undefined)
      .map((time) => new Date(time).toISOString()),
    share: (word) => shareOf([word], ''),
    estimate: (query, fields) => (sample && sample.rows > 0 ? (sample.count(query, fields) / sample.rows) * rows : rows),
  }
}
