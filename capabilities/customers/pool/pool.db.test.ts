import { beforeAll, describe, expect, it } from 'vitest'
import { performOnSelection } from '#engine/action/bulk.ts'
import { verbOf } from '#engine/action/derived.ts'
import { perform } from '#engine/action/perform.ts'
import { sql } from '#engine/store/sql.ts'
import { readRows } from '#engine/store/rows.ts'
import { addDays } from '#engine/time/days.ts'
import { dayAt } from '#engine/time/zone.ts'
import { openCompany, type Caller } from '#test'
import { returnOf } from '../rules/pool.ts'
import { questionOf } from '../actions/foresee-returns.ts'
import { countFalls, fallsOf, findFalls, type PoolRow } from './queries.ts'
import { factsOf } from '../actions/return-facts.ts'

const company = openCompany()
let [admin, li, zhang, he, sun] = [] as unknown as [Caller, Caller, Caller, Caller, Caller]
let today: string

const act = async (action: string, record: string, id: string, input: object = {}, caller = admin) => {
  const { version } = (await caller.get(`records/${record}/${id}`)).body
  return caller.post(`actions/${action}`, { on: id, input }, { headers: { 'if-match': `"${version ?? 1}"` } })
}
const user = (key: string) => company.story.people[key]!

async function customer(name: string, owner: string, more: object = {}): Promise<string> {
  const answer = await admin.post('records/customer', { name, kind: 'enterprise', owner: user(owner), ...more })
  expect(answer.status, answer.text).toBe(201)
  return answer.body.id
}

async function poolWith(values: object): Promise<string> {
  const answer = await admin.post('records/pool', values)
  expect(answer.status, answer.text).toBe(201)
  return answer.body.id
}

const job = (name: string, payload: object = {}) =>
  company.runtime.house.jobs.get(name)!.run(company.runtime, payload, { id: 'x', attempt: 0, signal: new AbortController().signal })
const night = async (pool: string) => {
  await company.settle()
  await job('keep-pool', { pool })
  await company.settle()
}
const since = (ids: readonly string[], days: number) =>
  company.database.run(
    sql`update customer set owned_since = ${`${addDays(today, -days)}T04:00:00.000Z`}::timestamptz where id = any(${ids}::uuid[])`,
  )
const byText = (a: string | undefined, b: string | undefined) => ((a ?? '') < (b ?? '') ? -1 : 1)
const rowOf = async (id: string) => (await readRows(company.database, company.shape('customer'), [id]))[0] as any

beforeAll(async () => {
  ;[admin, li, zhang, he, sun] = (await Promise.all(['admin', 'li', 'zhang', 'he', 'sun'].map((key) => company.as(key)))) as [
    Caller,
    Caller,
    Caller,
    Caller,
    Caller,
  ]
  // A moment that stands still, and lies ahead of every clock that rights are asked by.
  const moment = Date.parse(`${addDays(dayAt(Date.now()), 1)}T04:00:00.000Z`)
  company.runtime.clock = () => moment
  today = dayAt(moment)
})

