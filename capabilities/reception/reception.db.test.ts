import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#engine/store/sql.ts'
import { addDays } from '#engine/time/days.ts'
import { dayAt } from '#engine/time/zone.ts'
import { openCompany, type Caller } from '#test'
import { emptyRotation, replay, type TurnEntry } from './rules/rotation.ts'
import { readRing, type KeptRing } from './rules/ring-rows.ts'

const company = openCompany()
let chen: Caller
let wang: Caller
let shift: string
let today: string
const people: Record<string, string> = {}
const nameless: Record<string, string> = {}

const customerNamed = async (name: string, mobile?: string): Promise<string> => {
  const made = await chen.post('records/customer', { name, kind: 'person', ...(mobile ? { contactMobile: mobile } : {}) })
  expect(made.status, made.text).toBe(201)
  nameless[name] = made.body.id
  return made.body.id
}
/** What each deed is done to; what is not named is done to a shift. */
const targets: Record<string, string> = {
  disputeRuling: 'ruling',
  mediateDispute: 'dispute',
  ruleDispute: 'dispute',
  appealDispute: 'dispute',
  settleDispute: 'dispute',
  recordDeal: 'customer',
  ruleByManager: 'customer',
  drawFiles: 'department',
  answerIncident: 'incident',
  confirmViolation: 'violation',
  appealViolation: 'violation',
  upholdViolation: 'violation',
}
const act = async (caller: Caller, action: string, on: string, input: object) => {
  const table = targets[action] ?? 'shift'
  const row = await company.database.row<{ version: number }>(sql`select version from ${sql.id(table)} where id = ${on}`)
  return caller.post(`actions/reception.${action}`, { on, input }, { headers: { 'if-match': `"${row!.version}"` } })
}
const receive = async (customer: string, answer: object, caller = chen) => {
  const done = await act(caller, 'receive', shift, { customer, been: 'no', ...answer })
  expect(done.status, done.text).toBe(200)
  return done.body.items[0].id as string
}
const rowOf = async (record: string, id: string) => (await (await company.as('admin')).get(`records/${record}/${id}`)).body
const rulingOf = async (reception: string) => rowOf('ruling', (await rowOf('reception', reception)).ruling.id)
const shares = (ruling: any) => Object.fromEntries(ruling.commission.map((part: any) => [part.user?.id ?? part.user, part.percent]))
const end = async (reception: string) => expect((await act(chen, 'end', shift, { reception })).status).toBe(200)
const picture = async (caller = chen) => (await caller.get(`reception/shifts/${shift}`)).body
const ringNow = async () =>
  readRing((await company.database.row<any>(sql`select ring, pointer, turns from shift where id = ${shift}`)) as KeptRing)

/** A registration as it would have been made some days ago. */
const fileOf = async (customer: string, salesperson: string, daysAgo: number) =>
  company.database.run(
    sql`insert into customer_file (id, version, created_at, updated_at, customer_id, salesperson_id, register, at, site_id)
      values (gen_random_uuid(), 1, now(), now(), ${customer}, ${people[salesperson]!}, 'walkIn',
        ${new Date(company.runtime.clock() - daysAgo * 86_400_000).toISOString()}::timestamptz, ${company.story.departments.lake!})`,
  )

beforeAll(async () => {
  chen = await company.as('chen')
  wang = await company.as('wang')
  Object.assign(people, company.story.people)
  const { lake } = company.story.departments
  today = dayAt(new Date(company.runtime.clock()).toISOString())
  const setting = await wang.post('records/siteSetting', { site: lake })
  expect(setting.status, setting.text).toBe(201)
  const made = await chen.post('records/shift', { site: lake, day: today, members: [people.li, people.zhang, people.he] })
  expect(made.status, made.text).toBe(201)
  shift = made.body.id
})

