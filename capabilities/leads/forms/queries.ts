import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import type { FormDefinition } from '../rules/form-fields.ts'

export interface StoredForm extends FormDefinition {
  id: string
  name: string
  source: string
  campaign: string | null
  hosts: { site: string }[]
  allowsPlain: boolean
  secret: string
  isOpen: boolean
}

export const readForm = (queries: Queries, id: string): Promise<StoredForm | undefined> =>
  queries.row(
    sql`select id, name, title, intro, fields, needed, interests, consent, thanks, source, campaign, hosts, allows_plain as "allowsPlain", secret, state = 'open' as "isOpen"
      from web_form where id = ${id}::uuid and deleted_at is null`,
  )

/** Uses a token up. False where it has been used. */
export async function useToken(queries: Queries, nonce: string, now: string): Promise<boolean> {
  await queries.run(sql`delete from web_form_token where at < ${now}::timestamptz - interval '2 days'`)
  return (
    (await queries.run(sql`insert into web_form_token (nonce, at) values (${nonce}, ${now}::timestamptz) on conflict do nothing`)) === 1
  )
}

/** Counts what a form took and what it did not believe. */
export const countSent = (queries: Queries, form: string, day: string, what: 'taken' | 'refused'): Promise<number> =>
  queries.run(
    sql`insert into web_form_day as d (form_id, day, taken, refused) values (${form}::uuid, ${day}::date, ${what === 'taken' ? 1 : 0}, ${what === 'refused' ? 1 : 0})
      on conflict (form_id, day) do update set taken = d.taken + excluded.taken, refused = d.refused + excluded.refused`,
  )

/** What a form took in the last thirty days. */
export async function figuresOf(queries: Queries, form: string, since: string): Promise<{ taken: number; refused: number }> {
  const row = await queries.row<{ taken: number; refused: number }>(
    sql`select coalesce(sum(taken), 0)::int as taken, coalesce(sum(refused), 0)::int as refused from web_form_day where form_id = ${form}::uuid and day >= ${since}::date`,
  )
  return row ?? { taken: 0, refused: 0 }
}