describe('what lies in a pool', () => {
  let pool: string
  let id: string
  let contact: string
  beforeAll(async () => {
    pool = await poolWith({
      name: '湖区公海',
      members: [user('zhang')],
      keepers: [user('he')],
      hiddenFields: ['address', 'phone', 'contact.email'],
      viewsPerDay: 1,
      freezeDays: 0,
      previousOwnerDays: 7,
    })
    id = await customer('湖畔旧客', 'li', {
      phone: '0571-81110000',
      address: '文三路 90 号',
      contactName: '钟离',
      contactEmail: 'zl@example.com',
    })
    contact = (await rowOf(id)).primaryContact
    const refused = await act('customers.moveToPool', 'customer', id, { pool, reason: '' }, await company.as('wang'))
    expect(refused.status, 'a reason is needed').toBe(422)
    const moved = await act('customers.moveToPool', 'customer', id, { pool, reason: '客户要求换人' })
    expect(moved.status, moved.text).toBe(200)
  })

  it('is seen by members and by nobody else, save what is hidden, and without what hangs on it', async () => {
    for (const caller of [li, sun]) expect((await caller.get(`records/customer/${id}`)).status).toBe(404)
    const seen = (await zhang.get(`records/customer/${id}`)).body
    expect(seen).toMatchObject({ name: '湖畔旧客', owner: null, poolReason: { zh: '客户要求换人' }, can: { level: 'full' } })
    expect(seen).not.toHaveProperty('address')
    expect(seen).not.toHaveProperty('phone')
    expect((await zhang.get(`records/contact/${contact}`)).status).toBe(404)
    const keeper = (await he.get(`records/customer/${id}`)).body
    expect(keeper).toMatchObject({ address: '文三路 90 号', can: { level: 'edit' } })
    const listed = (
      await zhang.get(`records/customer?filter=${encodeURIComponent(JSON.stringify({ field: 'pool', op: 'eq', value: pool }))}`)
    ).body
    expect(listed.items.map((item: { id: string }) => item.id)).toEqual([id])
    expect(listed.items[0]).not.toHaveProperty('address')
    const found = (text: string, caller: Caller) =>
      caller.get(`search?q=${encodeURIComponent(text)}`).then((answer) => answer.text.includes(id))
    expect([await found('湖畔旧客', zhang), await found('0571-81110000', zhang), await found('湖畔旧客', sun)]).toEqual([
      true,
      false,
      false,
    ])
  })

  it('opens whole for a day by a look, which counts; what is hidden stays hidden', async () => {
    const other = await customer('湖畔二客', 'li')
    expect((await act('customers.moveToPool', 'customer', other, { pool, reason: '离职' })).status).toBe(200)
    expect((await act('customers.lookIntoPool', 'customer', id, {}, zhang)).status).toBe(200)
    const seen = await zhang.get(`records/contact/${contact}`)
    expect([seen.status, seen.body.name, 'email' in seen.body]).toEqual([200, '钟离', false])
    expect((await act('customers.lookIntoPool', 'customer', id, {}, zhang)).status, 'the same once more costs nothing').toBe(200)
    expect((await act('customers.lookIntoPool', 'customer', other, {}, zhang)).body.code).toBe('pool-views-used')
    expect((await act('customers.lookIntoPool', 'customer', other, {}, sun)).status).toBe(404)
  })

  it('is claimed by one, and is then his alone; the last owner waits', async () => {
    expect((await act('customers.claimFromPool', 'customer', id, {}, sun)).status).toBe(404)
    await company.database.run(sql`update customer set previous_owner_id = ${user('zhang')} where id = ${id}`)
    expect((await act('customers.claimFromPool', 'customer', id, {}, zhang)).body.code).toBe('pool-previous-owner')
    await company.database.run(sql`update customer set previous_owner_id = ${user('li')} where id = ${id}`)
    const claimed = await act('customers.claimFromPool', 'customer', id, {}, zhang)
    expect(claimed.status, claimed.text).toBe(200)
    expect(await rowOf(id)).toMatchObject({
      owner: user('zhang'),
      department: company.story.departments.lake,
      pool: null,
      poolReason: null,
    })
    expect((await zhang.get(`records/customer/${id}`)).body).toMatchObject({ address: '文三路 90 号' })
    expect((await zhang.get(`pools/${pool}/allowance`)).body).toMatchObject({ claimed: 1, looked: 1, claimsPerDay: 5 })
    expect((await he.get(`records/customer/${id}`)).status, 'who keeps the pool has lost it').toBe(404)
    // Taken back, it lies in the pool again, and the claim stays counted.
    expect((await zhang.post(`operations/${claimed.body.operation}/undo`)).status).toBe(200)
    expect(await rowOf(id)).toMatchObject({ owner: null, pool })
    expect((await zhang.get(`pools/${pool}/allowance`)).body.claimed).toBe(1)
  })

  it('is given by whoever keeps the pool, and leaves it with its new owner', async () => {
    const given = await act('customers.transfer', 'customer', id, { owner: user('he') }, he)
    expect(given.status, given.text).toBe(200)
    expect(await rowOf(id)).toMatchObject({ owner: user('he'), pool: null })
  })
})

