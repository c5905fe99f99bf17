import { beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '#engine/access/actor.ts'
import { perform } from '#engine/action/perform.ts'
import { sql } from '#engine/store/sql.ts'
import { openCompany } from '#test'
import { makeFormToken } from './forms/form-token.ts'
import { captureLead } from './index.ts'

/** Tests go on from Monday, 15 June 2026, ten o'clock in Shanghai. */
const company = openCompany()
let form = ''
let queue = ''
const rowOf = (name: string) =>
  company.database.row<{ id: string; owner: string | null; state: string; customer: string | null; n: number }>(
    sql`select l.id, l.owner_id as owner, l.state, l.customer_id as customer, (select count(*)::int from enquiry e where e.lead_id = l.id) as n
      from lead l where l.name = ${name} and l.deleted_at is null order by l.id desc limit 1`,
  )
const act = async (who: string, action: string, id: string, input: object = {}) => {
  const caller = await company.as(who)
  const { version } = (await caller.get(`records/lead/${id}`)).body
  return caller.post(`actions/leads.${action}`, { on: id, input }, { headers: { 'if-match': `"${version}"` } })
}
/** A token that was given some seconds ago, as somebody has who has filled the form in. */
const token = async (ago = 10_000) => {
  const { secret } = (await company.database.row<{ secret: string }>(sql`select secret from web_form where id = ${form}::uuid`))!
  return makeFormToken({ id: form, secret }, company.runtime.clock() - ago)
}
let sender = 10
/** Sends the form as a browser does, from an address of its own. */
const send = async (values: Record<string, string>, from = `10.0.0.${sender++}`) => {
  const payload = new URLSearchParams({ consent: '1', ...values }).toString()
  const response = await fetch(`${await company.address()}/forms/${form}?lang=zh`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://elsewhere.example', 'x-forwarded-for': from },
    body: payload,
  })
  return { status: response.status, text: await response.text(), headers: response.headers }
}

beforeAll(async () => {
  const admin = await company.as('admin')
  const { people, departments } = company.story
  const made = await admin.post('records/allocationQueue', {
    name: { zh: '官网线索', en: 'Web' },
    kind: 'lead',
    department: departments.lake,
    capacity: 3,
  })
  expect(made.status, made.text).toBe(201)
  queue = made.body.id
  for (const key of ['li', 'zhang']) await admin.post('records/allocationMember', { queue, user: people[key] })
  expect((await admin.post('actions/staff.switchOnQueue', { on: queue }, { headers: { 'if-match': '"1"' } })).status).toBe(200)
  const webForm = await admin.post('records/webForm', {
    name: '官网',
    title: { zh: '预约看房', en: 'Book a visit' },
    fields: ['mobile', 'company', 'interest', 'message'],
    needed: ['mobile'],
    interests: ['云杉湖', '西溪'],
    consent: { zh: '同意贵司联系我', en: 'You may contact me' },
    hosts: [{ site: 'https://www.yunshan.example/x' }],
  })
  expect(webForm.status, webForm.text).toBe(201)
  expect(webForm.text).not.toContain('secret')
  form = webForm.body.id
  await company.settle()
})

