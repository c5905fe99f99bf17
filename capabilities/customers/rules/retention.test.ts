import { describe, expect, it } from 'vitest'
import { isTooMuch } from './retention.ts'

describe('a retention rule', () => {
  it.each([
    [0, 0, 5, false],
    [10, 10, 5, false],
    [11, 100, 5, true],
    [50, 1000, 5, false],
    [51, 1000, 5, true],
    [11, 11, 100, false],
  ])('with %i of %i at %i per cent stops itself: %s', (hits, all, percent, is) => expect(isTooMuch(hits, all, percent)).toBe(is))
})
