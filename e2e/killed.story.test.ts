import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkBackup } from '#engine/backup/restore-backup.ts'
import { randomOf } from '../app/demo/names.ts'
import { castPassword } from '../capabilities/staff/cast.ts'
import {
  administrator,
  command,
  freePort,
  freshFolder,
  launch,
  postmasterOf,
  readiness,
  ready,
  signIn,
  sweep,
  until,
  type Answer,
  type Caller,
  type Product,
} from './product.ts'

/** The moments of the kills are chance; the same seed gives the same chances. */
const seed = Number(process.env.ZHIKE_KILL_SEED) || Date.now() % 1_000_000
const random = randomOf(seed)
const below = (n: number) => Math.floor(random() * n)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** `npm run torture` asks for more kills than a run of the tests has time for, and for backups among them. */
const wanted = Number(process.env.ZHIKE_KILLS) || 12
const report = process.env.ZHIKE_KILL_REPORT

const usualWorks = ['edits', 'batches', 'import', 'first start'] as const
const works = wanted > 12 ? ([...usualWorks, 'backup'] as const) : usualWorks
const victims = ['server', 'database', 'one connection', 'both'] as const
type Victim = (typeof victims)[number]
const kills = Array.from({ length: wanted }, (_, i) => ({
  n: i + 1,
  work: works[i % works.length]!,
  victim: victims[(i + Math.floor(i / works.length)) % 4]!,
}))

const folder = freshFolder()
let product: Product
let me: Caller
let demo: Record<string, number>

/** A look into the database itself, past the product. */
async function look<T>(work: (client: pg.Client) => Promise<T>, where = folder): Promise<T> {
  const client = new pg.Client({ host: path.join(where, 'database', 'socket'), user: 'zhike', database: 'zhike' })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}
const rows = <T>(text: string, values: unknown[] = [], where = folder): Promise<T[]> =>
  look(async (client) => (await client.query(text, values)).rows as T[], where)

/** Kills the process of one connection, a busy one where there is one, and waits until the database has noticed. */
const killConnection = (where: string) =>
  look(async (client) => {
    const noticed = new Promise<void>((resolve) => client.on('end', () => resolve()))
    const found = await client.query(
      `select pid from pg_stat_activity where application_name = 'zhike' order by (state <> 'idle') desc, random() limit 1`,
    )
    process.kill((found.rows[0] as { pid: number }).pid, 'SIGKILL')
    await noticed
  }, where)

async function kill(victim: Victim, { folder: where, signal }: Product): Promise<void> {
  if (victim === 'one connection') return killConnection(where)
  const database = () => {
    const pid = postmasterOf(where)
    if (pid) process.kill(pid, 'SIGKILL')
  }
  const isFirst = random() < 0.5
  if (victim !== 'server' && isFirst) database()
  if (victim !== 'database') await signal('SIGKILL')
  if (victim !== 'server' && !isFirst) database()
}

/** Kills and waits until the product is ready again: by itself where it still runs, else started anew. */
async function killAndRecover(victim: Victim): Promise<void> {
  await kill(victim, product)
  if (!product.isRunning()) product = launch(folder, product.port)
  else if (victim === 'database')
    await until('readyz says that the database is away', 10_000, async () => (await readiness(product)) === 503 || undefined)
  await ready(product, 25_000)
}