describe('claiming by many at once', () => {
  it('shares a hundred customers among fifty people exactly once; nobody exceeds what he may, and what is refused costs nothing', async () => {
    const { runtime, database } = company
    const [role] = (await database.rows<{ id: string }>(sql`select id from role where code = 'sales'`)) as [{ id: string }]
    const made = await perform(
      runtime,
      await company.actor('admin'),
      verbOf(runtime.house, company.shape('user'), 'create'),
      Array.from({ length: 50 }, (_, i) => ({ input: { name: `领取人${i}`, email: `claimer${i}@example.com`, roles: [role.id] } })),
    )
    const people = made.items.map((item) => item.id!)
    const pool = await poolWith({ name: '抢单公海', members: people, claimsPerDay: 3, freezeDays: 0 })
    const limit = await admin.post('records/customerLimit', {
      name: '领取人上限',
      members: people.slice(0, 20),
      mostHeld: 1,
      exceptStages: ['ended'],
    })
    expect(limit.status, limit.text).toBe(201)
    const customers = await perform(
      runtime,
      await company.actor('admin'),
      verbOf(runtime.house, company.shape('customer'), 'create'),
      Array.from({ length: 100 }, (_, i) => ({ input: { name: `公海客户${i}`, kind: 'enterprise' } })),
    )
    const ids = customers.items.map((item) => item.id!)
    await performOnSelection(
      runtime,
      await company.actor('admin'),
      runtime.actionNamed('customers.moveToPool')!,
      company.shape('customer'),
      { ids },
      { pool, reason: '导入' },
      'run',
    )
    const claim = runtime.actionNamed('customers.claimFromPool')!
    const actors = await Promise.all(people.map((person) => runtime.actorOf(person, 'user')))
    const outcomes = await Promise.all(
      actors.map((actor, i) =>
        perform(
          runtime,
          actor!,
          claim,
          [...ids.slice(i * 2), ...ids.slice(0, i * 2)].map((id) => ({ id, input: {} })),
          { partial: true },
        ),
      ),
    )
    const won = outcomes.map(({ items }) => items.filter(({ refusal }) => !refusal).map(({ id }) => id))
    const rows = await database.rows<{ id: string; owner: string | null }>(
      sql`select id, owner_id as owner from customer where id = any(${ids}::uuid[])`,
    )
    expect(won.flat().length).toBe(new Set(won.flat()).size)
    for (const [i, mine] of won.entries()) {
      expect(mine.length).toBeLessThanOrEqual(i < 20 ? 1 : 3)
      expect(
        rows
          .filter(({ owner }) => owner === people[i])
          .map(({ id }) => id)
          .toSorted(byText),
      ).toEqual(mine.toSorted(byText))
    }
    // Twenty may hold one each, thirty three each: a hundred and ten in all, so that every customer has found somebody.
    expect(rows.every(({ owner }) => owner !== null)).toBe(true)
    const counted = await database.rows<{ user: string; n: number }>(
      sql`select user_id as "user", claimed as n from pool_use where pool_id = ${pool} and claimed > 0`,
    )
    expect(new Map(counted.map(({ user: person, n }) => [person, n]))).toEqual(
      new Map(won.flatMap((mine, i) => (mine.length > 0 ? [[people[i]!, mine.length] as const] : []))),
    )
    // Nobody is given more than he may hold, by whichever way.
    const head = await company.as('wang')
    const spare = await customer('主管要转的', 'li')
    expect((await act('customers.transfer', 'customer', spare, { owner: people[0]! }, head)).body.code).toBe('holds-enough')
  })
})

