import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import type { Database, Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import type { SlowStatement } from '#engine/store/statement-watch.ts'

/** What took long in the database, of all nodes together: by day, statement and purpose, kept within bounds. */
export interface KeptStatement extends Omit<SlowStatement, 'lastAt'> {
  lastAt: string
}

/** Days that are kept, and statements of each. */
const daysKept = 14
const mostOfDay = 500

const digestOf = ({ text, purpose }: SlowStatement): string =>
  createHash('sha256').update(`${purpose}\n${text}`).digest('base64url').slice(0, 22)

/** Adds what one process has seen since it last did so. The same statement of several nodes is one row. */
export async function keepSlow(database: Database): Promise<number> {
  const slow = database.watch.take()
  if (slow.length === 0) return 0
  const rows = slow
    .map((entry) => ({ ...entry, digest: digestOf(entry) }))
    // In one order everywhere: nodes that add at the same time must not wait for one another in a circle.
    .sort((a, b) => (a.digest < b.digest ? -1 : 1))
  await database.run(
    sql`insert into slow_statement (day, digest, purpose, text, times, failed, total_ms, longest_ms, last_at)
      select (now() at time zone 'utc')::date, * from unnest(${rows.map((row) => row.digest)}::text[], ${rows.map((row) => row.purpose)}::text[],
        ${rows.map((row) => row.text)}::text[], ${rows.map((row) => row.times)}::integer[], ${rows.map((row) => row.failed)}::integer[],
        ${rows.map((row) => Math.round(row.totalMs))}::bigint[], ${rows.map((row) => Math.round(row.longestMs))}::integer[],
        ${rows.map((row) => new Date(row.lastAt).toISOString())}::timestamptz[])
      on conflict (day, digest) do update set times = slow_statement.times + excluded.times, failed = slow_statement.failed + excluded.failed,
        total_ms = slow_statement.total_ms + excluded.total_ms, longest_ms = greatest(slow_statement.longest_ms, excluded.longest_ms),
        last_at = greatest(slow_statement.last_at, excluded.last_at)`,
  )
  return rows.length
}

/** Keeps what is slow every few seconds, until stopped. */
export function followSlow(database: Database, log: Logger): { stop(): Promise<void> } {
  const keep = () => keepSlow(database).catch((error: unknown) => log.debug({ err: error }, 'slow statements'))
  const timer = setInterval(() => void keep(), 10_000)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await keep()
    },
  }
}

/** What has cost most in the last days, newest days counted in. */
export const readSlow = (queries: Queries, days: number, limit: number): Promise<KeptStatement[]> =>
  queries.rows<KeptStatement>(
    sql`select min(text) as text, purpose, sum(times)::integer as times, sum(failed)::integer as failed, sum(total_ms)::float8 as "totalMs",
        max(longest_ms)::integer as "longestMs", max(last_at) as "lastAt"
      from slow_statement where day > (now() at time zone 'utc')::date - ${days}::integer group by digest, purpose order by sum(total_ms) desc limit ${limit}`,
  )

/** Clears away what is old, and of each day what has cost least. */
export async function clearSlow(queries: Queries): Promise<void> {
  await queries.run(sql`delete from slow_statement where day <= (now() at time zone 'utc')::date - ${daysKept}::integer`)
  await queries.run(
    sql`delete from slow_statement s using (select day, digest, row_number() over (partition by day order by total_ms desc) as place from slow_statement) r
      where r.day = s.day and r.digest = s.digest and r.place > ${mostOfDay}`,
  )
}
