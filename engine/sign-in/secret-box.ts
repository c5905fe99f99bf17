import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { refuse } from '#engine/action/refusal.ts'
import type { Runtime } from '#engine/runtime.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'

/**
 * Keeps secrets that must be read again, as those of second factors are: enciphered (AES-256-GCM) under a key that lies in the data folder and
 * never in the database. Nodes on one database share that folder, or have the same key in theirs.
 */
type Place = Pick<Runtime, 'database' | 'folder'>

const idOf = (key: Buffer): string => createHash('sha256').update(key).digest('hex').slice(0, 16)
const fileOf = (folder: string, id: string): string => path.join(folder, 'keys', `secret-${id}.key`)

function readKey(folder: string, id: string): Buffer {
  const file = fileOf(folder, id)
  if (!fs.existsSync(file))
    throw refuse(
      'secret-key-missing',
      words(
        `验证码暂时无法核对：服务器缺少密钥文件 keys/secret-${id}.key。可以用备用码，或让管理员重置两步验证。`,
        `Codes cannot be checked: the server lacks the key file keys/secret-${id}.key. Use a backup code, or have an administrator reset your second factor.`,
      ),
      { status: 503 },
    )
  return Buffer.from(fs.readFileSync(file, 'utf8').trim(), 'base64')
}

/** Whole before it has its name: a kill in between would leave a key that opens nothing. */
function writeKey(folder: string, key: Buffer): string {
  const id = idOf(key)
  const file = fileOf(folder, id)
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  fs.writeFileSync(`${file}.${process.pid}`, `${key.toString('base64')}\n`, { mode: 0o600 })
  fs.renameSync(`${file}.${process.pid}`, file)
  return id
}

/** The key under which secrets are kept from now on; the first node to need one makes it for all. */
async function presentKey({ database, folder }: Place): Promise<{ id: string; key: Buffer }> {
  const kept = () => database.row<{ value: { id: string } }>(sql`select value from installation where name = 'secretKey'`)
  const known = await kept()
  if (known) return { id: known.value.id, key: readKey(folder, known.value.id) }
  const id = writeKey(folder, randomBytes(32))
  await database.run(
    sql`insert into installation (name, value, at) values ('secretKey', ${JSON.stringify({ id })}, now()) on conflict (name) do nothing`,
  )
  const winner = (await kept())!.value.id
  if (winner !== id) fs.rmSync(fileOf(folder, id), { force: true })
  return { id: winner, key: readKey(folder, winner) }
}

/**
 * Where a company was restored without its key, the next secret makes a new one; what the lost one had enciphered must be set up anew.
 * @returns whether it was lost.
 */
export async function forgetLostKey({ database, folder }: Place): Promise<boolean> {
  const known = await database.row<{ value: { id: string } }>(sql`select value from installation where name = 'secretKey'`)
  if (!known || fs.existsSync(fileOf(folder, known.value.id))) return false
  await database.run(sql`delete from installation where name = 'secretKey'`)
  return true
}

/** @param about what the secret belongs to: laid beside another's row, it does not open. */
export async function seal(place: Place, text: string, about: string): Promise<string> {
  const { id, key } = await presentKey(place)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
  const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [id, ...[nonce, cipher.getAuthTag(), content].map((part) => part.toString('base64url'))].join('.')
}

export function unseal({ folder }: Pick<Place, 'folder'>, sealed: string, about: string): string {
  const [id = '', ...parts] = sealed.split('.')
  const [nonce, tag, content] = parts.map((part) => Buffer.from(part, 'base64url')) as [Buffer, Buffer, Buffer]
  const cipher = createDecipheriv('aes-256-gcm', readKey(folder, id), nonce, { authTagLength: 16 })
    .setAAD(Buffer.from(about))
    .setAuthTag(tag)
  return Buffer.concat([cipher.update(content), cipher.final()]).toString('utf8')
}
