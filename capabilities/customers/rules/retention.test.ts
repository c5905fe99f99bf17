import { describe, expect, it } from 'vitest'
import { isTooMuch, retentionFaults, type CountedFrom, type Retained, type RetentionDeed } from './retention.ts'

describe('a retention rule', () => {
  it.each<[Retained, CountedFrom, RetentionDeed, string[]]>([
    ['customer', 'lastContact', 'recycle', []],
    ['customer', 'ended', 'recycle', []],
    ['contact', 'withdrawn', 'erase', []],
    ['activity', 'happened', 'recycle', []],
    ['asset', 'ended', 'recycle', []],
    ['bin', 'recycled', 'purge', []],
    ['customer', 'withdrawn', 'recycle', ['since']],
    ['customer', 'created', 'purge', ['deed']],
    ['customer', 'created', 'erase', ['deed']],
    ['activity', 'lastContact', 'erase', ['since', 'deed']],
    ['bin', 'created', 'recycle', ['since', 'deed']],
  ])('%s since %s, to %s', (what, since, deed, faults) => expect(Object.keys(retentionFaults({ what, since, deed }))).toEqual(faults))

  it.each([
    [0, 0, 5, false],
    [10, 10, 5, false],
    [11, 100, 5, true],
    [50, 1000, 5, false],
    [51, 1000, 5, true],
    [11, 11, 100, false],
  ])('with %i of %i at %i per cent stops itself: %s', (hits, all, percent, is) => expect(isTooMuch(hits, all, percent)).toBe(is))
})
