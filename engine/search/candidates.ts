import type { Actor } from '#engine/access/actor.ts'
import { always, both, isAlways, type Condition } from '#engine/access/rules.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { allOf, momentsOf, waysOf, windowOf, type Way } from '#engine/store/searched.ts'
import { sql, type Sql } from '#engine/store/sql.ts'
import { defaultSort, scopeColumns } from '#engine/store/table.ts'
import { partsOf, type Parts } from '#engine/store/walk.ts'
import type { Search } from './ask.ts'
import { searchFields } from './fields.ts'
import { frequencyOf } from './frequency.ts'
import type { Phrase, Query, Word } from './query.ts'
import { queryText } from './vector.ts'

/** Records that may be the best answers to what was typed: enough of each kind that the best are among them. */

/** How many are looked at closely. */
const most = 16
/** So many are found whole. Of something more common no more are looked at: whoever types one letter more finds less. */
const few = 1000
const mostFound = 600
const mostCloser = 250
/**
 * What more than this part of all rows hold is looked for among some thousand rows first: the newest, and some from every time, because all
 * of a kind may have come at once. To ask the index would gather each of its rows for the few that are wanted.
 */
const veryMany = 0.01
const newest = 800
const fromEachTime = 250
const mostOwn = 300

const oneWord = (word: Word, phrases: Phrase[]): Query => ({ ways: [[{ ...word, phrases }]] })

/** Runs that are all of a title, that it begins with, and that it begins with when it is spoken. */
function anchored(word: Word): { whole: Phrase[]; begins: Phrase[]; spoken: Phrase[] } {
  const { signs, phrases } = word
  const run = (parts: Phrase['parts']): Phrase => ({ family: 'text', span: signs.length, parts })
  const begin = { any: [`<${signs[0]}`], at: 0 }
  const end = { any: [`${signs.at(-1)}$`], at: signs.length - 1 }
  const inner = signs.length > 1 ? (phrases.find(isWritten)?.parts ?? []) : []
  const sounds = phrases.flatMap((phrase) => {
    if (phrase.spoken !== 'sounds') return []
    // Of single sounds the characters that begin a text are known; of several those that the first pair may begin with.
    const first = [...new Set(phrase.parts[0]!.any.map((pair) => `<${[...pair][0]}`))]
    return [phrase.span === 1 ? phrase : run([{ any: first, at: 0 }, ...phrase.parts])]
  })
  const initials = /^[a-z0-9]{2,}$/.test(word.text) ? `~${signs.slice(0, 3).join('')}${signs.length === 2 ? '*' : ''}` : undefined
  return {
    whole: [run([begin, ...inner, end])],
    begins: [run([begin, ...inner])],
    spoken: [...sounds, ...(initials ? [run([{ any: [initials], at: 0 }])] : [])],
  }
}

const isWritten = (phrase: Phrase): boolean => phrase.family === 'text' && !phrase.spoken

/** Questions about titles from the closest to the widest: what meets an earlier one is the better answer. */
function tiersOf(query: Query): Query[] {
  const single = query.ways.filter((words) => words.length === 1).map(([word]) => word!)
  if (single.length === 0) return query.ways.length > 0 ? [writtenOnly(query)] : []
  const tiers = single.map((word) => ({ word, ...anchored(word) }))
  const all = (pick: (tier: (typeof tiers)[number]) => Phrase[]): Query => ({
    ways: tiers.filter((tier) => pick(tier).length > 0).flatMap((tier) => oneWord(tier.word, pick(tier)).ways),
  })
  return [all((tier) => tier.whole), all((tier) => tier.begins), writtenOnly(query), all((tier) => tier.spoken)]
}

const writtenOnly = (query: Query): Query => ({
  ways: query.ways.map((words) => words.map((word) => ({ ...word, phrases: word.phrases.filter(isWritten) }))),
})

interface Ordering {
  /** How close a row's title is, how near the row is to the actor, how new it is: the order of the answers. */
  keys: Sql
}

function orderingOf(actor: Actor, shape: Shape, tiers: readonly string[], opened: readonly string[]): Ordering {
  const { owner, rootOwner } = scopeColumns(shape)
  const column = owner ?? rootOwner
  const tier =
    tiers.length > 0
      ? sql`case ${sql.join(
          tiers.map((text, i) => sql`when t.search @@ ${text}::tsquery then ${sql.raw(String(i))}`),
          ' ',
        )} else ${sql.raw(String(tiers.length))} end`
      : sql.raw('0')
  const near = sql`case when t.id = any(${opened}::uuid[]) then 0 when ${column ? sql`t.${sql.id(column)} = ${actor.id}::uuid` : sql.raw('false')} then 1 else 2 end`
  return { keys: sql`t.id, ${tier} as tier, ${near} as near, t.created_at as made` }
}

const best = sql.raw('tier, near, made desc, id')

/** The best of some rows. */
const bestOf = ({ keys }: Ordering, rows: Sql): Sql => sql`select ${keys} from ${rows} order by ${best} limit ${most}`

