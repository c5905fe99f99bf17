import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#engine/store/sql.ts'
import { openCompany, type Company } from '#test'
import { atScreen, type AtScreen } from '../../app/test/at-screen.ts'
import { openAuthenticator, type Authenticator } from '../../app/test/authenticator.ts'
import { codeAt, fromBase32, stepAt } from './one-time-code.ts'
import { keepPassword } from './passwords.ts'

const company = openCompany()
const site = 'https://crm.example.cn'
let other: Company
let here = ''
let there = ''
const emailOf = (key: string) => `${key}@yunshan.demo`
const passwordOf = (key: string) => `lantern of ${key} 42`
const idOf = (key: string) => company.story.people[key]!

beforeAll(async () => {
  other = await company.another()
  company.runtime.publicUrl = other.runtime.publicUrl = site
  const now = company.runtime.clock()
  company.runtime.clock = other.runtime.clock = () => now
  ;[here, there] = await Promise.all([company.address(), other.address()])
  for (const key of ['li', 'zhang', 'wang', 'chen', 'lin', 'sun']) await keepPassword(company.database, idOf(key), passwordOf(key))
})
afterAll(() => other?.close())

async function inBy(key: string): Promise<AtScreen> {
  const screen = atScreen(here)
  expect((await screen.signIn(emailOf(key), passwordOf(key))).body.next).toBeUndefined()
  return screen
}

async function add(screen: AtScreen, device: Authenticator, name = '我的电脑', bent = {}) {
  const options = (await screen.ask('POST', 'me/passkeys/begin')).body
  return screen.ask('POST', 'me/passkeys', { name, response: device.make(options, bent) })
}

async function enter(device: Authenticator, bent: object = {}, [first, second] = [here, there]) {
  const screen = atScreen(first!)
  const options = (await screen.ask('POST', 'sign-in/passkey/begin')).body
  // What one node asks another takes the answer to.
  return { screen, answer: await screen.at(second!).ask('POST', 'sign-in/passkey', { response: device.use(options, bent) }) }
}

const eventsOf = async (key: string) =>
  (
    await company.database.rows<{ type: string; changes: any }>(
      sql`select type, changes from event where root_id = ${idOf(key)} order by id`,
    )
  ).filter(({ type }) => /^user\.(passkey|signIn|signed|confirmed)/.test(type))

