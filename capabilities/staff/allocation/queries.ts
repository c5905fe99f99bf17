import type { Queries } from '#engine/store/database.ts'
import { newId } from '#engine/store/id.ts'
import { sql } from '#engine/store/sql.ts'
import type { Words } from '#engine/text/words.ts'
import type { Allocation, AllocationFacts, AllocationKind, Dimension, Method, Needs, Takes } from '../rules/allocation.ts'
import type { Leave } from '../rules/duty.ts'

export interface Request {
  id: string
  kind: AllocationKind
  record: string
  recordId: string
  at: string
  needs: Needs
  familiar: string | null
}

export interface Queue {
  id: string
  name: Words
  takes: Takes[]
  method: Method
  match: Dimension[]
  relaxable: Dimension[]
  relaxAfter: number | null
  familiarFirst: boolean
  onlyOnDuty: boolean
  capacity: number | null
  quota: number | null
  department: string | null
}

const queueColumns = sql`id, name, takes, method, match, relaxable, relax_after as "relaxAfter", familiar_first as "familiarFirst",
  only_on_duty as "onlyOnDuty", capacity, quota, department_id as department`

/** The queues of a kind that are switched on, in their order. */
export const activeQueues = (queries: Queries, kind: AllocationKind): Promise<Queue[]> =>
  queries.rows(
    sql`select ${queueColumns} from allocation_queue where kind = ${kind} and state = 'active' and deleted_at is null order by place, id`,
  )

export const readQueue = (queries: Queries, id: string): Promise<(Queue & { kind: AllocationKind }) | undefined> =>
  queries.row(sql`select ${queueColumns}, kind from allocation_queue where id = ${id}::uuid and deleted_at is null`)

/** Holds a queue until the end of the transaction: turns and capacities are looked at by one at a time. */
export const lockQueue = (queries: Queries, id: string): Promise<Queue | undefined> =>
  queries.row(
    sql`select ${queueColumns} from allocation_queue where id = ${id}::uuid and state = 'active' and deleted_at is null for update`,
  )

/** Asks for something to be handed out; once for each record. What had been closed is open again. */
export async function askFor(queries: Queries, request: Omit<Request, 'id'> & { queue: string | null }): Promise<void> {
  const { kind, record, recordId, at, needs, familiar, queue } = request
  await queries.run(
    sql`insert into allocation_request (id, kind, record, record_id, at, needs, familiar_id, queue_id)
      values (${newId()}, ${kind}, ${record}, ${recordId}::uuid, ${at}::timestamptz, ${JSON.stringify(needs)}::jsonb, ${familiar}::uuid, ${queue}::uuid)
      on conflict (record_id) do update set needs = excluded.needs, familiar_id = excluded.familiar_id, closed_at = null`,
  )
}

/** Says who has a record in hand, and whether there is still something to do; nothing where it was never to be handed out. */
export const settleRequest = (
  queries: Queries,
  { recordId, user, isOpen, now }: { recordId: string; user: string | null; isOpen: boolean; now: string },
): Promise<number> =>
  queries.run(
    sql`update allocation_request set user_id = ${user}::uuid,
        taken_at = case when ${user}::uuid is null then null else coalesce(taken_at, ${now}::timestamptz) end,
        closed_at = case when ${isOpen} then null else coalesce(closed_at, ${now}::timestamptz) end
      where record_id = ${recordId}::uuid
        and (user_id is distinct from ${user}::uuid or (closed_at is null) <> ${isOpen})`,
  )

/** What of a kind waits for somebody, first come first. */
export const waitingRequests = (
  queries: Queries,
  kind: AllocationKind,
  { after, limit }: { after: { at: string; id: string } | null; limit: number },
): Promise<{ id: string; at: string; recordId: string; queue: string | null }[]> =>
  queries.rows(
    sql`select id, at, record_id as "recordId", queue_id as queue from allocation_request where kind = ${kind} and user_id is null and closed_at is null
      ${after ? sql`and (at, id) > (${after.at}::timestamptz, ${after.id}::uuid)` : sql.empty} order by at, id limit ${limit}`,
  )

