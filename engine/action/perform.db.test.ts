import { describe, expect, it } from 'vitest'
import { defineAction } from '#engine/action/define-action.ts'
import { perform } from '#engine/action/perform.ts'
import { react } from '#engine/event/react.ts'
import { rule } from '#engine/access/rules.ts'
import { words } from '#engine/text/words.ts'
import { sql } from '#engine/store/sql.ts'
import { Activity, Customer } from '#cap/customers'
import { openCompany } from '#test'

const company = openCompany()
let numbers = 0
/** A mobile number that nobody has. */
const freshMobile = () => `1770000${String((numbers += 1)).padStart(4, '0')}`

const eventsOf = (id: string) =>
  company.database.rows<{
    type: string
    changes: Record<string, [unknown, unknown]>
    operation_id: string
    actor_id: string
    version: number
  }>(sql`select type, changes, operation_id, actor_id, version from event where record_id = ${id} order by id`)

describe('creating', () => {
  it('writes the record, its event and who did it', async () => {
    const li = await company.as('li')
    const made = await li.post('records/customer', { name: '杭州云栖科技有限公司', phone: '0571-86001234' })
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      name: '杭州云栖科技有限公司',
      kind: 'enterprise',
      stage: 'potential',
      code: expect.stringMatching(/^C2026-\d{5}$/),
    })
    expect(made.body.owner.id).toBe(company.story.people.li)
    expect(made.body.department.id).toBe(company.story.departments.lake)
    expect(made.headers.location).toBe(`/api/v1/records/customer/${made.body.id}`)
    const events = await eventsOf(made.body.id)
    expect(events.map((event) => event.type)).toEqual(['customer.created'])
    expect(events[0]!.changes).toMatchObject({ name: [null, '杭州云栖科技有限公司'], phone: [null, '+8657186001234'] })
    expect(events[0]!.actor_id).toBe(company.story.people.li)
  })

  it('makes the contact that comes with a customer in the same breath, or neither', async () => {
    const li = await company.as('li')
    const mobile = freshMobile()
    const made = await li.post('records/customer', { name: '陈家', kind: 'person', contactMobile: mobile })
    expect(made.status).toBe(201)
    const contact = await li.get(`records/contact/${made.body.primaryContact.id}`)
    expect(contact.body).toMatchObject({ name: '陈家', mobile: `+86${mobile}`, roles: ['self'] })
    const again = await li.post('records/customer', { name: '另一个陈家', kind: 'person', contactMobile: mobile })
    expect(again.status).toBe(409)
    expect(again.body).toMatchObject({ code: 'identity-taken', fields: { contactMobile: expect.stringContaining('陈家') } })
    const half = await li.get(`records/customer?q=${encodeURIComponent('另一个陈家')}`)
    expect(half.body.items).toEqual([])
  })

  it('takes an id made by the client, once', async () => {
    const li = await company.as('li')
    const id = '01900000-0000-7000-8000-00000000abcd'
    expect((await li.post('records/customer', { id, name: '自带编号' })).body.id).toBe(id)
    expect((await li.post('records/customer', { id, name: '自带编号' })).status).toBe(409)
    expect((await li.post('records/customer', { id: 'x', name: '坏编号' })).body.fields).toEqual({ id: 'must be a UUIDv7' })
  })

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['a missing name', { kind: 'person' }, { name: 'This is required' }],
    ['an unknown field', { name: 'x', nonsense: 1 }, { nonsense: expect.any(String) }],
    ['a choice that is none', { name: 'x', tier: 'Z' }, { tier: expect.any(String) }],
    ['a wrong type', { name: 'x', employees: 'many' }, { employees: expect.any(String) }],
    ['a huge number', { name: 'x', employees: 1e300 }, { employees: expect.any(String) }],
    ['a long name', { name: 'x'.repeat(5000) }, { name: expect.any(String) }],
    ['a control character', { name: 'a\u0000b' }, { name: 'Contains control characters' }],
    ['a bad phone', { name: 'x', phone: '1380013' }, { phone: expect.any(String) }],
    ['a bad social credit code', { name: 'x', uscc: '91330100100000012X' }, { uscc: expect.any(String) }],
    ['a link to nothing', { name: 'x', parent: '01900000-0000-7000-8000-000000000000' }, { parent: expect.any(String) }],
    ['a field the system fills in', { name: 'x', createdAt: '2020-01-01T00:00:00Z' }, { createdAt: expect.any(String) }],
    ['a field of the engine', { name: 'x', version: 7 }, { version: expect.any(String) }],
    ['an object for a text', { name: { $gt: '' } }, { name: expect.any(String) }],
  ])('refuses %s and names the field', async (_, input, fields) => {
    const answer = await (await company.as('li')).post('records/customer', input)
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({ code: 'bad-fields', fields })
  })

  it('keeps hostile names as they are, in both directions', async () => {
    const li = await company.as('li')
    for (const name of [
      `'; drop table customer; --`,
      '<script>alert(1)</script>',
      '=cmd|calc',
      'ＡＢＣ　公司',
      '👨‍👩‍👧 家',
      'a%_\\b',
      '{{7*7}}',
      '𠮷野家',
    ]) {
      const made = await li.post('records/customer', { name })
      expect(made.body.name).toBe(name)
      expect((await li.get(`records/customer/${made.body.id}`)).body.name).toBe(name)
    }
  })
})