describe('the rules of a site', () => {
  it('are refused where a split does not add up to 100, and else make the next version', async () => {
    const site = company.story.departments.lake
    const bad = await wang.post('records/siteSetting', { site, declinedReceiver: '70', declinedEarlier: '20' })
    expect(bad.status).toBe(422)
    expect(bad.body.fields.declinedEarlier).toBe('70 and 20 must add up to 100')
    const good = await wang.post('records/siteSetting', { site, declinedReceiver: '70', declinedEarlier: '30' })
    expect(good.body.number).toBe(2)
    expect((await chen.post('records/siteSetting', { site })).status).toBe(403)
    expect((await wang.post('records/siteSetting', { site: company.story.departments.service })).body.fields.site).toBe('is not a site')
  })
})

describe('a shift', () => {
  it('refuses somebody who stands on another at the same time', async () => {
    const again = await wang.post('records/shift', {
      site: company.story.departments.creek,
      day: today,
      begins: '12:00',
      ends: '20:00',
      members: [people.he],
    })
    expect(again.status).toBe(422)
    expect(again.body.fields.members).toContain('何洁')
  })

  it('is seen by those who stand on it, moved by the desk, and by each for himself', async () => {
    const li = await company.as('li')
    expect((await picture(li)).isDesk).toBe(false)
    expect((await (await company.as('sun')).get(`reception/shifts/${shift}`)).status).toBe(404)
    expect((await act(li, 'setPresence', shift, { user: people.li, presence: 'out' })).status).toBe(200)
    expect((await picture()).onTurn).toBe(people.zhang)
    expect((await act(li, 'setPresence', shift, { user: people.zhang, presence: 'out' })).status).toBe(403)
    expect((await act(li, 'setPresence', shift, { user: people.li, presence: 'free' })).status).toBe(200)
    expect((await act(li, 'closeShift', shift, {})).status).toBe(403)
    expect((await act(li, 'receive', shift, { customer: nameless.x ?? company.story.customers.huang, been: 'no' })).status).toBe(403)
  })
})

