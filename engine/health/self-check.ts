import os from 'node:os'
import type { Runtime } from '#engine/runtime.ts'
import type { Queries } from '#engine/store/database.ts'
import { isAway } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { words, type Words } from '#engine/text/words.ts'
import { databaseChecks } from './database-checks.ts'
import { bad, type Check, type CheckState, type Finding } from './define-check.ts'
import { houseChecks } from './house-checks.ts'
import { workChecks } from './work-checks.ts'

export const checks: readonly Check[] = [...databaseChecks, ...workChecks, ...houseChecks]

/** What a check says now, and since when its state has been this one. */
export interface Checked extends Finding {
  name: string
  words: Words
  /** The machine it was looked at on, where others may say otherwise. */
  host: string | null
  since: string
}

async function look(runtime: Runtime, check: Check): Promise<Finding> {
  try {
    return await check.look(runtime)
  } catch (error) {
    runtime.log.warn({ err: error, check: check.name }, 'self-check')
    return isAway(error)
      ? bad(words('数据库无法连接', 'The database cannot be reached'), words('看数据库是否在运行。', 'See whether it is running.'))
      : bad(words('检查本身没有完成', 'The check itself has failed'), words('看这台机器的日志。', 'Look into the log of this machine.'))
  }
}

/** Writes down what was found. Where the state is as before, it stays since when it has been so. */
async function note(queries: Queries, found: readonly { name: string; host: string; state: CheckState }[], now: string): Promise<string[]> {
  const rows = await queries.rows<{ since: string }>(
    sql`with found as (select * from unnest(${found.map(({ name }) => name)}::text[], ${found.map(({ host }) => host)}::text[],
          ${found.map(({ state }) => state)}::text[]) with ordinality as f (name, host, state, place)),
        kept as (insert into self_check (name, host, state, since, at) select name, host, state, ${now}::timestamptz, ${now}::timestamptz from found order by name, host
          on conflict (name, host) do update set at = excluded.at, state = excluded.state,
            since = case when self_check.state = excluded.state then self_check.since else excluded.since end returning name, host, since)
      select kept.since from found join kept using (name, host) order by place`,
  )
  return rows.map(({ since }) => since)
}

/** Looks at everything, here and now. */
export async function selfCheck(runtime: Runtime): Promise<Checked[]> {
  const host = os.hostname()
  const findings = await Promise.all(checks.map(async (check) => ({ check, finding: await look(runtime, check) })))
  const now = new Date().toISOString()
  const since = await note(
    runtime.database,
    findings.map(({ check, finding }) => ({ name: check.name, host: check.isOfHost ? host : '', state: finding.state })),
    now,
  ).catch(() => [])
  return findings.map(({ check, finding }, i) => ({
    name: check.name,
    words: check.words,
    host: check.isOfHost ? host : null,
    since: since[i] ?? now,
    ...finding,
  }))
}

/** Forgets what machines have said that are there no more. */
export const clearSelfChecks = (queries: Queries): Promise<number> =>
  queries.run(sql`delete from self_check where at < now() - interval '30 days'`)
