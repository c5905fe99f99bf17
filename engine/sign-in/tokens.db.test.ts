import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Mail } from '#engine/mail/mailer.ts'
import { sql } from '#engine/store/sql.ts'
import { openCompany, type Company } from '#test'
import { atScreen, type AtScreen } from '../../app/test/at-screen.ts'
import { keepPassword } from './passwords.ts'

const company = openCompany()
let other: Company
let here = ''
let there = ''
const emailOf = (key: string) => `${key}@yunshan.demo`
const passwordOf = (key: string) => `lantern of ${key} 42`

beforeAll(async () => {
  other = await company.another()
  ;[here, there] = await Promise.all([company.address(), other.address()])
  for (const key of ['li', 'wang']) await keepPassword(company.database, company.story.people[key]!, passwordOf(key))
  await keepPassword(company.database, (await company.actor('admin')).id, passwordOf('admin'))
})
afterAll(() => other?.close())

async function enter(key: string): Promise<AtScreen> {
  const id = (await company.actor(key)).id
  const user = await company.database.row<{ email: string }>(sql`select email from "user" where id = ${id}`)
  const screen = atScreen(here)
  expect((await screen.signIn(user!.email, passwordOf(key))).status).toBe(200)
  return screen
}

const program =
  (token: string, address = here) =>
  async (method: string, path: string, body?: unknown) => {
    const response = await fetch(`${address}/api/v1/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'accept-language': 'en', ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    const text = await response.text()
    return { status: response.status, body: text ? JSON.parse(text) : undefined }
  }
const make = async (screen: AtScreen, scopes?: string[], path = 'me/tokens') => {
  const made = await screen.ask('POST', path, { name: '报表程序', days: 30, ...(scopes ? { scopes } : {}) })
  expect(made.status).toBe(201)
  return made.body as { id: string; token: string }
}

describe('a token', () => {
  it('is shown once, kept as a digest, and revoked at once on every node', async () => {
    const screen = await enter('li')
    const { id, token } = await make(screen)
    expect(token).toMatch(/^zk_[\w-]{40}$/)
    expect(JSON.stringify((await screen.ask('GET', 'me/security')).body)).not.toContain(token)
    const calls = [program(token), program(token, there)] as const
    for (const call of calls) for (let i = 0; i < 3; i++) expect((await call('GET', 'me')).status).toBe(200)
    const [kept] = (await screen.ask('GET', 'me/security')).body.tokens
    expect(kept).toMatchObject({ id, name: '报表程序', kind: 'personal', scopes: null })
    expect(kept.seenAt).not.toBeNull()
    expect((await (await enter('wang')).ask('DELETE', `me/tokens/${id}`)).status).toBe(404)
    expect((await screen.ask('DELETE', `me/tokens/${id}`)).status).toBe(204)
    for (const call of calls) expect((await call('GET', 'me')).status).toBe(401)
    const events = await company.database.rows<{ type: string }>(
      sql`select type, changes from event where record_id = ${company.story.people.li} and type like 'user.token%' order by id`,
    )
    expect(events.map(({ type }) => type)).toEqual(['user.tokenMade', 'user.tokenUsed', 'user.tokenRevoked'])
    expect(JSON.stringify(events)).not.toContain(token)
  })

  it('makes no other token and changes nothing of how one signs in', async () => {
    const { token } = await make(await enter('li'))
    const call = program(token)
    for (const [method, path, body] of [
      ['POST', 'me/tokens', { name: 'x', days: 1 }],
      ['POST', 'me/password', { current: 'x', password: 'long enough to be one' }],
      ['POST', 'me/second-factor', undefined],
      ['GET', 'me/security', undefined],
    ] as const)
      expect((await call(method, path, body)).status).toBe(403)
    const screen = await enter('li')
    await company.database.run(sql`update session set confirmed_at = null`)
    expect((await screen.ask('POST', 'me/tokens', { name: 'x', days: 1 })).body.code).toBe('confirm-first')
    expect((await screen.ask('POST', 'me/tokens', { name: 'x', days: 4000 })).status).toBe(400)
  })

  it('notes its last use, once a minute at most', async () => {
    const { id, token } = await make(await enter('li'))
    const seen = async () => (await company.database.row<{ at: string }>(sql`select seen_at as at from token where id = ${id}`))!.at
    await program(token)('GET', 'me')
    await company.database.run(sql`update token set seen_at = now() - interval '50 seconds' where id = ${id}`)
    const before = await seen()
    await program(token)('GET', 'me')
    expect(await seen()).toBe(before)
    await company.database.run(sql`update token set seen_at = now() - interval '61 seconds' where id = ${id}`)
    await program(token)('GET', 'me')
    expect((await seen()) > before).toBe(true)
  })

  it('for certain records reaches those and nothing else, by no way round', async () => {
    const screen = await enter('li')
    const call = program((await make(screen, ['read:activity', 'write:contact'])).token)
    const { xizi } = company.story.customers
    expect((await call('GET', 'records/activity?limit=500')).body.items.length).toBeGreaterThan(0)
    expect((await call('GET', 'records/customer')).body.items).toEqual([])
    expect((await call('GET', 'records/customer?limit=0&count=exact')).body.count.value).toBe(0)
    expect((await call('GET', `records/customer/${xizi}`)).status).toBe(404)
    expect((await call('GET', `records/customer/${xizi}/timeline`)).status).toBe(404)
    // Neither by what links to it, nor by search.
    const linked = await call('GET', 'records/activity?limit=500&fields=subject,customer,customer.name')
    expect(JSON.stringify(linked.body)).not.toContain('西子')
    expect(JSON.stringify((await call('GET', `search?q=${encodeURIComponent('西子')}`)).body)).not.toContain('西子')
    // It writes what it may write and only reads the rest.
    const [contact] = (await call('GET', 'records/contact?limit=1')).body.items
    expect(contact.can.level).toBe('edit')
    const [activity] = (await call('GET', 'records/activity?limit=1')).body.items
    expect(activity.can.level).not.toBe('edit')
    expect((await call('POST', 'actions/activity.recycle', { on: activity.id })).status).toBeGreaterThanOrEqual(400)
    for (const path of ['calendar?from=2026-06-01&to=2026-06-30', 'notices', 'operations', 'imports', 'jobs', 'me/preferences'])
      expect((await call('GET', path)).status, path).toBeGreaterThanOrEqual(400)
    for (const action of ['platform.addChoice'])
      expect((await call('POST', `actions/${action}`, { input: {} })).status).toBeGreaterThanOrEqual(400)
  })

  it('that only reads, of an administrator, still only reads; and reads what he reads', async () => {
    const screen = await enter('admin')
    const reading = program((await make(screen, ['read'])).token)
    const whole = program((await make(screen)).token)
    expect((await reading('GET', 'records/contact?limit=50&sort=name')).body.items.map((item: { mobile: string }) => item.mobile)).toEqual(
      (await whole('GET', 'records/contact?limit=50&sort=name')).body.items.map((item: { mobile: string }) => item.mobile),
    )
    expect((await reading('POST', 'records/customer', { name: 'x' })).status).toBe(403)
    const limited = program((await make(screen, ['write:customers'])).token)
    const choice = { input: { record: 'customer', field: 'source', zh: '混入', en: 'x' }, mode: 'preview' }
    expect((await limited('POST', 'actions/platform.addChoice', choice)).status).toBe(403)
    expect((await limited('POST', 'records/role', { name: { zh: 'x', en: 'x' }, code: 'sneaked' })).status).toBe(403)
    expect((await limited('POST', 'records/customer', { name: '可以新建' })).status).toBe(201)
  })

  it('for a service is made, seen and revoked by administrators alone', async () => {
    const [admin, wang] = [await enter('admin'), await enter('wang')]
    const { li } = company.story.people
    expect((await wang.ask('POST', `users/${li}/tokens`, { name: 'x', days: 1 })).status).toBe(403)
    expect((await wang.ask('POST', `users/${li}/recovery-link`)).status).toBe(403)
    const { id, token } = await make(admin, ['read'], `users/${li}/tokens`)
    expect((await program(token)('GET', 'me')).body.id).toBe(li)
    const known = (await admin.ask('GET', `users/${li}/security`)).body.tokens
    expect(known.find((each: { id: string }) => each.id === id)).toMatchObject({ kind: 'service', scopes: ['read'] })
    expect((await wang.ask('DELETE', `users/${li}/tokens/${id}`)).status).toBe(403)
    expect((await admin.ask('DELETE', `users/${li}/tokens/${id}`)).status).toBe(204)
    expect((await program(token, there)('GET', 'me')).status).toBe(401)
  })
})

describe('a lost password', () => {
  const sent: Mail[] = []
  const secretIn = (mail: Mail) => /\/recover\/#([\w-]+)/.exec(mail.text)![1]!
  beforeAll(async () => {
    await company.database.run(sql`update "user" set is_demo = false where id = ${company.story.people.li}`)
    company.runtime.mail = { publicUrl: 'https://crm.example.cn', send: async (mail) => void sent.push(mail), close: () => {} }
  })

  it('is made good by a mail; who is unknown hears the same', async () => {
    const screen = atScreen(here)
    const answers = []
    for (const email of [emailOf('li'), 'nobody@example.cn']) answers.push(await screen.ask('POST', 'recovery', { email }))
    expect(answers[0]).toEqual(answers[1])
    await company.work()
    expect(sent).toHaveLength(1)
    expect(sent[0]!.to.address).toBe(emailOf('li'))
    const open = await enter('li')
    const secret = secretIn(sent[0]!)
    const recover = (password: string, given = secret) => screen.ask('POST', 'recovery/password', { secret: given, password })
    expect((await recover('short')).body.fields).toEqual({ password: 'at least 10 characters' })
    expect((await recover('a boat of paper rivers', 'a'.repeat(43))).status).toBe(404)
    const twice = await Promise.all([
      recover('a boat of paper rivers'),
      screen.at(there).ask('POST', 'recovery/password', { secret, password: 'a boat of other rivers' }),
    ])
    expect(twice.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 404])
    expect((await open.ask('GET', 'me')).status).toBe(401)
    await keepPassword(company.database, company.story.people.li!, passwordOf('li'))
  })

  it('is asked for three times an hour, and the answer stays the same', async () => {
    const screen = atScreen(here)
    for (let i = 0; i < 5; i++) expect((await screen.ask('POST', 'recovery', { email: emailOf('li') })).status).toBe(204)
    await company.work()
    expect(sent.length).toBeLessThanOrEqual(4)
    // The last link counts, those before no longer do.
    const [before, last] = sent.slice(-2).map(secretIn)
    const recover = (secret: string) => screen.ask('POST', 'recovery/password', { secret, password: 'a boat of paper rivers' })
    expect((await recover(before!)).status).toBe(404)
    await company.database.run(sql`update recovery set expires_at = now()`)
    expect((await recover(last!)).body.code).toBe('recovery-over')
  })

  it('without mail is an administrator’s business, who never learns the new one', async () => {
    company.runtime.mail = undefined
    expect((await atScreen(here).ask('GET', 'sign-in')).body).toMatchObject({ recovery: 'administrator' })
    const admin = await enter('admin')
    const made = await admin.ask('POST', `users/${company.story.people.wang}/recovery-link`)
    expect(made.status).toBe(201)
    const screen = atScreen(there)
    const secret = made.body.path.split('#')[1]
    expect((await screen.ask('POST', 'recovery/password', { secret, password: 'the owl reads at night' })).status).toBe(204)
    expect((await screen.signIn(emailOf('wang'), 'the owl reads at night')).status).toBe(200)
    const all = JSON.stringify(await company.database.rows(sql`select changes from event where record = 'user'`))
    for (const word of [secret, 'the owl reads', ...sent.map(secretIn)]) expect(all).not.toContain(word)
    expect(JSON.stringify(await company.database.rows(sql`select * from recovery`))).not.toContain(secret)
  })
})
