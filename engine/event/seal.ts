import { createHash } from 'node:crypto'
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

const hex = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex')

/** The hash of one link of the chain. */
export function linkHash(previous: Buffer, position: number, event: Sealable): Buffer {
  const fixed = Buffer.alloc(16)
  fixed.writeBigUInt64BE(BigInt(position), 0)
  fixed.writeBigInt64BE(BigInt(Date.parse(event.at)), 8)
  return createHash('sha256')
    .update(previous)
    .update(fixed)
    .update(hex(event.id))
    .update(hex(event.actor))
    .update(event.type)
    .update('\0')
    .update(event.digest)
    .digest()
}

export const chainStart: Buffer = createHash('sha256').update('zhike').digest()

/** Salted digest of the changes, worked out by the database from what it holds. */
export const digestSql = sql.raw(`sha256(e.salt || convert_to(e.changes::text, 'UTF8'))`)

/** The content of a signed head. */
export const headContent = (position: number, hash: Buffer): Buffer => Buffer.concat([Buffer.from(`zhike seal ${position} `), hash])

/**
 * Seals what waits, up to `limit` events, in one transaction. Does nothing where another sealer is at work.
 * @returns how many events were sealed, and the position reached.
 */
export async function sealOnce(database: Database, key: SealKey, limit = 5000): Promise<{ sealed: number; position: number }> {
  return database.transaction(async (tx) => {
    const mine = await tx.row<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(hashtext('zhike.seal')) as mine`)
    if (!mine?.mine) return { sealed: 0, position: 0 }
    const rows = await tx.arrays(
      sql`with taken as (delete from event_pending where event_id in (select event_id from event_pending order by event_id limit ${limit}) returning event_id)
        select e.id, e.at, e.actor_id, e.type, ${digestSql} from taken join event e on e.id = taken.event_id order by e.id`,
    )
    if (rows.length === 0) return { sealed: 0, position: 0 }
    const head = await lastSeal(tx)
    let { position, hash } = head
    const seals = rows.map(([id, at, actor, type, digest]) => {
      position += 1
      hash = linkHash(hash, position, {
        id: id as string,
        at: at as string,
        actor: actor as string,
        type: type as string,
        digest: digest as Buffer,
      })
      return { position, id: id as string, digest: digest as Buffer, hash }
    })
    await tx.run(
      sql`insert into seal (position, event_id, digest, hash) select * from unnest(${seals.map((seal) => seal.position)}::bigint[], ${seals.map((seal) => seal.id)}::uuid[], ${seals.map((seal) => seal.digest)}::bytea[], ${seals.map((seal) => seal.hash)}::bytea[])`,
    )
    await tx.run(
      sql`insert into seal_head (position, at, hash, key_id, signature) values (${position}, now(), ${hash}, ${key.id}, ${key.sign(headContent(position, hash))})`,
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
