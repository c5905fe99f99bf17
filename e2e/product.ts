import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')

export const administrator = { email: 'admin@zhike.test', password: 'Sunflower-2031-field' }

/** The product as a process of its own, seen from outside. */
export interface Product {
  folder: string
  port: number
  url: string
  pid: number
  /** All that it has printed. */
  said(): string
  isRunning(): boolean
  /** Its exit code; null where a signal ended it. */
  exited: Promise<number | null>
  signal(name: NodeJS.Signals): Promise<number | null>
}

/** Looks again and again until something is there. Throws with `what` when it has not come in time. */
export async function until<T>(what: string, within: number, look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const end = Date.now() + within
  for (;;) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    if (Date.now() > end) throw new Error(`waited ${within} ms in vain: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

export const freshFolder = (): string => fs.mkdtempSync(path.join(os.tmpdir(), 'zhike-story-'))

/** A port that nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = net.createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })

function start(file: string, args: readonly string[], env: NodeJS.ProcessEnv) {
  const given: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_COMPILE_CACHE: path.join(root, '.cache/compiled'),
    DATABASE_URL: '',
    HOST: '',
    ZHIKE_ROLE: '',
    ...env,
  }
  const child = spawn(process.execPath, [path.join(root, file), ...args], { cwd: root, env: given, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  const hear = (chunk: Buffer) => (text += chunk.toString())
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const exited = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code))
  })
  return { child, exited, said: () => text }
}

/** Starts the product and does not wait for it. */
export function launch(folder: string, port: number, env: NodeJS.ProcessEnv = {}): Product {
  const { child, exited, said } = start('app/main.ts', [], {
    ZHIKE_DATA_DIR: folder,
    PORT: String(port),
    ZHIKE_DEMO: '0',
    ZHIKE_TOKEN_RATE: '0',
    ZHIKE_ADMIN_EMAIL: administrator.email,
    ZHIKE_ADMIN_PASSWORD: administrator.password,
    ...env,
  })
  return {
    folder,
    port,
    url: `http://127.0.0.1:${port}`,
    pid: child.pid!,
    said,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    exited,
    signal(name) {
      child.kill(name)
      return exited
    },
  }
}

/** The status of `/readyz`; 0 where nobody answers. */
export const readiness = async ({ url }: Product): Promise<number> =>
  fetch(`${url}/readyz`, { signal: AbortSignal.timeout(15_000) }).then(
    async (answer) => {
      await answer.body?.cancel()
      return answer.status
    },
    () => 0,
  )

/** Waits until the product is ready to work. */
export async function ready(product: Product, within = 30_000): Promise<void> {
  await until('readyz answers 200', within, async () => {
    if (!product.isRunning()) throw new Error(`the product ended with ${await product.exited}:\n${product.said()}`)
    return (await readiness(product)) === 200
  }).catch((error: Error) => {
    throw new Error(`${error.message}\n${product.said()}`)
  })
}

/** Runs a command of `app/cli.ts` on a data folder. */
export async function command(folder: string, ...args: string[]): Promise<{ code: number | null; said: string }> {
  const { exited, said } = start('app/cli.ts', args, { ZHIKE_DATA_DIR: folder })
  return { code: await exited, said: said() }
}

export interface Answer<T> {
  status: number
  body: T
}

export interface Ask {
  body?: unknown
  key?: string
  version?: number
}

/** Somebody who is signed in; `at` another address his session goes on. */
export interface Caller {
  cookie: string
  ask<T = Record<string, unknown>>(method: 'GET' | 'POST' | 'PATCH', route: string, ask?: Ask): Promise<Answer<T>>
  at(product: Product): Caller
}

const callerOf = (url: string, cookie: string): Caller => ({
  cookie,
  async ask<T>(method: 'GET' | 'POST' | 'PATCH', route: string, { body, key, version }: Ask = {}) {
    const isForm = body instanceof FormData
    const answer = await fetch(`${url}/api/v1/${route}`, {
      method,
      headers: {
        cookie,
        'x-requested-with': 'test',
        'accept-language': 'en',
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    })
    const text = await answer.text()
    return { status: answer.status, body: (text ? JSON.parse(text) : undefined) as T }
  },
  at: (product) => callerOf(product.url, cookie),
})

export async function signIn({ url }: Pick<Product, 'url'>, who = administrator): Promise<Caller> {
  const answer = await fetch(`${url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-requested-with': 'test' },
    body: JSON.stringify(who),
  })
  if (answer.status !== 200) throw new Error(`sign-in answered ${answer.status}: ${await answer.text()}`)
  await answer.body?.cancel()
  return callerOf(url, answer.headers.getSetCookie()[0]!.split(';')[0]!)
}

/** The process of the embedded database of a data folder; undefined where none is at work there. */
export function postmasterOf(folder: string): number | undefined {
  const cluster = path.join(folder, 'database', 'cluster')
  try {
    const pid = Number(fs.readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 0)
    // The number may have gone to another process since.
    const isTold = fs.existsSync('/proc/self/cwd')
    return !isTold || fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(cluster) ? pid : undefined
  } catch {
    return undefined
  }
}

/** Ends everything at once and throws the folder away. */
export async function sweep(folder: string, ...products: Product[]): Promise<void> {
  await Promise.all(products.map((product) => product.signal('SIGKILL')))
  const pid = postmasterOf(folder)
  if (pid) {
    // SIGQUIT: the database ends its own processes, and at once.
    process.kill(pid, 'SIGQUIT')
    await until('the database has ended', 20_000, () => postmasterOf(folder) === undefined)
  }
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}
