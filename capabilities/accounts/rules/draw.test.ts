import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draw } from './draw.ts'

const some = (name: string, most: number) =>
  fc.integer({ min: 0, max: most }).map((n) => Array.from({ length: n }, (_, i) => `${name}${i}`))

describe('drawing a leaver’s files', () => {
  it('gives every file to one receiver, as many to each but for one, and the same for the same seed', () => {
    fc.assert(
      fc.property(some('file', 60), some('person', 9), fc.string(), fc.boolean(), (files, receivers, seed, isTurned) => {
        const drawn = draw(files, receivers, seed)
        expect(drawn.size).toBe(receivers.length === 0 ? 0 : files.length)
        const counts = receivers.map((receiver) => [...drawn.values()].filter((one) => one === receiver).length)
        if (counts.length > 0) expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
        expect(draw(isTurned ? files.toReversed() : files, receivers.toReversed(), seed)).toEqual(drawn)
      }),
    )
  })
  it('leaves to chance who gets what', () => {
    const files = Array.from({ length: 40 }, (_, i) => `file${i}`)
    const of = (seed: string) => [...draw(files, ['a', 'b', 'c'], seed)].filter(([, who]) => who === 'a').map(([file]) => file)
    expect(of('one')).not.toEqual(of('two'))
    // Whoever is first in the list gets the file too many no more often than the others.
    const more = Array.from(
      { length: 300 },
      (_, i) => [...draw(files, ['a', 'b', 'c'], `s${i}`).values()].filter((who) => who === 'a').length,
    )
    expect(more.filter((n) => n === 14).length).toBeGreaterThan(60)
    expect(more.filter((n) => n === 14).length).toBeLessThan(140)
  })
})
