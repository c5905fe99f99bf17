import { createWriteStream } from 'node:fs'
import { mkdir, rename } from 'node:fs/promises'
import path from 'node:path'
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { promisify } from 'node:util'
import { zstdDecompress } from 'node:zlib'
import type pg from 'pg'
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams'
import { archiveFault } from './archive-fault.ts'
import type { Frame } from './archive.ts'
import { jobsIn, type CarriedJob } from './carried-jobs.ts'
import { quoted, type Manifest, type PartEnd, type PartHead } from './contents.ts'
import { countPart, type PartCount } from './part-count.ts'

export const inflate = promisify(zstdDecompress) as (bytes: Buffer) => Promise<Buffer>

/** Where the bytes of one part go. */
interface Sink {
  write(bytes: Buffer): Promise<void>
  end(): Promise<void>
}

interface OpenPart {
  /** What has been begun for this part, one after the other. */
  last: Promise<void>
  take(content: Buffer): Promise<void>
  finish(said: PartCount): Promise<void>
}

export interface Loaded {
  manifest: Manifest
  jobs: CarriedJob[]
}

const damaged = (zh: string, en: string) => archiveFault('damaged', zh, en)

/** Waits where a stream asks to; a stream that breaks says so. */
async function pour(stream: Writable, bytes: Buffer): Promise<void> {
  for (let at = 0; at < bytes.length; at += 262_144) if (!stream.write(bytes.subarray(at, at + 262_144))) await once(stream, 'drain')
}

async function tableSink(client: pg.Client, name: string, columns: readonly string[], free: () => void): Promise<Sink> {
  await client.query('begin')
  // Emptied in the transaction that fills it, a table need not be logged nor cleaned up later.
  await client.query(`truncate ${quoted(name)}`)
  const stream: CopyStreamQuery = client.query(
    copyFrom(`copy ${quoted(name)} (${columns.map(quoted).join(', ')}) from stdin with (freeze)`),
  )
  const failed = new Promise<never>((_, reject) => stream.once('error', reject))
  failed.catch(() => {})
  return {
    write: (bytes) => Promise.race([pour(stream, bytes), failed]),
    async end() {
      stream.end()
      await Promise.race([once(stream, 'finish'), failed])
      await client.query('commit')
      free()
    },
  }
}

async function fileSink(folder: string, name: string): Promise<Sink> {
  const file = path.join(folder, name)
  // Never out of the data folder, whatever a file that somebody else has made says.
  if (!/^(files\/[0-9a-z]{2}\/[0-9a-z]{8,64}|keys\/(seal\.pem|seal-[0-9a-f]{1,64}\.pub|secret-[0-9a-f]{1,64}\.key))$/.test(name))
    throw damaged(`备份中的文件名不正确：${name}`, `The backup names a file that does not belong there: ${name}`)
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const stream = createWriteStream(`${file}.part`, { mode: 0o600, flush: true })
  const failed = new Promise<never>((_, reject) => stream.once('error', reject))
  failed.catch(() => {})
  return {
    write: (bytes) => Promise.race([pour(stream, bytes), failed]),
    async end() {
      stream.end()
      await Promise.race([once(stream, 'close'), failed])
      await rename(`${file}.part`, file)
    },
  }
}

/**
 * Reads the frames behind the opening and brings each part to its place, several at a time, counting what goes by.
 * @param clients as many connections as parts of tables may be open at once.
 */
export async function loadParts(
  frames: AsyncIterator<Frame>,
  clients: readonly pg.Client[],
  folder: string,
  known: ReadonlySet<string>,
  onBytes: (bytes: number) => void,
): Promise<Loaded> {
  const ended: PartEnd[] = []
  const jobLines: string[] = []
  const free = [...clients]
  const waiting: ((client: pg.Client) => void)[] = []
  const release = (client: pg.Client) => {
    const next = waiting.shift()
    if (next) next(client)
    else free.push(client)
  }
  const takeClient = async () => free.pop() ?? new Promise<pg.Client>((resolve) => waiting.push(resolve))
  let fault: unknown
  let pending = 0
  let wake = () => {}

  const sinkFor = async (head: PartHead): Promise<Sink> => {
    if (head.kind === 'file') return fileSink(folder, head.path)
    if (head.kind === 'jobs') return { write: async (bytes) => void jobLines.push(bytes.toString()), end: async () => {} }
    if (!known.has(head.name))
      throw damaged(
        `备份中的表 ${head.name} 不属于这个版本。`,
        `The backup holds a table ${head.name} that does not belong to its version.`,
      )
    const client = await takeClient()
    return tableSink(client, head.name, head.columns, () => release(client))
  }
  const begin = (head: PartHead): OpenPart => {
    const counter = countPart(head.kind !== 'file')
    const sink = sinkFor(head)
    const last = sink.then(() => {})
    // Heard where the part goes on; where the reading ends before that, its own fault counts.
    last.catch(() => {})
    return {
      last,
      async take(content: Buffer) {
        const bytes = await inflate(content)
        counter.add(bytes)
        onBytes(bytes.length)
        await (await sink).write(bytes)
      },
      async finish(said: PartCount) {
        await (await sink).end()
        const count = counter.end()
        if (count.sha256 !== said.sha256 || count.rows !== said.rows || count.content !== said.content)
          throw damaged('备份的内容与其校验值不符。', 'The content of the backup does not fit its digests.')
        ended.push({ head, ...count })
      },
    }
  }
  const parts = new Map<number, OpenPart>()
  const follow = (number: number, work: (part: OpenPart) => Promise<void>) => {
    const part = parts.get(number)
    if (!part) throw damaged('备份文件已损坏或被改动。', 'The backup is damaged or has been altered.')
    pending += 1
    part.last = part.last
      .then(() => work(part))
      .catch((error: unknown) => void (fault ??= error))
      .finally(() => {
        pending -= 1
        wake()
      })
  }
  const room = async (most: number) => {
    while (pending > most && fault === undefined) await new Promise<void>((resolve) => (wake = resolve))
    if (fault !== undefined) throw fault
  }
  for (;;) {
    const { value: frame, done } = await frames.next()
    if (done) throw archiveFault('truncated', '备份文件不完整（被截断）。', 'The backup is not whole: its end is missing.')
    if (frame.kind === 'begin') parts.set(frame.part, begin(JSON.parse(frame.content.toString()) as PartHead))
    else if (frame.kind === 'data') follow(frame.part, (part) => part.take(frame.content))
    else if (frame.kind === 'end') follow(frame.part, (part) => part.finish(JSON.parse(frame.content.toString()) as PartCount))
    else if (frame.kind === 'manifest') {
      await room(0)
      const manifest = JSON.parse((await inflate(frame.content)).toString()) as Manifest
      compareParts(manifest.parts, ended)
      return { manifest, jobs: jobsIn(jobLines.join('')) }
    }
    await room(12)
  }
}

const nameOf = (head: PartHead): string => (head.kind === 'table' ? `table ${head.name}` : head.kind === 'file' ? head.path : head.kind)

/** Whether all came that the manifest names, and nothing else. */
function compareParts(wanted: readonly PartEnd[], found: readonly PartEnd[]): void {
  const there = new Map(found.map((part) => [nameOf(part.head), part]))
  for (const part of wanted)
    if (there.get(nameOf(part.head))?.sha256 !== part.sha256)
      throw damaged(`备份缺少 ${nameOf(part.head)}。`, `The backup lacks ${nameOf(part.head)}.`)
  if (there.size !== wanted.length) throw damaged('备份文件已损坏或被改动。', 'The backup is damaged or has been altered.')
}
