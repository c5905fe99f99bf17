import { beforeAll, describe, expect, it } from 'vitest'
import { isMember, membersOf } from '#cap/customers'
import { systemActor } from '#engine/access/actor.ts'
import { verbOf } from '#engine/action/derived.ts'
import { perform } from '#engine/action/perform.ts'
import { sql } from '#engine/store/sql.ts'
import { openCompany, type Answer, type Caller } from '#test'

const company = openCompany()
const idOf = (key: string) => company.story.customers[key]!
const keyOf = (id: string) => Object.entries(company.story.customers).find(([, other]) => other === id)?.[0] ?? id

const asked = (filter: unknown, more = '') => `records/customer?limit=100${more}&filter=${encodeURIComponent(JSON.stringify(filter))}`
const keysIn = (answer: Answer): string[] => {
  expect(answer.status, answer.text).toBe(200)
  return answer.body.items.map((item: { id: string }) => keyOf(item.id)).sort()
}
const found = async (caller: Caller, filter: unknown) => keysIn(await caller.get(asked(filter)))
const make = async (caller: Caller, values: object): Promise<{ id: string; version: number }> => {
  const answer = await caller.post('records/segment', values)
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}
const act = (caller: Caller, action: string, on: unknown, input: object = {}, version?: number) =>
  caller.post(`actions/${action}`, { on, input }, { headers: version === undefined ? {} : { 'if-match': `"${version}"` } })
const at = async <T>(days: number, work: () => Promise<T>): Promise<T> => {
  const { clock } = company.runtime
  company.runtime.clock = () => clock() + days * 86_400_000
  try {
    return await work()
  } finally {
    company.runtime.clock = clock
  }
}

const visits = { linked: 'activity.customer', where: { field: 'kind', op: 'eq', value: 'visit' } }
const ofTierA = { field: 'tier', op: 'eq', value: 'A' }

beforeAll(async () => {
  const create = (record: string, input: object[]) =>
    perform(
      company.runtime,
      systemActor,
      verbOf(company.runtime.house, company.shape(record), 'create'),
      input.map((one) => ({ input: one })),
      {
        withHistory: true,
      },
    )
  await create('asset', [
    { customer: idOf('huang'), kind: 'unit', name: '云杉湖 1 幢', warrantyUntil: '2026-07-10' },
    { customer: idOf('qianhu'), kind: 'unit', name: '云杉湖 2 幢', warrantyUntil: '2029-07-10' },
  ])
})

