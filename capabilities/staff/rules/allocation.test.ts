import { describe, expect, it } from 'vitest'
import { words } from '#engine/text/words.ts'
import { allocate, dimensions, queueFor, type AllocationFacts, type Candidate, type Dimension, type Method } from './allocation.ts'

const on = { isOn: true, because: words('当班', 'on duty') }
const off = { isOn: false, because: words('当天休息', 'off that day') }
const one = (user: string, values: Partial<Candidate> = {}): Candidate => ({
  user,
  name: user.toUpperCase(),
  weight: 1,
  capacity: null,
  quota: null,
  load: 0,
  today: 0,
  turn: 0,
  due: 0,
  isOut: null,
  duty: on,
  covers: {},
  ...values,
})
const facts = (candidates: Candidate[], values: Partial<AllocationFacts> = {}): AllocationFacts => ({
  method: 'rotation',
  match: [],
  relaxable: [],
  relaxAfter: null,
  familiarFirst: true,
  onlyOnDuty: true,
  needs: {},
  waited: 0,
  familiar: null,
  candidates,
  ...values,
})

/** Numbers that look random and are the same every time. */
function chances(seed: number) {
  let state = seed
  return (n: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * n)
  }
}

describe('in turn', () => {
  it('whoever had none yet, then whoever waited longest', () => {
    expect(allocate(facts([one('a', { turn: 3 }), one('b'), one('c', { turn: 1 })])).fit.map(({ user }) => user)).toEqual(['b', 'c', 'a'])
  })

  it('those who cannot fall out, each with the reason', () => {
    const { taken, out, reason } = allocate(
      facts([
        one('a', { duty: off }),
        one('b', { capacity: 2, load: 2 }),
        one('c', { quota: 5, today: 5 }),
        one('d', { isOut: 'paused' }),
        one('e', { isOut: 'inactive' }),
        one('f', { turn: 9 }),
      ]),
    )
    expect(taken).toBe('f')
    expect(out.map(({ user, code }) => [user, code])).toEqual([
      ['a', 'absent'],
      ['b', 'full'],
      ['c', 'quota'],
      ['d', 'paused'],
      ['e', 'inactive'],
    ])
    expect(reason.zh).toBe(
      '轮到F（上次是第 9 轮）。A当天休息；B手上 2 条，已满 2；C今天已接 5 条，到每日上限 5；D暂停接收；另有 1 人不能接。',
    )
    expect(reason.en).toContain('It is the turn of F (had turn 9 last). A off that day;')
  })

  it('nobody is nobody, and says why', () => {
    expect(allocate(facts([])).reason.zh).toBe('队列里没有成员。')
    const { taken, reason } = allocate(facts([one('a', { duty: off })]))
    expect(taken).toBeNull()
    expect(reason.zh).toBe('现在没有人能接，留在待分配。A当天休息。')
  })

  it('off duty matters only where the queue says so', () =>
    expect(allocate(facts([one('a', { duty: off })], { onlyOnDuty: false })).taken).toBe('a'))
})

describe('who knows the customer', () => {
  const known = { user: 'b', standIn: 'c' }
  it('goes before turns, and takes no turn', () => {
    const answer = allocate(facts([one('a'), one('b', { turn: 7 })], { familiar: known }))
    expect(answer).toMatchObject({ taken: 'b', how: 'familiar' })
    expect(answer.reason.zh).toBe('B认识这位客户。')
  })
  it('his stand-in while he is away', () => {
    const answer = allocate(facts([one('a'), one('b', { duty: off }), one('c', { turn: 9 })], { familiar: known }))
    expect(answer).toMatchObject({ taken: 'c', how: 'standIn' })
  })
  it('the next in turn where both cannot, or the queue does not ask', () => {
    expect(allocate(facts([one('a'), one('b', { duty: off }), one('c', { capacity: 0 })], { familiar: known })).taken).toBe('a')
    expect(allocate(facts([one('a'), one('b', { turn: 1 })], { familiar: known, familiarFirst: false })).taken).toBe('a')
  })
})

