import { OAuth2Server } from 'oauth2-mock-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readNetworks } from '#engine/outbound/forbidden-addresses.ts'
import { openOutside } from '#engine/outbound/guarded-fetch.ts'
import { sql } from '#engine/store/sql.ts'
import { openCompany, type Caller, type Company } from '#test'
import { switchProvidersOff } from '../../app/cli-single-sign-on.ts'
import { atScreen, type AtScreen } from '../../app/test/at-screen.ts'
import { keepPassword } from './passwords.ts'

const company = openCompany()
const provider = new OAuth2Server()
let other: Company
let admin: Caller
let id = ''
let here = ''
let there = ''
const idOf = (key: string) => company.story.people[key]!

/** Whom the provider says it is; what it was asked, as it came. */
let says: Record<string, unknown> = {}
const asked: { authorize: URLSearchParams[]; token: Record<string, unknown>[]; authorization: (string | undefined)[] } = {
  authorize: [],
  token: [],
  authorization: [],
}

beforeAll(async () => {
  other = await company.another()
  const open = openOutside(readNetworks('127.0.0.1'))
  for (const node of [company, other]) Object.assign(node.runtime, { fetchOutside: open })
  ;[here, there] = await Promise.all([company.address(), other.address()])
  await provider.issuer.keys.generate('RS256')
  await provider.start(0, '127.0.0.1')
  provider.issuer.url = `http://127.0.0.1:${provider.address().port}`
  provider.service.on('beforeTokenSigning', (token: { payload: object }) => Object.assign(token.payload, says))
  provider.service.on('beforeUserinfo', (answer: { body: unknown }) => {
    answer.body = { sub: says.sub, ...(says.later as object) }
  })
  provider.service.on('beforeResponse', (_: unknown, request: { body: Record<string, unknown>; headers: Record<string, string> }) => {
    asked.token.push(request.body)
    asked.authorization.push(request.headers.authorization)
  })
  admin = await company.as('admin')
  const made = await admin.post('records/identityProvider', {
    name: '公司账号',
    issuer: provider.issuer.url,
    clientId: 'zhike',
    domains: 'yunshan.demo, yunshan.example',
  })
  expect(made.status, made.text).toBe(201)
  id = made.body.id
})
afterAll(async () => {
  await provider.stop()
  await other?.close()
})
beforeEach(() => void (says = {}))

const change = async (record: string, which: string, values: object) => {
  const { version } = (await admin.get(`records/${record}/${which}`)).body
  const answer = await admin.patch(`records/${record}/${which}`, version, values)
  expect(answer.status, answer.text).toBe(200)
}

/** Goes to the provider as a browser does, and is where it sends back to: path and query. */
async function toProvider(screen: AtScreen, body: object = {}, path = `sign-in/providers/${id}`): Promise<string> {
  const begun = await screen.ask('POST', path, body)
  expect(begun.status, JSON.stringify(begun.body)).toBe(200)
  const address = new URL(begun.body.address)
  asked.authorize.push(address.searchParams)
  const answer = await fetch(address, { redirect: 'manual' })
  const back = new URL(answer.headers.get('location')!)
  return back.pathname + back.search
}

/** Comes back from the provider. @returns where the browser is sent on. */
async function comeBack(screen: AtScreen, address: string, to = here): Promise<string> {
  const response = await fetch(to + address, {
    redirect: 'manual',
    headers: { cookie: [...screen.cookies].map(([name, value]) => `${name}=${value}`).join('; '), 'sec-fetch-site': 'cross-site' },
  })
  for (const line of response.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
    if (value) screen.cookies.set(name!, value)
    else screen.cookies.delete(name!)
  }
  expect(response.status, await response.text()).toBe(303)
  return response.headers.get('location')!
}

async function enter(claims: Record<string, unknown>, body: object = {}) {
  says = claims
  const screen = atScreen(here)
  const to = await comeBack(screen, await toProvider(screen, body))
  return { screen, to, me: (await screen.ask('GET', 'me')).body?.id as string | undefined }
}

const verified = (key: string, sub = `subject of ${key}`) => ({ sub, email: `${key}@yunshan.demo`, email_verified: true })

