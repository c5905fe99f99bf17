import { hash } from '@node-rs/argon2'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#engine/store/sql.ts'
import { openCompany, type Company } from '#test'
import { atScreen, type AtScreen } from '../../app/test/at-screen.ts'
import { attemptKey } from './attempts.ts'
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
  for (const key of ['li', 'zhang', 'wang', 'sun', 'zhou', 'lin'])
    await keepPassword(company.database, company.story.people[key]!, passwordOf(key))
  await keepPassword(company.database, (await company.actor('admin')).id, passwordOf('admin'))
})
afterAll(() => other?.close())

const enter = async (key: string, address = here): Promise<AtScreen> => {
  const screen = atScreen(address)
  const email =
    key === 'admin'
      ? (await company.database.row<{ email: string }>(sql`select email from "user" where id = ${(await company.actor('admin')).id}`))!
          .email
      : emailOf(key)
  const { status } = await screen.signIn(email, passwordOf(key))
  expect(status).toBe(200)
  return screen
}
const eventsOf = (id: string) =>
  company.database.rows<{ type: string; changes: Record<string, [unknown, unknown]>; actor_kind: string }>(
    sql`select type, changes, actor_kind from event where record_id = ${id} and type like 'user.%' order by id`,
  )

describe('guessing', () => {
  it('five tries at the same instant on two nodes are five, and the next ones are not looked at', async () => {
    const guesses = await Promise.all(
      Array.from({ length: 24 }, (_, i) => atScreen(i % 2 ? here : there).signIn(emailOf('zhang'), `guess number ${i}`)),
    )
    expect(guesses.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(19)
    const right = await atScreen(there).signIn(emailOf('zhang'), passwordOf('zhang'))
    expect(right).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } })
    const zhang = company.story.people.zhang!
    const told = (await eventsOf(zhang)).map(({ type }) => type)
    expect(told.filter((type) => type === 'user.signInFailed')).toHaveLength(5)
    expect(told.filter((type) => type === 'user.locked')).toHaveLength(1)
    // He is told of it, once, and an administrator lets him in.
    await company.settle()
    const notices = (await (await company.as('zhang')).get('notices')).body.items
    expect(notices.filter((notice: { kind: string }) => notice.kind === 'security')).toHaveLength(1)
    const admin = await company.as('admin')
    const { version } = (await admin.get(`records/user/${zhang}`)).body
    const unlock = { on: zhang, input: {} }
    expect(
      (await (await company.as('wang')).post('actions/platform.unlockUser', unlock, { headers: { 'if-match': `"${version}"` } })).status,
    ).toBe(403)
    expect((await admin.post('actions/platform.unlockUser', unlock, { headers: { 'if-match': `"${version}"` } })).status).toBe(200)
    expect((await atScreen(there).signIn(emailOf('zhang'), passwordOf('zhang'))).status).toBe(200)
  })

  it('makes one wait longer each time, and never for good', async () => {
    const key = attemptKey('account', 'nobody@example.cn')
    const waits: number[] = []
    for (let i = 0; i < 14; i++) {
      await company.database.run(sql`update sign_in_attempt set blocked_until = null where key = ${key} or key like 'address:%'`)
      await atScreen(here).signIn('Nobody@example.cn ', 'guess')
      const row = await company.database.row<{ wait: number | null }>(
        sql`select round(extract(epoch from blocked_until - now()) / 60)::integer as wait from sign_in_attempt where key = ${key}`,
      )
      waits.push(row!.wait ?? 0)
    }
    expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 15, 30, 60, 60, 60, 60])
    // A day later the series begins anew.
    await company.database.run(sql`update sign_in_attempt set blocked_until = null, since = now() - interval '25 hours' where key = ${key}`)
    expect((await atScreen(here).signIn('nobody@example.cn', 'guess')).status).toBe(401)
    expect(await company.database.row(sql`select failures from sign_in_attempt where key = ${key}`)).toEqual({ failures: 1 })
  })

  it('tells nothing of whether there is such a user', async () => {
    const answers = []
    for (const email of [emailOf('sun'), 'not-here@example.cn']) {
      const tries = []
      for (let i = 0; i < 6; i++) tries.push(await atScreen(here).signIn(email, `guess ${i}`))
      answers.push(tries.map(({ status, body }) => ({ status, ...body, until: '' })))
    }
    expect(answers[0]).toEqual(answers[1])
    const nobody = await company.database.rows<{ changes: object }>(
      sql`select changes from event where type = 'user.signInFailed' and record_id = '00000000-0000-7000-8000-000000000000'`,
    )
    expect(nobody.length).toBeGreaterThanOrEqual(5)
    // What was typed may be a password.
    expect(JSON.stringify(nobody)).not.toContain('not-here')
    expect(JSON.stringify(await company.database.rows(sql`select * from sign_in_attempt`))).not.toContain('not-here')
  })

  it('from one address ends after a hundred in a quarter of an hour, whoever is tried', async () => {
    await company.database.run(
      sql`update sign_in_attempt set failures = 99, since = now(), blocked_until = null where key = ${attemptKey('address', '127.0.0.1')}`,
    )
    expect((await atScreen(here).signIn('one@example.cn', 'guess')).status).toBe(401)
    expect((await atScreen(there).signIn('two@example.cn', 'guess')).status).toBe(429)
    await company.database.run(sql`delete from sign_in_attempt`)
  })

  it('a hash made with less is made anew at the next sign-in', async () => {
    const { database, story } = company
    const old = await hash(passwordOf('zhou'), { memoryCost: 4096, timeCost: 1, parallelism: 1 })
    await database.run(sql`update credential set secret = ${old} where user_id = ${story.people.zhou} and kind = 'password'`)
    await enter('zhou')
    const { secret } = (await database.row<{ secret: string }>(
      sql`select secret from credential where user_id = ${story.people.zhou} and kind = 'password'`,
    ))!
    expect(secret).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    await enter('zhou')
  })
})

