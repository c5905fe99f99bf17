import type { Shape } from '#engine/record/house.ts'
import { snake } from '#engine/store/columns.ts'
import type { Database } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import type { Query, Word } from './query.ts'
import type { AskedFields } from './vector.ts'

/** How many rows of a table there are, and how many of them a search may find: from what the database has noted of its search words. */
export interface Frequency {
  rows: number
  /** About how many rows a question finds; a guess where only the beginning of a word is known. */
  estimate(query: Query, fields: AskedFields): { rows: number; isGuess: boolean }
  /** The part of all rows that hold a word, or words that begin so ("云*"). */
  share(word: string): number
}

const keepFor = 5 * 60_000
const kept = new WeakMap<Database, Map<string, { until: number; frequency: Promise<Frequency> }>>()

/** What is known of a record type's search words; asked anew every few minutes. */
export function frequencyOf(database: Database, shape: Shape): Promise<Frequency> {
  const tables = kept.get(database) ?? new Map<string, { until: number; frequency: Promise<Frequency> }>()
  kept.set(database, tables)
  const known = tables.get(shape.name)
  const now = Date.now()
  if (known && known.until > now) return known.frequency
  const frequency = readFrequency(database, snake(shape.name))
  tables.set(shape.name, { until: now + keepFor, frequency })
  frequency.catch(() => tables.delete(shape.name))
  return frequency
}

async function readFrequency(database: Database, table: string): Promise<Frequency> {
  const [size, noted] = await Promise.all([
    database.row<{ rows: number }>(sql`select reltuples::float8 as rows from pg_class where oid = to_regclass(${`"${table}"`})`),
    database.row<{ words: string[] | null; shares: number[] | null }>(
      sql`select most_common_elems::text::text[] as words, most_common_elem_freqs as shares from pg_stats
        where schemaname = any(current_schemas(false)) and tablename = ${table} and attname = 'search'`,
    ),
  ])
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

  function ofWord(word: Word, fields: AskedFields): { share: number; isGuess: boolean } {
    let sum = 0
    let isGuess = false
    for (const phrase of word.phrases)
      for (const field of fields) {
        if (field.family !== phrase.family) continue
        let least = 1
        let isKnown = false
        for (const { any } of phrase.parts) {
          least = Math.min(least, shareOf(any, field.tag))
          // Two initials, one sound, one character: their words are many and each of them rare.
          isKnown ||= any.every((one) => !one.endsWith('*') || one.length > 5)
        }
        sum += least
        isGuess ||= !isKnown
      }
    return { share: Math.min(1, sum), isGuess }
  }

  const rows = Math.max(0, size?.rows ?? 0)
  return {
    rows,
    share: (word) => shareOf([word], ''),
    estimate(query, fields) {
      let sum = 0
      let isGuess = false
      for (const ways of query.ways) {
        const found = ways.map((word) => ofWord(word, fields))
        sum += Math.min(1, ...found.map((word) => word.share))
        // One word that is known to be rare makes the whole rare.
        isGuess ||= found.every((word) => word.isGuess)
      }
      return { rows: Math.min(1, sum) * rows, isGuess }
    },
  }
}
