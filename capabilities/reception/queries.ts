import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { remarkKinds } from './rules/follow-up.ts'

export interface FileRow {
  id: string
  customer: string
  salesperson: string
  at: string
  register: 'walkIn' | 'callIn'
  hasDeal: boolean
  goneAt: string | null
  drawnTo: string | null
  drawnAt: string | null
  isHere: boolean
  followedUpAt: string | null
}

/**
 * The files of customers, oldest first, each with the last follow-up of its salesperson that qualifies and with whether he still works here.
 * By indexes alone: a handful of rows for each customer.
 */
export const filesOf = (queries: Queries, customers: readonly string[], until: string, except?: string | null): Promise<FileRow[]> =>
  queries.rows<FileRow>(
    sql`select f.id, f.customer_id as customer, f.salesperson_id as salesperson, f.at, f.register, f.has_deal as "hasDeal",
        f.gone_at as "goneAt", f.drawn_to_id as "drawnTo", f.drawn_at as "drawnAt",
        (u.is_active and u.deleted_at is null) as "isHere",
        (select max(a.at) from activity a where a.customer_id = f.customer_id and a.by_id = f.salesperson_id and a.state = 'done'
          and a.deleted_at is null and a.at <= ${until}::timestamptz and not a.kind = any(${remarkKinds}::text[])) as "followedUpAt"
      from customer_file f join "user" u on u.id = f.salesperson_id
      where f.customer_id = any(${customers}::uuid[]) and f.deleted_at is null ${except ? sql`and f.reception_id is distinct from ${except}::uuid` : sql.empty} order by f.at, f.id`,
  )

/** Customers of one family or household with this one, by the relations on record. */
export const householdOf = async (queries: Queries, customer: string): Promise<string[]> =>
  (
    await queries.rows<{ id: string }>(
      sql`select other_id as id from relation where customer_id = ${customer} and kind in ('family', 'household') and deleted_at is null
        union select customer_id from relation where other_id = ${customer} and kind in ('family', 'household') and deleted_at is null limit 50`,
    )
  ).map(({ id }) => id)

/** Who has referred this customer: whoever first received that one, and whether the referrer was on record by the end of the first visit. */
export const referralOf = (
  queries: Queries,
  customer: string,
): Promise<{ receiver: string; at: string; isInTime: boolean; hasBought: boolean } | undefined> =>
  queries.row(
    sql`select f.salesperson_id as receiver, f.at,
        not exists (select 1 from reception x where x.customer_id = r.customer_id and x.ended_at < r.created_at and x.deleted_at is null) as "isInTime",
        exists (select 1 from recorded_deal d where d.customer_id = r.other_id and d.deleted_at is null) as "hasBought"
      from relation r join lateral (select salesperson_id, at from customer_file where customer_id = r.other_id and deleted_at is null
        order by at limit 1) f on true
      where r.customer_id = ${customer} and r.kind = 'referrer' and r.deleted_at is null order by r.created_at limit 1`,
  )

export interface RulingRow {
  id: string
  rule: string
  owner: string | null
  performance: { user: string | null; n: number; d: number }[]
  commission: { user: string | null; n: number; d: number }[]
  reception: string | null
  deal: string | null
  setting: string | null
  facts: string | null
  isByManager: boolean
  site: string | null
}

const rulingColumns = sql`id, rule, owner_id as owner, performance, commission, reception_id as reception, deal_id as deal, setting_id as setting,
  facts, is_by_manager as "isByManager", site_id as site`

/** The last ruling on a customer that has not been replaced; one that leaves a deal to the department holds for that deal alone. */
export const lastRuling = (queries: Queries, customer: string, before?: { reception: string }): Promise<RulingRow | undefined> =>
  queries.row<RulingRow>(
    sql`select ${rulingColumns} from ruling where customer_id = ${customer} and state <> 'replaced' and deleted_at is null and owner_id is not null
      ${before ? sql`and reception_id is distinct from ${before.reception}::uuid` : sql.empty} order by created_at desc, id desc limit 1`,
  )

/** The rulings of one reception that stand. */
export const rulingsOfReception = async (queries: Queries, reception: string): Promise<string[]> =>
  (
    await queries.rows<{ id: string }>(
      sql`select id from ruling where reception_id = ${reception} and state = 'provisional' and deleted_at is null order by id`,
    )
  ).map(({ id }) => id)