describe('editing', () => {
  const make = async (values: Record<string, unknown> = {}) =>
    (await (await company.as('li')).post('records/customer', { name: '改一改', ...values })).body

  it('needs the version that was seen', async () => {
    const made = await make()
    expect((await (await company.as('li')).patch(`records/customer/${made.id}`, undefined, { tier: 'A' })).body.code).toBe('version-needed')
  })

  it('merges what does not touch, and answers 412 with three values where it does', async () => {
    const li = await company.as('li')
    const made = await make({ tier: 'B', region: '杭州' })
    const first = await li.patch(`records/customer/${made.id}`, made.version, { tier: 'A' })
    expect(first.status).toBe(200)
    const disjoint = await li.patch(`records/customer/${made.id}`, made.version, { region: '宁波' })
    expect(disjoint.body).toMatchObject({ tier: 'A', region: '宁波', version: made.version + 2 })
    const clash = await li.patch(`records/customer/${made.id}`, made.version, { tier: 'C', industry: '软件' })
    expect(clash.status).toBe(412)
    expect(clash.body).toMatchObject({ code: 'stale', current: { tier: 'A' }, yours: { tier: 'C' }, base: { tier: 'B' } })
    expect((await li.get(`records/customer/${made.id}`)).body.industry, 'nothing of a refused change is done').toBeNull()
    const same = await li.patch(`records/customer/${made.id}`, made.version, { tier: 'A' })
    expect(same.status, 'two who add one to five must not both be told six').toBe(412)
    const future = await li.patch(`records/customer/${made.id}`, 99, { tier: 'C' })
    expect(future.status).toBe(412)
  })

  it('writes an event with the value before and after, and none where nothing changes', async () => {
    const li = await company.as('li')
    const made = await make({ tier: 'B' })
    await li.patch(`records/customer/${made.id}`, made.version, { tier: 'A' })
    await li.patch(`records/customer/${made.id}`, made.version + 1, { tier: 'A' })
    const events = await eventsOf(made.id)
    expect(events.map((event) => [event.type, event.version])).toEqual([
      ['customer.created', 1],
      ['customer.edited', 2],
    ])
    expect(events[1]!.changes).toEqual({ tier: ['B', 'A'] })
  })

  it('clears what is set to null and refuses to clear what is required', async () => {
    const li = await company.as('li')
    const made = await make({ tier: 'B' })
    expect((await li.patch(`records/customer/${made.id}`, made.version, { tier: null })).body.tier).toBeNull()
    expect((await li.patch(`records/customer/${made.id}`, made.version + 1, { name: null })).body.fields).toHaveProperty('name')
  })

  it('loses no update when two hundred come at once', async () => {
    const li = await company.as('li')
    const made = await make({ employees: 0 })
    const add = async () => {
      for (;;) {
        const seen = (await li.get(`records/customer/${made.id}`)).body
        const answer = await li.patch(`records/customer/${made.id}`, seen.version, { employees: seen.employees + 1 })
        if (answer.status === 200) return
        expect(answer.status).toBe(412)
      }
    }
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let i = 0; i < 25; i++) await add()
      }),
    )
    const after = (await li.get(`records/customer/${made.id}`)).body
    expect(after.employees).toBe(200)
    expect(after.version).toBe(made.version + 200)
    expect(await eventsOf(made.id)).toHaveLength(201)
  }, 60_000)

  it('gives one identity to one of forty who claim it at the same instant', async () => {
    const li = await company.as('li')
    const mobile = freshMobile()
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) => li.post('records/customer', { name: `抢号${i}`, kind: 'person', contactMobile: mobile })),
    )
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1)
    expect(new Set(answers.filter((answer) => answer.status !== 201).map((answer) => answer.body.code))).toEqual(
      new Set(['identity-taken']),
    )
    const { count } = (await li.get(`records/customer?q=${encodeURIComponent('抢号')}&limit=0&count=exact`)).body
    expect(count.value).toBe(1)
  })
})

