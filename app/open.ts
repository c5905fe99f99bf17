import fs from 'node:fs'
import { isIP } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import type { Logger } from 'pino'
import { openPeople, readEpoch, type People } from '#engine/access/load-actor.ts'
import { verbOf, verbs, type Verb } from '#engine/action/derived.ts'
import { refuseHalfRestored, refuseHalfRestoredFolder } from '#engine/backup/target.ts'
import { ensurePartitions } from '#engine/event/partitions.ts'
import { engineJobs } from '#engine/job/engine-jobs.ts'
import { openMetrics } from '#engine/health/metrics.ts'
import { followSlow } from '#engine/health/slow-statements.ts'
import { openSmtp, type MailSettings } from '#engine/mail/smtp.ts'
import { engineNotices } from '#engine/notice/engine-notices.ts'
import { enginePreferences } from '#engine/notice/notice-preference.ts'
import { readRefusedPasswords } from '#engine/sign-in/passwords.ts'
import { signInEvents } from '#engine/sign-in/sign-in-events.ts'
import { securityNotice } from '#engine/sign-in/sign-in-notices.ts'
import { usualTokenRate } from '#engine/sign-in/token-allowance.ts'
import { readNetworks } from '#engine/outbound/forbidden-addresses.ts'
import { openOutside } from '#engine/outbound/guarded-fetch.ts'
import { openSignals, type Signals } from '#engine/event/signals.ts'
import { openQueue, type Queue } from '#engine/job/queue.ts'
import { buildHouse, type Capability, type House } from '#engine/record/house.ts'
import type { Setup } from '#engine/record/setup.ts'
import type { Runtime } from '#engine/runtime.ts'
import { planRenewal } from '#engine/search/renew.ts'
import { openDatabase, type Database } from '#engine/store/database.ts'
import { startEmbedded } from '#engine/store/embedded.ts'
import { engineTables } from '#engine/store/engine-tables.ts'
import { newId } from '#engine/store/id.ts'
import { migrate, pendingMigrations, readMigrations, schemaVersion } from '#engine/store/migrate.ts'
import { sql } from '#engine/store/sql.ts'
import { tableOf, type TableSpec } from '#engine/store/table.ts'
import { words } from '#engine/text/words.ts'
import { systemActor } from '#engine/access/actor.ts'
import { readSetup } from '#cap/platform'
import { demoSizes, type DemoSize } from './demo/the-rest.ts'
import { capabilities } from './capabilities.ts'

const engineItself: Capability = {
  name: 'engine',
  words: words('引擎', 'Engine'),
  rank: -1,
  jobs: engineJobs,
  events: signInEvents,
  notices: [...engineNotices, securityNotice],
  preferences: enginePreferences,
}

/** The declarations, put together, with what administrators have set up. */
export const declaredHouse = (setup?: Setup): House => buildHouse([engineItself, ...capabilities], setup)

/** All tables that the declarations want. */
export const declaredTables = (house: House): TableSpec[] => [
  ...engineTables,
  ...house.capabilities.flatMap(({ tables = [] }) => tables),
  ...[...house.shapes.values()].map(tableOf),
]

export interface Settings {
  folder: string
  databaseUrl: string | undefined
  host: string
  port: number
  role: 'all' | 'web' | 'worker'
  demo: DemoSize | 'none' | undefined
  adminEmail: string | undefined
  adminPassword: string | undefined
  /** Where backups go, and what encrypts them; never kept in the database that they are made of. */
  backupFolder: string | undefined
  backupPassphrase: string | undefined
  /** How mails go out; undefined where they do not. */
  mail: MailSettings | undefined
  /** Where users reach the product. */
  publicUrl: string | undefined
  /** Networks of our own that requests to addresses typed in may reach. */
  networks: string | undefined
  /** How many requests a minute one token may send. */
  tokenRate: number
  /** The port at which this machine alone reads metrics without signing in; undefined where nobody does. */
  metricsPort: number | undefined
  /** How long a node that is told to stop goes on answering, in seconds, so that others take over; undefined: as long as there are others. */
  stopGrace: number | undefined
}

const numberOf = (text: string | undefined): number | undefined => (text && Number.isFinite(Number(text)) ? Number(text) : undefined)

