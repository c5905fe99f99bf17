import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#engine/store/sql.ts'
import { openCompany, type Answer, type Caller } from '#test'
import { qualityJobs } from './jobs.ts'

const company = openCompany()
const idOf = (key: string) => company.story.customers[key]!
const userOf = (key: string) => company.story.people[key]!
let admin: Caller
let li: Caller

const run = (name: string) =>
  qualityJobs.find((job) => job.name === name)!.run(company.runtime, {}, { id: '', attempt: 1, signal: new AbortController().signal })
/** What the background does: seals, follows, works. */
const settle = async () => {
  await company.settle()
  await company.work()
}
/** On another day; the story is told on Monday, the 15th of June 2026, at ten in the morning. */
const onDay = async <T>(day: string, work: () => Promise<T>): Promise<T> => {
  const { clock } = company.runtime
  company.runtime.clock = () => Date.parse(`${day}T00:00:00Z`)
  try {
    return await work()
  } finally {
    company.runtime.clock = clock
  }
}
const read = async (caller: Caller, id: string, record = 'customer') => {
  const answer = await caller.get(`records/${record}/${id}`)
  expect(answer.status, answer.text).toBe(200)
  return answer.body
}
const change = async (caller: Caller, id: string, values: object, record = 'customer'): Promise<Answer> =>
  caller.patch(`records/${record}/${id}`, (await read(caller, id, record)).version, values)
const act = async (caller: Caller, action: string, id: string, input: object = {}, record = 'customer'): Promise<Answer> =>
  caller.post(`actions/${action}`, { on: id, input }, { headers: { 'if-match': `"${(await read(caller, id, record)).version}"` } })
const done = (answer: Answer) => {
  expect(answer.status, answer.text).toBeLessThan(300)
  return answer.body
}
const found = async (caller: Caller, filter: unknown): Promise<string[]> =>
  done(await caller.get(`records/customer?limit=100&filter=${encodeURIComponent(JSON.stringify(filter))}`)).items.map(
    (item: { id: string }) => item.id,
  )
const make = async (caller: Caller, values: object) => done(await caller.post('records/customer', values)) as { id: string }
const standard = async (values: object) =>
  (done(await admin.post('records/collectionStandard', { name: '标准', ...values })) as { id: string }).id
const dropStandards = async () => {
  for (const { id, version } of (await admin.get('records/collectionStandard?limit=100')).body.items)
    await admin.delete(`records/collectionStandard/${id}`, { headers: { 'if-match': `"${version}"` } })
  await settle()
}
const missing = (answer: Answer) => {
  expect(answer.status, answer.text).toBe(422)
  return Object.keys(answer.body.fields)
}

beforeAll(async () => {
  admin = await company.as('admin')
  li = await company.as('li')
  await settle()
})

