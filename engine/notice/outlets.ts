import type { Runtime } from '#engine/runtime.ts'
import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'

/** Leaves one job for each reader and moment at which mail of his is due. */
export async function leaveMail(runtime: Runtime, queries: Queries, due: readonly { user: string; at: string }[]): Promise<void> {
  const jobs = new Map(due.map((entry) => [`${entry.user} ${entry.at}`, entry]))
  for (const { user, at } of jobs.values()) await runtime.enqueue(queries, 'mail-notices', { user, upTo: at }, { at })
}

/** Tells the open pages of these users that their notices have changed; nothing of what they say. */
export async function tellBells(queries: Queries, users: Iterable<string>): Promise<void> {
  const all = [...new Set(users)]
  // A signal carries at most 8,000 bytes.
  for (let at = 0; at < all.length; at += 200) await queries.run(sql`select pg_notify('zhike_notices', ${all.slice(at, at + 200).join()})`)
}
