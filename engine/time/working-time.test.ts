import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, weekdayOf } from './days.ts'
import { usualWeek, type DayException, type WorkingCalendar, type WorkingRange } from './working-calendar.ts'
import { addWorkdays, addWorkingMinutes, isWorkday, isWorking, nextWorkingMoment, workdaysBetween, workingMinutes } from './working-time.ts'
import { showInstant } from './zone.ts'

/**
 * The oracle counts minute by minute: what a clock on the wall shows, and whether the hours of that day hold it. Some weeks of each zone are
 * laid out once, its changes of the clock among them; where they are the clock skips midnight, repeats it, or skips a day.
 */
const windows: [zone: string, from: string][] = [
  ['Asia/Shanghai', '2026-02-02'],
  ['Asia/Kathmandu', '2026-09-21'],
  ['Europe/London', '2026-03-16'],
  ['Europe/London', '2026-10-12'],
  ['America/New_York', '2026-10-19'],
  ['America/Santiago', '2026-03-23'],
  ['America/Santiago', '2026-08-24'],
  ['Africa/Cairo', '2026-04-13'],
  ['Africa/Cairo', '2026-10-19'],
  ['Australia/Lord_Howe', '2026-09-21'],
  ['Australia/Lord_Howe', '2026-03-23'],
  ['Pacific/Apia', '2011-12-19'],
]
const minutesLong = 20 * 1440

interface Window {
  zone: string
  from: number
  days: string[]
  clocks: number[]
}

function layOut([zone, day]: [string, string]): Window {
  const from = Date.parse(`${day}T00:00:00Z`)
  const shown = Array.from({ length: minutesLong }, (_, i) => showInstant(new Date(from + i * 60_000).toISOString(), zone))
  return {
    zone,
    from,
    days: shown.map((text) => text.slice(0, 10)),
    clocks: shown.map((text) => Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16))),
  }
}

const laidOut = windows.map(layOut)

/** The hours of a day, said once more and differently. */
function hoursOf({ week, exceptions }: WorkingCalendar, day: string): readonly WorkingRange[] {
  const exception = exceptions.get(day)
  if (!exception) return week[weekdayOf(day) - 1]!
  if (exception.kind === 'off') return []
  if (exception.ranges?.length) return exception.ranges
  if (exception.like) return week[exception.like - 1]!
  return week.filter((ranges) => ranges.length > 0)[0] ?? []
}

/** Which minutes are worked, and how many have been before each. */
function count(calendar: WorkingCalendar, { days, clocks }: Window): { is: Uint8Array; sums: Int32Array } {
  const is = new Uint8Array(minutesLong)
  const sums = new Int32Array(minutesLong + 1)
  let hours: readonly WorkingRange[] = []
  for (let i = 0; i < minutesLong; i++) {
    if (i === 0 || days[i] !== days[i - 1]) hours = hoursOf(calendar, days[i]!)
    for (const { from, to } of hours) if (clocks[i]! >= from && clocks[i]! < to) is[i] = 1
    sums[i + 1] = sums[i]! + is[i]!
  }
  return { is, sums }
}

// Hours of offices and of night shifts, until midnight and from it, with lunch and without, some of them foolish.
const range = fc.oneof(
  fc.constantFrom({ from: 540, to: 720 }, { from: 810, to: 1080 }, { from: 1320, to: 1440 }, { from: 0, to: 360 }, { from: 0, to: 1440 }),
  fc
    .record({ from: fc.integer({ min: 0, max: 1439 }), minutes: fc.integer({ min: 1, max: 700 }) })
    .map(({ from, minutes }) => ({ from, to: Math.min(1440, from + minutes) })),
)
const ranges = fc.oneof(
  { weight: 1, arbitrary: fc.constant([]) },
  { weight: 3, arbitrary: fc.array(range, { minLength: 1, maxLength: 3 }) },
)
const exception: fc.Arbitrary<DayException> = fc.oneof(
  fc.constant<DayException>({ kind: 'off' }),
  fc.constant<DayException>({ kind: 'working' }),
  fc.integer({ min: 1, max: 7 }).map((like): DayException => ({ kind: 'working', like })),
  fc.array(range, { minLength: 1, maxLength: 2 }).map((own): DayException => ({ kind: 'working', ranges: own })),
)