export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const role = env.ZHIKE_ROLE === 'web' || env.ZHIKE_ROLE === 'worker' ? env.ZHIKE_ROLE : 'all'
  return {
    folder: path.resolve(env.ZHIKE_DATA_DIR || path.join(import.meta.dirname, '..', 'data')),
    databaseUrl: env.DATABASE_URL || undefined,
    host: env.HOST || '127.0.0.1',
    port: Number(env.PORT || 3000),
    role,
    demo: env.ZHIKE_DEMO ? (demoSizes.find((size) => size === env.ZHIKE_DEMO) ?? (env.ZHIKE_DEMO === '1' ? 'whole' : 'none')) : undefined,
    adminEmail: env.ZHIKE_ADMIN_EMAIL || undefined,
    adminPassword: env.ZHIKE_ADMIN_PASSWORD || undefined,
    backupFolder: env.ZHIKE_BACKUP_DIR ? path.resolve(env.ZHIKE_BACKUP_DIR) : undefined,
    backupPassphrase: env.ZHIKE_BACKUP_PASSPHRASE || undefined,
    mail:
      env.ZHIKE_SMTP_URL && env.ZHIKE_MAIL_FROM
        ? { url: env.ZHIKE_SMTP_URL, from: env.ZHIKE_MAIL_FROM, publicUrl: env.ZHIKE_PUBLIC_URL || undefined }
        : undefined,
    publicUrl: env.ZHIKE_PUBLIC_URL || undefined,
    networks: env.ZHIKE_REACHABLE_NETWORKS || undefined,
    tokenRate: /^\d{1,7}$/.test(env.ZHIKE_TOKEN_RATE ?? '') ? Number(env.ZHIKE_TOKEN_RATE) : usualTokenRate,
    metricsPort: numberOf(env.ZHIKE_METRICS_PORT),
    stopGrace: numberOf(env.ZHIKE_STOP_GRACE),
  }
}

export interface Place {
  database: Database
  /** Looks after the embedded server where there is one: killed, it is started again. */
  watch(): void
  /** Stops the embedded server where there is one. */
  stop(): Promise<void>
  isEmbedded: boolean
}

const slowFrom = () => {
  const ms = numberOf(process.env.ZHIKE_SLOW_MS)
  return ms === undefined ? {} : { slowFrom: ms }
}

/** Connects to the database: the one named by DATABASE_URL, else the embedded one of the data folder. */
export async function openPlace(settings: Settings, log: Logger, say: (text: string) => void = () => {}, max?: number): Promise<Place> {
  fs.mkdirSync(settings.folder, { recursive: true, mode: 0o700 })
  const onError = (error: Error) => log.warn({ err: error }, 'database connection lost')
  if (settings.databaseUrl) {
    const database = openDatabase({
      connection: { connectionString: settings.databaseUrl },
      isPooled: process.env.ZHIKE_POOLED === '1',
      direct: process.env.DATABASE_DIRECT_URL || undefined,
      onError,
      ...(max ? { max } : {}),
      ...slowFrom(),
    })
    return { database, isEmbedded: false, watch: () => {}, stop: () => database.close() }
  }
  refuseHalfRestoredFolder(settings.folder)
  const server = await startEmbedded({ folder: path.join(settings.folder, 'database'), say })
  const database = openDatabase({ connection: server.connection, onError, ...(max ? { max } : {}), ...slowFrom() })
  return {
    database,
    isEmbedded: true,
    watch: () => server.watch((error) => log.error({ err: error }, 'embedded database')),
    async stop() {
      await database.close()
      await server.stop()
    },
  }
}

/** Brings the database up to date; refuses while nodes of another version are at work on it. */
export async function bringUpToDate(database: Database): Promise<string[]> {
  await refuseHalfRestored(database)
  const migrations = readMigrations()
  const pending = await pendingMigrations(database, migrations)
  if (pending.length > 0 && pending.length < migrations.length) {
    const others = await database
      .rows<{ host: string; version: string }>(
        sql`select host, version from node where seen_at > now() - interval '20 seconds' and version <> ${schemaVersion(migrations)}`,
      )
      .catch(() => [])
    if (others.length > 0)
      throw new Error(
        `旧版本仍在 ${others.map((node) => node.host).join('、')} 上运行，请先全部停止再升级。\nAn older version is still running on ${others.map((node) => node.host).join(', ')}; stop every node before upgrading.`,
      )
  }
  const done = await migrate(database, migrations)
  await ensurePartitions(database, Date.now())
  return done
}

/** Whether a host name means this machine alone. */
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

/**
 * Puts the declarations together anew whenever an administrator has changed what is set up, here or on another node; and tells whoever
 * shows them, as soon as they are in force here.
 */
