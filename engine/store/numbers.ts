import { numbersOn, periodOf, type SequenceOptions } from '#engine/record/fields/index.ts'
import type { Database, Queries } from './database.ts'
import { snake } from './columns.ts'
import { sql } from './sql.ts'

const made = new WeakMap<Database, Map<string, Promise<void>>>()

/** Makes a sequence, on a connection outside the pool: whoever asks holds one of the pool already, and all of them may be asking. */
async function makeSequence(database: Database, sequence: string): Promise<void> {
  const client = await database.connect()
  try {
    await client.query(`create sequence if not exists "${sequence}"`)
  } catch (error) {
    // Two nodes creating it at the same instant.
    const { code } = error as { code?: string }
    if (code !== '23505' && code !== '42P07') throw error
  } finally {
    await client.end()
  }
}

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
  const known = made.get(database) ?? new Map<string, Promise<void>>()
  made.set(database, known)
  if (!known.has(sequence)) known.set(sequence, makeSequence(database, sequence))
  try {
    await known.get(sequence)
  } catch (error) {
    known.delete(sequence)
    throw error
  }
  const rows = await tx.arrays(sql`select nextval(${`"${sequence}"`}::regclass) from generate_series(1, ${n}::integer)`)
  return rows.map(([value]) => write(Number(value)))
}