describe('a web form', () => {
  it('stands in the frames of those who may embed it, runs no script and is read in both languages', async () => {
    const page = await fetch(`${await company.address()}/forms/${form}?lang=en`)
    const text = await page.text()
    expect(text).toContain('Book a visit')
    expect(text).not.toContain('<script')
    expect(page.headers.get('x-frame-options')).toBeNull()
    expect(page.headers.get('content-security-policy')).toContain(`frame-ancestors 'self' https://www.yunshan.example`)
    expect((await fetch(`${await company.address()}/forms/${form}/embed.js`)).headers.get('cross-origin-resource-policy')).toBe(
      'cross-origin',
    )
  })

  it('makes a lead of a stranger, handed out with its reason', async () => {
    const answer = await send({ name: '钱小雨', mobile: '13900001111', interest: '云杉湖', message: '周末想看', token: await token() })
    expect(answer.status, answer.text).toBe(200)
    expect(answer.text).toContain('已收到')
    await company.work()
    const lead = (await rowOf('钱小雨'))!
    const { people } = company.story
    expect(lead).toMatchObject({ state: 'allocated', n: 1 })
    expect([people.li, people.zhang]).toContain(lead.owner)
    const owner = lead.owner === people.li ? 'li' : 'zhang'
    const why = await (await company.as(owner)).get(`allocations/lead/${lead.id}`)
    expect(why.body.items[0].reason.zh).toContain('轮到')
    expect('fit' in why.body.items[0], 'what colleagues have in hand is not for him').toBe(false)
    const full = await (await company.as('wang')).get(`allocations/lead/${lead.id}`)
    expect(full.body.items[0].fit).toHaveLength(2)
    expect((await (await company.as(owner === 'li' ? 'zhang' : 'li')).get(`allocations/lead/${lead.id}`)).status).toBe(404)
  })

  it('sent twice, or by the same person again, is one lead', async () => {
    const once = await token()
    for (let i = 0; i < 3; i++) expect((await send({ name: '孟想', mobile: '13900002222', token: once })).status).toBe(200)
    expect((await rowOf('孟想'))!.n).toBe(1)
    expect((await send({ name: '孟想', mobile: '139 0000 2222', token: await token() })).status).toBe(200)
    expect((await rowOf('孟想'))!.n).toBe(2)
    const together = await Promise.all(
      Array.from({ length: 6 }, async () => send({ name: '同时', mobile: '13900003333', token: await token() })),
    )
    expect(together.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200))
    const leads = await company.database.row<{ n: number }>(sql`select count(*)::int as n from lead where name = '同时'`)
    expect(leads!.n).toBe(1)
    expect((await rowOf('同时'))!.n).toBe(6)
  })

  it('tells programs what it tells everybody, and takes nothing of theirs', async () => {
    const tried: Record<string, string>[] = [
      { name: '机器', mobile: '13900004444', homepage: 'http://spam.example', token: await token() },
      { name: '机器', mobile: '13900004444', token: await token(100) },
      { name: '机器', mobile: '13900004444', token: `${await token()}x` },
      { name: '机器', mobile: '13900004444' },
    ]
    for (const values of tried) expect((await send(values)).text).toContain('已收到')
    expect(await rowOf('机器')).toBeUndefined()
    const figures = await (await company.as('admin')).get(`web-forms/${form}/figures`)
    expect(figures.body.refused).toBe(4)
    expect((await send({ name: '旧', mobile: '13900004445', token: await token(25 * 3_600_000) })).status).toBe(422)
  })

  it('names what is missing or wrong, and repeats nothing of what was sent', async () => {
    const answer = await send({ name: '<b>某人</b>', mobile: 'abc', message: 'MARK-9', token: await token() })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('电话')
    for (const word of ['某人', '<b>', 'MARK-9']) expect(answer.text).not.toContain(word)
    expect((await send({ name: '无同意', mobile: '13900004446', consent: '', token: await token() })).text).toContain('同意')
  })

  it('is not for other routes', async () => {
    const caller = await company.as('li')
    const answer = await caller.post('records/lead', undefined, { headers: { 'content-type': 'application/x-www-form-urlencoded' } })
    expect(answer.status).toBe(415)
  })
})

describe('whose number is known', () => {
  it('is refused to whoever writes it down: by name to whoever sees it, to others as registered', async () => {
    const [wang, sun] = [await company.as('wang'), await company.as('sun')]
    await wang.post('records/lead', { name: '已登记', mobile: '13900005555' })
    const seen = await wang.post('records/lead', { name: '又一个', mobile: '+86 139-0000-5555' })
    expect(seen.status).toBe(409)
    expect(seen.body.fields.mobile).toContain('已登记')
    const unseen = await sun.post('records/lead', { name: '又一个', mobile: '13900005555' })
    expect(unseen.status).toBe(409)
    expect(unseen.text).not.toContain('已登记')
    const contact = await company.database.row<{ mobile: string; name: string }>(
      sql`select k.mobile, c.name from contact k join customer c on c.id = k.customer_id where c.id = ${company.story.customers.xizi!}::uuid and k.mobile is not null limit 1`,
    )
    const other = await sun.post('records/lead', { name: '探测', mobile: contact!.mobile })
    expect(other.status).toBe(409)
    expect(other.text).not.toContain(contact!.name)
  })

  it('goes to whoever looks after the customer, whom others do not hear of', async () => {
    const { story } = company
    const mobile = (await company.database.row<{ mobile: string }>(
      sql`select mobile from contact where customer_id = ${story.customers.xizi!}::uuid and mobile is not null limit 1`,
    ))!.mobile
    expect((await send({ name: '老客户来信', mobile, token: await token() })).text).toContain('已收到')
    await company.work()
    const lead = (await rowOf('老客户来信'))!
    expect(lead).toMatchObject({ customer: story.customers.xizi, owner: story.people.li })
    const why = await (await company.as('li')).get(`allocations/lead/${lead.id}`)
    expect(why.body.items[0].how).toBe('familiar')
  })
})