async function followSetup(runtime: Runtime, signals: Signals): Promise<void> {
  let known = ''
  let epoch = -1
  let last = Promise.resolve()
  const renew = async () => {
    // Whatever changes what is set up raises the state of rights with it.
    const now = await readEpoch(runtime.database)
    if (now === epoch) return
    const setup = await readSetup(runtime.database)
    const found = JSON.stringify(setup)
    const isNew = found !== known
    const isFirst = epoch < 0
    if (isNew) runtime.house = declaredHouse(setup)
    known = found
    epoch = now
    if (isFirst) return planRenewal(runtime)
    for (const tell of runtime.onShaped) tell()
    if (isNew) await planRenewal(runtime, 3000)
  }
  // One after the other: what was read first must never be put in place last.
  const renewInTurn = () => (last = last.catch(() => {}).then(renew))
  await renewInTurn()
  runtime.onRights.add(renewInTurn)
  signals.on('zhike_access', () => void renewInTurn().catch((error: unknown) => runtime.log.warn({ err: error }, 'setup')))
}

export interface Opened {
  runtime: Runtime
  people: People
  queue: Queue
  signals: Signals
  stop(): Promise<void>
}

/** Opens what a process needs to work with the database: declarations, people, the queue. */
export async function openRuntime(
  database: Database,
  settings: Pick<Settings, 'folder' | 'role' | 'host'> &
    Partial<Pick<Settings, 'mail' | 'backupFolder' | 'backupPassphrase' | 'publicUrl' | 'networks' | 'tokenRate'>>,
  log: Logger,
): Promise<Opened> {
  readRefusedPasswords()
  const house = declaredHouse()
  const queue = await openQueue(database, house, log, { schedules: settings.role !== 'web' })
  const people = openPeople(database, () => runtime.house)
  const node = newId()
  const slow = followSlow(database, log)
  const runtime: Runtime = {
    house,
    database,
    log,
    folder: settings.folder,
    backup: { folder: settings.backupFolder ?? path.join(settings.folder, 'backups'), passphrase: settings.backupPassphrase },
    allowsDemo: isLoopback(settings.host),
    node,
    metrics: openMetrics(database, node),
    isStopping: false,
    enqueue: queue.enqueue,
    retryJob: queue.retry,
    async actorOf(userId, kind, locale = 'zh') {
      if (userId === systemActor.id) return systemActor
      return people.actorOf(userId, await readEpoch(database), { kind, locale })
    },
    mail: settings.mail && openSmtp(settings.mail),
    publicUrl: settings.publicUrl,
    fetchOutside: openOutside(readNetworks(settings.networks)),
    tokenRate: settings.tokenRate ?? usualTokenRate,
    actionNamed(name) {
      const [first = '', verb = ''] = name.split('.')
      const shape = runtime.house.shapes.get(first)
      return shape && verbs.includes(verb as Verb) ? verbOf(runtime.house, shape, verb as Verb) : runtime.house.actions.get(name)
    },
    onRights: new Set(),
    onShaped: new Set(),
    clock: Date.now,
  }
  const signals = openSignals(database, log, process.env.DATABASE_DIRECT_URL || undefined)
  await followSetup(runtime, signals)
  return {
    runtime,
    people,
    queue,
    signals,
    async stop() {
      await queue.stop()
      await signals.stop()
      await slow.stop()
      runtime.mail?.close()
    },
  }
}

/** Whether another node answers requests: it can take over what this one hands on. */
export const servesBeside = async ({ database, node }: Runtime): Promise<boolean> =>
  (await database
    .row(sql`select 1 from node where id <> ${node} and role <> 'worker' and seen_at > now() - interval '12 seconds' limit 1`)
    .catch(() => undefined)) !== undefined

/** Says every few seconds that this node is alive, and which version it is. */
export function beat(runtime: Runtime, role: Settings['role']): { stop(): Promise<void> } {
  const version = schemaVersion(readMigrations())
  const host = os.hostname()
  const once = () =>
    runtime.database
      .run(
        sql`insert into node (id, role, version, started_at, seen_at, host) values (${runtime.node}, ${role}, ${version}, now(), now(), ${host}) on conflict (id) do update set seen_at = now()`,
      )
      .catch((error: unknown) => runtime.log.warn({ err: error }, 'heartbeat'))
  void once()
  const timer = setInterval(once, 5_000)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await runtime.database.run(sql`delete from node where id = ${runtime.node}`).catch(() => {})
    },
  }
}