/** What must not be there after any kill, each with how often it is. */
async function torn(): Promise<Record<string, string>> {
  const [found] = await rows<Record<string, string>>(`
    with mine as (select * from customer where external_code like 'kill-%'), contacts as (select c.* from contact c join mine m on m.id = c.customer_id)
    select
      (select count(*) from mine where deleted_at is not null) as recycled,
      (select count(*) from mine where not exists (select 1 from contacts c where c.id = mine.primary_contact_id and c.mobile is not null)) as "without contact",
      (select count(*) from contacts) - (select count(*) from mine) as "contacts too many",
      (select count(*) from (select id, version from mine union all select id, version from contacts) r
        where (select array_agg(e.version order by e.version) from event e where e.record_id = r.id) is distinct from
          (select array_agg(n) from generate_series(1, r.version) n)) as "another history than versions",
      (select count(*) from event e where e.type = 'customer.created' and not exists (select 1 from customer where id = e.record_id)
        or e.type = 'contact.created' and not exists (select 1 from contact where id = e.record_id)) as "events of nothing",
      (select count(*) from claim l where l.record = 'contact' and not exists (select 1 from contact where id = l.record_id)) as "claims of nothing",
      (select count(*) from (select mobile from contact where deleted_at is null and mobile is not null group by 1 having count(*) > 1) d) as "mobiles twice",
      (select count(*) from (select name from mine group by 1 having count(*) > 1) d) as "names twice"`)
  return Object.fromEntries(Object.entries(found!).filter(([, n]) => Number(n) !== 0))
}

let mobiles = 13_000_000_000
const nextMobile = () => String((mobiles += 1))

/** A customer that somebody tried to make, and what he was told about it. */
interface Entry {
  key: string
  body: { name: string; externalCode: string; contactName: string; contactMobile: string; employees: number }
  /** Known once the product has said so. */
  id?: string
  version: number
  /** The value that was acknowledged last, and one of which nobody knows. */
  value: number
  tried?: number
  edits: number
}
const kept: Entry[] = []

/** What was acknowledged and looked for afterwards. */
const counted = { kills: 0, writes: 0, batchRows: 0, importedRows: 0, backups: 0, firstStarts: 0 }

/** Sends something that may meet the kill: nothing is known then. Everything else but success is a fault. */
async function send<T>(faults: unknown[], what: () => Promise<Answer<T>>): Promise<Answer<T> | undefined> {
  const answer = await what().catch(() => undefined)
  if (answer && answer.status < 300) return answer
  // Where only the database was killed, the server says so in a way that tells the caller to try again.
  if (answer && answer.status !== 503) faults.push(answer)
  return undefined
}

const make = (faults: unknown[], { body, key }: Entry) =>
  send(faults, () => me.ask<{ id: string; version: number }>('POST', 'records/customer', { body, key }))

async function killEdits(n: number, victim: Victim): Promise<void> {
  const entries: Entry[] = []
  const faults: unknown[] = []
  let isOver = false
  const typing = async (person: number) => {
    for (let i = 0; !isOver; i++) {
      const name = `kill-${n}-${person}-${i}`
      const body = { name, externalCode: `kill-${n}`, contactName: `联系人 ${i}`, contactMobile: nextMobile(), employees: 0 }
      const entry: Entry = { key: name, body, version: 1, value: 0, edits: 0 }
      entries.push(entry)
      const made = await make(faults, entry)
      if (!made) return
      Object.assign(entry, { id: made.body.id, version: made.body.version })
      for (const value of [11, 22]) {
        if (isOver) return
        entry.tried = value
        const edit = { body: { employees: value }, version: entry.version }
        const edited = await send(faults, () => me.ask<{ version: number }>('PATCH', `records/customer/${entry.id}`, edit))
        if (!edited) return
        entry.edits += 1
        Object.assign(entry, { version: edited.body.version, value, tried: undefined })
      }
    }
  }
  const people = Array.from({ length: 6 }, (_, person) => typing(person))
  const enough = 10 + below(60)
  await until(`${enough} writes`, 20_000, () => entries.filter((entry) => entry.id).length >= enough || undefined)
  await pause(below(30))
  await killAndRecover(victim)
  isOver = true
  await Promise.all(people)

  expect(await torn()).toEqual({})
  const there = new Map(
    (await rows<{ name: string; id: string; employees: number }>('select name, id, employees from customer')).map((row) => [row.name, row]),
  )
  for (const entry of entries) {
    const row = there.get(entry.body.name)
    if (entry.id) expect(row?.id, entry.body.name).toBe(entry.id)
    if (row) expect([entry.value, entry.tried]).toContain(row.employees)
    entry.value = row?.employees ?? 0
  }
  await Promise.all(
    entries.map(async (entry, i) => {
      if (entry.id) {
        const read = await me.ask('GET', `records/customer/${entry.id}`)
        expect(read.body).toMatchObject({ name: entry.body.name, externalCode: entry.body.externalCode, employees: entry.value })
        const history = await me.ask<{ items: { type: string }[] }>('GET', `records/customer/${entry.id}/history`)
        const types = history.body.items.map((event) => event.type).reverse()
        expect(types[0]).toBe('customer.created')
        expect(types.filter((type) => type === 'customer.edited').length).toBeGreaterThanOrEqual(entry.edits)
      }
      // The same request once more, as a client does that has heard nothing, and some that have.
      if (entry.id && i % 5 !== 0) return
      const again = await make(faults, entry)
      expect(again?.status).toBe(201)
      if (entry.id) expect(again!.body.id).toBe(entry.id)
      entry.id = again!.body.id
    }),
  )
  expect(await torn()).toEqual({})
  expect(faults).toEqual([])
  kept.push(...entries)
  counted.writes += entries.reduce((sum, entry) => sum + 1 + entry.edits, 0)
}

