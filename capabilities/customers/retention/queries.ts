import { compileSql } from '#engine/access/condition-sql.ts'
import type { Condition } from '#engine/access/rules.ts'
import type { RowOf } from '#engine/record/define-record.ts'
import type { House, Shape } from '#engine/record/house.ts'
import { snake } from '#engine/store/columns.ts'
import type { Queries } from '#engine/store/database.ts'
import { firstIdAt, newId } from '#engine/store/id.ts'
import { readRows } from '#engine/store/rows.ts'
import { sql, type Sql } from '#engine/store/sql.ts'
import { rootColumn } from '#engine/store/table.ts'
import { companyZone, dayAt } from '#engine/time/zone.ts'
import type { RetentionRule } from '../records/retention-rule.ts'
import type { CountedFrom, Retained, SpareReason } from '../rules/retention.ts'

export type Rule = RowOf<typeof RetentionRule>

const aDay = 86_400_000
const longestRun = aDay / 4

/** The name of a run: what it finds is kept under it. */
export const newRun = newId

/** A rule as it stands, with what is measured of it; undefined where it lies in the recycle bin. */
export async function readRule(queries: Queries, house: House, id: string): Promise<Rule | undefined> {
  const [row] = await readRows(queries, house.shapes.get('retentionRule')!, [id])
  return row && !row.deletedAt ? (row as unknown as Rule) : undefined
}

/** From when the time of the row `t` is counted; nothing where it has no such day. */
function sinceSql(what: Retained, since: CountedFrom): Sql {
  switch (since) {
    case 'created':
      return sql`t.created_at`
    case 'lastContact':
      return sql`coalesce(t.last_contact_at, t.created_at)`
    case 'happened':
      return sql`t.at`
    case 'recycled':
      return sql`t.deleted_at`
    case 'ended':
      return what === 'asset'
        ? sql`(greatest(t.renewal_on, t.warranty_until)::timestamp at time zone ${companyZone}::text)`
        : sql`(select max(greatest(a.renewal_on, a.warranty_until))::timestamp at time zone ${companyZone}::text from asset a where a.customer_id = t.id and a.deleted_at is null)`
    case 'withdrawn':
      // The last word on every purpose and way is that he does not want it.
      return sql`(select max(l.at) from (select distinct on (c.purpose_id, c.channel) c.decision, c.at from consent c
        where c.contact_id = t.id and c.deleted_at is null order by c.purpose_id, c.channel, c.at desc, c.id desc) l having bool_and(l.decision = 'withdrawn'))`
  }
}

interface Sparing {
  /** The customer that a row belongs to, as an expression; none where it belongs to no customer. */
  customer: Sql | undefined
  isInBin: boolean
  open: boolean
  inForce: boolean
  today: string
}

/** Why the row `t` is left alone: the weightiest reason, or nothing. */
function spareSql({ customer, isInBin, open, inForce, today }: Sparing): Sql {
  const when = (reason: SpareReason, test: Sql): Sql => sql` when ${test} then ${reason}::text`
  const cases = [
    ...(customer ? [when('hold', sql`exists (select 1 from customer h where h.id = ${customer} and h.legal_hold)`)] : []),
    ...(isInBin ? [when('merged', sql`exists (select 1 from merge m where m.goes_id = t.id and m.undone_at is null)`)] : []),
    ...(customer
      ? [
          when(
            'request',
            sql`exists (select 1 from subject_request r where r.customer_id = ${customer} and r.state in ('open', 'erasing') and r.deleted_at is null)`,
          ),
        ]
      : []),
    ...(customer && inForce
      ? [
          when(
            'inForce',
            sql`exists (select 1 from asset a where a.customer_id = ${customer} and a.deleted_at is null and greatest(a.renewal_on, a.warranty_until) >= ${today}::date)`,
          ),
        ]
      : []),
    ...(open
      ? [
          when(
            'open',
            sql`(exists (select 1 from task k where k.about_id = t.id and k.state = 'open' and k.deleted_at is null)
              or ${customer ? sql`exists (select 1 from activity p where p.customer_id = ${customer} and p.state = 'planned' and p.deleted_at is null)` : sql`false`})`,
          ),
        ]
      : []),
  ]
  return cases.length === 0 ? sql`null::text` : sql`case${sql.join(cases, '')} end`
}

export interface Run {
  run: string
  rule: string
  record: string
  table: string
  since: Sql
  spared: Sql
  where: Sql
  /** What is older than this is over. */
  before: string
}

