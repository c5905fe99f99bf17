import { expect, it } from 'vitest'
import { isDue, usualPlan } from './backup-plan.ts'

it.each([
  ['02:20', false, false],
  ['02:30', false, true],
  ['17:00', false, true],
  ['02:40', true, true],
  ['17:00', true, false],
])('at %s, the first being %s, a backup for half past two is due: %s', (clock, isFirst, due) => {
  expect(isDue(usualPlan, clock, isFirst)).toBe(due)
  expect(isDue({ ...usualPlan, isOn: false }, clock, isFirst)).toBe(false)
})
