import { describe, expect, it } from 'vitest'
import { birthdayOf, isIdNumber } from './id-number.ts'
import { isUscc } from './uscc.ts'

describe('the number of an identity card (GB 11643)', () => {
  // The example of the standard itself, and one ending in X.
  it.each(['11010519491231002X', '440524188001010014'])('%s is one', (number) => expect(isIdNumber(number)).toBe(true))
  it.each([
    ['a check character that does not fit', '110105194912310021'],
    ['a small x', '11010519491231002x'],
    ['a birthday that never was', '11010519490230002X'],
    ['fifteen digits', '110105491231002'],
    ['nothing', ''],
  ])('%s is none', (_, number) => expect(isIdNumber(number)).toBe(false))
  it('no single digit can be mistyped unnoticed', () => {
    const number = '11010519491231002X'
    for (let i = 0; i < 17; i++)
      for (const digit of '0123456789')
        if (digit !== number[i]) expect(isIdNumber(number.slice(0, i) + digit + number.slice(i + 1)), `${i}: ${digit}`).toBe(false)
  })
  it('tells the birthday', () => {
    expect(birthdayOf('11010519491231002X')).toBe('1949-12-31')
    expect(birthdayOf('11010519491331002X')).toBeUndefined()
  })
})

describe('the unified social credit code (GB 32100)', () => {
  it.each(['91330100799655058B', '91440300708461136T'])('%s is one', (code) => expect(isUscc(code)).toBe(true))
  it.each(['91330100799655058C', '9133010079965505', '91330100799655O58B', ''])('%s is none', (code) => expect(isUscc(code)).toBe(false))
})
