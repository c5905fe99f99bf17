import { beforeAll, describe, expect, it } from 'vitest'
import { openCompany, type Caller } from '#test'
import { askForContacts } from './actions/ask-for-contacts.ts'

const company = openCompany()
const day = 86_400_000

/** Everything that follows, behind. */
async function settle() {
  await company.settle()
  await company.work()
}

const at = (moment: string) => {
  company.runtime.clock = () => Date.parse(moment)
}
/** A Monday, ten in the morning. */
const monday = '2026-06-15T02:00:00.000Z'

const act = async (caller: Caller, action: string, record: string, id: string, input: object = {}) => {
  const { version } = (await caller.get(`records/${record}/${id}`)).body
  return caller.post(`actions/${action}`, { on: id, input }, { headers: { 'if-match': `"${version}"` } })
}

const read = async (id: string) => (await (await company.as('lin')).get(`records/customer/${id}`)).body
const tasksOf = async (id: string) => {
  const filter = encodeURIComponent(JSON.stringify({ field: 'about', op: 'eq', value: { record: 'customer', id } }))
  const fields = 'title,dueOn,dueTime,state,assignee,note,remark'
  return (await (await company.as('lin')).get(`records/task?filter=${filter}&fields=${fields}&limit=100`)).body.items as Record<
    string,
    any
  >[]
}
const standing = async (id: string) => (await (await company.as('lin')).get(`customers/${id}/contact-plan`)).body

let many = 0
/** A customer of Li's, last contacted so many days ago, and a plan for him alone: every 30 days, by telephone. */
async function setUp({ daysAgo = 31, contact = {}, plan = {} }: { daysAgo?: number; contact?: object; plan?: object } = {}) {
  const li = await company.as('li')
  const lin = await company.as('lin')
  const made = await li.post('records/customer', {
    name: `计划${(many += 1)}`,
    kind: 'enterprise',
    stage: 'developing',
    contactName: '沈国强',
  })
  expect(made.status, made.text).toBe(201)
  const { id, primaryContact } = made.body
  if (Object.keys(contact).length > 0) {
    const changed = await li.patch(`records/contact/${primaryContact.id}`, 1, contact)
    expect(changed.status, changed.text).toBe(200)
  }
  const moment = new Date(company.runtime.clock() - daysAgo * day).toISOString()
  const logged = await li.post('records/activity', { subject: '回访', customer: id, kind: 'call', at: moment, isDone: true })
  expect(logged.status, logged.text).toBe(201)
  const planned = await lin.post('records/contactPlan', {
    name: { zh: '专属回访', en: 'His own calls' },
    target: 'customer',
    customer: id,
    every: 30,
    unit: 'day',
    way: 'phone',
    content: { zh: '问使用情况', en: 'Ask how it goes' },
    ...plan,
  })
  expect(planned.status, planned.text).toBe(201)
  return {
    id: id as string,
    contact: primaryContact.id as string,
    plan: planned.body.id as string,
    activity: logged.body.id as string,
    li,
    lin,
  }
}

beforeAll(() => at(monday))