describe('the work on a lead', () => {
  let id = ''
  beforeAll(async () => {
    const li = await company.as('li')
    const made = await li.post('records/lead', {
      name: '温如玉',
      company: '温氏茶业有限公司',
      mobile: '13900006666',
      source: 'callIn',
      interest: ['云杉湖'],
    })
    expect(made.status, made.text).toBe(201)
    id = made.body.id
    expect(made.body.state).toBe('allocated')
  })

  it('is written down; what is next becomes a task', async () => {
    const li = await company.as('li')
    const logged = await li.post('records/leadContact', {
      lead: id,
      subject: '首次电话',
      kind: 'call',
      outcome: '想看样板间',
      nextStep: '带看',
      nextOn: '2026-06-18',
    })
    expect(logged.status, logged.text).toBe(201)
    expect((await li.get(`records/lead/${id}`)).body).toMatchObject({ state: 'contacted', nextOn: '2026-06-18' })
    const tasks = await li.get(
      `records/task?filter=${encodeURIComponent(JSON.stringify({ field: 'about', op: 'eq', value: { record: 'lead', id } }))}`,
    )
    expect(tasks.body.items.map((task: { title: string }) => task.title)).toEqual(['带看'])
  })

  it('is not closed without a reason and a day, or "never"', async () => {
    expect((await act('li', 'close', id, { reason: 'budget' })).body.fields).toHaveProperty('revisitOn')
    expect((await act('li', 'close', id, { reason: 'budget', revisitOn: '2026-06-14' })).body.fields).toHaveProperty('revisitOn')
    expect((await act('li', 'close', id, { reason: 'budget', revisitOn: '2026-09-01' })).status).toBe(200)
    expect((await (await company.as('li')).get(`records/lead/${id}`)).body).toMatchObject({
      state: 'closed',
      closeReason: 'budget',
      revisitOn: '2026-09-01',
    })
    expect((await act('li', 'reopen', id)).status).toBe(200)
  })

  it('ends in a customer with its history, and can be taken back', async () => {
    const li = await company.as('li')
    const done = await act('li', 'convert', id)
    expect(done.status, done.text).toBe(200)
    const lead = (await li.get(`records/lead/${id}`)).body
    expect(lead.state).toBe('converted')
    const customer = (await li.get(`records/customer/${lead.customer.id}`)).body
    expect(customer).toMatchObject({ name: '温氏茶业有限公司', kind: 'enterprise', source: 'callIn', primaryContact: { title: '温如玉' } })
    expect(customer.lastContactAt).not.toBeNull()
    const past = await li.get(
      `records/activity?filter=${encodeURIComponent(JSON.stringify({ field: 'customer', op: 'eq', value: customer.id }))}`,
    )
    expect(past.body.items.map((one: { subject: string }) => one.subject)).toEqual(['首次电话'])
    const undone = await li.post(`operations/${done.body.operation}/undo`)
    expect(undone.status, undone.text).toBe(200)
    expect((await li.get(`records/lead/${id}`)).body).toMatchObject({ state: 'allocated', customer: null })
    expect((await li.get(`records/customer/${customer.id}`)).status).toBe(404)
    // Once more, for good, with what is done for new customers.
    const admin = await company.as('admin')
    const playbook = await admin.post('records/playbook', {
      name: { zh: '新客户', en: 'New' },
      kind: 'onboarding',
      steps: [
        { after: 1, title: '致谢' },
        { after: 5, title: '回访' },
      ],
    })
    const again = await act('li', 'convert', id, { onboarding: playbook.body.id })
    expect(again.status, again.text).toBe(200)
    const [plan] = (await li.get('records/onboarding')).body.items
    expect(plan).toMatchObject({ finished: 0, state: 'running' })
    const about = encodeURIComponent(JSON.stringify({ field: 'about', op: 'eq', value: { record: 'onboarding', id: plan.id } }))
    const tasks = (await li.get(`records/task?filter=${about}&sort=dueOn`)).body.items
    expect(tasks.map((task: { dueOn: string }) => task.dueOn)).toEqual(['2026-06-16', '2026-06-20'])
    for (const [i, task] of tasks.entries()) {
      await li.post('actions/platform.completeTask', { on: task.id, input: {} }, { headers: { 'if-match': `"${task.version}"` } })
      expect((await li.get(`records/onboarding/${plan.id}`)).body.finished).toBe(i === 0 ? 50 : 100)
    }
    expect((await li.get(`records/onboarding/${plan.id}`)).body.state).toBe('finished')
  })

  it('joins a customer on file; never one that the owner may not change', async () => {
    const { story } = company
    const li = await company.as('li')
    const made = await li.post('records/lead', { name: '同事介绍', mobile: '13900007777' })
    expect((await act('li', 'convert', made.body.id, { customer: story.customers.pujiang })).status).toBe(422)
    const joined = await act('li', 'convert', made.body.id, { customer: story.customers.lvye })
    expect(joined.status, joined.text).toBe(200)
    const lead = (await li.get(`records/lead/${made.body.id}`)).body
    expect(lead).toMatchObject({ customer: { id: story.customers.lvye }, contact: { title: '同事介绍' } })
  })
})

