import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import type { CustomerToMatch } from './rules/matching.ts'

interface Row {
  id: string
  kind: CustomerToMatch['kind']
  name: string
  short_name: string | null
  region: string | null
  address: string | null
  phone: string | null
  email: string | null
  website: string | null
  uscc: string | null
  external_code: string | null
  industry: string | null
  employees: number | null
  phones: string[] | null
  emails: string[] | null
  id_number: string | null
  birthday: string | null
}

/**
 * What of customers is compared: their own facts, those of the contact who is the customer himself, and their further identities. Numbers
 * that several share are left out.
 */
export async function customersToMatch(queries: Queries, ids: readonly string[]): Promise<Map<string, CustomerToMatch>> {
  const rows = await queries.rows<Row>(
    sql`select c.id, c.kind, c.name, c.short_name, c.region, c.address, c.phone, c.email, c.website, c.uscc, c.external_code, c.industry, c.employees,
        s.phones, s.emails, s.id_number, s.birthday::text as birthday
      from customer c left join lateral (
        select array_remove(array_agg(p), null) as phones, array_remove(array_agg(e), null) as emails, max(n) as id_number, max(b) as birthday from (
          select k.mobile as p, k.email as e, k.id_number as n, k.birthday as b from contact k
            where k.customer_id = c.id and k.deleted_at is null and 'self' = any(k.roles)
          union all select k.telephone, null, null, null from contact k where k.customer_id = c.id and k.deleted_at is null and 'self' = any(k.roles)
          union all select case when i.kind = 'phone' then i.value end, case when i.kind = 'email' then i.value end, null, null from identity i
            where i.customer_id = c.id and i.deleted_at is null and not i.is_shared
        ) x) s on true
      where c.id = any(${ids}::uuid[]) and c.deleted_at is null`,
  )
  return new Map(
    rows.map((row): [string, CustomerToMatch] => [
      row.id,
      {
        kind: row.kind,
        name: row.name,
        shortName: row.short_name,
        region: row.region,
        address: row.address,
        phones: [row.phone, ...(row.phones ?? [])].filter((phone) => phone !== null),
        emails: [row.email, ...(row.emails ?? [])].filter((email) => email !== null),
        website: row.website,
        identityNumbers: [row.uscc, row.id_number],
        externalCode: row.external_code,
        birthday: row.birthday,
        industry: row.industry,
        employees: row.employees,
      },
    ]),
  )
}

/** Which of these pairs have been brought up before, whatever became of them. */
export const knownPairs = async (queries: Queries, pairs: readonly string[]): Promise<Set<string>> =>
  new Set(
    (await queries.arrays(sql`select value from claim where identity = 'duplicatePair' and value = any(${pairs}::text[])`)).map(
      ([pair]) => pair as string,
    ),
  )

/** The living entries of a customer on a list: at most one, or two where two customers have become one. */
export async function listingsOf(queries: Queries, segment: string, customer: string): Promise<string[]> {
  const rows = await queries.rows<{ id: string }>(
    sql`select id from listing where customer_id = ${customer} and segment_id = ${segment} and deleted_at is null`,
  )
  return rows.map(({ id }) => id)
}

/** The segments whose history is kept. */
export const activeSegments = async (queries: Queries): Promise<string[]> =>
  (await queries.rows<{ id: string }>(sql`select id from segment where state = 'active' and deleted_at is null order by id`)).map(
    ({ id }) => id,
  )