describe('what is due by a plan', () => {
  it('becomes one task, at the first working hour in which the person can be reached, with the reason and what to talk about', async () => {
    const { id } = await setUp({ contact: { reachableFrom: '14:00', reachableTo: '16:00' } })
    await settle()
    const [task, ...more] = await tasksOf(id)
    expect(more).toEqual([])
    expect(task).toMatchObject({ title: '电话联系：专属回访', dueOn: '2026-06-15', dueTime: '14:00', state: 'open' })
    expect(task!.assignee.id).toBe(company.story.people.li)
    expect(task!.note).toBe('每 30 天电话，上次联系 05-15，应在 06-14\n问使用情况')
    expect(await read(id)).toMatchObject({ nextContactOn: '2026-06-14' })
    // An hour later nobody is asked again.
    expect(await askForContacts(company.runtime)).toBe(0)
    expect(await tasksOf(id)).toHaveLength(1)
  })

  it('is asked for once, however many workers see it in the same moment', async () => {
    const waiting = await Promise.all(Array.from({ length: 5 }, () => setUp({ plan: { mostPerDay: 500 } })))
    await company.settle()
    // The plans are reckoned, and nobody has been asked yet.
    const other = await company.another()
    other.runtime.clock = company.runtime.clock
    const { reckonCustomers } = await import('./actions/reckon-customers.ts')
    await reckonCustomers(
      company.runtime,
      waiting.map(({ id }) => id),
    )
    const made = await Promise.all([company.runtime, other.runtime, company.runtime].map((runtime) => askForContacts(runtime)))
    expect(made.reduce((a, b) => a + b)).toBe(5)
    for (const { id } of waiting) expect(await tasksOf(id)).toHaveLength(1)
    await settle()
    for (const { id } of waiting) expect(await tasksOf(id)).toHaveLength(1)
    await other.close()
  })

  it('is not due before its day, and not on a holiday', async () => {
    // Due on Friday the 19th, the Dragon Boat Festival; the group, where Lin works, is back on Monday.
    const { id } = await setUp({ daysAgo: 26, plan: { by: company.story.people.lin } })
    await settle()
    expect(await tasksOf(id)).toEqual([])
    expect(await standing(id)).toMatchObject({ dueOn: '2026-06-19', isDue: false, on: '2026-06-22', at: null })
    at('2026-06-18T16:10:00.000Z')
    expect(await askForContacts(company.runtime)).toBeGreaterThanOrEqual(1)
    expect(await tasksOf(id)).toMatchObject([{ dueOn: '2026-06-22', dueTime: null }])
    at(monday)
  })

  it('goes to the days after, where a colleague has been asked for enough', async () => {
    const zhou = company.story.people.zhou
    const plan = { by: zhou, mostPerDay: 2 }
    const all = await Promise.all(Array.from({ length: 5 }, () => setUp({ plan })))
    await settle()
    const days = (await Promise.all(all.map(({ id }) => tasksOf(id))))
      .flat()
      .map(({ dueOn }) => String(dueOn))
      .sort((a, b) => a.localeCompare(b))
    expect(days).toEqual(['2026-06-15', '2026-06-15', '2026-06-16', '2026-06-16', '2026-06-17'])
  })
})

describe('a contact in the meantime', () => {
  it('ends the task in the same operation, moves the clock, and gives both back when it is undone', async () => {
    const { id } = await setUp()
    await settle()
    // Of the service: he may not touch Li's task himself.
    const zhou = await company.as('zhou')
    const logged = await zhou.post('actions/activity.create', { input: { subject: '客户来电', customer: id, kind: 'call' } })
    expect(logged.status, logged.text).toBe(200)
    expect(await tasksOf(id)).toMatchObject([{ state: 'done', remark: '客户来电' }])
    expect(await read(id)).toMatchObject({ nextContactOn: '2026-07-15' })
    await settle()
    expect(await tasksOf(id)).toHaveLength(1)

    expect((await zhou.post(`operations/${logged.body.operation}/undo`)).status).toBe(200)
    expect(await tasksOf(id)).toMatchObject([{ state: 'open' }])
    await settle()
    expect(await read(id)).toMatchObject({ nextContactOn: '2026-06-14' })
    expect(await tasksOf(id)).toHaveLength(1)
  })

  it('leaves nothing to be done when it comes in the very moment in which somebody is asked', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => setUp({ plan: { mostPerDay: 500 } })))
    await company.settle()
    const { reckonCustomers } = await import('./actions/reckon-customers.ts')
    await reckonCustomers(
      company.runtime,
      all.map(({ id }) => id),
    )
    await Promise.all([
      askForContacts(company.runtime),
      ...all.map(({ id, li }) => li.post('records/activity', { subject: '刚刚联系', customer: id, kind: 'call', isDone: true })),
    ])
    await settle()
    for (const { id } of all) {
      expect((await tasksOf(id)).filter(({ state }) => state === 'open')).toEqual([])
      expect(await read(id)).toMatchObject({ nextContactOn: '2026-07-15' })
    }
  })

  it('is none where it is a note, and counts no more once it is taken out', async () => {
    const { id, li } = await setUp()
    await settle()
    await li.post('records/activity', { subject: '自己记一笔', customer: id, kind: 'note', isDone: true })
    expect(await tasksOf(id)).toMatchObject([{ state: 'open' }])
    const call = (await li.post('records/activity', { subject: '打错了', customer: id, kind: 'call', isDone: true })).body
    expect(await read(id)).toMatchObject({ nextContactOn: '2026-07-15' })
    const admin = await company.as('admin')
    expect((await admin.delete(`records/activity/${call.id}`, { headers: { 'if-match': `"${call.version}"` } })).status).toBeLessThan(300)
    await settle()
    const after = await read(id)
    expect(after.lastContactAt).toBe(new Date(company.runtime.clock() - 31 * day).toISOString())
    expect(after).toMatchObject({ nextContactOn: '2026-06-14' })
    expect(await tasksOf(id)).toMatchObject([{ state: 'open' }])
  })

  it('a task that is called off without one puts the contact off by an interval', async () => {
    const { id, li } = await setUp()
    await settle()
    const [task] = await tasksOf(id)
    expect((await act(li, 'platform.cancelTask', 'task', task!.id, { reason: '客户出差' })).status).toBe(200)
    await settle()
    expect(await read(id)).toMatchObject({ nextContactOn: '2026-07-14' })
    expect(await tasksOf(id)).toHaveLength(1)
    at('2026-07-14T02:00:00.000Z')
    await askForContacts(company.runtime)
    expect(await tasksOf(id)).toHaveLength(2)
    at(monday)
  })
})

