import type { Database } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { publicKeys } from './keys.ts'
import { chainStart, digestSql, headContent, linkHash } from './seal.ts'

export interface AuditFault {
  position: number
  event: string
  zh: string
  en: string
}

export interface AuditReport {
  sealed: number
  waiting: number
  erased: number
  heads: number
  /** The first row that does not fit; null where all does. */
  fault: AuditFault | null
}

/**
 * Walks the whole chain and compares it with the events. Names the first bad row: altered, removed, planted, out of order, or a forged head.
 * @param onProgress called with the position reached.
 */
export async function verifyAudit(
  database: Database,
  folder: string,
  onProgress: (position: number) => void = () => {},
): Promise<AuditReport> {
  const report: AuditReport = { sealed: 0, waiting: 0, erased: 0, heads: 0, fault: null }
  const fail = (position: number, event: string, zh: string, en: string): AuditReport => ({ ...report, fault: { position, event, zh, en } })
  let position = 0
  let hash = chainStart
  const heads = await database.arrays(sql`select position, hash, key_id, signature from seal_head order by position`)
  const keys = publicKeys(folder)
  let nextHead = 0
  for (;;) {
    const rows = await database.arrays(
      sql`select s.position, s.event_id, s.digest, s.hash, e.id, e.at, e.actor_id, e.type, e.changes is null, case when e.changes is null then null else ${digestSql} end
        from seal s left join event e on e.id = s.event_id where s.position > ${position} order by s.position limit 5000`,
    )
    if (rows.length === 0) break
    for (const [place, eventId, digest, stored, id, at, actor, type, isErased, actual] of rows as [
      number,
      string,
      Buffer,
      Buffer,
      string | null,
      string,
      string,
      string,
      boolean,
      Buffer | null,
    ][]) {
      if (place !== position + 1)
        return fail(position + 1, eventId, `位置 ${position + 1} 的记录缺失`, `the row at position ${position + 1} is missing`)
      if (id === null) return fail(place, eventId, '事件被删除', 'the event has been removed')
      if (isErased) report.erased += 1
      else if (!actual?.equals(digest)) return fail(place, eventId, '事件的内容被修改', 'the changes of the event have been altered')
      const expected = linkHash(hash, place, { id, at, actor, type, digest })
      if (!expected.equals(stored))
        return fail(place, eventId, '事件的时间、操作人、类型或次序被修改', 'time, actor, type or order of the event has been altered')
      hash = stored
      position = place
      report.sealed += 1
      for (; nextHead < heads.length && (heads[nextHead]![0] as number) <= place; nextHead++) {
        const [headPlace, headHash, keyId, signature] = heads[nextHead] as [number, Buffer, string, Buffer]
        if (headPlace !== place) continue
        const check = keys.get(keyId)
        if (!headHash.equals(stored) || (check && !check(headContent(headPlace, headHash), signature)))
          return fail(place, eventId, '链头签名不符', 'the signature of the head does not fit')
        if (!check) return fail(place, eventId, `缺少公钥 ${keyId}`, `the public key ${keyId} is missing`)
        report.heads += 1
      }
    }
    onProgress(position)
  }
  if (nextHead < heads.length) {
    const place = heads[nextHead]![0] as number
    return fail(place, '', `已签名的位置 ${place} 之后的记录被删除`, `rows up to the signed position ${place} have been removed`)
  }
  const planted = await plantedEvent(database)
  if (planted) return fail(0, planted, '有未经程序写入的事件', 'an event was planted past the program')
  report.waiting = (await database.row<{ n: number }>(sql`select count(*) as n from event_pending`))?.n ?? 0
  return report
}

/** An event that no seal knows and that waits for none. Looked for piece by piece: one question over all events takes minutes. */
async function plantedEvent(database: Database): Promise<string | undefined> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = await database.arrays(
      sql`select e.id, s.event_id is null and p.event_id is null from (select id from event where id > ${after}::uuid order by id limit 20000) e
        left join seal s on s.event_id = e.id left join event_pending p on p.event_id = e.id order by e.id`,
    )
    const planted = rows.find(([, isPlanted]) => isPlanted === true)
    if (planted) return planted[0] as string
    if (rows.length < 20_000) return undefined
    after = rows.at(-1)![0] as string
  }
}
