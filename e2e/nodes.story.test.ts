import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '#engine/store/database.ts'
import { startEmbedded, type EmbeddedServer } from '#engine/store/embedded.ts'
import { sql } from '#engine/store/sql.ts'
import {
  administrator,
  freePort,
  freshFolder,
  launch,
  readiness,
  ready,
  signIn,
  sweep,
  until,
  type Caller,
  type Product,
} from './product.ts'

interface Item {
  id: string
  version: number
}

/** A stream of messages as a page hears it. */
async function listen({ url }: Product, { cookie }: Caller, watch: string) {
  const closing = new AbortController()
  const answer = await fetch(`${url}/api/v1/live?watch=${watch}`, { headers: { cookie }, signal: closing.signal })
  let text = ''
  const ended = (async () => {
    for await (const chunk of answer.body!) text += Buffer.from(chunk).toString()
  })().catch(() => {})
  return { heard: () => text, ended, close: () => closing.abort() }
}

describe('several nodes on one database', () => {
  const folder = freshFolder()
  let server: EmbeddedServer
  let database: Database
  let a: Product
  let b: Product
  let worker: Product
  let me: Caller
  let onB: Caller
  let env: NodeJS.ProcessEnv

  const start = async (role: 'web' | 'worker') => launch(folder, await freePort(), { ...env, ZHIKE_ROLE: role })
  const make = async (caller: Caller, values: Record<string, unknown>) => {
    const made = await caller.ask<Item>('POST', 'records/customer', { body: values })
    expect(made.status).toBe(201)
    return made.body
  }
  const userWith = async (email: string, roles: string[]) => {
    const user = await me.ask<Item>('POST', 'records/user', { body: { name: '李明', email, roles } })
    expect(user.status).toBe(201)
    const set = await me.ask('POST', 'actions/platform.setPassword', {
      body: { on: user.body.id, input: { password: administrator.password } },
      version: user.body.version,
    })
    expect(set.status).toBe(200)
    const { body } = await me.ask<Item>('GET', `records/user/${user.body.id}`)
    return { ...body, email }
  }
  const roleNamed = async (code: string) =>
    (await database.row<{ id: string }>(sql`select id from role where code = ${code} and deleted_at is null`))!.id

  beforeAll(async () => {
    server = await startEmbedded({ folder: path.join(folder, 'database'), settings: { fsync: 'off' } })
    const { host, port } = server.connection
    env = {
      DATABASE_URL: `postgresql://zhike@/zhike?host=${encodeURIComponent(host!)}&port=${port}`,
      ZHIKE_DEMO: '',
      ZHIKE_STOP_GRACE: '1',
    }
    database = openDatabase({ connection: server.connection, max: 2 })
    // All at once on an empty database: one of them migrates and fills it, the others wait.
    ;[a, b, worker] = await Promise.all([start('web'), start('web'), start('worker')])
    await Promise.all([ready(a), ready(b)])
    me = await signIn(a)
    onB = me.at(b)
  })
  afterAll(async () => {
    await database?.close()
    await sweep(folder, ...[a, b, worker].filter(Boolean))
  })

  it('fills an empty database once, whoever comes first', async () => {
    const counts = await database.row(
      sql`select (select count(*) from "user") as users, (select count(distinct code) from role) as codes, (select count(*) from role) as roles, (select count(*) from customer) as customers`,
    )
    expect(counts).toEqual({ users: 1, codes: counts!.roles, roles: counts!.codes, customers: 0 })
  })

  // The first records of all on these nodes: everything that is made on first use is made now, by all at once.
  it('gives one mobile number to one of fifty who want it at the same instant', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        (i % 2 === 0 ? me : onB).ask<{ code: string }>('POST', 'records/customer', {
          body: { name: `同号 ${i}`, kind: 'person', contactMobile: '13812345678' },
        }),
      ),
    )
    const refused = answers.filter((answer) => answer.status !== 201)
    expect(answers.length - refused.length, JSON.stringify(refused[0])).toBe(1)
    for (const { status, body } of refused) {
      expect([409, 422], JSON.stringify(body)).toContain(status)
      expect(body.code).toMatch(/^[a-z-]+$/)
    }
    expect(
      await database.row(sql`select (select count(*) from customer) as customers, (select count(*) from contact) as contacts`),
    ).toEqual({
      customers: 1,
      contacts: 1,
    })
  })

  it('knows a session everywhere, and its end', async () => {
    const other = await signIn(a)
    expect((await other.at(b).ask('GET', 'me')).status).toBe(200)
    expect((await onB.ask('GET', 'me')).body).toMatchObject({ roles: ['administrator'] })
    expect((await other.ask('POST', 'sign-out', { body: {} })).status).toBe(204)
    await until(
      'the session has ended on the other node',
      1000,
      async () => (await other.at(b).ask('GET', 'me')).status === 401 || undefined,
    )
    expect((await onB.ask('GET', 'me')).status).toBe(200)
  })

  it('announces an edit on one node to those who watch on the other', async () => {
    const customer = await make(me, { name: '西溪置业' })
    const stream = await listen(b, onB, `customer:${customer.id}`)
    try {
      await until('the stream is open', 5000, () => stream.heard().includes('"watching":1') || undefined)
      expect((await me.ask('PATCH', `records/customer/${customer.id}`, { body: { industry: '房地产' }, version: 1 })).status).toBe(200)
      await until('the edit is announced', 5000, () => stream.heard().includes('"version":2') || undefined)
      expect(stream.heard()).toContain(`"id":"${customer.id}"`)
      expect(stream.heard()).not.toContain('房地产')
    } finally {
      stream.close()
    }
  })

  it('takes rights away on all nodes within a second', async () => {
    const director = await roleNamed('director')
    const [leaving, changing] = [await userWith('leaving@zhike.test', [director]), await userWith('changing@zhike.test', [director])]
    const sessions = await Promise.all([leaving, changing].map(({ email }) => signIn(b, { email, password: administrator.password })))
    const [his, hers] = sessions as [Caller, Caller]
    const size = async (caller: Caller) => (await caller.ask<{ items: unknown[] }>('GET', 'records/customer?limit=5')).body.items.length
    expect(await size(his)).toBeGreaterThan(0)
    expect(await size(hers)).toBeGreaterThan(0)
    expect((await me.ask('PATCH', `records/user/${leaving.id}`, { body: { isActive: false }, version: leaving.version })).status).toBe(200)
    await until('he is out on the other node', 1000, async () => (await his.ask('GET', 'me')).status === 401 || undefined)
    const edit = { body: { roles: [await roleNamed('collaborator')] }, version: changing.version }
    expect((await me.ask('PATCH', `records/user/${changing.id}`, edit)).status).toBe(200)
    await until('she sees no customer on the other node', 1000, async () => (await size(hers)) === 0 || undefined)
    expect((await hers.ask('GET', 'me')).body).toMatchObject({ roles: ['collaborator'] })
  })

  it('knows a custom field everywhere as soon as it is made', async () => {
    const body = { label: { zh: '地块编号', en: 'Plot number' }, record: 'customer', name: 'plotNumber', kind: 'text' }
    expect((await me.ask('POST', 'records/customField', { body })).status).toBe(201)
    const made = await until('the field is known on the other node', 1000, async () => {
      const answer = await onB.ask<Item & { plotNumber: string }>('POST', 'records/customer', {
        body: { name: '地块客户', plotNumber: 'A-7' },
      })
      return answer.status === 201 ? answer.body : undefined
    })
    expect(made.plotNumber).toBe('A-7')
    const filter = encodeURIComponent(JSON.stringify({ field: 'plotNumber', op: 'eq', value: 'A-7' }))
    for (const caller of [me, onB]) {
      const found = await caller.ask<{ items: Item[] }>('GET', `records/customer?filter=${filter}`)
      expect(found.body.items.map((item) => item.id)).toEqual([made.id])
    }
  })

  it('loses none of two hundred edits of one record', async () => {
    const customer = await make(me, { name: '计数客户', employees: 0 })
    const route = `records/customer/${customer.id}`
    // From the same version, all at once: one is first, the others hear that they come too late.
    const race = await Promise.all(
      Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? me : onB).ask('PATCH', route, { body: { employees: 1000 + i }, version: 1 })),
    )
    expect(Map.groupBy(race, (answer) => answer.status).get(200)?.length).toBe(1)
    expect(Map.groupBy(race, (answer) => answer.status).get(412)?.length).toBe(199)
    const reset = await me.ask<Item>('PATCH', route, { body: { employees: 0 }, version: 2 })
    expect(reset.status).toBe(200)

    let left = 200
    let acknowledged = 0
    const count = async (caller: Caller) => {
      let seen = { version: reset.body.version, employees: 0 }
      while (left > 0) {
        left -= 1
        await until('an edit gets through', 60_000, async () => {
          const { status, body } = await caller.ask<{ version: number; employees: number; current: { employees: number } }>(
            'PATCH',
            route,
            {
              body: { employees: seen.employees + 1 },
              version: seen.version,
            },
          )
          if (status !== 200) expect(status, JSON.stringify(body)).toBe(412)
          // Told that he comes too late, he is told at once what there is now.
          seen = { version: body.version, employees: status === 200 ? body.employees : body.current.employees }
          return status === 200 || undefined
        })
        acknowledged += 1
      }
    }
    await Promise.all(Array.from({ length: 8 }, (_, i) => count(i % 2 === 0 ? me : onB)))
    expect(acknowledged).toBe(200)
    expect((await onB.ask('GET', route)).body).toMatchObject({ employees: 200, version: 203 })
    const [events] = await database.rows(
      sql`select count(*) as n, count(distinct version) as versions from event where record_id = ${customer.id}`,
    )
    expect(events).toEqual({ n: 203, versions: 203 })
  })

  it('leaves an import to the worker, and says that it is not ready without one', async () => {
    expect(await worker.signal('SIGTERM')).toBe(0)
    expect(await readiness(a)).toBe(503)
    const form = new FormData()
    form.set('record', 'customer')
    form.set(
      'file',
      new Blob([
        ['名称,联系人,联系人手机', ...Array.from({ length: 900 }, (_, i) => `导入 ${i},联系人 ${i},${15_000_000_000 + i}`)].join('\n'),
      ]),
      '客户.csv',
    )
    interface Job {
      id: string
      state: string
      progress: { read: number; valid: number }
    }
    const opened = await me.ask<Job>('POST', 'imports', { body: form })
    const route = `imports/${opened.body.id}`
    expect((await me.ask('POST', `${route}/run`, { body: {} })).status).toBe(200)
    worker = await start('worker')
    await until('the worker has come up', 20_000, async () => {
      const job = (await onB.ask<Job>('GET', route)).body
      if (!worker.said().includes('worker is running')) expect(job).toMatchObject({ state: 'running', progress: { read: 0 } })
      return worker.said().includes('worker is running') || undefined
    })
    const done = await until('the import is done', 30_000, async () => {
      const job = (await onB.ask<Job>('GET', route)).body
      return job.state === 'running' ? undefined : job
    })
    expect(done).toMatchObject({ state: 'done', progress: { read: 900, valid: 900 } })
    await ready(a, 5000)
    await ready(b, 5000)
  })

  it('seals what all nodes have written', async () => {
    await until('nothing waits to be sealed', 10_000, async () => {
      const row = await database.row<{ n: number }>(sql`select count(*) as n from event_pending`)
      return row!.n === 0 || undefined
    })
    const [row] = await database.rows(
      sql`select (select count(*) from event) = (select count(*) from seal) as "isWhole", (select max(position) from seal) = (select count(*) from seal) as "isDense"`,
    )
    expect(row).toEqual({ isWhole: true, isDense: true })
  })

  it('ends cleanly when told to, with pages open', async () => {
    const customer = await make(me, { name: '最后一位' })
    const stream = await listen(b, onB, `customer:${customer.id}`)
    await until('the stream is open', 5000, () => stream.heard().includes('"watching":1') || undefined)
    const ended = b.signal('SIGTERM')
    await until('it says that it takes nobody new', 5000, async () => (await readiness(b)) === 503 || undefined)
    // Whoever comes all the same is answered; who listens is sent on, in a form in which browsers come back.
    expect((await onB.ask('GET', 'me')).status).toBe(200)
    expect(await Promise.all([ended, worker.signal('SIGINT')])).toEqual([0, 0])
    await stream.ended
    expect(stream.heard()).toMatch(/retry: \d+\n\n$/)
    expect((await me.ask('GET', 'me')).status).toBe(200)
    expect(await a.signal('SIGINT')).toBe(0)
    expect(await database.rows(sql`select id from node`)).toEqual([])
  })
})

describe('one data folder', () => {
  it('is held by one server alone, and free again when that is killed', async () => {
    const folder = freshFolder()
    const first = launch(folder, await freePort())
    const second = launch(folder, await freePort())
    let third: Product | undefined
    try {
      // Whoever comes second is refused, even while the first is still starting.
      expect(await Promise.race([first.exited, second.exited])).toBe(1)
      const [holder, refused] = first.isRunning() ? [first, second] : [second, first]
      expect(refused.said()).toContain(`The data folder ${folder} is in use by another server (process ${holder.pid})`)
      expect(refused.said()).toContain('正被另一个服务使用')
      await ready(holder)
      await holder.signal('SIGKILL')
      third = launch(folder, holder.port)
      await ready(third)
      expect(await third.signal('SIGTERM')).toBe(0)
    } finally {
      await sweep(folder, first, second, ...(third ? [third] : []))
    }
  })
})