describe('a collection standard', () => {
  it('is kept by administrators and read by everybody', async () => {
    const id = await standard({ requires: ['source'] })
    expect((await read(li, id, 'collectionStandard')).requires).toEqual(['source'])
    expect((await li.post('records/collectionStandard', { name: '我的' })).status).toBe(403)
    expect((await change(li, id, { requires: [] }, 'collectionStandard')).status).toBe(403)
    expect((await admin.post('records/collectionStandard', { name: '错', requires: ['nothing'] })).status).toBe(422)
    await dropStandards()
  })

  it('keeps a customer from a stage and from a tier as long as a field is empty, and names the fields', async () => {
    await standard({ stage: 'growing', requires: ['source', 'industry'] })
    await standard({ tier: 'A', kind: 'enterprise', requires: ['employees', 'primaryContact'] })
    const { id } = await make(li, { name: '临安竹业有限公司' })
    const refused = await change(li, id, { stage: 'growing' })
    expect(missing(refused)).toEqual(['source', 'industry'])
    expect(refused.body.fields.source).toBe('To enter "Growing", fill in: Source, Industry')
    expect(missing(await change(li, id, { stage: 'growing', source: 'web' }))).toEqual(['industry'])
    done(await change(li, id, { stage: 'growing', source: 'web', industry: '竹制品' }))
    expect(missing(await change(li, id, { tier: 'A' }))).toEqual(['employees', 'primaryContact'])
    done(await change(li, id, { tier: 'B' }))
    // Of a family no number of employees is asked: the standard is for enterprises.
    const family = await make(li, { name: '吴桂芳家', kind: 'household', tier: 'A' })
    expect(missing(await change(li, family.id, { kind: 'enterprise' }))).toEqual(['employees', 'primaryContact'])
    await dropStandards()
  })

  it('may require what administrators have added, as long as it is there and asked for', async () => {
    const field = async (values: object) =>
      done(await admin.post('records/customField', { record: 'customer', kind: 'text', ...values })) as { id: string; version: number }
    const area = await field({ name: 'shopArea', label: { zh: '门店面积', en: 'Shop area' } })
    await field({ name: 'onlyFamilies', label: { zh: '家庭', en: 'Family' }, onlyWhenField: 'kind', onlyWhenIs: ['household'] })
    await company.settle()
    await standard({ stage: 'developing', requires: ['shopArea', 'onlyFamilies'] })
    const { id } = await make(li, { name: '德清木业有限公司' })
    const refused = await change(li, id, { stage: 'developing' })
    expect(missing(refused)).toEqual(['shopArea'])
    expect(refused.body.fields.shopArea).toContain('Shop area')
    done(await admin.delete(`records/customField/${area.id}`, { headers: { 'if-match': `"${area.version}"` } }))
    await company.settle()
    done(await change(li, id, { stage: 'developing' }))
    await dropStandards()
  })

  it('leaves whoever is there already as he is', async () => {
    const { id } = await make(li, { name: '建德茶叶有限公司', stage: 'growing' })
    await standard({ stage: 'growing', requires: ['website'] })
    done(await change(li, id, { note: '改一改' }))
    done(await change(li, id, { stage: 'developing' }))
    expect(missing(await change(li, id, { stage: 'growing' }))).toEqual(['website'])
    done(await change(li, id, { stage: 'ended' }))
    await dropStandards()
  })

  it('holds for new customers, in bulk and in imports, where the others go through', async () => {
    await standard({ stage: 'developing', requires: ['region'] })
    expect(missing(await li.post('records/customer', { name: '富阳纸业有限公司', stage: 'developing' }))).toEqual(['region'])
    const [bare, whole] = [await make(li, { name: '富阳造纸厂' }), await make(li, { name: '桐庐制笔厂', region: '浙江杭州' })]
    const bulk = done(await li.post('actions/customer.edit', { on: [bare.id, whole.id], input: { stage: 'developing' } }))
    expect(bulk.report).toMatchObject([{ id: bare.id, code: 'bad-fields' }])
    expect([(await read(li, bare.id)).stage, (await read(li, whole.id)).stage]).toEqual(['potential', 'developing'])

    const text = ['客户名称,阶段,地区', '淳安水厂,开发,浙江杭州', '淳安渔业,开发,', '淳安旅社,潜在,'].join('\n')
    const file = done(await li.upload('imports', { name: '客户.csv', content: text }, { record: 'customer' }))
    done(await li.post(`imports/${file.id}/run`))
    await company.work()
    const outcome = done(await li.get(`imports/${file.id}`))
    expect(outcome.progress).toMatchObject({ read: 3, valid: 2, failed: 1 })
    expect((await li.get(`imports/${file.id}/errors`)).text).toContain('淳安渔业')
    await dropStandards()
  })

  it('is asked once for a whole set, not for every row', async () => {
    await standard({ stage: 'developing', requires: ['region'] })
    const answer = done(
      await li.post('records/customer/batch?partial=1', {
        items: Array.from({ length: 20 }, (_, i) => ({
          name: `批量客户 ${i} 号`,
          stage: 'developing',
          ...(i % 2 ? { region: '杭州' } : {}),
        })),
      }),
    )
    expect(answer.items.filter((item: { id?: string }) => item.id)).toHaveLength(10)
    await dropStandards()
  })
})