const situation = fc
  .record({
    window: fc.constantFrom(...laidOut),
    week: fc.oneof(fc.constant(usualWeek), fc.array(ranges, { minLength: 7, maxLength: 7 })),
    special: fc.array(fc.tuple(fc.integer({ min: 0, max: 19 }), exception), { maxLength: 6 }),
    spots: fc.array(fc.integer({ min: 1440, max: minutesLong - 1440 }), { minLength: 6, maxLength: 6 }),
    length: fc.integer({ min: 1, max: 3000 }),
  })
  .map(({ window, week, special, ...rest }) => ({
    ...rest,
    window,
    calendar: {
      zone: window.zone,
      week,
      exceptions: new Map(special.map(([at, value]) => [addDays(window.days[0]!, at), value])),
    } satisfies WorkingCalendar,
  }))

const momentOf = (window: Window, i: number) => new Date(window.from + i * 60_000).toISOString()

const outcome = (ask: () => string): string | null => {
  try {
    return ask()
  } catch {
    return null
  }
}

describe('against counting minute by minute', () => {
  it('500 calendars, six moments each, five questions of each', () => {
    fc.assert(
      fc.property(situation, ({ window, calendar, spots, length }) => {
        const { is, sums } = count(calendar, window)
        spots.forEach((spot, at) => {
          const from = momentOf(window, spot)
          expect(isWorking(calendar, from)).toBe(is[spot] === 1)
          const to = spots[(at + 1) % spots.length]!
          expect(workingMinutes(calendar, from, momentOf(window, to))).toBe(sums[to]! - sums[spot]!)

          const next = is.indexOf(1, spot)
          if (next >= 0) expect(nextWorkingMoment(calendar, from)).toBe(momentOf(window, next))

          const reached = sums.indexOf(sums[spot]! + length, spot)
          if (reached >= 0) expect(addWorkingMinutes(calendar, from, length)).toBe(momentOf(window, reached))
          const begun = sums.lastIndexOf(sums[spot]! - length, spot)
          if (begun >= 0) expect(addWorkingMinutes(calendar, from, -length)).toBe(momentOf(window, begun))
        })
      }),
      { numRuns: 500, seed: 20261122 },
    )
  })

  it('what is added is what lies between, far beyond the weeks laid out', () => {
    fc.assert(
      fc.property(situation, fc.integer({ min: -400_000, max: 400_000 }), ({ window, calendar, spots: [spot] }, minutes) => {
        const from = new Date(window.from + spot! * 60_000 + 12_345).toISOString()
        const to = outcome(() => addWorkingMinutes(calendar, from, minutes))
        if (to) expect(workingMinutes(calendar, from, to)).toBe(minutes)
      }),
      { numRuns: 400, seed: 7 },
    )
  })

  it('days', () => {
    fc.assert(
      fc.property(situation, fc.integer({ min: -15, max: 15 }), ({ window, calendar }, n) => {
        const start = addDays(window.days[0]!, 13)
        const isDay = (day: string) => hoursOf(calendar, day).length > 0
        const step = n < 0 ? -1 : 1
        let day = start
        let seen = 0
        for (let i = 0; i < 400 && seen !== n; i++) {
          day = addDays(day, step)
          expect(isWorkday(calendar, day)).toBe(isDay(day))
          if (isDay(day)) seen += step
          expect(workdaysBetween(calendar, start, day)).toBe(seen)
        }
        if (seen === n) expect(addWorkdays(calendar, start, n)).toBe(day)
      }),
      { numRuns: 300, seed: 11 },
    )
  })
})

const shanghai = (week: WorkingCalendar['week'], exceptions: Record<string, DayException> = {}): WorkingCalendar => ({
  zone: 'Asia/Shanghai',
  week,
  exceptions: new Map(Object.entries(exceptions)),
})
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString()

