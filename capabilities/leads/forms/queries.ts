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

/** Counts what a form did not believe. */
export const countRefused = (queries: Queries, form: string, day: string): Promise<number> =>
  queries.run(
    sql`insert into web_form_day as d (form_id, day, refused) values (${form}::uuid, ${day}::date, 1)
      on conflict (form_id, day) do update set refused = d.refused + 1`,
  )

/** What a form took since a day, and what it turned away. */
export async function figuresOf(queries: Queries, form: string, since: string): Promise<{ taken: number; refused: number }> {
  const row = await queries.row<{ taken: number; refused: number }>(
    sql`select (select count(*)::int from enquiry where form_id = ${form}::uuid and at >= ${since}::date and deleted_at is null) as taken,
      (select coalesce(sum(refused), 0)::int from web_form_day where form_id = ${form}::uuid and day >= ${since}::date) as refused`,
  )
  return row ?? { taken: 0, refused: 0 }
}