describe('the score of a file', () => {
  it('follows what is saved: the customer, its contacts, what may be the same; and it is a quiet value', async () => {
    const { id } = await make(li, { name: '萧山机器有限公司' })
    await settle()
    const before = await read(li, id)
    // Nothing of five is there: 0 + 30 + 20 + 10.
    expect([before.quality, before.qualityFaults, before.version]).toEqual([60, ['missing'], 1])
    done(await change(li, id, { region: '浙江杭州', source: 'web', industry: '机械制造', phone: '0571-88888888' }))
    await settle()
    expect(await read(li, id)).toMatchObject({ quality: 32 + 24 + 20 + 10, qualityFaults: ['missing', 'doubtful'], version: 2 })
    const contact = done(await li.post('records/contact', { name: '陈大力', customer: id, mobile: '13600010001' }))
    done(await change(li, id, { primaryContact: contact.id, phone: '0571-88123456' }))
    await settle()
    expect(await read(li, id)).toMatchObject({ quality: 100, qualityFaults: [] })
    // On one day one step, however often it was saved.
    expect(done(await li.get(`customers/${id}/quality`)).trend).toEqual([{ day: '2026-06-15', score: 100 }])
    done(await change(li, id, { note: '没有新的分数' }))
    await onDay('2026-06-17', async () => {
      done(await change(li, id, { source: null }))
      await settle()
    })
    expect(done(await li.get(`customers/${id}/quality`)).trend).toEqual([
      { day: '2026-06-15', score: 100 },
      { day: '2026-06-17', score: 92 },
    ])
    done(await change(li, id, { source: 'web' }))
    await settle()
    done(await change(li, contact.id, { mobile: '13611111111' }, 'contact'))
    await settle()
    expect((await read(li, id)).qualityFaults).toEqual(['doubtful'])
    const history = (await li.get(`records/customer/${id}/history`)).body.items as { changes: { field: string }[] }[]
    expect(history.flatMap(({ changes }) => changes.map(({ field }) => field))).not.toContain('quality')
    expect(
      await found(li, {
        and: [
          { field: 'qualityFaults', op: 'has', value: 'doubtful' },
          { field: 'quality', op: 'gte', value: 90 },
        ],
      }),
    ).toContain(id)
  })

  it('falls on both sides of a pair that may be one, and rises when that is decided', async () => {
    const [one, two] = [await make(li, { name: '余杭甲厂' }), await make(li, { name: '余杭乙厂' })]
    const pair = done(
      await admin.post('records/duplicate', {
        customer: one.id,
        other: two.id,
        pair: `${one.id}:${two.id}`,
        score: 80,
        reasons: { zh: '名称相近', en: 'names alike' },
      }),
    )
    await settle()
    for (const { id } of [one, two]) expect(await read(li, id)).toMatchObject({ quality: 50, qualityFaults: ['missing', 'double'] })
    done(await act(li, 'customers.dismissDuplicate', pair.id, {}, 'duplicate'))
    await settle()
    for (const { id } of [one, two]) expect((await read(li, id)).quality).toBe(60)
    done(await act(li, 'customers.reopenDuplicate', pair.id, {}, 'duplicate'))
    await settle()
    expect((await read(li, one.id)).quality).toBe(50)
    // The other has gone to the recycle bin: nobody is double any more.
    const wang = await company.as('wang')
    done(await wang.delete(`records/customer/${two.id}`, { headers: { 'if-match': `"${(await read(wang, two.id)).version}"` } }))
    await settle()
    expect((await read(li, one.id)).quality).toBe(60)
  })

  it('follows the standards and the people, by a job', async () => {
    const id = idOf('lvye')
    const before = (await read(li, id)).quality as number
    await standard({ requires: ['website', 'uscc', 'employees'] })
    await settle()
    expect((await read(li, id)).quality).toBeLessThan(before)
    await dropStandards()
    expect((await read(li, id)).quality).toBe(before)
    done(await change(admin, userOf('he'), { isActive: false }, 'user'))
    await settle()
    expect((await read(admin, idOf('tao'))).qualityFaults).toContain('doubtful')
    done(await change(admin, userOf('he'), { isActive: true }, 'user'))
    await settle()
    expect((await read(admin, idOf('tao'))).qualityFaults).not.toContain('doubtful')
  })

  it('falls by itself when its time is over, on the very night', async () => {
    await standard({ kind: 'government', everyDays: 200 })
    await settle()
    const id = idOf('yuhang')
    const { quality, confirmBy } = await read(admin, id)
    // Made 54 days before the story begins.
    expect(confirmBy).toBe('2026-11-08')
    await onDay('2026-11-08', () => run('recheck-files'))
    expect((await read(admin, id)).quality).toBe(quality)
    await onDay('2026-11-09', () => run('recheck-files'))
    expect(await read(admin, id)).toMatchObject({ quality: quality - 10, qualityFaults: expect.arrayContaining(['stale']) })
    await onDay('2027-05-28', () => run('recheck-files'))
    expect((await read(admin, id)).quality).toBe(quality - 20)
    await company.database.run(sql`update customer set recheck_on = '2020-01-01' where deleted_at is null`)
    await run('recheck-files')
    await dropStandards()
    expect((await read(admin, id)).quality).toBe(quality)
  })
})