/** What is to be handed out of a record, held until the end of the transaction; nothing where somebody has it by now. */
export const lockRequest = (queries: Queries, recordId: string): Promise<Request | undefined> =>
  queries.row(
    sql`select id, kind, record, record_id as "recordId", at, needs, familiar_id as familiar from allocation_request
      where record_id = ${recordId}::uuid and user_id is null and closed_at is null for update`,
  )

export interface MemberRow {
  user: string
  name: string
  isActive: boolean
  isPaused: boolean
  department: string | null
  weight: number
  capacity: number | null
  quota: number | null
  shiftFrom: string | null
  shiftTo: string | null
  regions: string[]
  products: string[]
  segments: string[]
  tiers: string[]
  languages: string[]
  skills: string[]
}

/** The members of a queue in the order in which they joined. */
export const membersOfQueue = (queries: Queries, queue: string): Promise<MemberRow[]> =>
  queries.rows(
    sql`select m.user_id as user, u.name, u.is_active and u.deleted_at is null as "isActive", m.is_paused as "isPaused", u.department_id as department, m.weight, m.capacity, m.quota,
        m.shift_from as "shiftFrom", m.shift_to as "shiftTo", m.regions, m.products, m.segments, m.tiers, m.languages, m.skills
      from allocation_member m join "user" u on u.id = m.user_id where m.queue_id = ${queue}::uuid and m.deleted_at is null order by m.id`,
  )

/** How each member stands at this moment: what he has in hand of this queue, was given today, and where he stands in the order of turns. */
export async function standingOf(
  queries: Queries,
  queue: string,
  day: string,
): Promise<Map<string, { load: number; today: number; turn: number; due: number }>> {
  const rows = await queries.rows<{ user: string; load: number; today: number; turn: number; due: number }>(
    sql`select u.user_id as user, sum(u.load)::int as load, sum(u.today)::int as today, max(u.turn)::int as turn, sum(u.due)::int as due from (
        select user_id, 1 as load, 0 as today, 0 as turn, 0 as due from allocation_request where queue_id = ${queue}::uuid and closed_at is null and user_id is not null
        union all select user_id, 0, 1, 0, 0 from allocation_decision where queue_id = ${queue}::uuid and day = ${day}::date and user_id is not null
        union all select user_id, 0, 0, turn, due from allocation_turn where queue_id = ${queue}::uuid
      ) u group by 1`,
  )
  return new Map(rows.map(({ user, ...standing }) => [user, standing]))
}

/** The absences and the make-up work of some people that touch these days. */
export async function leavesOf(
  queries: Queries,
  users: readonly string[],
  { from, to }: { from: string; to: string },
): Promise<Map<string, (Leave & { standIn: string | null })[]>> {
  const rows = await queries.rows<Leave & { user: string; standIn: string | null }>(
    sql`select user_id as user, kind, "from"::text as from, "to"::text as to, from_time as "fromTime", to_time as "toTime", stand_in_id as "standIn" from leave
      where user_id = any(${users}::uuid[]) and "from" <= ${to}::date and "to" >= ${from}::date and deleted_at is null order by id`,
  )
  return Map.groupBy(rows, ({ user }) => user)
}