describe('conditions on what hangs on a customer', () => {
  it('count it: some, none, at least and at most', async () => {
    const admin = await company.as('admin')
    const some = await found(admin, visits)
    expect(some).toEqual(['huang', 'pujiang', 'xizi'])
    const none = await found(admin, { linked: 'activity.customer', most: 0 })
    expect(none).toEqual(['feng', 'hualian', 'qianhu', 'shen', 'tao', 'yuhang'].sort())
    expect(await found(admin, { linked: 'activity.customer', least: 3 })).toEqual(['xizi'])
    expect(await found(admin, { linked: 'activity.customer', least: 1, most: 1 })).not.toContain('xizi')
    expect(await found(admin, { not: visits })).toHaveLength(12 - some.length)
    const count = await admin.get(asked({ linked: 'activity.customer', least: 3 }, '&count=exact'))
    expect(count.body.count).toEqual({ value: 1, exact: true })
  })

  it('go by days that move, by links and by lists', async () => {
    const admin = await company.as('admin')
    const soon = {
      linked: 'asset.customer',
      where: {
        and: [
          { field: 'warrantyUntil', op: 'gte', value: { from: 'today' } },
          { field: 'warrantyUntil', op: 'lte', value: { from: 'today', plus: 30 } },
        ],
      },
    }
    expect(await found(admin, soon)).toEqual(['huang'])
    expect(await at(60, () => found(admin, soon))).toEqual([])
    expect(await found(admin, { linked: 'contact.customer', where: { field: 'roles', op: 'has', value: 'pays' } })).toEqual(['xizi'])
  })

  it('are refused where nothing links here by that name, where a field has no index, and where they are endless', async () => {
    const admin = await company.as('admin')
    for (const filter of [
      { linked: 'activity.by' },
      { linked: 'nothing.customer' },
      { linked: 'activity' },
      { linked: 'activity.customer', where: { field: 'minutes', op: 'gt', value: 3 } },
      { linked: 'activity.customer', where: { field: 'nothing', op: 'eq', value: 3 } },
    ])
      expect((await admin.get(asked(filter))).status, JSON.stringify(filter)).toBe(422)
    for (const filter of [{ linked: 'activity.customer', least: 0 }, { linked: 'activity.customer', most: 100_000 }, { segment: 'x' }])
      expect((await admin.get(asked(filter))).status, JSON.stringify(filter)).toBe(400)
  })

  it('count nothing that the reader may not see', async () => {
    const [admin, sales] = [await company.as('admin'), (await (await company.as('admin')).get('records/role?limit=50')).body.items]
    const role = sales.find((entry: { code: string }) => entry.code === 'sales')
    const li = await company.as('li')
    expect(await found(li, visits)).toEqual(['huang', 'xizi'])
    // From now on he does not read what sort of contact it was.
    const kept = (await admin.get(`records/role/${role.id}`)).body
    const closed = await admin.patch(`records/role/${role.id}`, kept.version, {
      fieldRights: [...kept.fieldRights, { record: 'activity', field: 'kind', level: 'hidden', within: 'all' }],
    })
    expect(closed.status, closed.text).toBe(200)
    expect(await found(li, visits)).toEqual([])
    expect(await found(li, { linked: 'activity.customer', most: 0, where: visits.where })).toEqual(['huang', 'lvye', 'qianhu', 'xizi'])
    expect(await found(li, { linked: 'activity.customer' })).toEqual(['huang', 'lvye', 'xizi'])
    await admin.patch(`records/role/${role.id}`, closed.body.version, { fieldRights: kept.fieldRights })
    expect(await found(li, visits)).toEqual(['huang', 'xizi'])
  })
})