/**
 * The ids of candidates. Something rare is found whole and the best of it taken. Of something common those that begin with it, the newest
 * of one's own, what one has opened lately, and what a look at the newest and at every time shows; where these are too few, so many others
 * as they come.
 */
export async function candidatesFor(
  runtime: Runtime,
  actor: Actor,
  shape: Shape,
  search: Search,
  visible: Condition,
  opened: readonly string[],
): Promise<string[]> {
  const { database, house } = runtime
  const { searched, found } = search
  const titles = searchFields(shape).filter((field) => field.tag === '' && field.family === 'text')
  const tiers = tiersOf(search.query).flatMap((query) => {
    const text = titles.length > 0 ? queryText(query, titles) : undefined
    return text === undefined ? [] : [{ query, text }]
  })
  const ordering = orderingOf(
    actor,
    shape,
    tiers.map((tier) => tier.text),
    opened,
  )
  const partsFor = (condition: Condition, filter: Condition = always): Parts =>
    partsOf(house, shape, { visible: condition, filter, search: searched, sorts: [defaultSort(shape)], limit: most })
  const parts = partsFor(visible)
  const ways = waysOf(parts)
  if (ways.length === 0) return []
  const idsOf = (rows: readonly unknown[][]) => rows.map(([id]) => id as string)
  const isFew = found <= few
  if (searched.way === 'scan' || search.isSmall || isFew) {
    const how = searched.way === 'scan' ? 'scan' : 'index'
    return idsOf(await database.byIndex(together(ways.map((way) => bestOf(ordering, allOf(parts, way, how))))))
  }

  const frequency = await frequencyOf(database, shape)
  const isVeryCommon = (rows: number) => rows > veryMany * frequency.rows
  const closer = tiers.filter((tier) => !isVeryCommon(frequency.estimate(tier.query, titles)))
  const bestAmong = (kind: Parts, window: number) => waysOf(kind).map((way) => bestOf(ordering, windowOf(kind, way, window)))
  const bestBefore = (times: readonly string[]) =>
    ways.every((way) => isAlways(way.visible))
      ? ways.map((way) => bestOf(ordering, momentsOf(parts, way, times, fromEachTime)))
      : times.flatMap((time) => bestAmong(partsFor(visible, { field: 'createdAt', op: 'lt', value: time }), fromEachTime))
  const ask = (how: 'byIndex' | 'search', pieces: readonly Sql[]) => (pieces.length > 0 ? database[how](together(pieces)) : [])
  const own = ownedBy(actor, shape)
  // Only what is kept in the order of its making can be entered at a moment.
  const times = defaultSort(shape).field.name === 'createdAt' ? frequency.times : []
  const anyOf = () =>
    ask(
      'byIndex',
      ways.map((way) => bestOf(ordering, allOf(parts, way, 'index', mostFound))),
    )
  const isCommon = isVeryCommon(found)
  const [near, ofOwn, ofAll] = await Promise.all([
    ask(
      'byIndex',
      ways.flatMap((way) => closer.map((tier) => bestOf(ordering, allOf(parts, within(way, tier.text), 'index', mostCloser)))),
    ),
    ask('search', [
      ...(own ? bestAmong(partsFor(both(visible, own)), mostOwn) : []),
      ...(opened.length > 0 ? bestAmong(partsFor(both(visible, { field: 'id', op: 'in', value: [...opened] })), opened.length) : []),
    ]),
    isCommon ? ask('search', [...bestAmong(parts, newest), ...(times.length > 0 ? bestBefore(times) : [])]) : anyOf(),
  ])
  const ids = [...new Set(idsOf([...near, ...ofOwn, ...ofAll]))]
  return !isCommon || ids.length >= most ? ids : [...new Set([...ids, ...idsOf(await anyOf())])]
}

/** What the actor's own records are told by, where a record type has owners. */
function ownedBy(actor: Actor, shape: Shape): Condition | undefined {
  const { owner, rootOwner } = scopeColumns(shape)
  const holder = owner ? shape.record.access!.owner! : rootOwner ? '^owner' : undefined
  return holder ? { field: holder, op: 'eq', value: actor.id } : undefined
}

/**
 * Rows of one way that also meet a closer question. What was typed is no question to the index then, but looked at row by row: words that
 * stand in every third name would be gathered there in full, for the few rows that the closer question leaves.
 */
const within = (way: Way, text: string): Way => ({
  ...way,
  where: (alias) => sql`${sql.id(alias, 'search')} @@ ${text}::tsquery and (${way.where(alias)}) is true`,
})

/** The best of several answers. */
const together = (pieces: readonly Sql[]): Sql =>
  pieces.length === 1
    ? pieces[0]!
    : sql`select u.id, min(u.tier) as tier, min(u.near) as near, u.made from (${sql.join(
        pieces.map((piece) => sql`(${piece})`),
        ' union all ',
      )}) u group by u.id, u.made order by ${best} limit ${most}`