describe('what somebody wants of being contacted', () => {
  const purposeOf = async (code: string) =>
    (
      await (
        await company.as('admin')
      ).post('records/purpose', {
        name: { zh: '回访', en: 'Calls' },
        code,
        wording: { zh: '我们会回访您。', en: 'We call you.' },
        channels: ['phone', 'wechat'],
      })
    ).body.id as string
  const decide = (caller: Caller, contact: string, purpose: string, channels: string[], decision: string) =>
    act(caller, 'customers.recordConsent', 'contact', contact, { purpose, channels, decision, how: 'phone' })

  it('the way he prefers goes before that of the plan, and is said', async () => {
    const { id } = await setUp({ contact: { preferredChannel: 'wechat' } })
    await settle()
    expect(await tasksOf(id)).toMatchObject([{ title: '微信联系：专属回访' }])
    expect((await tasksOf(id))[0]!.note).toContain('沈国强希望用微信联系')
  })

  it('nobody is asked to contact whoever has not agreed; once he has, somebody is', async () => {
    const purpose = await purposeOf('callsOnceAgreed')
    const { id, contact, li } = await setUp({ plan: { purpose } })
    await settle()
    expect(await tasksOf(id)).toEqual([])
    expect((await standing(id)).refusal.zh).toBe('电话：没有本人的同意')
    expect((await decide(li, contact, purpose, ['phone'], 'granted')).status).toBe(200)
    await settle()
    await askForContacts(company.runtime)
    expect(await tasksOf(id)).toHaveLength(1)
  })

  it('nor whoever has withdrawn, or wants his data not to be used', async () => {
    const purpose = await purposeOf('callsWithdrawn')
    const { id, contact, li } = await setUp({ plan: { purpose }, daysAgo: 10 })
    await decide(li, contact, purpose, ['phone'], 'granted')
    await settle()
    expect((await standing(id)).way).toBe('phone')
    await decide(li, contact, purpose, ['phone'], 'withdrawn')
    at('2026-07-06T02:00:00.000Z')
    await settle()
    await askForContacts(company.runtime)
    expect(await tasksOf(id)).toEqual([])
    expect((await standing(id)).refusal.zh).toBe('电话：本人已撤回同意')
    at(monday)

    const other = await setUp()
    const asked = await other.li.post('records/subjectRequest', { customer: other.id, contact: other.contact, kind: 'restrict' })
    expect(asked.status, asked.text).toBe(201)
    const fulfilled = await act(await company.as('admin'), 'customers.fulfilRequest', 'subjectRequest', asked.body.id, { answer: '已办' })
    expect(fulfilled.status, fulfilled.text).toBe(200)
    await settle()
    expect(await tasksOf(other.id)).toEqual([])
    expect((await standing(other.id)).refusal.zh).toBe('沈国强要求限制处理其信息')
  })
})

