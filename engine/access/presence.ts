import { notFound } from '#engine/action/refusal.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Queries } from '#engine/store/database.ts'
import { readRows } from '#engine/store/rows.ts'
import { sql } from '#engine/store/sql.ts'
import type { Actor } from './actor.ts'
import { loadFacts } from './facts.ts'
import { accessTo } from './shape-access.ts'
import { titlesOf } from './titles.ts'

/** What somebody does with a record that is open before him. */
export const doings = ['viewing', 'editing'] as const
export type Doing = (typeof doings)[number]

/** "Gone" may come back, as a page in the background does; a page that is "left" never speaks again under its name, whatever still arrives. */
export const leavings = ['gone', 'left'] as const
export type Leaving = (typeof leavings)[number]

/** Somebody else at the same record. */
export interface Present {
  id: string
  name: string
  doing: Doing
}

/**
 * How long a page counts as open after it was last heard of. Pages say so every fifteen seconds; a browser lets a page in the background,
 * with a form half filled in, speak no more than once a minute.
 */
const holds: Record<Doing, string> = { viewing: '40 seconds', editing: '90 seconds' }
/** Nobody has so many pages open on one record; more come from a program that makes them up. */
const mostPages = 20

/** Refuses whoever does not see at least the card of a record, as if there were none. */
async function refuseUnseen(runtime: Runtime, actor: Actor, shape: Shape, id: string): Promise<void> {
  const access = accessTo(runtime.house, actor, shape)
  const [row] = await readRows(runtime.database, shape, [id])
  const [facts] = row ? await loadFacts(runtime.database, runtime.house, actor, shape, [row], access.paths) : []
  if (!row || (row.deletedAt ? !access.recycle.check(facts!) : access.levelOf(facts!) === 'none')) throw notFound()
}

/** Tells other nodes that somebody came, went or began to do something else. No content: whoever listens asks under his own rights. */
const tell = (queries: Queries, record: string, id: string) => queries.run(sql`select pg_notify('zhike_presence', ${`${record}:${id}`})`)

/**
 * Says that a page of this actor shows a record, or does so no longer. Said again it only lasts longer; others are told of what is new.
 * @param page one page of one browser, by a name that it made up itself
 */
export async function announce(
  runtime: Runtime,
  actor: Actor,
  shape: Shape,
  id: string,
  page: string,
  doing: Doing | Leaving,
): Promise<void> {
  const { database } = runtime
  const own = sql`record_id = ${id} and user_id = ${actor.id}`
  if (doing === 'gone' || doing === 'left') {
    // The row stays until housekeeping, so that listeners who heard no signal can see that something has changed.
    const there = await database.row(
      sql`update presence set until = now(), doing = ${doing}, changed_at = clock_timestamp() where ${own} and page = ${page} and until > now() returning page`,
    )
    if (there) await tell(database, shape.name, id)
    return
  }
  await refuseUnseen(runtime, actor, shape, id)
  const before = await database.row<{ doing: string }>(sql`select doing from presence where ${own} and page = ${page} and until > now()`)
  const isNew = before?.doing !== doing
  // What was said before leaving and arrives after it finds the page left, and changes nothing.
  await database.run(
    sql`insert into presence (record_id, user_id, page, record, doing, until, changed_at)
      select ${id}::uuid, ${actor.id}::uuid, ${page}::uuid, ${shape.name}::text, ${doing}::text, now() + ${holds[doing]}::interval, clock_timestamp()
      where (select count(*) from presence where ${own} and page <> ${page}) < ${mostPages}
      on conflict (record_id, user_id, page) do update set doing = excluded.doing, until = excluded.until${isNew ? sql`, changed_at = excluded.changed_at` : sql.empty}
      where presence.doing <> 'left'`,
  )
  if (isNew) await tell(database, shape.name, id)
}

/** How long a page that has lost its stream may take to open another one, or to say that it is there all the same. */
export const streamLost = 3000

/**
 * The stream of a page has ended and no other came in its place: the page is closed, or its machine is asleep. What it said since then stays.
 * @param quiet for how long it has had no stream, in milliseconds; by the clock of the database, which wrote down when it was heard
 */
export async function missPage({ database }: Runtime, actor: Actor, page: string, quiet: number): Promise<void> {
  const missed = await database.rows<{ record: string; record_id: string }>(
    sql`update presence set until = now(), changed_at = clock_timestamp()
      where user_id = ${actor.id} and page = ${page} and until > now()
        and until - case doing when 'editing' then ${holds.editing}::interval else ${holds.viewing}::interval end < now() - ${quiet}::integer * interval '1 millisecond'
      returning record, record_id`,
  )
  for (const { record, record_id: id } of missed) await tell(database, record, id)
}

/** Who else has a record open, once each, those who change it first. People whom this actor may not see are not there for him. */
export async function presentAt(runtime: Runtime, actor: Actor, shape: Shape, id: string): Promise<Present[]> {
  await refuseUnseen(runtime, actor, shape, id)
  const rows = await runtime.database.rows<{ user_id: string; doing: Doing }>(
    sql`select user_id, min(doing) as doing from presence where record_id = ${id} and user_id <> ${actor.id} and until > now() group by user_id order by min(doing), user_id limit 50`,
  )
  const users = runtime.house.shapes.get('user')!
  const names = await titlesOf(
    runtime,
    actor,
    users,
    rows.map((row) => row.user_id),
  )
  return rows.flatMap(({ user_id, doing }) => (names.has(user_id) ? [{ id: user_id, name: names.get(user_id)!, doing }] : []))
}

/** To which of these records somebody came, or left it, since a moment: for listeners who did not hear the signal. */
export const presenceSince = (
  queries: Queries,
  ids: readonly string[],
  since: string,
): Promise<{ record: string; id: string; at: string }[]> =>
  queries.rows(
    sql`select record, record_id as id, max(changed_at)::text as at from presence where record_id = any(${ids}::uuid[]) and changed_at > ${since}::timestamptz group by record, record_id`,
  )