describe('by example', () => {
  const office = shanghai(usualWeek, { '2026-10-01': { kind: 'off' }, '2026-10-02': { kind: 'off' }, '2026-10-10': { kind: 'working' } })

  it.each([
    ['2026-09-30 17:00', 60, '2026-09-30 18:00'],
    ['2026-09-30 17:00', 61, '2026-10-05 09:01'],
    ['2026-09-30 11:30', 60, '2026-09-30 14:00'],
    ['2026-10-09 17:30', 60, '2026-10-10 09:30'],
    ['2026-10-05 09:00', -1, '2026-09-30 17:59'],
    ['2026-10-03 12:00', 0, '2026-10-03 12:00'],
  ])('%s and %i minutes: %s', (from, minutes, to) => expect(addWorkingMinutes(office, at(from), minutes)).toBe(at(to)))

  it('midnight at the end of a day loses no minute, and a night is one stretch of work', () => {
    const night = [
      { from: 0, to: 360 },
      { from: 1320, to: 1440 },
    ]
    const calendar = shanghai([night, night, night, night, night, night, night])
    expect(workingMinutes(calendar, at('2026-06-15 22:00'), at('2026-06-16 06:00'))).toBe(480)
    expect(isWorking(calendar, at('2026-06-16 00:00'))).toBe(true)
    expect(isWorking(calendar, at('2026-06-15 23:59'))).toBe(true)
    expect(addWorkingMinutes(calendar, at('2026-06-15 23:00'), 60)).toBe(at('2026-06-16 00:00'))
    expect(addWorkingMinutes(calendar, at('2026-06-15 23:00'), 61)).toBe(at('2026-06-16 00:01'))
  })

  it('hours that overlap count once', () => {
    const twice = [
      { from: 540, to: 720 },
      { from: 600, to: 780 },
    ]
    expect(workingMinutes(shanghai([twice, [], [], [], [], [], []]), at('2026-06-15 00:00'), at('2026-06-16 00:00'))).toBe(240)
  })

  it('a make-up Saturday is worked like a usual day, even where Saturdays are worked half', () => {
    const half = shanghai([...usualWeek.slice(0, 5), [{ from: 540, to: 720 }], []], { '2026-10-10': { kind: 'working' } })
    expect(workingMinutes(half, at('2026-10-10 00:00'), at('2026-10-11 00:00'))).toBe(450)
    expect(workingMinutes(half, at('2026-10-17 00:00'), at('2026-10-18 00:00'))).toBe(180)
  })

  it('seconds are kept', () => {
    expect(addWorkingMinutes(office, '2026-09-30T09:00:37.250Z', 30)).toBe('2026-09-30T09:30:37.250Z')
    expect(workingMinutes(office, at('2026-09-30 17:59'), '2026-09-30T09:59:30.000Z')).toBe(0.5)
  })

  it('a calendar without working time says so at once, and so does one whose last working day is over', () => {
    const week = [[], [], [], [], [], [], []]
    for (const calendar of [shanghai(week), shanghai(week, { '2026-06-01': { kind: 'working', ranges: [{ from: 0, to: 60 }] } })]) {
      expect(workingMinutes(calendar, at('2026-06-02 00:00'), at('2030-01-01 00:00'))).toBe(0)
      expect(() => nextWorkingMoment(calendar, at('2026-06-02 00:00'))).toThrow('no')
      expect(() => addWorkingMinutes(calendar, at('2026-06-02 00:00'), 1)).toThrow('not so much working time')
      expect(() => addWorkdays(calendar, '2026-06-02', 1)).toThrow('not so much working time')
      expect(addWorkingMinutes(calendar, at('2026-06-02 00:00'), 0)).toBe(at('2026-06-02 00:00'))
    }
    expect(() => addWorkdays(shanghai(week), '2026-06-02', -1)).toThrow('not so much working time')
  })

  it('a span of ten years is no loop', () => {
    const end = addWorkdays(office, '2026-01-01', 2610)
    expect(workdaysBetween(office, '2026-01-01', end)).toBe(2610)
    expect(workingMinutes(office, at('2027-01-01 00:00'), at('2037-01-01 00:00'))).toBe(2609 * 450)
  })
})
