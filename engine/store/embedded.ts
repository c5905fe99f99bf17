import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { asOrdinaryUser, binaries, run } from './embedded-programs.ts'

/** The PostgreSQL that comes with the product: its own folder, its own session, a Unix socket and no network port. */
export interface EmbeddedServer {
  connection: pg.ClientConfig
  /** Looks after the server until `stop`: one that is killed is started again within seconds. `hear` is told of every end and failure. */
  watch(hear: (error: Error) => void): void
  /** Stops the server cleanly. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** Folder for the database files; made when it does not exist. */
  folder: string
  /** Extra lines of postgresql.conf; tests switch fsync off with it. */
  settings?: Record<string, string | number>
  say?: (text: string) => void
}

const megabytes = (bytes: number) => Math.round(bytes / 1_048_576)

function settingsFor(socketFolder: string, extra: Record<string, string | number>): string {
  const memory = megabytes(os.totalmem())
  const settings: Record<string, string | number> = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    max_connections: 100,
    shared_buffers: `${Math.max(64, Math.min(512, Math.round(memory / 8)))}MB`,
    effective_cache_size: `${Math.max(256, Math.round(memory / 2))}MB`,
    work_mem: '8MB',
    maintenance_work_mem: `${Math.max(64, Math.min(512, Math.round(memory / 16)))}MB`,
    // The only compression this build knows costs more than the disk: index builds took three to eight times as long with it.
    wal_compression: 'off',
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    random_page_cost: 1.1,
    effective_io_concurrency: 64,
    jit: 'off',
    // Many small questions at a time: a second process for one of them takes the core of another.
    max_parallel_workers_per_gather: 0,
    autovacuum_naptime: '20s',
    autovacuum_vacuum_scale_factor: 0.05,
    autovacuum_vacuum_insert_scale_factor: 0.05,
    autovacuum_analyze_scale_factor: 0.02,
    log_min_messages: 'warning',
    log_timezone: 'UTC',
    timezone: 'UTC',
    ...extra,
  }
  return Object.entries(settings)
    .map(([name, value]) => `${name} = '${String(value).replaceAll("'", "''")}'`)
    .join('\n')
}

const exists = (file: string) => fs.existsSync(file)

/**
 * Whether the server answers. One that says "starting up" (57P03, recovery after a kill) is given two minutes, a silent one `within` ms,
 * one that has ended nothing.
 */
async function answers(connection: pg.ClientConfig, within: number, isRunning: () => boolean = () => true): Promise<boolean> {
  let end = Date.now() + within
  for (;;) {
    const client = new pg.Client({ ...connection, connectionTimeoutMillis: 2000 })
    client.on('error', () => {})
    try {
      await client.connect()
      await client.query('select 1')
      await client.end()
      return true
    } catch (error) {
      await client.end().catch(() => {})
      if ((error as { code?: string }).code === '57P03' && within < 120_000) end += within = 120_000
      if (Date.now() > end || !isRunning()) return false
      await pause(60)
    }
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    // A killed process that nobody has collected still has a number; Linux tells it by its state.
    return !/^\d+ \(.*\) Z/.test(exists(`/proc/${pid}/stat`) ? fs.readFileSync(`/proc/${pid}/stat`, 'utf8') : '')
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}

/** Whether a process works in the folder, as a database's processes do. Where that cannot be told, yes. */
function worksIn(folder: string, pid: number | string): boolean {
  if (!exists('/proc/self/cwd')) return true
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) === folder
  } catch (error) {
    // Hidden from root is a process of the database's own user; hidden from an ordinary user, one of somebody else.
    return (error as { code?: string }).code === 'EACCES' && process.getuid?.() === 0
  }
}

const anyoneIn = (folder: string): boolean =>
  !exists('/proc/self/cwd') || fs.readdirSync('/proc').some((pid) => /^\d+$/.test(pid) && worksIn(folder, pid))

/** Removes the database of a folder with all that is in it; one that a killed process has left running is ended first. */
export async function removeEmbedded(folder: string): Promise<void> {
  if (!exists(folder)) return
  const data = path.join(fs.realpathSync(folder), 'cluster')
  const pidFile = path.join(data, 'postmaster.pid')
  const pid = exists(pidFile) ? Number(fs.readFileSync(pidFile, 'utf8').split('\n')[0]) : 0
  if (pid > 0 && isAlive(pid) && worksIn(data, pid)) {
    process.kill(pid, 'SIGQUIT')
    while (isAlive(pid)) await pause(50)
  }
  await fs.promises.rm(data, { recursive: true, force: true })
}

/**
 * Starts the database of a folder, or takes over the one that a killed server left running there.
 * Throws with words in both languages when the folder cannot be used.
 */
