import { beforeAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '#engine/event/verify.ts'
import { sql } from '#engine/store/sql.ts'
import { openCompany, type Caller } from '#test'
import { activeRules } from './queries.ts'

const company = openCompany()
let admin: Caller

const act = async (action: string, record: string, id: string, input: object = {}, caller = admin) => {
  const { version } = (await admin.get(`records/${record}/${id}`)).body
  return caller.post(`actions/${action}`, { on: id, input }, { headers: { 'if-match': `"${version}"` } })
}

/** A customer that came long ago; `industry` says to which test it belongs. */
async function old(name: string, industry: string, made = '2012-03-01T02:00:00.000Z'): Promise<string> {
  const answer = await admin.post('records/customer', { name, industry, kind: 'enterprise' })
  expect(answer.status, answer.text).toBe(201)
  await company.database.run(sql`update customer set created_at = ${made}::timestamptz where id = ${answer.body.id}`)
  return answer.body.id
}

async function ruleFor(input: object): Promise<string> {
  const made = await admin.post('records/retentionRule', { days: 365, mostPercent: 100, ...input })
  expect(made.status, made.text).toBe(201)
  return made.body.id
}

const of = (industry: string) => ({ field: 'industry', op: 'eq', value: industry })
const trialOf = async (rule: string, query = '') => (await admin.get(`retention/${rule}/trial${query}`)).body

async function tried(rule: string) {
  const answer = await act('customers.tryRetention', 'retentionRule', rule)
  expect(answer.status, answer.text).toBe(200)
  await company.work()
  return trialOf(rule)
}

async function switchOn(rule: string): Promise<void> {
  await tried(rule)
  const { hits } = (await admin.get(`records/retentionRule/${rule}`)).body
  const answer = await act('customers.switchOnRetention', 'retentionRule', rule, { seen: hits })
  expect(answer.status, answer.text).toBe(200)
}

/** One night: what the scheduled job puts into the queue, one rule after the other. */
async function night(): Promise<void> {
  await company.settle()
  for (const rule of await activeRules(company.database))
    await company.runtime.house.jobs
      .get('keep-retention-term')!
      .run(company.runtime, { rule }, { id: 'x', attempt: 0, signal: new AbortController().signal })
  await company.settle()
  await company.work()
  await company.settle()
}

const isRecycled = async (id: string) =>
  (await company.database.row<{ at: string | null }>(sql`select deleted_at as at from customer where id = ${id}`))?.at !== null
const stateOf = async (rule: string) => (await admin.get(`records/retentionRule/${rule}`)).body.state

beforeAll(async () => {
  admin = await company.as('admin')
})

describe('a retention rule', () => {
  it('is tried before it is switched on, spares what it must, and can be taken back', async () => {
    const [plain, held, busy, insured, fresh] = [
      await old('到期一', '保存甲'),
      await old('保留二', '保存甲'),
      await old('在办三', '保存甲'),
      await old('在保四', '保存甲'),
      await old('新近五', '保存甲', '2026-06-01T02:00:00.000Z'),
    ]
    expect((await act('customers.hold', 'customer', held, { reason: '（2026）浙01民初1号' })).status).toBe(200)
    await admin.post('records/task', { title: '催收', about: { record: 'customer', id: busy } })
    const asset = await admin.post('records/asset', { name: '电梯', customer: insured, warrantyUntil: '2099-01-01' })
    expect(asset.status, asset.text).toBe(201)
    const rule = await ruleFor({ name: '一年未动', what: 'customer', since: 'created', deed: 'recycle', filter: of('保存甲') })
    expect((await act('customers.switchOnRetention', 'retentionRule', rule, { seen: 1 })).body.code).toBe('not-tried')

    const trial = await tried(rule)
    expect(trial).toMatchObject({ state: 'done', isCurrent: true, next: null })
    expect(Object.fromEntries(trial.counts.map(({ spared, n }: { spared: string | null; n: number }) => [spared ?? 'hit', n]))).toEqual({
      hit: 1,
      hold: 1,
      open: 1,
      inForce: 1,
    })
    expect(trial.items).toEqual([{ record: 'customer', id: plain, since: '2012-03-01T02:00:00.000Z', title: '到期一' }])
    expect((await trialOf(rule, '?spared=hold')).items.map(({ id }: { id: string }) => id)).toEqual([held])
    for (const id of [plain, held, busy, insured, fresh]) expect(await isRecycled(id)).toBe(false)
    await night()
    expect(await isRecycled(plain), 'it is off').toBe(false)

    expect(Object.keys((await act('customers.switchOnRetention', 'retentionRule', rule, { seen: 7 })).body.fields)).toEqual(['seen'])
    expect((await act('customers.switchOnRetention', 'retentionRule', rule, { seen: 1 })).status).toBe(200)
    await night()
    expect(await isRecycled(plain)).toBe(true)
    for (const id of [held, busy, insured, fresh]) expect(await isRecycled(id)).toBe(false)
    const [operation] = (await admin.get('operations?limit=20')).body.items.filter(
      ({ action }: { action: string }) => action === 'customer.recycle',
    )
    expect(operation).toMatchObject({ state: 'done', done: 1, refused: 0 })
    expect((await admin.post(`operations/${operation.id}/undo`)).status).toBe(200)
    expect(await isRecycled(plain)).toBe(false)
    // What is changed has not been tried.
    const { version } = (await admin.get(`records/retentionRule/${rule}`)).body
    expect((await admin.patch(`records/retentionRule/${rule}`, version, { days: 30 })).status).toBe(200)
    expect(await stateOf(rule)).toBe('draft')
    expect((await trialOf(rule)).isCurrent).toBe(false)
    // Taken back, it is on again with what nobody has tried: it stops instead of acting.
    const changes = (await admin.get('records/retentionRule/' + rule + '/history')).body.items
    expect((await admin.post(`operations/${changes[0].operation}/undo`)).status).toBe(200)
    await night()
    expect([await stateOf(rule), await isRecycled(plain)]).toEqual(['stopped', false])
    // Nobody deletes what is held, and what it becomes part of is held as well.
    const stays = await old('并入者', '保存己')
    expect((await act('customer.merge', 'customer', stays, { from: held })).status).toBe(200)
    expect((await admin.get(`records/customer/${stays}`)).body).toMatchObject({ legalHold: true, holdReason: '（2026）浙01民初1号' })
    expect((await admin.delete(`records/customer/${stays}`)).body.code).toBe('on-hold')
    const [merge] = (await admin.get(`records/customer/${stays}/history`)).body.items.filter(
      ({ type }: { type: string }) => type === 'customer.merged',
    )
    expect((await admin.post(`operations/${merge.operation}/undo`)).status).toBe(200)
    expect((await admin.get(`records/customer/${stays}`)).body.legalHold).toBe(false)
    expect((await admin.delete(`records/customer/${held}`)).body.code).toBe('on-hold')
    expect((await act('customers.release', 'customer', held, { reason: '结案' })).status).toBe(200)
    expect((await admin.delete(`records/customer/${held}`)).status).toBeLessThan(300)
  })

  it('stops itself where it would take too much, and says so', async () => {
    for (let i = 0; i < 12; i++) await old(`过量${i}`, '保存乙')
    const rule = await ruleFor({ name: '过量', what: 'customer', since: 'created', deed: 'recycle', filter: of('保存乙'), mostPercent: 5 })
    await switchOn(rule)
    await night()
    const stopped = (await admin.get(`records/retentionRule/${rule}`)).body
    expect([stopped.state, stopped.lastDone]).toEqual(['stopped', 0])
    expect(stopped.fault).toContain('12')
    expect((await admin.get('records/customer?q=过量1&limit=50')).body.items.length).toBeGreaterThan(0)
    expect(JSON.stringify((await admin.get('notices')).body)).toContain(rule)
  })

  it('does what it may a night, and goes past what refuses', async () => {
    const ids = [await old('分批一', '保存丙'), await old('分批二', '保存丙'), await old('分批三', '保存丙')]
    const rule = await ruleFor({
      name: '分批',
      what: 'customer',
      since: 'lastContact',
      deed: 'recycle',
      filter: of('保存丙'),
      mostPerNight: 2,
    })
    await switchOn(rule)
    await night()
    expect(await Promise.all(ids.map(isRecycled))).toEqual([true, true, false])
    await night()
    expect(await isRecycled(ids[2]!)).toBe(true)
    expect((await act('customers.switchOffRetention', 'retentionRule', rule)).status).toBe(200)
  })

  it('of the recycle bin purges for good: rows, files, words and history, and the audit holds', async () => {
    const [gone, kept] = [await old('彻底清除公司', '保存丁'), await old('清除但保留公司', '保存丁')]
    const contact = await admin.post('records/contact', { name: '欧阳清除', customer: gone, mobile: '13911112222' })
    expect(contact.status, contact.text).toBe(201)
    expect((await admin.post(`records/customer/${gone}/comments`, { body: '彻底清除公司的评论' })).status).toBe(201)
    await admin.upload('files', { name: '清除.txt', content: '彻底清除公司' }, { record: 'customer', id: gone })
    for (const id of [gone, kept]) expect((await admin.delete(`records/customer/${id}`)).status).toBeLessThan(300)
    await company.database.run(sql`update customer set legal_hold = true where id = ${kept}`)
    await company.database.run(sql`update customer set deleted_at = '2026-01-01T00:00:00Z' where id = any(${[gone, kept]}::uuid[])`)
    const rule = await ruleFor({ name: '回收站', what: 'bin', since: 'recycled', deed: 'purge', days: 90 })
    const trial = await tried(rule)
    expect(trial.items.map(({ id }: { id: string }) => id)).toEqual([gone])
    await switchOn(rule)
    await night()
    for (const [table, key] of [
      ['customer', 'id'],
      ['contact', 'customer_id'],
      ['comment', 'record_id'],
      ['file', 'record_id'],
    ] as const)
      expect(await company.database.rows(sql`select 1 from ${sql.id(table)} where ${sql.id(key)} = ${gone}`), table).toEqual([])
    const [told] = await company.database.arrays(
      sql`select count(*) from event where changes::text like '%欧阳清除%' or changes::text like '%彻底清除公司%'`,
    )
    expect(told).toEqual([0])
    expect((await admin.get(`records/customer/${gone}`)).status).toBe(404)
    expect(await isRecycled(kept)).toBe(true)
    expect((await company.database.row<{ n: number }>(sql`select count(*) as n from customer where id = ${kept}`))!.n).toBe(1)
    const audit = await verifyAudit(company.database, company.runtime.folder)
    expect(audit.fault).toBeNull()
    expect((await act('customers.switchOffRetention', 'retentionRule', rule)).status).toBe(200)
  })

  it('erases people whose every consent is withdrawn, each by a request with its proof', async () => {
    const customer = await old('同意撤回公司', '保存戊', '2026-01-05T02:00:00.000Z')
    const [contact, other] = await Promise.all(
      ['皇甫撤回', '诸葛仍在'].map(async (name) => (await admin.post('records/contact', { name, customer })).body.id as string),
    )
    const purpose = (
      await admin.post('records/purpose', {
        code: 'keep',
        name: { zh: '回访', en: 'Calls' },
        wording: { zh: '我们会来电', en: 'We call' },
        channels: ['phone', 'sms'],
      })
    ).body.id
    const decide = async (who: string, channel: string, decision: string, at: string) => {
      const made = await admin.post('records/consent', { customer, contact: who, purpose, channel, decision, at })
      expect(made.status, made.text).toBe(201)
    }
    for (const who of [contact!, other!])
      for (const channel of ['phone', 'sms']) {
        await decide(who, channel, 'granted', '2024-01-05T02:00:00.000Z')
        if (who === contact || channel === 'sms') await decide(who, channel, 'withdrawn', '2025-01-05T02:00:00.000Z')
      }
    const rule = await ruleFor({ name: '撤回后一年', what: 'contact', since: 'withdrawn', deed: 'erase', filter: of('保存戊') })
    expect((await tried(rule)).items.map(({ id }: { id: string }) => id)).toEqual([contact])
    await switchOn(rule)
    await night()
    const requests = (
      await admin.get(
        `records/subjectRequest?limit=10&filter=${encodeURIComponent(JSON.stringify({ field: 'customer', op: 'eq', value: customer }))}`,
      )
    ).body.items
    expect(requests.map(({ state }: { state: string }) => state)).toEqual(['done'])
    expect((await company.database.row<{ name: string }>(sql`select name from contact where id = ${contact}`))!.name).toBe(
      '（已删除 · erased）',
    )
    expect((await admin.get(`records/contact/${other}`)).body.name).toBe('诸葛仍在')
  })

  it('does not say what cannot be, and is the administrators’ alone', async () => {
    const bad = await admin.post('records/retentionRule', { name: '错', what: 'customer', since: 'withdrawn', deed: 'purge', days: 1 })
    expect(Object.keys(bad.body.fields).sort()).toEqual(['deed', 'since'])
    const lin = await company.as('lin')
    expect((await lin.post('records/retentionRule', { name: '越', days: 1 })).status).toBe(403)
    expect(
      (await act('customers.hold', 'customer', company.story.customers.xizi!, { reason: '无' }, await company.as('wang'))).status,
    ).toBe(403)
  })
})