describe('recycling', () => {
  it('takes along what hangs on a customer, frees its identities and brings all back', async () => {
    const wang = await company.as('wang')
    const mobile = freshMobile()
    const made = (await wang.post('records/customer', { name: '回收站', kind: 'person', contactMobile: mobile })).body
    expect((await wang.delete(`records/customer/${made.id}`)).status).toBe(204)
    expect((await wang.get(`records/contact/${made.primaryContact.id}`)).body.deletedAt).toBeTruthy()
    const second = (await wang.post('records/customer', { name: '新主人', kind: 'person', contactMobile: mobile })).body
    const version = (await wang.get(`records/customer/${made.id}`)).body.version
    const clash = await wang.post('actions/customer.restore', { on: made.id }, { headers: { 'if-match': `"${version}"` } })
    expect(clash.body.code, 'its number belongs to another by now').toBe('identity-taken')
    await wang.delete(`records/customer/${second.id}`)
    const back = await wang.post('actions/customer.restore', { on: made.id }, { headers: { 'if-match': `"${version}"` } })
    expect(back.status, back.text).toBe(200)
    expect((await wang.get(`records/contact/${made.primaryContact.id}`)).body).toMatchObject({ mobile: `+86${mobile}` })
    expect((await eventsOf(made.id)).map((event) => event.type)).toEqual(['customer.created', 'customer.recycled', 'customer.restored'])
  })
})

describe('undoing', () => {
  it('brings back a recycled customer with its contacts and their numbers', async () => {
    const wang = await company.as('wang')
    const mobile = freshMobile()
    const made = (await wang.post('records/customer', { name: '误删', kind: 'person', contactMobile: mobile })).body
    await wang.post('records/activity', { subject: '一谈', customer: made.id, at: '2026-06-10T00:00:00Z' })
    const gone = await wang.post('actions/customer.recycle', { on: [made.id] })
    expect(gone.status, gone.text).toBe(200)
    const undone = await wang.post(`operations/${gone.body.operation}/undo`)
    expect(undone.status, undone.text).toBe(200)
    expect(undone.body).toMatchObject({ state: 'done', refused: 0 })
    expect((await wang.get(`records/contact/${made.primaryContact.id}`)).body).toMatchObject({ mobile: `+86${mobile}` })
    expect((await wang.get(`records/contact/${made.primaryContact.id}`)).body.deletedAt).toBeUndefined()
    expect((await wang.post('records/customer', { name: '抢号', kind: 'person', contactMobile: mobile })).body.code).toBe('identity-taken')
  })

  it('leaves out only what cannot be had back any more', async () => {
    const wang = await company.as('wang')
    const numbersTaken = Array.from({ length: 5 }, freshMobile)
    const made = await wang.post('records/customer/batch', {
      items: numbersTaken.map((mobile, i) => ({ name: `五户${i}`, kind: 'person', contactMobile: mobile })),
    })
    const ids: string[] = made.body.items.map((item: { id: string }) => item.id)
    const gone = await wang.post('actions/customer.recycle', { on: ids })
    await wang.post('records/customer', { name: '后来者', kind: 'person', contactMobile: numbersTaken[2] })
    const undone = await wang.post(`operations/${gone.body.operation}/undo`)
    expect(undone.status, undone.text).toBe(200)
    expect(undone.body.report.map((entry: { code: string }) => entry.code)).toContain('identity-taken')
    const back = await Promise.all(ids.map(async (id) => (await wang.get(`records/customer/${id}`)).body.deletedAt === undefined))
    expect(back).toEqual([true, true, false, true, true])
  })
})

