import type { Shape } from '#engine/record/house.ts'
import type { Queries, Transaction } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { isDense, readSigns } from '#engine/text/folding.ts'
import { readingsAlone, readingsTogether } from '#engine/text/pinyin.ts'
import { searchFields, searchText } from './fields.ts'
import type { Part, Query, Word } from './query.ts'

/**
 * The dictionary of sounds: for every pair of neighbouring characters that stands in any text, and for every single one, how it is spoken.
 * There are some hundred thousand pairs in the names of a million customers, so a new row seldom adds any; to put the sounds into the
 * index of each row would cost every write a third of the search words more.
 */

/** Pairs that this process knows to be noted, per database. Forgotten together when they are many: noting one twice does no harm. */
const known = new WeakMap<object, Set<string>>()
const mostKnown = 200_000

const knownOf = (queries: Queries): Set<string> => {
  let pairs = known.get(queries.home)
  if (!pairs || pairs.size > mostKnown) known.set(queries.home, (pairs = new Set()))
  return pairs
}

/** The characters of a text, single and in pairs, that are not in a set. */
function newWords(text: string, known: ReadonlySet<string>, take: (word: string) => void): void {
  const { list, begins } = readSigns(text)
  for (let i = 0; i < list.length; i++) {
    const sign = list[i]!
    if (!isDense(sign)) continue
    if (!known.has(sign)) take(sign)
    const next = list[i + 1]
    if (next !== undefined && isDense(next) && begins[i + 1] !== 'apart' && !known.has(sign + next)) take(sign + next)
  }
}

const soundsOf = (word: string): string[] => {
  const isSingle = [...word].length === 1
  return (isSingle ? readingsAlone(word).map((sound) => `.${sound}`) : readingsTogether(word).map((sounds) => sounds.join())).filter(
    (sound) => /^[.a-z][a-z,]*$/.test(sound),
  )
}

/**
 * Notes how the characters of rows are spoken, as far as nobody has done so yet. Within a transaction it is done right before the commit,
 * in one order for all, so that two writers who meet the same new pair wait for each other no longer than a blink.
 */
export async function noteSounds(
  queries: Queries & Partial<Transaction>,
  shape: Shape,
  rows: readonly Record<string, unknown>[],
): Promise<void> {
  const fields = searchFields(shape).filter((field) => field.family === 'text')
  const there = knownOf(queries)
  const found = new Set<string>()
  for (const row of rows)
    for (const field of fields) {
      const value = row[field.name]
      if (value !== null && value !== undefined) newWords(searchText(field, value), there, (word) => found.add(word))
    }
  if (found.size === 0) return
  const write = async () => {
    const entries = [...found].sort().flatMap((word) => soundsOf(word).map((sound) => [sound, word] as const))
    await queries.run(
      sql`insert into search_sound (sound, word) select * from unnest(${entries.map(([sound]) => sound)}::text[], ${entries.map(([, word]) => word)}::text[]) on conflict do nothing`,
    )
  }
  const remember = () => {
    for (const word of found) there.add(word)
  }
  if (queries.beforeCommit) {
    queries.beforeCommit(write)
    queries.afterCommit!(remember)
  } else {
    await write()
    remember()
  }
}

/** Sounds to look up: from one up to another in the order of the dictionary. */
export interface Want {
  from: string
  to: string
  /** The first or the second character, where it was typed as such. */
  first?: string
  second?: string
}

/** A sound as it stands there; one that only begins so. */
export const exactly = (sound: string): Want => ({ from: sound, to: sound })
export const beginning = (sound: string): Want => ({ from: sound, to: `${sound}{` })

/** More characters for one sound make a question long and find hardly more. */
const mostWords = 400

const partsWithSounds = (word: Word): Part[] =>
  word.phrases.flatMap(function partsOf(phrase): Part[] {
    return [...phrase.parts, ...(phrase.also ?? []).flatMap(partsOf)].filter((part) => part.sounds)
  })

/** Puts the characters into a question that its sounds may be written with. Runs that cannot be written at all are left out. */
export async function spellOut(queries: Queries, query: Query): Promise<Query> {
  const parts = query.ways.flatMap((words) => words.flatMap(partsWithSounds))
  const wants = [...new Map(parts.flatMap((part) => part.sounds!.map((want) => [`${want.from} ${want.to}`, want] as const))).entries()]
  const found = new Map<string, string[]>()
  if (wants.length > 0) {
    const rows = await queries.arrays(
      sql`select w.n, s.word from unnest(${wants.map(([, want]) => want.from)}::text[], ${wants.map(([, want]) => want.to)}::text[]) with ordinality as w(a, b, n)
        cross join lateral (select d.word from search_sound d where d.sound >= w.a and d.sound <= w.b order by d.sound limit ${mostWords}) s`,
      'prepare',
    )
    for (const [n, word] of rows as [number, string][]) {
      const key = wants[n - 1]![0]
      const words = found.get(key)
      if (words) words.push(word)
      else found.set(key, [word])
    }
  }
  const spell = (part: Part): Part => {
    if (!part.sounds) return part
    const words = part.sounds.flatMap((want) =>
      (found.get(`${want.from} ${want.to}`) ?? []).filter(
        (word) => (!want.first || word.startsWith(want.first)) && (!want.second || word.endsWith(want.second)),
      ),
    )
    return { at: part.at, any: [...new Set(words)].map((word) => (part.isStart ? `<${word}` : word)) }
  }
  const spellPhrase = (phrase: Word['phrases'][number]): Word['phrases'] => {
    const also = phrase.also?.map(spellPhrase)
    const spelt = { ...phrase, parts: phrase.parts.map(spell), ...(also ? { also: also.flat() } : {}) }
    return spelt.parts.some((part) => part.any.length === 0) || also?.some((one) => one.length === 0) ? [] : [spelt]
  }
  return {
    ways: query.ways.map((words) => words.map((word) => ({ ...word, phrases: word.phrases.flatMap(spellPhrase) }))),
  }
}
