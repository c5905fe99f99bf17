import { createPublicKey, verify } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { headContent } from './seal.ts'
import type { AuditFault } from './verify.ts'

/**
 * Signed heads of the chain, kept outside: whoever has them shows later that the history up to them is still the same, even against somebody
 * who holds the database and the key together and has sealed it all anew.
 */
export interface ExportedSeals {
  zhike: 'seals'
  exportedAt: string
  heads: { position: number; at: string; hash: string; key: string; signature: string }[]
  /** Public keys by id, as PEM. */
  keys: Record<string, string>
}

/** The last head of every day, and the newest. */
export async function exportSeals(queries: Queries, folder: string, now: number): Promise<ExportedSeals> {
  const rows = await queries.rows<{ position: number; at: string; hash: Buffer; key: string; signature: Buffer }>(
    sql`select distinct on (date_trunc('day', at at time zone 'UTC')) position, at, hash, key_id as key, signature from seal_head
      order by date_trunc('day', at at time zone 'UTC'), position desc`,
  )
  const keys: Record<string, string> = {}
  for (const { key } of rows) {
    const file = path.join(folder, 'keys', `seal-${key}.pub`)
    if (!keys[key] && fs.existsSync(file)) keys[key] = fs.readFileSync(file, 'utf8')
  }
  const heads = rows.map(({ hash, signature, ...row }) => ({ ...row, hash: hash.toString('hex'), signature: signature.toString('hex') }))
  return { zhike: 'seals', exportedAt: new Date(now).toISOString(), heads, keys }
}

/** The first exported head that the chain no longer has as it was; null where it has all of them. Throws where the file is none of ours. */
export async function compareSeals(queries: Queries, text: string): Promise<{ heads: number; fault: AuditFault | null }> {
  const { zhike, heads, keys } = JSON.parse(text) as ExportedSeals
  if (zhike !== 'seals') throw new Error('这不是导出的封印。\nThis is no export of seals.')
  const fail = (position: number, zh: string, en: string) => ({ heads: heads.length, fault: { position, event: '', zh, en } })
  for (const head of heads.toSorted((a, b) => a.position - b.position)) {
    const pem = keys[head.key]
    const hash = Buffer.from(head.hash, 'hex')
    if (!pem || !verify(null, headContent(head.position, hash), createPublicKey(pem), Buffer.from(head.signature, 'hex')))
      return fail(head.position, '导出文件中的签名不符', 'the signature in the exported file does not fit')
    const row = await queries.row<{ hash: Buffer }>(sql`select hash from seal where position = ${head.position}`)
    if (!row) return fail(head.position, '导出之后，该位置及之前的记录被删除', 'the row at this position has been removed since the export')
    if (!row.hash.equals(hash))
      return fail(
        head.position,
        '导出之后，该位置或之前的历史被改写',
        'the history up to this position has been rewritten since the export',
      )
  }
  return { heads: heads.length, fault: null }
}