async function killBatches(n: number, victim: Victim): Promise<void> {
  const size = 300
  const batches: { code: string; items: Omit<Entry['body'], 'employees'>[]; isKept: boolean }[] = []
  const faults: unknown[] = []
  let isOver = false
  const post = ({ items, code }: (typeof batches)[number]) =>
    send(faults, () => me.ask<{ items: { id: string }[] }>('POST', 'records/customer/batch', { body: { items }, key: code }))
  const typing = async () => {
    while (!isOver) {
      const code = `kill-${n}-${batches.length}`
      const items = Array.from({ length: size }, (_, i) => ({
        name: `${code}-${i}`,
        externalCode: code,
        contactName: `联系人 ${i}`,
        contactMobile: nextMobile(),
      }))
      const batch = { code, items, isKept: false }
      batches.push(batch)
      if (!(await post(batch))) return
      batch.isKept = true
    }
  }
  const people = [typing(), typing()]
  await until('a first batch', 20_000, () => batches.some((batch) => batch.isKept) || undefined)
  await pause(below(300))
  await killAndRecover(victim)
  isOver = true
  await Promise.all(people)

  const sizes = async () =>
    new Map(
      (
        await rows<{ code: string; n: number }>(
          `select external_code as code, count(*)::integer as n from customer where external_code like $1 group by 1`,
          [`kill-${n}-%`],
        )
      ).map((row) => [row.code, row.n]),
    )
  expect(await torn()).toEqual({})
  const found = await sizes()
  for (const { code, isKept } of batches) expect(found.get(code) ?? (isKept ? 'lost' : size), code).toBe(size)
  for (const batch of batches) expect((await post(batch))?.body.items.length).toBe(size)
  expect(await sizes()).toEqual(new Map(batches.map(({ code }) => [code, size])))
  expect(await torn()).toEqual({})
  const filter = JSON.stringify({ field: 'externalCode', op: 'eq', value: batches[0]!.code })
  const listed = await me.ask<{ items: unknown[] }>('GET', `records/customer?limit=500&fields=name&filter=${encodeURIComponent(filter)}`)
  expect(listed.body.items.length).toBe(size)
  expect(faults).toEqual([])
  counted.batchRows += size * batches.length
}

