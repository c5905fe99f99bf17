import type { Queries } from '#engine/store/database.ts'
import { newId } from '#engine/store/id.ts'
import { sql } from '#engine/store/sql.ts'

/** The name of an operation. */
export const newRun = newId

/** How many customers each of these managers has, by tier. */
export const tiersOf = (queries: Queries, managers: readonly string[]): Promise<{ manager: string; tier: string | null; n: number }[]> =>
  queries.rows(
    sql`select owner_id as manager, tier, count(*)::integer as n from customer where owner_id = any(${managers}::uuid[]) and deleted_at is null
      group by 1, 2 order by 1, 2`,
  )

/** Those who look after customers, of these or of all, at work here. */
export const managersAmong = (
  queries: Queries,
  among: readonly string[] | null,
  department: string | null,
): Promise<{ id: string; name: string }[]> =>
  queries.rows(
    sql`select u.id, u.name from "user" u where u.is_active and u.deleted_at is null ${among ? sql`and u.id = any(${among}::uuid[])` : sql.empty}
      ${
        department
          ? sql`and u.department_id in (with recursive below as (select id from department where id = ${department}
              union select d.id from department d join below b on d.parent_id = b.id where d.deleted_at is null) select id from below)`
          : sql.empty
      }
      and exists (select 1 from customer c where c.owner_id = u.id and c.deleted_at is null) order by u.name, u.id limit 500`,
  )

/** The customers of a manager of these tiers that may change hands first: those that were contacted longest ago. */
export const firstToMove = async (
  queries: Queries,
  manager: string,
  tiers: readonly (string | null)[],
  limit: number,
): Promise<{ id: string; name: string; tier: string | null }[]> =>
  queries.rows(
    sql`select id, name, tier from customer where owner_id = ${manager} and deleted_at is null and not is_locked
      and (tier = any(${tiers.filter((tier) => tier !== null)}::text[]) ${tiers.includes(null) ? sql`or tier is null` : sql.empty})
      order by last_contact_at nulls first, id limit ${limit}`,
  )

/** What somebody who leaves looks after, counted. */
export const portfolioOf = async (
  queries: Queries,
  user: string,
): Promise<Record<'customers' | 'tasks' | 'plans' | 'shares' | 'pools' | 'follows', number>> =>
  (await queries.row(
    sql`select (select count(*)::integer from customer where owner_id = ${user} and deleted_at is null) as customers,
      (select count(*)::integer from task where assignee_id = ${user} and state = 'open' and deleted_at is null) as tasks,
      (select count(*)::integer from contact_plan where by_id = ${user} and state = 'active' and deleted_at is null) as plans,
      (select count(*)::integer from collaborator where principal_id = ${user}) as shares,
      (select count(*)::integer from pool where deleted_at is null and (members_ids @> array[${user}::uuid] or keepers_ids @> array[${user}::uuid])) as pools,
      (select count(*)::integer from follower where user_id = ${user} and is_following) as follows`,
  ))!

export interface Ended {
  what: string
  record: string
  id: string
  level: string | null
  until: string | null
}

/** Ends the shares and follows of somebody who leaves; says what there was. */
export async function endOf(queries: Queries, user: string): Promise<Ended[]> {
  const shares = await queries.rows<Ended>(
    sql`delete from collaborator where principal_id = ${user} returning 'share' as what, record, record_id as id, level, until`,
  )
  const follows = await queries.rows<Ended>(
    sql`delete from follower where user_id = ${user} and is_following returning 'follow' as what, record, record_id as id, null::text as level, null::timestamptz as until`,
  )
  return [...shares, ...follows]
}

/** Brings back what a handover had ended. */
export async function bringBack(queries: Queries, user: string, ended: readonly Ended[], by: string, now: string): Promise<void> {
  for (const { what, record, id, level, until } of ended)
    await queries.run(
      what === 'share'
        ? sql`insert into collaborator (principal_id, record, record_id, level, until, record_created_at, created_at, created_by_id)
            values (${user}, ${record}, ${id}::uuid, ${level}, ${until}::timestamptz, ${now}, ${now}, ${by}) on conflict (record_id, principal_id) do nothing`
        : sql`insert into follower (record, record_id, user_id, at, is_following) values (${record}, ${id}::uuid, ${user}, ${now}, true) on conflict (record_id, user_id) do nothing`,
    )
}