describe('plans', () => {
  it('come and go: what a stopped one has asked for is called off', async () => {
    const { id, plan, lin } = await setUp()
    await settle()
    expect((await act(lin, 'communication.stopPlan', 'contactPlan', plan)).status).toBe(200)
    await settle()
    expect(await tasksOf(id)).toMatchObject([{ state: 'cancelled', remark: '不再有沟通计划' }])
    expect((await read(id)).nextContactOn ?? null).toBeNull()
    expect(await standing(id)).toMatchObject({ plan: null, group: { group: 'prospective' } })
    expect((await act(lin, 'communication.startPlan', 'contactPlan', plan)).status).toBe(200)
    await settle()
    expect((await tasksOf(id)).filter(({ state }) => state === 'open')).toHaveLength(1)
  })

  it('for groups follow what becomes of a customer', async () => {
    const lin = await company.as('lin')
    const li = await company.as('li')
    const department = company.story.departments.lake
    const planFor = async (group: string, every: number) =>
      (
        await lin.post('records/contactPlan', {
          name: { zh: group, en: group },
          target: 'group',
          group,
          every,
          unit: 'day',
          department,
        })
      ).body.id as string
    const plans = {
      prospective: await planFor('prospective', 14),
      referred: await planFor('referred', 7),
      beingServed: await planFor('beingServed', 60),
    }
    const { id } = (await li.post('records/customer', { name: '人群变化', kind: 'enterprise', stage: 'potential' })).body
    const planOf = async () => {
      await settle()
      const { contactPlan, nextContactOn } = await read(id)
      return [contactPlan?.id, nextContactOn]
    }
    expect(await planOf()).toEqual([plans.prospective, '2026-06-29'])
    const { version } = await read(id)
    await li.patch(`records/customer/${id}`, version, { source: 'referral' })
    expect(await planOf()).toEqual([plans.referred, '2026-06-22'])
    const asset = await li.post('records/asset', { name: '3 幢 1201', kind: 'unit', customer: id })
    expect(asset.status, asset.text).toBe(201)
    expect(await planOf()).toEqual([plans.beingServed, '2026-08-14'])
    // To Shanghai, where these plans are not.
    await act(lin, 'customers.transfer', 'customer', id, { owner: company.story.people.sun, department: company.story.departments.river })
    expect(await planOf()).toEqual([undefined, null])
    for (const plan of Object.values(plans)) await act(lin, 'communication.stopPlan', 'contactPlan', plan)
    await settle()
  })

  it('for a segment follow its members as they were last reckoned', async () => {
    const lin = await company.as('lin')
    const li = await company.as('li')
    const { id } = (await li.post('records/customer', { name: '名单上的', kind: 'enterprise' })).body
    const segment = (await lin.post('records/segment', { name: '回访名单', kind: 'static', shown: 'everyone' })).body
    await lin.post('records/contactPlan', {
      name: { zh: '名单', en: 'List' },
      target: 'segment',
      segment: segment.id,
      every: 10,
      unit: 'day',
    })
    await settle()
    expect((await read(id)).contactPlan ?? null).toBeNull()
    expect((await act(li, 'customers.addToList', 'customer', id, { segment: segment.id })).status).toBe(200)
    for (const job of ['reckon-segments', 'reckon-segment-plans']) {
      await company.runtime.enqueue(company.database, job, {})
      await settle()
    }
    expect((await read(id)).nextContactOn).toBe('2026-06-25')
    // Whoever has left is let go in the same way.
    expect((await act(li, 'customers.removeFromList', 'customer', id, { segment: segment.id })).status).toBe(200)
    for (const job of ['reckon-segments', 'reckon-segment-plans']) {
      await company.runtime.enqueue(company.database, job, {})
      await settle()
    }
    expect((await read(id)).nextContactOn ?? null).toBeNull()
  })

  it('are made by supervisors, each for the departments that are theirs', async () => {
    const make = async (key: string, department?: string | null, more: object = {}) =>
      (
        await (
          await company.as(key)
        ).post('records/contactPlan', { name: { zh: 'x', en: 'x' }, target: 'tier', tier: 'B', department, ...more })
      ).status
    const { lake, river, hangzhou } = company.story.departments
    expect(await make('wang', lake)).toBe(201)
    expect(await make('wang', hangzhou)).toBe(201)
    expect(await make('wang', river)).toBe(403)
    expect(await make('wang', null)).toBe(403)
    expect(await make('li', lake)).toBe(403)
    expect(await make('zhou', lake)).toBe(403)
    expect(await make('admin', null)).toBe(201)
    expect(await make('admin', null, { tier: null })).toBe(422)
    const lin = await company.as('lin')
    for (const plan of (await lin.get('records/contactPlan?limit=100')).body.items)
      if (plan.name.zh === 'x')
        await lin.post('actions/communication.stopPlan', { on: plan.id }, { headers: { 'if-match': `"${plan.version}"` } })
    await settle()
  })

  it('for one customer show to those alone who look after him or his department', async () => {
    const { id, plan } = await setUp()
    const sees = async (key: string) => (await (await company.as(key)).get(`records/contactPlan/${plan}`)).status
    expect(await Promise.all(['lin', 'wang', 'li', 'zhang', 'sun', 'zhao', 'zhou'].map(sees))).toEqual([200, 200, 200, 404, 404, 404, 404])
    // Whoever sees the customer in full hears by which plan he is followed; only its page is closed.
    const told = (await (await company.as('zhou')).get(`customers/${id}/contact-plan`)).body
    expect(told.plan).toMatchObject({ id: null, name: { zh: '专属回访' } })
    await settle()
    expect((await read(id)).contactPlan.id).toBe(plan)
    expect((await (await company.as('zhou')).get(`records/customer/${id}`)).text).not.toContain(plan)
    expect((await (await company.as('sun')).get(`customers/${id}/contact-plan`)).status).toBe(404)
    expect((await (await company.as('chen')).get(`customers/${id}/contact-plan`)).status).toBe(404)
  })
})