describe('a batch', () => {
  it('is all or none; partly on request, with a result per row', async () => {
    const li = await company.as('li')
    const taken = freshMobile()
    await li.post('records/customer', { name: '先到', kind: 'person', contactMobile: taken })
    const inside = freshMobile()
    const items = [
      { name: '批一', kind: 'person', contactMobile: freshMobile() },
      { name: '', kind: 'person' },
      { name: '批三', kind: 'person', contactMobile: taken },
      { name: '批四', kind: 'person', contactMobile: inside },
      { name: '批五', kind: 'person', contactMobile: inside },
      { name: '批六' },
    ]
    const whole = await li.post('records/customer/batch', { items })
    expect(whole.status).toBe(422)
    expect(whole.body.index).toBe(1)
    expect((await li.get(`records/customer?q=${encodeURIComponent('批')}${encodeURIComponent('一')}`)).body.items).toEqual([])
    const partly = await li.post('records/customer/batch?partial=1', { items })
    expect(partly.status).toBe(200)
    expect(partly.body.items.map((item: { id?: string; problem?: { code: string } }) => item.problem?.code ?? 'done')).toEqual([
      'done',
      'bad-fields',
      'identity-taken',
      'done',
      'identity-taken',
      'done',
    ])
    for (const [i, item] of partly.body.items.entries())
      if (item.id) expect((await li.get(`records/customer/${item.id}`)).body.name).toBe(items[i]!.name)
  })

  it('of a thousand is written as a set and undone as one operation', async () => {
    const wang = await company.as('wang')
    const items = Array.from({ length: 1000 }, (_, i) => ({
      name: `千户${i}`,
      contactName: '某',
      contactMobile: `1780000${String(i).padStart(4, '0')}`,
    }))
    const made = await wang.post('records/customer/batch', { items })
    expect(made.status).toBe(200)
    expect(new Set(made.body.items.map((item: { id: string }) => item.id)).size).toBe(1000)
    const undone = await wang.post(`operations/${made.body.operation}/undo`)
    expect(undone.status).toBe(200)
    await company.work()
    const report = await wang.get(`operations/${undone.body.id}`)
    expect(report.body).toMatchObject({ state: 'done', refused: 0 })
    expect((await wang.get(`records/customer?q=${encodeURIComponent('千户')}&limit=0&count=exact`)).body.count.value).toBe(0)
    expect((await wang.post(`operations/${made.body.operation}/undo`)).body.code).toBe('undone')
  }, 60_000)
})

describe('an operation', () => {
  it('over a selection reports, and its undo leaves what others changed since', async () => {
    const lin = await company.as('lin')
    const made = await lin.post('records/customer/batch', {
      items: Array.from({ length: 5 }, (_, i) => ({ name: `选择${i}`, region: '旧' })),
    })
    const ids: string[] = made.body.items.map((item: { id: string }) => item.id)
    const preview = await lin.post('actions/customer.edit', { on: ids, input: { region: '新' }, mode: 'preview' })
    expect(preview.body).toMatchObject({ outcome: 'preview', total: 5 })
    expect((await lin.get(`records/customer/${ids[0]}`)).body.region).toBe('旧')
    const done = await lin.post('actions/customer.edit', {
      on: { filter: { field: 'region', op: 'eq', value: '旧' } },
      input: { region: '新' },
    })
    expect(done.body.outcome).toBe('done')
    await company.work()
    const report = await lin.get(`operations/${done.body.operation}`)
    expect(report.body).toMatchObject({ state: 'done', done: 5, refused: 0, record: 'customer' })
    const seen = (await lin.get(`records/customer/${ids[2]}`)).body
    expect(seen.region).toBe('新')
    await lin.patch(`records/customer/${ids[2]}`, seen.version, { region: '第三者' })
    const undone = await lin.post(`operations/${done.body.operation}/undo`)
    await company.work()
    const left = await lin.get(`operations/${undone.body.id}`)
    expect(left.body.report).toEqual([{ id: ids[2], code: 'changed-since', words: expect.stringContaining('Region') }])
    const regions = await Promise.all(ids.map(async (id) => (await lin.get(`records/customer/${id}`)).body.region))
    expect(regions).toEqual(['旧', '旧', '第三者', '旧', '旧'])
  })
})

