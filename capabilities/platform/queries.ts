import type { Actor } from '#engine/access/actor.ts'
import { advanceOperation, startOperation } from '#engine/action/operations.ts'
import type { ExportRuleRow } from '#engine/intake/export-rule.ts'
import type { ChoiceListRow } from '#engine/record/choice-lists.ts'
import type { CustomFieldRow } from '#engine/record/custom-fields.ts'
import type { LayoutRow } from '#engine/record/layouts.ts'
import type { NumberRuleRow } from '#engine/record/number-rules.ts'
import type { ClassRuleRow, FieldClassRow } from '#engine/record/secrecy.ts'
import type { Setup } from '#engine/record/setup.ts'
import { snake } from '#engine/store/columns.ts'
import { keepCustomIndexes } from '#engine/store/custom-indexes.ts'
import { orderKey } from '#engine/store/custom.ts'
import type { Database, Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import type { PlanOfBackups } from './rules/backup-plan.ts'

export interface StoredField extends CustomFieldRow {
  id: string
}

/** The custom fields that are in use, in the order in which they were made. */
export const readFields = (queries: Queries): Promise<StoredField[]> =>
  queries.rows<StoredField>(
    sql`select id, record, name, kind, label, hint, is_required as "isRequired", is_searchable as "isSearchable", choices, "to", initial, aliases, unit, min::text, max::text,
        is_guarded as "isGuarded", is_card as "isCard", only_when_field as "onlyWhenField", only_when_is as "onlyWhenIs",
        is_indexed as "isIndexed", index_state as "indexState" from custom_field where deleted_at is null order by id`,
  )

/** Which field of which record type a custom field is, retired or not. */
export const readField = (queries: Queries, id: string): Promise<{ record: string; name: string } | undefined> =>
  queries.row(sql`select record, name from custom_field where id = ${id}`)

/** Brings the indexes on custom fields to what is wanted. */
export const keepIndexes = keepCustomIndexes

/** What administrators have set up, as it stands now. */
export async function readSetup(queries: Queries): Promise<Setup> {
  const [customFields, choiceLists, layouts, numberRules, fieldClasses, classRules, exportRules] = await Promise.all([
    readFields(queries),
    queries.rows<ChoiceListRow>(sql`select record, field, choices from choice_list where deleted_at is null order by id`),
    queries.rows<LayoutRow>(
      sql`select record, role_id as role, choice, lines, hidden, columns, facts, related from layout where deleted_at is null order by id`,
    ),
    queries.rows<NumberRuleRow>(sql`select record, field, pattern, reset, start from number_rule where deleted_at is null order by id`),
    queries.rows<FieldClassRow>(sql`select record, field, secrecy from field_class where deleted_at is null order by id`),
    queries.rows<ClassRuleRow>(
      sql`select record, filter, from_class as "from", to_class as "to" from class_rule where deleted_at is null order by id`,
    ),
    queries.rows<ExportRuleRow>(
      sql`select record, rows, approved_by as "approvedBy", wait_hours as "waitHours", keep_hours as "keepHours" from export_rule where deleted_at is null order by id`,
    ),
  ])
  return { customFields, choiceLists, layouts, numberRules, fieldClasses, classRules, exportRules }
}

/** Whoever makes, retires or restores a field of this name, or changes its choices, waits for the others who do. */
export const holdFieldName = (queries: Queries, key: string): Promise<number> =>
  queries.run(sql`select pg_advisory_xact_lock(hashtextextended(${`zhike.field ${key}`}, 0))`)

const batch = 20_000

/** How many live records hold a value of a custom field: counted in the order of ids, part by part, so that no question takes long. */
export async function countUse(queries: Queries, record: string, name: string): Promise<number> {
  let records = 0
  for (let after: string | null = '00000000-0000-0000-0000-000000000000'; after !== null;) {
    const part: { n: number; last: string | null } | undefined = await queries.row(
      sql`select count(*) filter (where p.value is not null and p.value not in ('[]', 'false')) as n, (array_agg(p.id order by p.id desc))[1] as last
        from (select id, case when deleted_at is null then custom ->> ${name}::text end as value from ${sql.id(snake(record))} where id > ${after}::uuid order by id limit ${batch}) p`,
    )
    records += part?.n ?? 0
    after = part?.last ?? null
  }
  return records
}

/** The operation that a purge is: known at once to whoever asked for it, worked off in the background. */
export const startPurge = (queries: Queries, actor: Actor, id: string, record: string): Promise<void> =>
  startOperation(queries, actor, { id, action: 'platform.purgeField', record, total: 0 })

/**
 * Takes the values of a purged field away, some thousand records at a time, each part in one transaction with how far it has come.
 * @returns whether there may be more.
 */
export function purgeSome(database: Database, operation: string, record: string, name: string): Promise<boolean> {
  return database.transaction(async (tx) => {
    const state = await tx.row<{ cursor: string | null; state: string }>(
      sql`select cursor, state from operation where id = ${operation} for update`,
    )
    if (state?.state !== 'running') return false
    const table = sql.id(snake(record))
    const ids = (
      await tx.arrays(
        sql`select id from ${table} where id > ${state.cursor ?? '00000000-0000-0000-0000-000000000000'}::uuid order by id limit ${batch}`,
      )
    ).map(([id]) => id as string)
    if (ids.length === 0) return false
    const done = await tx.run(
      sql`update ${table} set custom = custom - array[${name}, ${orderKey(name)}]::text[] where id = any(${ids}::uuid[]) and custom ? ${name}::text`,
    )
    await advanceOperation(tx, operation, { done, refused: 0, report: [], cursor: ids.at(-1)! })
    return true
  })
}

export const finishPurge = (queries: Queries, operation: string): Promise<void> =>
  advanceOperation(queries, operation, { done: 0, refused: 0, report: [], finished: 'done' })

/** Tasks whose reminder is due at a moment, the longest waiting first. Only reminders still to be given stand in the index. */
export const tasksToRemind = async (queries: Queries, now: string, limit: number): Promise<string[]> =>
  (
    await queries.rows<{ id: string }>(
      sql`select id from task where remind_at <= ${now}::timestamptz and deleted_at is null order by remind_at, id limit ${limit}`,
    )
  ).map((row) => row.id)

/** Who administers the system. */
export const administrators = async (queries: Queries): Promise<string[]> =>
  (
    await queries.rows<{ id: string }>(
      sql`select u.id from "user" u where u.deleted_at is null and u.is_active
        and exists (select 1 from role r where r.id = any(u.roles_ids) and r.code = 'administrator' and r.deleted_at is null)`,
    )
  ).map(({ id }) => id)

/** The plan of backups; null where nobody has made one. */
export const readPlan = async (queries: Queries): Promise<(PlanOfBackups & { id: string; folder: string | null }) | null> =>
  (await queries.row<PlanOfBackups & { id: string; folder: string | null }>(
    sql`select id, is_on as "isOn", starts_at as "startsAt", folder, keep_daily as "keepDaily", keep_weekly as "keepWeekly", keep_monthly as "keepMonthly"
      from backup_plan where deleted_at is null limit 1`,
  )) ?? null

/** Keeps the enciphered secret by which a provider knows us; none where null. */
export async function keepProviderSecret(queries: Queries, id: string, sealed: string | null): Promise<void> {
  await queries.run(
    sealed === null
      ? sql`delete from provider_secret where provider_id = ${id}`
      : sql`insert into provider_secret (provider_id, secret, changed_at) values (${id}, ${sealed}, now())
          on conflict (provider_id) do update set secret = excluded.secret, changed_at = excluded.changed_at`,
  )
}

/** When its secret was set, and how many users come in by a provider. */
export const providerStanding = async (queries: Queries, id: string): Promise<{ secretAt: string | null; accounts: number }> =>
  (await queries.row<{ secretAt: string | null; accounts: number }>(
    sql`select (select changed_at from provider_secret where provider_id = ${id}) as "secretAt", (select count(*) from provider_account where provider_id = ${id}) as accounts`,
  ))!

/** Whether a webhook has a secret to sign with. */
export const hasSecret = async (queries: Queries, webhook: string): Promise<boolean> =>
  (await queries.row(sql`select 1 from webhook_secret where webhook_id = ${webhook} and (until is null or until > now()) limit 1`)) !==
  undefined
