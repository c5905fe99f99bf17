import { expect, it } from 'vitest'
import { addDays, weekdayOf } from './days.ts'
import { holidayNamed, shippedHolidays, unknownYears, yearsToKnow } from './public-holidays.ts'

const years = [2020, 2021, 2022, 2023, 2024, 2025, 2026]

// Days off and make-up workdays within the year: 31 December 2022 belongs to the New Year after it.
it.each([
  [2020, 30, 6],
  [2021, 31, 7],
  [2022, 32, 7],
  [2023, 26, 7],
  [2024, 28, 8],
  [2025, 28, 5],
  [2026, 33, 6],
])('%i: %i days off, %i make-up workdays', (year, off, working) => {
  const days = [...shippedHolidays].filter(([day]) => day.startsWith(String(year)))
  expect(days.filter(([, { kind }]) => kind === 'off')).toHaveLength(off)
  expect(days.filter(([, { kind }]) => kind === 'working')).toHaveLength(working)
})

it('only weekends are made workdays', () => {
  for (const [day, { kind }] of shippedHolidays) if (kind === 'working') expect([6, 7], day).toContain(weekdayOf(day))
})

it('as many workdays become days off as weekends become workdays, but for the statutory holidays', () => {
  // Eleven statutory holidays until 2024, thirteen since; those that fall on a weekend are given on another day.
  for (const year of years) {
    const days = [...shippedHolidays].filter(([day]) => day.startsWith(String(year)))
    const onWeekdays = days.filter(([day, { kind }]) => kind === 'off' && weekdayOf(day) <= 5).length
    const madeUp = days.filter(([, { kind }]) => kind === 'working').length
    expect(onWeekdays - madeUp, String(year)).toBeGreaterThanOrEqual(10)
    expect(onWeekdays - madeUp, String(year)).toBeLessThanOrEqual(14)
  }
})

it.each([
  ['2026-02-17', 'off', '春节'],
  ['2026-02-14', 'working', '春节'],
  ['2026-10-10', 'working', '国庆节'],
  ['2025-10-06', 'off', '中秋节'],
  ['2022-12-31', 'off', '元旦'],
  ['2020-02-02', 'off', '春节'],
])('%s is %s for %s', (day, kind, name) => expect(shippedHolidays.get(day)).toMatchObject({ kind, name: { zh: name } }))

it('knows which years are known, and which somebody should see to', () => {
  expect(unknownYears(shippedHolidays, [...years, 2019, 2027])).toEqual([2019, 2027])
  const brought = (n: number) => new Map(Array.from({ length: n }, (_, i) => [addDays('2027-02-05', i), { kind: 'off' as const }]))
  expect(unknownYears(brought(10), [2026, 2027])).toEqual([2027])
  expect(unknownYears(brought(11), [2026, 2027])).toEqual([])
  expect(yearsToKnow('2026-10-31')).toEqual([2026])
  expect(yearsToKnow('2026-11-01')).toEqual([2026, 2027])
  expect(yearsToKnow(addDays('2026-12-31', 1))).toEqual([2027])
})

it.each([
  ['国庆', 'National Day'],
  ['春节', 'Spring Festival'],
  ['厂庆', '厂庆'],
])('%s is %s in English', (name, en) => expect(holidayNamed(name).en).toBe(en))