export const idsOf = async (queries: Queries, what: 'customer' | 'task' | 'plan' | 'pool', user: string): Promise<string[]> =>
  (
    await queries.rows<{ id: string }>(
      {
        customer: sql`select id from customer where owner_id = ${user} and deleted_at is null order by id`,
        task: sql`select id from task where assignee_id = ${user} and state = 'open' and deleted_at is null order by id`,
        plan: sql`select id from contact_plan where by_id = ${user} and state = 'active' and deleted_at is null order by id`,
        pool: sql`select id from pool where deleted_at is null and (members_ids @> array[${user}::uuid] or keepers_ids @> array[${user}::uuid]) order by id`,
      }[what],
    )
  ).map(({ id }) => id)

/** Contact tasks of plans that nobody has done by a day, with whoever should have and his superior. */
export const missedContacts = (
  queries: Queries,
  before: string,
): Promise<{ task: string; customer: string; assignee: string; superior: string; department: string | null; due: string }[]> =>
  queries.rows(
    sql`select t.id as task, c.id as customer, t.assignee_id as assignee, u.superior_id as superior, u.department_id as department, t.due_on::text as due
      from task t join customer c on c.contact_task_id = t.id and c.deleted_at is null join "user" u on u.id = t.assignee_id and u.superior_id is not null
      where t.state = 'open' and t.deleted_at is null and t.due_on <= ${before}::date order by t.due_on, t.id limit 5000`,
  )

/** Forms of visits that are late: not filed in time, or filed by a moment and not read. */
export const lateForms = (
  queries: Queries,
  now: string,
): Promise<{ id: string; by: string; superior: string | null; department: string | null; state: string; filedAt: string | null }[]> =>
  queries.rows(
    sql`select f.id, f.by_id as by, u.superior_id as superior, u.department_id as department, f.state, f.filed_at as "filedAt"
      from visit_form f join "user" u on u.id = f.by_id
      where f.deleted_at is null and ((f.state = 'open' and f.due_at < ${now}::timestamptz) or f.state = 'filed') order by f.id limit 5000`,
  )

/** A visitor's visits of a day, with where the customers are: by the last check-in there, and by their address. */
export const visitsOf = (queries: Queries, user: string, from: string, until: string) =>
  queries.rows<{
    id: string
    subject: string
    customer: string
    at: string
    state: string
    latitude: string | null
    longitude: string | null
    district: string | null
    form: string | null
    formState: string | null
  }>(
    sql`select a.id, a.subject, a.customer_id as customer, a.at, a.state, p.latitude, p.longitude, d.district, f.id as form, f.state as "formState"
      from activity a
      left join lateral (select latitude, longitude from visit_form v where v.customer_id = a.customer_id and v.latitude is not null and v.deleted_at is null
        order by v.checked_in_at desc limit 1) p on true
      left join lateral (select region_code as district from address s where s.customer_id = a.customer_id and s.deleted_at is null and s.region_code is not null
        order by s.created_at limit 1) d on true
      left join visit_form f on f.visit_id = a.id and f.deleted_at is null
      where a.by_id = ${user} and a.kind = 'visit' and a.state <> 'cancelled' and a.deleted_at is null and a.at >= ${from}::timestamptz and a.at < ${until}::timestamptz
      order by a.at, a.id limit 100`,
  )

/** How many visits a manager owes this month by the service levels, and how many he has paid, by tier. */
export const quotaOf = (
  queries: Queries,
  user: string,
  from: string,
  until: string,
): Promise<{ tier: string; customers: number; wanted: number; paid: number }[]> =>
  queries.rows(
    sql`select s.tier, count(c.id)::integer as customers, (count(c.id) * s.visits)::integer as wanted,
        coalesce(sum(least(s.visits, (select count(*) from activity a where a.customer_id = c.id and a.kind = 'visit' and a.state = 'done' and a.deleted_at is null
          and a.at >= ${from}::timestamptz and a.at < ${until}::timestamptz))), 0)::integer as paid
      from (select tier, max(visits_per_month) as visits from service_level where deleted_at is null and visits_per_month > 0 group by tier) s
      left join customer c on c.owner_id = ${user} and c.tier = s.tier and c.deleted_at is null
      group by s.tier, s.visits order by s.tier`,
  )

export const namesOf = async (queries: Queries, users: readonly string[]): Promise<Map<string, string>> =>
  new Map(
    (await queries.rows<{ id: string; name: string }>(sql`select id, name from "user" where id = any(${users}::uuid[])`)).map(
      ({ id, name }) => [id, name],
    ),
  )
