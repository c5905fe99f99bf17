import { describe, expect, it } from 'vitest'
import { keepPassword } from '#engine/sign-in/passwords.ts'
import { makeToken } from '#engine/sign-in/tokens.ts'
import { sql } from '#engine/store/sql.ts'
import { openCompany } from '#test'

const company = openCompany()

/** Speaks to the real port, as a browser or a script does. */
async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${await company.address()}/api/v1/${path}`, init)
}
const json = async (answer: Response): Promise<any> => answer.json()
const script = { 'x-requested-with': 'script', 'content-type': 'application/json' }
const signIn = (email: string, password: string, headers: Record<string, string> = script) =>
  ask('sign-in', { method: 'POST', headers, body: JSON.stringify({ email, password }) })

describe('signing in', () => {
  it('opens a session whose cookie scripts of a page cannot read, and signing out ends it', async () => {
    const { database, story } = company
    await keepPassword(database, story.people.zhang!, 'a good password')
    const answer = await signIn('ZHANG@yunshan.demo', 'a good password')
    expect(answer.status).toBe(200)
    const cookie = answer.headers.get('set-cookie')!
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    const session = { cookie: cookie.split(';')[0]! }
    expect((await json(await ask('me', { headers: session }))).id).toBe(story.people.zhang)
    expect((await ask('sign-out', { method: 'POST', headers: { ...session, ...script }, body: '{}' })).status).toBe(204)
    expect((await ask('me', { headers: session })).status).toBe(401)
  })

  it('keeps secrets out of the database', async () => {
    const rows = await company.database.rows<{ secret: string }>(sql`select secret from credential`)
    for (const { secret } of rows) expect(secret).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it('refuses changes that another site causes', async () => {
    await keepPassword(company.database, company.story.people.sun!, 'another password')
    const cookie = (await signIn('sun@yunshan.demo', 'another password')).headers.get('set-cookie')!.split(';')[0]!
    const write = (headers: Record<string, string>) =>
      ask('records/customer', {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ name: '跨站' }),
      })
    expect((await write({ origin: 'https://evil.example' })).status).toBe(403)
    expect((await write({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await write({})).status).toBe(403)
    expect((await write({ 'sec-fetch-site': 'same-origin' })).status).toBe(201)
    expect((await write({ origin: await company.address() })).status).toBe(201)
  })

  it('says the same of a wrong password and of nobody, and stops guessing for all nodes together', async () => {
    await keepPassword(company.database, company.story.people.he!, 'not to be guessed')
    const wrong = await json(await signIn('he@yunshan.demo', 'guess'))
    const nobody = await json(await signIn('nobody@yunshan.demo', 'guess'))
    expect({ ...wrong, status: 0 }).toEqual({ ...nobody, status: 0 })
    for (let i = 0; i < 9; i++) await signIn('he@yunshan.demo', `guess ${i}`)
    expect((await signIn('he@yunshan.demo', 'not to be guessed')).status).toBe(429)
    const other = await company.another()
    const address = await other.address()
    const there = await fetch(`${address}/api/v1/sign-in`, {
      method: 'POST',
      headers: script,
      body: JSON.stringify({ email: 'he@yunshan.demo', password: 'not to be guessed' }),
    })
    expect(there.status).toBe(429)
    await other.close()
  })

  it('lets demo users in only while nobody else can reach the server', async () => {
    const { runtime, database, story } = company
    await keepPassword(database, story.people.qian!, 'yunshan-demo')
    expect((await signIn('qian@yunshan.demo', 'yunshan-demo')).status).toBe(200)
    runtime.allowsDemo = false
    expect((await signIn('qian@yunshan.demo', 'yunshan-demo')).status).toBe(401)
    expect((await json(await ask('demo'))).people).toEqual([])
    runtime.allowsDemo = true
  })

  it('a new password ends the sessions of the old one', async () => {
    await keepPassword(company.database, company.story.people.zhou!, 'the old password')
    const cookie = (await signIn('zhou@yunshan.demo', 'the old password')).headers.get('set-cookie')!.split(';')[0]!
    const admin = await company.as('admin')
    const { version } = (await admin.get(`records/user/${company.story.people.zhou}`)).body
    const done = await admin.post(
      'actions/platform.setPassword',
      { on: company.story.people.zhou, input: { password: 'the new password' } },
      { headers: { 'if-match': `"${version}"` } },
    )
    expect(done.status, done.text).toBe(200)
    expect((await ask('me', { headers: { cookie } })).status).toBe(401)
    expect((await signIn('zhou@yunshan.demo', 'the old password')).status).toBe(401)
    expect((await signIn('zhou@yunshan.demo', 'the new password')).status).toBe(200)
    const short = await admin.post(
      'actions/platform.setPassword',
      { on: company.story.people.zhou, input: { password: 'short' } },
      { headers: { 'if-match': `"${version}"` } },
    )
    expect(short.body.fields).toEqual({ password: 'at least 10 characters' })
    const events = JSON.stringify(
      await company.database.rows(sql`select changes from event where record_id = ${company.story.people.zhou}`),
    )
    expect(events).not.toContain('the new password')
  })
})

describe('a token', () => {
  it('that may only read writes nothing; one that is over opens nothing', async () => {
    const { database, story } = company
    const reading = await makeToken(database, story.people.li!, 'reader', { scopes: ['read'] })
    const over = await makeToken(database, story.people.li!, 'over', { days: -1 })
    const bearer = (token: string) => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json' })
    expect((await ask('me', { headers: bearer(reading) })).status).toBe(200)
    expect((await ask('records/customer', { method: 'POST', headers: bearer(reading), body: JSON.stringify({ name: 'x' }) })).status).toBe(
      403,
    )
    expect((await ask('me', { headers: bearer(over) })).status).toBe(401)
    expect((await ask('me', { headers: bearer('zk_guess') })).status).toBe(401)
  })
})

describe('whatever is sent', () => {
  it.each<[string, string, RequestInit]>([
    ['broken JSON', 'records/customer', { method: 'POST', body: '{"name":' }],
    ['a list for an object', 'records/customer', { method: 'POST', body: '[1]' }],
    ['no body', 'records/customer/batch', { method: 'POST' }],
    ['a body of another type', 'records/customer', { method: 'POST', body: '<x/>', headers: { 'content-type': 'text/xml' } }],
    ['a body too large', 'records/customer', { method: 'POST', body: JSON.stringify({ name: 'x'.repeat(2_000_000) }) }],
    ['an unknown record', 'records/nothing', {}],
    ['an id that is none', 'records/customer/1', {}],
    ['a filter that is none', 'records/customer?filter=x', {}],
    ['a filter too deep', `records/customer?filter=${encodeURIComponent('{"not":'.repeat(40) + '{"and":[]}' + '}'.repeat(40))}`, {}],
    ['an unknown operator', `records/customer?filter=${encodeURIComponent('{"field":"tier","op":"like","value":"A"}')}`, {}],
    ['an unknown field', `records/customer?filter=${encodeURIComponent('{"field":"password","op":"eq","value":"A"}')}`, {}],
    ['SQL for a sort', 'records/customer?sort=name;drop', {}],
    ['a limit too high', 'records/customer?limit=501', {}],
    ['a limit below', 'records/customer?limit=-1', {}],
    ['a place that is none', 'records/customer?cursor=abc', {}],
    ['an unknown parameter', 'records/customer?nonsense=1', {}],
    ['a prototype', 'records/__proto__', {}],
    ['a constructor for an action', 'actions/constructor.constructor', { method: 'POST', body: '{}' }],
  ])('%s is refused with words and never a fault', async (_, path, init) => {
    const { token } = await company.as('li')
    const answer = await ask(path, {
      ...init,
      headers: {
        authorization: `Bearer ${token}`,
        ...(init.body ? { 'content-type': 'application/json' } : {}),
        ...(init.headers as object),
      },
    })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    const problem = await json(answer)
    expect(problem.code).toMatch(/^[a-z-]+$/)
    expect(problem.title.length).toBeGreaterThan(4)
  })
})

describe('what goes with every answer', () => {
  it('keeps browsers and proxies from keeping it, framing it, guessing at it or telling where it came from', async () => {
    for (const path of ['sign-in', 'me', 'nothing/here']) {
      const { headers } = await ask(path)
      expect(headers.get('cache-control'), path).toBe('no-store')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      const policy = headers.get('content-security-policy')!
      for (const part of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
        expect(policy).toContain(part)
      expect(policy).not.toContain('unsafe')
      for (const name of ['x-powered-by', 'server', 'access-control-allow-origin', 'strict-transport-security'])
        expect(headers.get(name), name).toBeNull()
    }
  })

  it('by TLS cookies are sent by TLS alone, under names that no other page may use, and browsers are told to stay with it', async () => {
    await keepPassword(company.database, company.story.people.wang!, 'lantern of wang 42')
    const signIn = () =>
      ask('sign-in', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: 'wang@yunshan.demo', password: 'lantern of wang 42' }),
      })
    const plain = (await signIn()).headers.getSetCookie().find((line) => line.includes('zhike_session'))!
    expect(plain).toMatch(/^zhike_session=[\w-]{43}; .*Path=\/; HttpOnly; SameSite=Lax$/)
    company.runtime.publicUrl = (await company.address()).replace('http:', 'https:')
    const answer = await signIn()
    const cookie = answer.headers.getSetCookie().find((line) => line.includes('zhike_session'))!
    expect(cookie).toMatch(/^__Host-zhike_session=[\w-]{43}; .*Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains')
    const [pair] = cookie.split(';')
    expect((await ask('me', { headers: { cookie: pair! } })).status).toBe(200)
    // A cookie planted from a page without TLS has another name, and opens nothing.
    expect((await ask('me', { headers: { cookie: pair!.replace('__Host-', '') } })).status).toBe(401)
    company.runtime.publicUrl = undefined
  })

  it('nobody is signed in or out by a form of another site', async () => {
    const body = JSON.stringify({ email: 'wang@yunshan.demo', password: 'lantern of wang 42' })
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const answer = await ask('sign-in', { method: 'POST', headers: { 'content-type': type, 'sec-fetch-site': 'cross-site' }, body })
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.headers.getSetCookie()).toEqual([])
    }
  })
})
