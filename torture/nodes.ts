import fs from 'node:fs'
import path from 'node:path'
import { freePort, freshFolder, launch, ready, signIn, sweep, until, type Caller, type Product } from '../e2e/product.ts'
import { lastDue } from '#engine/health/cron.ts'
import { companyZone } from '#engine/time/zone.ts'
import { openBalancer, send, type Balancer } from './balancer.ts'
import type { Report } from './figures.ts'
import { listenAnywhere } from './listeners.ts'
import { embedded, hasPostgres15, postgres15, type Postgres } from './postgres.ts'

const n = (value: number) => value.toLocaleString('en')
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Time of a process on a core so far, in seconds; of a database with those of its connections. */
function cpuOf(pid: number, withChildren = false): number {
  const of = (one: number | string): { parent: number; ticks: number } => {
    try {
      const fields = fs
        .readFileSync(`/proc/${one}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')
      return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }
    } catch {
      return { parent: 0, ticks: 0 }
    }
  }
  const children = withChildren ? fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name) && of(name).parent === pid) : []
  const all: (number | string)[] = [pid, ...children]
  return all.reduce<number>((sum, one) => sum + of(one).ticks, 0) / 100
}

/** People who make customers and look at them, one after the other, until told to end. */
function work(balancer: Balancer, cookie: string, people: number, mark: string) {
  const made = new Map<string, string>()
  const errors: string[] = []
  let asked = 0
  let isOver = false
  const one = async (person: number) => {
    for (let i = 0; !isOver; i++) {
      const name = `${mark}-${person}-${i}`
      try {
        const answer = await balancer.ask({ method: 'POST', path: 'records/customer', cookie, key: name, body: { name } })
        asked += 1
        if (answer.status !== 201) errors.push(`${answer.status} ${JSON.stringify(answer.body)}`)
        else made.set(name, answer.body.id as string)
        for (const at of [`records/customer/${answer.body?.id}`, 'records/customer?limit=20', 'me']) {
          const seen = await balancer.ask({ path: at, cookie })
          asked += 1
          if (seen.status !== 200) errors.push(`${seen.status} ${at}`)
        }
      } catch (error) {
        errors.push((error as Error).message)
      }
    }
  }
  const ended = Promise.all(Array.from({ length: people }, (_, person) => one(person)))
  return {
    made,
    errors,
    asked: () => asked,
    async stop() {
      isOver = true
      await ended
    },
  }
}

async function onDatabase(report: Report, postgres: Postgres, folder: string): Promise<void> {
  const env = { DATABASE_URL: postgres.url, ZHIKE_DEMO: 'none', ZHIKE_STOP_GRACE: '2' }
  const start = async (role: 'web' | 'worker') => launch(folder, await freePort(), { ...env, ZHIKE_ROLE: role })
  const on = `PostgreSQL ${postgres.version}`
  const web = await Promise.all([start('web'), start('web'), start('web')])
  const workers = await Promise.all([start('worker'), start('worker')])
  const client = await postgres.client()
  const rows = async <T>(text: string, values: unknown[] = []) => (await client.query(text, values)).rows as T[]
  const balancer = openBalancer(web)
  try {
    await Promise.all(web.map((node) => ready(node, 120_000)))
    const me = await signIn(web[0]!)
    await everywhere(report, on, web, me)
    await killed(report, on, { web, workers, balancer, start, me, rows })
    await rolled(report, on, { web, workers, balancer, start, me, rows })
    await throughput(report, on, web, me.cookie, postgres)
    const [seal] = await rows<{ whole: boolean }>(
      `select (select count(*) from event) - (select count(*) from event_pending) = (select count(*) from seal) as whole`,
    )
    const ran = await rows<{ name: string; cron: string; n: number; first: Date; last: Date }>(
      `select s.name, s.cron, count(*)::int as n, min(j.created_on) as first, max(j.created_on) as last from queue.schedule s join queue.job j on j.name = s.name group by 1, 2`,
    )
    const twice = ran.filter((row) => row.n > timesDue(row.cron, row.first.getTime(), row.last.getTime()))
    if (twice.length > 0) console.log(twice)
    report.add(
      `${on}: schedules that ran twice for one time; the chain of events`,
      `${twice.length}; ${seal!.whole ? 'whole' : 'broken'}`,
      twice.length === 0 && seal!.whole,
    )
  } finally {
    balancer.stop()
    await client.end().catch(() => {})
    await sweep(folder, ...web, ...workers)
  }
}

/** How often a schedule was due between two moments: what was due in the last minute before the first may be what it was for. */
function timesDue(cron: string, first: number, last: number): number {
  let times = 0
  for (let due = lastDue(cron, last, companyZone); due !== undefined && due > first - 90_000; due = lastDue(cron, due - 1, companyZone))
    times += 1
  return Math.max(1, times)
}

async function everywhere(report: Report, on: string, web: Product[], me: Caller): Promise<void> {
  const other = await signIn(web[1]!)
  const known = await Promise.all(web.map(async (node) => (await other.at(node).ask('GET', 'me')).status))
  await other.at(web[2]!).ask('POST', 'sign-out', { body: {} })
  const gone = await Promise.all(web.map(async (node) => (await other.at(node).ask('GET', 'me')).status))
  report.add(
    `${on}: a session of one of three nodes, on all of them before and after sign-out`,
    `${known.join(', ')}; ${gone.join(', ')}`,
    known.every((status) => status === 200) && gone.every((status) => status === 401),
  )
  const tries = await Promise.all(
    Array.from({ length: 30 }, (_, i) =>
      send(web[i % 3]!, { method: 'POST', path: 'sign-in', body: { email: 'nobody@zhike.test', password: `wrong-${i}-password` } }).then(
        ({ status }) => status,
      ),
    ),
  )
  const looked = tries.filter((status) => status === 401).length
  report.add(
    `${on}: 30 wrong passwords at once over three nodes: looked at, turned away`,
    `${looked}, ${tries.filter((status) => status === 429).length}`,
    looked <= 5 && tries.every((status) => [401, 429].includes(status)),
  )
  const edits = await me.ask<{ id: string }>('POST', 'records/customer', { body: { name: '同时修改' } })
  const race = await Promise.all(
    Array.from({ length: 60 }, (_, i) =>
      me.at(web[i % 3]!).ask('PATCH', `records/customer/${edits.body.id}`, { body: { employees: i }, version: 1 }),
    ),
  )
  const won = race.filter(({ status }) => status === 200).length
  report.add(
    `${on}: 60 edits of one version at once over three nodes: taken, told that they come late`,
    `${won}, ${race.filter(({ status }) => status === 412).length}`,
    won === 1,
  )
}

interface Scene {
  web: Product[]
  workers: Product[]
  balancer: Balancer
  start(role: 'web' | 'worker'): Promise<Product>
  me: Caller
  rows<T>(text: string, values?: unknown[]): Promise<T[]>
}

const again = async ({ web, balancer, start }: Scene, i: number) => {
  const next = await start('web')
  await ready(next, 60_000)
  balancer.replace(web[i]!, next)
  web[i] = next
}

const atWork = (worker: Product) => until('the worker has come up', 60_000, () => worker.said().includes('worker is running') || undefined)

/** Acknowledged and not there; there and not as acknowledged. */
async function lost({ rows }: Scene, made: ReadonlyMap<string, string>, mark: string): Promise<{ lost: number; twice: number }> {
  const there = new Map<string, string[]>()
  for (const { id, name } of await rows<{ id: string; name: string }>('select id, name from customer where name like $1', [`${mark}-%`]))
    there.set(name, [...(there.get(name) ?? []), id])
  return {
    lost: [...made].filter(([name, id]) => !there.get(name)?.includes(id)).length,
    twice: [...there.values()].filter((ids) => ids.length > 1).length,
  }
}

/** One server and one worker killed in the middle of everything. */
async function killed(report: Report, on: string, scene: Scene): Promise<void> {
  const { web, workers, balancer, start, me, rows } = scene
  const load = work(balancer, me.cookie, 6, 'killed')
  const form = new FormData()
  form.set('record', 'customer')
  form.set(
    'file',
    new Blob([['名称,联系人,联系人手机', ...Array.from({ length: 4000 }, (_, i) => `导入-${i},人 ${i},${15_100_000_000 + i}`)].join('\n')]),
    '客户.csv',
  )
  const opened = await me.ask<{ id: string }>('POST', 'imports', { body: form })
  await me.ask('PATCH', `imports/${opened.body.id}`, { body: { duplicates: 'create', similar: 'create' } })
  await me.ask('POST', `imports/${opened.body.id}/run`, { body: {} })
  const progress = async () => {
    const at = balancer.next()
    return at
      ? (await me.at(at).ask<{ state: string; progress: { read: number; valid: number } }>('GET', `imports/${opened.body.id}`)).body
      : undefined
  }
  await until('the import has begun', 30_000, async () => ((await progress())?.progress.read ?? 0) > 0 || undefined)
  // Whichever worker has it: both go, one after the other.
  await Promise.all([web[1]!.signal('SIGKILL'), workers[0]!.signal('SIGKILL')])
  await pause(1500)
  await Promise.all([again(scene, 1), start('worker').then((next) => (workers[0] = next))])
  await atWork(workers[0]!)
  await workers[1]!.signal('SIGKILL')
  workers[1] = await start('worker')
  const done = await until('the import is done', 120_000, async () => {
    const job = await progress().catch(() => undefined)
    return job && job.state !== 'running' ? job : undefined
  })
  await load.stop()
  const { lost: missing, twice } = await lost(scene, load.made, 'killed')
  const [imported] = await rows<{ n: number; names: number }>(
    `select count(*)::int as n, count(distinct name)::int as names from customer where name like '导入-%'`,
  )
  report.add(
    `${on}: one of three servers killed under load: acknowledged writes lost, made twice, errors that reached a client behind a balancer`,
    `${missing} of ${n(load.made.size)}, ${twice}, ${load.errors.length} of ${n(load.asked())}`,
    missing === 0 && twice === 0 && load.errors.length === 0,
  )
  report.add(
    `${on}: both workers killed during an import of 4,000 rows: state, rows, names`,
    `${done.state}, ${n(imported!.n)}, ${n(imported!.names)}`,
    done.state === 'done' && imported!.n === 4000 && imported!.names === 4000,
  )
  if (load.errors.length > 0) console.log(load.errors.slice(0, 5))
}

/** Every node restarted, one after the other, while people work and pages listen. */
async function rolled(report: Report, on: string, scene: Scene): Promise<void> {
  const { web, workers, balancer, start, me } = scene
  const watched = await me.at(web[0]!).ask<{ id: string; version: number }>('POST', 'records/customer', { body: { name: '滚动重启' } })
  const pages = listenAnywhere(() => balancer.next(), me.cookie, `customer:${watched.body.id}`, 40)
  await until('all pages listen', 20_000, () => pages.open() === 40 || undefined)
  const before = balancer.resent()
  const load = work(balancer, me.cookie, 6, 'rolled')
  const codes: (number | null)[] = []
  for (const i of web.keys()) {
    codes.push(await web[i]!.signal('SIGTERM'))
    await again(scene, i)
  }
  for (const i of workers.keys()) {
    codes.push(await workers[i]!.signal('SIGTERM'))
    workers[i] = await start('worker')
    await atWork(workers[i]!)
  }
  await pause(500)
  await load.stop()
  const { lost: missing, twice } = await lost(scene, load.made, 'rolled')
  await until('all pages listen again', 20_000, () => pages.open() === 40 || undefined)
  pages.forget()
  await me.at(web[0]!).ask('PATCH', `records/customer/${watched.body.id}`, { body: { employees: 7 }, version: watched.body.version })
  await until('every page hears of the edit', 20_000, () => pages.heard('"version":2') === 40 || undefined).catch(() => {})
  const resent = balancer.resent() - before
  report.add(
    `${on}: three servers and two workers restarted one by one under load: errors to clients, writes lost, made twice`,
    `${load.errors.length} of ${n(load.asked())}, ${missing}, ${twice}`,
    load.errors.length === 0 && missing === 0 && twice === 0 && codes.every((code) => code === 0),
  )
  report.add(`${on}: requests that met a closed connection meanwhile and were sent again by the balancer`, String(resent), true)
  report.add(
    `${on}: 40 pages that listened: listening again, refused once, heard the next edit`,
    `${pages.open()}, ${pages.refused()}, ${pages.heard('"version":2')}`,
    pages.open() === 40 && pages.refused() === 0 && pages.heard('"version":2') === 40,
  )
  if (load.errors.length > 0) console.log(load.errors.slice(0, 5))
  pages.stop()
}

/** How much each node adds, on cores that the nodes share with their database: so the time on a core is what is told. */
async function throughput(report: Report, on: string, web: Product[], cookie: string, postgres: Postgres): Promise<void> {
  for (const count of [1, 2, 3]) {
    const nodes = web.slice(0, count)
    const end = Date.now() + 6000
    let asked = 0
    const spent = () => ({ nodes: nodes.reduce((sum, { pid }) => sum + cpuOf(pid), 0), database: cpuOf(postgres.pid()!, true) })
    const before = spent()
    await Promise.all(
      Array.from({ length: 12 }, async (_, i) => {
        while (Date.now() < end) {
          await send(nodes[i % count]!, { path: 'records/customer?limit=50', cookie })
          asked += 1
        }
      }),
    )
    const after = spent()
    report.add(
      `${on}: lists of 50 customers with ${count} ${count === 1 ? 'node' : 'nodes'}: answered, time on a core of nodes and database for each`,
      `${n(Math.round(asked / 6))}/s, ${(((after.nodes - before.nodes) / asked) * 1000).toFixed(2)} ms, ${(((after.database - before.database) / asked) * 1000).toFixed(2)} ms`,
      true,
    )
  }
}

/** Three servers and two workers on one database. */
export async function nodes(report: Report, option: (name: string, fallback: string) => string): Promise<void> {
  const wanted = option('postgres', hasPostgres15() ? '18,15' : '18').split(',')
  for (const version of wanted) {
    const folder = freshFolder()
    const postgres = version === '15' ? await postgres15(path.join(folder, 'pg15')) : await embedded(path.join(folder, 'database'))
    try {
      await onDatabase(report, postgres, folder)
    } finally {
      await postgres.kill()
      fs.rmSync(folder, { recursive: true, force: true })
    }
  }
  report.add(
    'How the figures of throughput are to be read',
    'load, nodes and database share the same cores: they show what a node costs, not how far it scales',
    true,
  )
}
