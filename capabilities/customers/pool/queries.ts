import type { RowOf } from '#engine/record/define-record.ts'
import type { House } from '#engine/record/house.ts'
import type { Queries } from '#engine/store/database.ts'
import { newId } from '#engine/store/id.ts'
import { readRows } from '#engine/store/rows.ts'
import { sql, type Sql } from '#engine/store/sql.ts'
import { companyZone } from '#engine/time/zone.ts'
import type { Customer } from '../records/customer.ts'
import type { Pool } from '../records/pool.ts'
import type { Member } from '../rules/claiming.ts'
import type { ReturnRule } from '../rules/pool.ts'

export type PoolRow = RowOf<typeof Pool>

/** The name of an operation or of a run. */
export const newRun = newId

/** A pool as it stands; undefined where it lies in the recycle bin. */
export async function readPool(queries: Queries, house: House, id: string): Promise<PoolRow | undefined> {
  const [row] = await readRows(queries, house.shapes.get('pool')!, [id])
  return row && !row.deletedAt ? (row as unknown as PoolRow) : undefined
}

/** A customer as it stands, past everybody's rights: who asks has looked at them. */
export const readCustomer = async (queries: Queries, house: House, id: string): Promise<RowOf<typeof Customer> | undefined> =>
  (await readRows(queries, house.shapes.get('customer')!, [id]))[0] as unknown as RowOf<typeof Customer> | undefined

/** The pools to which customers return. `and` is looked at as if it were among them. The oldest first. */
export const returningPools = (queries: Queries, and: string | null = null): Promise<PoolReach[]> =>
  queries.rows(
    sql`select id, members_ids as members, departments_ids as departments, roles_ids as roles from pool
      where deleted_at is null and (state = 'on' or id = ${and}::uuid) order by created_at, id`,
  )

export interface PoolReach {
  id: string
  members: string[]
  departments: string[]
  roles: string[]
}

/** Users with their roles and departments, their own and all above: those named, or all. */
export const membersNow = (queries: Queries, user: string | null = null): Promise<Member[]> =>
  queries.rows(
    sql`select u.id, u.roles_ids as roles, array(
        with recursive above as (select id, parent_id from department where id = u.department_id and deleted_at is null
          union select d.id, d.parent_id from department d join above a on d.id = a.parent_id where d.deleted_at is null)
        select id from above) as departments
      from "user" u where u.deleted_at is null ${user ? sql`and u.id = ${user}` : sql.empty} order by u.id`,
  )

/** What a search for customers that return goes by. */
export interface FallQuestion {
  pool: string
  owners: readonly string[]
  rules: readonly ReturnRule[]
  sparesWon: boolean
  sparesDeals: boolean
  today: string
  /** Those that return by this day. */
  by: string
}

/** From which day one rule counts for the customer `c`; no row where it has nothing to say of it. It says what `returnOf` says. */
function since({ rules, sparesWon }: FallQuestion, rule: ReturnRule, i: number): Sql {
  const others = rules.flatMap(({ kind, tier }) => (kind === rule.kind && tier !== null && rule.tier === null ? [tier] : []))
  const from = {
    noFollowUp: sql`greatest(d.owned_on, d.followed_on)`,
    noOpportunity: sql`case when c.last_opportunity_on >= d.owned_on then null else d.owned_on end`,
    noDeal: sql`case when c.last_deal_on >= d.owned_on then null else d.owned_on end`,
    contractEnded: sql`case when c.contract_ends_on is not null then greatest(c.contract_ends_on, d.owned_on) end`,
  }[rule.kind]!
  return sql`select ${i}::integer as i, ${rule.kind}::text as kind, ${rule.days}::integer as days, ${from} as since
    where ${rule.tier === null ? sql`(c.tier is null or c.tier <> all(${others}::text[]))` : sql`c.tier = ${rule.tier}`}
    ${sparesWon && rule.kind !== 'contractEnded' ? sql`and c.last_deal_on is null` : sql.empty}`
}

const falling = (asked: FallQuestion): Sql =>
  sql`from customer c
    cross join lateral (select (coalesce(c.owned_since, c.created_at) at time zone ${companyZone}::text)::date as owned_on,
      (c.last_follow_up_at at time zone ${companyZone}::text)::date as followed_on) d
    cross join lateral (select r.kind, r.days, r.since, r.since + r.days as until from (${sql.join(
      asked.rules.map((rule, i) => since(asked, rule, i)),
      ' union all ',
    )}) r where r.since is not null order by r.since + r.days, r.i limit 1) f
    where c.deleted_at is null and c.owner_id = any(${asked.owners}::uuid[]) and not c.is_locked and not c.legal_hold
      and (c.contract_ends_on is null or c.contract_ends_on < ${asked.today}::date)
      ${asked.sparesDeals ? sql`and coalesce(c.open_deals, 0) = 0` : sql.empty} and f.until <= ${asked.by}::date`

