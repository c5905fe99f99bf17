import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#engine/store/sql.ts'
import { addDays } from '#engine/time/days.ts'
import { dayAt } from '#engine/time/zone.ts'
import { openCompany, type Caller } from '#test'
import { draw } from './rules/draw.ts'

const company = openCompany()
let [admin, wang, li, zhang] = [] as unknown as [Caller, Caller, Caller, Caller]

const act = async (action: string, record: string, id: string, input: object, caller: Caller) => {
  const { version } = (await caller.get(`records/${record}/${id}`)).body
  return caller.post(`actions/${action}`, { on: id, input }, { headers: { 'if-match': `"${version ?? 1}"` } })
}
const user = (key: string) => company.story.people[key]!
const made = async (record: string, values: object, caller = admin): Promise<string> => {
  const answer = await caller.post(`records/${record}`, values)
  expect(answer.status, answer.text).toBe(201)
  return answer.body.id
}
const ownerOf = async (id: string) =>
  (await company.database.row<{ owner: string }>(sql`select owner_id as owner from customer where id = ${id}`))!.owner
const job = (name: string) =>
  company.runtime.house.jobs.get(name)!.run(company.runtime, {}, { id: 'x', attempt: 0, signal: new AbortController().signal })
const told = async (caller: Caller, kind: string) => {
  await company.settle()
  return (await caller.get('notices')).body.items.filter((notice: { kind: string }) => notice.kind === kind).length
}

beforeAll(async () => {
  ;[admin, wang, li, zhang] = (await Promise.all(['admin', 'wang', 'li', 'zhang'].map((key) => company.as(key)))) as [
    Caller,
    Caller,
    Caller,
    Caller,
  ]
})

describe('the workload', () => {
  it('is balanced as proposed, in one operation that can be taken back; nobody moves what is not his to move', async () => {
    const ids: string[] = []
    for (let i = 0; i < 14; i++)
      ids.push(await made('customer', { name: `负荷${i}`, kind: 'person', tier: i % 2 ? 'B' : 'C', owner: user('zhang') }))
    const proposal = (await wang.get('workload')).body
    const names = proposal.managers.map(({ id }: { id: string }) => id)
    expect(names).toContain(user('zhang'))
    expect(names, 'Shanghai is none of his').not.toContain(user('sun'))
    expect(proposal.isBalanced).toBe(true)
    expect(proposal.moves.length).toBeGreaterThan(0)
    for (const { after } of proposal.managers) expect(Math.abs(after - proposal.mean)).toBeLessThanOrEqual(proposal.mean * 0.15 + 1e-9)
    const moves = proposal.moves.map(({ customer, from, to }: { customer: string; from: string; to: string }) => ({ customer, from, to }))
    for (const caller of [li, zhang]) expect((await caller.post('workload/balance', { moves })).status).toBe(403)
    expect((await li.get('workload')).body.managers.map(({ id }: { id: string }) => id)).toEqual([user('li')])
    const outside = [{ ...moves[0], to: user('sun') }]
    expect((await wang.post('workload/balance', { moves: outside })).status).toBe(403)
    const done = (await wang.post('workload/balance', { moves })).body
    expect(done).toMatchObject({ done: moves.length, refused: 0 })
    for (const { customer, to } of moves) expect(await ownerOf(customer)).toBe(to)
    expect((await wang.get('workload')).body).toMatchObject({ isBalanced: true, moves: [] })
    // Once more: they have moved on.
    expect((await wang.post('workload/balance', { moves: moves.slice(0, 1) })).body).toMatchObject({ done: 0, refused: 1 })
    expect((await wang.post(`operations/${done.operation}/undo`)).status).toBe(200)
    for (const { customer, from } of moves) expect(await ownerOf(customer)).toBe(from)
    await company.database.run(sql`update customer set deleted_at = now() where id = any(${ids}::uuid[])`)
  })
})

