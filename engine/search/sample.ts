import { sql } from '#engine/store/sql.ts'
import type { Database } from '#engine/store/database.ts'
import type { Phrase, Query, Word } from './query.ts'
import type { AskedFields } from './vector.ts'

/** Search words of some rows of a table, held in memory. */
export interface Sample {
  rows: number
  /** How many of these rows a question finds. */
  count(query: Query, fields: AskedFields): number
}

const wanted = 3000
/** Places in one text: the database counts no further. */
const places = 16_384

const lexemes = /'((?:[^']|'')*)':([\dA-D,]+)/g

/**
 * Some rows of a table, from all over it. What the database notes of its words says how often single ones occur; here one sees how often
 * they stand beside each other, and how many begin alike.
 * @param rows how many the table has
 */
export async function readSample(database: Database, table: string, rows: number): Promise<Sample> {
  const part = Math.min(100, (100 * wanted) / Math.max(1, rows))
  const found = await database.rows<{ words: string }>(
    sql`select search::text as words from ${sql.id(table)} tablesample system (${part}) where deleted_at is null limit ${2 * wanted}`,
  )
  const postings = new Map<string, number[]>()
  for (const [row, { words }] of found.entries())
    for (const [, word = '', at = ''] of words.matchAll(lexemes)) {
      const key = word.replaceAll("''", "'")
      const list = postings.get(key) ?? []
      if (list.length === 0) postings.set(key, list)
      for (const place of at.split(',')) list.push(row * places + Number.parseInt(place, 10))
    }
  const sorted = [...postings.keys()].sort()

  function firstFrom(text: string): number {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sorted[middle]! < text) low = middle + 1
      else high = middle
    }
    return low
  }
  /** Where any of these words stand: the row and the place in it, in one number. */
  function placesOf(any: readonly string[], tag: string): Set<number> {
    const all = new Set<number>()
    const add = (word: string) => postings.get(word)?.forEach((place) => all.add(place))
    for (const word of any)
      if (!word.endsWith('*')) add(tag + word)
      else {
        const text = tag + word.slice(0, -1)
        for (let i = firstFrom(text); i < sorted.length && sorted[i]!.startsWith(text); i++) add(sorted[i]!)
      }
    return all
  }
  function rowsOfPhrase(phrase: Phrase, tag: string): Set<number> {
    const [first, ...rest] = phrase.parts.map(({ any, at }) => ({ at, stands: placesOf(any, tag) }))
    const found = new Set<number>()
    for (const place of first?.stands ?? [])
      if (rest.every(({ at, stands }) => stands.has(place - first!.at + at))) found.add(Math.floor(place / places))
    return (phrase.also ?? []).reduce((rows, other) => rows.intersection(rowsOfPhrase(other, tag)), found)
  }
  const rowsOfWord = (word: Word, fields: AskedFields): Set<number> =>
    word.phrases.reduce(
      (all, phrase) =>
        fields.reduce((rows, { tag, family }) => (family === phrase.family ? rows.union(rowsOfPhrase(phrase, tag)) : rows), all),
      new Set<number>(),
    )
  return {
    rows: found.length,
    count: (query, fields) =>
      query.ways.reduce((all, words) => {
        const [first, ...rest] = words.map((word) => rowsOfWord(word, fields))
        return all.union(rest.reduce((rows, more) => rows.intersection(more), first ?? new Set<number>()))
      }, new Set<number>()).size,
  }
}
