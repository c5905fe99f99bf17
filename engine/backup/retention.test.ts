import { describe, expect, it } from 'vitest'
import { kept } from './retention.ts'

const on = (...days: string[]) => days.map((day) => ({ day, at: `${day}T18:30:00Z` }))
/** Every day of the year up to the 22nd of November. */
const year = on(...Array.from({ length: 326 }, (_, i) => new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10)))
const daysOf = (backups: ReturnType<typeof on>, keep: Parameters<typeof kept>[1]) => [...kept(backups, keep)].map(({ day }) => day).sort()

describe('of the backups', () => {
  it('the last of each day, week and month is kept', () => {
    expect(daysOf(year, { daily: 3, weekly: 3, monthly: 3 })).toEqual([
      '2026-09-30',
      '2026-10-31',
      '2026-11-08',
      '2026-11-15',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
    ])
  })

  it('nights without one are not counted: the last ones stay, however old', () => {
    expect(daysOf(on('2026-01-01', '2026-03-05', '2026-03-06'), { daily: 2, weekly: 0, monthly: 0 })).toEqual(['2026-03-05', '2026-03-06'])
  })

  it('of two of one day the later is kept', () => {
    const two = [
      { day: '2026-11-22', at: '2026-11-22T01:00:00Z' },
      { day: '2026-11-22', at: '2026-11-22T09:00:00Z' },
    ]
    expect([...kept(two, { daily: 7, weekly: 4, monthly: 12 })]).toEqual([two[1]])
  })

  it('the newest always stays', () => expect(daysOf(year, { daily: 0, weekly: 0, monthly: 0 })).toEqual(['2026-11-22']))
})
