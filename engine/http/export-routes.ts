import { createReadStream } from 'node:fs'
import { z } from 'zod'
import { askExport, decideExport, fetchExport, listExports, withdrawExport } from '#engine/intake/export-requests.ts'
import { fileOf } from '#engine/intake/importing.ts'
import { filterSchema } from '#engine/record/fields/index.ts'
import { words } from '#engine/text/words.ts'
import { id } from './answers/parts.ts'
import { exportList } from './answers/rights-answers.ts'
import { shapeAt } from './record-routes.ts'
import { defineRoute } from './route.ts'

const one = z.object({ id: z.uuid() })

const types = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }

export const exportRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/exports',
    words: words(
      '导出与申请：我的、等我批准的、全部（管理员）',
      'Exports and requests: mine, waiting for me, everybody’s for administrators',
    ),
    query: z.strictObject({
      which: z.enum(['mine', 'waiting', 'all']).default('mine'),
      before: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answers: { 200: { schema: exportList } },
    handler: ({ runtime, actor, query: { which, before, limit } }) => listExports(runtime, actor, which, before, limit),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/exports',
    words: words('申请导出', 'Ask for an export'),
    body: z.strictObject({
      record: z.string().max(60),
      reason: z.string().trim().min(2).max(500),
      format: z.enum(['csv', 'xlsx']).default('xlsx'),
      filter: filterSchema.optional(),
      sort: z.string().max(200).optional(),
      q: z.string().max(100).optional(),
      fields: z.array(z.string().max(120)).max(200).optional(),
      recycled: z.boolean().optional(),
    }),
    answers: { 201: { words: words('已提交申请', 'The request is made'), schema: z.object({ id }) } },
    async handler({ runtime, actor, body: { record, ...query }, reply }) {
      const made = await askExport(runtime, actor, shapeAt(runtime, record), { ...query, recycled: query.recycled ?? false })
      void reply.code(201)
      return { id: made }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/exports/{id}/decide',
    words: words('批准或拒绝导出', 'Approve or refuse an export'),
    params: one,
    body: z.strictObject({ approve: z.boolean(), note: z.string().trim().max(500).optional() }),
    answers: { 204: {} },
    handler: ({ runtime, actor, params, body }) =>
      decideExport(runtime, actor, params.id, body.approve ? 'approved' : 'refused', body.note || null),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/exports/{id}/withdraw',
    words: words('撤回导出申请', 'Withdraw a request for an export'),
    params: one,
    answers: { 204: {} },
    handler: ({ runtime, actor, params }) => withdrawExport(runtime, actor, params.id),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/exports/{id}/file',
    words: words('下载获批的导出（每次下载都记录）', 'Fetch an approved export; every fetching is recorded'),
    whileSimulating: false,
    params: one,
    answers: { 200: { words: words('文件', 'The file'), type: ['text/csv', types.xlsx] } },
    problems: [409],
    async handler({ runtime, actor, params, reply }) {
      const { key, request } = await fetchExport(runtime, actor, params.id)
      const { format } = request.query
      const name = encodeURIComponent(`${shapeAt(runtime, request.record).record.words[actor.locale]}.${format}`)
      return reply
        .header('content-disposition', `attachment; filename="export.${format}"; filename*=UTF-8''${name}`)
        .header('x-content-type-options', 'nosniff')
        .type(types[format])
        .send(createReadStream(fileOf(runtime, key)))
    },
  }),
]