/** What a run asks of one record type: the rows that meet the condition, the day that counts, and what is spared. */
export function runOn(house: House, shape: Shape, rule: Rule, run: string, condition: Condition, now: number): Run {
  const what = rule.what as Retained
  return {
    run,
    rule: rule.id,
    record: shape.name,
    table: snake(shape.name),
    since: sinceSql(what, rule.since as CountedFrom),
    spared: spareSql({
      customer: shape.root.name === 'customer' ? sql.id('t', rootColumn(shape)) : undefined,
      isInBin: what === 'bin',
      open: rule.sparesOpen === true && what !== 'bin',
      inForce: rule.sparesInForce === true,
      today: dayAt(now),
    }),
    where: compileSql(house, shape, condition, 't'),
    before: new Date(now - rule.days * aDay).toISOString(),
  }
}

const start = '00000000-0000-0000-0000-000000000000'

const insert = ({ run, rule, record, since, spared, where, before }: Run, rows: Sql): Sql =>
  sql`insert into retention_hit (run_id, rule_id, record, record_id, since, spared)
    select ${run}::uuid, ${rule}::uuid, ${record}, f.id, f.since, f.spared from (
      select t.id, d.since, ${spared} as spared from ${rows} t cross join lateral (select ${since} as since) d
      where ${where} and d.since < ${before}::timestamptz
    ) f on conflict do nothing`

/** Notes what of a table a rule reaches, some thousand rows at a time in the order of their ids. @returns how many living rows there are. */
export async function walkTable(queries: Queries, asked: Run, batch: number, go: () => void): Promise<number> {
  let all = 0
  for (let after: string | null = start; after !== null;) {
    go()
    const part: { n: number; last: string | null } | undefined = await queries.row(
      sql`select count(*) filter (where p.deleted_at is null) as n, (array_agg(p.id order by p.id desc))[1] as last
        from (select id, deleted_at from ${sql.id(asked.table)} where id > ${after}::uuid order by id limit ${batch}) p`,
    )
    if (part?.last)
      await queries.run(
        insert(
          asked,
          sql`(select * from ${sql.id(asked.table)} where id > ${after}::uuid and id <= ${part.last}::uuid and deleted_at is null)`,
        ),
      )
    all += part?.n ?? 0
    after = part?.last ?? null
  }
  return all
}

/** The same for the recycle bin of a table, which has an index of its own by the day. */
export const walkBin = (queries: Queries, asked: Run, most: number): Promise<number> =>
  queries.run(
    insert(
      asked,
      sql`(select * from ${sql.id(asked.table)} where deleted_at is not null and deleted_at < ${asked.before}::timestamptz order by deleted_at, id limit ${most})`,
    ),
  )

/** What earlier runs of a rule have found is not kept, save what its trial has found and what another run may still be finding. */
export const clearRuns = (queries: Queries, rule: string, trial: string | null): Promise<number> =>
  queries.run(
    sql`delete from retention_hit where rule_id = ${rule} and run_id::text <> ${trial ?? ''} and run_id < ${firstIdAt(Date.now() - longestRun)}::uuid`,
  )

export const countRun = (queries: Queries, run: string): Promise<{ spared: SpareReason | null; n: number }[]> =>
  queries.rows(sql`select spared, count(*) as n from retention_hit where run_id = ${run} group by spared order by spared`)

export interface Hit {
  record: string
  id: string
  since: string
}

/** What a run has found to do, or spared for a reason: the longest over first, from a place on. */
export const hitsOf = (
  queries: Queries,
  run: string,
  spared: string | null,
  limit: number,
  after?: { since: string; id: string },
): Promise<Hit[]> =>
  queries.rows(
    sql`select record, record_id as id, since from retention_hit where run_id = ${run} and spared is not distinct from ${spared}::text
      and ${after ? sql`(since, record_id) > (${after.since}::timestamptz, ${after.id}::uuid)` : sql`true`} order by since, record_id limit ${limit}`,
  )

/** The rules that act tonight. */
export const activeRules = async (queries: Queries): Promise<string[]> =>
  (await queries.rows<{ id: string }>(sql`select id from retention_rule where state = 'active' and deleted_at is null order by id`)).map(
    ({ id }) => id,
  )

/** By what somebody is erased: his customer, and his name as it must be typed. */
export const contactsToErase = (queries: Queries, ids: readonly string[]): Promise<{ id: string; customer: string; name: string }[]> =>
  queries.rows(sql`select id, customer_id as customer, name from contact where id = any(${ids}::uuid[]) and deleted_at is null order by id`)
