import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { verifyAudit } from '#engine/event/verify.ts'
import { openDatabase, type Database } from '#engine/store/database.ts'
import { startEmbedded } from '#engine/store/embedded.ts'
import { migrate, readMigrations } from '#engine/store/migrate.ts'
import { seal, unseal } from '#engine/sign-in/secret-box.ts'
import { sql } from '#engine/store/sql.ts'
import { openCompany } from '#test'
import { restoreAside, restorePlace } from '../../app/restore-place.ts'
import { openArchive } from './archive.ts'
import { restoreBackup } from './restore-backup.ts'
import { isHalfRestored, refuseHalfRestoredFolder } from './target.ts'
import { writeBackup } from './write-backup.ts'

const company = openCompany()
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zhike-backup-test-'))
const at = (name: string) => path.join(folder, name)
const log = pino({ level: 'error' }, pino.destination(2))
const made: string[] = []

const admin = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ ...inject('connection'), database: 'postgres' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** An empty database beside the company's, as an address like DATABASE_URL. */
async function emptyDatabase(): Promise<{ url: string; open(): Database }> {
  const name = `b_${randomBytes(6).toString('hex')}`
  await admin((client) => client.query(`create database ${name} template template0`))
  made.push(name)
  const { host, port, user } = inject('connection')
  return {
    url: `postgres://${user}@/${name}?host=${encodeURIComponent(host)}&port=${port}`,
    open: () => openDatabase({ connection: { ...inject('connection'), database: name }, max: 2 }),
  }
}

const back = (file: string, more: { passphrase?: string; signal?: AbortSignal } = {}) =>
  writeBackup({ database: company.database, folder: company.runtime.folder, file, ...more })

const codeOf = async (work: Promise<unknown>): Promise<string | undefined> =>
  work.then(
    () => 'none',
    (error: { code?: string }) => error.code,
  )

beforeAll(async () => {
  const li = await company.as('li')
  const customer = company.story.customers.xizi
  expect((await li.upload('files', { name: '合同.txt', content: '合同正文' }, { record: 'customer', id: customer! })).status).toBe(201)
  await company.settle()
  await seal(company.runtime, 'a second factor', 'somebody')
})

afterAll(async () => {
  fs.rmSync(folder, { recursive: true, force: true })
  await admin(async (client) => {
    for (const name of made) await client.query(`drop database if exists ${name} with (force)`)
  })
})