describe('at the desk', () => {
  it('asks the first question every time', async () => {
    const customer = await customerNamed('无答先生')
    const done = await act(chen, 'receive', shift, { customer })
    expect(done.status).toBe(422)
    expect(done.body.fields.been).toBeTruthy()
  })

  it('gives newcomers to the ring in turn, with a file and the customer in his hands', async () => {
    const customer = await customerNamed('新客甲', '13712340001')
    const reception = await receive(customer, { source: 'online', grade: 'B' })
    const row = await rowOf('reception', reception)
    expect(row).toMatchObject({ state: 'receiving', receiver: { id: people.li }, been: 'no', turn: 1, isLate: false })
    const ruling = await rulingOf(reception)
    expect(ruling).toMatchObject({ rule: 'R1', state: 'provisional', owner: { id: people.li }, turn: 'rotation' })
    expect(ruling.steps.map((step: { rule: string }) => step.rule)).toContain('R15')
    expect((await rowOf('customer', customer)).owner.id).toBe(people.li)
    const known = (await chen.get(`reception/known?q=13712340001&shift=${shift}`)).body.items
    expect(known).toMatchObject([{ id: customer, files: [{ salesperson: { id: people.li }, isValid: true }] }])
    expect(JSON.stringify(known)).not.toContain('13712340001')
    expect((await chen.get(`reception/known?q=0001&shift=${shift}`)).body.items.map((item: any) => item.id)).toContain(customer)
    await end(reception)
  })

  it('hands a returning visitor to his own, who uses no turn', async () => {
    const customer = await customerNamed('回头客')
    await fileOf(customer, 'li', 20)
    const ask = await chen.post(`reception/shifts/${shift}/ask`, { customer, answer: { been: 'yes', named: [people.li] } })
    expect(ask.body).toMatchObject({ rule: 'R2', receiver: people.li, turn: 'none' })
    const reception = await receive(customer, { been: 'yes', named: [people.li] })
    expect((await rowOf('reception', reception)).turn).toBeNull()
    expect((await picture()).onTurn).toBe(people.zhang)
    expect((await ringNow()).ring[0]!.presence).toBe('uncounted')
    await end(reception)
  })

  it('follows who declines, with the shares of the version that the shift was opened with', async () => {
    const customer = await customerNamed('拒绝女士')
    await fileOf(customer, 'li', 20)
    const reception = await receive(customer, { been: 'yes', declined: [people.li], asked: people.zhang })
    const ruling = await rulingOf(reception)
    expect(ruling.rule).toBe('R3')
    expect(shares(ruling)).toEqual({ [people.zhang!]: '80%', [people.li!]: '20%' })
    // Li, whom it concerns, may read and dispute it, though the customer is Zhang's now.
    const li = await company.as('li')
    expect((await li.get(`records/customer/${customer}`)).status).toBe(404)
    const dispute = await act(li, 'disputeRuling', ruling.id, { claim: '客户是我先接待的' })
    expect(dispute.status, dispute.text).toBe(200)
    const [open] = (await li.get('records/dispute')).body.items
    expect(open).toMatchObject({ state: 'talk', opener: { id: people.li } })
    const evidence = (await li.get(`disputes/${open.id}/evidence`)).body.items
    expect(evidence.map((item: { kind: string }) => item.kind)).toEqual(expect.arrayContaining(['register', 'file', 'ruling']))
    expect((await (await company.as('he')).get(`disputes/${open.id}/evidence`)).status).toBe(404)
    // Mediated, ruled by the manager, appealed, and answered by whoever stands above him.
    expect((await act(li, 'mediateDispute', open.id, { mediator: people.wang })).status).toBe(200)
    const changed = await act(wang, 'ruleDispute', open.id, { resolution: 'changed', reason: '改判' })
    expect(changed.body.code).toBe('not-ruled-anew')
    expect((await act(wang, 'ruleDispute', open.id, { resolution: 'upheld', reason: '客户自愿' })).status).toBe(200)
    expect((await act(li, 'appealDispute', open.id, { reason: '不服' })).status).toBe(200)
    expect((await act(wang, 'settleDispute', open.id, { resolution: 'upheld', reason: '维持' })).status).toBe(403)
    const lin = await company.as('lin')
    expect((await act(lin, 'settleDispute', open.id, { resolution: 'upheld', reason: '维持' })).status).toBe(200)
    expect(await rowOf('dispute', open.id)).toMatchObject({ state: 'settled', resolution: 'upheld', appealTo: { id: people.lin } })
    await end(reception)
  })

  it('gives a turn back when the visitor turns out to be known, and takes his file from the helper', async () => {
    const earlier = await customerNamed('张先生（旧号）')
    await fileOf(earlier, 'li', 10)
    await act(chen, 'setPresence', shift, { user: people.li, presence: 'out' })
    const customer = await customerNamed('张先生')
    const before = await picture()
    const reception = await receive(customer, {})
    const helper = (await rowOf('reception', reception)).receiver.id
    expect(helper).toBe(before.onTurn)
    const again = await act(chen, 'answerAgain', shift, { reception, been: 'yes', found: earlier })
    expect(again.status, again.text).toBe(200)
    expect(await rowOf('reception', reception)).toMatchObject({ receiver: { id: helper }, turn: null, state: 'receiving' })
    const ruling = await rulingOf(reception)
    expect(ruling).toMatchObject({ rule: 'R4', owner: { id: people.li } })
    expect(shares(ruling)).toEqual({ [people.li!]: '80%', [helper]: '20%' })
    const files = await company.database.rows(sql`select id from customer_file where customer_id = ${customer} and deleted_at is null`)
    expect(files).toEqual([])
    await end(reception)
    await act(chen, 'setPresence', shift, { user: people.li, presence: 'free' })
    expect((await picture()).onTurn).toBe(helper)
  })

  it('never gives two desks the same person in the same second, and loses no turn', async () => {
    const other = await company.another()
    const second = await other.as('chen')
    const before = (await ringNow()).turns
    const customers = await Promise.all(['甲', '乙', '丙', '丁', '戊', '己'].map((name) => customerNamed(`同秒${name}`)))
    const done = await Promise.all(customers.map((customer, i) => act(i % 2 ? second : chen, 'receive', shift, { customer, been: 'no' })))
    expect(done.map(({ status }) => status)).toEqual(done.map(() => 200))
    const rows = await Promise.all(done.map(({ body }) => rowOf('reception', body.items[0].id)))
    const receiving = rows.filter(({ state }) => state === 'receiving')
    expect(receiving.length).toBe(3)
    expect(new Set(receiving.map(({ receiver }) => receiver.id)).size).toBe(3)
    expect((await ringNow()).turns).toBe(before + 3)
    // Those who wait are called as somebody becomes free, each once.
    for (const row of receiving) await end(row.id)
    const waiting = rows.filter(({ state }) => state === 'waiting')
    const called = await Promise.all(waiting.map(({ id }, i) => act(i % 2 ? second : chen, 'callWaiting', shift, { reception: id })))
    expect(called.map(({ status }) => status)).toEqual([200, 200, 200])
    const after = await Promise.all(waiting.map(({ id }) => rowOf('reception', id)))
    expect(new Set(after.map(({ receiver }) => receiver.id)).size).toBe(3)
    expect((await act(chen, 'callWaiting', shift, { reception: waiting[0]!.id })).body.code).toBe('not-waiting')
    for (const row of after) await end(row.id)
    await other.close()
  })

  it('keeps a log that leads to the ring as it is', async () => {
    const lines = await company.database.rows<{ entry: string }>(
      sql`select entry from turn_entry where shift_id = ${shift} order by "order"`,
    )
    expect(
      replay(
        emptyRotation,
        lines.map(({ entry }) => JSON.parse(entry) as TurnEntry),
      ),
    ).toEqual(await ringNow())
  })
})