describe('an idempotency key', () => {
  const headers = (key: string) => ({ headers: { 'idempotency-key': key } })

  it('answers the first result again, to the same actor, on the same route', async () => {
    const li = await company.as('li')
    const first = await li.post('records/customer', { name: '只建一次' }, headers('once'))
    const again = await li.post('records/customer', { name: '只建一次' }, headers('once'))
    expect(again.status).toBe(first.status)
    expect(again.body.id).toBe(first.body.id)
    expect((await li.post('records/customer', { name: '另一内容' }, headers('once'))).status).toBe(422)
    const other = await (await company.as('zhang')).post('records/customer', { name: '只建一次' }, headers('once'))
    expect(other.body.id).not.toBe(first.body.id)
  })

  it('makes one record out of twenty requests at once', async () => {
    const li = await company.as('li')
    const answers = await Promise.all(Array.from({ length: 20 }, () => li.post('records/customer', { name: '同时' }, headers('together'))))
    for (const answer of answers) expect([201, 409]).toContain(answer.status)
    const ids = new Set(answers.filter((answer) => answer.status === 201).map((answer) => answer.body.id))
    expect(ids.size).toBe(1)
  })

  it('keeps nothing of what was refused', async () => {
    const li = await company.as('li')
    expect((await li.post('records/customer', { name: '' }, headers('second-try'))).status).toBe(422)
    expect((await li.post('records/customer', { name: '改好了' }, headers('second-try'))).status).toBe(201)
  })
})

