import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#engine/store/sql.ts'
import { openCompany } from '#test'
import { keepPassword } from './passwords.ts'

/** An administrator looks at the product as somebody else sees it: for minutes, reading alone, on every node. */
const company = openCompany()
let cookie: string

async function ask(path: string, method = 'GET', body?: object, at = company): Promise<{ status: number; body: any }> {
  const response = await fetch(`${await at.address()}/api/v1/${path}`, {
    method,
    headers: { cookie, 'sec-fetch-site': 'same-origin', ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  const text = await response.text()
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text }
}
const me = async (at = company) => (await ask('me', 'GET', undefined, at)).body.name
const simulate = (minutes = 15) => ask(`users/${company.story.people.li}/simulate`, 'POST', { reason: '核对权限', minutes })
const events = async () =>
  (
    await company.database.rows<{ type: string; actor_kind: string }>(
      sql`select type, actor_kind from event where record_id = ${company.story.people.li} and type like 'user.simulat%' order by id`,
    )
  ).map(({ type, actor_kind: kind }) => `${type} ${kind}`)

beforeAll(async () => {
  const id = (await company.actor('admin')).id
  await keepPassword(company.database, id, 'a good password')
  const response = await fetch(`${await company.address()}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'x-requested-with': 'script', 'content-type': 'application/json' },
    body: JSON.stringify({
      email: (await company.database.row<{ email: string }>(sql`select email from "user" where id = ${id}`))!.email,
      password: 'a good password',
    }),
  })
  expect(response.status).toBe(200)
  cookie = response.headers.get('set-cookie')!.split(';')[0]!
})

describe('looking as somebody else', () => {
  it('reads with his rights and nothing besides, here and on another node, and writes nothing', async () => {
    const { customers, people } = company.story
    const before = await me()
    expect((await simulate()).status).toBe(204)
    expect(await me()).toBe('李明')
    const list = (await ask('records/customer?limit=500')).body.items as { id: string }[]
    const own = (await (await company.as('li')).get('records/customer?limit=500')).body.items as { id: string }[]
    expect(list.map(({ id }) => id).sort()).toEqual(own.map(({ id }) => id).sort())
    expect((await ask(`records/customer/${customers.ruian}`)).status).toBe(404)
    expect((await ask('description')).body).toMatchObject({ me: { id: people.li }, simulation: { reason: '核对权限', by: before } })
    const other = await company.another()
    expect(await me(other)).toBe('李明')
    await other.close()
    for (const [path, method, body] of [
      [`records/customer/${customers.xizi}`, 'PATCH', { shortName: 'X' }],
      [`records/customer/${customers.xizi}/reveal`, 'POST', { field: 'name' }],
      ['records/customer', 'POST', { name: 'X' }],
      ['records/customer/export', 'GET', undefined],
      ['me/security', 'GET', undefined],
      [`users/${people.wang}/simulate`, 'POST', { reason: '再来' }],
      [`records/customer/${customers.xizi}/presence`, 'POST', { page: '0'.repeat(32), doing: 'viewing' }],
    ] as const)
      expect((await ask(path, method, body)).status, `${method} ${path}`).toBe(403)
    expect((await ask('simulation/end', 'POST', {})).status).toBe(204)
    expect(await me()).toBe(before)
    expect(await events()).toEqual(['user.simulated user', 'user.simulationEnded user'])
    // Ended already is ended.
    expect((await ask('simulation/end', 'POST', {})).status).toBe(204)
  })

  it('is over when its time is up, and told so', async () => {
    const before = await me()
    expect((await simulate()).status).toBe(204)
    await company.database.run(sql`update simulation set until = now()`)
    expect(await me()).toBe(before)
    await company.runtime.house.jobs
      .get('end-simulations')!
      .run(company.runtime, {}, { id: 'x', attempt: 0, signal: new AbortController().signal })
    expect((await events()).at(-1)).toBe('user.simulationEnded system')
    expect(await company.database.row(sql`select 1 from simulation`)).toBeUndefined()
  })

  it('is for administrators, with a reason, and for whoever has just shown who he is', async () => {
    expect((await ask(`users/${company.story.people.li}/simulate`, 'POST', { reason: '' })).status).toBe(400)
    expect((await ask(`users/${(await company.actor('admin')).id}/simulate`, 'POST', { reason: '自己' })).status).toBe(409)
    await company.database.run(sql`update session set confirmed_at = null`)
    expect((await simulate()).body.code).toBe('confirm-first')
    await company.database.run(sql`update session set confirmed_at = now()`)
    expect((await simulate()).status).toBe(204)
    // Whoever is no administrator any more sees what he sees himself.
    await company.database.run(sql`update "user" set roles_ids = '{}' where id = ${(await company.actor('admin')).id}`)
    await company.database.run(sql`update access_epoch set epoch = epoch + 1`)
    expect((await ask('me')).body.roles).toEqual([])
  })
})