describe('a segment', () => {
  it('finds for everybody the members that he may see, as a filter and through its face', async () => {
    const [lin, li] = [await company.as('lin'), await company.as('li')]
    const { id } = await make(lin, { name: 'A 级有拜访', filter: { and: [ofTierA, visits] }, shown: 'everyone' })
    const inside = { segment: id }
    expect(await found(lin, inside)).toEqual(['pujiang', 'xizi'])
    expect(await found(li, inside)).toEqual(['xizi'])
    expect(await found(li, { not: inside })).toEqual(['huang', 'lvye', 'qianhu'])
    const counted = await li.get(asked(inside, '&count=exact'))
    expect(counted.body.count).toEqual({ value: 1, exact: true })
    expect(
      (await li.get(`records/contact?filter=${encodeURIComponent(JSON.stringify({ segment: id, of: 'customer' }))}`)).body.items.length,
    ).toBe(2)
    const actor = await company.actor('li')
    const pages: string[][] = []
    for await (const page of membersOf(company.runtime, await company.actor('lin'), id, 1)) pages.push(page.map(keyOf))
    expect(pages.flat().sort()).toEqual(['pujiang', 'xizi'])
    expect(pages).toHaveLength(2)
    expect(await isMember(company.runtime, actor, id, idOf('pujiang'))).toBe(false)
    expect(await isMember(company.runtime, await company.actor('lin'), id, idOf('pujiang'))).toBe(true)
  })

  it("kept for oneself is nobody else's, by no way", async () => {
    const [li, lin, zhang] = [await company.as('li'), await company.as('lin'), await company.as('zhang')]
    const own = await make(li, { name: '我的', filter: ofTierA })
    expect((await lin.get(`records/segment/${own.id}`)).status).toBe(404)
    expect((await lin.get(asked({ segment: own.id }))).body.fields).toHaveProperty('segment')
    expect((await lin.get(`segments/${own.id}/history`)).status).toBe(404)
    const built = await li.post('records/segment', { name: '大家的', filter: { segment: own.id }, shown: 'everyone' })
    expect(built.body.fields).toHaveProperty('filter')
    const shared = await make(li, { name: '都能用', filter: ofTierA, shown: 'everyone' })
    expect((await zhang.patch(`records/segment/${shared.id}`, shared.version, { name: 'x' })).status).toBe(403)
    await expect(isMember(company.runtime, await company.actor('lin'), own.id, idOf('xizi'))).rejects.toMatchObject({ code: 'not-found' })
  })

  it('may be made of others, and never of itself', async () => {
    const lin = await company.as('lin')
    const first = await make(lin, { name: '甲', filter: ofTierA })
    const second = await make(lin, { name: '乙', filter: { and: [{ segment: first.id }, { not: visits }] } })
    expect(await found(lin, { segment: second.id })).toEqual(['xu', 'yuhang'])
    const round = await lin.patch(`records/segment/${first.id}`, first.version, { filter: { segment: second.id } })
    expect(round.status).toBe(422)
    expect(round.body.fields).toHaveProperty('filter')
    const self = await lin.patch(`records/segment/${first.id}`, first.version, { filter: { or: [{ segment: first.id }] } })
    expect(self.body.fields).toHaveProperty('filter')
  })

  it('refuses conditions that cannot be asked', async () => {
    const li = await company.as('li')
    for (const filter of [{ field: 'nothing', op: 'eq', value: 1 }, { field: 'revenue', op: 'gt', value: '1' }, { segment: idOf('xizi') }])
      expect((await li.post('records/segment', { name: 'x', filter })).body.fields, JSON.stringify(filter)).toHaveProperty('filter')
    expect((await li.post('records/segment', { name: 'x' })).body.fields).toHaveProperty('filter')
    expect((await li.post('records/segment', { name: 'x', kind: 'static', filter: ofTierA })).status).toBe(422)
  })
})

describe('a fixed list', () => {
  it('takes customers in bulk and lets them go, with undo', async () => {
    const lin = await company.as('lin')
    const list = await make(lin, { name: '中秋礼品', kind: 'static' })
    const inside = { segment: list.id }
    expect(await found(lin, inside)).toEqual([])
    const added = await act(lin, 'customers.addToList', { filter: ofTierA }, { segment: list.id })
    expect(added.status, added.text).toBe(200)
    expect(await found(lin, inside)).toEqual(['pujiang', 'xizi', 'xu', 'yuhang'])
    // Once more, and nothing is there twice.
    await act(lin, 'customers.addToList', [idOf('xizi'), idOf('feng')], { segment: list.id })
    expect(await company.database.row(sql`select count(*) as n from listing where segment_id = ${list.id} and deleted_at is null`)).toEqual(
      { n: 5 },
    )
    const removed = await act(lin, 'customers.removeFromList', [idOf('xizi'), idOf('xu')], { segment: list.id })
    expect(await found(lin, inside)).toEqual(['feng', 'pujiang', 'yuhang'])
    expect((await lin.post(`operations/${removed.body.operation}/undo`)).status).toBe(200)
    expect(await found(lin, inside)).toEqual(['feng', 'pujiang', 'xizi', 'xu', 'yuhang'])
    expect((await lin.post(`operations/${added.body.operation}/undo`)).status).toBe(200)
    expect(await found(lin, inside)).toEqual(['feng'])
  })

  it('is for those who may use it: nobody is put on it unseen, and it shows on no page of others', async () => {
    const [li, zhang, sun] = [await company.as('li'), await company.as('zhang'), await company.as('sun')]
    const list = await make(li, { name: '私下名单', kind: 'static' })
    expect((await act(li, 'customers.addToList', [idOf('xizi')], { segment: list.id })).status).toBe(200)
    const wang = await company.as('wang')
    expect((await wang.get(`records/customer/${idOf('xizi')}/timeline`)).text).not.toContain('私下名单')
    expect((await li.get(`records/customer/${idOf('xizi')}/timeline`)).text).toContain('私下名单')
    expect((await wang.get('records/listing?limit=100')).text).not.toContain('私下名单')
    await act(zhang, 'customers.addToList', [idOf('ruian')], { segment: list.id })
    expect((await company.database.rows(sql`select 1 from listing where segment_id = ${list.id}`)).length).toBe(1)
    const shared = await make(li, { name: '共用名单', kind: 'static', shown: 'everyone' })
    expect((await act(zhang, 'customers.addToList', [idOf('ruian')], { segment: shared.id })).status).toBe(200)
    await act(sun, 'customers.addToList', [idOf('xizi')], { segment: shared.id })
    expect(await found(await company.as('lin'), { segment: shared.id })).toEqual(['ruian'])
    const dynamic = await make(li, { name: '动态', filter: ofTierA })
    const refused = await act(li, 'customers.addToList', idOf('xizi'), { segment: dynamic.id }, 1)
    expect(refused.status).not.toBe(200)
  })
})

