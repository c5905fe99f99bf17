import type { BesideFile } from '../actions/score-file.ts'
import type { Queries } from '#engine/store/database.ts'
import type { Shape } from '#engine/record/house.ts'
import { readRows, type StoredRow } from '#engine/store/rows.ts'
import { sql } from '#engine/store/sql.ts'
import { addDays } from '#engine/time/days.ts'
import { companyZone, instantOfLocal } from '#engine/time/zone.ts'

/** What customers' files are scored by beside their own values. */
export async function besideFiles(queries: Queries, ids: readonly string[]): Promise<Map<string, BesideFile>> {
  const rows = await queries.rows<BesideFile & { id: string }>(
    sql`select c.id, c.owner_id is not null and not coalesce(u.is_active and u.deleted_at is null, false) as "ownerIsGone",
        case when k.id is not null then jsonb_build_object('id', k.id, 'name', k.name, 'mobile', k.mobile, 'telephone', k.telephone, 'email', k.email, 'wechat', k.wechat) end as contact,
        exists (select 1 from duplicate d join customer o on o.id = d.other_id and o.deleted_at is null
          where d.customer_id = c.id and d.deleted_at is null and d.state = 'open')
        or exists (select 1 from duplicate d join customer o on o.id = d.customer_id and o.deleted_at is null
          where d.other_id = c.id and d.deleted_at is null and d.state = 'open') as "isDouble"
      from customer c left join contact k on k.id = c.primary_contact_id and k.deleted_at is null left join "user" u on u.id = c.owner_id
      where c.id = any(${ids}::uuid[])`,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Of new customers those that were scored when they were made and whose owner is still here. */
export async function scoredFiles(queries: Queries, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await queries.arrays(
    sql`select c.id from customer c left join "user" u on u.id = c.owner_id
      where c.id = any(${ids}::uuid[]) and c.quality is not null and (c.owner_id is null or (u.is_active and u.deleted_at is null))`,
  )
  return new Set(rows.map(([id]) => id as string))
}

/** The customers on both sides of these pairs, and of the open pairs of these customers. */
export const sidesOf = async (queries: Queries, pairs: readonly string[], customers: readonly string[]): Promise<string[]> =>
  pairs.length + customers.length === 0
    ? []
    : ((
        await queries.arrays(
          sql`select customer_id, other_id from duplicate where id = any(${pairs}::uuid[]) or other_id = any(${customers}::uuid[])`,
        )
      ).flat() as string[])

/** Customers in the order of their ids; those of one owner, where one is named. */
export const customersAfter = async (queries: Queries, after: string, limit: number, owner?: string): Promise<string[]> =>
  (
    await queries.arrays(
      sql`select id from customer where deleted_at is null and id > ${after}::uuid ${owner ? sql`and owner_id = ${owner}` : sql.empty} order by id limit ${limit}`,
    )
  ).map(([id]) => id as string)

/** Customers whose score changes by the passing of time. */
export const filesToRecheck = async (queries: Queries, today: string, limit: number): Promise<string[]> =>
  (
    await queries.arrays(
      sql`select id from customer where deleted_at is null and recheck_on <= ${today}::date order by recheck_on limit ${limit}`,
    )
  ).map(([id]) => id as string)

/** Files that nobody has confirmed in time, without an open task to do so. */
export const overdueFiles = (
  queries: Queries,
  today: string,
  after: string,
  limit: number,
): Promise<{ id: string; kind: string; tier: string | null; stage: string; owner: string | null }[]> =>
  queries.rows(
    sql`select c.id, c.kind, c.tier, c.stage, c.owner_id as owner from customer c
        left join task t on t.id = c.confirm_task_id and t.state = 'open' and t.deleted_at is null
      where c.deleted_at is null and c.confirm_by < ${today}::date and t.id is null and c.id > ${after}::uuid order by c.id limit ${limit}`,
  )

/** The departments of those of these users who are at work here. */
export const departmentsOf = async (queries: Queries, users: readonly string[]): Promise<Map<string, string | null>> =>
  new Map(
    (await queries.arrays(
      sql`select id, department_id from "user" where id = any(${users}::uuid[]) and is_active and deleted_at is null`,
    )) as [string, string | null][],
  )

const nobody = '00000000-0000-0000-0000-000000000000'

/** Writes down how good the files are on a day, by owner and department. Taken again on the same day, it takes the place of what was. */
export async function takeQualityDay(tx: Queries, day: string): Promise<void> {
  const endOfDay = instantOfLocal(addDays(day, 1), 0, 0, 0, companyZone)
  await tx.run(sql`set local statement_timeout = '15min'`)
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended('quality-day', 12))`)
  await tx.run(sql`delete from quality_day where day = ${day}`)
  await tx.run(
    sql`insert into quality_day (day, owner_id, department_id, customers, points, missing, doubtful, stale, double)
      select ${day}::date, coalesce(owner_id, ${nobody}::uuid), coalesce(department_id, ${nobody}::uuid), count(*), sum(quality),
        count(*) filter (where quality_faults @> '{missing}'), count(*) filter (where quality_faults @> '{doubtful}'),
        count(*) filter (where quality_faults @> '{stale}'), count(*) filter (where quality_faults @> '{double}')
      from customer where deleted_at is null and quality is not null and created_at < ${endOfDay} group by 2, 3`,
  )
}

/**
 * The last day on which files were counted and days before it, oldest first: the last of each stretch of time, so that a year is not read
 * day by day.
 * @param stretch days
 */
export const measuredDays = async (queries: Queries, stretches: number, stretch: number): Promise<string[]> =>
  (
    await queries.arrays(
      sql`select d.day::text from (select max(day) as day from quality_day) l cross join generate_series(${stretches}::int - 1, 0, -1) i
        cross join lateral (select max(q.day) as day from quality_day q where q.day <= l.day - i * ${stretch}::int and q.day > l.day - (i + 1) * ${stretch}::int) d
      where d.day is not null order by d.day`,
    )
  ).map(([day]) => day as string)

/** By whom and for which department files were counted on these days. */
export const qualityKeys = (queries: Queries, days: readonly string[]): Promise<{ owner: string | null; department: string | null }[]> =>
  queries.rows(
    sql`select nullif(owner_id, ${nobody}::uuid) as owner, nullif(department_id, ${nobody}::uuid) as department
      from quality_day where day = any(${days}::date[]) group by 1, 2`,
  )

/** How good files were on a day: of all, of an owner's or of a department's. */
export interface QualityOfDay {
  day: string
  by: 'all' | 'owner' | 'department'
  /** The owner or department; null for none. */
  key: string | null
  customers: number
  score: number
  missing: number
  doubtful: number
  stale: number
  double: number
}

/** The days of these owners and departments, added up by owner, by department and over all of them; oldest first. */
export const qualityDays = (
  queries: Queries,
  days: readonly string[],
  keys: readonly { owner: string | null; department: string | null }[],
): Promise<QualityOfDay[]> =>
  queries.rows(
    sql`select q.day::text, case when grouping(q.owner_id) = 0 then 'owner' when grouping(q.department_id) = 0 then 'department' else 'all' end as by,
        nullif(case when grouping(q.owner_id) = 0 then q.owner_id else q.department_id end, ${nobody}::uuid) as key,
        sum(q.customers)::int as customers, round(sum(q.points)::numeric / sum(q.customers))::int as score, sum(q.missing)::int as missing,
        sum(q.doubtful)::int as doubtful, sum(q.stale)::int as stale, sum(q.double)::int as double
      from quality_day q join unnest(${keys.map(({ owner }) => owner ?? nobody)}::uuid[], ${keys.map(({ department }) => department ?? nobody)}::uuid[])
        as seen(owner_id, department_id) on seen.owner_id = q.owner_id and seen.department_id = q.department_id
      where q.day = any(${days}::date[]) group by grouping sets ((q.day), (q.day, q.owner_id), (q.day, q.department_id)) order by q.day`,
  )

/** The score of a file at the end of a day. */
export interface QualityStep {
  customer: string
  day: string
  score: number
}

const asRows = (steps: readonly QualityStep[]) =>
  sql`select s.customer_id, s.day, s.score from unnest(${steps.map(({ customer }) => customer)}::uuid[], ${steps.map(({ day }) => day)}::date[],
    ${steps.map(({ score }) => score)}::int[]) as s(customer_id, day, score)`

/** Writes down what has changed; of a day its last score counts. */
export const writeSteps = async (tx: Queries, steps: readonly QualityStep[]): Promise<void> => {
  if (steps.length > 0)
    await tx.run(
      sql`insert into quality_step (customer_id, day, score) ${asRows(steps)} on conflict (customer_id, day) do update set score = excluded.score`,
    )
}

/** Writes down what files had from the beginning, where nothing has changed so far: of most of them nothing ever needs to be kept. */
export const writeFirstSteps = async (tx: Queries, steps: readonly QualityStep[]): Promise<void> => {
  if (steps.length > 0)
    await tx.run(
      sql`insert into quality_step (customer_id, day, score) ${asRows(steps)}
        where not exists (select 1 from quality_step known where known.customer_id = s.customer_id)`,
    )
}

/** The days on which the score of a file has changed, and what it was at their end; oldest first. */
export const stepsOf = (queries: Queries, customer: string): Promise<{ day: string; score: number }[]> =>
  queries.rows(
    sql`select day::text, score from (select day, score from quality_step where customer_id = ${customer} order by day desc limit 60) s order by day`,
  )

/** One row of a record as it is stored. */
export const readFile = async (queries: Queries, shape: Shape, id: string): Promise<StoredRow | undefined> =>
  (await readRows(queries, shape, [id]))[0]

/** A clean-up that has begun. */
export const runningCleanup = (queries: Queries, id: string): Promise<{ owner: string; list: string; filter: unknown } | undefined> =>
  queries.row(
    sql`select owner_id as owner, list_id as list, filter from cleanup where id = ${id} and state = 'running' and deleted_at is null`,
  )

/** How many files of a clean-up are not good enough yet, by owner. */
export const filesLeft = (queries: Queries, cleanup: string): Promise<{ assignee: string; files: number }[]> =>
  queries.rows(
    sql`select c.owner_id as assignee, count(*)::int as files from cleanup k
        join listing l on l.segment_id = k.list_id and l.deleted_at is null
        join customer c on c.id = l.customer_id and c.deleted_at is null and coalesce(c.quality, 0) < k.target
        join "user" u on u.id = c.owner_id and u.is_active and u.deleted_at is null
      where k.id = ${cleanup} group by 1 order by 1`,
  )

/** Open tasks of clean-ups whose assignees have nothing left to mend. What was handed on is left to whoever has it now. */
export const settledTasks = async (queries: Queries): Promise<string[]> =>
  (
    await queries.arrays(
      sql`select t.id from cleanup k join task t on t.about_id = k.id and t.state = 'open' and t.deleted_at is null
        where k.state = 'running' and k.deleted_at is null and t.givers_ids <@ array[k.owner_id] and not exists (
          select 1 from listing l join customer c on c.id = l.customer_id where l.segment_id = k.list_id and l.deleted_at is null
            and c.deleted_at is null and c.owner_id = t.assignee_id and coalesce(c.quality, 0) < k.target)
        order by t.id limit 1000`,
    )
  ).map(([id]) => id as string)
