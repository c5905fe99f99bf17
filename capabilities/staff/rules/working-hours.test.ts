import { expect, it } from 'vitest'
import { exceptionOf, refuseHours, refuseWeek, specialDayKey, weekOf } from './working-hours.ts'

const line = (weekdays: string, from: string, to: string) => ({ weekdays: weekdays.split(' '), from, to })

it('lines of hours make a week', () => {
  const week = weekOf([line('mon tue', '09:00', '12:00'), line('mon', '13:30', '18:00'), line('sun', '22:00', '24:00')])
  expect(week[0]).toEqual([
    { from: 540, to: 720 },
    { from: 810, to: 1080 },
  ])
  expect(week[1]).toEqual([{ from: 540, to: 720 }])
  expect(week[6]).toEqual([{ from: 1320, to: 1440 }])
  expect(week[2]).toEqual([])
})

it.each([
  [[line('mon', '09:00', '12:00'), line('mon', '12:00', '18:00')], null],
  [[line('mon', '09:00', '12:00'), line('tue', '11:00', '18:00')], null],
  [[line('mon', '09:00', '12:00'), line('tue mon', '11:00', '18:00')], '周一：09:00–12:00 与 11:00–18:00 重叠'],
  [[line('fri', '22:00', '06:00')], '周五：22:00 到 06:00 不成一段：跨过零点的分两行填写'],
  [[line('fri', '00:00', '24:00')], null],
  [[], '至少填写一天的工作时间'],
  [[{ weekdays: [], from: '09:00', to: '12:00' }], '至少填写一天的工作时间'],
])('%# weeks', (lines, refusal) => expect(refuseWeek(lines)?.zh ?? null).toBe(refusal))

it('a special day takes its own hours, or those of a weekday', () => {
  const day = { kind: 'working', name: '补班', hoursOf: null, hours: [] } as const
  expect(exceptionOf(day)).toEqual({ kind: 'working', name: { zh: '补班', en: '补班' } })
  expect(exceptionOf({ ...day, hoursOf: 'fri' })).toMatchObject({ like: 5 })
  expect(exceptionOf({ ...day, hours: [{ from: '09:00', to: '24:00' }] })).toMatchObject({ ranges: [{ from: 540, to: 1440 }] })
  expect(refuseHours([{ from: '10:00', to: '09:00' }])).not.toBeNull()
})

it('a day is special once: in a calendar, or for the country', () => {
  expect(specialDayKey({ day: '2027-02-06' })).toBe('public/2027-02-06')
  expect(specialDayKey({ day: '2027-02-06', calendar: 'x' })).toBe('x/2027-02-06')
  expect(specialDayKey({})).toBeNull()
})