describe('a handover', () => {
  it('draws the whole portfolio by a seed that is kept, and is taken back with everything', async () => {
    const he = user('he')
    for (let i = 0; i < 7; i++) await made('customer', { name: `交接${i}`, kind: 'person', owner: he })
    const customers = (
      await company.database.rows<{ id: string }>(sql`select id from customer where owner_id = ${he} and deleted_at is null`)
    ).map(({ id }) => id)
    const task = await made('task', { title: '跟进合同', assignee: he, about: { record: 'customer', id: customers[0] } })
    const other = await made('task', { title: '整理柜子', assignee: he })
    const pool = await made('pool', { name: '交接公海', members: [he, user('li')], keepers: [he] })
    const shared = await made('customer', { name: '共享给何洁', kind: 'person', owner: user('li') })
    expect((await act('customer.share', 'customer', shared, { with: he, level: 'full' }, admin)).status).toBe(200)
    const values = {
      name: '何洁离职',
      leaver: he,
      reason: 'left',
      on: '2026-06-15',
      receivers: [user('li'), user('zhang'), user('wang'), he],
      absent: [],
    }
    expect((await li.post('records/handover', values)).status, 'no superior').toBe(403)
    const handover = await made('handover', values, wang)
    expect((await wang.get(`handovers/${handover}/checklist`)).body).toMatchObject({ customers: customers.length, pools: 1, shares: 1 })
    expect((await li.get(`handovers/${handover}/checklist`)).status).toBe(404)
    const done = await act('accounts.carryOutHandover', 'handover', handover, { seed: '2026-06-15 何洁' }, wang)
    expect(done.status, done.text).toBe(200)

    // The leaver and whoever draws get nothing; anybody can draw the same once more.
    const drawn = draw(customers, [user('li'), user('zhang')], '2026-06-15 何洁')
    for (const id of customers) expect(await ownerOf(id)).toBe(drawn.get(id))
    const counts = [user('li'), user('zhang')].map((id) => [...drawn.values()].filter((owner) => owner === id).length)
    expect(Math.abs(counts[0]! - counts[1]!)).toBeLessThanOrEqual(1)
    const assignee = async (id: string) =>
      (await company.database.row<{ a: string }>(sql`select assignee_id as a from task where id = ${id}`))!.a
    expect([await assignee(task), await assignee(other)]).toEqual([drawn.get(customers[0]!), user('wang')])
    const since = await company.database.row<{ n: number }>(
      sql`select count(*)::integer as n from customer where id = any(${customers}::uuid[]) and owned_since is null`,
    )
    expect(since!.n, 'files start anew').toBe(0)
    expect((await admin.get(`records/pool/${pool}`)).body).toMatchObject({ members: [{ id: user('li') }], keepers: [] })
    expect((await wang.get(`handovers/${handover}/checklist`)).body).toEqual({
      customers: 0,
      tasks: 0,
      plans: 0,
      shares: 0,
      pools: 0,
      follows: 0,
    })

    const undone = await admin.post(`operations/${done.body.operation}/undo`)
    expect(undone.status, undone.text).toBe(200)
    for (const id of customers) expect(await ownerOf(id)).toBe(he)
    expect([await assignee(task), await assignee(other)]).toEqual([he, he])
    expect((await wang.get(`handovers/${handover}/checklist`)).body).toMatchObject({ customers: customers.length, pools: 1, shares: 1 })
    expect((await admin.get(`records/handover/${handover}`)).body.state).toBe('open')
  })
})

