import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { z } from 'zod'
import { mayCreateSome } from '#engine/access/resolve.ts'
import { undoOperation } from '#engine/action/undo.ts'
import { notAllowed, refuse } from '#engine/action/refusal.ts'
import type { Actor } from '#engine/access/actor.ts'
import { csvLine } from '#engine/intake/export.ts'
import { changeImport, duplicateRules, fileOf, importFields, openImport, readImport, type ImportRow } from '#engine/intake/importing.ts'
import { nameHeaders } from '#engine/intake/guess.ts'
import { readUpload } from '#engine/intake/upload.ts'
import type { RowVerdict } from '#engine/intake/pass-rows.ts'
import { previewImport, startImport } from '#engine/intake/run-import.ts'
import type { Runtime } from '#engine/runtime.ts'
import { sql } from '#engine/store/sql.ts'
import { say, words, type Words } from '#engine/text/words.ts'
import { defineRoute } from './route.ts'
import { shapeAt } from './record-routes.ts'

const oneParams = z.object({ id: z.uuid() })

const presentImport = (runtime: Runtime, row: ImportRow, actor: Actor) => {
  const fields = importFields(runtime, runtime.house.shapes.get(row.record)!)
  return {
    id: row.id,
    record: row.record,
    state: row.state,
    fileName: row.fileName,
    fileSize: row.fileSize,
    createdAt: row.createdAt,
    operation: row.operationId,
    settings: row.settings,
    progress: row.progress,
    fields: Object.entries(fields).map(([name, field]) => ({
      name,
      label: field.options[actor.locale],
      kind: field.kind,
      required: field.options.required === true,
    })),
  }
}

const settingsSchema = z.strictObject({
  encoding: z.enum(['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be', 'windows-1252']).optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  sheet: z.string().max(100).optional(),
  headerRow: z.int().min(1).max(50).optional(),
  mapping: z
    .array(
      z.strictObject({ column: z.int().min(0).max(1000), header: z.string().max(500).default(''), field: z.string().max(60).nullable() }),
    )
    .max(500)
    .optional(),
  duplicates: z.enum(duplicateRules).optional(),
  createLinked: z.boolean().optional(),
  refuseBadCells: z.boolean().optional(),
})

