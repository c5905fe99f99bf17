import type { Database } from '#engine/store/database.ts'
import { firstIdAt } from '#engine/store/id.ts'
import { sql } from '#engine/store/sql.ts'

/** The monthly parts of the event table, cut along the time that a UUIDv7 carries. Nodes that start together make them once. */
export async function ensurePartitions(database: Database, now: number, monthsAhead = 3): Promise<string[]> {
  return database.transaction(async (tx) => {
    await tx.run(sql`select pg_advisory_xact_lock(hashtext('zhike.partitions'))`)
    const made: string[] = []
    const start = new Date(now)
    for (let i = 0; i <= monthsAhead; i++) {
      const from = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + i, 1)
      const to = Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + i + 1, 1)
      const name = `event_${new Date(from).toISOString().slice(0, 7).replace('-', '_')}`
      const there = await tx.row<{ found: string | null }>(sql`select to_regclass(${name}) as found`)
      if (there?.found) continue
      // Rows of that month may lie in the rest already (an import of history); then the month stays there.
      const strays = await tx.row(sql`select 1 from event_rest where id >= ${firstIdAt(from)} and id < ${firstIdAt(to)} limit 1`)
      if (strays) continue
      await tx.run(
        sql`create table ${sql.id(name)} partition of event for values from (${sql.raw(`'${firstIdAt(from)}'`)}) to (${sql.raw(`'${firstIdAt(to)}'`)})`,
      )
      made.push(name)
    }
    return made
  })
}
