import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import type { Words } from '#engine/text/words.ts'
import type { Reached, Way } from './rules/arrangement.ts'
import type { PlanFor, PlannedFacts } from './rules/plan-in-force.ts'

export interface Plan extends PlanFor {
  name: Words
  way: Way
  /** The code of the purpose it serves. */
  purpose: string | null
  content: Words | null
  by: string | null
  mostPerDay: number
}

/** The plans in use: those for more than one customer, and those for any of these customers. */
export const plansInUse = (queries: Queries, customers: readonly string[]): Promise<Plan[]> =>
  queries.rows<Plan>(
    sql`select p.id, p.name, p.target, p.customer_id as customer, p.segment_id as segment, p.tier, p."group", p.department_id as department,
        p.every, p.unit, p.way, u.code as purpose, p.content, p.by_id as by, p.most_per_day as "mostPerDay"
      from contact_plan p left join purpose u on u.id = p.purpose_id
      where p.state = 'active' and p.deleted_at is null and p.target <> 'customer'
    union all
    select p.id, p.name, p.target, p.customer_id, p.segment_id, p.tier, p."group", p.department_id,
        p.every, p.unit, p.way, u.code, p.content, p.by_id, p.most_per_day
      from contact_plan p left join purpose u on u.id = p.purpose_id
      where p.state = 'active' and p.deleted_at is null and p.target = 'customer' and p.customer_id = any(${customers}::uuid[])`,
  )

/** What is known of a customer that has to do with plans: what decides which one holds, and how it stands. */
export interface PlannedCustomer extends PlannedFacts {
  owner: string | null
  department: string | null
  since: string
  last: string | null
  plan: string | null
  dueOn: string | null
  askedOn: string | null
  taskId: string | null
  task: 'none' | 'open' | 'closed'
}

/**
 * Reads customers with all that decides about their plans.
 * @param segments those of plans in use; only whether somebody is in one of them is asked
 */
export async function plannedCustomers(queries: Queries, ids: readonly string[], segments: readonly string[]): Promise<PlannedCustomer[]> {
  const above = await departmentsAbove(queries)
  const rows = await queries.rows<Omit<PlannedCustomer, 'departments'>>(
    sql`select c.id, c.tier, c.stage, c.source, c.owner_id as owner, c.department_id as department, c.created_at as since, c.last_contact_at as last,
        c.contact_plan_id as plan, c.next_contact_on as "dueOn", c.contact_asked_on as "askedOn", c.contact_task_id as "taskId",
        case when c.contact_task_id is null then 'none' when t.state = 'open' and t.deleted_at is null then 'open' else 'closed' end as task,
        (select count(*)::int from asset a where a.customer_id = c.id and a.deleted_at is null and a.state = 'inUse') as "assetsInUse",
        exists (select 1 from asset a where a.customer_id = c.id and a.deleted_at is null)
          or exists (select 1 from holding h where h.customer_id = c.id and h.deleted_at is null) as "hadAssets",
        exists (select 1 from relation r where r.customer_id = c.id and r.deleted_at is null and r.kind = 'referrer') as "hasReferrer",
        array(select s.segment_id from segment_stay s where s.segment_id = any(${segments}::uuid[]) and s.record_id = c.id and s.left_at is null) as segments
      from customer c left join task t on t.id = c.contact_task_id
      where c.id = any(${ids}::uuid[]) and c.deleted_at is null order by c.id`,
  )
  return rows.map((row) => ({ ...row, departments: above(row.department) }))
}

/** A department and those above it, the nearest first. */
async function departmentsAbove(queries: Queries): Promise<(department: string | null) => string[]> {
  const rows = await queries.rows<{ id: string; parent: string | null }>(
    sql`select id, parent_id as parent from department where deleted_at is null`,
  )
  const parents = new Map(rows.map(({ id, parent }) => [id, parent]))
  return (department) => {
    const found: string[] = []
    for (let id = department; id && !found.includes(id); id = parents.get(id) ?? null) found.push(id)
    return found
  }
}

/** Customers whose contact is due by a day and for whom nobody has been asked, the longest waiting first. Only these stand in the index. */
export const waitingCustomers = (
  queries: Queries,
  { today, after, limit }: { today: string; after: { on: string; id: string } | null; limit: number },
): Promise<{ id: string; on: string }[]> =>
  queries.rows(
    sql`select id, contact_waits_on::text as on from customer
      where contact_waits_on is not null and contact_waits_on <= ${today}::date and deleted_at is null
        ${after ? sql`and (contact_waits_on, id) > (${after.on}::date, ${after.id}::uuid)` : sql.empty}
      order by contact_waits_on, id limit ${limit}`,
  )