describe('sessions', () => {
  it('are listed with where and since when, and one that is ended opens nothing on any node from that instant', async () => {
    const [first, second] = [await enter('li'), await enter('li', there)]
    const { sessions } = (await first.ask('GET', 'me/security')).body
    expect(sessions).toHaveLength(2)
    expect(sessions.filter((each: { isThis: boolean }) => each.isThis)).toHaveLength(1)
    expect(sessions[0]).toMatchObject({ address: '127.0.0.1', agent: expect.stringContaining('Chrome') })
    for (let i = 0; i < 3; i++) expect((await second.ask('GET', 'me')).status).toBe(200)
    const away = sessions.find((each: { isThis: boolean }) => !each.isThis)
    expect((await first.ask('DELETE', `me/sessions/${away.id}`)).status).toBe(204)
    expect((await second.ask('GET', 'me')).status).toBe(401)
    expect((await second.at(here).ask('GET', 'me')).status).toBe(401)
    expect((await first.ask('GET', 'me')).status).toBe(200)
    expect((await first.ask('DELETE', `me/sessions/${away.id}`)).status).toBe(404)
  })

  it('of one user are nothing to another, and none of them to a token', async () => {
    const [mine, his] = [await enter('li'), await enter('wang')]
    const own = (await mine.ask('GET', 'me/security')).body.sessions
    expect((await his.ask('DELETE', `me/sessions/${own[0].id}`)).status).toBe(404)
    expect((await his.ask('GET', `users/${company.story.people.li}/security`)).status).toBe(403)
    expect((await (await company.as('li')).get('me/security')).status).toBe(403)
    expect((await mine.ask('GET', 'me')).status).toBe(200)
  })

  it('all others end together', async () => {
    const [stays, ...others] = [await enter('li'), await enter('li'), await enter('li', there)] as [AtScreen, ...AtScreen[]]
    expect((await stays.ask('POST', 'me/sessions/end-others')).body.sessions).toHaveLength(1)
    for (const gone of others) expect((await gone.ask('GET', 'me')).status).toBe(401)
    expect((await stays.ask('GET', 'me')).status).toBe(200)
  })

  it('are new at every sign-in: what a browser brought along leads nowhere', async () => {
    const screen = await enter('li')
    const before = screen.cookies.get('zhike_session')!
    await screen.signIn(emailOf('li'), passwordOf('li'))
    expect(screen.cookies.get('zhike_session')).not.toBe(before)
    expect((await atScreen(here, new Map([['zhike_session', before]])).ask('GET', 'me')).status).toBe(401)
    const planted = atScreen(here, new Map([['zhike_session', 'planted']]))
    await planted.signIn(emailOf('li'), passwordOf('li'))
    expect(planted.cookies.get('zhike_session')).not.toBe('planted')
  })

  it('end unused, and end at last, as the strictest of a user’s roles says; at once where an administrator tightens it', async () => {
    const { database, story } = company
    const screen = await enter('li')
    const aged = (column: string, minutes: number) =>
      database.run(sql`update session set ${sql.id(column)} = now() - make_interval(mins => ${minutes}) where user_id = ${story.people.li}`)
    const status = async () => (await screen.ask('GET', 'me')).status
    await aged('seen_at', 12 * 60 - 1)
    expect(await status()).toBe(200)
    await aged('seen_at', 12 * 60 + 1)
    expect(await status()).toBe(401)
    await aged('seen_at', 0)
    await aged('created_at', 7 * 24 * 60 + 1)
    expect(await status()).toBe(401)
    await aged('created_at', 90)
    expect(await status()).toBe(200)
    const admin = await company.as('admin')
    const { roles } = (await admin.get(`records/user/${story.people.li}`)).body
    const role = (await admin.get(`records/role/${roles[0].id}`)).body
    const tightened = await admin.patch(`records/role/${role.id}`, role.version, { idleMinutes: 30, sessionHours: 1 })
    expect(tightened.status, tightened.text).toBe(200)
    expect(await status()).toBe(401)
    await admin.patch(`records/role/${role.id}`, tightened.body.version, { idleMinutes: null, sessionHours: null })
    expect(await status()).toBe(200)
  })

  it('end with a change of password, for which one shows once more who one is', async () => {
    const [screen, elsewhere] = [await enter('sun'), await enter('sun', there)]
    await company.database.run(sql`update session set confirmed_at = now() - interval '11 minutes'`)
    const change = (current: string, password = 'a river of paper boats') => screen.ask('POST', 'me/password', { current, password })
    expect((await change('wrong')).body.fields).toEqual({ current: 'is wrong' })
    expect(await screen.ask('POST', 'me/sessions/end-others')).toMatchObject({ status: 403, body: { code: 'confirm-first' } })
    expect(await screen.ask('POST', 'me/confirm', { password: 'wrong' })).toMatchObject({
      status: 422,
      body: { fields: { password: 'is wrong' } },
    })
    // Whoever shows himself again holds a new secret of the same session; the old one opens nothing.
    const seen = screen.cookies.get('zhike_session')!
    expect((await screen.ask('POST', 'me/confirm', { password: passwordOf('sun') })).status).toBe(204)
    expect((await atScreen(there, new Map([['zhike_session', seen]])).ask('GET', 'me')).status).toBe(401)
    expect((await change(passwordOf('sun'), 'qwerty123456')).body.fields.password).toContain('too common')
    const before = screen.cookies.get('zhike_session')
    expect((await change(passwordOf('sun'))).status).toBe(204)
    expect(screen.cookies.get('zhike_session')).not.toBe(before)
    expect((await screen.ask('GET', 'me')).status).toBe(200)
    expect((await elsewhere.ask('GET', 'me')).status).toBe(401)
    expect((await atScreen(there).signIn(emailOf('sun'), passwordOf('sun'))).status).toBe(401)
    expect((await atScreen(there).signIn(emailOf('sun'), 'a river of paper boats')).status).toBe(200)
  })

  it('of a user are seen and ended by an administrator', async () => {
    const [admin, screen] = [await enter('admin'), await enter('wang', there)]
    const { wang } = company.story.people
    const { sessions } = (await admin.ask('GET', `users/${wang}/security`)).body
    for (const { id } of sessions) expect((await admin.ask('DELETE', `users/${wang}/sessions/${id}`)).status).toBe(204)
    expect((await screen.ask('GET', 'me')).status).toBe(401)
    expect((await admin.ask('GET', 'users/00000000-0000-7000-8000-00000000abcd/security')).status).toBe(404)
  })

  it('end for good with a user who is switched off', async () => {
    const screen = await enter('zhou')
    const admin = await company.as('admin')
    const { zhou } = company.story.people
    const user = (await admin.get(`records/user/${zhou}`)).body
    const off = await admin.patch(`records/user/${zhou}`, user.version, { isActive: false })
    expect((await screen.ask('GET', 'me')).status).toBe(401)
    expect((await admin.patch(`records/user/${zhou}`, off.body.version, { isActive: true })).status).toBe(200)
    expect((await screen.ask('GET', 'me')).status).toBe(401)
    await enter('zhou')
  })

  it('that end close their live stream', async () => {
    const screen = await enter('wang')
    const cookie = `zhike_session=${screen.cookies.get('zhike_session')}`
    const stream = await fetch(`${there}/api/v1/live`, { headers: { cookie } })
    const reader = stream.body!.getReader()
    await reader.read()
    await screen.ask('POST', 'sign-out')
    for (let isOver = false; !isOver;) isOver = (await reader.read()).done
    expect((await screen.ask('GET', 'me')).status).toBe(401)
  })

  it('leave a mark of each step, for the user and for administrators alone', async () => {
    const { sun } = company.story.people
    const types = (await eventsOf(sun!)).map(({ type }) => type)
    for (const type of ['user.signedIn', 'user.signInFailed', 'user.confirmed', 'user.passwordSet']) expect(types).toContain(type)
    const told = async (key: string) =>
      (await (await company.as(key)).get(`records/user/${sun}/timeline?limit=200`)).body.items.map((item: { type: string }) => item.type)
    expect(await told('sun')).toContain('user.signedIn')
    expect(await told('admin')).toContain('user.signInFailed')
    expect((await told('wang')).filter((type: string) => type !== 'user.created' && type !== 'user.edited')).toEqual([])
    const all = JSON.stringify(await company.database.rows(sql`select changes from event where record = 'user'`))
    for (const word of [passwordOf('sun'), 'a river of paper boats', 'guess 1']) expect(all).not.toContain(word)
  })
})
