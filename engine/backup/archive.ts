import { createHash } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { archiveFault } from './archive-fault.ts'
import { frameSeal, keyOf, newEncryption, tagLength, type Encryption } from './archive-seal.ts'

/**
 * A backup is one file: a line that says what it is, an open head, then frames. Each frame belongs to a part (a table, a file); parts are
 * written side by side and lie in the file as they came. The last frame is the manifest: a file without it is not whole.
 */

const mark = Buffer.from('ZHIKEBACKUP1\n')

/** What stands openly at the beginning, encrypted or not. */
export interface ArchiveHead {
  format: 1
  createdAt: string
  /** The last migration of the database. */
  schema: string
  encryption: Encryption | null
}

export const frameKinds = { opening: 1, begin: 2, data: 3, end: 4, manifest: 5 } as const
export type FrameKind = keyof typeof frameKinds
const kindNames = new Map<number, FrameKind>(Object.entries(frameKinds).map(([name, code]) => [code, name as FrameKind]))

export interface Frame {
  kind: FrameKind
  part: number
  content: Buffer
}

const largest = 64 * 1_048_576

export interface ArchiveWriter {
  /** Writes one frame behind all that were asked for before it. Resolves when it may be forgotten. */
  append(kind: FrameKind, part: number, content: Buffer): Promise<void>
  /** Makes the file durable and gives it its name. */
  finish(): Promise<{ size: number; fingerprint: string }>
  /** Takes back what was written. */
  abandon(): Promise<void>
}

/** Begins an archive beside its name; nothing bears the name before all of it is on the disk. */
export async function createArchive(
  file: string,
  head: Omit<ArchiveHead, 'encryption' | 'format'>,
  passphrase: string | undefined,
): Promise<ArchiveWriter> {
  const { encryption, key } = passphrase ? await newEncryption(passphrase) : { encryption: null, key: undefined }
  const text = Buffer.from(JSON.stringify({ format: 1, ...head, encryption } satisfies ArchiveHead))
  const partial = `${file}.part`
  const handle = await open(partial, 'w', 0o600)
  const digest = createHash('sha256')
  const seal = frameSeal(text, key)
  let size = 0
  let last: Promise<void> = Promise.resolve()
  const write = (pieces: Buffer[]): Promise<void> => {
    const next = last.then(async () => {
      const bytes = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)
      digest.update(bytes)
      for (let at = 0; at < bytes.length;) at += (await handle.write(bytes, at)).bytesWritten
      size += bytes.length
    })
    // Whoever asks next hears of the fault as well; nobody hears of it twice.
    next.catch(() => {})
    return (last = next)
  }
  const length = (n: number) => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(n)
    return bytes
  }
  const abandon = async () => {
    await last.catch(() => {})
    await handle.close().catch(() => {})
    await rm(partial, { force: true })
  }
  try {
    await write([mark, length(text.length), text])
  } catch (error) {
    await abandon()
    throw error
  }
  return {
    append(kind, part, content) {
      const front = Buffer.alloc(5)
      front.writeUInt8(frameKinds[kind])
      front.writeUInt32BE(part, 1)
      const closed = seal.close(Buffer.concat([front, content]))
      return write([length(closed.reduce((sum, piece) => sum + piece.length, 0)), ...closed])
    },
    async finish() {
      await last
      await handle.sync()
      await handle.close()
      await rename(partial, file)
      const folder = await open(path.dirname(path.resolve(file)))
      // Not every file system lets a folder be synchronised; the name is there all the same.
      await folder.sync().catch(() => {})
      await folder.close()
      return { size, fingerprint: digest.digest('hex') }
    },
    abandon,
  }
}

export interface ArchiveReader {
  head: ArchiveHead
  size: number
  /** The frames in their order, up to the manifest. Throws where the file is cut off, damaged or goes on behind its end. */
  frames(): AsyncGenerator<Frame>
  close(): Promise<void>
}

const truncated = () => archiveFault('truncated', '备份文件不完整（被截断）。', 'The backup is not whole: its end is missing.')

/** Opens an archive; the passphrase is tried at once. */
export async function openArchive(file: string, passphrase: string | undefined): Promise<ArchiveReader> {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    let at = 0
    const take = async (n: number): Promise<Buffer> => {
      if (at + n > size) throw truncated()
      const bytes = Buffer.allocUnsafe(n)
      for (let done = 0; done < n;) {
        const { bytesRead } = await handle.read(bytes, done, n - done, at + done)
        if (bytesRead === 0) throw truncated()
        done += bytesRead
      }
      at += n
      return bytes
    }
    const notOurs = () => archiveFault('not-a-backup', `${file} 不是知客的备份文件。`, `${file} is not a backup of Zhike.`)
    if (size < mark.length + 4 || !(await take(mark.length)).equals(mark)) throw notOurs()
    const headLength = (await take(4)).readUInt32BE()
    if (headLength > 65_536) throw notOurs()
    const text = await take(headLength)
    let head: ArchiveHead
    try {
      head = JSON.parse(text.toString()) as ArchiveHead
    } catch {
      throw archiveFault('damaged', '备份文件已损坏或被改动。', 'The backup is damaged or has been altered.')
    }
    if (head.format !== 1)
      throw archiveFault(
        'newer-version',
        '备份由更新的版本写成，请使用该版本。',
        'The backup was written by a newer version; use that one.',
      )
    const seal = frameSeal(text, head.encryption ? await keyOf(head.encryption, passphrase) : undefined)
    return {
      head,
      size,
      async *frames() {
        for (;;) {
          const length = (await take(4)).readUInt32BE()
          if (length < 5 + tagLength || length > largest)
            throw archiveFault('damaged', '备份文件已损坏或被改动。', 'The backup is damaged or has been altered.')
          const body = seal.open(await take(length))
          const kind = kindNames.get(body.readUInt8())
          if (!kind) throw archiveFault('damaged', '备份文件已损坏或被改动。', 'The backup is damaged or has been altered.')
          yield { kind, part: body.readUInt32BE(1), content: body.subarray(5) }
          if (kind !== 'manifest') continue
          if (at !== size) throw archiveFault('damaged', '备份文件在结尾之后还有内容。', 'The backup goes on behind its end.')
          return
        }
      },
      close: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw error
  }
}
