import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorkday } from '#engine/time/working-time.ts'
import { usualWeek, type DayException, type WorkingCalendar } from '#engine/time/working-calendar.ts'
import { companyZone, instantOfLocal } from '#engine/time/zone.ts'
import { channels } from '../../customers/rules/consent.ts'
import { chooseWay, dayWithRoom, firstMoment, ways, type Reached } from './arrangement.ts'

const person = (more: Partial<Reached> = {}): Reached => ({
  name: '沈总',
  preferredChannel: null,
  reachableFrom: null,
  reachableTo: null,
  isRestricted: false,
  ...more,
})
const off: DayException = { kind: 'off' }
const calendar: WorkingCalendar = {
  zone: companyZone,
  week: usualWeek,
  // National Day 2026: off until the 7th; the 10th, a Saturday, is worked for it.
  exceptions: new Map([
    ...['01', '02', '03', '04', '05', '06', '07'].map((n): [string, DayException] => [`2026-10-${n}`, off]),
    ['2026-10-10', { kind: 'working' }],
  ]),
}
const at = (day: string, clock = '00:00') => instantOfLocal(day, Number(clock.slice(0, 2)), Number(clock.slice(3)), 0, companyZone)
const moment = (from: string, who: Reached | null, way: keyof typeof ways = 'phone') =>
  Object.values(firstMoment(calendar, from, who, way)).join(' ')

it('the ways are the channels about which people are asked', () => expect(ways).toEqual(channels))

describe('the way by which somebody is contacted', () => {
  const no = { zh: '本人已撤回同意', en: 'consent was withdrawn' }
  it.each<[string, Reached | null, object, string | null]>([
    ['as planned where nobody is named', null, {}, 'phone'],
    ['as planned', person(), {}, 'phone'],
    ['as he prefers', person({ preferredChannel: 'wechat' }), {}, 'wechat'],
    ['as planned where he has withdrawn from what he prefers', person({ preferredChannel: 'wechat' }), { wechat: no }, 'phone'],
    ['as he prefers where he has withdrawn from what is planned', person({ preferredChannel: 'wechat' }), { phone: no }, 'wechat'],
    ['none where he has withdrawn', person(), { phone: no }, null],
    ['none where he has withdrawn from both', person({ preferredChannel: 'wechat' }), { phone: no, wechat: no }, null],
    ['none where he wants his data not to be used', person({ isRestricted: true, preferredChannel: 'wechat' }), {}, null],
  ])('%s', (_, who, refusals, way) => {
    const chosen = chooseWay('phone', who, refusals)
    expect(chosen.way).toBe(way)
    if (chosen.way === null) expect(chosen.refusal.zh).not.toBe('')
    else expect(chosen.because.length).toBe(chosen.way === 'phone' ? 0 : 1)
  })
})

describe('the moment', () => {
  it.each<[string, string, Reached | null, string]>([
    ['when work begins', at('2026-11-11'), null, '2026-11-11 09:00'],
    ['when he can be reached', at('2026-11-11'), person({ reachableFrom: '10:30', reachableTo: '11:30' }), '2026-11-11 10:30'],
    ['after the break, where his time begins in it', at('2026-11-11'), person({ reachableFrom: '12:30' }), '2026-11-11 13:30'],
    [
      'his hours, where they have none in common with work',
      at('2026-11-11'),
      person({ reachableFrom: '19:00', reachableTo: '21:00' }),
      '2026-11-11 19:00',
    ],
    ['now, on a working day', at('2026-11-11', '15:20'), null, '2026-11-11 15:20'],
    ['the next day, where his hours are over', at('2026-11-11', '15:20'), person({ reachableTo: '11:00' }), '2026-11-12 09:00'],
    ['the next day, after work', at('2026-11-11', '20:00'), null, '2026-11-12 09:00'],
    [
      'this evening, where that is his time',
      at('2026-11-11', '19:30'),
      person({ reachableFrom: '19:00', reachableTo: '21:00' }),
      '2026-11-11 19:30',
    ],
    ['Monday for a Saturday', at('2026-11-14'), null, '2026-11-16 09:00'],
    ['after the holidays', at('2026-10-01'), null, '2026-10-08 09:00'],
    ['a make-up workday', at('2026-10-10'), null, '2026-10-10 09:00'],
  ])('%s', (_, from, who, then) => expect(moment(from, who)).toBe(then))

  it('of a letter is any working hour', () =>
    expect(moment(at('2026-11-11'), person({ reachableFrom: '19:00' }), 'mail')).toBe('2026-11-11 09:00'))

  it('lies on a workday, not before its beginning, and within the hours of the person', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 * 24 * 60 }),
        fc.integer({ min: 0, max: 22 }),
        fc.integer({ min: 1, max: 23 }),
        (minutes, from, length) => {
          const begin = new Date(Date.parse(at('2026-09-20')) + minutes * 60_000).toISOString()
          const clock = (hour: number) => `${String(Math.min(hour, 23)).padStart(2, '0')}:00`
          const who = person({ reachableFrom: clock(from), reachableTo: clock(from + length) })
          const found = firstMoment(calendar, begin, who, 'phone')
          const isOver = at(found.on, found.at) < begin.slice(0, 16)
          return isWorkday(calendar, found.on) && !isOver && found.at >= who.reachableFrom! && found.at < who.reachableTo!
        },
      ),
      { numRuns: 500 },
    ))
})

it('a colleague is asked for no more in a day than the plan allows', () => {
  const taken = new Map([
    ['2026-11-13', 2],
    ['2026-11-16', 2],
    ['2026-11-17', 1],
  ])
  expect(dayWithRoom(calendar, '2026-11-12', taken, 2)).toBe('2026-11-12')
  expect(dayWithRoom(calendar, '2026-11-13', taken, 2)).toBe('2026-11-17')
  expect(dayWithRoom(calendar, '2026-11-13', taken, 1)).toBe('2026-11-18')
})
