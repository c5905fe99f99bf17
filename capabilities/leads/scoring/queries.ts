import { compileSql } from '#engine/access/condition-sql.ts'
import type { Condition } from '#engine/access/rules.ts'
import type { House } from '#engine/record/house.ts'
import type { FilterTree } from '#engine/record/fields/index.ts'
import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import type { Words } from '#engine/text/words.ts'
import { noLeads } from '../rules/closing.ts'
import { openStates } from '../rules/lead-life.ts'
import type { LeadToJudge } from '../rules/lead-facts.ts'
import type { LogisticModel } from '../rules/logistic.ts'

export interface StoredRule {
  id: string
  name: Words
  filter: FilterTree
  points: number
}

export const rulesInUse = (queries: Queries): Promise<StoredRule[]> =>
  queries.rows(sql`select id, name, filter, points from score_rule where not is_off and deleted_at is null order by id limit 200`)

/** Which of these leads meet a condition. */
export const meeting = async (queries: Queries, house: House, ids: readonly string[], condition: Condition): Promise<Set<string>> =>
  new Set(
    (
      await queries.rows<{ id: string }>(
        sql`select t.id from lead t where t.id = any(${ids}::uuid[]) and ${compileSql(house, house.shapes.get('lead')!, condition, 't')}`,
      )
    ).map(({ id }) => id),
  )

const toJudge = sql`l.id, l.source, l.source_detail as "sourceDetail", l.region, l.interest, l.company, l.email, l.mobile, l.planned_for as "plannedFor", l.budget::text as budget,
  l.referred_by_id as "referredBy", extract(hour from l.created_at at time zone 'Asia/Shanghai')::int as hour,
  (select count(*)::int from enquiry e where e.lead_id = l.id and e.deleted_at is null) as enquiries`

export const leadsToJudge = (queries: Queries, ids: readonly string[]): Promise<(LeadToJudge & { id: string })[]> =>
  queries.rows(sql`select ${toJudge} from lead l where l.id = any(${ids}::uuid[])`)

/** Leads that have ended, the latest first: what a model is learned from. */
export const endedLeads = (queries: Queries, limit: number): Promise<(LeadToJudge & { id: string; isWon: boolean })[]> =>
  queries.rows(
    sql`select ${toJudge}, l.state = 'converted' as "isWon" from lead l
      where l.deleted_at is null and (l.state = 'converted' or (l.state = 'closed' and l.close_reason <> all(${[...noLeads]}))) order by l.id desc limit ${limit}`,
  )

/** Open leads, page by page. */
export const openLeads = async (queries: Queries, after: string, limit: number): Promise<string[]> =>
  (
    await queries.rows<{ id: string }>(
      sql`select id from lead where state = any(${[...openStates]}) and deleted_at is null and id > ${after}::uuid order by id limit ${limit}`,
    )
  ).map(({ id }) => id)

/** The model in use, if there is one. */
export const modelInUse = async (queries: Queries): Promise<LogisticModel | undefined> =>
  (
    await queries.row<{ weights: LogisticModel }>(
      sql`select w.weights from lead_model m join lead_model_weights w on w.model_id = m.id where m.state = 'active' and m.deleted_at is null order by m.id desc limit 1`,
    )
  )?.weights