describe('hands that are full', () => {
  it('what waits goes out as soon as one is free', async () => {
    const input = (n: number) => ({ name: `等待${n}`, mobile: `+8613911110${String(n).padStart(3, '0')}`, source: 'web', subject: '官网' })
    await company.database.run(sql`update allocation_request set closed_at = now() where queue_id = ${queue}::uuid`)
    await perform(
      company.runtime,
      systemActor,
      captureLead,
      Array.from({ length: 8 }, (_, i) => ({ input: input(i) })),
    )
    await company.work()
    const owners = await Promise.all(Array.from({ length: 8 }, async (_, i) => (await rowOf(`等待${i}`))!.owner))
    expect(owners.filter(Boolean)).toHaveLength(6)
    const first = (await rowOf('等待0'))!
    const holder = first.owner === company.story.people.li ? 'li' : 'zhang'
    expect((await act(holder, 'close', first.id, { reason: 'noNeed', neverRevisit: true })).status).toBe(200)
    await company.work()
    expect((await rowOf('等待6'))!.owner).toBe(first.owner)
    expect((await rowOf('等待7'))!.owner).toBeNull()
  })
})

describe('scores', () => {
  it('are points with their strongest reasons, anew when rules or leads change', async () => {
    const admin = await company.as('admin')
    const rules = [
      { name: { zh: '转介绍', en: 'Referred' }, points: 40, filter: { field: 'source', op: 'eq', value: 'referral' } },
      { name: { zh: '多次询问', en: 'Asked again' }, points: 30, filter: { linked: 'enquiry.lead', least: 2 } },
      {
        name: { zh: '没说在哪', en: 'No place' },
        points: -20,
        filter: {
          and: [
            { field: 'region', op: 'empty' },
            { field: 'source', op: 'eq', value: 'referral' },
          ],
        },
      },
    ]
    const unasked = await admin.post('records/scoreRule', { ...rules[0], filter: { field: 'mobile', op: 'empty' } })
    expect(unasked.body.fields).toHaveProperty('filter')
    for (const rule of rules) expect((await admin.post('records/scoreRule', rule)).status).toBe(201)
    await company.settle()
    await company.work()
    const li = await company.as('lin')
    const twice = (await rowOf('孟想'))!
    expect((await li.get(`records/lead/${twice.id}`)).body).toMatchObject({
      score: 30,
      scoreReasons: [{ why: { zh: '多次询问' }, points: 30 }],
    })
    const made = await li.post('records/lead', { name: '无号', source: 'referral' })
    await company.settle()
    expect((await li.get(`records/lead/${made.body.id}`)).body.score).toBe(20)
  })

  it('and chances learned from leads that have ended, once somebody puts them to use', async () => {
    const admin = await company.as('admin')
    await company.database.run(
      sql`insert into lead (id, created_at, updated_at, name, source, state, close_reason)
        select gen_random_uuid(), now(), now(), 'past', case when n % 3 = 0 then 'referral' else 'web' end,
          case when (n % 3 = 0) = (n % 5 <> 0) then 'converted' else 'closed' end, 'budget' from generate_series(1, 120) n`,
    )
    expect((await admin.post('actions/leads.trainModel', {})).status).toBe(200)
    await company.work()
    const [model] = (await admin.get('records/leadModel?filter={"field":"leads","op":"gt","value":100}'.replace(/\?.*/, ''))).body.items
    expect(Number(model.auc)).toBeGreaterThan(0.7)
    expect(model.calibration.length).toBeGreaterThan(5)
    expect((await admin.post('actions/leads.adoptModel', { on: model.id }, { headers: { 'if-match': `"${model.version}"` } })).status).toBe(
      200,
    )
    await company.settle()
    await company.work()
    const referred = (await rowOf('无号'))!
    const { body } = await (await company.as('lin')).get(`records/lead/${referred.id}`)
    expect(body.chance).toBeGreaterThan(55)
    expect(body.chanceReasons[0].why.zh).toBe('来源：转介绍')
  })
})