describe('a passkey', () => {
  const device = openAuthenticator(site)

  it('is added under a name, with backup codes beside the first; then the password alone opens nothing', async () => {
    const screen = await inBy('li')
    const { status, body } = await add(screen, device)
    expect(status, JSON.stringify(body)).toBe(201)
    expect(body.codes).toHaveLength(10)
    expect((await add(screen, openAuthenticator(site), '另一台')).body.codes).toEqual([])
    const { passkeys, factor } = (await screen.ask('GET', 'me/security')).body
    expect(passkeys).toMatchObject([
      { name: '我的电脑', host: 'crm.example.cn', seenAt: null },
      { name: '另一台', seenAt: null },
    ])
    expect(factor).toMatchObject({ since: null, passkeys: 2, codesLeft: 10, isRequired: false })
    const half = atScreen(here)
    expect((await half.signIn(emailOf('li'), passwordOf('li'))).body).toEqual({ next: 'code', ways: ['code', 'passkey'] })
    expect((await half.ask('GET', 'me')).status).toBe(401)
    expect((await half.ask('GET', 'sign-in')).body.step).toEqual({ next: 'code', ways: ['code', 'passkey'] })
    // A backup code stands in for the device.
    expect((await half.ask('POST', 'sign-in/code', { code: body.codes[0] })).status).toBe(200)
  })

  it('lets its owner in by itself, on whatever node, and is marked as used', async () => {
    const { screen, answer } = await enter(device)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    expect((await screen.ask('GET', 'me')).body.id).toBe(idOf('li'))
    expect((await screen.ask('GET', 'me/security')).body.passkeys[0].seenAt).not.toBeNull()
    expect((await eventsOf('li')).at(-1)).toMatchObject({
      type: 'user.signedIn',
      changes: { factor: [null, 'passkey'], passkey: [null, '我的电脑'] },
    })
  })

  it('is the second half after a password, of its owner alone', async () => {
    const stranger = openAuthenticator(site)
    await add(await inBy('wang'), stranger)
    const half = atScreen(here)
    await half.signIn(emailOf('li'), passwordOf('li'))
    const options = (await half.ask('POST', 'sign-in/code/passkey/begin')).body
    expect(options.allowCredentials).toHaveLength(2)
    const { allowCredentials: _, ...forAnybody } = options
    expect((await half.ask('POST', 'sign-in/code/passkey', { response: stranger.use(forAnybody) })).body.code).toBe('wrong-passkey')
    const again = (await half.ask('POST', 'sign-in/code/passkey/begin')).body
    expect((await half.at(there).ask('POST', 'sign-in/code/passkey', { response: device.use(again) })).status).toBe(200)
    expect((await half.ask('GET', 'me')).body.id).toBe(idOf('li'))
    // Without a step there is nothing to go on with.
    expect((await atScreen(here).ask('POST', 'sign-in/code/passkey/begin')).body.code).toBe('step-over')
  })

  it('answers once: what was signed is worth nothing a second time, later, or for something else', async () => {
    const screen = atScreen(here)
    const options = (await screen.ask('POST', 'sign-in/passkey/begin')).body
    const response = device.use(options)
    const both = await Promise.all([here, there].map((address) => atScreen(address).ask('POST', 'sign-in/passkey', { response })))
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422])
    const late = (await screen.ask('POST', 'sign-in/passkey/begin')).body
    await company.database.run(sql`update passkey_challenge set expires_at = now()`)
    expect((await screen.ask('POST', 'sign-in/passkey', { response: device.use(late) })).status).toBe(422)
    // A challenge to show oneself again is none to sign in with.
    const { screen: open } = await enter(device)
    const confirm = (await open.ask('POST', 'me/confirm/passkey/begin')).body
    expect((await screen.ask('POST', 'sign-in/passkey', { response: device.use(confirm) })).status).toBe(422)
    const made = { challenge: 'bm9uZSBvZiBvdXJz', rpId: 'crm.example.cn' }
    expect((await screen.ask('POST', 'sign-in/passkey', { response: device.use(made) })).status).toBe(422)
  })

  it.each([
    ['of another site', { origin: 'https://crm.example.cn.evil.example' }],
    ['without TLS', { origin: 'http://crm.example.cn' }],
    ['for another host', { host: 'evil.example' }],
    ['whose owner has not shown himself to it', { isVerified: false }],
    ['of a registration', { type: 'webauthn.create' }],
    ['with a key of its own', { key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey }],
    ['that names another user', { handle: Buffer.alloc(16).toString('base64url') }],
    ['that names nobody', { handle: null }],
  ])('an answer %s is refused, and noted', async (_, bent) => {
    const before = (await eventsOf('li')).length
    const { screen, answer } = await enter(device, bent)
    expect([answer.status, answer.body.code]).toEqual([422, 'wrong-passkey'])
    expect((await screen.ask('GET', 'me')).status).toBe(401)
    expect((await eventsOf('li')).slice(before)).toMatchObject([{ type: 'user.signInFailed', changes: { passkey: [null, '我的电脑'] } }])
  })

  it.each([
    ['of another site', { origin: 'https://evil.example' }],
    ['for another host', { host: 'evil.example' }],
    ['unverified', { isVerified: false }],
    ['with a certificate', { hasCertificate: true }],
  ])('is not added %s', async (_, bent) => {
    const { screen } = await enter(device)
    expect((await add(screen, openAuthenticator(site), 'x', bent)).body.code).toBe('wrong-passkey')
    expect((await screen.ask('GET', 'me/security')).body.passkeys).toHaveLength(2)
  })

  it('whose counter goes back is a copy: refused, and its owner is told', async () => {
    const counting = openAuthenticator(site, { counts: true })
    await add(await inBy('zhang'), counting, '计数的')
    expect((await enter(counting)).answer.status).toBe(200)
    expect((await enter(counting, { counter: 2 })).answer.status).toBe(422)
    const notices = await company.database.rows(sql`select args from notice where user_id = ${idOf('zhang')} and kind = 'security'`)
    expect(JSON.stringify(notices)).toContain('可能有副本')
    expect((await enter(counting, { counter: 9 })).answer.status).toBe(200)
  })

  it('shows that it is oneself before something is changed; the session has a new secret then', async () => {
    const { screen } = await enter(device)
    await company.database.run(sql`update session set confirmed_at = null`)
    expect((await screen.ask('POST', 'me/passkeys/begin')).body.code).toBe('confirm-first')
    const before = screen.cookies.get('zhike_session')
    const options = (await screen.ask('POST', 'me/confirm/passkey/begin')).body
    expect((await screen.ask('POST', 'me/confirm/passkey', { response: device.use(options) })).status).toBe(204)
    expect(screen.cookies.get('zhike_session')).not.toBe(before)
    expect((await screen.ask('POST', 'me/passkeys/begin')).status).toBe(200)
    // The password with a code would do as well; the password alone would not.
    expect((await screen.ask('POST', 'me/confirm', { password: passwordOf('li') })).body.fields).toEqual({ code: 'is required' })
    // And a new password asks for the old one, as ever.
    expect((await screen.ask('POST', 'me/password', { current: 'not the one', password: '小船 荷塘 2031' })).status).toBe(422)
  })

  it('is removed by its owner, one by one; then it opens nothing, and the password does', async () => {
    const { screen } = await enter(device)
    const { passkeys } = (await screen.ask('GET', 'me/security')).body
    const stranger = (await enter(await strangerOf('chen'))).screen
    expect((await stranger.ask('DELETE', `me/passkeys/${passkeys[0].id}`)).status).toBe(404)
    for (const { id } of passkeys) expect((await screen.ask('DELETE', `me/passkeys/${id}`)).status).toBe(204)
    expect((await enter(device)).answer.status).toBe(422)
    await inBy('li')
    expect((await screen.ask('GET', 'me/security')).body.factor.codesLeft).toBe(0)
    expect((await eventsOf('li')).filter(({ type }) => type === 'user.passkeyRemoved')).toHaveLength(2)
  })

  async function strangerOf(key: string): Promise<Authenticator> {
    const theirs = openAuthenticator(site)
    expect((await add(await inBy(key), theirs)).status).toBe(201)
    return theirs
  }

  it('all of a user are removed by an administrator, with a reason; the sessions end', async () => {
    const admin = await company.as('admin')
    const { version } = (await admin.get(`records/user/${idOf('wang')}`)).body
    const remove = async (as: string, input: object) =>
      (await company.as(as)).post(
        'actions/platform.removePasskeys',
        { on: idOf('wang'), input },
        { headers: { 'if-match': `"${version}"` } },
      )
    const half = atScreen(here)
    await half.signIn(emailOf('wang'), passwordOf('wang'))
    expect((await remove('li', { reason: 'x' })).status).toBe(403)
    expect((await remove('admin', {})).status).toBe(422)
    expect((await remove('admin', { reason: '电脑被盗，已当面核对' })).status).toBe(200)
    await inBy('wang')
    expect((await eventsOf('wang')).find(({ type }) => type === 'user.passkeysRemoved')!.changes).toMatchObject({
      reason: [null, '电脑被盗，已当面核对'],
      removed: [1, 0],
    })
    expect((await remove('admin', { reason: 'x' })).body.code).toBe('no-passkeys')
  })

  it('is what a role asks for: set up at the next sign-in, and the last one stays', async () => {
    const admin = await company.as('admin')
    const { roles } = (await admin.get(`records/user/${idOf('sun')}`)).body
    const role = (await admin.get(`records/role/${roles[0].id}`)).body
    expect((await admin.patch(`records/role/${role.id}`, role.version, { secondFactor: true })).status).toBe(200)
    const half = atScreen(here)
    expect((await half.signIn(emailOf('sun'), passwordOf('sun'))).body.next).toBe('setUp')
    expect((await half.ask('POST', 'sign-in/code/passkey/begin')).body.code).toBe('step-over')
    const first = openAuthenticator(site)
    const options = (await half.ask('POST', 'sign-in/set-up/passkey/begin')).body
    const done = await half.ask('POST', 'sign-in/set-up/passkey', { name: '手机', response: first.make(options) })
    expect(done.body.codes).toHaveLength(10)
    const { passkeys } = (await half.ask('GET', 'me/security')).body
    expect((await half.ask('DELETE', `me/passkeys/${passkeys[0].id}`)).body.code).toBe('factor-required')
    expect((await enter(first)).answer.status).toBe(200)
    // With an app beside it the passkey may go, and then the app has to stay.
    const { secret } = (await half.ask('POST', 'me/second-factor')).body
    const code = codeAt(fromBase32(secret), stepAt(company.runtime.clock()))
    expect((await half.ask('POST', 'me/second-factor/confirm', { code })).status).toBe(200)
    expect((await half.ask('DELETE', `me/passkeys/${passkeys[0].id}`)).status).toBe(204)
    expect((await half.ask('DELETE', 'me/second-factor')).body.code).toBe('factor-required')
  })

  it('opens nothing for whoever has left, and is not offered where browsers know none', async () => {
    const theirs = await strangerOf('lin')
    const admin = await company.as('admin')
    const { version } = (await admin.get(`records/user/${idOf('lin')}`)).body
    expect((await admin.patch(`records/user/${idOf('lin')}`, version, { isActive: false })).status).toBe(200)
    expect((await enter(theirs)).answer.body.code).toBe('wrong-passkey')
    company.runtime.publicUrl = undefined
    const plain = atScreen(here)
    expect((await plain.ask('GET', 'sign-in')).body.passkeysAt).toBeNull()
    expect((await plain.ask('POST', 'sign-in/passkey/begin')).body.code).toBe('no-passkeys-here')
    company.runtime.publicUrl = site
    expect((await plain.ask('GET', 'sign-in')).body.passkeysAt).toBe(site)
  })
})
