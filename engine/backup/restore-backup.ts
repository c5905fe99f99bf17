import type pg from 'pg'
import { ensurePartitions } from '#engine/event/partitions.ts'
import { verifyAudit, type AuditReport } from '#engine/event/verify.ts'
import { migrate, readMigrations, schemaVersion, type Migration } from '#engine/store/migrate.ts'
import type { Database } from '#engine/store/database.ts'
import { archiveFault } from './archive-fault.ts'
import { openArchive, type ArchiveHead, type ArchiveReader } from './archive.ts'
import type { CarriedJob } from './carried-jobs.ts'
import { dropConnection, steadyText, tablesOf, quoted, type Manifest, type Opening } from './contents.ts'
import { loadParts } from './load-parts.ts'
import { settleTables } from './settle-tables.ts'
import { takeIndexesOff } from './table-indexes.ts'
import { claimTarget, refusePooler, releaseTarget } from './target.ts'

export interface RestoreOptions {
  file: string
  passphrase?: string | undefined
  /** The empty database, and the data folder that files and keys go to. */
  database: Database
  folder: string
  say?: (text: string) => void
  /** This version's migrations; tests restore into an older one. */
  migrations?: Migration[]
  /** What is done on the whole before it is let go: jobs brought back, indexes that no migration knows of. */
  finish?: (jobs: readonly CarriedJob[]) => Promise<string[]>
}

export interface RestoreReport {
  /** When what is in it was so. */
  createdAt: string
  fromSchema: string
  toSchema: string
  /** Migrations that came after the backup, with the seconds each took. */
  migrated: { name: string; seconds: number }[]
  tables: number
  rows: number
  files: number
  missing: string[]
  jobs: number
  audit: AuditReport
  seconds: { load: number; settle: number; verify: number; all: number }
  notes: string[]
}

async function readOpening(frames: AsyncIterator<{ kind: string; content: Buffer }>): Promise<Opening> {
  const first = await frames.next()
  if (first.done || first.value.kind !== 'opening')
    throw archiveFault('damaged', '备份文件已损坏或被改动。', 'The backup is damaged or has been altered.')
  return JSON.parse(first.value.content.toString()) as Opening
}

/** The migrations that make the tables of a backup: the first of ours, for a database never went another way. */
function migrationsOf(opening: Opening, ours: readonly Migration[]): Migration[] {
  const wanted = ours.slice(0, opening.migrations.length)
  const isOurs =
    wanted.length === opening.migrations.length &&
    wanted.every(({ name, hash }, i) => opening.migrations[i]!.name === name && opening.migrations[i]!.hash === hash)
  if (!isOurs)
    throw archiveFault(
      'newer-version',
      `备份来自另一个或更新的版本（${opening.migrations.at(-1)?.name ?? ''}），请使用该版本恢复。`,
      `The backup comes from another or a newer version (${opening.migrations.at(-1)?.name ?? ''}); restore it with that one.`,
    )
  return wanted
}

async function setSequences(client: pg.ClientBase, sequences: Manifest['sequences']): Promise<void> {
  for (const { name, start, last, isCalled } of sequences) {
    await client.query(`create sequence if not exists ${quoted(name)} start with ${Number(start)}`)
    await client.query('select setval($1::regclass, $2, $3)', [quoted(name), last, isCalled])
  }
}

const monthStart = (name: string): number => Date.UTC(Number(name.slice(6, 10)), Number(name.slice(11, 13)) - 1, 1)

/** Each of what came after the backup, by itself and timed. */
async function migrateOn(database: Database, migrations: readonly Migration[], from: number): Promise<RestoreReport['migrated']> {
  const done: RestoreReport['migrated'] = []
  for (let upTo = from + 1; upTo <= migrations.length; upTo++) {
    const began = Date.now()
    for (const name of await migrate(database, migrations.slice(0, upTo))) done.push({ name, seconds: (Date.now() - began) / 1000 })
  }
  return done
}

