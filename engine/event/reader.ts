import type { Runtime } from '#engine/runtime.ts'
import type { Database, Transaction } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import type { StoredEvent } from './define-event.ts'
import { eventsAfter } from './events.ts'

/**
 * Reads sealed events in their order under a name, one reader at a time however many workers there are. The position and what the reading
 * leaves behind are written together, so that every event is read once, whoever is killed when.
 * @param read undefined where nobody wants them: what has happened is then passed over unread.
 * @returns how many events were read.
 */
export function readInOrder(
  database: Database,
  name: string,
  limit: number,
  read: ((tx: Transaction, events: readonly StoredEvent[]) => Promise<void>) | undefined,
): Promise<number> {
  return database.transaction(async (tx) => {
    const mine = await tx.row<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(hashtext(${`zhike.reader.${name}`})) as mine`)
    if (!mine?.mine) return 0
    if (!read) {
      await tx.run(
        sql`insert into event_reader (name, position, at) select ${name}, position, now() from (select max(position) as position from seal) s where position is not null
          on conflict (name) do update set position = excluded.position, at = excluded.at where event_reader.position < excluded.position`,
      )
      return 0
    }
    const reader = await tx.row<{ position: number }>(sql`select position from event_reader where name = ${name}`)
    const events = await eventsAfter(tx, reader?.position ?? 0, limit)
    if (events.length === 0) return 0
    await read(
      tx,
      events.map(({ event }) => event),
    )
    await tx.run(
      sql`insert into event_reader (name, position, at) values (${name}, ${events.at(-1)!.position}, now()) on conflict (name) do update set position = excluded.position, at = excluded.at`,
    )
    return events.length
  })
}

/** Hands sealed events to the reactions that run afterwards. */
export function readForReactions(runtime: Runtime, limit = 500): Promise<number> {
  const reactions = runtime.house.reactions.filter((reaction) => reaction.after ?? reaction.gathered)
  const handOver = async (tx: Transaction, events: readonly StoredEvent[]) => {
    for (const { name, on, gathered } of reactions) {
      const ids = events.filter(({ type }) => on.includes(type)).map(({ id }) => id)
      const parts = gathered ? (ids.length > 0 ? [ids] : []) : ids.map((id) => [id])
      for (const part of parts) await runtime.enqueue(tx, 'react', { reaction: name, events: part }, { key: `${name}:${part[0]}` })
    }
  }
  return readInOrder(runtime.database, 'reactions', limit, reactions.length > 0 ? handOver : undefined)
}

/** What a capability makes of sealed events, set by set and in their order: measured values that follow what has happened. */
export interface EventReader {
  /** Under this name its place is kept. Under a new name it reads all events once more. */
  name: string
  /** Whether there is anybody to read for. Where not, what has happened is passed over unread. */
  isWanted?(runtime: Runtime): Promise<boolean>
  /** What it writes is committed with its place, so that every event counts once. */
  read(runtime: Runtime, tx: Transaction, events: readonly StoredEvent[]): Promise<void>
}

/**
 * Hands sealed events to the readers of the capabilities, each at its own pace.
 * @returns how many events were read.
 */
export async function readForCapabilities(runtime: Runtime, limit = 500): Promise<number> {
  let read = 0
  for (const reader of runtime.house.readers) {
    const isWanted = reader.isWanted === undefined || (await reader.isWanted(runtime))
    const take = (tx: Transaction, events: readonly StoredEvent[]) => reader.read(runtime, tx, events)
    read += await readInOrder(runtime.database, reader.name, limit, isWanted ? take : undefined)
  }
  return read
}
