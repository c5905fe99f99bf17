import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { hasRight } from '#engine/access/actor.ts'
import { filterSchema } from '#engine/record/fields/index.ts'
import { present } from '#engine/access/present.ts'
import { groupRecords } from '#engine/access/group.ts'
import { listRecords, readRecord, walkRecords } from '#engine/access/read.ts'
import { verbOf } from '#engine/action/derived.ts'
import type { IdempotencyKey } from '#engine/action/idempotency.ts'
import type { Item } from '#engine/action/outcome.ts'
import { perform } from '#engine/action/perform.ts'
import { notAllowed, notFound, refuse, type Refusal } from '#engine/action/refusal.ts'
import { whatIsTaken } from '#engine/action/taken.ts'
import { whereTo } from '#engine/merge/moved-along.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { readRows } from '#engine/store/rows.ts'
import { say, words } from '#engine/text/words.ts'
import { beginExport } from '#engine/intake/export-approval.ts'
import { logExport } from '#engine/intake/export-log.ts'
import { writeCsv, writeXlsx } from '#engine/intake/export.ts'
import { batchDone, groups } from './answers/record-answers.ts'
import { problemOf } from './errors.ts'
import { defineRoute, flag } from './route.ts'

const recordParams = z.object({ record: z.string() })
const oneParams = z.object({ record: z.string(), id: z.uuid() })

/** The record type that a path names. */
export function shapeAt(runtime: Runtime, name: string): Shape {
  const shape = runtime.house.shapes.get(name)
  if (!shape) throw notFound()
  return shape
}

/** Query values are text; a filter comes as JSON in it. */
const jsonText = z
  .string()
  .max(20_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: 'json' })
      return z.NEVER
    }
  })

export const listQuery = z.strictObject({
  filter: jsonText.pipe(filterSchema).optional(),
  sort: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(0).max(500).default(50),
  cursor: z.string().max(2000).optional(),
  fields: z
    .string()
    .max(4000)
    .transform((text) =>
      text
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean),
    )
    .optional(),
  q: z.string().max(100).optional(),
  count: z.enum(['capped', 'exact']).optional(),
  recycled: flag.optional(),
})

/** The version a caller saw, from `If-Match`. */
export function versionSeen(request: FastifyRequest, isNeeded: boolean): number | undefined {
  const header = request.headers['if-match']
  if (header === undefined) {
    if (isNeeded)
      throw refuse('version-needed', words('请在 If-Match 中给出您看到的版本。', 'Give the version that you saw in If-Match.'), {
        status: 428,
      })
    return undefined
  }
  const version = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header)?.[1]
  if (!version) throw refuse('bad-version', words('If-Match 应为版本号。', 'If-Match must be a version number.'), { status: 400 })
  return Number(version)
}

/** The caller's `Idempotency-Key`, bound to what he asks. */
export function idempotencyOf(request: FastifyRequest): IdempotencyKey | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || key.length < 1 || key.length > 200)
    throw refuse('bad-key', words('Idempotency-Key 的长度应为 1 至 200。', 'An Idempotency-Key has 1 to 200 characters.'), { status: 400 })
  return {
    key,
    route: request.url.slice(0, 300),
    bodyHash: createHash('sha256')
      .update(JSON.stringify(request.body ?? null))
      .digest(),
  }
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const exportTypes = ['text/csv', xlsx]
const itemAnswer = { 200: { words: words('记录', 'The record') } }

