import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { startEmbedded } from '#engine/store/embedded.ts'

/** A PostgreSQL beside the product, which the torture may stop and start. */
export interface Postgres {
  version: string
  url: string
  client(): Promise<pg.Client>
  /** Its main process; undefined while it is down. */
  pid(): number | undefined
  /** Ends it at once, as a machine that goes down. */
  kill(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
}

/** Debian's PostgreSQL, where it is installed. */
const debian = '/usr/lib/postgresql/15/bin'
export const hasPostgres15 = (): boolean => fs.existsSync(path.join(debian, 'postgres')) && process.getuid?.() === 0

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function pidIn(data: string): number | undefined {
  try {
    const pid = Number(fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 0)
    return pid
  } catch {
    return undefined
  }
}

async function killIn(data: string): Promise<void> {
  const pid = pidIn(data)
  if (pid) process.kill(pid, 'SIGQUIT')
  while (pidIn(data)) await pause(50)
}

const clientOf = (url: string) => async () => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** The one that comes with the product. */
export async function embedded(folder: string): Promise<Postgres> {
  let server = await startEmbedded({ folder })
  const { host, port } = server.connection
  const url = `postgresql://zhike@/zhike?host=${encodeURIComponent(host!)}&port=${port}`
  const data = path.join(fs.realpathSync(folder), 'cluster')
  return {
    version: '18 (embedded)',
    url,
    client: clientOf(url),
    pid: () => pidIn(data),
    kill: () => killIn(data),
    async start() {
      server = await startEmbedded({ folder })
    },
    stop: () => server.stop(),
  }
}

/** PostgreSQL 15 of Debian 12, as the user "postgres". */
export async function postgres15(folder: string): Promise<Postgres> {
  fs.mkdirSync(folder, { recursive: true, mode: 0o755 })
  const as = (program: string, ...args: string[]) =>
    execFileSync('runuser', ['-u', 'postgres', '--', path.join(debian, program), ...args], { stdio: 'ignore', cwd: '/' })
  const data = path.join(folder, 'data')
  for (const at of [path.dirname(folder), folder]) fs.chmodSync(at, 0o777)
  as('initdb', '-D', data, '-U', 'zhike', '--auth=trust', '--encoding=UTF8', '--locale=C')
  fs.appendFileSync(
    path.join(data, 'postgresql.conf'),
    `\nlisten_addresses = ''\nunix_socket_directories = '${folder}'\nmax_connections = 300\n`,
  )
  const start = () => as('pg_ctl', 'start', '-D', data, '-w', '-l', path.join(folder, 'log'))
  start()
  as('createdb', '-h', folder, '-U', 'zhike', 'zhike')
  const url = `postgresql://zhike@/zhike?host=${encodeURIComponent(folder)}`
  return {
    version: '15 (Debian)',
    url,
    client: clientOf(url),
    pid: () => pidIn(data),
    kill: () => killIn(data),
    async start() {
      start()
    },
    stop: async () => void as('pg_ctl', 'stop', '-D', data, '-m', 'fast', '-w'),
  }
}