describe('the history of a segment', () => {
  it('notes who came and who went, once however often it is reckoned, and keeps it to those who may know', async () => {
    const [lin, li] = [await company.as('lin'), await company.as('li')]
    const segment = await make(lin, { name: '机械行业', filter: { field: 'industry', op: 'eq', value: '机械制造' }, shown: 'everyone' })
    await company.work()
    const history = async (caller: Caller) => (await caller.get(`segments/${segment.id}/history`)).body
    expect(await history(lin)).toMatchObject({ sizes: [{ size: 2, entered: 0, departed: 0 }], entered: [], left: [] })
    const edit = async (key: string, values: object) => {
      const { version } = (await lin.get(`records/customer/${idOf(key)}`)).body
      expect((await lin.patch(`records/customer/${idOf(key)}`, version, values)).status).toBe(200)
    }
    await edit('lvye', { industry: '机械制造' })
    await edit('tao', { industry: '机械制造' })
    await edit('pujiang', { industry: '仪器' })
    await at(1, async () => {
      const now = await act(lin, 'customers.reckonSegment', segment.id, {}, segment.version)
      expect(now.status, now.text).toBe(200)
      await company.work()
      const told = await history(lin)
      expect(told.sizes).toMatchObject([{ size: 2 }, { size: 3, entered: 2, departed: 1 }])
      expect(told.entered.map((entry: { id: string }) => keyOf(entry.id)).sort()).toEqual(['lvye', 'tao'])
      expect(told.left.map((entry: { id: string }) => keyOf(entry.id))).toEqual(['pujiang'])
      // Somebody else is told of those alone whom he finds in it himself, and of no numbers.
      const others = await history(li)
      expect(others).toMatchObject({ sizes: null, left: null })
      expect(others.entered.map((entry: { id: string }) => keyOf(entry.id))).toEqual(['lvye'])
      const on = (await li.get(`records/customer/${idOf('lvye')}/segments`)).body.items
      expect(on.find((entry: { id: string }) => entry.id === segment.id)).toMatchObject({ title: '机械行业', since: expect.any(String) })
    })
    const before = await company.database.row(sql`select count(*) as n from event where record = 'segment' and record_id = ${segment.id}`)
    await company.work()
    expect(await company.database.row(sql`select count(*) as n from event where record = 'segment' and record_id = ${segment.id}`)).toEqual(
      before,
    )
  })

  it('rests while the segment is retired', async () => {
    const lin = await company.as('lin')
    const segment = await make(lin, { name: '停用的', filter: ofTierA })
    await company.work()
    expect((await act(lin, 'customers.retireSegment', segment.id, {}, segment.version)).status).toBe(200)
    expect((await lin.get(`records/customer/${idOf('xizi')}/segments`)).text).not.toContain('停用的')
    expect((await act(lin, 'customers.reckonSegment', segment.id, {}, segment.version + 1)).status).not.toBe(200)
    expect(await found(lin, { segment: segment.id })).toContain('xizi')
  })
})
