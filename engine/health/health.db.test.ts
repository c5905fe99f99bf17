import { afterEach, describe, expect, it } from 'vitest'
import { react } from '#engine/event/react.ts'
import { keepSlow } from '#engine/health/slow-statements.ts'
import { openMetricsServer } from '#engine/http/metrics-server.ts'
import { makeToken } from '#engine/sign-in/tokens.ts'
import { onBehalfOf } from '#engine/store/purpose.ts'
import { sql } from '#engine/store/sql.ts'
import { openCompany } from '#test'

const lines: string[] = []
const company = openCompany({ hear: (line) => lines.push(line) })
const api = (path: string) => company.address().then((address) => `${address}/api/v1/${path}`)

describe('the log', () => {
  const name = '欧阳震华'
  const mobile = '13988776655'
  const password = 'Kx7-plum-Harbor-91'
  const email = 'ouyang.zhenhua@example.com'
  const note = 'Zhenhua owes 48,000 since spring'

  it('says what happened and nothing about anybody, whatever goes wrong', async () => {
    const li = await company.as('li')
    const { runtime, story } = company
    lines.length = 0
    const values = { name, contactName: name, contactMobile: mobile, note, email }
    const made = await li.post('records/customer', { name, kind: 'person', contactMobile: mobile, note })
    expect(made.status, made.text).toBe(201)
    // Refused: fields that there are not, values of a wrong form, identities that others hold, versions that are past.
    expect((await li.post('records/customer', { [name]: mobile, ...values })).status).toBeGreaterThanOrEqual(400)
    expect((await li.post('records/customer', { name, kind: 'person', contactMobile: mobile })).status).toBeGreaterThanOrEqual(400)
    expect((await li.post('records/customer', `{"name":"${name}`, { headers: { 'content-type': 'application/json' } })).status).toBe(400)
    expect((await li.patch(`records/customer/${made.body.id}`, 99, { note })).status).toBe(412)
    expect((await li.get(`records/customer?q=${encodeURIComponent(mobile)}&${encodeURIComponent(name)}=1`)).status).toBe(400)
    expect((await li.get(`records/customer/${encodeURIComponent(name)}`)).status).toBe(404)
    await li.get(`search?q=${encodeURIComponent(name)}`)
    // At the door.
    const signIn = await fetch(await api('sign-in'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-requested-with': 'test' },
      body: JSON.stringify({ email, password }),
    })
    expect(signIn.status).toBe(401)
    const stolen = await fetch(await api('me'), { headers: { authorization: `Bearer ${li.token}x`, cookie: `zhike_session=${password}` } })
    expect(stolen.status).toBe(401)
    // Faults of ours, with what was being handled in their words.
    const { actionNamed } = runtime
    runtime.actionNamed = () => {
      throw Object.assign(new Error(`no such thing as ${name}: "${mobile}" ${password} of <${email}>, ${note}`), {
        cause: new Error(mobile),
      })
    }
    const broken = await li.post('actions/customers.transfer', { on: made.body.id, input: { owner: story.people.zhang } })
    runtime.actionNamed = actionNamed
    expect(broken.status).toBe(500)
    // In the background, from the database's own words.
    await company.settle()
    await company.work()
    runtime.house = {
      ...runtime.house,
      reactions: [
        react('fragile', { on: ['activity.created'], after: async () => void (await company.database.run(sql`select ${name}::uuid`)) }),
      ],
    }
    await li.post('records/activity', { subject: name, customer: made.body.id, at: '2026-06-10T00:00:00Z', body: note })
    await company.settle()
    await expect(company.work()).rejects.toThrow('invalid input syntax')

    const told = lines.map((line) => JSON.parse(line) as Record<string, any>)
    expect(told.some(({ msg, err }) => msg === 'unexpected' && err.at[0].includes('health.db.test'))).toBe(true)
    expect(told.some(({ msg, err }) => msg === 'job failed' && err.code === '22P02')).toBe(true)
    expect(told.find(({ msg, status }) => msg === 'answered' && status === 201)).toMatchObject({
      method: 'POST',
      route: '/api/v1/records/{record}',
      ms: expect.any(Number),
      reqId: expect.any(String),
    })
    // The number that the user was given stands in the log.
    expect(told.filter(({ reqId }) => reqId === broken.body.id).map(({ msg }) => msg)).toEqual(['unexpected', 'answered'])
    const whole = lines.filter((line) => !line.includes('Server listening at')).join('')
    for (const secret of [name, encodeURIComponent(name), mobile, password, email, 'Zhenhua', '48,000', li.token, '127.0.0.1'])
      expect(whole.includes(secret), `the log tells of ${secret}`).toBe(false)
  })
})