/** The rulings of a site, latest first, with their facts: to try other settings on. */
export const rulingsOfSite = (
  queries: Queries,
  site: string,
  limit: number,
): Promise<(RulingRow & { customer: string; createdAt: string })[]> =>
  queries.rows(
    sql`select ${rulingColumns}, customer_id as customer, created_at as "createdAt" from ruling
      where site_id = ${site} and facts is not null and deleted_at is null and state <> 'replaced' order by created_at desc limit ${limit}`,
  )

/** What people are called. */
export async function namesOf(queries: Queries, ids: Iterable<string>): Promise<Record<string, string>> {
  const rows = await queries.rows<{ id: string; name: string }>(
    sql`select id, name from "user" where id = any(${[...new Set(ids)]}::uuid[])`,
  )
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}

/** The latest version of a site's rules. */
export const latestSetting = (queries: Queries, site: string): Promise<{ id: string; number: number } | undefined> =>
  queries.row(
    sql`select id, number from site_setting where site_id = ${site} and deleted_at is null order by number desc nulls last, created_at desc limit 1`,
  )

/** Makes whoever opens shifts or versions for the same thing at the same moment take his turn, until the transaction ends. */
export const takeTurn = (queries: Queries, what: string): Promise<number> =>
  queries.run(sql`select pg_advisory_xact_lock(hashtextextended(${what}, 0))`)

interface ShiftOfDay {
  id: string
  name: string
  begins: string
  ends: string
  members: string[]
}

/** The running shifts of a day on which one of these people stands. */
export const shiftsOf = (queries: Queries, day: string, users: readonly string[]): Promise<ShiftOfDay[]> =>
  queries.rows<ShiftOfDay>(
    sql`select id, name, begins::text as begins, ends::text as ends, members_ids as members from shift
      where day = ${day}::date and deleted_at is null and state = 'open' and members_ids && ${users}::uuid[] order by id`,
  )

/** The last shift of each of these people at a site, whatever its state, with what he is owed there. */
export const shiftsBefore = (queries: Queries, site: string, since: string): Promise<{ id: string }[]> =>
  queries.rows<{ id: string }>(
    sql`select id from shift where site_id = ${site} and day >= ${since}::date and deleted_at is null order by day desc, created_at desc limit 60`,
  )

/** Whether a department receives customers, and what it is called. */
export const siteOf = (
  queries: Queries,
  id: string,
): Promise<{ id: string; name: string; isSite: boolean; head: string | null } | undefined> =>
  queries.row(sql`select id, name, is_site as "isSite", head_id as head from department where id = ${id} and deleted_at is null`)

/** The files of somebody who leaves a site, one for each customer: the latest. */
export const filesToDraw = async (queries: Queries, salesperson: string, site: string): Promise<string[]> =>
  (
    await queries.rows<{ id: string }>(
      sql`select distinct on (customer_id) id from customer_file where salesperson_id = ${salesperson} and site_id = ${site}
        and drawn_to_id is null and deleted_at is null order by customer_id, at desc`,
    )
  ).map(({ id }) => id)

/** Who sells at a site, beside those who are away for good. */
export const salespeopleOf = async (queries: Queries, site: string): Promise<string[]> =>
  (
    await queries.rows<{ id: string }>(
      sql`select u.id from "user" u where u.department_id = ${site} and u.is_active and u.deleted_at is null
        and exists (select 1 from role r where r.id = any(u.roles_ids) and r.code = 'sales') order by u.id`,
    )
  ).map(({ id }) => id)

/** Those who may be called to a site: its head and the heads above it, as far as they are there. */
export const headsOf = async (queries: Queries, site: string): Promise<string[]> =>
  (
    await queries.rows<{ id: string }>(
      sql`with recursive up as (select id, parent_id, head_id, 0 as depth from department where id = ${site}
          union all select d.id, d.parent_id, d.head_id, up.depth + 1 from department d join up on d.id = up.parent_id where up.depth < 12)
        select distinct u.id from up join "user" u on u.id = up.head_id or (u.department_id = up.id and u.is_active and exists (
          select 1 from role r where r.id = any(u.roles_ids) and r.code in ('departmentHead', 'siteManager')))
        where u.is_active and u.deleted_at is null`,
    )
  ).map(({ id }) => id)

