import fc from 'fast-check'
import { RRuleTemporal } from 'rrule-temporal'
import { describe, expect, it } from 'vitest'
import { addDays, daysInMonth, daysBetween, mondayOf, partsOfDay, weekdayOf } from './days.ts'
import {
  anchorRepetition,
  daysOf,
  inOrder,
  moveRepetition,
  nextOf,
  readRepetition,
  writeRepetition,
  type Repetition,
} from './repetition.ts'
import { sayRepetition } from './say-repetition.ts'
import { instantOfLocal } from './zone.ts'

const rule = (text: string): Repetition => readRepetition(text)!

describe('the text of a rule', () => {
  it.each([
    ['FREQ=DAILY', 'FREQ=DAILY'],
    ['RRULE:freq=daily;interval=3', 'FREQ=DAILY;INTERVAL=3'],
    ['FREQ=WEEKLY;BYDAY=WE,MO;WKST=MO', 'FREQ=WEEKLY;BYDAY=MO,WE'],
    ['FREQ=MONTHLY;BYMONTHDAY=15;COUNT=4', 'FREQ=MONTHLY;BYMONTHDAY=15;COUNT=4'],
    ['FREQ=MONTHLY;BYMONTHDAY=31', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['FREQ=MONTHLY;BYMONTHDAY=30', 'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1'],
    ['FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1;UNTIL=20301231', 'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1;UNTIL=20301231'],
    ['FREQ=DAILY;UNTIL=20261231T170000Z', 'FREQ=DAILY;UNTIL=20270101'],
  ])('%s is read and written as %s', (text, expected) => expect(writeRepetition(rule(text))).toBe(expected))

  it.each([
    '',
    'every day',
    'FREQ=HOURLY',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=DAILY;INTERVAL=1000',
    'FREQ=DAILY;COUNT=3;UNTIL=20261231',
    'FREQ=DAILY;BYDAY=MO',
    'FREQ=MONTHLY;BYDAY=1MO',
    'FREQ=MONTHLY;BYMONTHDAY=1,15',
    'FREQ=MONTHLY;BYMONTHDAY=32',
    'FREQ=DAILY;UNTIL=20260230',
    'FREQ=DAILY;FREQ=WEEKLY',
    'FREQ=DAILY;',
    'FREQ=DAILY;BYHOUR=9',
    'FREQ=WEEKLY;WKST=SU',
  ])('"%s" is not taken', (text) => expect(readRepetition(text)).toBeUndefined())
})

describe('what comes next', () => {
  it.each<[rule: string, day: string, today: string, next: string | null, left?: number]>([
    ['FREQ=DAILY', '2026-06-15', '2026-06-15', '2026-06-16'],
    ['FREQ=DAILY', '2026-06-15', '2026-06-10', '2026-06-16'],
    ['FREQ=DAILY;INTERVAL=3', '2026-06-15', '2026-06-20', '2026-06-21'],
    ['FREQ=WEEKLY;BYDAY=MO', '2026-06-15', '2026-06-15', '2026-06-22'],
    ['FREQ=WEEKLY;BYDAY=MO', '2026-06-15', '2026-06-24', '2026-06-29'],
    ['FREQ=WEEKLY;BYDAY=MO,WE,FR', '2026-06-15', '2026-06-15', '2026-06-17'],
    ['FREQ=WEEKLY;BYDAY=MO,FR;INTERVAL=2', '2026-06-19', '2026-06-19', '2026-06-29'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2026-01-31', '2026-01-31', '2026-02-28'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '2028-01-31', '2028-01-31', '2028-02-29'],
    ['FREQ=MONTHLY;BYMONTHDAY=30', '2026-01-30', '2026-01-30', '2026-02-28'],
    ['FREQ=MONTHLY;BYMONTHDAY=30', '2026-02-28', '2026-02-28', '2026-03-30'],
    ['FREQ=MONTHLY', '2026-01-31', '2026-01-31', '2026-02-28'],
    ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=5', '2026-11-05', '2026-11-05', '2027-02-05'],
    ['FREQ=YEARLY', '2028-02-29', '2028-02-29', '2029-02-28'],
    ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1', '2027-02-28', '2027-02-28', '2028-02-29'],
    ['FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1', '2026-06-01', '2026-06-01', '2027-06-01'],
    ['FREQ=DAILY;UNTIL=20260616', '2026-06-15', '2026-06-15', '2026-06-16'],
    ['FREQ=DAILY;UNTIL=20260616', '2026-06-16', '2026-06-16', null],
    ['FREQ=DAILY;UNTIL=20260616', '2026-06-15', '2026-06-17', null],
    ['FREQ=DAILY;COUNT=3', '2026-06-15', '2026-06-15', '2026-06-16', 2],
    ['FREQ=DAILY;COUNT=3', '2026-06-15', '2026-06-17', '2026-06-17', 1],
    ['FREQ=DAILY;COUNT=3', '2026-06-15', '2026-06-18', null],
    ['FREQ=DAILY;COUNT=1', '2026-06-15', '2026-06-15', null],
    ['FREQ=YEARLY;INTERVAL=999', '9500-01-01', '9500-01-01', null],
    ['FREQ=DAILY', '9999-12-31', '9999-12-31', null],
    // The first one need not fit the rule; the phase of the weeks is that of its week.
    ['FREQ=WEEKLY;BYDAY=MO;INTERVAL=2', '2026-06-17', '2026-06-17', '2026-06-29'],
  ])('%s after %s, done on %s: %s', (text, day, today, next, left) => {
    const found = nextOf(rule(text), day, today)
    expect(found?.day ?? null).toBe(next)
    if (left !== undefined) expect(found?.repetition.count).toBe(left)
  })

  it('says of the next one what the first left open, so that a short month does not wear the rule down', () => {
    const february = nextOf(rule('FREQ=MONTHLY'), '2026-01-30', '2026-01-30')!
    expect(february.day).toBe('2026-02-28')
    expect(nextOf(february.repetition, february.day, february.day)?.day).toBe('2026-03-30')
  })
})

it.each<[string, string, string, string]>([
  ['FREQ=WEEKLY;BYDAY=MO,FR', '2026-06-15', '2026-06-16', 'FREQ=WEEKLY;BYDAY=TU,FR'],
  ['FREQ=WEEKLY;BYDAY=MO,FR', '2026-06-15', '2026-06-19', 'FREQ=WEEKLY;BYDAY=FR'],
  ['FREQ=MONTHLY;BYMONTHDAY=5;COUNT=3', '2026-06-05', '2026-06-07', 'FREQ=MONTHLY;BYMONTHDAY=7;COUNT=3'],
  ['FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1', '2026-06-01', '2026-07-02', 'FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=2'],
  ['FREQ=DAILY;INTERVAL=2', '2026-06-01', '2026-06-04', 'FREQ=DAILY;INTERVAL=2'],
])('%s moved from %s to %s is %s', (text, from, to, expected) =>
  expect(writeRepetition(moveRepetition(rule(text), from, to))).toBe(expected),
)

describe('as a sentence', () => {
  it.each([
    ['FREQ=DAILY', '每天', 'Every day'],
    ['FREQ=DAILY;INTERVAL=3', '每 3 天', 'Every 3 days'],
    ['FREQ=WEEKLY;BYDAY=MO,WE', '每周一、周三', 'Every Monday and Wednesday'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '每周一至周五', 'Every Monday to Friday'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=5', '每 2 周的周一，连这次还有 5 次', 'Every 2 weeks on Monday, 5 times including this one'],
    ['FREQ=MONTHLY;BYMONTHDAY=15', '每月 15 日', 'Every month on the 15th'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', '每月最后一天', 'Every month on the last day'],
    ['FREQ=MONTHLY;BYMONTHDAY=30', '每月 30 日（不足时为最后一天）', 'Every month on the 30th, or the last day'],
    ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1', '每 3 个月的 1 日', 'Every 3 months on the 1st'],
    [
      'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1;UNTIL=20301231',
      '每年 6 月 1 日，到 2030-12-31 为止',
      'Every year on the 1st of June, until 2030-12-31',
    ],
    ['FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=-1', '每 2 年的 2 月最后一天', 'Every 2 years on the last day of February'],
  ])('%s', (text, zh, en) => expect(sayRepetition(rule(text))).toEqual({ zh, en }))
})

/** A day of the years that matter, with month ends more often than chance would have it. */
const someDay = fc
  .tuple(fc.integer({ min: 2024, max: 2032 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom(1, 5, 15, 27, 28, 29, 30, 31))
  .map(
    ([year, month, date]) =>
      `${year}-${String(month).padStart(2, '0')}-${String(Math.min(date, daysInMonth(year, month))).padStart(2, '0')}`,
  )

const someRule: fc.Arbitrary<Repetition> = fc
  .record({
    unit: fc.constantFrom('day', 'week', 'month', 'year'),
    every: fc.integer({ min: 1, max: 5 }),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 4 }).map(inOrder),
    monthDay: fc.constantFrom<number | 'last' | undefined>(undefined, 1, 15, 28, 29, 30, 'last'),
    month: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    end: fc.oneof(fc.constant({}), fc.record({ count: fc.integer({ min: 1, max: 9 }) }), fc.record({ until: someDay })),
  })
  .map(({ unit, every, weekdays, monthDay, month, end }) => ({
    unit: unit as Repetition['unit'],
    every,
    ...(unit === 'week' && weekdays.length > 0 ? { weekdays } : {}),
    ...((unit === 'month' || unit === 'year') && monthDay ? { monthDay } : {}),
    ...(unit === 'year' && month ? { month } : {}),
    ...end,
  }))

/** The same by looking at every day in turn, up to a day. */
function naiveDays(repetition: Repetition, first: string, end: string): string[] {
  const { unit, every, weekdays, monthDay, month, until, count = Infinity } = anchorRepetition(repetition, first)
  const [firstYear, firstMonth] = partsOfDay(first)
  const found = [first]
  for (let day = addDays(first, 1); found.length < count && day < end; day = addDays(day, 1)) {
    if (until && day > until) break
    const [y, m, d] = partsOfDay(day)
    const last = daysInMonth(y, m)
    const fitsDay = d === (monthDay === 'last' ? last : Math.min(monthDay ?? 0, last))
    const fits = {
      day: daysBetween(first, day) % every === 0,
      week: (weekdays ?? []).includes(weekdayOf(day)) && (daysBetween(mondayOf(first), mondayOf(day)) / 7) % every === 0,
      month: fitsDay && (y * 12 + m - firstYear * 12 - firstMonth) % every === 0,
      year: fitsDay && m === month && (y - firstYear) % every === 0,
    }[unit]
    if (fits) found.push(day)
  }
  return found
}

describe('any rule', () => {
  it('says the same after it was written and read', () => {
    fc.assert(
      fc.property(someRule, (repetition) => {
        expect(readRepetition(writeRepetition(repetition))).toEqual(repetition)
      }),
    )
  })

  it('comes on the days that one finds by looking at every day', () => {
    fc.assert(
      fc.property(someRule, someDay, (repetition, first) => {
        const end = addDays(first, repetition.unit === 'year' ? 2300 : 300)
        const days: string[] = []
        for (const day of daysOf(repetition, first)) {
          if (day >= end) break
          days.push(day)
        }
        expect(days).toEqual(naiveDays(repetition, first, end))
      }),
      { numRuns: 100 },
    )
  })

  it('means to other programs what it means here', () => {
    fc.assert(
      fc.property(someRule, someDay, fc.constantFrom('Asia/Shanghai', 'America/New_York'), (repetition, first, zone) => {
        const anchored = anchorRepetition(repetition, first)
        const [head, ...rest] = daysOf(anchored, first).take(9).toArray()
        // Others count only days that fit the rule; here the first one counts whatever it is.
        const text = writeRepetition({ ...anchored, count: undefined } as Repetition).replace(/;UNTIL=\d+/, '')
        const until = anchored.until ? `;UNTIL=${instantOfLocal(anchored.until, 23, 59, 59, zone).replace(/[-:]|\.000/g, '')}` : ''
        const other = new RRuleTemporal({ rruleString: `DTSTART;TZID=${zone}:${first.replaceAll('-', '')}T090000\nRRULE:${text}${until}` })
        const theirs: string[] = []
        for (let after = other.next(new Date(`${addDays(first, -1)}T00:00:00Z`), true); after && theirs.length < 10;) {
          theirs.push(after.toString().slice(0, 10))
          after = other.next(after, false)
        }
        expect(head).toBe(first)
        expect(theirs.filter((day) => day > first).slice(0, rest.length)).toEqual(rest)
      }),
      { numRuns: 60 },
    )
  })

  it('goes on from any of its days as it went on from the first', () => {
    fc.assert(
      fc.property(someRule, someDay, fc.integer({ min: 0, max: 5 }), (repetition, first, skip) => {
        const days = daysOf(repetition, first).take(9).toArray()
        let at: { day: string; repetition: Repetition } | null = { day: first, repetition }
        for (let i = 0; i < days.length - 1 && at && i <= skip; i++) {
          at = nextOf(at.repetition, at.day, at.day)
          expect(at?.day).toBe(days[i + 1])
        }
      }),
    )
  })
})