/** What a backup says of itself at its beginning. Throws where it cannot be opened or is not for this version. */
export async function lookInto(file: string, passphrase: string | undefined, migrations = readMigrations()): Promise<ArchiveHead> {
  const archive = await openArchive(file, passphrase)
  try {
    migrationsOf(await readOpening(archive.frames()), migrations)
    return archive.head
  } finally {
    await archive.close()
  }
}

/**
 * Brings a backup into an empty database and data folder: tables as its version had them, the data, keys and indexes behind the data, then
 * the migrations that have come since. Everything is compared with what was counted when it was written. Until its end the database is
 * marked: no server works with half of a company, and a restore begun again begins anew.
 */
export async function restoreBackup(options: RestoreOptions): Promise<RestoreReport> {
  const { file, passphrase, database, folder, say = () => {}, migrations = readMigrations() } = options
  refusePooler(database)
  const began = Date.now()
  const since = (from: number) => (Date.now() - from) / 1000
  const archive: ArchiveReader = await openArchive(file, passphrase)
  const clients: pg.Client[] = []
  try {
    const frames = archive.frames()
    const opening = await readOpening(frames)
    const older = migrationsOf(opening, migrations)
    await claimTarget(database)
    await migrate(database, older)
    for (const month of opening.months) await ensurePartitions(database, monthStart(month), 0)
    for (let i = 0; i < Math.max(2, opening.streams); i++) {
      const client = await database.connect()
      clients.push(client)
      await client.query(
        `${steadyText}; set synchronous_commit = off; set maintenance_work_mem = '512MB'; set max_parallel_maintenance_workers = 0`,
      )
    }
    const first = clients[0]!
    const taken = await takeIndexesOff(first)
    const known = new Set((await tablesOf(first)).map(({ name }) => name))
    let [bytes, told] = [0, Date.now()]
    const { manifest, jobs } = await loadParts(frames, clients, folder, known, (more) => {
      bytes += more
      if (Date.now() - told < 5000) return
      told = Date.now()
      say(`${Math.round(bytes / 1_048_576)} MB`)
    })
    const loaded = Date.now()
    say(
      `数据已写入（${since(began).toFixed(0)} 秒），正在核对并建立索引… Data is in (${since(began).toFixed(0)} s); comparing and indexing …`,
    )
    await settleTables(clients.slice(0, 3), manifest.parts, taken)
    await setSequences(first, manifest.sequences)
    const settled = Date.now()
    const migrated = await migrateOn(database, migrations, older.length)
    await ensurePartitions(database, Date.now())
    const notes = (await options.finish?.(jobs)) ?? []
    const verifying = Date.now()
    // What was altered before the backup is so in the copy as well: reported, and no reason to be without the data.
    const audit = await verifyAudit(database, folder)
    await first.query('checkpoint').catch(() => {})
    await releaseTarget(database)
    const tables = manifest.parts.filter(({ head }) => head.kind === 'table')
    return {
      createdAt: manifest.createdAt,
      fromSchema: archive.head.schema,
      toSchema: schemaVersion(migrations),
      migrated,
      tables: tables.length,
      rows: tables.reduce((sum, { rows }) => sum + rows, 0),
      files: manifest.parts.filter(({ head }) => head.kind === 'file').length,
      missing: manifest.missing,
      jobs: jobs.length,
      audit,
      seconds: {
        load: (loaded - began) / 1000,
        settle: (settled - loaded) / 1000,
        verify: since(verifying),
        all: since(began),
      },
      notes,
    }
  } catch (error) {
    clients.forEach(dropConnection)
    throw error
  } finally {
    await archive.close()
    await Promise.all(clients.map((client) => client.end().catch(() => {})))
  }
}

/** Reads a backup from beginning to end without bringing it anywhere: whole, undamaged, openable. */
export async function checkBackup(
  file: string,
  passphrase?: string,
): Promise<{ createdAt: string; schema: string; frames: number; size: number }> {
  const archive = await openArchive(file, passphrase)
  try {
    let frames = 0
    for await (const { content } of archive.frames()) frames += content.length > 0 ? 1 : 0
    return { createdAt: archive.head.createdAt, schema: archive.head.schema, frames, size: archive.size }
  } finally {
    await archive.close()
  }
}