async function killImport(n: number, victim: Victim): Promise<void> {
  const size = 2500
  const lines = Array.from({ length: size }, (_, i) => `kill-${n}-${i},联系人 ${i},${nextMobile()},kill-${n}`)
  const form = new FormData()
  form.set('record', 'customer')
  form.set('file', new Blob([['名称,联系人,联系人手机,外部编号', ...lines].join('\n')]), 'customers.csv')
  interface Job {
    id: string
    state: string
    operation: string
    progress: { read: number; valid: number; duplicate: number; failed: number }
  }
  const opened = await me.ask<Job>('POST', 'imports', { body: form })
  const route = `imports/${opened.body.id}`
  // The external number is the same in every row, so that the rows of one import are found again.
  expect((await me.ask('PATCH', route, { body: { duplicates: 'create', similar: 'create' } })).status).toBe(200)
  expect((await me.ask('POST', `${route}/run`, { body: {} })).status).toBe(200)
  const enough = 500 * (1 + below(3))
  await until(`${enough} rows`, 30_000, async () => (await me.ask<Job>('GET', route)).body.progress.read >= enough || undefined)
  await pause(below(150))
  await killAndRecover(victim)

  const done = await until('the import has come to its end', 40_000, async () => {
    const job = await me.ask<Job>('GET', route)
    return job.status === 200 && job.body.state !== 'running' ? job.body : undefined
  })
  expect(done.state).toBe('done')
  expect(done.progress).toMatchObject({ read: size, valid: size, duplicate: 0, failed: 0 })
  const [found] = await rows<{ n: number; names: number; events: number }>(
    `select count(*)::integer as n, count(distinct name)::integer as names,
      (select count(*)::integer from event e where e.operation_id = $2 and e.type = 'customer.created') as events from customer where external_code = $1`,
    [`kill-${n}`, done.operation],
  )
  expect(found).toEqual({ n: size, names: size, events: size })
  expect((await me.ask('GET', `operations/${done.operation}`)).body).toMatchObject({ state: 'done', done: size, refused: 0 })
  expect(await torn()).toEqual({})
  counted.importedRows += size
}

/** A backup that was killed is made all the same, and what lies there as one is whole. */
async function killBackup(_: number, victim: Victim): Promise<void> {
  interface Backups {
    items: { id: string; state: string; file: string; verifiedAt: string | null }[]
  }
  const before = new Set((await me.ask<Backups>('GET', 'backups')).body.items.map(({ id }) => id))
  const mine = async () => (await me.ask<Backups>('GET', 'backups')).body.items?.find(({ id }) => !before.has(id))
  expect((await me.ask('POST', 'backups', { body: {} })).status).toBe(202)
  await until('the backup is under way', 20_000, async () => ['running', 'done'].includes((await mine())!.state) || undefined)
  await pause(below(250))
  await killAndRecover(victim)
  const done = await until('the backup has been made', 120_000, async () => {
    const found = await mine()
    return found && !['waiting', 'running'].includes(found.state) ? found : undefined
  })
  expect(done).toMatchObject({ state: 'done', verifiedAt: expect.any(String) as string })
  const names = fs.readdirSync(path.dirname(done.file)).filter((name) => name.endsWith('.zkb'))
  expect(names).toHaveLength(before.size + 1)
  await checkBackup(done.file, undefined)
  counted.backups += 1
}

/** How far a first start has come. */
const stages: ((product: Product) => boolean)[] = [
  ({ folder: where }) => fs.existsSync(path.join(where, 'database')),
  ({ folder: where }) => fs.existsSync(path.join(where, 'database', 'cluster', 'PG_VERSION')),
  ({ folder: where }) => postmasterOf(where) !== undefined,
  ({ said }) => said().includes('演示公司'),
  ({ said }) => said().includes('演示公司'),
]

const demoSize = async (where: string) =>
  (
    await rows<Record<string, number>>(
      `select (select count(*)::integer from customer) as customers, (select count(*)::integer from contact) as contacts,
        (select count(*)::integer from activity) as activities, (select count(*)::integer from "user") as users,
        (select count(*)::integer from role) as roles, (select count(*)::integer from installation where name = 'filling') as unfinished`,
      [],
      where,
    )
  )[0]!