describe('a file that has to be confirmed', () => {
  const tasksAbout = async (id: string) =>
    (
      await admin.get(
        `records/task?limit=50&filter=${encodeURIComponent(JSON.stringify({ field: 'about', op: 'eq', value: { record: 'customer', id } }))}`,
      )
    ).body.items
      .filter((task: { title: string }) => task.title.includes('确认客户资料'))
      .map((task: { id: string; state: string; dueOn: string; assignee: { id: string } }) => ({
        id: task.id,
        state: task.state,
        dueOn: task.dueOn,
        who: task.assignee.id,
      })) as { id: string; state: string; dueOn: string; who: string }[]

  it('becomes a task on the first working day after, once, and is done by the confirmation', async () => {
    const id = idOf('yuhang')
    await standard({ kind: 'government', everyDays: 200, keeper: userOf('lin') })
    await settle()
    // The last day is Sunday, the 8th of November: on Sunday nothing is overdue, on Monday the office works.
    await onDay('2026-11-08', () => run('ask-confirmations'))
    expect(await tasksAbout(id)).toEqual([])
    await onDay('2026-11-14', () => run('ask-confirmations'))
    expect(await tasksAbout(id), 'a Saturday').toEqual([])
    await onDay('2026-11-09', async () => {
      await Promise.all([run('ask-confirmations'), run('ask-confirmations')])
      await run('ask-confirmations')
    })
    await onDay('2026-11-10', () => run('ask-confirmations'))
    expect(await tasksAbout(id)).toMatchObject([{ state: 'open', dueOn: '2026-11-09', who: userOf('lin') }])

    const zhang = await company.as('zhang')
    await onDay('2026-11-10', async () => {
      done(await act(zhang, 'customers.confirm', id))
      await settle()
    })
    expect(await tasksAbout(id)).toMatchObject([{ state: 'done' }])
    const confirmed = await read(zhang, id)
    expect(confirmed).toMatchObject({ confirmBy: '2027-05-29', confirmedAt: '2026-11-10T00:00:00.000Z' })
    expect((await zhang.get(`records/customer/${id}/history`)).body.items[0]).toMatchObject({ type: 'customer.confirmed' })
    await onDay('2026-11-11', () => run('ask-confirmations'))
    expect(await tasksAbout(id)).toHaveLength(1)
    await dropStandards()
  })

  it('is asked for again where the task was done and the file was not confirmed', async () => {
    const id = idOf('xu')
    await standard({ kind: 'person', tier: 'A', everyDays: 10 })
    await settle()
    const zhang = await company.as('zhang')
    // On a Sunday: Zhang's project receives visitors every day, by the calendar of the sales offices.
    await onDay('2026-06-21', () => run('ask-confirmations'))
    const [first] = await tasksAbout(id)
    expect(first).toMatchObject({ state: 'open', who: userOf('zhang') })
    done(await act(zhang, 'platform.completeTask', first!.id, {}, 'task'))
    await onDay('2026-06-22', () => run('ask-confirmations'))
    expect((await tasksAbout(id)).map(({ state }) => state).sort()).toEqual(['done', 'open'])
    await dropStandards()
  })

  it('may be confirmed by whoever may change it, in bulk as well', async () => {
    expect((await (await company.as('zhou')).post('actions/customers.confirm', { on: [idOf('xizi')] })).body.report).toHaveLength(1)
    const answer = done(await li.post('actions/customers.confirm', { on: [idOf('xizi'), idOf('lvye')] }))
    expect(answer.report).toEqual([])
    done(await li.post(`operations/${answer.operation}/undo`))
    expect((await read(li, idOf('xizi'))).confirmedAt).toBeNull()
    expect(
      (await li.post('actions/customers.askConfirmation', { on: [idOf('xizi')], input: { keeper: userOf('li') } })).body.report,
    ).toHaveLength(1)
  })
})

