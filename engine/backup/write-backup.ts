import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { constants, zstdCompress } from 'node:zlib'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Database } from '#engine/store/database.ts'
import { archiveFault } from './archive-fault.ts'
import { createArchive, type ArchiveWriter } from './archive.ts'
import { dropConnection, quoted, steadyText, tablesOf, type Manifest, type Opening, type PartEnd, type PartHead } from './contents.ts'
import { waitingJobs } from './carried-jobs.ts'
import { countPart, type PartCount } from './part-count.ts'
import { refusePooler } from './target.ts'

export interface BackupProgress {
  rows: number
  /** An estimate: what the database believes its tables to hold. */
  ofRows: number
  bytes: number
}

export interface BackupOptions {
  database: Database
  /** The data folder: files and keys. */
  folder: string
  /** Where it goes. The file bears this name only when it is whole and on the disk. */
  file: string
  /** Encrypts it; without one the keys that sign the audit and open second factors are not taken along. */
  passphrase?: string | undefined
  /** Connections that read at the same time. */
  streams?: number
  signal?: AbortSignal
  onProgress?: (progress: BackupProgress) => void
}

export interface BackupReport {
  file: string
  size: number
  /** SHA-256 of the file. */
  fingerprint: string
  schema: string
  tables: number
  rows: number
  files: number
  missing: string[]
  isEncrypted: boolean
  seconds: number
}

const compress = promisify(zstdCompress) as (bytes: Buffer, options: object) => Promise<Buffer>
const level = { params: { [constants.ZSTD_c_compressionLevel]: 3 } }
const blockSize = 1_048_576

/** Gathers what comes in small pieces into blocks; those of a table end with a row. */
async function* blocksOf(source: Readable, hasRows: boolean): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = []
  let size = 0
  for await (const piece of source as AsyncIterable<Buffer>) {
    pieces.push(piece)
    size += piece.length
    if (size < blockSize) continue
    const all = Buffer.concat(pieces)
    const cut = hasRows ? all.lastIndexOf(10) + 1 : all.length
    pieces = cut < all.length ? [all.subarray(cut)] : []
    size = all.length - cut
    if (cut > 0) yield all.subarray(0, cut)
  }
  if (size > 0) yield Buffer.concat(pieces)
}

/** Writes one part: what it is, its blocks, what was counted. */
async function writePart(
  archive: ArchiveWriter,
  number: number,
  head: PartHead,
  source: Readable,
  tell: (count: { bytes: number; rows: number }) => void,
): Promise<PartEnd> {
  const hasRows = head.kind !== 'file'
  const counter = countPart(hasRows)
  await archive.append('begin', number, Buffer.from(JSON.stringify(head)))
  for await (const block of blocksOf(source, hasRows)) {
    const rows = counter.add(block)
    tell({ bytes: block.length, rows })
    await archive.append('data', number, await compress(block, level))
  }
  const count: PartCount = counter.end()
  await archive.append('end', number, Buffer.from(JSON.stringify(count)))
  return { head, ...count }
}

/** The files that the data names: they are written before their rows and are there as long as those. */
async function filesOf(client: pg.ClientBase, folder: string, hasKey: boolean): Promise<{ there: string[]; missing: string[] }> {
  const found = await client.query<{ key: string }>(`select key from file union select file_key from import where file_key <> ''`)
  const named = found.rows.map(({ key }) => path.posix.join('files', key.slice(0, 2), key))
  const there = named.filter((file) => existsSync(path.join(folder, file)))
  const keys = existsSync(path.join(folder, 'keys')) ? readdirSync(path.join(folder, 'keys')) : []
  // With the private key a forged history can be signed, with the secret one second factors read: they leave the house only enciphered.
  const taken = keys.filter((name) => /^seal-[0-9a-f]+\.pub$/.test(name) || (hasKey && /^(seal\.pem|secret-[0-9a-f]+\.key)$/.test(name)))
  return {
    there: [...taken.map((name) => path.posix.join('keys', name)), ...there],
    missing: named.filter((file) => !there.includes(file)),
  }
}

async function readOpening(client: pg.ClientBase, streams: number): Promise<Opening & { parts: Awaited<ReturnType<typeof tablesOf>> }> {
  const { rows: migrations } = await client.query<Opening['migrations'][number]>('select name, hash from migration order by name')
  const { rows: months } = await client.query<{ name: string }>(
    `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'event'::regclass and c.relname ~ '^event_\\d{4}_\\d{2}$' order by 1`,
  )
  const parts = await tablesOf(client)
  return { migrations, months: months.map(({ name }) => name), streams, tables: parts.map(({ name, rows }) => ({ name, rows })), parts }
}