/** How many customers a pool watches, and how many of them return by the day. */
export async function countFalls(queries: Queries, asked: FallQuestion): Promise<{ falls: number; watched: number }> {
  const row = await queries.row<{ falls: number; watched: number }>(
    sql`select ${asked.rules.length === 0 ? sql`0` : sql`(select count(*)::integer ${falling(asked)})`} as falls,
      (select count(*)::integer from customer where deleted_at is null and owner_id = any(${asked.owners}::uuid[])) as watched`,
  )
  return row!
}

const start = '00000000-0000-0000-0000-000000000000'
const step = 25_000

/**
 * Finds anew which customers return to a pool, part by part and in one transaction: until it is committed readers find what was found before,
 * and nobody waits for it.
 */
export async function findFalls(tx: Queries, asked: FallQuestion, go: () => void): Promise<void> {
  const run = newId()
  for (let after: string | null = asked.rules.length === 0 || asked.owners.length === 0 ? null : start; after;) {
    go()
    const last: { id: string } | undefined = await tx.row<{ id: string }>(
      sql`select id from customer where id > ${after}::uuid order by id offset ${step - 1} limit 1`,
    )
    await tx.run(
      sql`insert into pool_fall (pool_id, customer_id, owner_id, kind, days, since, until, run_id)
        select ${asked.pool}::uuid, c.id, c.owner_id, f.kind, f.days, f.since, f.until, ${run}::uuid ${falling(asked)}
          and c.id > ${after}::uuid ${last ? sql`and c.id <= ${last.id}::uuid` : sql.empty}
        on conflict (pool_id, customer_id) do update set owner_id = excluded.owner_id, kind = excluded.kind, days = excluded.days,
          since = excluded.since, until = excluded.until, run_id = excluded.run_id,
          warned_on = case when pool_fall.until = excluded.until and pool_fall.owner_id = excluded.owner_id then pool_fall.warned_on end`,
    )
    after = last?.id ?? null
  }
  await tx.run(sql`delete from pool_fall where pool_id = ${asked.pool} and run_id <> ${run}`)
}

/** The next customers whose time is over by a day, in the order of their ids. */
export const fallsBy = async (queries: Queries, pool: string, by: string, after: string, limit: number): Promise<string[]> =>
  (
    await queries.rows<{ id: string }>(
      sql`select customer_id as id from pool_fall where pool_id = ${pool} and until <= ${by}::date and customer_id > ${after}::uuid
        order by customer_id limit ${limit}`,
    )
  ).map(({ id }) => id)

export interface Fall {
  id: string
  owner: string
  kind: string
  days: number
  since: string
  until: string
}

/** Customers about to return, those of one owner or all, the most urgent first; what has been moved meanwhile is left out. */
export const fallsOf = (
  queries: Queries,
  pool: string,
  { owner, by, after, limit }: { owner: string | null; by: string | null; after: { until: string; id: string } | null; limit: number },
): Promise<Fall[]> =>
  queries.rows(
    sql`select f.customer_id as id, f.owner_id as owner, f.kind, f.days, f.since::text as since, f.until::text as until
      from pool_fall f join customer c on c.id = f.customer_id and c.owner_id = f.owner_id and c.deleted_at is null
      where f.pool_id = ${pool} ${owner ? sql`and f.owner_id = ${owner}` : sql.empty} ${by ? sql`and f.until <= ${by}::date` : sql.empty}
        ${after ? sql`and (f.until, f.customer_id) > (${after.until}::date, ${after.id}::uuid)` : sql.empty}
      order by f.until, f.customer_id limit ${limit}`,
  )

/** How many customers return tonight and later, of one owner or of all. */
export const countFound = async (
  queries: Queries,
  pool: string,
  owner: string | null,
  today: string,
): Promise<{ tonight: number; soon: number }> =>
  (await queries.row<{ tonight: number; soon: number }>(
    sql`select count(*) filter (where until <= ${today}::date)::integer as tonight, count(*) filter (where until > ${today}::date)::integer as soon
      from pool_fall where pool_id = ${pool} ${owner ? sql`and owner_id = ${owner}` : sql.empty}`,
  ))!

/** Owners who have to be warned today: customers of theirs have come within the time since the last warning, or have their last day. */
export const ownersToWarn = (queries: Queries, pool: string, today: string): Promise<{ owner: string; n: number; until: string }[]> =>
  queries.rows(
    sql`select f.owner_id as owner, count(*)::integer as n, min(f.until)::text as until from pool_fall f
      where f.pool_id = ${pool} and f.until >= ${today}::date
      group by f.owner_id having bool_or(f.warned_on is null) or bool_or(f.until = ${today}::date and f.warned_on < ${today}::date)`,
  )

export const noteWarned = (queries: Queries, pool: string, today: string): Promise<unknown> =>
  queries.run(sql`update pool_fall set warned_on = ${today}::date where pool_id = ${pool} and until >= ${today}::date`)

