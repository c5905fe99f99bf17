import { describe, expect, it } from 'vitest'
import { dayOfRelative, instantOfRelative, isRelative, type RelativeDay } from './relative.ts'

describe('a relative day', () => {
  it.each<[RelativeDay, string, string]>([
    [{ from: 'today' }, '2026-11-22', '2026-11-22'],
    [{ from: 'today', plus: -30 }, '2026-11-22', '2026-10-23'],
    [{ from: 'today', plus: 7 }, '2026-12-28', '2027-01-04'],
    [{ from: 'week' }, '2026-11-22', '2026-11-16'],
    [{ from: 'week', plus: 1 }, '2026-11-23', '2026-11-30'],
    [{ from: 'month' }, '2026-11-22', '2026-11-01'],
    [{ from: 'month', plus: -1 }, '2026-01-31', '2025-12-01'],
    [{ from: 'quarter' }, '2026-11-22', '2026-10-01'],
    [{ from: 'quarter', plus: -4 }, '2026-02-01', '2025-01-01'],
    [{ from: 'year', plus: 1 }, '2026-11-22', '2027-01-01'],
  ])('%o on %s is %s', (relative, today, expected) => expect(dayOfRelative(relative, today)).toBe(expected))

  it('begins at midnight of the zone, not of UTC', () => {
    const lateEvening = Date.parse('2026-11-21T17:30:00Z')
    expect(instantOfRelative({ from: 'today' }, lateEvening, 'Asia/Shanghai')).toBe('2026-11-21T16:00:00.000Z')
    expect(instantOfRelative({ from: 'today' }, lateEvening, 'Europe/London')).toBe('2026-11-21T00:00:00.000Z')
  })

  it.each([
    [{ from: 'today', plus: 1.5 }],
    [{ from: 'century' }],
    [{ from: 'today', other: 1 }],
    ['today'],
    [null],
    [{ plus: 3 }],
    [{ from: 'today', plus: 1e9 }],
  ])('%o is none', (value) => expect(isRelative(value)).toBe(false))
})