describe('a backup', () => {
  let sealed = ''
  it('holds everything that was acknowledged before it was begun, while writes go on, and comes back into another database', async () => {
    const li = await company.as('li')
    const log1 = (subject: string) =>
      li.post('records/activity', { subject, customer: company.story.customers.xizi, at: '2026-06-10T00:00:00Z' })
    expect((await log1('before the backup')).status).toBe(201)
    await company.database.transaction((tx) =>
      company.runtime.enqueue(tx, 'count-field', { field: '01900000-0000-7000-8000-000000000009' }),
    )
    sealed = await seal(company.runtime, 'secret of an app', 'somebody')
    let isOn = true
    const writing = (async () => {
      for (let i = 0; isOn; i++) expect((await log1(`while it goes on ${i}`)).status).toBe(201)
    })()
    const report = await back(at('whole.zkb'))
    isOn = false
    await writing
    expect(report.missing).toEqual([])
    expect(report.files).toBeGreaterThan(0)
    expect(fs.readdirSync(folder)).toEqual(['whole.zkb'])

    const target = await emptyDatabase()
    const other = at('other')
    const restored = await restorePlace({ file: at('whole.zkb'), passphrase: undefined, folder: other, databaseUrl: target.url, log })
    expect(restored).toMatchObject({
      tables: report.tables,
      rows: report.rows,
      files: report.files,
      migrated: [],
      notes: [expect.stringContaining('second factors')],
    })
    expect(restored.audit.fault).toBeNull()
    expect(restored.audit.sealed).toBeGreaterThan(0)
    const database = target.open()
    try {
      expect(await database.row(sql`select 1 as there from activity where subject = 'before the backup'`)).toEqual({ there: 1 })
      // Every table that has rows here has as many there, or is one that is left behind on purpose.
      const stands = (queries: Database) =>
        queries.rows<{ name: string; kind: string }>(
          sql`select c.relname as name, c.relkind as kind from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r','p','i','I','S') and c.relname !~ '^(cf_|event_20)' order by 1`,
        )
      expect(await stands(database)).toEqual(await stands(company.database))
      expect(await database.row(sql`select count(*) as n from session`)).toEqual({ n: 0 })
      expect(await database.row(sql`select count(*) as n from queue.job where name = 'count-field' and state = 'created'`)).toMatchObject({
        n: 1,
      })
      expect(await isHalfRestored(database)).toBe(false)
      // Running numbers go on behind those that were given.
      const sequence = await database.row<{ name: string }>(
        sql`select sequencename as name from pg_sequences where sequencename like 'number_customer%' limit 1`,
      )
      if (sequence) {
        const last = async (queries: Database) =>
          (await queries.row<{ n: number }>(sql`select last_value as n from ${sql.id(sequence.name)}`))!.n
        expect(await last(database)).toBeGreaterThanOrEqual(1)
      }
      const file = await database.row<{ key: string }>(sql`select key from file where name = '合同.txt'`)
      expect(fs.readFileSync(path.join(other, 'files', file!.key.slice(0, 2), file!.key), 'utf8')).toBe('合同正文')
      // Without a passphrase whoever has the file cannot sign a history.
      expect(fs.readdirSync(path.join(other, 'keys')).filter((name) => /\.(pem|key)$/.test(name))).toEqual([])
      // Nor read what was kept under a key; a new one is made when it is needed.
      expect(() => unseal({ folder: other }, sealed, 'somebody')).toThrow('secret-key-missing')
      expect(unseal({ folder: other }, await seal({ database, folder: other }, 'new', 'x'), 'x')).toBe('new')
    } finally {
      await database.close()
    }
    expect(await codeOf(restorePlace({ file: at('whole.zkb'), passphrase: undefined, folder: other, databaseUrl: target.url, log }))).toBe(
      'target-not-empty',
    )
  })

  it('comes back into an embedded database of its own, encrypted, with the key that signs', async () => {
    await back(at('secret.zkb'), { passphrase: '春风又绿江南岸' })
    const bytes = fs.readFileSync(at('secret.zkb'))
    expect(bytes.includes('customer')).toBe(false)
    const into = at('embedded')
    const report = await restorePlace({ file: at('secret.zkb'), passphrase: '春风又绿江南岸', folder: into, log })
    expect(report.audit.fault).toBeNull()
    expect(fs.existsSync(path.join(into, 'keys', 'seal.pem'))).toBe(true)
    expect(unseal({ folder: into }, sealed, 'somebody')).toBe('secret of an app')
    expect(report.notes).toEqual([])
    expect(fs.existsSync(path.join(into, 'database', 'restoring'))).toBe(false)
    expect(await codeOf(restorePlace({ file: at('secret.zkb'), passphrase: '春风又绿江南岸', folder: into, log }))).toBe('target-not-empty')
    expect(await codeOf(restoreAside({ file: at('secret.zkb'), passphrase: '春风', log }, folder))).toBe('passphrase-wrong')
    expect(await codeOf(restoreAside({ file: at('secret.zkb'), passphrase: undefined, log }, folder))).toBe('passphrase-needed')
    expect(fs.readdirSync(folder).filter((name) => name.startsWith('zhike-drill-'))).toEqual([])
  })

  it('whose restore was killed is refused to every server and restored anew; the database that was left running is ended', async () => {
    await back(at('killed.zkb'))
    const into = at('killed')
    // As a kill leaves it: the mark, and a database at work.
    fs.mkdirSync(path.join(into, 'database'), { recursive: true })
    fs.writeFileSync(path.join(into, 'database', 'restoring'), '')
    const left = await startEmbedded({ folder: path.join(into, 'database') })
    expect(() => refuseHalfRestoredFolder(into)).toThrow('has not been finished')
    const report = await restorePlace({ file: at('killed.zkb'), passphrase: undefined, folder: into, log })
    expect(report.audit.fault).toBeNull()
    expect(() => refuseHalfRestoredFolder(into)).not.toThrow()
    await left.stop()
  })

  it.each([
    ['plain.zkb', undefined],
    ['closed.zkb', 'a passphrase'],
  ])('that is cut off, altered or put together anew is not taken: %s', async (name, passphrase) => {
    await back(at(name), passphrase ? { passphrase } : {})
    const bytes = fs.readFileSync(at(name))
    const head = 13 + 4 + bytes.readUInt32BE(13)
    const second = head + 4 + bytes.readUInt32BE(head)
    const third = second + 4 + bytes.readUInt32BE(second)
    const flipped = Buffer.from(bytes)
    flipped[Math.floor(bytes.length / 2)]! ^= 1
    const spoiled: Record<string, [Buffer, string]> = {
      'its end missing': [bytes.subarray(0, bytes.length - 20), 'truncated'],
      'half of it missing': [bytes.subarray(0, Math.floor(bytes.length / 2)), 'truncated'],
      'a bit altered': [flipped, 'damaged'],
      'a frame left out': [Buffer.concat([bytes.subarray(0, second), bytes.subarray(third)]), 'damaged'],
      'something behind it': [Buffer.concat([bytes, Buffer.from('more')]), 'damaged'],
      'another file': [Buffer.from('PK\u0003\u0004 something else altogether'), 'not-a-backup'],
    }
    for (const [what, [content, code]] of Object.entries(spoiled)) {
      fs.writeFileSync(at('spoiled.zkb'), content)
      const read = async () => {
        const archive = await openArchive(at('spoiled.zkb'), passphrase)
        try {
          for await (const frame of archive.frames()) expect(frame.kind).toBeTruthy()
        } finally {
          await archive.close()
        }
      }
      expect(await codeOf(read()), what).toBe(code)
    }
    // Found on the way, the target stays marked and no server works with it; begun again with the whole file, all is there.
    fs.writeFileSync(at('spoiled.zkb'), flipped)
    const target = await emptyDatabase()
    const restore = (file: string) => restorePlace({ file, passphrase, folder: at(`into-${name}`), databaseUrl: target.url, log })
    expect(await codeOf(restore(at('spoiled.zkb')))).toBe('damaged')
    const database = target.open()
    expect(await isHalfRestored(database)).toBe(true)
    await database.close()
    expect((await restore(at(name))).audit.fault).toBeNull()
  })

  it('that is stopped, or meets a full disk, leaves no file', async () => {
    const stopping = new AbortController()
    stopping.abort()
    expect(await codeOf(back(at('stopped.zkb'), { signal: stopping.signal }))).toBe('stopped')
    fs.symlinkSync('/dev/full', at('full.zkb.part'))
    expect(await codeOf(back(at('full.zkb')))).toBe('ENOSPC')
    expect(fs.readdirSync(folder).filter((name) => /stopped|full/.test(name))).toEqual([])
  })

  it('of an older version comes back into this one', async () => {
    const migrations = readMigrations()
    const source = await emptyDatabase()
    const old = source.open()
    const upTo = migrations.slice(0, -2)
    await migrate(old, upTo)
    await old.run(sql`insert into installation (name, value, at) values ('of-old', '{"kept": true}', now())`)
    await writeBackup({ database: old, folder: at('old'), file: at('old.zkb') })
    await old.close()
    const target = await emptyDatabase()
    const report = await restorePlace({ file: at('old.zkb'), passphrase: undefined, folder: at('new'), databaseUrl: target.url, log })
    expect(report.migrated.map(({ name }) => name)).toEqual(migrations.slice(-2).map(({ name }) => name))
    const database = target.open()
    expect(await database.row(sql`select value from installation where name = 'of-old'`)).toEqual({ value: { kept: true } })
    expect((await verifyAudit(database, at('new'))).fault).toBeNull()
    // The other way round it is refused in clear words: this version does not know what the newer one had.
    const third = await emptyDatabase()
    const again = third.open()
    expect(await codeOf(restoreBackup({ file: at('whole.zkb'), database: again, folder: at('x'), migrations: upTo }))).toBe('newer-version')
    await again.close()
    await database.close()
  })
})
