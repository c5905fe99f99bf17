import type { Actor } from '#engine/access/actor.ts'
import { compileSql } from '#engine/access/condition-sql.ts'
import { always, isNever, type Condition } from '#engine/access/rules.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { snake } from '#engine/store/columns.ts'
import { countList } from '#engine/store/list.ts'
import { sql, type Sql } from '#engine/store/sql.ts'
import { fieldsByRight } from './arms.ts'
import type { Search } from './ask.ts'
import { frequencyOf, type Frequency } from './frequency.ts'
import type { Phrase, Query } from './query.ts'
import { slippedQueries } from './typos.ts'
import { spellOut } from './sounds.ts'
import { queryText, type AskedFields } from './vector.ts'

/** What may have been meant by what was typed, its sounds spelt out. */
export async function meantBy(runtime: Runtime, typed: Query): Promise<Query[]> {
  const spelt = await spellOut(runtime.database, { ways: slippedQueries(typed).flatMap((query) => query.ways) })
  return spelt.ways.filter((words) => words.every((word) => word.phrases.length > 0)).map((words) => ({ ways: [words] }))
}

/** More are not worth showing: none of them is what was typed. */
const most = 100
/** A run of words that finds more than this part of all rows is no help. */
const tooCommon = 0.02

/** Leaves out single characters that half of all names hold: the rest of the run is rarer, and what is found is looked at again. */
function withoutCommon(phrase: Phrase, frequency: Frequency): Phrase {
  const share = (word: string) => frequency.share(word)
  const rare = phrase.parts.filter(({ any }) => any.every((word) => !(word.endsWith('*') && word.length === 2 && share(word) > 0.05)))
  const [first] = rare
  return first ? { ...phrase, parts: rare.map((part) => ({ ...part, at: part.at - first.at })) } : phrase
}

function textsOf(queries: readonly Query[], fields: AskedFields, frequency: Frequency): string[] {
  return queries.flatMap((query) => {
    const narrow: Query = {
      ways: query.ways.map((words) =>
        words.map((word) => ({
          ...word,
          phrases: word.phrases.map((phrase) => (phrase.isSlip ? withoutCommon(phrase, frequency) : phrase)),
        })),
      ),
    }
    if (frequency.rows > 10_000 && frequency.estimate(narrow, fields) > tooCommon * frequency.rows) return []
    return queryText(narrow, fields) ?? []
  })
}

/**
 * Looks for what may have been meant, where a search has found nothing. Only in texts that everybody reads who sees the record: what is
 * guarded is not guessed at.
 */
export async function findSlips(
  runtime: Runtime,
  actor: Actor,
  shape: Shape,
  queries: readonly Query[],
  isSmall: boolean,
  visible: Condition,
): Promise<string[]> {
  const fields = fieldsByRight(runtime.house, actor, shape).open.filter((field) => field.family === 'text')
  if (fields.length === 0 || queries.length === 0 || isNever(visible)) return []
  const frequency = await frequencyOf(runtime.database, shape)
  const live = sql`t.deleted_at is null and ${compileSql(runtime.house, shape, visible, 't')}`
  const ask = async (texts: readonly string[]): Promise<string[]> => {
    if (texts.length === 0) return []
    const rows = await runtime.database.byIndex(isSmall ? scanFor(shape, live, texts) : askIndex(shape, live, texts))
    return [...new Set(rows.map(([id]) => id as string))].slice(0, most)
  }
  // What sounds alike comes first, and is usually all there is to it.
  const alike = await ask(textsOf(queries.filter(isSpoken), fields, frequency))
  if (alike.length > 0) return alike
  return ask(
    textsOf(
      queries.filter((query) => !isSpoken(query)),
      fields,
      frequency,
    ),
  )
}

/**
 * The records that take the place of what a list searches for, where that is nowhere to be found. Asked of all that is visible: what a
 * filter keeps out has been found all the same.
 */
export async function slipsInstead(
  runtime: Runtime,
  actor: Actor,
  shape: Shape,
  search: Search,
  { visible, recycled }: { visible: Condition; recycled: boolean },
): Promise<Condition | undefined> {
  if (recycled) return undefined
  const { database, house } = runtime
  const any = await countList(database, house, shape, { visible, filter: always, search: search.searched }, 0)
  if (!any.exact) return undefined
  const ids = await findSlips(runtime, actor, shape, await meantBy(runtime, search.typedQuery), search.isSmall, visible)
  return ids.length > 0 ? { field: 'id', op: 'in', value: ids } : undefined
}

const isSpoken = (query: Query): boolean =>
  query.ways.some((words) => words.some((word) => word.phrases.some((phrase) => phrase.isSlip && phrase.spoken)))

/** Few rows are visible: each is looked at once, with all that may have been meant. */
const scanFor = (shape: Shape, live: Sql, texts: readonly string[]): Sql =>
  sql`select t.id from (select t.* from ${sql.id(snake(shape.name))} t where ${live} offset 0) t
    where t.search @@ ${texts.map((text) => `(${text})`).join(' | ')}::tsquery limit ${most}`

/** Each meaning by itself: the index goes by the rarest word of each. */
const askIndex = (shape: Shape, live: Sql, texts: readonly string[]): Sql =>
  sql.join(
    texts.map(
      (text) =>
        sql`(select t.id from (select t.* from ${sql.id(snake(shape.name))} t where t.search @@ ${text}::tsquery and ${live} offset 0) t limit 40)`,
    ),
    ' union all ',
  )