describe('single sign-on', () => {
  it('lets in whom the provider means by a verified e-mail, and leads to where he wanted to be', async () => {
    const { to, me, screen } = await enter(verified('li'), { back: '/customer?q=x' })
    expect([to, me]).toEqual(['/customer?q=x', idOf('li')])
    expect(screen.cookies.has('zhike_provider')).toBe(false)
    const [event] = await company.database.rows<{ changes: object }>(
      sql`select changes from event where root_id = ${idOf('li')} and type = 'user.signedIn' order by id desc limit 1`,
    )
    expect(event!.changes).toMatchObject({ provider: [null, '公司账号'] })
    expect((await screen.ask('GET', 'me/security')).body.accounts).toMatchObject([{ provider: '公司账号', email: 'li@yunshan.demo' }])
    expect((await screen.ask('POST', 'sign-out')).status).toBe(204)
    expect((await screen.ask('GET', 'me')).status).toBe(401)
  })

  it('asks with state, nonce and a proof of the exchange, none of which the database knows', async () => {
    const { authorize, token } = asked
    const [first] = authorize
    expect(Object.fromEntries(first!)).toMatchObject({
      response_type: 'code',
      client_id: 'zhike',
      scope: 'openid email profile',
      redirect_uri: `${here}/api/v1/sign-in/return`,
      code_challenge_method: 'S256',
    })
    for (const name of ['state', 'nonce', 'code_challenge']) expect(first!.get(name)).toMatch(/^[\w-]{43}$/)
    expect(token[0]!.code_verifier).toMatch(/^[\w-]{43}$/)
    await toProvider(atScreen(here))
    const kept = JSON.stringify(await company.database.rows(sql`select * from provider_step`))
    for (const name of ['state', 'nonce']) expect(kept).not.toContain(authorize.at(-1)!.get(name))
  })

  it('goes by the subject from then on, whatever becomes of the e-mail', async () => {
    expect((await enter({ ...verified('li'), email: 'someone@else.example', email_verified: false })).me).toBe(idOf('li'))
    // The e-mail of one who has an account already is not given to another subject.
    const { to, me } = await enter(verified('li', 'somebody new with the same e-mail'))
    expect([to, me]).toEqual(['/#sign-in=provider-other', undefined])
  })

  it.each([
    ['an e-mail that is not verified', { sub: 's1', email: 'zhang@yunshan.demo' }, 'provider-email'],
    ['one that only says so', { sub: 's1', email: 'zhang@yunshan.demo', email_verified: 'true' }, 'provider-email'],
    ['no e-mail', { sub: 's1', email_verified: true }, 'provider-email'],
    ['a domain of others', { sub: 's1', email: 'zhang@yunshan.demo.evil.example', email_verified: true }, 'provider-domain'],
    ['a domain below', { sub: 's1', email: 'zhang@sub.yunshan.demo', email_verified: true }, 'provider-domain'],
    ['somebody unknown', { sub: 's1', email: 'nobody@yunshan.demo', email_verified: true }, 'provider-unknown'],
  ])('refuses %s, and says why', async (_, claims: Record<string, unknown>, code) => {
    const { to, me } = await enter({ later: { email_verified: claims.email_verified }, ...claims })
    expect([to, me]).toEqual([`/#sign-in=${code}`, undefined])
  })

  it('takes the e-mail from the provider’s own page of the user where the token has none', async () => {
    const { me } = await enter({ sub: 'subject of zhang', later: { email: 'ZHANG@yunshan.demo', email_verified: true } })
    expect(me).toBe(idOf('zhang'))
  })

  it('answers in the browser that asked and in no other, once, on whatever node', async () => {
    says = verified('li')
    const screen = atScreen(here)
    const address = await toProvider(screen)
    expect(await comeBack(atScreen(here), address)).toBe('/#sign-in=step-over')
    const stranger = atScreen(here)
    await toProvider(stranger)
    expect(await comeBack(stranger, address)).toBe('/#sign-in=provider-failed')
    // The cookie of the step stays when another's answer comes; the step itself is used up by its own.
    const twin = atScreen(here, new Map(screen.cookies))
    company.runtime.publicUrl = other.runtime.publicUrl = here
    expect(await comeBack(screen, address, there)).toBe('/')
    company.runtime.publicUrl = other.runtime.publicUrl = undefined
    expect((await screen.ask('GET', 'me')).body.id).toBe(idOf('li'))
    expect(await comeBack(twin, address)).toBe('/#sign-in=step-over')
    const late = atScreen(here)
    const lateAddress = await toProvider(late)
    await company.database.run(sql`update provider_step set expires_at = now()`)
    expect(await comeBack(late, lateAddress)).toBe('/#sign-in=step-over')
  })

  it.each([
    ['for another client', { aud: 'another' }],
    ['of another issuer', { iss: 'https://evil.example' }],
    ['that is over', { exp: 1 }],
    ['with another nonce', { nonce: 'another' }],
  ])('refuses a token %s', async (_, bent) => {
    expect((await enter({ ...verified('li'), ...bent })).to).toBe('/#sign-in=provider-failed')
  })

  it('says that the provider has refused', async () => {
    const screen = atScreen(here)
    const address = new URL(await toProvider(screen), here)
    const refused = `${address.pathname}?error=access_denied&state=${address.searchParams.get('state')}`
    expect(await comeBack(screen, refused)).toBe('/#sign-in=provider-denied')
  })

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/a#b', '/a\nb', ''])(
    'does not lead to %j afterwards',
    async (back) => expect((await atScreen(here).ask('POST', `sign-in/providers/${id}`, { back })).status).toBe(400),
  )

  it('makes users where the administrator wants that, one of two at the same instant', async () => {
    const role = (await company.database.row<{ id: string }>(sql`select id from role where code = 'reception'`))!.id
    await change('identityProvider', id, { createsUsers: true, newRoles: [role] })
    says = { sub: 'subject of new', email: 'new@yunshan.example', email_verified: true, name: '新人' }
    const screens = [atScreen(here), atScreen(here)]
    const addresses: string[] = []
    for (const screen of screens) addresses.push(await toProvider(screen))
    await Promise.all(screens.map((screen, index) => comeBack(screen, addresses[index]!)))
    const mine = await Promise.all(screens.map(async (screen) => (await screen.ask('GET', 'me')).body))
    expect(mine[0]).toMatchObject({ name: '新人', roles: ['reception'] })
    expect(mine[1]).toEqual(mine[0])
    const found = await company.database.rows(sql`select name from "user" where email = 'new@yunshan.example'`)
    expect(found).toEqual([{ name: '新人' }])
    await change('identityProvider', id, { createsUsers: false, newRoles: [] })
  })

  it('asks for the second factor of a role, unless the provider has done so', async () => {
    const role = (await company.database.row<{ id: string }>(sql`select id from role where code = 'reception'`))!.id
    await change('role', role, { secondFactor: true })
    const half = await enter(verified('chen'), { back: '/task' })
    expect([half.to, half.me]).toEqual(['/task#sign-in=next', undefined])
    expect((await half.screen.ask('GET', 'sign-in')).body.step).toEqual({ next: 'setUp' })
    await change('identityProvider', id, { provesTwice: true })
    expect((await enter(verified('chen'))).me).toBe(idOf('chen'))
    await change('role', role, { secondFactor: false })
  })

  it('is the only way in where a role or the provider of a domain says so, as long as there is a provider', async () => {
    await keepPassword(company.database, idOf('wang'), 'lantern of wang 42')
    const byPassword = async () => (await atScreen(here).signIn('wang@yunshan.demo', 'lantern of wang 42')).body.code
    const role = (await company.database.row<{ id: string }>(sql`select id from role where code = 'departmentHead'`))!.id
    expect(await byPassword()).toBeUndefined()
    await change('role', role, { singleSignOn: true })
    expect(await byPassword()).toBe('single-sign-on-only')
    // A wrong password is wrong and tells nothing else.
    expect((await atScreen(here).signIn('wang@yunshan.demo', 'not the one')).body.code).toBe('wrong-password')
    expect((await enter(verified('wang'))).me).toBe(idOf('wang'))
    await change('identityProvider', id, { isOn: false })
    expect(await byPassword()).toBeUndefined()
    expect((await atScreen(here).ask('POST', `sign-in/providers/${id}`, {})).body.code).toBe('provider-off')
    await change('identityProvider', id, { isOn: true, isOnlyWay: true })
    await change('role', role, { singleSignOn: false })
    expect(await byPassword()).toBe('single-sign-on-only')
    // At the command line, should the provider fail.
    expect(await switchProvidersOff(company.runtime)).toEqual(['公司账号'])
    expect(await byPassword()).toBeUndefined()
    await change('identityProvider', id, { isOn: true, isOnlyWay: false })
    expect(await byPassword()).toBeUndefined()
  })

  it('shows again who one is, and nobody else', async () => {
    const { screen } = await enter(verified('wang'))
    await company.database.run(sql`update session set confirmed_at = null`)
    says = verified('wang')
    const fresh = { auth_time: Math.floor(Date.now() / 1000) }
    const again = async (claims: object) => {
      says = { ...claims }
      return comeBack(screen, await toProvider(screen, { back: '/security' }, `me/confirm/providers/${id}`))
    }
    expect(await again({ ...verified('li'), ...fresh })).toBe('/security#sign-in=not-you')
    expect(await again({ ...verified('wang'), auth_time: fresh.auth_time - 4000 })).toBe('/security#sign-in=provider-failed')
    expect((await screen.ask('POST', 'me/passkeys/begin')).body.code).toBe('confirm-first')
    expect(await again({ ...verified('wang'), ...fresh })).toBe('/security')
    expect(asked.authorize.at(-1)!.get('prompt')).toBe('login')
    expect((await screen.ask('POST', 'me/passkeys/begin')).body.code).not.toBe('confirm-first')
  })

  it('lets nobody in who has left; an administrator disconnects accounts', async () => {
    await change('user', idOf('zhang'), { isActive: false })
    expect((await enter({ sub: 'subject of zhang' })).to).toBe('/#sign-in=provider-user-off')
    await keepPassword(company.database, (await company.actor('admin')).id, 'lantern of admin 42')
    const { email } = (await company.database.row<{ email: string }>(
      sql`select email from "user" where id = ${(await company.actor('admin')).id}`,
    ))!
    const screen = atScreen(here)
    await screen.signIn(email, 'lantern of admin 42')
    expect((await screen.ask('DELETE', `users/${idOf('li')}/accounts/${id}`)).status).toBe(204)
    expect((await screen.ask('DELETE', `users/${idOf('li')}/accounts/${id}`)).status).toBe(404)
    expect((await enter(verified('li', 'a new subject of li'))).me).toBe(idOf('li'))
    // The secret: shown to nobody, enciphered, and given to the provider from then on.
    expect((await screen.ask('PUT', `identity-providers/${id}/secret`, { secret: 'tall lighthouse' })).status).toBe(204)
    expect((await admin.get(`identity-providers/${id}`)).body).toEqual({
      secretAt: expect.any(String),
      accounts: 5,
      returnAddress: expect.stringContaining('/api/v1/sign-in/return'),
    })
    const kept = JSON.stringify(await company.database.rows(sql`select secret from provider_secret`))
    expect(kept).not.toContain('tall lighthouse')
    await enter(verified('li', 'a new subject of li'))
    expect(JSON.stringify(asked.token.at(-1)) + Buffer.from((asked.authorization.at(-1) ?? '').slice(6), 'base64').toString()).toContain(
      'tall',
    )
  })

  it('asks no address within that nobody has allowed, and says what is wrong', async () => {
    expect((await admin.post(`identity-providers/${id}/check`)).body).toMatchObject({ issuer: provider.issuer.url, provesExchange: true })
    company.runtime.fetchOutside = openOutside(readNetworks(undefined))
    expect((await admin.post(`identity-providers/${id}/check`)).body.code).toBe('address-refused')
    company.runtime.fetchOutside = openOutside(readNetworks('127.0.0.1'))
    await change('identityProvider', id, { issuer: 'http://127.0.0.1:1/' })
    expect((await admin.post(`identity-providers/${id}/check`)).body.code).toBe('outside-unreachable')
  })
})
