import { createHash } from 'node:crypto'
import { counterOf, frameOn, givenBy, numberIn, type SequenceOptions } from '#engine/record/fields/index.ts'
import type { KnownField, Shape } from '#engine/record/house.ts'
import { snake } from './columns.ts'
import type { Database, Queries } from './database.ts'
import { sql } from './sql.ts'
import { columnsOf } from './table.ts'

/** Which numbers are meant: of a field, on a day, for a department. */
export interface NumberPlace {
  shape: Shape
  field: KnownField
  day: string
  /** The code of the record's department; empty where the pattern does not name it. */
  department: string
}

const optionsOf = ({ field }: NumberPlace) => field.field.options as unknown as SequenceOptions
const counter = (place: NumberPlace) => counterOf(optionsOf(place), place.day, place.department)
const frame = (place: NumberPlace) => frameOn(optionsOf(place).pattern, place.day, place.department)

const sequenceOf = (place: NumberPlace): string =>
  `number_${snake(place.shape.name)}_${snake(place.field.name)}`.slice(0, 46) +
  `_${createHash('sha256').update(counter(place)).digest('hex').slice(0, 16)}`

/** The highest running number that has been given as this counter would write it, whoever gave it; 0 where none has. */
async function highestGiven(queries: Queries, place: NumberPlace): Promise<number> {
  const { prefix, shape } = givenBy(optionsOf(place), place.day, place.department)
  const column = sql.id(columnsOf(place.field).main)
  const row = await queries.row<{ highest: number | null }>(
    sql`select max(substring(${column} from ${shape})::bigint) as highest from ${sql.id(snake(place.shape.name))}
      where ${column} like ${`${prefix.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`} and ${column} ~ ${shape}`,
  )
  return row?.highest ?? 0
}

/** With which running number a counter begins that has given none yet: numbers that are there already are never given again. */
const beginning = async (queries: Queries, place: NumberPlace): Promise<number> =>
  Math.max(optionsOf(place).start ?? 1, (await highestGiven(queries, place)) + 1)

const made = new WeakMap<Database, Map<string, Promise<void>>>()

/** Makes a sequence, on a connection outside the pool: whoever asks holds one of the pool already, and all of them may be asking. */
async function makeSequence(database: Database, place: NumberPlace): Promise<void> {
  const client = await database.connect()
  const queries = { row: async (statement) => (await client.query(textOf(statement))).rows[0] } as Pick<Queries, 'row'> as Queries
  try {
    const name = sequenceOf(place)
    if ((await client.query('select to_regclass($1) as found', [`"${name}"`])).rows[0]?.found) return
    await client.query(`create sequence if not exists "${name}" start with ${await beginning(queries, place)}`)
  } catch (error) {
    // Two nodes creating it at the same instant.
    const { code } = error as { code?: string }
    if (code !== '23505' && code !== '42P07') throw error
  } finally {
    await client.end()
  }
}

const textOf = (statement: Parameters<Queries['row']>[0]) => {
  const { text, values } = statement.render()
  return { text, values }
}

async function drawn(database: Database, tx: Queries, place: NumberPlace, n: number): Promise<number[]> {
  const name = sequenceOf(place)
  const known = made.get(database) ?? new Map<string, Promise<void>>()
  made.set(database, known)
  if (!known.has(name)) known.set(name, makeSequence(database, place))
  try {
    await known.get(name)
  } catch (error) {
    known.delete(name)
    throw error
  }
  const rows = await tx.arrays(sql`select nextval(${`"${name}"`}::regclass) from generate_series(1, ${n}::integer)`)
  return rows.map(([value]) => Number(value))
}

/**
 * Gives n running numbers. Ordinary numbers come from a database sequence outside the transaction: nobody waits, a failed creation leaves a
 * gap. Gapless ones are counted inside the transaction, and writers wait for each other. Where an administrator has changed the rule,
 * numbers given before it are passed over; the unique index on the column has the last word.
 */
export async function giveNumbers(database: Database, tx: Queries, place: NumberPlace, n: number): Promise<string[]> {
  const { gapless, isRuled, start = 1 } = optionsOf(place)
  const write = (value: number) => numberIn(frame(place), value)
  if (gapless) return (await counted(tx, place, n)).map(write)
  const given = await drawn(database, tx, place, n)
  if (!isRuled) return given.map(write)
  const free = await freeOf(tx, place, given.filter((value) => value >= start).map(write))
  if (free.length === n) return free
  // Another rule has been here before, or numbers are to begin higher: go on behind what is there.
  const behind = Math.max(await highestGiven(tx, place), start - 1)
  const sequence = sequenceOf(place)
  await tx.run(sql`select setval(${`"${sequence}"`}::regclass, greatest(${behind}::bigint, last_value)) from ${sql.id(sequence)}`)
  return [...free, ...(await drawn(database, tx, place, n - free.length)).map(write)]
}

async function freeOf(queries: Queries, { shape, field }: NumberPlace, numbers: readonly string[]): Promise<string[]> {
  const column = sql.id(columnsOf(field).main)
  const rows = await queries.arrays(sql`select ${column} from ${sql.id(snake(shape.name))} where ${column} = any(${numbers}::text[])`)
  const taken = new Set(rows.map(([one]) => one))
  return numbers.filter((one) => !taken.has(one))
}

const counterName = ({ shape, field }: NumberPlace) => `${shape.name}.${field.name}`

async function counted(tx: Queries, place: NumberPlace, n: number): Promise<number[]> {
  const [name, period] = [counterName(place), counter(place)]
  const known = await tx.row(sql`select 1 from gapless_number where name = ${name} and period = ${period}`)
  // Numbers of an earlier rule that stand in the way are no gap.
  const behind = known && !optionsOf(place).isRuled ? 0 : (await beginning(tx, place)) - 1
  const row = await tx.row<{ last: number }>(
    sql`insert into gapless_number (name, period, last) values (${name}, ${period}, ${behind + n})
      on conflict (name, period) do update set last = greatest(gapless_number.last, ${behind}) + ${n} returning last`,
  )
  return Array.from({ length: n }, (_, i) => row!.last - n + 1 + i)
}

/** The last number that a counter has given; undefined where it has given none. */
async function lastOf(queries: Queries, place: NumberPlace): Promise<number | undefined> {
  if (optionsOf(place).gapless)
    return (
      await queries.row<{ last: number }>(
        sql`select last from gapless_number where name = ${counterName(place)} and period = ${counter(place)}`,
      )
    )?.last
  // Not by `to_regclass`: a connection that looked in vain would go on believing it while the sequence is made by another.
  const there = await queries.row(
    sql`select 1 from pg_class where relname = ${sequenceOf(place)} and relnamespace = current_schema()::regnamespace`,
  )
  if (!there) return undefined
  const state = await queries.row<{ last: number; called: boolean }>(
    sql`select last_value as last, is_called as called from ${sql.id(sequenceOf(place))}`,
  )
  return state!.called ? state!.last : state!.last - 1
}

/** The number that would be given next, without giving it. */
export async function nextNumber(queries: Queries, place: NumberPlace): Promise<string> {
  const write = (value: number) => numberIn(frame(place), value)
  const last = await lastOf(queries, place)
  if (last === undefined) return write(await beginning(queries, place))
  const next = Math.max(last + 1, optionsOf(place).start ?? 1)
  const isFree = (await freeOf(queries, place, [write(next)])).length > 0
  return write(isFree ? next : Math.max(next, (await highestGiven(queries, place)) + 1))
}
