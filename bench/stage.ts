import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import type { Actor } from '#engine/access/actor.ts'
import { openLog } from '#engine/health/open-log.ts'
import { makeToken } from '#engine/sign-in/tokens.ts'
import { openPeople, readEpoch, type People } from '#engine/access/load-actor.ts'
import type { House, Shape } from '#engine/record/house.ts'
import type { Database } from '#engine/store/database.ts'
import { readMigrations } from '#engine/store/migrate.ts'
import { sql, type Sql } from '#engine/store/sql.ts'
import { bringUpToDate, declaredHouse, openPlace, openRuntime, readSettings } from '../app/open.ts'
import { firstStart } from '../app/first-start.ts'
import { seed } from './seed.ts'
import { measured } from './seed-staff.ts'

const root = path.resolve(import.meta.dirname, '..')

/** A seeded data folder for a number of customers; made once and kept as long as later migrations can bring it up to date. */
export async function seededFolder(customers: number, say: (text: string) => void): Promise<string> {
  const folder = path.join(root, '.cache', 'bench', String(customers))
  const mark = path.join(folder, 'seeded')
  const version = readMigrations()[0]!.hash
  if (fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === version) return folder
  fs.rmSync(folder, { recursive: true, force: true })
  const settings = readSettings({ ZHIKE_DATA_DIR: folder, ZHIKE_DEMO: '0' })
  const log = openLog()
  const place = await openPlace(settings, log, say)
  await bringUpToDate(place.database)
  const { runtime, stop: stopRuntime } = await openRuntime(place.database, settings, log)
  await firstStart(runtime, { ...settings, adminPassword: 'bench-password' }, { isEmbedded: true, say: () => {} })
  const report = await seed(runtime, customers, say)
  say(JSON.stringify(report))
  await stopRuntime()
  await place.stop()
  fs.writeFileSync(mark, version)
  return folder
}

/** Everything a measurement needs: the product as a process of its own, its database, and people with tokens. */
export interface Stage {
  port: number
  database: Database
  house: House
  actors: Record<keyof typeof measured, { actor: Actor; token: string }>
  shape(name: string): Shape
  limitPort: number
  /** Gives the limit server a statement under a name. */
  limit(name: string, statement: Sql): Promise<void>
  readyMs: number
  pid: number
  close(): Promise<void>
}

/** Starts the product on a folder and waits until it is ready. */
export async function startProduct(
  folder: string,
  env: NodeJS.ProcessEnv = {},
): Promise<{ child: ChildProcess; port: number; readyMs: number }> {
  const port = 20_000 + Math.floor(Math.random() * 20_000)
  const begin = performance.now()
  const child = spawn(process.execPath, ['--max-semi-space-size=64', path.join(root, 'app/main.ts')], {
    env: { ...process.env, ZHIKE_DATA_DIR: folder, ZHIKE_DEMO: '0', ZHIKE_TOKEN_RATE: '0', PORT: String(port), HOST: '', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the product ended with ${child.exitCode}`)
    const answer = await fetch(`http://127.0.0.1:${port}/${env.ZHIKE_ROLE === 'web' ? 'healthz' : 'readyz'}`).catch(() => null)
    if (answer?.ok) break
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return { child, port, readyMs: performance.now() - begin }
}

export const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null) return resolve()
    child.on('exit', () => resolve())
    child.kill('SIGTERM')
  })

export async function setStage(folder: string, env: NodeJS.ProcessEnv = {}): Promise<Stage> {
  const { child, port, readyMs } = await startProduct(folder, env)
  const place = await openPlace(readSettings({ ZHIKE_DATA_DIR: folder }), openLog(), undefined, 3)
  const house = declaredHouse()
  const people: People = openPeople(place.database, () => house)
  const actors = {} as Stage['actors']
  for (const [key, email] of Object.entries(measured) as [keyof typeof measured, string][]) {
    const user = await place.database.row<{ id: string }>(sql`select id from "user" where email = ${email}`)
    if (!user) continue
    const actor = await people.actorOf(user.id, await readEpoch(place.database), { kind: 'token', locale: 'zh' })
    actors[key] = { actor: actor!, token: await makeToken(place.database, user.id, 'bench') }
  }
  const limits = spawn(
    process.execPath,
    [
      path.join(root, 'bench/limit.ts'),
      JSON.stringify(place.database.config, (key, value: unknown) => (key === 'types' ? undefined : value)),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const limitPort = await new Promise<number>((resolve) =>
    limits.stdout!.once('data', (chunk: Buffer) => resolve(Number(chunk.toString()))),
  )
  return {
    port,
    database: place.database,
    house,
    actors,
    shape: (name) => house.shapes.get(name)!,
    limitPort,
    async limit(name, statement) {
      const { text, values } = statement.render()
      await fetch(`http://127.0.0.1:${limitPort}/`, { method: 'POST', body: JSON.stringify({ name, text, values }) })
    },
    readyMs,
    pid: child.pid!,
    async close() {
      limits.kill()
      await place.database.close()
      await stop(child)
    },
  }
}
