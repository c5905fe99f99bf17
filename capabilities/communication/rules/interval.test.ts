import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#engine/time/days.ts'
import { afterInterval, lengthOf, sayInterval, units, type Interval } from './interval.ts'

const interval = fc.record({
  every: fc.integer({ min: 1, max: 366 }),
  unit: fc.constantFrom(...(Object.keys(units) as Interval['unit'][])),
})
const someDay = fc.integer({ min: 0, max: 36_500 }).map((n) => addDays('1990-01-01', n))

describe('an interval', () => {
  it.each([
    ['2026-10-12', 30, 'day', '2026-11-11'],
    ['2026-10-12', 2, 'week', '2026-10-26'],
    ['2026-01-31', 1, 'month', '2026-02-28'],
    ['2028-01-31', 1, 'month', '2028-02-29'],
    ['2026-11-30', 3, 'month', '2027-02-28'],
    ['2026-12-15', 13, 'month', '2028-01-15'],
  ] as const)('from %s on, %i %s: %s', (day, every, unit, then) => expect(afterInterval(day, { every, unit })).toBe(then))

  it('leads on, never back, and never further than its length and the shortness of a month', () =>
    fc.assert(
      fc.property(someDay, interval, (day, of) => {
        const then = afterInterval(day, of)
        const days = (Date.parse(then) - Date.parse(day)) / 86_400_000
        return then > day && Math.abs(days - lengthOf(of)) <= (of.unit === 'month' ? 3 + of.every * 0.1 : 0)
      }),
    ))
  it('is not overtaken by a later beginning', () =>
    fc.assert(fc.property(someDay, someDay, interval, (a, b, of) => a > b || afterInterval(a, of) <= afterInterval(b, of))))

  it.each([
    [{ every: 30, unit: 'day' }, '每 30 天', 'every 30 days'],
    [{ every: 1, unit: 'week' }, '每周', 'every week'],
    [{ every: 1, unit: 'month' }, '每月', 'every month'],
    [{ every: 3, unit: 'month' }, '每 3 个月', 'every 3 months'],
  ] as const)('%j is said', (of, zh, en) => expect(sayInterval(of)).toEqual({ zh, en }))
})