async function sequencesOf(client: pg.ClientBase): Promise<Manifest['sequences']> {
  const found = await client.query<{ name: string; start: number }>(
    `select sequencename as name, start_value as start from pg_sequences where schemaname = 'public' order by 1`,
  )
  const states: Manifest['sequences'] = []
  for (const { name, start } of found.rows) {
    const state = await client.query<{ last: number; called: boolean }>(
      `select last_value as last, is_called as called from ${quoted(name)}`,
    )
    states.push({ name, start: Number(start), last: Number(state.rows[0]!.last), isCalled: state.rows[0]!.called })
  }
  return states
}

/**
 * Writes everything that the company has into one file while it goes on working: all connections read the same snapshot, so that the file
 * holds what was committed when it was begun, and nothing half. Stopped or failing, it leaves no file.
 */
export async function writeBackup(options: BackupOptions): Promise<BackupReport> {
  const { database, folder, file, passphrase, signal, streams = 3 } = options
  refusePooler(database)
  const began = Date.now()
  const clients: pg.Client[] = []
  const connect = async () => {
    const client = await database.connect()
    clients.push(client)
    await client.query(steadyText)
    return client
  }
  let archive: ArchiveWriter | undefined
  const stopped = () => archiveFault('stopped', '备份已中止。', 'The backup was stopped.')
  const onStop = () => clients.forEach(dropConnection)
  signal?.addEventListener('abort', onStop)
  try {
    const first = await connect()
    await first.query('begin isolation level repeatable read read only')
    const snapshot = (await first.query<{ id: string }>('select pg_export_snapshot() as id')).rows[0]!.id
    const { parts, ...opening } = await readOpening(first, streams)
    // From here on nobody can change the shape of what is being read.
    await first.query(`lock table ${parts.map(({ name }) => quoted(name)).join(', ')} in access share mode`)
    const seal = await first.query<{ position: string; hash: Buffer }>('select position, hash from seal order by position desc limit 1')
    const schema = opening.migrations.at(-1)?.name ?? 'none'
    await mkdir(path.dirname(path.resolve(file)), { recursive: true })
    const createdAt = new Date(began).toISOString()
    archive = await createArchive(file, { createdAt, schema }, passphrase)
    await archive.append('opening', 0, Buffer.from(JSON.stringify(opening satisfies Opening)))

    const progress: BackupProgress = { rows: 0, ofRows: parts.reduce((sum, { rows }) => sum + rows, 0), bytes: 0 }
    const tell = ({ bytes, rows }: { bytes: number; rows: number }) => {
      if (signal?.aborted) throw stopped()
      progress.bytes += bytes
      progress.rows += rows
      options.onProgress?.(progress)
    }
    const ends: PartEnd[] = []
    let number = 0
    const write = async (head: PartHead, source: Readable) => {
      ends.push(await writePart(archive!, ++number, head, source, tell))
    }
    const waiting = [...parts]
    await Promise.all(
      Array.from({ length: Math.min(streams, parts.length) }, async (_, i) => {
        const client = i === 0 ? first : await connect()
        if (i > 0) {
          await client.query('begin isolation level repeatable read read only')
          await client.query(`set transaction snapshot '${snapshot}'`)
        }
        for (let part = waiting.shift(); part; part = waiting.shift()) {
          const { kind, name, columns } = part
          await write(
            { kind, name, columns },
            client.query(copyTo(`copy ${quoted(name)} (${columns.map(quoted).join(', ')}) to stdout`, { highWaterMark: blockSize })),
          )
        }
      }),
    )
    await write({ kind: 'jobs' }, await waitingJobs(first))
    const { there, missing } = await filesOf(first, folder, passphrase !== undefined)
    for (const name of there) {
      // One erased on request while this goes on has left with its row; an older copy of it is not wanted either.
      if (!existsSync(path.join(folder, name))) missing.push(name)
      else await write({ kind: 'file', path: name }, createReadStream(path.join(folder, name), { highWaterMark: 262_144 }))
    }
    const manifest: Manifest = {
      createdAt,
      finishedAt: new Date().toISOString(),
      parts: ends,
      sequences: await sequencesOf(first),
      missing,
      seal: seal.rows[0] ? { position: Number(seal.rows[0].position), hash: seal.rows[0].hash.toString('hex') } : null,
    }
    if (signal?.aborted) throw stopped()
    await archive.append('manifest', 0, await compress(Buffer.from(JSON.stringify(manifest)), level))
    const { size, fingerprint } = await archive.finish()
    const tables = ends.filter(({ head }) => head.kind === 'table')
    return {
      file,
      size,
      fingerprint,
      schema,
      tables: tables.length,
      rows: tables.reduce((sum, { rows }) => sum + rows, 0),
      files: there.length,
      missing,
      isEncrypted: passphrase !== undefined,
      seconds: (Date.now() - began) / 1000,
    }
  } catch (error) {
    clients.forEach(dropConnection)
    await archive?.abandon()
    throw signal?.aborted ? stopped() : error
  } finally {
    signal?.removeEventListener('abort', onStop)
    await Promise.all(clients.map((client) => client.end().catch(() => {})))
  }
}