export const recordRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/records/{record}',
    words: words('列表、搜索、计数', 'List, search, count'),
    params: recordParams,
    query: listQuery,
    answers: { 200: {} },
    handler: ({ runtime, actor, params, query }) =>
      listRecords(runtime, actor, shapeAt(runtime, params.record), { ...query, recycled: query.recycled ?? false }),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/records/{record}/groups',
    words: words('按一个字段分组计数与合计', 'Count and add up by the values of a field'),
    params: recordParams,
    query: listQuery.pick({ filter: true, q: true }).extend({
      by: z.string().max(60),
      totals: z
        .string()
        .max(400)
        .transform((text) => text.split(',').filter(Boolean))
        .pipe(z.array(z.string()).max(6))
        .default([]),
    }),
    answers: { 200: { schema: groups } },
    handler: ({ runtime, actor, params, query: { by, totals, ...request } }) =>
      groupRecords(runtime, actor, shapeAt(runtime, params.record), by, totals, request),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/records/{record}/{id}',
    words: words('读取一条', 'Read one'),
    params: oneParams,
    query: z.strictObject({
      fields: z
        .string()
        .max(4000)
        .transform((text) => text.split(',').filter(Boolean))
        .optional(),
    }),
    answers: { ...itemAnswer, 308: { words: words('已合并，见另一条记录', 'Merged: see the other record') } },
    async handler({ runtime, actor, params, query, request, reply }) {
      const shape = shapeAt(runtime, params.record)
      const item = await readRecord(runtime, actor, shape, params.id, query.fields).catch((error: unknown) => error as Refusal)
      if (item instanceof Error || item.deletedAt) {
        // A record that went into another leads to it, for everybody who may see that one.
        const stays = shape.record.mergeable ? await whereTo(runtime.database, shape.name, params.id) : undefined
        if (stays && (await readRecord(runtime, actor, shape, stays, ['id']).catch(() => undefined))) {
          const search = new URL(request.url, 'http://localhost').search
          return reply.redirect(`/api/v1/records/${shape.name}/${stays}${search}`, 308)
        }
        if (item instanceof Error) throw item
      }
      void reply.header('etag', `"${item.version}"`)
      return item
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/records/{record}',
    words: words('新建', 'Create'),
    params: recordParams,
    body: z.record(z.string(), z.unknown()),
    heeds: { repeats: true },
    answers: { 201: { words: words('已新建', 'Created') } },
    async handler({ runtime, actor, params, body, request, reply }) {
      const shape = shapeAt(runtime, params.record)
      const idempotency = idempotencyOf(request)
      const { id, ...input } = body
      const outcome = await perform(
        runtime,
        actor,
        verbOf(runtime.house, shape, 'create'),
        [{ input: id === undefined ? input : { ...input, id } }],
        idempotency ? { idempotency } : {},
      )
      const made = outcome.items[0]!.id!
      void reply.code(201).header('location', `/api/v1/records/${shape.name}/${made}`)
      const [item] = await present(runtime, actor, shape, await readRows(runtime.database, shape, [made]))
      // Somebody may be allowed to make what he may not see afterwards (a receptionist registers for a salesperson).
      return item ?? { id: made, version: outcome.items[0]!.version ?? 1, can: { level: 'none', edit: false, recycle: false, do: [] } }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/records/{record}/check',
    words: words('填写时检查：哪些值会被拒绝', 'Check while one types: which values would be refused'),
    params: recordParams,
    body: z.strictObject({ id: z.uuid().optional(), values: z.record(z.string(), z.unknown()) }),
    answers: { 200: { words: words('有问题的字段', 'Fields at fault'), schema: z.object({ fields: z.record(z.string(), z.string()) }) } },
    async handler({ runtime, actor, params, body }) {
      const said = await whatIsTaken(runtime, actor, shapeAt(runtime, params.record), body.id, body.values)
      return { fields: Object.fromEntries(Object.entries(said).map(([name, text]) => [name, say(text, actor.locale)])) }
    },
  }),
  defineRoute({
    method: 'PATCH',
    path: '/api/v1/records/{record}/{id}',
    words: words('修改指定字段', 'Change the fields named'),
    params: oneParams,
    body: z.record(z.string(), z.unknown()),
    heeds: { version: 'needed', repeats: true },
    answers: itemAnswer,
    async handler({ runtime, actor, params, body, request, reply }) {
      const shape = shapeAt(runtime, params.record)
      const version = versionSeen(request, true)!
      const idempotency = idempotencyOf(request)
      await perform(
        runtime,
        actor,
        verbOf(runtime.house, shape, 'edit'),
        [{ id: params.id, input: body, version }],
        idempotency ? { idempotency } : {},
      )
      const item = await readRecord(runtime, actor, shape, params.id)
      void reply.header('etag', `"${item.version}"`)
      return item
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/v1/records/{record}/{id}',
    words: words('放入回收站', 'Move to the recycle bin'),
    params: oneParams,
    heeds: { version: 'optional' },
    answers: { 204: { words: words('已放入回收站', 'Moved') } },
    async handler({ runtime, actor, params, request }) {
      const shape = shapeAt(runtime, params.record)
      const version = versionSeen(request, false)
      await perform(runtime, actor, verbOf(runtime.house, shape, 'recycle'), [
        { id: params.id, ...(version === undefined ? {} : { version }) },
      ])
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/records/{record}/batch',
    words: words('批量新建或修改（最多 1000 条）', 'Create or change up to 1,000'),
    params: recordParams,
    query: z.strictObject({ partial: flag.default(false) }),
    body: z.strictObject({ items: z.array(z.record(z.string(), z.unknown())).min(1).max(1000) }),
    bodyLimit: 20 * 1_048_576,
    heeds: { repeats: true },
    answers: { 200: { schema: batchDone } },
    async handler({ runtime, actor, params, query, body, request }) {
      const shape = shapeAt(runtime, params.record)
      // Items with an id and a version are changes, the others are new.
      const edits = body.items.filter((item) => 'version' in item)
      if (edits.length > 0 && edits.length < body.items.length)
        throw refuse('mixed-batch', words('一批之内不能既有新建又有修改。', 'A batch either creates or changes, not both.'))
      const idempotency = idempotencyOf(request)
      const items: Item[] = body.items.map(({ id, version, ...input }) => {
        if (edits.length === 0) return { input: id === undefined ? input : { ...input, id } }
        if (typeof id !== 'string' || typeof version !== 'number')
          throw refuse('bad-item', words('修改的条目需要 id 和 version。', 'An item that changes needs its id and version.'))
        return { id, version, input }
      })
      if (edits.length > 1 && !hasRight(actor, 'bulk', shape))
        throw notAllowed(words('您没有批量修改的权限。', 'You may not change in bulk.'))
      const outcome = await perform(runtime, actor, verbOf(runtime.house, shape, edits.length > 0 ? 'edit' : 'create'), items, {
        partial: query.partial,
        ...(idempotency ? { idempotency } : {}),
      })
      return {
        operation: outcome.operation,
        items: outcome.items.map(({ id, version, refusal }) => (refusal ? { problem: problemOf(refusal, actor.locale) } : { id, version })),
      }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/records/{record}/export',
    words: words('导出 CSV 或 XLSX', 'Export as CSV or XLSX'),
    whileSimulating: false,
    params: recordParams,
    query: listQuery.omit({ limit: true, cursor: true, count: true }).extend({ format: z.enum(['csv', 'xlsx']).default('csv') }),
    problems: [409],
    answers: { 200: { words: words('文件', 'The file'), type: exportTypes } },
    async handler({ runtime, actor, params, query, reply }) {
      const shape = shapeAt(runtime, params.record)
      const { format, ...request } = query
      const operation = await beginExport(runtime, actor, shape, { ...query, recycled: request.recycled ?? false })
      const walk = walkRecords(runtime, actor, shape, { ...request, recycled: request.recycled ?? false })
      const first = await walk.next()
      const name = encodeURIComponent(`${shape.record.words[actor.locale]}.${format}`)
      void reply
        .header('content-disposition', `attachment; filename="export.${format}"; filename*=UTF-8''${name}`)
        .header('x-content-type-options', 'nosniff')
      const pages = (async function* () {
        if (!first.done) yield first.value
        yield* walk
      })()
      const fields = query.fields
      const logged = logExport(runtime, actor, operation, pages)
      return format === 'csv'
        ? reply.type('text/csv; charset=utf-8').send(writeCsv(runtime, actor, shape, logged, fields))
        : reply.type(xlsx).send(writeXlsx(runtime, actor, shape, logged, fields))
    },
  }),
]
