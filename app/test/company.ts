import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { systemActor, type Actor } from '#engine/access/actor.ts'
import { makeToken } from '#engine/sign-in/tokens.ts'
import { readEpoch } from '#engine/access/load-actor.ts'
import { openLog } from '#engine/health/open-log.ts'
import { openSealKey } from '#engine/event/keys.ts'
import { readForCapabilities, readForReactions } from '#engine/event/reader.ts'
import { sealOnce } from '#engine/event/seal.ts'
import type { Route } from '#engine/http/route.ts'
import type { Queue } from '#engine/job/queue.ts'
import { settleNotices } from '#engine/notice/settle-notices.ts'
import { followChanges } from '#engine/match/stored-keys.ts'
import { tellOfEvents } from '#engine/notice/tell-of-events.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { openDatabase, type Database } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import type { Story } from '../demo/in-names.ts'
import { openRuntime } from '../open.ts'
import { openServer } from '../server.ts'
import { watchAnswers } from './described.ts'
import { storyTime } from './template.ts'

/** What came back from the front door. */
export interface Answer<T = any> {
  status: number
  body: T
  headers: Record<string, string | string[] | number | undefined>
  text: string
}

interface Ask {
  headers?: Record<string, string>
  body?: unknown
}

/** Somebody at the front door: every call goes through the whole of the product, save the network. */
export interface Caller {
  token: string
  request<T = any>(method: Route['method'], url: string, ask?: Ask): Promise<Answer<T>>
  get<T = any>(url: string, ask?: Ask): Promise<Answer<T>>
  post<T = any>(url: string, body?: unknown, ask?: Ask): Promise<Answer<T>>
  patch<T = any>(url: string, version: number | undefined, body: unknown, ask?: Ask): Promise<Answer<T>>
  delete<T = any>(url: string, ask?: Ask): Promise<Answer<T>>
  /** Sends a file as a form does. */
  upload<T = any>(url: string, file: { name: string; content: Buffer | string }, fields?: Record<string, string>): Promise<Answer<T>>
}

/** A copy of the story's database with the product upon it. */
export interface Company {
  runtime: Runtime
  database: Database
  queue: Queue
  routes: Route[]
  story: Story
  /** Somebody of the cast, by key ("li"), or "admin". */
  as(key: string): Promise<Caller>
  actor(key: string): Promise<Actor>
  shape(name: string): Shape
  /** The address of the server on a real port, for what cannot be asked by injection. */
  address(): Promise<string>
  /** Seals what was written, hands it to the reactions and tells people of it, as the worker would. */
  settle(): Promise<void>
  /** Runs waiting jobs until none is left. */
  work(): Promise<void>
  /** What went over the interface and is not as described. */
  undescribed: string[]
  /** Opens a second node on the same database. */
  another(): Promise<Company>
  close(): Promise<void>
}

const admin = (): pg.Client => new pg.Client({ ...inject('connection'), database: 'postgres' })

/**
 * Makes a copy of the story for one test file; it is thrown away at the file's end.
 * @param hear gets every line of the log, however small the matter.
 */
export function openCompany({ hear }: { hear?: (line: string) => void } = {}): Company {
  const company = {} as Company
  const name = `t_${randomBytes(6).toString('hex')}`
  beforeAll(async () => {
    const client = admin()
    await client.connect()
    await client.query(`create database ${name} template ${inject('connection').database} strategy file_copy`)
    await client.end()
    Object.assign(company, await openOn(name, undefined, hear))
  })
  afterAll(async () => {
    const undescribed = [...new Set(company.undescribed)]
    await company.close?.()
    const client = admin()
    await client.connect()
    await client.query(`drop database if exists ${name} with (force)`)
    await client.end()
    // What is answered is what is described, in every test that asks anything.
    expect(undescribed).toEqual([])
  })
  return company
}

