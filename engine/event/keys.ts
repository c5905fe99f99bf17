import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** The key that signs the heads of the chain. It lies in the data folder and never in the database, so that whoever can write the one cannot forge the other. */
export interface SealKey {
  id: string
  sign(content: Buffer): Buffer
}

const idOf = (key: KeyObject) =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16)

/** The signing key of a data folder, made on first use. */
export function openSealKey(folder: string): SealKey {
  const keys = path.join(folder, 'keys')
  const file = path.join(keys, 'seal.pem')
  fs.mkdirSync(keys, { recursive: true, mode: 0o700 })
  if (!fs.existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ed25519')
    const fresh = `${file}.${process.pid}`
    fs.writeFileSync(fresh, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
    try {
      // A link fails where another node has just made the key; its key then counts.
      fs.linkSync(fresh, file)
    } catch {}
    fs.rmSync(fresh, { force: true })
  }
  const key = createPrivateKey(fs.readFileSync(file))
  const open = createPublicKey(key)
  const id = idOf(open)
  const publicFile = path.join(keys, `seal-${id}.pub`)
  if (!fs.existsSync(publicFile)) {
    // Renamed when it is whole: a kill in between would leave a file that no audit can read.
    fs.writeFileSync(`${publicFile}.${process.pid}`, open.export({ type: 'spki', format: 'pem' }))
    fs.renameSync(`${publicFile}.${process.pid}`, publicFile)
  }
  return { id, sign: (content) => sign(null, content, key) }
}

/** The public keys of a data folder by id: those of other nodes may be laid beside. */
export function publicKeys(folder: string): Map<string, (content: Buffer, signature: Buffer) => boolean> {
  const keys = path.join(folder, 'keys')
  const found = new Map<string, (content: Buffer, signature: Buffer) => boolean>()
  for (const file of fs.existsSync(keys) ? fs.readdirSync(keys) : []) {
    if (!/^seal-[0-9a-f]+\.pub$/.test(file)) continue
    const key = createPublicKey(fs.readFileSync(path.join(keys, file)))
    found.set(idOf(key), (content, signature) => verify(null, content, key, signature))
  }
  return found
}
