import { describe, expect, it } from 'vitest'
import { base32, codeAddress, codeAt, fromBase32, stepAt, stepOf } from './one-time-code.ts'

const secret = Buffer.from('12345678901234567890')

describe('a code that changes with time', () => {
  // RFC 6238, appendix B.
  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('at second %i is %s', (second, code) => {
    expect(codeAt(secret, stepAt(second * 1000), 8)).toBe(code)
    expect(codeAt(secret, stepAt(second * 1000))).toBe(code.slice(2))
  })

  it('is taken half a minute too early or too late, and no more', () => {
    const now = 1_800_000_000_000
    const at = (offset: number) => stepOf(secret, codeAt(secret, stepAt(now) + offset), now)
    expect([-2, -1, 0, 1, 2].map(at)).toEqual([undefined, stepAt(now) - 1, stepAt(now), stepAt(now) + 1, undefined])
  })
})

it('a secret is written after RFC 4648 and read back', () => {
  expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI')
  expect(base32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  expect(fromBase32(base32(secret))).toEqual(secret)
  expect(codeAddress('知客', 'li@example.cn', 'ABC')).toBe(
    'otpauth://totp/%E7%9F%A5%E5%AE%A2%3Ali%40example.cn?secret=ABC&issuer=%E7%9F%A5%E5%AE%A2&algorithm=SHA1&digits=6&period=30',
  )
})
