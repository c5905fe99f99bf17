import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#engine/store/id.ts'
import { sql } from '#engine/store/sql.ts'
import { openCompany } from '#test'
import { allocateRequest, requestAllocation } from './allocate-request.ts'
import { decisionsOf, settleRequest, standingOf } from './queries.ts'

/** Tests go on from Monday, 15 June 2026, ten o'clock in Shanghai. */
const company = openCompany()
const now = '2026-06-15T02:00:00.000Z'
let queue = ''

/** A queue that is on, with these members. */
async function makeQueue(values: object, members: Record<string, object>): Promise<string> {
  const admin = await company.as('admin')
  const made = await admin.post('records/allocationQueue', { name: { zh: '测试队列', en: 'Test' }, kind: 'chat', ...values })
  expect(made.status, made.text).toBe(201)
  for (const [key, more] of Object.entries(members)) {
    const added = await admin.post('records/allocationMember', { queue: made.body.id, user: company.story.people[key], ...more })
    expect(added.status, added.text).toBe(201)
  }
  const on = await admin.post('actions/staff.switchOnQueue', { on: made.body.id }, { headers: { 'if-match': '"1"' } })
  expect(on.status, on.text).toBe(200)
  return made.body.id as string
}

const ask = async (needs = {}, familiar: string | null = null, kind: 'chat' | 'ticket' | 'callback' = 'chat') => {
  const recordId = newId()
  await requestAllocation(company.database, { kind, record: 'task', recordId, at: now, needs, familiar })
  return recordId
}
const allocate = (recordId: string, at = now) => company.database.transaction((tx) => allocateRequest(tx, recordId, at))

beforeAll(async () => {
  queue = await makeQueue({ capacity: 5 }, { li: {}, zhang: {}, he: { capacity: 3 } })
})

describe('at the same second', () => {
  it('no capacity is exceeded and no turn is given twice', async () => {
    const records = await Promise.all(Array.from({ length: 40 }, () => ask()))
    const answers = await Promise.all(records.map((record) => allocate(record)))
    const taken = answers.flatMap((answer) => answer?.taken ?? [])
    expect(taken).toHaveLength(13)
    const standing = await standingOf(company.database, queue, '2026-06-15')
    expect(Object.fromEntries(['li', 'zhang', 'he'].map((key) => [key, standing.get(company.story.people[key]!)!.load]))).toEqual({
      li: 5,
      zhang: 5,
      he: 3,
    })
    const decisions = await decisionsOf(company.database, queue, { before: null, limit: 500 })
    const turns = decisions.filter(({ user }) => user).map(({ facts }) => Math.max(...facts.candidates.map(({ turn }) => turn)))
    expect(new Set(turns).size, 'each decision has seen the turn before it').toBe(13)
    // While nobody is full they come one after the other.
    const order = decisions
      .filter(({ user }) => user)
      .map(({ user }) => user)
      .reverse()
    for (let i = 0; i < 9; i += 3) expect(new Set(order.slice(i, i + 3)).size).toBe(3)
  })

  it('one request is handed out once, however many try', async () => {
    const freed = await company.database.row<{ id: string }>(
      sql`select record_id as id from allocation_request where user_id is not null limit 1`,
    )
    await settleRequest(company.database, { recordId: freed!.id, user: null, isOpen: false, now })
    const record = await ask()
    const answers = await Promise.all(Array.from({ length: 8 }, () => allocate(record)))
    expect(answers.filter((answer) => answer?.taken)).toHaveLength(1)
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(7)
  })

  it('what finds nobody is written down once, and goes out when somebody has room', async () => {
    const record = await ask()
    await allocate(record)
    await allocate(record)
    const about = () =>
      company.database.row<{ n: number }>(sql`select count(*)::int as n from allocation_decision where record_id = ${record}::uuid`)
    expect((await about())!.n).toBe(1)
    const held = await company.database.row<{ id: string; user: string }>(
      sql`select record_id as id, user_id as user from allocation_request where queue_id = ${queue}::uuid and user_id is not null and closed_at is null limit 1`,
    )
    await settleRequest(company.database, { recordId: held!.id, user: held!.user, isOpen: false, now })
    expect((await allocate(record))!.taken).toBe(held!.user)
  })
})

