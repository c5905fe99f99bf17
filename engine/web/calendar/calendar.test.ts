import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysShown, turned, valuesAt, type Entry, type Span } from './entries.ts'
import { sideBySide } from './side-by-side.ts'

describe('the days that are shown', () => {
  it.each<[Span, string, string, string]>([
    ['month', '2026-06-17', '2026-06-01', '2026-07-12'],
    ['month', '2026-11-30', '2026-10-26', '2026-12-06'],
    ['week', '2026-06-21', '2026-06-15', '2026-06-21'],
    ['week', '2026-06-15', '2026-06-15', '2026-06-21'],
    ['day', '2026-06-21', '2026-06-21', '2026-06-21'],
    ['agenda', '2026-12-25', '2026-12-25', '2027-01-07'],
  ])('%s around %s: %s to %s', (span, on, from, to) => expect(daysShown(span, on)).toEqual({ from, to }))

  it.each<[Span, string, 1 | -1, string]>([
    ['month', '2026-01-31', 1, '2026-02-01'],
    ['month', '2026-01-31', -1, '2025-12-01'],
    ['week', '2026-06-17', -1, '2026-06-10'],
    ['day', '2026-06-30', 1, '2026-07-01'],
  ])('%s from %s by %i: %s', (span, on, by, to) => expect(turned(span, on, by)).toBe(to))
})

const field = (name: string, kind: string) => ({ name, kind, words: { zh: name, en: name } })
const task = { calendar: { at: 'dueOn', clock: 'dueTime', who: 'me', open: [] }, fields: [field('dueOn', 'day')] } as never
const talk = { calendar: { at: 'at', who: 'me', open: [] }, fields: [field('at', 'instant')] } as never

it.each([
  [task, { day: '2026-06-17', start: 570 }, { dueOn: '2026-06-17', dueTime: '09:30' }],
  [task, { day: '2026-06-17', start: null }, { dueOn: '2026-06-17', dueTime: null }],
  [talk, { day: '2026-06-17', start: 0 }, { at: '2026-06-16T16:00:00.000Z' }],
  [talk, { day: '2026-06-17', start: null }, { at: '2026-06-17T01:00:00.000Z' }],
])('%# what is written to stand at %o', (record, spot, values) => expect(valuesAt(record, spot)).toEqual(values))

it('things at the same time stand side by side, and none upon another', () => {
  const some = fc.array(fc.record({ start: fc.integer({ min: 0, max: 1400 }), minutes: fc.integer({ min: 5, max: 300 }) }), {
    maxLength: 14,
  })
  fc.assert(
    fc.property(some, (times) => {
      const { columns, rest } = sideBySide(times as Entry[])
      expect(rest).toEqual([])
      expect(columns).toHaveLength(times.length)
      for (const [i, a] of columns.entries()) {
        expect(a.at).toBeLessThan(a.of)
        for (const b of columns.slice(i + 1)) {
          const doOverlap =
            a.entry.start! < b.entry.start! + Math.max(b.entry.minutes, 25) &&
            b.entry.start! < a.entry.start! + Math.max(a.entry.minutes, 25)
          if (doOverlap) expect([a.at, a.of]).not.toEqual([b.at, b.of])
          if (doOverlap) expect(a.of).toBe(b.of)
        }
      }
    }),
  )
})

it('of more things at once than can be read, the first are shown and the others counted', () => {
  const some = fc.array(fc.record({ start: fc.integer({ min: 500, max: 600 }), minutes: fc.integer({ min: 5, max: 300 }) }), {
    maxLength: 30,
  })
  fc.assert(
    fc.property(some, fc.integer({ min: 2, max: 5 }), (times, most) => {
      const { columns, rest } = sideBySide(times as Entry[], most)
      expect(columns.length + rest.reduce((sum, { count }) => sum + count, 0)).toBe(times.length)
      for (const { at, of } of columns) expect(at).toBeLessThan(Math.min(of, most))
      // The place of the count is nobody else's.
      for (const { of } of rest) expect(of).toBe(most)
    }),
  )
})
