import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'

/** Tasks whose reminder is due at a moment, the longest waiting first. Only reminders still to be given stand in the index. */
export const tasksToRemind = async (queries: Queries, now: string, limit: number): Promise<string[]> =>
  (
    await queries.rows<{ id: string }>(
      sql`select id from task where remind_at <= ${now}::timestamptz and deleted_at is null order by remind_at, id limit ${limit}`,
    )
  ).map((row) => row.id)
