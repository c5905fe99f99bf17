import { expect, it } from 'vitest'
import { usualWeek } from '#engine/time/working-calendar.ts'
import { dutyAt, refuseLeave, type Leave, type Shift } from './duty.ts'

const calendar = {
  zone: 'Asia/Shanghai',
  week: usualWeek,
  exceptions: new Map([
    ['2026-06-19', { kind: 'off' as const }],
    ['2026-06-20', { kind: 'working' as const }],
  ]),
}
const leave = (values: Partial<Leave>): Leave => ({
  kind: 'annual',
  from: '2026-06-15',
  to: '2026-06-15',
  fromTime: null,
  toTime: null,
  ...values,
})
const night: Shift = { from: '22:00', to: '06:00' }
const early: Shift = { from: '07:00', to: '15:00' }

// Monday is the 15th of June 2026; the 19th is off, Saturday the 20th is made up for it.
it.each<[string, Shift | null, Leave[], string, boolean]>([
  ['works by the calendar', null, [], '2026-06-15 10:00', true],
  ['not at noon', null, [], '2026-06-15 12:30', false],
  ['not in the evening', null, [], '2026-06-15 18:00', false],
  ['not on Sundays', null, [], '2026-06-14 10:00', false],
  ['not on public holidays', null, [], '2026-06-19 10:00', false],
  ['on make-up workdays of the country', null, [], '2026-06-20 10:00', true],
  ['by the shift in place of the hours', early, [], '2026-06-15 12:30', true],
  ['not after the shift', early, [], '2026-06-15 15:00', false],
  ['no shift on a day off', early, [], '2026-06-14 10:00', false],
  ['into the night', night, [], '2026-06-15 23:00', true],
  ['past midnight', night, [], '2026-06-16 05:59', true],
  ['past midnight of the last workday', night, [], '2026-06-19 05:59', true],
  ['not past the midnight after a day off', night, [], '2026-06-20 05:59', false],
  ['on leave', null, [leave({})], '2026-06-15 10:00', false],
  ['on leave in the morning only', null, [leave({ toTime: '12:00' })], '2026-06-15 14:00', true],
  ['on leave from the afternoon on', null, [leave({ fromTime: '13:00' })], '2026-06-15 10:00', true],
  ['makes up on a Sunday', null, [leave({ kind: 'makeUp', from: '2026-06-14', to: '2026-06-14' })], '2026-06-14 10:00', true],
  ['makes up at the hours of work', null, [leave({ kind: 'makeUp', from: '2026-06-14', to: '2026-06-14' })], '2026-06-14 20:00', false],
  [
    'leave goes before make-up work',
    null,
    [leave({ kind: 'makeUp', from: '2026-06-14', to: '2026-06-14' }), leave({ kind: 'sick', from: '2026-06-14', to: '2026-06-14' })],
    '2026-06-14 10:00',
    false,
  ],
])('%s', (_, shift, leaves, at, isOn) => {
  expect(dutyAt(calendar, shift, leaves, new Date(`${at.replace(' ', 'T')}:00+08:00`).toISOString()).isOn).toBe(isOn)
})

it('a leave ends no earlier than it begins', () => {
  expect(refuseLeave(leave({ from: '2026-06-16' }))?.field).toBe('to')
  expect(refuseLeave(leave({ fromTime: '13:00', toTime: '12:00' }))?.field).toBe('toTime')
  expect(refuseLeave(leave({ fromTime: '13:00', toTime: '12:00', to: '2026-06-16' }))).toBeNull()
})
