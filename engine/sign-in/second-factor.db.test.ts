import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#engine/store/sql.ts'
import { openCompany, type Company } from '#test'
import { atScreen, type AtScreen } from '../../app/test/at-screen.ts'
import { codeAt, fromBase32, stepAt } from './one-time-code.ts'
import { keepPassword } from './passwords.ts'

const company = openCompany()
let other: Company
let here = ''
let there = ''
const emailOf = (key: string) => `${key}@yunshan.demo`
const passwordOf = (key: string) => `lantern of ${key} 42`

beforeAll(async () => {
  other = await company.another()
  // Codes change with time: it stands still here.
  const now = company.runtime.clock()
  company.runtime.clock = other.runtime.clock = () => now
  ;[here, there] = await Promise.all([company.address(), other.address()])
  for (const key of ['li', 'zhang', 'wang', 'chen']) await keepPassword(company.database, company.story.people[key]!, passwordOf(key))
})
afterAll(() => other?.close())

const begin = async (key: string, address = here) => {
  const screen = atScreen(address)
  return { screen, answer: (await screen.signIn(emailOf(key), passwordOf(key))).body }
}
/** A code of the app; each is taken once, so the half minutes of a test go on. */
const codeOf = (secret: string, offset = 0) => codeAt(fromBase32(secret), stepAt(company.runtime.clock()) + offset)
const forget = (key: string) =>
  company.database.run(sql`update credential set used_step = null where user_id = ${company.story.people[key]} and kind = 'totp'`)

async function turnOn(key: string): Promise<{ screen: AtScreen; secret: string; codes: string[] }> {
  const { screen } = await begin(key)
  const { secret } = (await screen.ask('POST', 'me/second-factor')).body
  const { body, status } = await screen.ask('POST', 'me/second-factor/confirm', { code: codeOf(secret) })
  expect(status).toBe(200)
  await forget(key)
  return { screen, secret, codes: body.codes }
}

