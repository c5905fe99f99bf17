import { numbersOn, periodOf, type SequenceOptions } from '#engine/record/fields/index.ts'
import type { Database, Queries } from './database.ts'
import { snake } from './columns.ts'
import { sql } from './sql.ts'

const made = new WeakMap<Database, Set<string>>()

/**
 * Gives n running numbers of a pattern. Ordinary numbers come from a database sequence outside the transaction: nobody waits,
 * a failed creation leaves a gap. Gapless ones are counted inside the transaction, and writers wait for each other.
 */
export async function giveNumbers(
  database: Database,
  tx: Queries,
  name: string,
  options: SequenceOptions,
  day: string,
  n: number,
): Promise<string[]> {
  const period = periodOf(options.pattern, day)
  const write = numbersOn(options.pattern, day)
  if (options.gapless) {
    const row = await tx.row<{ last: number }>(
      sql`insert into gapless_number (name, period, last) values (${name}, ${period}, ${n}) on conflict (name, period) do update set last = gapless_number.last + ${n} returning last`,
    )
    return Array.from({ length: n }, (_, i) => write(row!.last - n + 1 + i))
  }
  const sequence = `number_${snake(name).replaceAll('.', '_')}${period && `_${period.replaceAll('-', '')}`}`
  const known = made.get(database) ?? new Set()
  made.set(database, known)
  if (!known.has(sequence)) {
    await database.run(sql`create sequence if not exists ${sql.id(sequence)}`).catch((error: { code?: string }) => {
      // Two nodes creating it at the same instant.
      if (error.code !== '23505' && error.code !== '42P07') throw error
    })
    known.add(sequence)
  }
  const rows = await tx.arrays(sql`select nextval(${`"${sequence}"`}::regclass) from generate_series(1, ${n}::integer)`)
  return rows.map(([value]) => write(Number(value)))
}
