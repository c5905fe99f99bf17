import type { ActionType } from '#engine/action/define-action.ts'
import { badFields, notAllowed, notFound } from '#engine/action/refusal.ts'
import type { House, Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Queries } from '#engine/store/database.ts'
import { readRows, type StoredRow } from '#engine/store/rows.ts'
import { sql } from '#engine/store/sql.ts'
import { say, words, type Words } from '#engine/text/words.ts'
import { hasRight, hasRole, type Actor } from './actor.ts'
import type { Collaboration, Facts } from './condition-js.ts'
import { everybody } from './everybody.ts'
import { loadFacts } from './facts.ts'
import { allOf, ground, type Ground } from './ground.ts'
import { groundPaths, judge, type Judged } from './judge.ts'
import { openTeller, type Reason } from './reasons.ts'
import { declaredGround, fieldGround, levelGround, rightGround } from './resolve.ts'
import { fieldLevelWords, grantWords, levelWords } from '#engine/record/right-words.ts'
import type { Level } from './rules.ts'
import { classPaths } from './secrecy.ts'
import { accessTo } from './shape-access.ts'
import { titlesOf } from './titles.ts'

/** What is asked of somebody's rights on a record: its levels, a field, or an action. */
export interface Asked {
  field?: string | undefined
  action?: string | undefined
}

/** One right in question, answered. */
export interface Answer {
  key: string
  words: string
  holds: boolean
  /** On what it stands, where it holds; in one line. */
  because: string
  /** What would have to be so, where it does not hold. */
  remedies: string[]
  reason: Reason
}

interface Question {
  key: string
  words: Words
  ground: Ground
}

/** Whoever may look through what happened to records of a type may ask about the rights of others on them; of himself everybody may. */
export const mayExplainOthers = (actor: Actor, shape: Shape): boolean => hasRole(actor, 'administrator') || hasRight(actor, 'audit', shape)

/** The row and its facts, for an asker who sees it; for everybody else there is none. Everybody who was let in stands in the facts. */
async function rowFor(runtime: Runtime, asker: Actor, shape: Shape, id: string): Promise<{ row: StoredRow; facts: Facts }> {
  const { database, house } = runtime
  const access = accessTo(house, asker, shape)
  const [row] = await readRows(database, shape, [id])
  if (!row) throw notFound()
  const facts = await factsOf(database, house, asker, shape, row, access.paths)
  if (row.deletedAt ? !access.recycle.check(facts) : access.levelOf(facts) === 'none') throw notFound()
  return { row, facts }
}

async function factsOf(
  queries: Queries,
  house: House,
  actor: Actor,
  shape: Shape,
  row: StoredRow,
  paths: readonly string[],
): Promise<Facts> {
  const whole = row as unknown as Record<string, unknown>
  // Of everybody and not of one actor: a check takes out of them whom it is about.
  whole.collaborators ??= (
    await queries.rows<{ principal_id: string; level: Level; until: string | null }>(
      sql`select principal_id, level, until from collaborator where record_id = ${row.rootId}`,
    )
  ).map((entry): Collaboration => ({ principal: entry.principal_id, level: entry.level, until: entry.until }))
  const [facts] = await loadFacts(queries, house, actor, shape, [row], paths)
  return facts!
}

/** As much of a record as somebody sees: what lies in the recycle bin, only who may bring it back. */
function seen(house: House, actor: Actor, shape: Shape, row: StoredRow, level: Level): Ground {
  const there = levelGround(house, actor, shape, level)
  return row.deletedAt ? allOf({ by: 'both' }, there, rightGround(house, actor, shape, 'recycle')) : there
}

/** A field is seen on records that are seen. */
const fieldSeen = (house: House, actor: Actor, shape: Shape, row: StoredRow, field: string, level: 'masked' | 'view' | 'edit'): Ground =>
  allOf({ by: 'both' }, seen(house, actor, shape, row, 'card'), fieldGround(house, actor, shape, field, level))

function questionsOf(
  house: House,
  actor: Actor,
  shape: Shape,
  row: StoredRow,
  { field }: Asked,
  action: ActionType | undefined,
): Question[] {
  if (action) {
    const allow = action.allow ? declaredGround(house, actor, shape, action.allow) : levelGround(house, actor, shape, 'edit')
    return [{ key: action.name, words: action.words.label, ground: allOf({ by: 'both' }, seen(house, actor, shape, row, 'card'), allow) }]
  }
  if (field)
    return (['masked', 'view', 'edit'] as const).map((level) => ({
      key: level,
      words: fieldLevelWords[level],
      ground: fieldSeen(house, actor, shape, row, field, level),
    }))
  return [
    ...(['card', 'full', 'edit'] as const).map((level) => ({
      key: level,
      words: grantWords[level],
      ground: seen(house, actor, shape, row, level),
    })),
    { key: 'recycle', words: grantWords.recycle, ground: rightGround(house, actor, shape, 'recycle') },
  ]
}

/** What the record itself says against an action, whoever asks: its state, or that the action has nothing to do with it. */
function closedByRecord(shape: Shape, action: ActionType, row: StoredRow, facts: Facts, house: House): Words | undefined {
  const life = [...shape.fields.values()].find((field) => field.field.kind === 'lifecycle')
  if (Boolean(row.deletedAt) !== Boolean(action.onRecycled))
    return row.deletedAt
      ? words('记录在回收站中', 'The record is in the recycle bin')
      : words('只对回收站中的记录', 'For records in the recycle bin')
  if (action.when && !judge(house, shape, ground({ by: 'when' }, action.when), facts).holds)
    return words('这个动作与这条记录无关', 'The action has nothing to do with this record')
  if (!action.from || !life || [action.from].flat().includes(row[life.name] as string)) return undefined
  const show = (state: string) => ({
    zh: life.kind.show(state as never, life.field.options, 'zh'),
    en: life.kind.show(state as never, life.field.options, 'en'),
  })
  const [now, from] = [show(row[life.name] as string), [action.from].flat().map(show)]
  return words(
    `状态为“${now.zh}”，此动作只在“${from.map(({ zh }) => zh).join('”“')}”时可做`,
    `The state is "${now.en}"; the action is possible in "${from.map(({ en }) => en).join('", "')}"`,
  )
}

