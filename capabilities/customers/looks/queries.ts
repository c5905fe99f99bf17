import { firstIdAt } from '#engine/store/id.ts'
import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'

/** A customer that somebody looked at without having anything to do with it. */
export interface Look {
  user: string
  customer: string
  /** The last look within the time. */
  at: string
  /** So many masked values were revealed. */
  revealed: number
}

/** So far back what somebody did with a customer is a reason to look at it. */
const reasonDays = 30
const longest = 500

/**
 * What these users looked at within a time without a current reason: pages that they opened and masked values that they had shown, of
 * customers and their contacts, where the looker neither owns the customer nor supervises its owner, was not let in, has no open task about it, no
 * contact with it lately or planned, and has changed nothing of it.
 */
export const looksWithoutReason = (queries: Queries, users: readonly string[], from: number, until: number): Promise<Look[]> =>
  queries.rows<Look>(
    sql`with recursive looker as (select unnest(${users}::uuid[]) as id),
      below as (select l.id as boss, l.id as id from looker l union select b.boss, u.id from below b join "user" u on u.superior_id = b.id where u.deleted_at is null),
      seen as (
        select o.user_id, case o.record when 'customer' then o.record_id else c.customer_id end as customer_id, o.at, 0 as revealed
          from looker l join opened o on o.user_id = l.id left join contact c on o.record = 'contact' and c.id = o.record_id
          where o.record in ('customer', 'contact') and o.at >= ${new Date(from).toISOString()} and o.at < ${new Date(until).toISOString()}
        union all
        select e.actor_id, e.root_id, e.at, 1 from unnest(array['customer.revealed', 'contact.revealed']) t(type)
          join event e on e.type = t.type and e.id >= ${firstIdAt(from)}::uuid and e.id < ${firstIdAt(until)}::uuid
          where e.actor_id in (select id from looker)),
      look as (select user_id, customer_id, max(at) as at, sum(revealed)::integer as revealed from seen where customer_id is not null group by 1, 2)
      select k.user_id as "user", k.customer_id as customer, k.at, k.revealed
      from look k join customer c on c.id = k.customer_id and c.deleted_at is null join "user" u on u.id = k.user_id
      where not exists (select 1 from below b where b.boss = k.user_id and b.id = c.owner_id)
        and not exists (select 1 from collaborator s where s.record_id = c.id and s.principal_id in (k.user_id, u.department_id))
        and not exists (select 1 from task t where t.about_id = c.id and t.assignee_id = k.user_id and t.state = 'open' and t.deleted_at is null)
        and not exists (select 1 from activity a where a.customer_id = c.id and a.by_id = k.user_id and a.deleted_at is null
          and a.at >= ${new Date(from - reasonDays * 86_400_000).toISOString()})
        and not exists (select 1 from event e where e.root_id = c.id and e.actor_id = k.user_id and e.type not like '%.revealed'
          and e.id >= ${firstIdAt(from - reasonDays * 86_400_000)}::uuid)
      order by k.revealed desc, k.at desc, k.customer_id limit ${longest}`,
  )

/** Who has people under him, and whom: everybody below, whichever way, as his rights and the page of looks have it. */
export const supervisors = async (queries: Queries): Promise<{ id: string; reports: string[] }[]> =>
  queries.rows(
    sql`with recursive below as (select superior_id as boss, id from "user" where superior_id is not null and deleted_at is null
        union select b.boss, u.id from below b join "user" u on u.superior_id = b.id where u.deleted_at is null)
      select b.boss as id, array_agg(b.id) as reports from below b join "user" u on u.id = b.boss and u.deleted_at is null and u.is_active
        where b.id <> b.boss group by b.boss order by b.boss`,
  )
