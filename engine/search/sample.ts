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
const textLength = 16_384

/** Whether a place stands in a list of them, which is in order. */
function stands(list: readonly number[], place: number): boolean {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]! < place) low = middle + 1
    else high = middle
  }
  return list[low] === place
}

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
      for (const place of at.split(',')) list.push(row * textLength + Number.parseInt(place, 10))
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
  /** The lists of places of these words, and of all that begin with one. */
  const listsOf = (any: readonly string[], tag: string): number[][] =>
    any.flatMap((word) => {
      if (!word.endsWith('*')) return [postings.get(tag + word) ?? []]
      const text = tag + word.slice(0, -1)
      const lists: number[][] = []
      for (let i = firstFrom(text); i < sorted.length && sorted[i]!.startsWith(text); i++) lists.push(postings.get(sorted[i]!)!)
      return lists
    })
  /** The rows that hold a run of words: what is rarest of it is gone through, and the rest looked for beside it. */
  function rowsOfPhrase(phrase: Phrase, tag: string): Set<number> {
    const parts = phrase.parts.map(({ any, at }) => {
      const lists = listsOf(any, tag)
      return { at, lists, places: lists.reduce((sum, list) => sum + list.length, 0) }
    })
    const rows = new Set<number>()
    const [rarest, ...others] = parts.sort((a, b) => a.places - b.places)
    for (const list of rarest?.lists ?? [])
      for (const place of list)
        if (others.every(({ at, lists }) => lists.some((other) => stands(other, place - rarest!.at + at))))
          rows.add(Math.floor(place / textLength))
    return rows.size === 0 ? rows : (phrase.also ?? []).reduce((left, other) => left.intersection(rowsOfPhrase(other, tag)), rows)
  }
  function rowsOfWord(word: Word, fields: AskedFields): Set<number> {
    const all = new Set<number>()
    for (const phrase of word.phrases)
      for (const { tag, family } of fields) if (family === phrase.family) for (const row of rowsOfPhrase(phrase, tag)) all.add(row)
    return all
  }
  return {
    rows: found.length,
    count: (query, fields) =>
      query.ways.reduce((all, words) => {
        const [first, ...rest] = words.map((word) => rowsOfWord(word, fields))
        return all.union(rest.reduce((rows, more) => rows.intersection(more), first ?? new Set<number>()))
      }, new Set<number>()).size,
  }
}
