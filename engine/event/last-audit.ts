import type { Database, Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { verifyAudit, type AuditReport } from './verify.ts'

/** What a check of the whole chain has shown, and when it was made. */
export interface CheckedAudit extends AuditReport {
  at: string
  seconds: number
}

/** The last check that was made on schedule; null before the first. */
export const lastAudit = async (queries: Queries): Promise<CheckedAudit | null> =>
  (await queries.row<{ value: CheckedAudit }>(sql`select value from installation where name = 'audit'`))?.value ?? null

/** Walks the whole chain and writes down what has come of it. */
export async function checkAudit(database: Database, folder: string, now: () => number): Promise<CheckedAudit> {
  const began = now()
  const report = await verifyAudit(database, folder)
  const checked: CheckedAudit = { ...report, at: new Date(began).toISOString(), seconds: Math.round((now() - began) / 100) / 10 }
  await database.run(
    sql`insert into installation (name, value, at) values ('audit', ${JSON.stringify(checked)}::jsonb, now())
      on conflict (name) do update set value = excluded.value, at = excluded.at`,
  )
  return checked
}