/** The files that a reception has opened. */
export const filesOfReception = async (queries: Queries, customer: string, reception: string): Promise<string[]> =>
  (
    await queries.rows<{ id: string }>(
      sql`select id from customer_file where customer_id = ${customer} and reception_id = ${reception} and deleted_at is null order by id`,
    )
  ).map(({ id }) => id)

/** The ring of a shift as it stands. */
export const ringOf = (
  queries: Queries,
  shift: string,
): Promise<{ ring: unknown[]; pointer: number | null; turns: number | null } | undefined> =>
  queries.row(sql`select ring, pointer, turns from shift where id = ${shift}`)

/** A version of a site's rules as it is kept, by the names of its fields. */
export async function settingById(queries: Queries, id: string | null): Promise<Record<string, unknown> | null> {
  if (!id) return null
  const row = await queries.row<Record<string, unknown>>(sql`select * from site_setting where id = ${id}`)
  return row
    ? Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()), value]),
      )
    : null
}

/** The facts of a ruling and the version of the rules that it was made with. */
export const rulingFacts = (queries: Queries, id: string): Promise<{ facts: string | null; setting: string | null } | undefined> =>
  queries.row(sql`select facts, setting_id as setting from ruling where id = ${id}`)

interface VisitRow {
  id: string
  customer: string
  register: string
  state: string
  at: string
  receiver: string | null
  source: string | null
  grade: string | null
  startedAt: string | null
  been: string | null
  turn: number | null
  rule: string | null
  because: { zh: string; en: string } | null
  ruling: string | null
}

/** The visits and calls of a shift, as they came. */
export const visitsOf = (queries: Queries, shift: string): Promise<VisitRow[]> =>
  queries.rows<VisitRow>(
    sql`select r.id, r.customer_id as customer, r.register, r.state, r.at, r.receiver_id as receiver, r.source, r.grade, r.started_at as "startedAt",
        r.been, r.turn, l.rule, l.because, l.id as ruling
      from reception r left join ruling l on l.id = r.ruling_id
      where r.shift_id = ${shift} and r.deleted_at is null order by r.at, r.id limit 500`,
  )

/** The lines of the log about a reception, and those of the walk that gave it away. */
export const turnsOfReceptions = (
  queries: Queries,
  receptions: readonly string[],
): Promise<{ at: string; kind: string; user: string | null; reason: string | null }[]> =>
  queries.rows(
    sql`select created_at as at, kind, user_id as "user", reason from turn_entry
      where reception_id = any(${receptions}::uuid[]) and kind <> 'presence' and deleted_at is null order by "order" limit 200`,
  )

/** Registers, follow-ups and rulings of a customer: what speaks for whom, from the records. */
export async function tracesOf(queries: Queries, customer: string) {
  const [visits, files, contacts, rulings] = [
    await queries.rows<{ id: string; at: string; register: string; receiver: string | null; been: string | null; state: string }>(
      sql`select id, at, register, receiver_id as receiver, been, state from reception where customer_id = ${customer} and deleted_at is null order by at limit 200`,
    ),
    await queries.rows<{ at: string; salesperson: string; register: string; drawnTo: string | null }>(
      sql`select at, salesperson_id as salesperson, register, drawn_to_id as "drawnTo" from customer_file where customer_id = ${customer} and deleted_at is null order by at limit 200`,
    ),
    await queries.rows<{ at: string; by: string | null; kind: string }>(
      sql`select at, by_id as by, kind from activity where customer_id = ${customer} and state = 'done' and deleted_at is null order by at desc limit 200`,
    ),
    await queries.rows<{
      at: string
      rule: string
      because: { zh: string; en: string } | null
      owner: string | null
      isByManager: boolean
    }>(
      sql`select created_at as at, rule, because, owner_id as owner, is_by_manager as "isByManager" from ruling where customer_id = ${customer} and deleted_at is null order by created_at limit 200`,
    ),
  ]
  return { visits, files, contacts, rulings }
}

/** The customer and the site of a dispute. */
export const customerOfDispute = (queries: Queries, id: string): Promise<{ customer: string } | undefined> =>
  queries.row(sql`select customer_id as customer from dispute where id = ${id} and deleted_at is null`)