describe('metrics', () => {
  const asked = async (scopes?: string[]) => {
    const { id } = await company.actor('admin')
    const token = await makeToken(company.database, id, 'metrics', scopes ? { scopes } : {})
    const base = await company.address()
    return (path: string, method = 'GET') =>
      fetch(`${base}${path}`, { method, headers: { authorization: `Bearer ${token}`, 'x-requested-with': 'test' } })
  }

  it('tell of requests by their pattern, of connections, queue, seals and readers', async () => {
    const ask = await asked()
    await ask('/api/v1/records/customer?limit=1')
    await company.settle()
    const answer = await ask('/metrics')
    expect(answer.headers.get('content-type')).toContain('text/plain')
    const text = await answer.text()
    for (const part of [
      /zhike_request_seconds_count\{node="[0-9a-f-]{36}",method="GET",route="\/api\/v1\/records\/\{record\}",status="200"\} [1-9]/,
      /zhike_database_connections\{pool="free",state="idle",/,
      /zhike_sealing_lag_seconds\{.*\} 0\n/,
      /zhike_unsealed_events\{.*\} 0\n/,
      /zhike_reader_lag_events\{reader="reactions",.*\} 0\n/,
      /zhike_queue_jobs\{job="/,
      /zhike_live_clients\{.*\} 0\n/,
      /zhike_database_up\{.*\} 1\n/,
      /zhike_database_statements_total\{up_to_ms="1",/,
    ])
      expect(text).toMatch(part)
    expect(text).not.toMatch(/records\/customer|records\/[0-9a-f]{8}/)
  })

  it('are open to a token made for them, which opens nothing else, and to none made for something else', async () => {
    const own = await asked(['metrics'])
    expect((await own('/metrics')).status).toBe(200)
    expect(await (await own('/api/v1/records/customer')).json()).toMatchObject({ items: [], next: null })
    expect((await own('/api/v1/self-check')).status).toBe(403)
    expect((await own('/api/v1/backups', 'POST')).status).toBe(403)
    expect((await (await asked(['read:customer']))('/metrics')).status).toBe(403)
    expect((await (await asked(['read']))('/metrics')).status).toBe(200)
    expect((await fetch(`${await company.address()}/metrics`)).status).toBe(401)
  })

  it('are read without signing in at the port of this machine alone', async () => {
    const server = await openMetricsServer(company.runtime, 0)
    try {
      expect(server.address).toBe('127.0.0.1')
      const answer = await fetch(`http://127.0.0.1:${server.port}/metrics`)
      expect(await answer.text()).toContain('zhike_request_seconds')
      expect((await fetch(`http://127.0.0.1:${server.port}/api/v1/me`)).status).toBe(404)
    } finally {
      await server.stop()
    }
  })
})

describe('what took long', () => {
  it('is kept without its values, counted over all nodes, and shown to administrators', async () => {
    const { database } = company
    const other = await company.another()
    try {
      for (const each of [database, other.database]) {
        const slow = (secret: string, ms: number) =>
          onBehalfOf('GET /api/v1/somewhere', () => {
            each.watch.note(`select 1 from customer where name = '${secret}' and id in ($1, $2,   $3) limit 20`, ms, ms > 500)
          })
        slow('张三', 300)
        slow('李四', 900)
        each.watch.note('select fast', 3, false)
        await keepSlow(each)
      }
    } finally {
      await other.close()
    }
    const { body } = await (await company.as('admin')).get('slow-statements?days=1')
    const mine = body.items.filter(({ purpose }: { purpose: string }) => purpose === 'GET /api/v1/somewhere')
    expect(mine).toEqual([
      {
        text: 'select ? from customer where name = ? and id in (?…) limit ?',
        purpose: 'GET /api/v1/somewhere',
        times: 4,
        failed: 2,
        totalMs: 2400,
        longestMs: 900,
        lastAt: expect.any(String),
      },
    ])
  })

  it('is put down to the route that asked', async () => {
    const { database } = company
    const { note } = database.watch
    const purposes = new Set<string>()
    const { purposeNow } = await import('#engine/store/purpose.ts')
    database.watch.note = (...given) => {
      purposes.add(purposeNow())
      note(...given)
    }
    await (await company.as('li')).get('records/customer?limit=1')
    database.watch.note = note
    expect([...purposes]).toContain('GET /api/v1/records/{record}')
  })
})

describe('the self-check', () => {
  const look = async () => {
    const { body } = await (await company.as('admin')).get('self-check')
    return new Map<string, any>(body.items.map((item: { name: string }) => [item.name, item]))
  }

  it('says of each thing how it stands, since when, and what to do', async () => {
    const found = await look()
    expect(found.get('migrations')).toMatchObject({ state: 'good' })
    expect(found.get('database').says.en).toMatch(/^PostgreSQL \d/)
    // The databases of tests forget what a power cut takes.
    expect(found.get('durability')).toMatchObject({ state: 'bad', says: { en: 'Off: fsync, full_page_writes, synchronous_commit' } })
    expect(found.get('nodes')).toMatchObject({ state: 'bad', says: { en: 'No worker is running' } })
    expect(found.get('drill').remedy.en).toContain('restore-drill')
    expect(found.get('holidays').state).toBe('good')
    for (const { state, since, says, remedy } of found.values()) {
      expect(Date.parse(since)).toBeLessThanOrEqual(Date.now())
      expect(says.zh && says.en).toBeTruthy()
      if (state !== 'good') expect(remedy.zh && remedy.en).toBeTruthy()
    }
  })

  it('knows since when, and counts anew when it changes', async () => {
    const { database } = company
    await database.run(sql`update self_check set since = now() - interval '3 days'`)
    const before = (await look()).get('nodes')
    expect(Date.now() - Date.parse(before.since)).toBeGreaterThan(2 * 86_400_000)
    await database.run(
      sql`insert into node (id, role, version, started_at, seen_at, host) select gen_random_uuid(), 'worker', (select max(name) from migration), now(), now(), 'there'`,
    )
    const after = (await look()).get('nodes')
    expect(after).toMatchObject({ state: 'good', says: { en: '1 running' } })
    expect(Date.now() - Date.parse(after.since)).toBeLessThan(60_000)
    await database.run(sql`update node set version = '0001-first'`)
    expect((await look()).get('nodes').says.en).toBe('Another version on there')
    await database.run(sql`delete from node`)
  })

  it('finds failed jobs, missed schedules, broken seals and failed backups', async () => {
    const { database, runtime } = company
    await database.run(sql`update migration set at = now() - interval '40 days'`)
    await database.transaction((tx) => runtime.enqueue(tx, 'run-operation', { operation: '01900000-0000-7000-8000-000000000001' }))
    await database.run(sql`update queue.job set state = 'failed', completed_on = now() where name = 'run-operation'`)
    await database.run(
      sql`insert into installation (name, value, at) values ('audit', ${JSON.stringify({ at: new Date().toISOString(), fault: { position: 7, zh: '改动', en: 'altered' } })}::jsonb, now())
        on conflict (name) do update set value = excluded.value`,
    )
    await database.run(
      sql`insert into backup (id, kind, state, at, file) values (uuidv7(), 'manual', 'done', now() - interval '3 days', '/nowhere/a'), (uuidv7(), 'manual', 'failed', now(), '/nowhere/b')`,
    )
    const found = await look()
    expect(found.get('jobs')).toMatchObject({ state: 'mind', says: { en: expect.stringContaining('Bulk operation') } })
    expect(found.get('schedules')).toMatchObject({ state: 'bad', says: { en: expect.stringContaining('Housekeeping') } })
    expect(found.get('audit')).toMatchObject({ state: 'bad', says: { en: expect.stringContaining('position 7, altered') } })
    expect(found.get('backup')).toMatchObject({ state: 'bad' })
    await company.runtime.house.jobs.get('check-itself')!.run(runtime, {}, { id: 'x', attempt: 0, signal: new AbortController().signal })
    await company.runtime.house.jobs.get('check-itself')!.run(runtime, {}, { id: 'y', attempt: 0, signal: new AbortController().signal })
    const told = await database.rows<{ key: string; n: number }>(
      sql`select key, count(distinct user_id) as n from notice where kind = 'platform.selfCheckFailed' and key like '%audit:%' group by 1`,
    )
    expect(told).toHaveLength(1)
  })
})

describe('a disk that is full', () => {
  it('is said to be, by whichever of our files or the database it was met', async () => {
    const { runtime } = company
    const { actionNamed } = runtime
    const li = await company.as('li')
    for (const code of ['53100', 'ENOSPC', 'EDQUOT']) {
      runtime.actionNamed = () => {
        throw Object.assign(new Error('no space left on device'), { code })
      }
      const answer = await li.post('actions/customers.transfer', {})
      expect(answer).toMatchObject({ status: 507, body: { code: 'disk-full' }, headers: { 'retry-after': '5' } })
    }
    runtime.actionNamed = actionNamed
  })
})

describe('a node that is told to stop', () => {
  afterEach(() => void (company.runtime.isStopping = false))

  it('says first that it is not ready, and goes on answering', async () => {
    const { runtime } = company
    const base = await company.address()
    runtime.isStopping = true
    const ready = await fetch(`${base}/readyz`)
    expect(ready.status).toBe(503)
    expect(await ready.json()).toMatchObject({ status: 'not ready', reasons: [{ code: 'stopping' }] })
    const answer = await (await company.as('li')).get('me')
    expect(answer).toMatchObject({ status: 200, headers: { connection: 'close' } })
    expect((await fetch(`${base}/healthz`)).status).toBe(200)
  })
})
