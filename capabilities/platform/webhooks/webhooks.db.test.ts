import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook as Receiver } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { keepPassword } from '#engine/sign-in/passwords.ts'
import { readNetworks } from '#engine/outbound/forbidden-addresses.ts'
import { openOutside } from '#engine/outbound/guarded-fetch.ts'
import { seal } from '#engine/sign-in/secret-box.ts'
import { sql } from '#engine/store/sql.ts'
import { openCompany, type Caller, type Company } from '#test'
import { atScreen } from '../../../app/test/at-screen.ts'
import { aboutSecret, deliverDue } from './deliver.ts'
import { keepSecret } from './queries.ts'
import { newSecret } from './sign.ts'

const company = openCompany()
let other: Company
let admin: Caller

interface Taken {
  headers: Record<string, string>
  body: string
  message: any
}

/** The other side: takes messages in, and answers as it is told. */
const taken: Taken[] = []
let answers: number[] = []
const server = http.createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    const body = Buffer.concat(parts).toString()
    taken.push({ headers: request.headers as Record<string, string>, body, message: JSON.parse(body) })
    response.writeHead(answers.shift() ?? 204, { 'retry-after': '1' }).end()
  })
})
let address = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/take`
  other = await company.another()
  for (const { runtime } of [company, other]) runtime.fetchOutside = openOutside(readNetworks('127.0.0.1/32'))
  admin = await company.as('admin')
  await company.settle()
})
afterAll(async () => {
  await other?.close()
  await new Promise((resolve) => server.close(resolve))
})
beforeEach(() => {
  taken.length = 0
  answers = []
})

interface Endpoint {
  id: string
  secret: string
}

async function giveSecret(id: string): Promise<string> {
  const secret = newSecret()
  const sealed = await seal(company.runtime, secret, aboutSecret(id))
  await company.database.transaction((tx) => keepSecret(tx, id, sealed, 24))
  return secret
}

/** An endpoint that is on, with the rights of somebody of the cast. */
async function openEndpoint(events: string[], person = 'admin', at = address): Promise<Endpoint> {
  const made = await admin.post('records/webhook', { name: `到 ${events.join()}`, address: at, events })
  expect(made.status, made.text).toBe(201)
  const secret = await giveSecret(made.body.id)
  const on = await admin.post('actions/platform.switchOnWebhook', { on: made.body.id }, { headers: { 'if-match': '"1"' } })
  expect(on.status, on.text).toBe(200)
  const { id } = await company.actor(person)
  await company.database.run(sql`update webhook set acts_for_id = ${id} where id = ${made.body.id}`)
  return { id: made.body.id, secret }
}

const close = (id: string) => company.database.run(sql`update webhook set state = 'off' where id = ${id}`)
const deliver = (id: string, { runtime } = company) => deliverDue(runtime, id, new AbortController().signal)
const log = async (id: string) => (await admin.get(`webhooks/${id}/deliveries`)).body.items
const isDue = (id: string) =>
  company.database.run(sql`update webhook_delivery set due_at = now() where webhook_id = ${id} and state = 'waiting'`)
const verified = ({ secret }: Endpoint, { headers, body }: Taken): any => new Receiver(secret).verify(body, headers)

let count = 0

async function makeCustomers(caller: Caller, n: number): Promise<string[]> {
  const ids: string[] = []
  for (let i = 0; i < n; i++) {
    count += 1
    const answer = await caller.post('records/customer', {
      name: `钩子 ${count}`,
      kind: 'person',
      contactMobile: String(17_700_020_000 + count),
    })
    expect(answer.status, answer.text).toBe(201)
    ids.push(answer.body.id)
  }
  return ids
}

describe('a webhook', () => {
  it('tells of all that was committed, once, signed and in order, however many nodes are at it', async () => {
    const endpoint = await openEndpoint(['customer.created'])
    const li = await company.as('li')
    const refused = await li.post('records/customer', { name: '' })
    expect(refused.status).toBe(422)
    const ids = await makeCustomers(li, 6)
    await company.settle()
    const counts = await Promise.all([deliver(endpoint.id), deliver(endpoint.id, other), deliver(endpoint.id)])
    expect(counts.reduce((sum, each) => sum + each, 0)).toBe(6)
    expect(taken.map(({ message }) => message.data.id)).toEqual(ids)
    expect(new Set(taken.map(({ headers }) => headers['webhook-id'])).size).toBe(6)
    const message = verified(endpoint, taken[0]!)
    expect(message).toMatchObject({
      type: 'customer.created',
      data: { record: 'customer', id: ids[0], root: { record: 'customer', id: ids[0] }, actor: { id: company.story.people.li } },
    })
    expect(message.data.changes).toContainEqual({ field: 'name', before: null, after: '钩子 1' })
    expect(() => new Receiver(newSecret()).verify(taken[0]!.body, taken[0]!.headers)).toThrow()
    // Read and sent once more, nothing is left.
    await company.settle()
    expect(await deliver(endpoint.id)).toBe(0)
    expect((await log(endpoint.id))[0]).toMatchObject({ state: 'done', tries: 1, attempts: [{ status: 204 }] })
    await close(endpoint.id)
  })

  it('sends no more than whoever answers for it may see at that moment', async () => {
    const endpoint = await openEndpoint(['customer', 'contact'], 'zhang')
    const masked = await openEndpoint(['contact'], 'zhou')
    const li = await company.as('li')
    const made = await li.post('records/contact', { name: '看不见的人', customer: company.story.customers.xizi, mobile: '13911112222' })
    expect(made.status, made.text).toBe(201)
    await company.settle()
    await deliver(endpoint.id)
    expect(taken).toEqual([])
    expect((await log(endpoint.id)).map(({ state }: { state: string }) => state)).toEqual(['withheld'])
    await deliver(masked.id)
    expect(taken).toHaveLength(1)
    expect(taken[0]!.body).toContain('看不见的人')
    expect(taken[0]!.body).not.toContain('13911112222')
    for (const { id } of [endpoint, masked]) await close(id)
  })

  it('that fails comes again under the same id, later each time, and holds up no other', async () => {
    const endpoint = await openEndpoint(['customer.created'])
    answers = [500, 204, 429]
    await makeCustomers(await company.as('li'), 2)
    await company.settle()
    await deliver(endpoint.id)
    expect(taken).toHaveLength(2)
    const [, failed] = (await log(endpoint.id)) as any[]
    expect(failed).toMatchObject({ state: 'waiting', tries: 1, attempts: [{ status: 500 }] })
    expect(Date.parse(failed.dueAt)).toBeGreaterThan(Date.now() + 3000)
    expect((await admin.get(`records/webhook/${endpoint.id}`)).body.failingSince).toBeNull()
    for (const expected of ['waiting', 'done']) {
      await isDue(endpoint.id)
      await deliver(endpoint.id)
      expect((await log(endpoint.id)).find(({ id }: { id: string }) => id === failed.id).state).toBe(expected)
    }
    expect(new Set([taken[0], taken[2], taken[3]].map((each) => each!.headers['webhook-id']))).toEqual(new Set([failed.id]))
    await close(endpoint.id)
  })

  it('is held up by no message that cannot be made', async () => {
    const endpoint = await openEndpoint(['customer.created'])
    const [first, second] = await makeCustomers(await company.as('li'), 2)
    await company.settle()
    // What a fault of ours would be: changes that nobody can read.
    await company.database.run(sql`update event set changes = '{"name": 1}' where record_id = ${first!} and type = 'customer.created'`)
    await deliver(endpoint.id)
    expect(taken.map(({ message }) => message.data.id)).toEqual([second])
    expect((await log(endpoint.id)).map(({ state }: { state: string }) => state).toSorted()).toEqual(['done', 'waiting'])
    await close(endpoint.id)
  })

  it('signs with both secrets while the other side changes over', async () => {
    const endpoint = await openEndpoint(['customer.created'])
    const screen = atScreen(await company.address())
    const { id, email } = (await company.database.row<{ id: string; email: string }>(
      sql`select id, email from "user" where id = ${(await company.actor('admin')).id}`,
    ))!
    await keepPassword(company.database, id, 'lantern of admin 42')
    expect((await screen.signIn(email, 'lantern of admin 42')).status).toBe(200)
    const { status, body } = await screen.ask('POST', `webhooks/${endpoint.id}/secret`)
    expect(status).toBe(201)
    expect((await admin.post(`webhooks/${endpoint.id}/secret`)).status).toBe(403)
    const tried = await admin.post(`webhooks/${endpoint.id}/test`)
    expect(tried.body).toMatchObject({ status: 204, isTaken: true })
    for (const secret of [endpoint.secret, body.secret]) expect(verified({ ...endpoint, secret }, taken[0]!).type).toBe('webhook.test')
    expect((await admin.get(`webhooks/${endpoint.id}/deliveries`)).body.secrets).toEqual([
      { createdAt: expect.any(String), until: null },
      { createdAt: expect.any(String), until: expect.any(String) },
    ])
    await close(endpoint.id)
  })

  it('is paused where the other side wants no more, is dead for days, or nobody answers for it any more', async () => {
    const gone = await openEndpoint(['customer.created'])
    const dead = await openEndpoint(['customer.created'])
    const nobody = await openEndpoint(['customer.created'])
    answers = [410, 503]
    await makeCustomers(await company.as('li'), 1)
    await company.settle()
    await deliver(gone.id)
    await company.database.run(sql`update webhook set failing_since = now() - interval '400 days' where id = ${dead.id}`)
    await deliver(dead.id)
    await company.database.run(sql`update webhook set acts_for_id = ${crypto.randomUUID()} where id = ${nobody.id}`)
    await deliver(nobody.id)
    expect(taken).toHaveLength(2)
    for (const { id } of [gone, dead, nobody]) expect((await admin.get(`records/webhook/${id}`)).body.state).toBe('paused')
    await company.settle()
    const told = (await admin.get('notices')).body.items.filter(({ kind }: { kind: string }) => kind === 'platform.webhookPaused')
    expect(told).toHaveLength(3)
  })

  it('can be asked to send one once more, and all of a span', async () => {
    const endpoint = await openEndpoint(['customer.created'])
    const from = new Date(Date.now() - 1000).toISOString()
    const ids = await makeCustomers(await company.as('li'), 2)
    await company.settle()
    await deliver(endpoint.id)
    const [latest] = (await log(endpoint.id)) as any[]
    expect((await admin.post(`webhooks/${endpoint.id}/replay`, { delivery: latest.id })).body).toEqual({ left: 1 })
    await deliver(endpoint.id)
    expect(taken[2]!.headers['webhook-id']).toBe(latest.id)
    const until = new Date(Date.now() + 1000).toISOString()
    expect((await admin.post(`webhooks/${endpoint.id}/replay`, { from, until })).body.left).toBeGreaterThanOrEqual(2)
    await deliver(endpoint.id)
    expect(taken.slice(3).map(({ message }) => message.data.id)).toEqual(expect.arrayContaining(ids))
    expect((await admin.post(`webhooks/${endpoint.id}/replay`, { from: until, until: from })).status).toBe(422)
    await close(endpoint.id)
  })

  it('reaches no address of the house, and asks for no events that there are none of', async () => {
    const endpoint = await openEndpoint(['customer.created'])
    company.runtime.fetchOutside = openOutside(readNetworks(undefined))
    const tried = await admin.post(`webhooks/${endpoint.id}/test`)
    company.runtime.fetchOutside = openOutside(readNetworks('127.0.0.1/32'))
    expect(tried.body).toMatchObject({ status: null, isTaken: false })
    expect(taken).toEqual([])
    const wrong = await admin.post('records/webhook', { name: '错的', address, events: ['customer.exploded'] })
    expect(wrong.status).toBe(422)
    expect(wrong.body.fields).toHaveProperty('events')
    const bare = await admin.post('records/webhook', { name: '没有密钥', address })
    const on = await admin.post('actions/platform.switchOnWebhook', { on: bare.body.id }, { headers: { 'if-match': '"1"' } })
    expect(on.body.code).toBe('no-secret')
    await close(endpoint.id)
  })
})