describe('a deal', () => {
  it('makes the ruling final, splits to the cent, and finds a household that came to light', async () => {
    const wife = await customerNamed('林太太')
    await fileOf(wife, 'li', 20)
    const husband = await customerNamed('林先生')
    // Li has a turn behind him; whoever is on turn receives the husband as a newcomer.
    const reception = await receive(husband, {})
    const helper = (await rowOf('reception', reception)).receiver.id
    await end(reception)
    const relation = await wang.post('records/relation', { customer: husband, kind: 'family', other: wife, name: '妻子' })
    expect(relation.status, relation.text).toBe(201)
    const sold = await act(wang, 'recordDeal', husband, { product: '3-1201', on: today, amount: '1000000.01', commission: '10000.01' })
    expect(sold.status, sold.text).toBe(200)
    const [deal] = (
      await wang.get(`records/recordedDeal?filter=${encodeURIComponent(JSON.stringify({ field: 'customer', op: 'eq', value: husband }))}`)
    ).body.items
    const ruling = await rowOf('ruling', deal.ruling.id)
    expect(ruling.state).toBe('final')
    if (helper === people.li) expect(shares(ruling)).toEqual({ [helper]: '100%' })
    else {
      expect(shares(ruling)).toEqual({ [people.li!]: '50%', [helper]: '50%' })
      expect(ruling.steps.filter((step: any) => step.rule === 'R12' && step.fits).length).toBeGreaterThan(0)
    }
    const paid = deal.split.reduce((sum: number, part: any) => sum + Math.round(Number(part.commission) * 100), 0)
    expect(paid).toBe(1_000_001)
    expect((await act(await company.as('li'), 'recordDeal', husband, { product: 'x', on: today, amount: '1' })).status).not.toBe(200)
  })

  it('is replayed with the rules of its day, and tried with others', async () => {
    const [ruling] = (await wang.get('records/ruling?limit=1')).body.items
    expect((await wang.get(`rulings/${ruling.id}/replay`)).body).toMatchObject({ isPossible: true, isSame: true })
    const url = `reception/sites/${company.story.departments.lake}/what-if`
    const tried = await wang.post(url, { changes: { declinedReceiver: 60 } })
    expect(tried.body.cases).toBeGreaterThan(5)
    expect(tried.body.changed).toMatchObject([{ before: { rule: 'R3' }, after: { rule: 'R3' } }])
    expect((await wang.post(url, { changes: { declinedReceiver: 160 } })).body.faults.declinedReceiver).toBeTruthy()
    expect((await (await company.as('zhang')).post(url, { changes: {} })).status).toBe(404)
  })
})