async function openOn(name: string, shared?: string, hear?: (line: string) => void): Promise<Company> {
  // Nodes on one database share the folder of files and keys.
  const folder = shared ?? fs.mkdtempSync(path.join(os.tmpdir(), 'zhike-files-'))
  const connection = { ...inject('connection'), database: name }
  const database = openDatabase({ connection, max: 8 })
  const { runtime, people, queue, signals, stop } = await openRuntime(
    database,
    // Tests ask faster than any program may.
    { folder, role: 'web', host: '127.0.0.1', tokenRate: 0 },
    hear ? openLog('trace', { write: hear }) : openLog(process.env.LOG_LEVEL || 'error'),
  )
  const begin = Date.now()
  runtime.clock = () => storyTime + (Date.now() - begin)
  const { server, routes, stop: stopServer } = await openServer(runtime, people, signals)
  const undescribed = watchAnswers(server, runtime, routes)
  const story = inject('story')
  const callers = new Map<string, Promise<Caller>>()
  let address: Promise<string> | undefined
  const idOf = async (key: string): Promise<string> =>
    story.people[key] ?? (await database.row<{ id: string }>(sql`select id from "user" where email = ${`${key}@yunshan.demo`}`))!.id

  async function call(key: string): Promise<Caller> {
    const token = await makeToken(database, await idOf(key), 'test')
    const send = async (method: Route['method'], url: string, { headers, body }: Ask = {}): Promise<Answer> => {
      const response = await server.inject({
        method,
        url: url.startsWith('/') ? url : `/api/v1/${url}`,
        headers: { authorization: `Bearer ${token}`, 'accept-language': 'en', ...headers },
        ...(body === undefined ? {} : { payload: body as object }),
      })
      const isJson = String(response.headers['content-type']).includes('json')
      return {
        status: response.statusCode,
        headers: response.headers as Answer['headers'],
        text: response.body,
        body: isJson && response.body ? JSON.parse(response.body) : undefined,
      }
    }
    return {
      token,
      request: send,
      get: (url, ask) => send('GET', url, ask),
      post: (url, body, ask) => send('POST', url, { body: body ?? {}, ...ask }),
      patch: (url, version, body, ask) =>
        send('PATCH', url, {
          body,
          ...ask,
          headers: { ...(version === undefined ? {} : { 'if-match': `"${version}"` }), ...ask?.headers },
        }),
      delete: (url, ask) => send('DELETE', url, ask),
      upload(url, file, fields = {}) {
        const boundary = `----${randomBytes(12).toString('hex')}`
        const part = (head: string, content: Buffer) =>
          Buffer.concat([Buffer.from(`--${boundary}\r\n${head}\r\n\r\n`), content, Buffer.from('\r\n')])
        const payload = Buffer.concat([
          ...Object.entries(fields).map(([key, value]) => part(`content-disposition: form-data; name="${key}"`, Buffer.from(value))),
          part(
            `content-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream`,
            Buffer.isBuffer(file.content) ? file.content : Buffer.from(file.content),
          ),
          Buffer.from(`--${boundary}--\r\n`),
        ])
        return send('POST', url, { body: payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } })
      },
    }
  }

  return {
    runtime,
    database,
    queue,
    routes,
    story,
    as(key) {
      const known = callers.get(key) ?? call(key)
      callers.set(key, known)
      return known
    },
    async actor(key) {
      if (key === 'system') return systemActor
      return (await people.actorOf(await idOf(key), await readEpoch(database), { kind: 'user', locale: 'en' }))!
    },
    shape: (record) => runtime.house.shapes.get(record)!,
    address: () => (address ??= server.listen({ host: '127.0.0.1', port: 0 })),
    async settle() {
      const key = openSealKey(folder)
      while ((await sealOnce(database, key)).sealed > 0) continue
      while ((await readForReactions(runtime)) > 0) continue
      while ((await readForCapabilities(runtime)) > 0) continue
      while ((await followChanges(runtime)) > 0) continue
      while ((await tellOfEvents(runtime)) + (await settleNotices(runtime)) > 0) continue
    },
    work: () => queue.drain(runtime),
    another: () => openOn(name, folder),
    undescribed,
    async close() {
      await stopServer()
      await stop()
      await database.close()
      if (!shared) fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}
