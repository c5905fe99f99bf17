import { describe, expect, it } from 'vitest'
import { isIdentityCard } from './identity-card.ts'
import { isUscc } from './uscc.ts'

describe('the number of an identity card (GB 11643)', () => {
  // Two that end in X; the first is the example of the standard itself.
  it.each(['11010519491231002X', '34052419800101001X'])('%s is one', (number) => expect(isIdentityCard(number)).toBe(true))
  it.each([
    ['a check character that does not fit', '110105194912310021'],
    ['a small x', '11010519491231002x'],
    ['fifteen digits', '110105491231002'],
    ['nothing', ''],
  ])('%s is none', (_, number) => expect(isIdentityCard(number)).toBe(false))
  it('no single digit can be mistyped unnoticed', () => {
    const number = '11010519491231002X'
    for (let i = 0; i < 17; i++)
      for (const digit of '0123456789')
        if (digit !== number[i]) expect(isIdentityCard(number.slice(0, i) + digit + number.slice(i + 1)), `${i}: ${digit}`).toBe(false)
  })
})

describe('the unified social credit code (GB 32100)', () => {
  it.each(['91330100799655058B', '91440300708461136T'])('%s is one', (code) => expect(isUscc(code)).toBe(true))
  it.each(['91330100799655058C', '9133010079965505', '91330100799655O58B', ''])('%s is none', (code) => expect(isUscc(code)).toBe(false))
})