describe('visits', () => {
  it('are checked in to, reported within a day, and read by the superior', async () => {
    const { xizi } = company.story.customers as { xizi: string }
    const at = new Date(company.runtime.clock()).toISOString()
    const visit = await made(
      'activity',
      {
        subject: '到厂走访',
        customer: xizi,
        kind: 'visit',
        at: new Date(Date.parse(at) + 3_600_000).toISOString(),
        by: user('li'),
        isDone: false,
      },
      li,
    )
    const level = { name: { zh: '重点', en: 'Key' }, tier: 'A', offers: { zh: '量身定制', en: 'To measure' }, visitsPerMonth: 2 }
    expect((await li.post('records/serviceLevel', level)).status).toBe(403)
    await made('serviceLevel', level)
    const before = (await li.get('visits')).body
    expect(before.visits.map(({ id }: { id: string }) => id)).toContain(visit)
    expect(before.quota[0]).toMatchObject({ tier: 'A', paid: 0 })
    const checked = await act(
      'accounts.checkIn',
      'activity',
      visit,
      { place: '西子机械 3 号楼', latitude: '30.2741', longitude: '120.1551' },
      li,
    )
    expect(checked.status, checked.text).toBe(200)
    expect((await act('accounts.checkIn', 'activity', visit, { place: '再来' }, li)).body.code).toBe('checked-in')
    const form = checked.body.items[0].id
    expect(Object.keys((await act('accounts.fileForm', 'visitForm', form, {}, li)).body.fields)).toEqual(['progress', 'nextStep'])
    await company.database.run(sql`update visit_form set due_at = now() - interval '400 days' where id = ${form}`)
    await job('remind-of-visit-forms')
    expect(await told(li, 'accounts.formLate')).toBe(1)
    const { version } = (await li.get(`records/visitForm/${form}`)).body
    expect(
      (await li.patch(`records/visitForm/${form}`, version, { progress: '对三层很满意，等总部批复。', nextStep: '周五问批复' })).status,
    ).toBe(200)
    expect((await act('accounts.fileForm', 'visitForm', form, {}, li)).status).toBe(200)
    expect((await li.get(`records/activity/${visit}`)).body).toMatchObject({ state: 'done', nextStep: '周五问批复' })
    expect((await li.get('visits')).body.quota[0].paid).toBe(1)
    await company.database.run(
      sql`update visit_form set filed_at = ${new Date(Date.parse(at) - 9 * 86_400_000).toISOString()}::timestamptz where id = ${form}`,
    )
    await job('remind-of-visit-forms')
    expect(await told(wang, 'accounts.formUnread')).toBe(1)
    expect((await act('accounts.readForm', 'visitForm', form, {}, li)).status, 'not by himself').toBe(403)
    expect((await act('accounts.readForm', 'visitForm', form, {}, wang)).status).toBe(200)
  })
})

describe('a missed contact', () => {
  it('is told to the superior after three working days, once', async () => {
    const today = dayAt(company.runtime.clock())
    const missed = await made('customer', { name: '逾期客户', kind: 'person', owner: user('li') })
    const task = await made('task', { title: '联系', assignee: user('li'), dueOn: today, about: { record: 'customer', id: missed } })
    await company.database.run(sql`update customer set contact_task_id = ${task} where id = ${missed}`)
    await company.database.run(sql`update task set due_on = ${addDays(today, -2)}::date where id = ${task}`)
    await job('escalate-missed-contacts')
    expect(await told(wang, 'accounts.contactMissed')).toBe(0)
    await company.database.run(sql`update task set due_on = ${addDays(today, -8)}::date where id = ${task}`)
    await job('escalate-missed-contacts')
    await job('escalate-missed-contacts')
    expect(await told(wang, 'accounts.contactMissed')).toBe(1)
  })
})

describe('a key account', () => {
  it('has its news told to its owner, and comes to a higher tier by request', async () => {
    const { huang } = company.story.customers as { huang: string }
    await made('watchEntry', { what: '董事长换人', customer: huang, kind: 'people', on: '2026-06-01', source: '公告' }, wang)
    expect(await told(li, 'accounts.newsKnown')).toBe(1)
    const request = await made('upgradeRequest', { reason: '三年内采购翻倍', customer: huang, tier: 'A' }, li)
    expect((await act('accounts.grantUpgrade', 'upgradeRequest', request, {}, li)).status).toBe(403)
    const granted = await act('accounts.grantUpgrade', 'upgradeRequest', request, { answer: '同意' }, wang)
    expect(granted.status, granted.text).toBe(200)
    expect((await li.get(`records/customer/${huang}`)).body.tier).toBe('A')
    const second = await made('upgradeRequest', { reason: '再升', customer: huang, tier: 'B' }, li)
    expect((await act('accounts.refuseUpgrade', 'upgradeRequest', second, { answer: '已是重点' }, wang)).status).toBe(200)
  })
})