describe('a manager', () => {
  it('rules with a reason, in shares that add up to 100', async () => {
    const customer = nameless.新客甲!
    const part = (user: string, percent: string) => ({ user: people[user], percent })
    const bad = await act(wang, 'ruleByManager', customer, {
      owner: people.he,
      reason: 'x',
      commission: [part('he', '70'), part('li', '20')],
    })
    expect(bad.body.fields.commission).toBe('must add up to 100')
    const good = await act(wang, 'ruleByManager', customer, {
      owner: people.he,
      reason: '双方商定',
      commission: [part('he', '70'), part('li', '30')],
    })
    expect(good.status, good.text).toBe(200)
    expect((await rowOf('customer', customer)).owner.id).toBe(people.he)
    // It stands: on the next visit He is the owner.
    const ask = await chen.post(`reception/shifts/${shift}/ask`, { customer, answer: { been: 'yes' } })
    expect(ask.status, ask.text).toBe(200)
  })

  it('draws the files of a leaver evenly, and is asked for what the law asks of a violation', async () => {
    const drawn = await act(wang, 'drawFiles', company.story.departments.lake!, { leaver: people.li, because: 'transferred' })
    expect(drawn.status, drawn.text).toBe(200)
    const rows = await company.database.rows<{ to: string; n: number }>(
      sql`select drawn_to_id as to, count(*)::int as n from customer_file where drawn_to_id is not null group by 1`,
    )
    expect(rows.map(({ to }) => to)).toEqual([people.zhang])
    const site = company.story.departments.lake
    const violation = { rule: 'poaching', who: people.zhang, site, on: today, facts: '当面抢客', consequence: '当日底薪' }
    expect((await wang.post('records/violation', { ...violation, ofMonthPay: '25' })).body.fields.override).toContain('20 %')
    const made = await wang.post('records/violation', violation)
    expect(made.status, made.text).toBe(201)
    expect((await act(wang, 'confirmViolation', made.body.id, {})).status).toBe(403)
    expect((await act(await company.as('lin'), 'confirmViolation', made.body.id, {})).status).toBe(200)
    const zhang = await company.as('zhang')
    expect((await act(zhang, 'appealViolation', made.body.id, { appeal: '是客户找我' })).status).toBe(200)
    expect((await act(wang, 'upholdViolation', made.body.id, { answer: 'x' })).status).toBe(403)
  })

  it('is called from the counter and told at once', async () => {
    const site = company.story.departments.lake
    const alarm = await chen.post('records/incident', { site, what: '客户情绪激动' })
    expect(alarm.status, alarm.text).toBe(201)
    await company.settle()
    expect((await wang.get('notices')).text).toContain('客户情绪激动')
    expect((await act(wang, 'answerIncident', alarm.body.id, {})).status).toBe(200)
    expect((await rowOf('incident', alarm.body.id)).seconds).toBeGreaterThanOrEqual(0)
  })
})

describe('the next shift', () => {
  it('takes along what was owed', async () => {
    await act(chen, 'setPresence', shift, { user: people.zhang, presence: 'out' })
    for (const name of ['末一', '末二', '末三', '末四']) await end(await receive(await customerNamed(name), {}))
    const owed = (await ringNow()).ring.find(({ user }) => user === people.zhang)!.owed
    expect(owed.length).toBeGreaterThan(0)
    expect((await act(chen, 'closeShift', shift, {})).status).toBe(200)
    const made = await chen.post('records/shift', {
      site: company.story.departments.lake,
      day: addDays(today, 1),
      members: [people.li, people.zhang],
    })
    expect(made.status, made.text).toBe(201)
    const next = (await chen.get(`reception/shifts/${made.body.id}`)).body
    expect(next.ring.find((slot: any) => slot.user === people.zhang).owed).toBe(owed.length)
    expect((await ringNow()).ring.find(({ user }) => user === people.zhang)!.owed).toEqual([])
    expect(next.onTurn).toBe(people.zhang)
  })
})