describe('what must fit', () => {
  const asked = { match: ['region', 'language'] as Dimension[], needs: { region: ['浙江省杭州市'], language: ['English'] } }
  const [north, south, both] = [
    one('n', { covers: { region: ['北京'], language: ['english'] } }),
    one('s', { covers: { region: ['杭州'] } }),
    one('b', { covers: { region: ['浙江', '江苏'], language: ['日本語'] } }),
  ]
  it('a region by any part of its name; whoever names nothing takes all', () => {
    expect(allocate(facts([north, south, both], asked))).toMatchObject({ taken: 's', out: [{ code: 'unfit' }, { code: 'unfit' }] })
  })
  it('is relaxed after a wait, and only what may be', () => {
    const late = { ...asked, relaxable: ['language'] as Dimension[], relaxAfter: 30 }
    expect(allocate(facts([north, both], { ...late, waited: 29 })).taken).toBeNull()
    const answer = allocate(facts([north, both], { ...late, waited: 30 }))
    expect(answer).toMatchObject({ taken: 'b', relaxed: ['language'] })
    expect(answer.reason.zh).toContain('已等 30 分钟，放宽语言')
  })
})

it('the least loaded by weight', () => {
  expect(allocate(facts([one('a', { load: 3 }), one('b', { load: 4, weight: 2 })], { method: 'leastLoaded' })).taken).toBe('b')
  expect(allocate(facts([one('a', { load: 3, turn: 2 }), one('b', { load: 3, turn: 1 })], { method: 'leastLoaded' })).taken).toBe('b')
})

it('a queue takes what fits each of its conditions', () => {
  const queues = [
    {
      id: 'x',
      takes: [
        { dimension: 'region', value: '上海' },
        { dimension: 'region', value: '苏州' },
        { dimension: 'product', value: '商铺' },
      ],
    },
    { id: 'y', takes: [{ dimension: 'region', value: '上海' }] },
    { id: 'z', takes: [] },
  ]
  expect(queueFor(queues, { region: ['江苏省苏州市'], product: ['商铺'] })?.id).toBe('x')
  expect(queueFor(queues, { region: ['上海市'] })?.id).toBe('y')
  expect(queueFor(queues, {})?.id).toBe('z')
  expect(queueFor(queues.slice(0, 2), { region: ['杭州'] })).toBeUndefined()
})

describe('over thousands of chances', () => {
  it('nobody who is away, full or past his quota takes anything, and the same facts give the same decision', () => {
    const chance = chances(7)
    const methods: Method[] = ['rotation', 'weighted', 'leastLoaded']
    for (let i = 0; i < 1500; i++) {
      const candidates = Array.from({ length: chance(7) }, (_, k) =>
        one(`u${k}`, {
          weight: 1 + chance(4),
          capacity: chance(2) ? chance(4) : null,
          quota: chance(2) ? chance(4) : null,
          load: chance(4),
          today: chance(4),
          turn: chance(20),
          due: chance(9) - 4,
          isOut: chance(6) === 0 ? 'paused' : null,
          duty: chance(3) ? on : off,
          covers: chance(2) ? { skill: ['x'] } : { skill: ['y'] },
        }),
      )
      const given = facts(candidates, {
        method: methods[chance(3)]!,
        match: ['skill'],
        relaxable: Object.keys(dimensions) as Dimension[],
        relaxAfter: chance(2) ? 10 : null,
        waited: chance(20),
        needs: { skill: ['x'] },
        familiar: chance(2) ? { user: `u${chance(7)}`, standIn: `u${chance(7)}` } : null,
      })
      const answer = allocate(given)
      expect(allocate(JSON.parse(JSON.stringify(given)) as AllocationFacts)).toEqual(answer)
      const free = candidates.filter(
        ({ isOut, duty, capacity, load, quota, today }) =>
          !isOut && duty.isOn && (capacity ?? Infinity) > load && (quota ?? Infinity) > today,
      )
      if (answer.taken !== null) expect(free.map(({ user }) => user)).toContain(answer.taken)
      else
        expect(free.filter(({ covers }) => (given.relaxAfter !== null && given.waited >= 10 ? true : covers.skill![0] === 'x'))).toEqual([])
    }
  })

  it.each([[[1, 1, 1]], [[5, 1, 1]], [[3, 2, 7, 1]], [[1, 2, 3, 4, 5]]])(
    'weights %s are kept within one turn at every moment',
    (weights) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0)
      const due: Record<string, number> = Object.fromEntries(weights.map((_, i) => [`u${i}`, 0]))
      const counts = weights.map(() => 0)
      for (let turn = 1; turn <= total * 20; turn++) {
        const answer = allocate(
          facts(
            weights.map((weight, i) => one(`u${i}`, { weight, due: due[`u${i}`]! })),
            { method: 'weighted' },
          ),
        )
        Object.assign(due, answer.due)
        counts[Number(answer.taken!.slice(1))]! += 1
        counts.forEach((count, i) => expect(Math.abs(count - (turn * weights[i]!) / total)).toBeLessThan(1))
        if (turn % total === 0) counts.forEach((count, i) => expect(count).toBe((turn / total) * weights[i]!))
      }
    },
  )
})