export const importRoutes = [
  defineRoute({
    method: 'POST',
    path: '/api/v1/imports',
    words: words('上传要导入的文件', 'Upload a file to import'),
    multipart: true,
    answers: { 201: { words: words('已读取，等待确认', 'Read, waiting for you') } },
    async handler({ runtime, actor, request, reply }) {
      const { upload, fields } = await readUpload(runtime, request)
      try {
        const shape = shapeAt(runtime, fields.record ?? '')
        if (!mayCreateSome(runtime.house, actor, shape)) throw notAllowed()
        const row = await openImport(runtime, actor, shape, upload)
        void reply.code(201)
        return presentImport(runtime, row, actor)
      } catch (error) {
        await rm(fileOf(runtime, upload.key), { force: true })
        throw error
      }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/imports',
    words: words('我的导入', 'My imports'),
    async handler({ runtime, actor }) {
      const ids = await runtime.database.arrays(sql`select id from import where actor_id = ${actor.id} order by id desc limit 50`)
      return {
        items: await Promise.all(
          ids.map(async ([id]) => presentImport(runtime, await readImport(runtime.database, actor, id as string), actor)),
        ),
      }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/imports/{id}',
    words: words('导入的设置与进度', 'Settings and progress of an import'),
    params: oneParams,
    handler: async ({ runtime, actor, params }) => presentImport(runtime, await readImport(runtime.database, actor, params.id), actor),
  }),
  defineRoute({
    method: 'PATCH',
    path: '/api/v1/imports/{id}',
    words: words('修改对应关系与规则', 'Change mapping and rules'),
    params: oneParams,
    body: settingsSchema,
    handler: async ({ runtime, actor, params, body }) =>
      presentImport(runtime, await changeImport(runtime, actor, params.id, body as Parameters<typeof changeImport>[3]), actor),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/imports/{id}/preview',
    words: words('预览导入结果', 'Preview what it would do'),
    params: oneParams,
    async handler({ runtime, actor, params }) {
      const { rows, progress, isWhole } = await previewImport(runtime, actor, params.id)
      return { progress, isWhole, rows: rows.map((verdict) => presentVerdict(verdict, actor)) }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/imports/{id}/run',
    words: words('开始导入', 'Run the import'),
    params: oneParams,
    handler: async ({ runtime, actor, params }) => presentImport(runtime, await startImport(runtime, actor, params.id), actor),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/imports/{id}/undo',
    words: words('撤销导入', 'Undo the import'),
    params: oneParams,
    async handler({ runtime, actor, params }) {
      const row = await readImport(runtime.database, actor, params.id)
      if (row.state !== 'done' || !row.operationId)
        throw refuse('bad-state', words('只能撤销已完成的导入。', 'Only a finished import can be undone.'), { status: 409 })
      const undo = await undoOperation(runtime, actor, row.operationId)
      await runtime.database.run(sql`update import set state = 'undone' where id = ${row.id}`)
      return {
        operation: undo.id,
        done: undo.done,
        refused: undo.refused,
        report: undo.report.map((entry) => ({ id: entry.id, code: entry.code, words: say(entry.words, actor.locale) })),
      }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/imports/{id}/errors',
    words: words('未导入的行，可修改后重新导入', 'The rows not imported, to mend and import again'),
    params: oneParams,
    query: z.strictObject({ format: z.enum(['csv', 'json']).default('csv') }),
    answers: { 200: { words: words('文件', 'The file'), type: 'text/csv' } },
    async handler({ runtime, actor, params, query, reply }) {
      const row = await readImport(runtime.database, actor, params.id)
      const problems = await runtime.database.rows<{
        line: number
        kind: string
        cells: string[]
        problems: { column: string; words: Words }[]
      }>(
        sql`select line, kind, cells, problems from import_problem where import_id = ${row.id} and kind not like 'link:%' order by line limit ${query.format === 'json' ? 1000 : 1_000_000}`,
      )
      const reason = (entry: (typeof problems)[number]) =>
        entry.problems
          .map((problem) =>
            problem.column
              ? `${problem.column}${actor.locale === 'zh' ? ':' : ': '}${say(problem.words, actor.locale)}`
              : say(problem.words, actor.locale),
          )
          .join('; ')
      if (query.format === 'json')
        return { items: problems.map((entry) => ({ line: entry.line, kind: entry.kind, cells: entry.cells, reason: reason(entry) })) }
      const failed = problems.filter((entry) => entry.kind === 'failed')
      const headers = nameHeaders(
        row.settings.mapping.map((column) => column.header),
        row.settings.mapping.length,
      )
      const name = encodeURIComponent(`${row.fileName.replace(/\.\w+$/, '')}-${actor.locale === 'zh' ? '未导入' : 'not-imported'}.csv`)
      void reply.header('content-disposition', `attachment; filename="errors.csv"; filename*=UTF-8''${name}`)
      const text = [
        '\ufeff',
        csvLine([...headers, actor.locale === 'zh' ? '未导入原因' : 'Why not imported']),
        ...failed.map((entry) => csvLine([...headers.map((_, i) => entry.cells[i] ?? ''), reason(entry)])),
      ]
      return reply.type('text/csv; charset=utf-8').send(Readable.from(text))
    },
  }),
]

function presentVerdict({ row, what, reasons, id }: RowVerdict, actor: Actor) {
  return {
    line: row.line,
    what,
    ...(id ? { id } : {}),
    cells: row.cells,
    values: Object.fromEntries(
      Object.entries(row.values).map(([name, value]) => [name, typeof value === 'string' && name in row.titles ? row.titles[name] : value]),
    ),
    problems: [
      ...reasons.map(({ column, words: text }) => ({ column, words: say(text, actor.locale), fatal: true })),
      ...(reasons.length > 0
        ? []
        : row.problems.map(({ column, words: text, fatal }) => ({ column, words: say(text, actor.locale), fatal }))),
    ],
  }
}