describe('leave', () => {
  it('keeps somebody out; his stand-in takes what comes from those who know him', async () => {
    const other = await makeQueue({ kind: 'ticket' }, { li: {}, zhang: {}, he: {} })
    const { people } = company.story
    const li = await company.as('li')
    const away = await li.post('records/leave', { kind: 'sick', from: '2026-06-15', to: '2026-06-16', standIn: people.he })
    expect(away.status, away.text).toBe(201)
    expect(away.body.name).toBe('李明')
    const given = await allocate(await ask({}, people.li, 'ticket'))
    expect(given).toMatchObject({ taken: people.he, how: 'standIn', queue: { id: other } })
    for (let i = 0; i < 4; i++) expect((await allocate(await ask({}, null, 'ticket')))!.taken).not.toBe(people.li)
    const after = '2026-06-17T02:00:00.000Z'
    expect((await allocate(await ask({}, people.li, 'ticket'), after))!.taken).toBe(people.li)
    // Why he is away is his own affair.
    const seen = await (await company.as('zheng')).get(`records/leave/${away.body.id}`)
    expect(seen.body).toMatchObject({ name: '李明', to: '2026-06-16' })
    expect('kind' in seen.body).toBe(false)
    expect(
      (await (await company.as('zhang')).post('records/leave', { user: people.li, kind: 'trip', from: '2026-06-20', to: '2026-06-20' }))
        .status,
    ).toBe(403)
    expect((await li.post('records/leave', { kind: 'trip', from: '2026-06-20', to: '2026-06-19' })).body.fields).toHaveProperty('to')
  })

  it('a sales office works on Sundays, and on what is made up', async () => {
    await makeQueue({ kind: 'callback' }, { zhou: {}, li: { isPaused: true } })
    const sunday = '2026-06-21T02:00:00.000Z'
    const record = await ask({}, null, 'callback')
    expect((await allocate(record, sunday))!.taken).toBeNull()
    const zhou = await company.as('zhou')
    expect((await zhou.post('records/leave', { kind: 'makeUp', from: '2026-06-21', to: '2026-06-21' })).status).toBe(201)
    expect((await allocate(record, sunday))!.taken).toBe(company.story.people.zhou)
  })
})

describe('for whoever looks after it', () => {
  it('tells every decision with its facts, and that they lead to it again', async () => {
    const answer = await (await company.as('lin')).get(`allocation-queues/${queue}/decisions`)
    expect(answer.status, answer.text).toBe(200)
    expect(answer.body.items.length).toBeGreaterThan(10)
    for (const item of answer.body.items) expect(item.isReplayed).toBe(true)
    expect(answer.body.waiting).toBeGreaterThan(0)
    expect((await (await company.as('li')).get(`allocation-queues/${queue}/decisions`)).status).toBe(404)
  })

  it('tries a queue out on what came in, and changes nothing', async () => {
    await company.database.run(
      sql`update allocation_request set at = at - interval '3 days', taken_at = at - interval '3 days', closed_at = at - interval '2 days' where queue_id = ${queue}::uuid`,
    )
    const before = await company.database.row<{ n: number }>(sql`select count(*)::int as n from allocation_decision`)
    const answer = await (await company.as('wang')).get(`allocation-queues/${queue}/trial?days=10`)
    expect(answer.status, answer.text).toBe(200)
    expect(answer.body.arrived).toBeGreaterThan(40)
    expect(answer.body.taken + answer.body.waiting).toBe(answer.body.arrived)
    expect(answer.body.shares).toHaveLength(3)
    expect(await company.database.row(sql`select count(*)::int as n from allocation_decision`)).toEqual(before)
  })

  it('refuses a shift without an end, and a queue without members', async () => {
    const admin = await company.as('admin')
    const half = await admin.post('records/allocationMember', { queue, user: company.story.people.sun, shiftFrom: '09:00' })
    expect(half.body.fields).toHaveProperty('shiftTo')
    const twice = await admin.post('records/allocationMember', { queue, user: company.story.people.li })
    expect(twice.status).toBe(409)
    const empty = await admin.post('records/allocationQueue', { name: { zh: '空', en: 'Empty' } })
    expect((await admin.post('actions/staff.switchOnQueue', { on: empty.body.id }, { headers: { 'if-match': '"1"' } })).body.code).toBe(
      'no-members',
    )
  })
})
