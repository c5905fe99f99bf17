import { createCipheriv, createDecipheriv, createHash, createHmac, hash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { archiveFault } from './archive-fault.ts'

/** How a backup is encrypted: said openly at its head, for whoever is to open it in ten years. */
export interface Encryption {
  cipher: 'aes-256-gcm'
  derivation: 'scrypt'
  salt: string
  cost: number
  blockSize: number
  parallel: number
  /** Tells a wrong passphrase from a damaged file. */
  check: string
}

/** Closes and opens the frames of one archive, in their order: a frame altered, left out, added or moved does not open. */
export interface FrameSeal {
  /** Bytes that a closed frame is longer than its content. */
  close(body: Buffer): Buffer[]
  open(sealed: Buffer): Buffer
}

export const tagLength = 16

const derive = promisify(scrypt) as (
  passphrase: string,
  salt: Buffer,
  length: number,
  options: { N: number; r: number; p: number; maxmem: number },
) => Promise<Buffer>

async function keysFor(passphrase: string, { salt, cost, blockSize, parallel }: Omit<Encryption, 'check'>): Promise<[Buffer, string]> {
  const options = { N: cost, r: blockSize, p: parallel, maxmem: 256 * cost * blockSize }
  const both = await derive(passphrase.normalize('NFC'), Buffer.from(salt, 'hex'), 64, options)
  const check = createHmac('sha256', both.subarray(32)).update('zhike backup').digest('hex').slice(0, 32)
  return [both.subarray(0, 32), check]
}

/** How a new archive is encrypted, and the key. */
export async function newEncryption(passphrase: string): Promise<{ encryption: Encryption; key: Buffer }> {
  const shape = {
    cipher: 'aes-256-gcm',
    derivation: 'scrypt',
    salt: randomBytes(16).toString('hex'),
    cost: 32_768,
    blockSize: 8,
    parallel: 1,
  } as const
  const [key, check] = await keysFor(passphrase, shape)
  return { encryption: { ...shape, check }, key }
}

/** The key of an archive. Throws where the passphrase is missing or another one. */
export async function keyOf(encryption: Encryption, passphrase: string | undefined): Promise<Buffer> {
  if (!passphrase)
    throw archiveFault(
      'passphrase-needed',
      '备份已加密，请用 ZHIKE_BACKUP_PASSPHRASE 提供口令。',
      'The backup is encrypted; give its passphrase with ZHIKE_BACKUP_PASSPHRASE.',
    )
  // Whoever made the file may ask for any cost; one that would take the memory of this machine is not ours.
  if (encryption.cipher !== 'aes-256-gcm' || encryption.cost > 1 << 20 || encryption.blockSize > 32 || encryption.parallel > 16)
    throw archiveFault('damaged', '备份的加密方式无法识别。', 'The encryption of the backup is not known.')
  const [key, check] = await keysFor(passphrase, encryption)
  if (!timingSafeEqual(Buffer.from(check), Buffer.from(encryption.check.padEnd(check.length).slice(0, check.length))))
    throw archiveFault('passphrase-wrong', '口令不正确。', 'The passphrase is not the right one.')
  return key
}

const damaged = () => archiveFault('damaged', '备份文件已损坏或被改动。', 'The backup is damaged or has been altered.')

/**
 * With a key, frames are encrypted with AES-256-GCM: the counter of the frame is its nonce, the head of the archive is authenticated with
 * each. Without one, each frame ends with a digest of itself and all before it: that shows damage, not a forger.
 */
export function frameSeal(head: Buffer, key: Buffer | undefined): FrameSeal {
  const bound = createHash('sha256').update(head).digest()
  if (!key) {
    let link = bound
    const tagOf = (body: Buffer) =>
      (link = hash('sha256', Buffer.concat([link, hash('sha256', body, 'buffer')]), 'buffer')).subarray(0, tagLength)
    return {
      close: (body) => [body, tagOf(body)],
      open(sealed) {
        const body = sealed.subarray(0, -tagLength)
        if (!tagOf(body).equals(sealed.subarray(-tagLength))) throw damaged()
        return body
      },
    }
  }
  let counter = 0
  const nonce = () => {
    const bytes = Buffer.alloc(12)
    bytes.writeBigUInt64BE(BigInt(counter++), 4)
    return bytes
  }
  return {
    close(body) {
      const cipher = createCipheriv('aes-256-gcm', key, nonce()).setAAD(bound)
      return [cipher.update(body), cipher.final(), cipher.getAuthTag()]
    },
    open(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', key, nonce(), { authTagLength: tagLength }).setAAD(bound)
      decipher.setAuthTag(sealed.subarray(-tagLength))
      try {
        return Buffer.concat([decipher.update(sealed.subarray(0, -tagLength)), decipher.final()])
      } catch {
        throw damaged()
      }
    },
  }
}
