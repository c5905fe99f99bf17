import { describe, expect, it } from 'vitest'
import { fitsEvent, isHopeless, pauseAfter, pauses, unknownEvents } from './webhook.ts'

describe('a webhook', () => {
  it.each([
    ['*', true],
    ['customer', true],
    ['customer.*', true],
    ['*.created', true],
    ['customer.created', true],
    ['customer.edited', false],
    ['contact', false],
    ['*.edited', false],
  ])('that asks for %s is told of a new customer: %s', (chosen, fits) => expect(fitsEvent(chosen, 'customer.created')).toBe(fits))

  it('cannot ask for what never happens', () => {
    expect(unknownEvents(['customer.created', 'customer.exploded', 'cust omer', '*', 'no.*'], ['customer.created'])).toEqual([
      'customer.exploded',
      'cust omer',
      'no.*',
    ])
  })

  it('is tried for more than a day, later each time, and not sooner than it asks', () => {
    expect(pauses.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(86_400)
    expect(pauses.toSorted((a, b) => a - b)).toEqual(pauses)
    expect(pauseAfter(1, null, 0)).toBe(5)
    expect(pauseAfter(1, 120, 0)).toBe(120)
    expect(pauseAfter(1, 999_999, 0)).toBe(3600)
    expect(pauseAfter(2, null, 1)).toBe(72)
    expect(pauseAfter(pauses.length + 1, null, 0)).toBeNull()
  })

  it('is given up after three days without an answer', () => {
    expect(isHopeless(null, 0)).toBe(false)
    expect(isHopeless('2026-01-01T00:00:00.000Z', Date.parse('2026-01-03T23:59:00Z'))).toBe(false)
    expect(isHopeless('2026-01-01T00:00:00.000Z', Date.parse('2026-01-04T00:00:00Z'))).toBe(true)
  })
})
