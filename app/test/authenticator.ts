import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

/** A device that keeps passkeys, without its owner's finger: it signs whatever it is asked to. What it says of itself can be bent for tests. */

const sha256 = (content: Buffer | string): Buffer => createHash('sha256').update(content).digest()
const url64 = (content: Buffer): string => content.toString('base64url')

interface Held {
  id: Buffer
  host: string
  handle: string
  key: KeyObject
  counter: number
}

interface Bent {
  origin?: string
  host?: string
  /** Of the flags of the answer: whether its owner has shown himself to the device. */
  isVerified?: boolean
  counter?: number
  type?: string
  handle?: string | null
  key?: KeyObject
  /** A statement with a certificate, as none is asked for. */
  hasCertificate?: boolean
}

const clientData = (type: string, challenge: string, origin: string): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

const present = 0x01
const verified = 0x04
const attested = 0x40

const head = (host: string, flags: number, counter: number): Buffer => {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  return Buffer.concat([sha256(host), Buffer.from([flags]), count])
}

/** Text, bytes and maps as the protocol writes them (CBOR), no more than is needed here. */
const text = (value: string): Buffer => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])
const bytes = (value: Buffer): Buffer => Buffer.concat([Buffer.from([0x59, value.length >> 8, value.length & 0xff]), value])

export interface Authenticator {
  /** Makes a passkey. @param options as the server has answered them */
  make(options: any, bent?: Bent): object
  /** Signs with a passkey: the first that is asked for, or the last that it has for this site. */
  use(options: any, bent?: Bent): object
}

/** @param counts a counter stays at nothing with most of today's passkeys */
export function openAuthenticator(site: string, { counts = false } = {}): Authenticator {
  const all: Held[] = []
  function make(options: any, bent: Bent = {}): object {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string }
    const id = randomBytes(32)
    const counter = counts ? 1 : 0
    all.push({ id, host: options.rp.id, handle: options.user.id, key: privateKey, counter })
    const part = (which: number, value: string) => Buffer.concat([Buffer.from([which, 0x58, 0x20]), Buffer.from(value, 'base64url')])
    const cose = Buffer.concat([Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01]), part(0x21, x), part(0x22, y)])
    const flags = present | (bent.isVerified === false ? 0 : verified) | attested
    const authData = Buffer.concat([
      head(bent.host ?? options.rp.id, flags, counter),
      Buffer.alloc(16),
      Buffer.from([0, id.length]),
      id,
      cose,
    ])
    const statement = bent.hasCertificate
      ? Buffer.concat([Buffer.from([0xa1]), text('x5c'), Buffer.from([0x81]), bytes(randomBytes(300))])
      : Buffer.from([0xa0])
    const attestation = Buffer.concat([
      Buffer.from([0xa3]),
      text('fmt'),
      text(bent.hasCertificate ? 'packed' : 'none'),
      text('attStmt'),
      statement,
      text('authData'),
      bytes(authData),
    ])
    return {
      id: url64(id),
      rawId: url64(id),
      type: 'public-key',
      response: {
        clientDataJSON: url64(clientData(bent.type ?? 'webauthn.create', options.challenge, bent.origin ?? site)),
        attestationObject: url64(attestation),
        transports: ['internal'],
      },
      clientExtensionResults: {},
    }
  }

  function use(options: any, bent: Bent = {}): object {
    const allowed = options.allowCredentials as { id: string }[] | undefined
    const held = all.findLast(({ id, host }) => host === options.rpId && (!allowed || allowed.some((each) => each.id === url64(id))))!
    if (counts) held.counter += 1
    const authData = head(bent.host ?? held.host, present | (bent.isVerified === false ? 0 : verified), bent.counter ?? held.counter)
    const said = clientData(bent.type ?? 'webauthn.get', options.challenge, bent.origin ?? site)
    return {
      id: url64(held.id),
      rawId: url64(held.id),
      type: 'public-key',
      response: {
        clientDataJSON: url64(said),
        authenticatorData: url64(authData),
        signature: url64(sign('sha256', Buffer.concat([authData, sha256(said)]), bent.key ?? held.key)),
        userHandle: bent.handle === undefined ? held.handle : bent.handle,
      },
      clientExtensionResults: {},
    }
  }
  return { make, use }
}
