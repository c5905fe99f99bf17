import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { MultipartFile } from '@fastify/multipart'
import { hasControl } from '#engine/text/normal.ts'
import { refuse } from '#engine/action/refusal.ts'
import type { Runtime } from '#engine/runtime.ts'
import { newId } from '#engine/store/id.ts'
import { words } from '#engine/text/words.ts'
import { fileOf } from './importing.ts'

/** A file that has been taken in. */
export interface KeptFile {
  name: string
  key: string
  size: number
  hash: string
}

/** Keeps a file under a random key, streaming, and tells its size and digest. */
export async function keepFile(runtime: Runtime, name: string, content: Readable & { truncated?: boolean }): Promise<KeptFile> {
  const key = newId().replaceAll('-', '')
  const file = fileOf(runtime, key)
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  const digest = createHash('sha256')
  let size = 0
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      digest.update(chunk)
      done(null, chunk)
    },
  })
  try {
    await pipeline(content, count, createWriteStream(`${file}.part`, { mode: 0o600 }))
    if (content.truncated)
      throw refuse('too-large', words('文件太大（上限 300 MB）。', 'The file is too large (300 MB at most).'), { status: 413 })
    await rename(`${file}.part`, file)
  } catch (error) {
    await rm(`${file}.part`, { force: true })
    throw error
  }
  return { name: name.replace(/[\u0000-\u001f/\\]/g, '_').slice(0, 200), key, size, hash: digest.digest('hex') }
}

/** Reads the parts of an upload: one file, and the fields sent before it. */
export async function readUpload(
  runtime: Runtime,
  request: { parts(): AsyncIterableIterator<unknown> },
): Promise<{ upload: KeptFile; fields: Record<string, string> }> {
  const fields: Record<string, string> = {}
  let upload: KeptFile | undefined
  for await (const part of request.parts() as AsyncIterable<MultipartFile | { type: 'field'; fieldname: string; value: unknown }>) {
    if (part.type === 'file') upload = await keepFile(runtime, part.filename, part.file)
    else fields[part.fieldname] = String((part as { value: unknown }).value)
  }
  if (!upload)
    throw refuse('no-file', words('请选择文件。', 'Choose a file.'), { status: 400, fields: { file: words('缺少文件', 'is missing') } })
  return { upload, fields }
}

const signatures: [string, RegExp][] = [
  ['image/png', /^\x89PNG/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/gif', /^GIF8/],
  ['image/webp', /^RIFF....WEBP/s],
  ['application/pdf', /^%PDF-/],
  ['application/zip', /^PK\x03\x04/],
]

/** Whether these bytes begin a text in UTF-8; the last character may be cut. */
function isText(bytes: Buffer): boolean {
  try {
    return bytes.length > 0 && !hasControl(new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true }))
  } catch {
    return false
  }
}

/** The type of a file by its first bytes; never by its name, and never one that a browser would run. */
export async function typeOf(file: string): Promise<string> {
  const handle = await open(file)
  try {
    const head = Buffer.alloc(4096)
    const { bytesRead } = await handle.read(head, 0, head.length, 0)
    const begin = head.subarray(0, bytesRead)
    const known = signatures.find(([, shape]) => shape.test(begin.toString('latin1')))?.[0]
    return known ?? (isText(begin) ? 'text/plain; charset=utf-8' : 'application/octet-stream')
  } finally {
    await handle.close()
  }
}