describe('the score, explained', () => {
  it('names what is missing, doubtful, stale and double, within the reader’s rights', async () => {
    await standard({ name: '重点企业', kind: 'enterprise', tier: 'A', requires: ['revenue', 'website'], everyDays: 90 })
    const { id } = await make(await company.as('lin'), {
      name: '上城百货有限公司',
      owner: userOf('li'),
      region: '浙江杭州',
      phone: '0571-88888888',
      contactName: '测试',
      contactMobile: '13600020002',
    })
    await company.database.run(sql`update customer set tier = 'A', created_at = '2026-01-01' where id = ${id}`)
    const own = done(await li.get(`customers/${id}/quality`))
    expect(own).toMatchObject({
      missing: ['source', 'industry', 'revenue', 'website'],
      doubts: [{ field: 'phone' }, { field: 'primaryContact.name' }],
      standards: ['重点企业'],
      everyDays: 90,
      confirmBy: '2026-04-01',
      confirmedAt: null,
      hidden: 0,
    })
    expect(own.score).toBe(own.completeness.points + own.validity.points + own.timeliness.points + own.uniqueness.points)
    // Whoever sees numbers masked is not told which of them is made up.
    const masked = done(await (await company.as('zhou')).get(`customers/${id}/quality`))
    expect(masked.doubts).toEqual([expect.objectContaining({ field: 'primaryContact.name' })])
    expect(masked.hidden).toBeGreaterThan(0)
    for (const person of ['chen', 'sun', 'zheng'])
      expect((await (await company.as(person)).get(`customers/${id}/quality`)).status).toBe(404)
    await dropStandards()
  })
})

describe('the quality of all data', () => {
  const overview = async (person: string) => done(await (await company.as(person)).get('customer-quality?days=30'))

  it('is measured day by day, and shown of those whose customers one may see all of', async () => {
    await settle()
    await onDay('2026-06-14', () => run('take-quality-day'))
    await run('take-quality-day')
    await run('take-quality-day')
    const counted = (await company.database.row<{ n: number; mean: number }>(
      sql`select count(*)::int as n, round(avg(quality))::int as mean from customer where deleted_at is null`,
    ))!
    const whole = await overview('lin')
    expect(whole.all).toMatchObject({ customers: counted.n, score: counted.mean, id: null })
    expect(whole.all.trend.map(({ day }: { day: string }) => day)).toEqual(['2026-06-14', '2026-06-15'])
    // A year is read by its points, the last day of every stretch.
    const year = done(await (await company.as('lin')).get('customer-quality?days=365'))
    expect(year.all.trend.map(({ day }: { day: string }) => day)).toEqual(['2026-06-15'])
    expect(year.all).toMatchObject({ customers: counted.n, score: counted.mean })
    expect(whole.owners.map(({ id }: { id: string }) => id)).toEqual(
      expect.arrayContaining(['li', 'zhang', 'he', 'sun', 'qian'].map(userOf)),
    )
    const scores = whole.owners.map(({ score }: { score: number }) => score)
    expect(scores).toEqual(scores.toSorted((a: number, b: number) => a - b))

    const shanghai = await overview('zhao')
    expect(shanghai.owners.map(({ id }: { id: string }) => id).sort()).toEqual([userOf('sun'), userOf('qian')].sort())
    expect(shanghai.departments.map(({ id }: { id: string }) => id)).toEqual([company.story.departments.river])
    const own = await overview('li')
    expect(own.owners.map(({ id }: { id: string }) => id)).toEqual([userOf('li')])
    expect(own.all.customers).toBe((await found(li, { field: 'owner', op: 'eq', value: userOf('li') })).length)
    // To Wu two customers are shared: of nobody does he see all. Chen sees cards, and nothing of their fields.
    for (const person of ['wu', 'chen', 'zheng'])
      expect(await overview(person)).toEqual({ day: null, all: expect.anything(), departments: [], owners: [] })
  })
})

