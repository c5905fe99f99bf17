import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { z } from 'zod'
import { readRecord } from '#engine/access/read.ts'
import { titlesOf } from '#engine/access/titles.ts'
import { atLeast } from '#engine/access/rules.ts'
import type { Actor } from '#engine/access/actor.ts'
import type { ActionType } from '#engine/action/define-action.ts'
import { perform } from '#engine/action/perform.ts'
import { notAllowed, notFound } from '#engine/action/refusal.ts'
import { readUpload, typeOf } from '#engine/intake/upload.ts'
import { fileOf } from '#engine/intake/importing.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Queries } from '#engine/store/database.ts'
import { isId } from '#engine/record/id.ts'
import { newId } from '#engine/store/id.ts'
import type { StoredRow } from '#engine/store/rows.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { file } from './answers/record-answers.ts'
import { list } from './answers/parts.ts'
import { defineRoute } from './route.ts'
import { shapeAt } from './record-routes.ts'

interface StoredFile {
  id: string
  key: string
  name: string
  type: string
  size: number
  record: string
  record_id: string
  created_by_id: string
  created_at: string
}

/** A file is read through its record's rights and in no other way. */
async function readFileRow(runtime: Runtime, actor: Actor, id: string, level: 'full' | 'edit', isRemoved = false): Promise<StoredFile> {
  const file = await runtime.database.row<StoredFile>(
    sql`select id, key, name, type, size, record, record_id, created_by_id, created_at from file where id = ${id} and deleted_at is ${sql.raw(isRemoved ? 'not null' : 'null')}`,
  )
  if (!file) throw notFound()
  const item = await readRecord(runtime, actor, shapeAt(runtime, file.record), file.record_id)
  if (!atLeast(item.can.level, 'full')) throw notFound()
  if (!atLeast(item.can.level, level)) throw notAllowed()
  return file
}

/** Adding and removing files are changes of their record: they go the way of every change, and its history tells of them. */
const fileAction = (
  shape: Shape,
  what: 'fileAdded' | 'fileRemoved' | 'fileRestored',
  name: string,
  write: (queries: Queries) => Promise<unknown>,
): ActionType => ({
  name: `${shape.name}.${what}`,
  on: shape.record,
  input: {},
  words: { label: words('附件', 'Files') },
  async run({ queries, emit, ...context }) {
    await write(queries)
    emit(`${shape.name}.${what}`, (context as unknown as Record<string, StoredRow>)[shape.name]!, shape.record, {
      file: what === 'fileRemoved' ? [name, null] : [null, name],
    })
  },
})

const namesOf = (runtime: Runtime, actor: Actor, files: readonly StoredFile[]) =>
  titlesOf(runtime, actor, runtime.house.shapes.get('user')!, new Set(files.map((file) => file.created_by_id)))

const presentFile = (file: StoredFile, names: ReadonlyMap<string, string>) => ({
  id: file.id,
  name: file.name,
  type: file.type,
  size: file.size,
  record: file.record,
  recordId: file.record_id,
  createdBy: { id: file.created_by_id, title: names.get(file.created_by_id) ?? '' },
  createdAt: file.created_at,
})

export const fileRoutes = [
  defineRoute({
    method: 'POST',
    path: '/api/v1/files',
    words: words('上传附件', 'Upload a file to a record'),
    multipart: true,
    answers: { 201: { words: words('已上传', 'Uploaded'), schema: file } },
    async handler({ runtime, actor, request, reply }) {
      const { upload, fields } = await readUpload(runtime, request)
      try {
        if (!isId(fields.id)) throw notFound()
        const shape = shapeAt(runtime, fields.record ?? '')
        const id = newId()
        const type = await typeOf(fileOf(runtime, upload.key))
        await perform(
          runtime,
          actor,
          fileAction(shape, 'fileAdded', upload.name, (queries) =>
            queries.run(sql`insert into file (id, key, name, type, size, hash, record, record_id, created_by_id, created_at)
            values (${id}, ${upload.key}, ${upload.name}, ${type}, ${upload.size}, ${upload.hash}, ${shape.name}, ${fields.id}, ${actor.id}, now())`),
          ),
          [{ id: fields.id }],
        )
        void reply.code(201)
        const file = await readFileRow(runtime, actor, id, 'full')
        return presentFile(file, await namesOf(runtime, actor, [file]))
      } catch (error) {
        await rm(fileOf(runtime, upload.key), { force: true })
        throw error
      }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/records/{record}/{id}/files',
    words: words('一条记录的附件', 'Files of a record'),
    params: z.object({ record: z.string(), id: z.uuid() }),
    answers: { 200: { schema: list(file) } },
    async handler({ runtime, actor, params }) {
      const item = await readRecord(runtime, actor, shapeAt(runtime, params.record), params.id)
      if (!atLeast(item.can.level, 'full')) throw notFound()
      const files = await runtime.database.rows<StoredFile>(
        sql`select id, key, name, type, size, record, record_id, created_by_id, created_at from file where record_id = ${params.id} and record = ${params.record} and deleted_at is null order by id`,
      )
      const names = await namesOf(runtime, actor, files)
      return { items: files.map((file) => presentFile(file, names)) }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/files/{id}',
    words: words('下载附件', 'Download a file'),
    params: z.object({ id: z.uuid() }),
    answers: { 200: { words: words('文件内容', 'The content'), type: 'application/octet-stream' } },
    async handler({ runtime, actor, params, reply }) {
      const file = await readFileRow(runtime, actor, params.id, 'full')
      void reply
        .header('content-disposition', `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        .header('content-length', file.size)
        .header('content-security-policy', "default-src 'none'; sandbox")
      return reply.type(file.type).send(createReadStream(fileOf(runtime, file.key)))
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/files/{id}/restore',
    words: words('恢复已删除的附件', 'Bring back a removed file'),
    params: z.object({ id: z.uuid() }),
    answers: { 200: { schema: file } },
    async handler({ runtime, actor, params }) {
      const file = await readFileRow(runtime, actor, params.id, 'edit', true)
      await perform(
        runtime,
        actor,
        fileAction(shapeAt(runtime, file.record), 'fileRestored', file.name, (queries) =>
          queries.run(sql`update file set deleted_at = null where id = ${file.id}`),
        ),
        [{ id: file.record_id }],
      )
      return presentFile(file, await namesOf(runtime, actor, [file]))
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/v1/files/{id}',
    words: words('删除附件', 'Delete a file'),
    params: z.object({ id: z.uuid() }),
    answers: { 204: { words: words('已删除', 'Deleted') } },
    async handler({ runtime, actor, params }) {
      const file = await readFileRow(runtime, actor, params.id, 'edit')
      await perform(
        runtime,
        actor,
        fileAction(shapeAt(runtime, file.record), 'fileRemoved', file.name, (queries) =>
          queries.run(sql`update file set deleted_at = now() where id = ${file.id}`),
        ),
        [{ id: file.record_id }],
      )
    },
  }),
]