describe('before somebody comes', () => {
  it('a registration holds, and one that may be the same does not', async () => {
    const [wang, li, sun] = [await company.as('wang'), await company.as('li'), await company.as('sun')]
    const first = await li.post('records/registration', { client: '甲', phone: '137****1234', partner: '安居中介' })
    expect(first.status, first.text).toBe(201)
    expect(first.body).toMatchObject({ state: 'valid', protectedUntil: '2026-06-30', lead: null })
    const second = await sun.post('records/registration', { client: '乙', phone: '13755551234', partner: '乐居中介' })
    expect(second.body).toMatchObject({ state: 'conflicted', conflict: 'registration', lead: null })
    expect(second.text).not.toContain('安居')
    const whole = await li.post('records/registration', {
      client: '丙',
      phone: '13755559999',
      by: 'customer',
      partner: null,
      referredBy: company.story.customers.xizi,
    })
    expect(whole.body, whole.text).toMatchObject({ state: 'valid', lead: { title: '丙' } })
    const known = await sun.post('records/registration', { client: '丁', phone: '137****9999', partner: '乐居中介' })
    expect(known.body.conflict).toBe('lead')
    const ruled = await wang.post(
      'actions/leads.settleRegistration',
      { on: second.body.id, input: { ruling: 'valid', reason: '首报方放弃' } },
      { headers: { 'if-match': `"${second.body.version}"` } },
    )
    expect(ruled.status, 'Shanghai’s is not hers to decide').toBe(404)
  })

  it('a prospect is scored by fit, and becomes a lead once it is known who it is', async () => {
    const li = await company.as('li')
    const list = await li.post('records/prospectList', {
      name: '余杭园区',
      source: 'district',
      industries: ['软件'],
      regions: ['余杭'],
      least: 50,
    })
    const made = await li.post('records/prospect', {
      name: '云图软件有限公司',
      list: list.body.id,
      industry: '软件和信息服务',
      region: '杭州余杭',
      employees: 30,
      phone: '0571-88001122',
    })
    expect(made.status, made.text).toBe(201)
    const prospect = (await li.get(`records/prospect/${made.body.id}`)).body
    expect(prospect.fit).toBe(76)
    const on = (action: string, version: number, input: object = {}) =>
      li.post(`actions/leads.${action}`, { on: made.body.id, input }, { headers: { 'if-match': `"${version}"` } })
    expect((await on('takeProspect', prospect.version)).body.code).toBe('not-checked')
    expect((await on('checkProspect', prospect.version, { diligence: '注册资本 500 万，无失信' })).status).toBe(200)
    expect((await on('takeProspect', prospect.version + 1)).status).toBe(200)
    const lead = (await li.get(`records/prospect/${made.body.id}`)).body.lead
    expect((await li.get(`records/lead/${lead.id}`)).body).toMatchObject({
      company: '云图软件有限公司',
      note: '注册资本 500 万，无失信',
      sourceDetail: '余杭园区',
    })
  })
})