describe('a clean-up', () => {
  it('settles its list as its owner sees it, gives owners their part, and counts who reaches the score', async () => {
    const wang = await company.as('wang')
    expect((await li.post('records/cleanup', { name: '我的', filter: { and: [] }, dueOn: '2026-07-01' })).status).toBe(403)
    expect((await wang.post('records/cleanup', { name: '错', filter: { field: 'nothing', op: 'eq' }, dueOn: '2026-07-01' })).status).toBe(
      422,
    )
    const [one, two] = [
      await make(li, { name: '拱墅甲公司', tags: ['清理'] }),
      await make(await company.as('zhang'), { name: '拱墅乙公司', tags: ['清理'] }),
    ]
    // Shanghai is none of Wang's business, whatever her filter says.
    await make(await company.as('sun'), { name: '徐汇丙公司', tags: ['清理'] })
    await settle()
    const cleanup = done(
      await wang.post('records/cleanup', {
        name: '半年清理',
        filter: { field: 'tags', op: 'has', value: '清理' },
        target: 80,
        dueOn: '2026-07-01',
      }),
    )
    done(await act(wang, 'customers.startCleanup', cleanup.id, {}, 'cleanup'))
    await settle()
    const list = (await read(wang, cleanup.id, 'cleanup')).list.id as string
    const left = { and: [{ segment: list }, { field: 'quality', op: 'lt', value: 80 }] }
    const lin = await company.as('lin')
    expect((await found(lin, { segment: list })).sort()).toEqual([one.id, two.id].sort())
    expect(await found(li, { segment: list })).toEqual([one.id])
    const tasks = async (person: string) =>
      (
        (await (
          await company.as(person)
        ).get(
          `records/task?filter=${encodeURIComponent(JSON.stringify({ field: 'about', op: 'eq', value: { record: 'cleanup', id: cleanup.id } }))}`,
        )) as Answer
      ).body.items as { id: string; state: string; dueOn: string; title: string; assignee: { id: string } }[]
    expect(await tasks('li')).toMatchObject([{ state: 'open', dueOn: '2026-07-01', title: '清理客户资料：半年清理（1 个客户）' }])
    // The job once more: nobody is put on the list or given the task twice.
    await company.runtime.enqueue(company.database, 'fill-cleanup', { cleanup: cleanup.id })
    await company.work()
    expect(await tasks('lin')).toHaveLength(2)
    expect(await found(lin, { segment: list })).toHaveLength(2)
    expect((await change(wang, cleanup.id, { filter: { field: 'tier', op: 'empty' } }, 'cleanup')).status).toBe(422)

    done(await change(li, one.id, { region: '浙江杭州', source: 'web', industry: '机械', phone: '0571-88123457' }))
    await settle()
    expect(await found(lin, left)).toEqual([two.id])
    await company.runtime.enqueue(company.database, 'settle-cleanups', {})
    await company.work()
    expect(Object.fromEntries((await tasks('lin')).map(({ state, assignee }) => [assignee.id, state]))).toEqual({
      [userOf('li')]: 'done',
      [userOf('zhang')]: 'open',
    })
    expect((await act(li, 'customers.finishCleanup', cleanup.id, {}, 'cleanup')).status).toBe(403)
    done(await act(wang, 'customers.finishCleanup', cleanup.id, {}, 'cleanup'))
    expect((await tasks('lin')).map(({ state }) => state).sort()).toEqual(['cancelled', 'done'])
  })
})
