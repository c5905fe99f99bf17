import { createHmac } from 'node:crypto'

/** Codes that change with time, after RFC 6238 with what every app for them does: SHA-1, six digits, thirty seconds. */

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** After RFC 4648, without padding: how apps take a secret by hand. */
export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((part) => letters[Number.parseInt(part.padEnd(5, '0'), 2)]).join('')
}

export function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}

/** The half minute that a moment lies in, counted from 1970. */
export const stepAt = (time: number): number => Math.floor(time / 30_000)

/** The code of a half minute. */
export function codeAt(secret: Buffer, step: number, digits = 6): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = mac[19]! & 15
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0')
}

/** The half minute whose code this is: the present one, or the one before or after it for clocks that differ. */
export function stepOf(secret: Buffer, code: string, time: number): number | undefined {
  const now = stepAt(time)
  return [now, now - 1, now + 1].find((step) => codeAt(secret, step) === code)
}

/** What an app reads from the picture. */
export const codeAddress = (issuer: string, account: string, secret: string): string =>
  `otpauth://totp/${encodeURIComponent(`${issuer}:${account}`)}?${new URLSearchParams({ secret, issuer, algorithm: 'SHA1', digits: '6', period: '30' })}`