export async function startEmbedded({ folder, settings = {}, say = () => {} }: EmbeddedOptions): Promise<EmbeddedServer> {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const home = fs.realpathSync(folder)
  const data = path.join(home, 'cluster')
  const logFile = path.join(home, 'postgres.log')
  const bin = binaries()
  const { wrap } = asOrdinaryUser(home, say)
  const program = (name: string, args: string[]) => run(...wrap(path.join(bin, name), args))

  // A Unix socket's path may not be longer than about 100 characters.
  const near = path.join(home, 'socket')
  const socketFolder =
    near.length < 80 ? near : path.join(os.tmpdir(), `zhike-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`)
  fs.mkdirSync(socketFolder, { recursive: true, mode: 0o700 })
  const connection: pg.ClientConfig = { host: socketFolder, port: 5432, user: 'zhike', database: 'zhike' }
  const admin = { ...connection, database: 'postgres' }

  if (!exists(path.join(data, 'PG_VERSION'))) {
    // Made aside and renamed, so that a kill in the middle leaves no half-made database behind. Each attempt has a folder of its own:
    // the program that a killed server began may still be writing into the last one.
    const fresh = path.join(home, `cluster.new.${randomBytes(4).toString('hex')}`)
    await program('initdb', [
      '-D',
      fresh,
      '-U',
      'zhike',
      '--auth=trust',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
      '--no-instructions',
    ])
    fs.renameSync(fresh, data)
  }
  for (const left of fs.readdirSync(home).filter((name) => name.startsWith('cluster.new')))
    await fs.promises.rm(path.join(home, left), { recursive: true, force: true }).catch(() => {})
  const version = fs.readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim()
  const wanted = settingsFor(socketFolder, settings)
  const config = path.join(data, 'zhike.conf')
  const main = path.join(data, 'postgresql.conf')
  const before = exists(config) ? fs.readFileSync(config, 'utf8') : ''
  fs.writeFileSync(config, wanted)
  if (!fs.readFileSync(main, 'utf8').includes("include = 'zhike.conf'")) fs.appendFileSync(main, "\ninclude = 'zhike.conf'\n")

  const stop = async (how: 'fast' | 'immediate' = 'fast') => {
    await program('pg_ctl', ['stop', '-D', data, '-m', how, '-w', '-t', '60'])
  }
  const pidFile = path.join(data, 'postmaster.pid')
  const isRunning = () => {
    // After the machine was switched off, the number in the file may belong to somebody else.
    const pid = exists(pidFile) ? Number(fs.readFileSync(pidFile, 'utf8').split('\n')[0]) : 0
    return pid > 0 && isAlive(pid) && worksIn(data, pid)
  }
  const start = async () => {
    for (let attempt = 1; ; attempt++) {
      try {
        await program('pg_ctl', ['start', '-D', data, '-l', logFile, '-w', '-t', '120'])
        if (await answers(admin, 60_000, isRunning)) return
        throw new Error('内置数据库没有应答。The embedded database does not answer.')
      } catch (error) {
        // Right after a kill the old processes still hold the folder for a moment.
        if (attempt <= 20 && exists(pidFile)) {
          if (attempt > 10 && !anyoneIn(data)) fs.rmSync(pidFile, { force: true })
          await pause(250)
          continue
        }
        const log = exists(logFile) ? fs.readFileSync(logFile, 'utf8').trim().split('\n').slice(-6).join('\n') : ''
        throw new Error(
          `内置数据库(PostgreSQL ${version})无法在 ${home} 启动。\nThe embedded database (PostgreSQL ${version}) cannot start in ${home}.\n${(error as Error).message}\n${log}`,
        )
      }
    }
  }

  if (isRunning()) {
    // A server killed hard leaves its database running. Take it over if it is healthy and set up as we want it, else stop it.
    const healthy = await answers(admin, 2_000, isRunning)
    if (!healthy || before !== wanted) await stop(healthy ? 'fast' : 'immediate').catch(() => {})
  }
  if (!(await answers(admin, 0))) await start()
  const client = new pg.Client(admin)
  client.on('error', () => {})
  await client.connect()
  try {
    const found = await client.query(`select 1 from pg_database where datname = 'zhike'`)
    if (found.rowCount === 0)
      await client.query('create database zhike').catch((error: { code?: string }) => {
        // The same statement of a server that was killed may just have come to its end.
        if (error.code !== '42P04' && error.code !== '23505') throw error
      })
  } finally {
    await client.end()
  }

  const stopping = new AbortController()
  let watching: Promise<void> | undefined
  const rest = (ms: number) => pause(ms, undefined, { ref: false, signal: stopping.signal }).catch(() => {})
  const keepUp = async (hear: (error: Error) => void) => {
    while (!stopping.signal.aborted) {
      await rest(500)
      // A database that restarts its own connections after the loss of one is running, and is left to itself.
      if (stopping.signal.aborted || isRunning()) continue
      hear(new Error('the embedded database has ended; it is started again'))
      try {
        await start()
      } catch (error) {
        hear(error as Error)
        await rest(5_000)
      }
    }
  }
  return {
    connection,
    watch(hear) {
      watching ??= keepUp(hear)
    },
    async stop() {
      stopping.abort()
      await watching
      if (!isRunning()) return
      // Told to stop in the midst of a recovery, PostgreSQL 18 never ends: let it come up first.
      await answers(admin, 5_000, isRunning)
      await stop('fast')
    },
  }
}