/**
 * The next customers that a plan may concern, in the order of their ids: whom it is for never changes, and whoever falls out of a tier or a
 * group is reckoned anew when he does. Of a segment also those who have left it since a moment.
 */
export async function concernedBy(
  queries: Queries,
  plan: string,
  { after, since, limit }: { after: string; since: string; limit: number },
): Promise<string[]> {
  const found = await queries.row<{ target: PlanFor['target']; tier: string | null; segment: string | null; customer: string | null }>(
    sql`select target, tier, segment_id as segment, customer_id as customer from contact_plan where id = ${plan}`,
  )
  if (!found) return []
  const { target, tier, segment, customer } = found
  const page = sql`deleted_at is null and id > ${after}::uuid order by id limit ${limit}`
  const rows = await queries.rows<{ id: string }>(
    {
      group: sql`select id from customer where ${page}`,
      tier: sql`select id from customer where tier = ${tier} and ${page}`,
      segment: sql`(select record_id as id from segment_stay where segment_id = ${segment} and left_at is null and record_id > ${after}::uuid
            order by record_id limit ${limit})
          union (select record_id from segment_stay where segment_id = ${segment} and left_at >= ${since}::timestamptz and record_id > ${after}::uuid
            order by record_id limit ${limit}) order by 1 limit ${limit}`,
      customer: sql`select id from customer where id = ${customer} and ${page}`,
    }[target],
  )
  return rows.map(({ id }) => id)
}

/** Plans in use for segments. */
export const segmentPlans = async (queries: Queries): Promise<string[]> =>
  (
    await queries.rows<{ id: string }>(
      sql`select id from contact_plan where state = 'active' and deleted_at is null and target = 'segment' order by id`,
    )
  ).map(({ id }) => id)

/** The customers for whom these tasks were made. */
export const customersOfTasks = async (queries: Queries, tasks: readonly string[]): Promise<string[]> =>
  (
    await queries.rows<{ id: string }>(sql`select id from customer where contact_task_id = any(${tasks}::uuid[]) and deleted_at is null`)
  ).map(({ id }) => id)

/** Whom one speaks to at each of these customers: the primary contact, and how he likes to be reached. */
export async function peopleReached(queries: Queries, customers: readonly string[]): Promise<Map<string, Reached & { id: string }>> {
  const rows = await queries.rows<Reached & { id: string; customer: string }>(
    sql`select c.id as customer, k.id, k.name, k.preferred_channel as "preferredChannel", k.reachable_from as "reachableFrom",
        k.reachable_to as "reachableTo", k.is_restricted as "isRestricted"
      from customer c join contact k on k.id = c.primary_contact_id and k.deleted_at is null where c.id = any(${customers}::uuid[])`,
  )
  return new Map(rows.map(({ customer, ...person }) => [customer, person]))
}

/** Whoever of these users is at work here, with his department and his language. */
export async function colleagues(
  queries: Queries,
  ids: readonly string[],
): Promise<Map<string, { department: string | null; locale: 'zh' | 'en' | null }>> {
  const rows = await queries.rows<{ id: string; department: string | null; locale: 'zh' | 'en' | null }>(
    sql`select id, department_id as department, locale from "user" where id = any(${ids}::uuid[]) and is_active and deleted_at is null`,
  )
  return new Map(rows.map(({ id, ...rest }) => [id, rest]))
}

/** How many contacts each of these colleagues has been asked for by plans, by day from one on. */
export async function askedPerDay(queries: Queries, users: readonly string[], from: string): Promise<Map<string, Map<string, number>>> {
  const rows = await queries.rows<{ user: string; on: string; n: number }>(
    sql`select t.assignee_id as user, t.due_on::text as on, count(*)::int as n from task t
      where t.assignee_id = any(${users}::uuid[]) and t.state = 'open' and t.deleted_at is null and t.due_on >= ${from}::date
        and exists (select 1 from customer c where c.contact_task_id = t.id and c.deleted_at is null) group by 1, 2`,
  )
  return new Map([...Map.groupBy(rows, ({ user }) => user)].map(([user, days]) => [user, new Map(days.map(({ on, n }) => [on, n]))]))
}