describe('a second factor', () => {
  let secret = ''
  let codes: string[] = []

  it('counts once a code of the app has been given; then a password alone opens nothing', async () => {
    const { screen } = await begin('li')
    const made = (await screen.ask('POST', 'me/second-factor')).body
    expect(made.address).toBe(
      `otpauth://totp/Zhike%3Ali%40yunshan.demo?secret=${made.secret}&issuer=Zhike&algorithm=SHA1&digits=6&period=30`,
    )
    expect((await screen.ask('POST', 'me/second-factor/confirm', { code: '000000' })).status).toBe(422)
    expect((await begin('li')).answer.next).toBeUndefined()
    const on = await turnOn('li')
    ;({ secret, codes } = on)
    expect(codes).toHaveLength(10)
    expect(new Set(codes).size).toBe(10)
    const { screen: half, answer } = await begin('li')
    expect(answer).toEqual({ next: 'code', ways: ['code'] })
    expect(half.cookies.has('zhike_session')).toBe(false)
    for (const path of ['me', 'description', 'records/customer', 'me/security']) expect((await half.ask('GET', path)).status).toBe(401)
    expect((await half.ask('POST', 'sign-in/set-up')).status).toBe(403)
  })

  it('lies enciphered in the database, under a key that does not', async () => {
    const rows = await company.database.rows<{ secret: string }>(sql`select secret from credential where kind like 'totp%'`)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row.secret).not.toContain(secret)
    const dump = JSON.stringify(await company.database.rows(sql`select * from backup_code`))
    for (const code of codes) expect(dump).not.toContain(code.replace('-', ''))
    // Laid beside another's row it opens nothing.
    await company.database.run(
      sql`insert into credential (user_id, kind, secret, changed_at) select ${company.story.people.wang}, kind, secret, now() from credential where user_id = ${company.story.people.li} and kind = 'totp'`,
    )
    const { screen, answer } = await begin('wang')
    expect(answer).toEqual({ next: 'code', ways: ['code'] })
    expect((await screen.ask('POST', 'sign-in/code', { code: codeOf(secret) })).status).toBe(500)
    await company.database.run(sql`delete from credential where user_id = ${company.story.people.wang} and kind = 'totp'`)
  })

  it('takes the code of the half minute, of the one before and the one after, each once', async () => {
    for (const offset of [-1, 0, 1]) {
      const { screen } = await begin('li')
      expect((await screen.ask('POST', 'sign-in/code', { code: codeOf(secret, offset) })).status).toBe(200)
      expect((await screen.ask('GET', 'me')).status).toBe(200)
    }
    const { screen } = await begin('li')
    for (const offset of [-1, 0, 1, -3, 3])
      expect((await screen.ask('POST', 'sign-in/code', { code: codeOf(secret, offset) })).status).not.toBe(200)
    await company.database.run(sql`delete from sign_in_attempt`)
    await forget('li')
  })

  it('lets one of two in who give the same code at the same instant on two nodes', async () => {
    const screens = [await begin('li', here), await begin('li', there)]
    const code = codeOf(secret)
    const answers = await Promise.all(screens.map(({ screen }) => screen.ask('POST', 'sign-in/code', { code })))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422])
    await forget('li')
    // And of two who come by the same step, whatever their codes.
    const { screen } = await begin('li')
    const twin = atScreen(there, new Map(screen.cookies))
    const both = await Promise.all([
      screen.ask('POST', 'sign-in/code', { code: codes[8] }),
      twin.ask('POST', 'sign-in/code', { code: codes[9] }),
    ])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 403])
  })

  it('has backup codes, each for once', async () => {
    const { screen } = await begin('li')
    expect((await screen.ask('POST', 'sign-in/code', { code: codes[0]!.toLowerCase().replace('-', ' ') })).status).toBe(200)
    expect((await screen.ask('GET', 'me/security')).body.factor.codesLeft).toBe(7)
    const again = await begin('li')
    expect((await again.screen.ask('POST', 'sign-in/code', { code: codes[0] })).status).toBe(422)
    const fresh = (await screen.ask('POST', 'me/backup-codes')).body.codes
    expect((await again.screen.ask('POST', 'sign-in/code', { code: codes[1] })).status).toBe(422)
    expect((await again.screen.ask('POST', 'sign-in/code', { code: fresh[1] })).status).toBe(200)
  })

  it('is not guessed: five codes, on whatever node and with however many passwords', async () => {
    const statuses = []
    for (let i = 0; i < 7; i++) {
      const { screen } = await begin('li', i % 2 ? here : there)
      statuses.push((await screen.ask('POST', 'sign-in/code', { code: '123456' })).status)
    }
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429])
    await company.database.run(sql`delete from sign_in_attempt`)
  })

  it('is asked for again before anything of it is changed', async () => {
    const { screen } = await begin('li')
    await screen.ask('POST', 'sign-in/code', { code: codeOf(secret) })
    await forget('li')
    await company.database.run(sql`update session set confirmed_at = null`)
    expect((await screen.ask('DELETE', 'me/second-factor')).body.code).toBe('confirm-first')
    expect((await screen.ask('POST', 'me/confirm', { password: passwordOf('li') })).body.fields).toEqual({ code: 'is required' })
    expect((await screen.ask('POST', 'me/confirm', { password: passwordOf('li'), code: codeOf(secret) })).status).toBe(204)
    expect((await screen.ask('DELETE', 'me/second-factor')).status).toBe(204)
    expect((await begin('li')).answer.next).toBeUndefined()
  })

  it('is taken away by an administrator, with a reason; the sessions end', async () => {
    const { screen } = await turnOn('zhang')
    const admin = await company.as('admin')
    const { zhang } = company.story.people
    const { version } = (await admin.get(`records/user/${zhang}`)).body
    const reset = (input: object) =>
      admin.post('actions/platform.resetSecondFactor', { on: zhang, input }, { headers: { 'if-match': `"${version}"` } })
    expect((await reset({})).status).toBe(422)
    expect(
      (
        await (
          await company.as('wang')
        ).post('actions/platform.resetSecondFactor', { on: zhang, input: { reason: 'x' } }, { headers: { 'if-match': `"${version}"` } })
      ).status,
    ).toBe(403)
    expect((await reset({ reason: '手机丢失，已当面核对' })).status).toBe(200)
    expect((await screen.ask('GET', 'me')).status).toBe(401)
    expect((await begin('zhang')).answer.next).toBeUndefined()
    const [event] = await company.database.rows<{ changes: { reason: unknown[] } }>(
      sql`select changes from event where type = 'user.secondFactorReset'`,
    )
    expect(event!.changes.reason[1]).toBe('手机丢失，已当面核对')
  })

  it('that a role asks for is set up at the next sign-in, and nothing is reached before', async () => {
    const admin = await company.as('admin')
    const { roles } = (await admin.get(`records/user/${company.story.people.chen}`)).body
    const role = (await admin.get(`records/role/${roles[0].id}`)).body
    expect((await admin.patch(`records/role/${role.id}`, role.version, { secondFactor: true })).status).toBe(200)
    const { screen, answer } = await begin('chen')
    expect(answer).toEqual({ next: 'setUp' })
    for (const path of ['me', 'description', 'records/customer', 'me/security']) expect((await screen.ask('GET', path)).status).toBe(401)
    expect((await screen.ask('POST', 'sign-in/code', { code: '123456' })).status).toBe(403)
    const made = (await screen.ask('POST', 'sign-in/set-up')).body
    expect((await screen.ask('POST', 'sign-in/set-up/confirm', { code: '000000' })).status).toBe(422)
    const done = await screen.ask('POST', 'sign-in/set-up/confirm', { code: codeOf(made.secret) })
    expect(done.body.codes).toHaveLength(10)
    expect((await screen.ask('GET', 'me')).status).toBe(200)
    expect((await screen.ask('DELETE', 'me/second-factor')).body.code).toBe('factor-required')
    // A step leads in once, and is over in ten minutes.
    const late = await begin('chen')
    await company.database.run(sql`update sign_in_step set expires_at = now()`)
    await forget('chen')
    expect((await late.screen.ask('POST', 'sign-in/code', { code: codeOf(made.secret) })).body.code).toBe('step-over')
  })

  it('leaves its marks, and no secret in any of them', async () => {
    const events = await company.database.rows<{ type: string }>(sql`select type, changes from event where record = 'user'`)
    const types = new Set(events.map(({ type }) => type))
    for (const verb of ['secondFactorOn', 'secondFactorOff', 'secondFactorReset', 'backupCodesMade', 'signInFailed', 'confirmed'])
      expect(types).toContain(`user.${verb}`)
    const all = JSON.stringify(events)
    for (const word of [secret, ...codes]) expect(all).not.toContain(word)
  })
})
