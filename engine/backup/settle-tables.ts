import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { quoted, type PartEnd, type TablePart } from './contents.ts'
import { archiveFault } from './archive-fault.ts'
import { countPart, type PartCount } from './part-count.ts'
import type { TakenOff } from './table-indexes.ts'

/** Reads a table back as it stands now and counts it as the backup did. */
async function readBack(client: pg.ClientBase, { name, columns }: TablePart): Promise<PartCount> {
  const counter = countPart(true)
  const stream = client.query(copyTo(`copy ${quoted(name)} (${columns.map(quoted).join(', ')}) to stdout`, { highWaterMark: 1_048_576 }))
  let pieces: Buffer[] = []
  let size = 0
  for await (const piece of stream as AsyncIterable<Buffer>) {
    pieces.push(piece)
    size += piece.length
    if (size < 1_048_576) continue
    const all = Buffer.concat(pieces)
    const cut = all.lastIndexOf(10) + 1
    counter.add(all.subarray(0, cut))
    pieces = [all.subarray(cut)]
    size = all.length - cut
  }
  if (size > 0) counter.add(Buffer.concat(pieces))
  return counter.end()
}

const isTable = (part: PartEnd): part is PartEnd & { head: TablePart } => part.head.kind === 'table'

/** The partitioned table that a part of the data belongs to, or the table itself. */
const homeOf = (name: string): string => (/^event_(rest|\d{4}_\d{2})$/.test(name) ? 'event' : name)

/**
 * Compares every table with what the backup counted, then sorts it: keys and indexes, and what the planner must know. Largest first, one
 * table to a connection.
 */
export async function settleTables(clients: readonly pg.Client[], parts: readonly PartEnd[], taken: readonly TakenOff[]): Promise<void> {
  const byHome = Map.groupBy(parts.filter(isTable), ({ head }) => homeOf(head.name))
  const size = (table: string) => (byHome.get(table) ?? []).reduce((sum, { bytes }) => sum + bytes, 0)
  const waiting = taken.toSorted((a, b) => size(b.table) - size(a.table))
  await Promise.all(
    clients.map(async (client) => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        for (const { head, rows, content } of byHome.get(next.table) ?? []) {
          const found = await readBack(client, head)
          if (found.rows !== rows || found.content !== content)
            throw archiveFault(
              'not-the-same',
              `表 ${head.name} 恢复后与备份不一致（${found.rows} 行，应为 ${rows} 行）。`,
              `The table ${head.name} is not what was backed up (${found.rows} rows, ${rows} were written).`,
            )
        }
        for (const statement of next.statements) await client.query(statement)
        await client.query(`analyze ${quoted(next.table)}`)
      }
    }),
  )
}
