import { describe, expect, it } from 'vitest'
import { openCompany, type Caller } from '#test'

const company = openCompany()

const complete = async (caller: Caller, id: string, input: object) => {
  const { version } = (await caller.get(`records/activity/${id}`)).body
  return caller.post('actions/customers.completeActivity', { on: id, input }, { headers: { 'if-match': `"${version}"` } })
}
const planned = async (caller: Caller, more: object = {}) =>
  caller.post('records/activity', {
    subject: '与沈总谈付款',
    customer: company.story.customers.xizi,
    kind: 'meeting',
    at: '2026-06-16T02:00:00.000Z',
    isDone: false,
    isImportant: true,
    goal: '谈妥付款方案',
    ...more,
  })
const tasks = async (caller: Caller, title: string) =>
  (await caller.get('records/task?limit=200&fields=title,dueOn,assignee,about,priority')).body.items.filter(
    (task: { title: string }) => task.title === title,
  )

describe('an important contact', () => {
  it('is prepared: what is wanted of it is written down before', async () => {
    const li = await company.as('li')
    const refused = await planned(li, { goal: null })
    expect([refused.status, Object.keys(refused.body.fields)]).toEqual([422, ['goal']])
    expect((await planned(li)).status).toBe(201)
  })

  it('is closed with a record and a follow-up, which becomes a task of whoever had it', async () => {
    const li = await company.as('li')
    const { id } = (await planned(li)).body
    const faults = async (input: object) => {
      const refused = await complete(li, id, input)
      expect(refused.status).toBe(422)
      return Object.keys(refused.body.fields)
    }
    expect(await faults({})).toEqual(['outcome', 'nextStep'])
    expect(await faults({ outcome: '同意按年付' })).toEqual(['nextStep'])
    expect(await faults({ outcome: '同意按年付', nextStep: '寄合同文本' })).toEqual(['nextOn'])
    const done = await complete(li, id, { outcome: '同意按年付', nextStep: '寄合同文本', nextOn: '2026-06-18' })
    expect(done.status, done.text).toBe(200)
    expect(await tasks(li, '寄合同文本')).toMatchObject([
      { dueOn: '2026-06-18', priority: 'high', assignee: { id: company.story.people.li }, about: { id: company.story.customers.xizi } },
    ])
    // Undone, neither is there any more.
    expect((await li.post(`operations/${done.body.operation}/undo`)).status).toBe(200)
    expect((await li.get(`records/activity/${id}`)).body.state).toBe('planned')
    expect(await tasks(li, '寄合同文本')).toEqual([])
  })

  it('needs no follow-up for a reason that is given', async () => {
    const li = await company.as('li')
    const { id } = (await planned(li)).body
    expect((await complete(li, id, { outcome: '已签约', noFollowUp: '合同已签，转交付' })).status).toBe(200)
    expect((await li.get(`records/activity/${id}`)).body).toMatchObject({ state: 'done', noFollowUp: '合同已签，转交付' })
  })

  it('cannot be made one afterwards, nor lose what it left, past these steps', async () => {
    const li = await company.as('li')
    const logged = await planned(li, { isDone: true, outcome: '谈过了', at: '2026-06-14T02:00:00.000Z' })
    expect([logged.status, Object.keys(logged.body.fields)]).toEqual([422, ['nextStep']])
    const plain = (await planned(li, { isDone: true, isImportant: false, goal: null, at: '2026-06-14T02:00:00.000Z' })).body
    const raised = await li.patch(`records/activity/${plain.id}`, plain.version, { isImportant: true, goal: '补记' })
    expect([raised.status, Object.keys(raised.body.fields)]).toEqual([422, ['outcome', 'nextStep']])
    const whole = (
      await planned(li, { isDone: true, outcome: '谈过了', nextStep: '再约', nextOn: '2026-06-20', at: '2026-06-14T02:00:00.000Z' })
    ).body
    expect((await li.patch(`records/activity/${whole.id}`, whole.version, { outcome: null })).status).toBe(422)
    expect((await li.patch(`records/activity/${whole.id}`, whole.version, { outcome: '同意' })).status).toBe(200)
  })

  it('called off leaves nothing to be done', async () => {
    const li = await company.as('li')
    const { id, version } = (await planned(li)).body
    const off = await li.post('actions/customers.cancelActivity', { on: id, input: {} }, { headers: { 'if-match': `"${version}"` } })
    expect(off.status, off.text).toBe(200)
  })
})

describe('the time of the last contact', () => {
  const lastOf = async (caller: Caller, id: string) => (await caller.get(`records/customer/${id}`)).body.lastContactAt
  const newCustomer = async (caller: Caller, name: string): Promise<string> => (await caller.post('records/customer', { name })).body.id

  it('is that of the latest, whichever of many logged at the same instant is written last', async () => {
    const li = await company.as('li')
    const customer = await newCustomer(li, '同时联系')
    const times = Array.from({ length: 12 }, (_, i) => `2026-06-0${1 + (i % 9)}T0${i % 7}:00:00.000Z`)
    const answers = await Promise.all(
      times.map((at) => li.post('records/activity', { subject: '电话', customer, kind: 'call', at, isDone: true })),
    )
    expect(answers.map(({ status }) => status)).toEqual(times.map(() => 201))
    expect(await lastOf(li, customer)).toBe(times.toSorted().at(-1))
  })

  it('is moved by contacts that took place, and neither by notes nor by plans', async () => {
    const li = await company.as('li')
    const customer = await newCustomer(li, '先计划后联系')
    const at = '2026-06-10T02:00:00.000Z'
    await li.post('records/activity', { subject: '备忘', customer, kind: 'note', at, isDone: true })
    const { id } = (await li.post('records/activity', { subject: '拜访', customer, kind: 'visit', at, isDone: false })).body
    expect(await lastOf(li, customer)).toBeNull()
    expect((await complete(li, id, { outcome: '谈过' })).status).toBe(200)
    expect(await lastOf(li, customer)).toBe(at)
  })
})