describe('actions and reactions', () => {
  it('want the inputs that they declare', async () => {
    const wang = await company.as('wang')
    const id = company.story.customers.tao
    const { version } = (await wang.get(`records/customer/${id}`)).body
    const ask = (action: string, input: unknown) =>
      wang.post(`actions/${action}`, { on: id, input }, { headers: { 'if-match': `"${version}"` } })
    expect((await ask('customers.transfer', {})).body).toMatchObject({ code: 'bad-fields', fields: { owner: 'This is required' } })
    expect((await ask('customer.share', {})).body).toMatchObject({ code: 'bad-fields' })
    expect((await ask('customer.share', { with: company.story.people.zheng, level: 'owner' })).body.fields).toHaveProperty('level')
  })

  it('a colleague is found by name and by e-mail', async () => {
    const zheng = await company.as('zheng')
    for (const q of ['李明', 'li@yunshan'])
      expect((await zheng.get(`records/user?q=${encodeURIComponent(q)}`)).body.items.map((item: { name: string }) => item.name)).toContain(
        '李明',
      )
  })

  it('refuse in the wrong state, in words of the caller', async () => {
    const li = await company.as('li')
    const made = (
      await li.post('records/activity', { subject: '约谈', customer: company.story.customers.xizi, at: '2026-06-20T02:00:00Z' })
    ).body
    const complete = (version: number, ask = {}) =>
      li.post(
        'actions/customers.completeActivity',
        { on: made.id, input: { outcome: '同意' } },
        { headers: { 'if-match': `"${version}"`, ...ask } },
      )
    const done = await complete(made.version)
    expect(done.status, done.text).toBe(200)
    const again = await complete(made.version + 1, { 'accept-language': 'zh-CN' })
    expect(again.status).toBe(409)
    expect(again.body.title).toBe('状态为“完成”时不能“完成”。')
  })

  it('a reaction together may refuse, and then nothing has happened', async () => {
    const { runtime } = company
    const actor = await company.actor('li')
    const strict = react('strict', {
      on: ['customer.tested'],
      together: async (work, event) => {
        await work.store.measure(Customer, event.recordId, { lastContactAt: '2026-06-16T00:00:00.000Z' })
        throw new Error('never')
      },
    })
    const test = defineAction('customer.test', {
      on: Customer,
      allow: rule.everyone,
      words: { label: words('测试', 'Test') },
      run: ({ customer, store, emit }) => {
        store.edit(Customer, customer, { region: '半途' })
        emit('customer.tested', customer, Customer)
      },
    })
    const house = { ...runtime.house, reactions: [strict] }
    await expect(perform({ ...runtime, house }, actor, test, [{ id: company.story.customers.lvye! }])).rejects.toThrow('never')
    expect((await (await company.as('li')).get(`records/customer/${company.story.customers.lvye}`)).body.region).toBe('浙江杭州')
  })

  it('a reaction after runs once for every event, whoever reads', async () => {
    const { runtime } = company
    const seen: string[] = []
    const count = react('count', { on: ['activity.created'], after: async (_, event) => void seen.push(event.recordId) })
    runtime.house = { ...runtime.house, reactions: [count] }
    const li = await company.as('li')
    const made = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        li.post('records/activity', { subject: `反应 ${i}`, customer: company.story.customers.xizi, at: '2026-06-20T02:00:00Z' }),
      ),
    )
    await company.settle()
    await company.work()
    await company.settle()
    await company.work()
    const mine = made.map((answer) => answer.body.id as string).sort()
    expect(seen.filter((id) => mine.includes(id)).sort()).toEqual(mine)
  })

  it('measured values raise no version and write no event', async () => {
    const { runtime } = company
    const actor = await company.actor('li')
    const id = company.story.customers.lvye!
    const before = (await (await company.as('li')).get(`records/customer/${id}`)).body
    const measure = defineAction('customer.measure', {
      on: Customer,
      words: { label: words('测量', 'Measure') },
      run: ({ customer, store }) => store.measure(Customer, customer.id, { lastContactAt: '2026-06-17T00:00:00.000Z' }),
    })
    await perform(runtime, actor, measure, [{ id }])
    const after = (await (await company.as('li')).get(`records/customer/${id}`)).body
    expect(after).toMatchObject({ lastContactAt: '2026-06-17T00:00:00.000Z', version: before.version })
    expect((await eventsOf(id)).length).toBeGreaterThan(0)
    expect((await eventsOf(id)).some((event) => 'lastContactAt' in event.changes)).toBe(false)
  })

  it('moving a customer moves what scopes reach below it, at once', async () => {
    const wang = await company.as('wang')
    const made = (await wang.post('records/customer', { name: '移交', contactName: '某人' })).body
    const he = await company.as('he')
    expect((await he.get(`records/contact/${made.primaryContact.id}`)).status).toBe(404)
    const moved = await wang.post(
      'actions/customers.transfer',
      { on: made.id, input: { owner: company.story.people.he } },
      { headers: { 'if-match': `"${made.version}"` } },
    )
    expect(moved.status, moved.text).toBe(200)
    expect((await he.get(`records/contact/${made.primaryContact.id}`)).status).toBe(200)
    expect((await he.get('records/contact?limit=500')).body.items.map((item: { id: string }) => item.id)).toContain(made.primaryContact.id)
    expect(Activity.under).toBe('customer')
  })

  it('switching a user off or changing his role takes hold with the next request', async () => {
    const admin = await company.as('admin')
    const qian = await company.as('qian')
    expect((await qian.get('records/customer?limit=0&count=exact')).body.count.value).toBeGreaterThan(0)
    const user = (await admin.get(`records/user/${company.story.people.qian}`)).body
    const collaborator = (await admin.get('records/role?limit=50')).body.items.find(
      (role: { code: string }) => role.code === 'collaborator',
    )
    await admin.patch(`records/user/${user.id}`, user.version, { roles: [collaborator.id] })
    expect((await qian.get(`records/customer/${company.story.customers.hualian}`)).status).toBe(404)
    await admin.patch(`records/user/${user.id}`, user.version + 1, { isActive: false })
    expect((await qian.get('records/customer')).status).toBe(401)
  })
})
