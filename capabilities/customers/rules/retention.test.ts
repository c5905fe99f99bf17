import { describe, expect, it } from 'vitest'
import { isAsTried, isTooMuch } from './retention.ts'

describe('a retention rule', () => {
  it.each([
    ['draft', 3, 3, true],
    ['draft', 3, null, false],
    ['draft', 4, 3, false],
    ['active', 4, 3, true],
    ['active', 5, 3, false],
    ['stopped', 5, 3, false],
  ])('%s in version %i, tried in %s, is as tried: %s', (state, version, triedVersion, is) =>
    expect(isAsTried({ state, version, triedVersion })).toBe(is),
  )

  it.each([
    [0, 0, 5, false],
    [10, 10, 5, false],
    [11, 100, 5, true],
    [50, 1000, 5, false],
    [51, 1000, 5, true],
    [11, 11, 100, false],
  ])('with %i of %i at %i per cent stops itself: %s', (hits, all, percent, is) => expect(isTooMuch(hits, all, percent)).toBe(is))
})