describe('returning to a pool', () => {
  it('lists who returns and why, warns, moves by night what is over, spares what must stay, and can be undone', async () => {
    const [old, soon, followed, locked, won, notMine] = await Promise.all([
      customer('久未跟进', 'he', { tier: 'B' }),
      customer('快到期', 'he', { tier: 'B' }),
      customer('刚跟进', 'he', { tier: 'B' }),
      customer('已锁定', 'he', { tier: 'B' }),
      customer('已成交', 'he', { tier: 'B' }),
      customer('别人的', 'sun', { tier: 'B' }),
    ])
    await since([old, followed, locked, won, notMine], 40)
    await since([soon], 28)
    await company.database.run(sql`update customer set last_deal_on = ${addDays(today, -10)}::date where id = ${won}`)
    expect((await act('customers.lock', 'customer', locked, {}, he)).status).toBe(200)
    const note = (customerId: string, body: string) =>
      he
        .post('records/activity', { customer: customerId, kind: 'call', subject: '电话', body, isDone: true })
        .then((answer) => expect(answer.status, answer.text).toBe(201))
    await note(followed, '谈了付款方式，下周给两版方案。')
    await note(old, '已联系')
    await company.settle()
    expect((await rowOf(old)).lastFollowUpAt, 'two words are no follow-up').toBe(null)
    expect((await rowOf(followed)).lastFollowUpAt).not.toBe(null)

    const pool = await poolWith({
      name: '西溪公海',
      members: [user('he')],
      rules: [{ kind: 'noFollowUp', tier: null, days: 30 }],
      warnDays: 3,
    })
    expect((await act('customers.switchOnReturns', 'pool', pool)).status).toBe(200)
    await company.work()
    const listed = (await admin.get(`pools/${pool}/returns`)).body
    const mine = listed.items.filter((item: { id: string }) => [old, soon, followed, locked, won, notMine].includes(item.id))
    expect(mine.map((item: { id: string }) => item.id)).toEqual([old, soon])
    expect(mine[0]).toMatchObject({
      title: '久未跟进',
      why: { zh: `30 天没有有效跟进（自 ${addDays(today, -40)}）` },
      until: addDays(today, -10),
    })
    expect((await he.get(`customers/${soon}/pool`)).body.fall).toMatchObject({
      until: addDays(today, 2),
      isSoon: true,
      deed: { zh: `在 ${addDays(today, 2)} 前有效跟进一次` },
    })
    expect((await sun.get(`pools/${pool}/returns`)).status).toBe(404)

    // One record that cannot be written keeps none of the others.
    const [bad, good] = [await customer('坏记录', 'he', { tier: 'B' }), await customer('好记录', 'he', { tier: 'B' })]
    await since([bad, good], 50)
    await company.database.run(
      sql`create function refuse_bad() returns trigger language plpgsql as ${sql.raw(`'begin if new.name = ''坏记录'' and new.owner_id is null then raise exception ''broken''; end if; return new; end'`)}`,
    )
    await company.database.run(sql`create trigger refuse_bad before update on customer for each row execute function refuse_bad()`)
    await night(pool)
    await company.database.run(sql`drop trigger refuse_bad on customer`)
    for (const [id, isBack] of [
      [old, true],
      [good, true],
      [bad, false],
      [soon, false],
      [followed, false],
      [locked, false],
      [won, false],
      [notMine, false],
    ] as const)
      expect((await rowOf(id)).pool, (await rowOf(id)).name).toBe(isBack ? pool : null)
    expect(await rowOf(old)).toMatchObject({
      owner: null,
      previousOwner: user('he'),
      poolReason: { zh: `30 天没有有效跟进（自 ${addDays(today, -40)}）` },
    })
    expect((await admin.get(`records/pool/${pool}`)).body).toMatchObject({ lastFaults: 1 })
    const history = (await admin.get(`records/customer/${old}/history`)).body.items
    expect(history[0]).toMatchObject({ type: 'customer.returned' })
    const notices = (await he.get('notices')).body.items.filter(({ kind }: { kind: string }) => kind === 'customers.returnsSoon')
    expect(notices.length).toBe(1)

    const [operation] = (await admin.get('operations?all=true&limit=50')).body.items.filter(
      ({ action }: { action: string }) => action === 'customers.returnToPool',
    )
    expect(operation).toMatchObject({ state: 'done', refused: 1 })
    expect((await admin.post(`operations/${operation.id}/undo`)).status).toBe(200)
    expect(await rowOf(old)).toMatchObject({ owner: user('he'), pool: null })
  })

  it('warns of rules that would empty the company, by the number, before they are saved', async () => {
    const many = await Promise.all(Array.from({ length: 12 }, (_, i) => customer(`钱家客户${i}`, 'qian')))
    await since(many, 100)
    const pool = await poolWith({ name: '滨江公海', members: [user('qian')], rules: [{ kind: 'noFollowUp', tier: null, days: 300 }] })
    expect((await act('customers.switchOnReturns', 'pool', pool)).status).toBe(200)
    const { version } = (await admin.get(`records/pool/${pool}`)).body
    const refused = await admin.patch(`records/pool/${pool}`, version, { rules: [{ kind: 'noFollowUp', tier: null, days: 30 }] })
    expect([refused.status, refused.body.code]).toEqual([409, 'would-empty'])
    const { falls, watched } = refused.body.detail ?? refused.body
    expect(refused.body.title ?? refused.text).toContain(String(falls))
    expect(falls).toBeGreaterThanOrEqual(12)
    expect(watched).toBeGreaterThanOrEqual(falls)
    expect((await act('customers.switchOffReturns', 'pool', pool)).status).toBe(200)
    const off = (await admin.get(`records/pool/${pool}`)).body.version
    expect((await admin.patch(`records/pool/${pool}`, off, { rules: [{ kind: 'noFollowUp', tier: null, days: 30 }] })).status).toBe(200)
    expect(Object.keys((await act('customers.switchOnReturns', 'pool', pool, { seen: 1 })).body.fields)).toEqual(['seen'])
    expect((await act('customers.switchOnReturns', 'pool', pool, { seen: falls })).status).toBe(200)
    const twice = { rules: [1, 2].map((days) => ({ kind: 'noDeal', tier: 'A', days })) }
    expect(Object.keys((await admin.post('records/pool', { name: '两条', ...twice })).body.fields)).toEqual(['rules'])
    // Many more have run out since than anybody has confirmed: it stops instead of acting.
    await company.database.run(sql`update pool set seen_falls = 0 where id = ${pool}`)
    await night(pool)
    expect((await admin.get(`records/pool/${pool}`)).body.state).toBe('off')
    expect((await rowOf(many[0]!)).pool).toBe(null)
  })

  it('is told alike by the database and by the rule', async () => {
    const rules = [
      { kind: 'noFollowUp', tier: null, days: 30 },
      { kind: 'noFollowUp', tier: 'A', days: 14 },
      { kind: 'noOpportunity', tier: null, days: 20 },
      { kind: 'noDeal', tier: 'C', days: 10 },
      { kind: 'contractEnded', tier: null, days: 60 },
    ]
    const ids = await Promise.all(Array.from({ length: 60 }, (_, i) => customer(`对照${i}`, 'zhang', i % 4 ? { tier: 'ABC'[i % 3] } : {})))
    for (const [i, id] of ids.entries()) {
      const day = (n: number, often: number) => (i % often === 0 ? addDays(today, -((i * n) % 90)) : null)
      await company.database.run(
        sql`update customer set owned_since = ${i % 5 ? `${addDays(today, -((i * 7) % 80))}T20:00:00.000Z` : null}::timestamptz,
          last_follow_up_at = ${i % 3 ? `${addDays(today, -((i * 11) % 60))}T15:59:59.000Z` : null}::timestamptz,
          last_opportunity_on = ${day(13, 2)}::date, last_deal_on = ${day(17, 7)}::date, contract_ends_on = ${i % 6 ? null : addDays(today, 20 - i)}::date,
          open_deals = ${i % 11 === 0 ? 1 : null}::integer, is_locked = ${i % 13 === 0}, created_at = ${`${addDays(today, -i)}T16:30:00.000Z`}::timestamptz
          where id = ${id}`,
      )
    }
    for (const spares of [true, false]) {
      const pool = {
        id: await poolWith({ name: `对照公海${spares}`, rules }),
        rules,
        sparesWon: spares,
        sparesDeals: spares,
        warnDays: 400,
      } as unknown as PoolRow
      const asked = questionOf(pool, [user('zhang')], today, addDays(today, 400))
      await company.database.transaction((tx) => findFalls(tx, asked, () => {}))
      const found = await fallsOf(company.database, pool.id, { owner: null, by: null, after: null, limit: 10_000 })
      const rows = (await readRows(company.database, company.shape('customer'), ids)) as any[]
      const expected = rows.flatMap((row) => {
        const fall = returnOf(rules, { won: spares, openDeals: spares }, factsOf(row), today)
        return fall
          ? [{ id: row.id, owner: row.owner, kind: fall.rule.kind, days: fall.rule.days, since: fall.since, until: fall.until }]
          : []
      })
      const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
      expect(expected.length).toBeGreaterThan(20)
      expect(found.filter(({ id }) => ids.includes(id)).toSorted(byId)).toEqual(expected.toSorted(byId))
      expect((await countFalls(company.database, asked)).falls).toBe(found.length)
    }
  })
})
