import { hash } from 'node:crypto'
import { copyText } from '#engine/store/copy.ts'
import type { Database, Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import type { SealKey } from './keys.ts'

/**
 * Behind the writers, one sealer gives committed events a position and chains them: every seal holds the hash of the one before, of the
 * event's id, time, actor and type, and a salted digest of its changes. Altering, removing or reordering a row breaks the chain at that row;
 * erasing changes on request keeps the digest, so that the chain holds while the content is gone.
 */

/** What of an event goes into its seal. */
export interface Sealable {
  id: string
  at: string
  actor: string
  type: string
  digest: Buffer
}

/** The hash of one link of the chain, over a message of fixed layout: previous hash, position, time, event, actor, digest, type. */
export function linkHash(previous: Buffer, position: number, event: Sealable): Buffer {
  const type = Buffer.byteLength(event.type)
  const message = Buffer.allocUnsafe(112 + type)
  previous.copy(message, 0)
  message.writeBigUInt64BE(BigInt(position), 32)
  message.writeBigInt64BE(BigInt(Date.parse(event.at)), 40)
  message.write(event.id.replaceAll('-', ''), 48, 'hex')
  message.write(event.actor.replaceAll('-', ''), 64, 'hex')
  event.digest.copy(message, 80)
  message.write(event.type, 112)
  return hash('sha256', message, 'buffer')
}

export const chainStart: Buffer = hash('sha256', 'zhike', 'buffer')

/** Salted digest of what happened to which record, worked out by the database from what it holds. */
export const digestSql = sql.raw(
  `sha256(e.salt || uuid_send(e.record_id) || uuid_send(e.root_id) || uuid_send(e.operation_id) || int4send(e.version) || convert_to(e.record || e.changes::text, 'UTF8'))`,
)

/** The content of a signed head. */
export const headContent = (position: number, hash: Buffer): Buffer => Buffer.concat([Buffer.from(`zhike seal ${position} `), hash])

interface Seal {
  position: number
  id: string
  digest: Buffer
  hash: Buffer
}

const sealColumns: { type: string; of(seal: Seal): unknown }[] = [
  { type: 'bigint', of: (seal) => seal.position },
  { type: 'uuid', of: (seal) => seal.id },
  { type: 'bytea', of: (seal) => seal.digest },
  { type: 'bytea', of: (seal) => seal.hash },
]

/**
 * Seals what waits, up to `limit` events, in one transaction. Does nothing where another sealer is at work.
 * @returns how many events were sealed, and the position reached.
 */
export async function sealOnce(database: Database, key: SealKey, limit = 5000): Promise<{ sealed: number; position: number }> {
  return database.transaction(async (tx) => {
    const mine = await tx.row<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(hashtext('zhike.seal')) as mine`)
    if (!mine?.mine) return { sealed: 0, position: 0 }
    const waiting = await tx.arrays(sql`select event_id from event_pending order by event_id limit ${limit}`)
    if (waiting.length === 0) return { sealed: 0, position: 0 }
    const ids = waiting.map(([id]) => id as string)
    await tx.run(sql`delete from event_pending where event_id = any(${ids}::uuid[])`)
    // The bounds let the planner leave out the months that cannot hold any of them.
    const rows = await tx.arrays(
      sql`select e.id, e.at, e.actor_id, e.type, ${digestSql} from event e
        where e.id >= ${ids[0]}::uuid and e.id <= ${ids.at(-1)}::uuid and e.id = any(${ids}::uuid[]) order by e.id`,
    )
    const head = await lastSeal(tx)
    let { position, hash: link } = head
    const seals = rows.map(([id, at, actor, type, digest]) => {
      position += 1
      link = linkHash(link, position, {
        id: id as string,
        at: at as string,
        actor: actor as string,
        type: type as string,
        digest: digest as Buffer,
      })
      return { position, id: id as string, digest: digest as Buffer, hash: link }
    })
    await tx.copy(sql`copy seal (position, event_id, digest, hash) from stdin`, copyText(sealColumns, seals))
    await tx.run(
      sql`insert into seal_head (position, at, hash, key_id, signature) values (${position}, now(), ${link}, ${key.id}, ${key.sign(headContent(position, link))})`,
    )
    // Heads in between are of no use once a later one is signed; one a minute is kept.
    await tx.run(sql`delete from seal_head where position < ${position} and at > now() - interval '1 minute'`)
    await tx.run(sql`select pg_notify('zhike_events', ${String(position)})`)
    return { sealed: seals.length, position }
  })
}

async function lastSeal(queries: Queries): Promise<{ position: number; hash: Buffer }> {
  const row = await queries.row<{ position: number; hash: Buffer }>(
    sql`select position, hash from seal order by position desc limit 1`,
    'prepare',
  )
  return row ?? { position: 0, hash: chainStart }
}

/** How long the oldest unsealed event has waited, in seconds; 0 where none waits. */
export async function sealLag(queries: Queries): Promise<number> {
  const row = await queries.row<{ lag: number }>(
    sql`select coalesce(extract(epoch from now() - min(e.at)), 0)::float8 as lag from (select event_id from event_pending order by event_id limit 1) p join event e on e.id = p.event_id`,
  )
  return row?.lag ?? 0
}
