import { expect, it } from 'vitest'
import { words } from '#engine/text/words.ts'
import { gini, simulate, type Member, type SimulationOf } from './simulate-allocation.ts'

const member = (user: string, values: Partial<Member> = {}): Member => ({
  user,
  name: user,
  weight: 1,
  capacity: null,
  quota: null,
  isOut: null,
  covers: {},
  ...values,
})
const begin = Date.parse('2026-06-01T00:00:00Z')
const hour = 3_600_000
const at = (hours: number) => new Date(begin + hours * hour).toISOString()
const run = (values: Partial<SimulationOf>) =>
  simulate({
    method: 'rotation',
    match: [],
    relaxable: [],
    relaxAfter: null,
    familiarFirst: true,
    onlyOnDuty: true,
    members: [member('a'), member('b')],
    arrivals: Array.from({ length: 10 }, (_, i) => ({ at: at(i), needs: {}, familiar: null, minutes: 600 })),
    dutyOf: () => ({ isOn: true, because: words('当班', 'on duty') }),
    dayOf: (moment) => moment.slice(0, 10),
    end: at(48),
    ...values,
  })

it('turns are equal, weights are kept', () => {
  expect(run({})).toMatchObject({ arrived: 10, taken: 10, waiting: 0, gini: 0, least: 5, most: 5, waits: { longest: 0 } })
  expect(run({ members: [member('a', { weight: 9 }), member('b')] })).toMatchObject({ gini: 0, shares: [{ wanted: 50 }, { wanted: 50 }] })
  const weighted = run({ method: 'weighted', members: [member('a', { weight: 4 }), member('b')] })
  expect(weighted.shares.map(({ count }) => count)).toEqual([8, 2])
  expect(weighted.gini).toBeCloseTo(0)
})

it('what finds nobody waits until somebody has room, and no longer', () => {
  const { shares, waits, waiting } = run({ members: [member('a', { capacity: 1 })], end: at(200) })
  expect(shares[0]).toMatchObject({ count: 10, most: 1 })
  expect(waiting).toBe(0)
  // Ten hours each: the last, which came after nine, is taken after ninety.
  expect(Math.round(waits.longest / 60)).toBe(81)
})

it('quotas count by the day; what is left waits at the end', () => {
  expect(run({ members: [member('a', { quota: 2 })], end: at(30) })).toMatchObject({ taken: 4, waiting: 6 })
})

it('nobody is given anything while he is off', () => {
  const { shares } = run({ dutyOf: (user, moment) => ({ isOn: user === 'a' || moment >= at(5), because: words('', '') }) })
  expect(shares.map(({ count }) => count)).toEqual([7, 3])
})

it.each([
  [[5, 5, 5], 0],
  [[0, 0, 0], 0],
  [[0, 0, 9], 2 / 3],
])('how unequal %s is', (values, expected) => expect(gini(values)).toBeCloseTo(expected))
