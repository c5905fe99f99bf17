import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readNetworks } from '#engine/outbound/forbidden-addresses.ts'
import { openOutside } from '#engine/outbound/guarded-fetch.ts'
import { openCompany } from '#test'
import { aboutSecret, deliverDue } from '../../capabilities/platform/webhooks/deliver.ts'
import { keepSecret } from '../../capabilities/platform/webhooks/queries.ts'
import { newSecret } from '../../capabilities/platform/webhooks/sign.ts'
import { seal } from '#engine/sign-in/secret-box.ts'
import { createCustomer } from '../../examples/create-customer.ts'
import { exportCustomers } from '../../examples/export-nightly.ts'
import { openReceiver, type Message } from '../../examples/follow-events.ts'
import { importFile } from '../../examples/import-file.ts'
import { logCall } from '../../examples/log-call.ts'
import { searchByPhone } from '../../examples/search-by-phone.ts'
import { openZhike, Problem, type Zhike } from '../../generated/zhike-client.ts'

/** The client and the examples, against the real server on its real port. */
const company = openCompany()
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zhike-examples-'))
let zhike: Zhike
let address = ''

const clientOf = async (person: string, more: object = {}): Promise<Zhike> =>
  openZhike({ address, token: (await company.as(person)).token, language: 'en', ...more })