/** The field or action that is asked about, where there is one and the asker may know of it. */
function checked(runtime: Runtime, asker: Actor, shape: Shape, asked: Asked): ActionType | undefined {
  const field = asked.field === undefined ? undefined : accessTo(runtime.house, asker, shape).fields.get(asked.field)
  if (asked.field !== undefined && (!field || field.masked.constant === false))
    throw badFields({ field: words('没有这个字段，或您无权查看', 'there is no such field, or you may not see it') })
  if (asked.action === undefined) return undefined
  const action = runtime.actionNamed(asked.action)
  if (action?.on?.name !== shape.name) throw badFields({ action: words('没有这个动作', 'there is no such action') })
  return action
}

/** What one user may do with a record, or with one field of it, and why; in the language of whoever asks. */
export async function explainAccess(runtime: Runtime, asker: Actor, shape: Shape, id: string, userId: string, asked: Asked) {
  const { house, database } = runtime
  if (userId !== asker.id && !mayExplainOthers(asker, shape)) throw notAllowed()
  const { row, facts } = await rowFor(runtime, asker, shape, id)
  const action = checked(runtime, asker, shape, asked)
  const subject = userId === asker.id ? asker : await runtime.actorOf(userId, 'user', asker.locale)
  const user = {
    id: userId,
    title: (await titlesOf(runtime, asker, house.shapes.get('user')!, [userId])).get(userId) ?? '',
    isActive: subject !== undefined,
  }
  if (!subject) return { user, answers: [] as Answer[], closed: null }
  const questions = questionsOf(house, subject, shape, row, asked, action)
  const paths = [
    ...questions.flatMap((question) => groundPaths(question.ground)),
    ...(action?.when ? groundPaths(ground({ by: 'when' }, action.when)) : []),
    ...classPaths(house, shape),
  ]
  await factsOf(database, house, subject, shape, row, paths)
  const judged = questions.map((question) => judge(house, shape, question.ground, facts))
  const teller = await openTeller(runtime, asker, { shape, facts, field: asked.field ?? null }, judged)
  const closed = action && closedByRecord(shape, action, row, facts, house)
  const answers = questions.map((question, i): Answer => {
    const mine = judged[i]!
    return {
      key: question.key,
      words: say(question.words, asker.locale),
      holds: mine.holds && !closed,
      because: mine.holds ? teller.gist(mine) : '',
      remedies: mine.holds ? [] : teller.remedies(mine),
      reason: teller.reason(mine),
    }
  })
  return { user, answers, closed: closed ? say(closed, asker.locale) : null }
}

export type Explanation = Awaited<ReturnType<typeof explainAccess>>

/** Somebody who may see a record, how much of it, and on what that stands. */
export interface Seer {
  user: { id: string; title: string }
  level: string
  words: string
  because: string
}

/** So many users are looked at for one answer. */
const reach = 1000

interface Found {
  actor: Actor
  level: string
  words: Words
  judged: Judged
}

/**
 * Who may see a record, or one field of it, and on what each stands: the most powerful first. It goes through the users in the order of their
 * ids, so many at a time; `next` says where to go on.
 */
export async function whoSees(
  runtime: Runtime,
  asker: Actor,
  shape: Shape,
  id: string,
  field: string | undefined,
  after: string | undefined,
) {
  const { house, database } = runtime
  if (!mayExplainOthers(asker, shape)) throw notAllowed()
  const { row, facts } = await rowFor(runtime, asker, shape, id)
  checked(runtime, asker, shape, { field })
  const people = (await everybody(database, asker.locale)).filter((actor) => after === undefined || actor.id > after)
  const looked = people.slice(0, reach)
  const found: Found[] = []
  for (const actor of looked) {
    const [ways, worded] = field
      ? [
          (['edit', 'view', 'masked'] as const).map((level) => ({ level, ground: fieldSeen(house, actor, shape, row, field, level) })),
          fieldLevelWords,
        ]
      : [(['edit', 'full', 'card'] as const).map((level) => ({ level, ground: seen(house, actor, shape, row, level) })), levelWords]
    await factsOf(database, house, actor, shape, row, [...ways.flatMap((way) => groundPaths(way.ground)), ...classPaths(house, shape)])
    for (const way of ways) {
      const judged = judge(house, shape, way.ground, facts)
      if (!judged.holds) continue
      found.push({ actor, level: way.level, words: worded[way.level as never], judged })
      break
    }
  }
  const teller = await openTeller(
    runtime,
    asker,
    { shape, facts, field: field ?? null },
    found.map(({ judged }) => judged),
  )
  const rank = ['edit', 'full', 'view', 'card', 'masked']
  const seers = found
    .sort((a, b) => rank.indexOf(a.level) - rank.indexOf(b.level) || a.actor.name.localeCompare(b.actor.name, 'zh'))
    .map(({ actor, level, words: text, judged }): Seer => ({
      user: { id: actor.id, title: actor.name },
      level,
      words: say(text, asker.locale),
      because: teller.gist(judged),
    }))
  return { items: seers, looked: looked.length, next: people.length > reach ? looked.at(-1)!.id : null }
}

export type Seers = Awaited<ReturnType<typeof whoSees>>