/** Writes down who got something and why, and moves the turns on. */
export async function keepDecision(
  queries: Queries,
  {
    request,
    queue,
    now,
    day,
    facts,
    outcome,
  }: { request: Request; queue: string | null; now: string; day: string; facts: AllocationFacts; outcome: Allocation },
): Promise<string> {
  const id = newId()
  await queries.run(
    sql`insert into allocation_decision (id, request_id, record_id, at, day, queue_id, user_id, facts, outcome)
      values (${id}, ${request.id}, ${request.recordId}::uuid, ${now}::timestamptz, ${day}::date, ${queue}::uuid, ${outcome.taken}::uuid, ${JSON.stringify(facts)}::jsonb, ${JSON.stringify(outcome)}::jsonb)`,
  )
  await queries.run(
    sql`update allocation_request set queue_id = ${queue}::uuid, user_id = ${outcome.taken}::uuid,
      taken_at = ${outcome.taken ? now : null}::timestamptz where id = ${request.id}`,
  )
  if (!queue || !outcome.taken) return id
  const users = Object.keys(outcome.due)
  const isTurn = outcome.how !== 'familiar' && outcome.how !== 'standIn'
  await queries.run(
    sql`insert into allocation_turn as t (queue_id, user_id, turn, due)
      select ${queue}::uuid, d.user_id, case when d.user_id = ${outcome.taken}::uuid and ${isTurn} then n.next else 0 end, d.due
      from unnest(${users}::uuid[], ${users.map((user) => outcome.due[user]!)}::int[]) as d(user_id, due),
        (select coalesce(max(turn), 0) + 1 as next from allocation_turn where queue_id = ${queue}::uuid) n
      on conflict (queue_id, user_id) do update set due = excluded.due, turn = greatest(t.turn, excluded.turn)`,
  )
  return id
}

export interface StoredDecision {
  id: string
  record: string
  recordId: string
  at: string
  queue: string | null
  user: string | null
  facts: AllocationFacts
  outcome: Allocation
}

const decisionColumns = sql`d.id, r.record, d.record_id as "recordId", d.at, d.queue_id as queue, d.user_id as user, d.facts, d.outcome`

/** What was decided about a record, the last first. */
export const decisionsAbout = (queries: Queries, recordId: string, limit: number): Promise<StoredDecision[]> =>
  queries.rows(
    sql`select ${decisionColumns} from allocation_decision d join allocation_request r on r.id = d.request_id where d.record_id = ${recordId}::uuid order by d.id desc limit ${limit}`,
  )

/** What a queue has decided, the last first. */
export const decisionsOf = (
  queries: Queries,
  queue: string,
  { before, limit }: { before: string | null; limit: number },
): Promise<StoredDecision[]> =>
  queries.rows(
    sql`select ${decisionColumns} from allocation_decision d join allocation_request r on r.id = d.request_id where d.queue_id = ${queue}::uuid
      ${before ? sql`and d.id < ${before}::uuid` : sql.empty} order by d.id desc limit ${limit}`,
  )

/** The last decision about a request that found nobody: said once, however often it is looked at. */
export const lastDecision = (
  queries: Queries,
  request: string,
  recordId: string,
): Promise<{ queue: string | null; outcome: Allocation } | undefined> =>
  queries.row(
    sql`select queue_id as queue, outcome from allocation_decision where record_id = ${recordId}::uuid and request_id = ${request} order by id desc limit 1`,
  )

/** How a queue stands: what waits, and what each has in hand and was given today. */
export async function queueFigures(queries: Queries, queue: string): Promise<{ waiting: number; oldest: string | null }> {
  const row = await queries.row<{ waiting: number; oldest: string | null }>(
    sql`select count(*)::int as waiting, min(at) as oldest from allocation_request where queue_id = ${queue}::uuid and user_id is null and closed_at is null`,
  )
  return row ?? { waiting: 0, oldest: null }
}

/** What came in within some days: for trying rules out on it. */
export const arrivalsSince = (
  queries: Queries,
  kind: AllocationKind,
  { since, until, limit }: { since: string; until: string; limit: number },
): Promise<{ at: string; needs: Needs; familiar: string | null; takenAt: string | null; closedAt: string | null }[]> =>
  queries.rows(
    sql`select at, needs, familiar_id as familiar, taken_at as "takenAt", closed_at as "closedAt" from allocation_request
      where kind = ${kind} and at >= ${since}::timestamptz and at < ${until}::timestamptz order by at, id limit ${limit}`,
  )