beforeAll(async () => {
  address = await company.address()
  zhike = await clientOf('lin')
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

describe('the client', () => {
  it('pages, filters, changes by version and tells problems apart', async () => {
    const names: unknown[] = []
    for await (const { name } of zhike.records('customer').each({ limit: 5, sort: 'createdAt', fields: ['name'] })) names.push(name)
    const page = await zhike.records('customer').list({ limit: 0, count: 'exact' })
    expect(names).toHaveLength(page.count!.value)
    const only = await zhike.records('customer').list({ filter: { and: [{ field: 'tier', op: 'in', value: ['A'] }] } })
    expect(only.items.every(({ tier }) => tier === 'A')).toBe(true)
    const made = await zhike.records('customer').create({ name: '接口建的', kind: 'person', contactMobile: '17712340001' })
    const changed = await zhike.records('customer').edit(made.id, made.version, { note: '改过' })
    expect(changed.version).toBe(made.version + 1)
    const stale = zhike.records('customer').edit(made.id, made.version, { note: '又改' })
    await expect(stale).rejects.toMatchObject({ name: 'Problem', status: 412, code: 'stale' })
    await expect(zhike.records('customer').create({ name: '' })).rejects.toBeInstanceOf(Problem)
    await (await clientOf('admin')).records('customer').recycle(made.id, changed.version)
    await expect((await clientOf('li')).records('customer').get(made.id)).rejects.toMatchObject({ status: 404 })
    expect((await zhike.call('GET /api/v1/me')).name).toBe('林远山')
  })

  it('tries again what was put off, under one key, and does nothing twice', async () => {
    let tries = 0
    const keys = new Set<string | null>()
    const flaky: typeof fetch = async (url, init) => {
      keys.add(new Headers(init!.headers).get('idempotency-key'))
      tries += 1
      if (tries === 1) return new Response('{}', { status: 429, headers: { 'retry-after': '0' } })
      const response = await fetch(url, init)
      // The answer is lost on its way.
      if (tries === 2) throw new TypeError('connection reset')
      return response
    }
    const unlucky = await clientOf('lin', { fetch: flaky, longestWait: 0.01 })
    const made = await unlucky.records('customer').create({ name: '只建一次', kind: 'person', contactMobile: '17712340002' })
    expect(tries).toBe(3)
    expect(keys.size).toBe(1)
    const found = await zhike.records('customer').list({ filter: { field: 'name', op: 'contains', value: '只建一次' } })
    expect(found.items.map(({ id }) => id)).toEqual([made.id])
  })

  it('comes from the product with the fields of the place, as far as its reader may see them', async () => {
    const made = await (
      await company.as('admin')
    ).post('records/customField', {
      record: 'customer',
      name: 'parking',
      label: { zh: '车位', en: 'Parking' },
      kind: 'integer',
    })
    expect(made.status, made.text).toBe(201)
    const { text } = await (await company.as('lin')).get('client.ts')
    expect(text).toContain('openZhike')
    expect(text).toMatch(/parking\w*\?/i)
    expect((await (await company.as('li')).get('client.ts')).text).not.toContain('export interface BackupPlan ')
  })
})

describe('the examples', () => {
  it('create a customer once', async () => {
    const input = { name: '示例实业有限公司', kind: 'enterprise' as const, contactName: '范例', contactMobile: '17712340010' }
    const first = await createCustomer(zhike, 'order-1', input)
    expect(first.outcome).toBe('created')
    expect(await createCustomer(zhike, 'order-2', input)).toMatchObject({ outcome: 'there', customer: { id: first.customer!.id } })
  })

  it('import a file and give back what could not be taken', async () => {
    const file = path.join(folder, 'customers.csv')
    fs.writeFileSync(file, '客户名称,电话\n导入示例一,0571-88889999\n,0571-88880000\n')
    const running = importFile(zhike, file, 'customer')
    let isOver = false
    void running.finally(() => (isOver = true)).catch(() => {})
    // What a worker does beside it.
    while (!isOver) {
      await company.work()
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const { done, errors } = await running
    expect(done).toMatchObject({ state: 'done', progress: { created: 1, failed: 1 } })
    expect(errors).toContain('88880000')
  })

  it('find by a telephone number and log a call once', async () => {
    const call = { id: 'c-77', number: '17712340010', at: '2026-06-14T03:00:00.000Z', minutes: 4 }
    expect((await searchByPhone(zhike, call.number)).map(({ record }) => record)).toContain('contact')
    const logged = await logCall(zhike, call)
    expect(logged).toMatchObject({ kind: 'call', minutes: 4 })
    expect((await logCall(zhike, call))!.id).toBe(logged!.id)
    expect(await logCall(zhike, { ...call, number: '13000000000' })).toBeUndefined()
  })

  it('write all customers into a file', async () => {
    const file = path.join(folder, 'customers.jsonl')
    const { count } = await zhike.records('customer').list({ limit: 0, count: 'exact' })
    expect(await exportCustomers(zhike, file)).toBe(count!.value)
    expect(fs.readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(count!.value)
  })

  it('take webhooks in, and forgeries not', async () => {
    const taken: Message[] = []
    const secret = newSecret()
    const receiver = openReceiver(secret, (message) => taken.push(message))
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
    const at = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`
    company.runtime.fetchOutside = openOutside(readNetworks('127.0.0.1/32'))
    const admin = await company.as('admin')
    const { id } = (await admin.post('records/webhook', { name: '示例', address: at, events: ['activity.created'] })).body
    const sealed = await seal(company.runtime, secret, aboutSecret(id))
    await company.database.transaction((tx) => keepSecret(tx, id, sealed, 24))
    await company.settle()
    await admin.post('actions/platform.switchOnWebhook', { on: id }, { headers: { 'if-match': '"1"' } })
    await logCall(zhike, { id: 'c-78', number: '17712340010', at: '2026-06-14T05:00:00.000Z', minutes: 1 })
    await company.settle()
    await deliverDue(company.runtime, id, new AbortController().signal)
    expect(taken.map(({ type }) => type)).toEqual(['activity.created'])
    const forged = await fetch(at, {
      method: 'POST',
      body: '{}',
      headers: { 'webhook-id': 'x', 'webhook-timestamp': String(Math.floor(Date.now() / 1000)), 'webhook-signature': 'v1,AAAA' },
    })
    expect(forged.status).toBe(401)
    expect(taken).toHaveLength(1)
    await new Promise((resolve) => receiver.close(resolve))
  })
})