/** Waits until nobody else reckons with the customers of this user in another transaction. */
export const takeTurn = (queries: Queries, user: string): Promise<unknown> =>
  queries.run(sql`select pg_advisory_xact_lock(hashtextextended(${`customers-of-${user}`}, 0))`)

export interface LimitRow {
  members: string[]
  departments: string[]
  roles: string[]
  mostHeld: number | null
  mostLocked: number | null
  exceptStages: string[]
  exceptWon: boolean
}

export const customerLimits = (queries: Queries): Promise<LimitRow[]> =>
  queries.rows(
    sql`select members_ids as members, departments_ids as departments, roles_ids as roles, most_held as "mostHeld", most_locked as "mostLocked",
        except_stages as "exceptStages", except_won as "exceptWon" from customer_limit where deleted_at is null order by created_at, id`,
  )

/** How many customers of a user count by a limit, and how many he has locked; no more than so many are looked at. */
export async function heldBy(queries: Queries, user: string, { exceptStages, exceptWon }: LimitRow, most: number): Promise<number> {
  const row = await queries.row<{ n: number }>(
    sql`select count(*)::integer as n from (select 1 from customer where owner_id = ${user} and deleted_at is null and stage <> all(${exceptStages}::text[])
      ${exceptWon ? sql`and last_deal_on is null` : sql.empty} limit ${most}) x`,
  )
  return row!.n
}

export const lockedBy = async (queries: Queries, user: string): Promise<number> =>
  (await queries.row<{ n: number }>(
    sql`select count(*)::integer as n from customer where owner_id = ${user} and deleted_at is null and is_locked`,
  ))!.n

/** What somebody has claimed from a pool and looked at in it on a day. */
export const useOf = async (queries: Queries, user: string, pool: string, day: string): Promise<{ claimed: number; looked: number }> =>
  (await queries.row<{ claimed: number; looked: number }>(
    sql`select claimed, looked from pool_use where user_id = ${user} and pool_id = ${pool} and day = ${day}::date`,
  )) ?? { claimed: 0, looked: 0 }

export const countUse = (queries: Queries, user: string, pool: string, day: string, what: 'claimed' | 'looked'): Promise<unknown> =>
  queries.run(
    sql`insert into pool_use (user_id, pool_id, day, ${sql.id(what)}) values (${user}, ${pool}, ${day}::date, 1)
      on conflict (user_id, day, pool_id) do update set ${sql.id(what)} = pool_use.${sql.id(what)} + 1`,
  )

/** Whether somebody has a whole file open, for the day or because he was let in. */
export const isOpenFor = async (queries: Queries, user: string, customer: string, now: string): Promise<boolean> =>
  (await queries.row(
    sql`select 1 from collaborator where record_id = ${customer} and principal_id = ${user} and level <> 'card' and (until is null or until > ${now}::timestamptz)`,
  )) !== undefined

/** Opens a whole file to somebody until a moment. */
export async function openFor(
  queries: Queries,
  user: string,
  customer: { id: string; createdAt: string },
  day: string,
  until: string,
  now: string,
): Promise<void> {
  await queries.run(
    sql`insert into collaborator (principal_id, record, record_id, level, until, record_created_at, created_at, created_by_id)
      values (${user}, 'customer', ${customer.id}, 'full', ${until}, ${customer.createdAt}, ${now}, ${user})
      on conflict (record_id, principal_id) do update set level = 'full', until = excluded.until`,
  )
  await queries.run(
    sql`insert into pool_look (customer_id, user_id, day) values (${customer.id}, ${user}, ${day}::date)
      on conflict (customer_id, user_id) do update set day = excluded.day`,
  )
}

/** Closes the file to everybody who had only opened it for the day. */
export const closeLooks = async (queries: Queries, customer: string): Promise<void> => {
  await queries.run(
    sql`delete from collaborator c using pool_look l where l.customer_id = ${customer} and c.record_id = l.customer_id and c.principal_id = l.user_id and c.created_by_id = l.user_id`,
  )
  await queries.run(sql`delete from pool_look where customer_id = ${customer}`)
}

/** The contacts of these customers that took place, the latest first, so many of each. */
export const contactsOf = (queries: Queries, customers: readonly string[], most: number) =>
  queries.rows<{
    customer: string
    at: string
    kind: string
    state: string
    subject: string
    outcome: string | null
    body: string | null
    nextStep: string | null
  }>(
    sql`select c.id as customer, a.at, a.kind, a.state, a.subject, a.outcome, a.body, a.next_step as "nextStep" from unnest(${customers}::uuid[]) c(id)
      cross join lateral (select * from activity a where a.customer_id = c.id and a.deleted_at is null and a.state = 'done'
        order by a.at desc limit ${most}) a`,
  )

/** What is only of its day goes with it. */
export const forgetUse = async (queries: Queries, before: string): Promise<void> => {
  await queries.run(sql`delete from pool_look where day < ${before}::date`)
  await queries.run(sql`delete from pool_use where day < ${before}::date - 90`)
}
