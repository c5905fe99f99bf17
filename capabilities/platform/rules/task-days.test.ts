import { describe, expect, it } from 'vitest'
import { groupOf, isLate, pendingReminder, postponedTo, refusePostponement, refuseTask, reminderOf, type reminders } from './task-days.ts'

type Remind = keyof typeof reminders

describe('a reminder', () => {
  it.each<[dueOn: string | null, dueTime: string | null, remind: Remind | null, state: string, zone: string, moment: string | null]>([
    ['2026-06-15', '15:00', 'onTime', 'open', 'Asia/Shanghai', '2026-06-15T07:00:00.000Z'],
    ['2026-06-15', '15:00', 'm30', 'open', 'Asia/Shanghai', '2026-06-15T06:30:00.000Z'],
    ['2026-06-15', '00:05', 'h2', 'open', 'Asia/Shanghai', '2026-06-14T14:05:00.000Z'],
    ['2026-06-15', null, 'onTime', 'open', 'Asia/Shanghai', '2026-06-15T01:00:00.000Z'],
    ['2026-06-15', null, 'd1', 'open', 'Asia/Shanghai', '2026-06-14T01:00:00.000Z'],
    ['2026-03-01', '09:00', 'w1', 'open', 'Asia/Shanghai', '2026-02-22T01:00:00.000Z'],
    // The clock goes forward on 8 March, back on 1 November: a day before is the same time of the day, hours before are hours.
    ['2026-03-08', '09:00', 'd1', 'open', 'America/New_York', '2026-03-07T14:00:00.000Z'],
    ['2026-03-08', '09:00', 'onTime', 'open', 'America/New_York', '2026-03-08T13:00:00.000Z'],
    ['2026-03-08', '03:30', 'h2', 'open', 'America/New_York', '2026-03-08T05:30:00.000Z'],
    ['2026-11-01', '09:00', 'd1', 'open', 'America/New_York', '2026-10-31T13:00:00.000Z'],
    ['2026-06-15', '15:00', null, 'open', 'Asia/Shanghai', null],
    [null, null, 'onTime', 'open', 'Asia/Shanghai', null],
    ['2026-06-15', '15:00', 'onTime', 'done', 'Asia/Shanghai', null],
    ['2026-06-15', '15:00', 'onTime', 'cancelled', 'Asia/Shanghai', null],
  ])('%s %s %s, %s, in %5$s: %s', (dueOn, dueTime, remind, state, zone, moment) =>
    expect(reminderOf({ dueOn, dueTime, remind, state }, zone)).toBe(moment),
  )

  it('is pending until it has been given for this very moment', () => {
    const task = { dueOn: '2026-06-15', dueTime: '15:00', remind: 'onTime' as const, state: 'open' }
    expect(pendingReminder({ ...task, remindedFor: null })).toBe('2026-06-15T07:00:00.000Z')
    expect(pendingReminder({ ...task, remindedFor: '2026-06-15T07:00:00.000Z' })).toBeNull()
    expect(pendingReminder({ ...task, dueOn: '2026-06-16', remindedFor: '2026-06-15T07:00:00.000Z' })).toBe('2026-06-16T07:00:00.000Z')
  })
})

// Wednesday, 17 June 2026, half past ten in Shanghai.
const now = '2026-06-17T02:30:00.000Z'

describe('among others', () => {
  it.each([
    ['2026-06-16', null, 'late'],
    ['2026-06-17', '10:29', 'late'],
    ['2026-06-17', '10:31', 'today'],
    ['2026-06-17', null, 'today'],
    ['2026-06-18', null, 'week'],
    ['2026-06-24', '23:59', 'week'],
    ['2026-06-25', null, 'later'],
    [null, null, 'someday'],
  ])('a task due %s %s is %s', (dueOn, dueTime, group) => expect(groupOf({ dueOn, dueTime }, now)).toBe(group))

  it('today is a day of the zone', () => {
    const evening = '2026-06-17T16:30:00.000Z'
    expect(isLate({ dueOn: '2026-06-17', dueTime: null }, evening, 'Asia/Shanghai')).toBe(true)
    expect(isLate({ dueOn: '2026-06-17', dueTime: null }, evening, 'America/New_York')).toBe(false)
  })
})

describe('putting off', () => {
  it.each<[string | null, 'day' | 'week' | 'monday' | 'on', string | null | undefined, string | null]>([
    ['2026-06-17', 'day', undefined, '2026-06-18'],
    ['2026-06-10', 'day', undefined, '2026-06-18'],
    ['2026-06-30', 'day', undefined, '2026-07-01'],
    [null, 'day', undefined, '2026-06-18'],
    ['2026-06-17', 'week', undefined, '2026-06-24'],
    ['2026-06-17', 'monday', undefined, '2026-06-22'],
    ['2026-06-22', 'monday', undefined, '2026-06-29'],
    ['2026-06-26', 'monday', undefined, '2026-06-29'],
    ['2026-06-17', 'on', '2026-12-31', '2026-12-31'],
    ['2026-06-17', 'on', null, null],
  ])('what is due %s by %s %s: %s', (dueOn, by, on, to) => expect(postponedTo(dueOn, '2026-06-17', by, on)).toBe(to))

  it.each([
    ['2026-06-17', '2026-06-18', true],
    ['2026-06-17', '2026-06-17', false],
    ['2026-06-17', null, false],
    [null, '2026-06-01', true],
  ])('from %s to %s', (dueOn, to, isFine) => expect(refusePostponement(dueOn, to) === null).toBe(isFine))
})

it.each([
  [{ dueOn: '2026-06-17', dueTime: '10:00', repeats: 'FREQ=DAILY', remind: 'd1' }, []],
  [{ dueOn: null, dueTime: null, repeats: null, remind: null }, []],
  [{ dueOn: null, dueTime: '10:00', repeats: 'FREQ=DAILY', remind: 'd1' }, ['dueTime', 'repeats', 'remind']],
])('values that need a day: %o', (task, fields) => expect(Object.keys(refuseTask(task))).toEqual(fields))