async function killFirstStart(n: number, victim: Victim): Promise<void> {
  const where = freshFolder()
  const env = { ZHIKE_DEMO: 'story' }
  const first = launch(where, await freePort(), env)
  let second: Product | undefined
  try {
    const stage = stages[Math.floor((n - 1) / works.length) % stages.length]!
    await until('the stage of the kill', 20_000, () => stage(first) || undefined)
    await pause(below(600))
    await kill(victim, first).catch((error: unknown) => {
      // Too early: there is no such connection yet. The server goes instead.
      if (victim !== 'one connection') throw error
      return kill('server', first)
    })
    // A server that loses its database in the midst of its first start gives up, and says so by its exit code.
    await until(
      'the first start has ended one way or the other',
      30_000,
      async () => !first.isRunning() || (await readiness(first)) === 200 || undefined,
    )
    if (!first.isRunning()) expect(await first.exited).not.toBe(0)
    await first.signal('SIGKILL')

    second = launch(where, first.port, env)
    await ready(second, 40_000)
    const admin = await signIn(second)
    expect((await admin.ask('GET', 'me')).body).toMatchObject({ roles: ['administrator'] })
    expect(await demoSize(where)).toEqual(demo)
    expect((await signIn(second, { email: 'li@yunshan.demo', password: castPassword })).cookie).toBeTruthy()
    counted.firstStarts += 1
  } finally {
    await sweep(where, first, ...(second ? [second] : []))
  }
}

describe(`killed from outside (ZHIKE_KILL_SEED=${seed})`, () => {
  beforeAll(async () => {
    product = launch(folder, await freePort(), { ZHIKE_DEMO: 'story' })
    await ready(product, 60_000)
    me = await signIn(product, administrator)
    demo = await demoSize(folder)
    expect(demo.customers).toBeGreaterThan(10)
  })
  afterAll(async () => {
    if (report) fs.writeFileSync(report, JSON.stringify({ ...counted, seed }))
    await sweep(folder, product)
  })
  beforeEach(async () => {
    if (product.isRunning()) return
    // It ended when nobody had killed it. Told where it is found; the tests that follow begin with a new one.
    const { said, exited } = product
    product = launch(folder, product.port)
    await ready(product)
    throw new Error(`the product had ended with ${await exited}:\n${said()}`)
  })

  for (const { n, work, victim } of kills)
    it(`kill ${n}: ${work}, ${victim}`, async () => {
      if (work === 'edits') await killEdits(n, victim)
      else if (work === 'batches') await killBatches(n, victim)
      else if (work === 'import') await killImport(n, victim)
      else if (work === 'backup') await killBackup(n, victim)
      else await killFirstStart(n, victim)
      counted.kills += 1
    })

  it('keeps to the end whatever it has acknowledged', async () => {
    const there = await rows<{ id: string; name: string; employees: number }>(
      'select id, name, employees from customer where id = any($1)',
      [kept.map((entry) => entry.id)],
    )
    expect(new Set(there.map((row) => `${row.id} ${row.name} ${row.employees}`))).toEqual(
      new Set(kept.map((entry) => `${entry.id} ${entry.body.name} ${entry.value}`)),
    )
    expect(kept.length).toBeGreaterThan(50)
  })

  it('has an unbroken audit, running and stopped', async () => {
    const running = await command(folder, 'verify-audit')
    expect(running).toMatchObject({ code: 0 })
    expect(await readiness(product)).toBe(200)
    expect(await product.signal('SIGTERM')).toBe(0)
    expect(postmasterOf(folder)).toBeUndefined()
    const stopped = await command(folder, 'verify-audit')
    expect(stopped).toMatchObject({ code: 0, said: expect.stringContaining('waiting 0') as string })
    expect(postmasterOf(folder)).toBeUndefined()
  })
})
