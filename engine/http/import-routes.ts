import { rm } from 'node:fs/promises'
import { z } from 'zod'
import { mayCreateSome } from '#engine/access/resolve.ts'
import { undoOperation } from '#engine/action/undo.ts'
import { notAllowed, refuse } from '#engine/action/refusal.ts'
import type { Actor } from '#engine/access/actor.ts'
import { encodings } from '#engine/intake/encoding.ts'
import { readUnfinished, reasonOf, writeErrorFile } from '#engine/intake/error-file.ts'
import { importFields, linkChoices, linkOptions } from '#engine/intake/import-fields.ts'
import { changeImport, duplicateRules, fileOf, openImport, readImport, type ImportRow } from '#engine/intake/importing.ts'
import { readUpload } from '#engine/intake/upload.ts'
import type { RowVerdict } from '#engine/intake/pass.ts'
import { previewImport, startImport } from '#engine/intake/run-import.ts'
import type { Runtime } from '#engine/runtime.ts'
import { sql } from '#engine/store/sql.ts'
import { say, words } from '#engine/text/words.ts'
import { list } from './answers/parts.ts'
import { importAnswer, importErrors, importPreview, importUndone } from './answers/import-answers.ts'
import { defineRoute } from './route.ts'
import { shapeAt } from './record-routes.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const oneParams = z.object({ id: z.uuid() })

const presentImport = (runtime: Runtime, row: ImportRow, actor: Actor) => {
  const shape = runtime.house.shapes.get(row.record)!
  const fields = importFields(runtime.house, actor, shape)
  const mapped = new Set(row.settings.mapping.flatMap(({ field }) => field ?? []))
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
    links: linkOptions(runtime.house, actor, shape, mapped, row.settings.links).map((link) => ({
      name: link.name,
      label: say(link.words, actor.locale),
      record: say(link.record, actor.locale),
      choice: link.choice,
    })),
    // Whether anything of this kind is found by comparison at all.
    compares: runtime.house.matchings.has(row.record),
  }
}

const rule = z.enum(duplicateRules)

const settingsSchema = z.strictObject({
  encoding: z.enum(encodings).optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
  sheet: z.string().max(100).optional(),
  headerRow: z.int().min(0).max(50).optional(),
  headerRows: z.int().min(1).max(6).optional(),
  mapping: z
    .array(
      z.strictObject({ column: z.int().min(0).max(1000), header: z.string().max(500).default(''), field: z.string().max(120).nullable() }),
    )
    .max(500)
    .optional(),
  /** The mapping as it would be guessed, without what is remembered. */
  guessAnew: z.literal(true).optional(),
  duplicates: rule.optional(),
  similar: rule.optional(),
  decisions: z
    .record(z.string().regex(/^\d{1,7}$/), rule)
    .refine((decisions) => Object.keys(decisions).length <= 5000)
    .optional(),
  links: z.record(z.string().max(60), z.enum(linkChoices)).optional(),
  refuseBadCells: z.boolean().optional(),
})

export const importRoutes = [
  defineRoute({
    method: 'POST',
    path: '/api/v1/imports',
    words: words('上传要导入的文件', 'Upload a file to import'),
    multipart: true,
    answers: { 201: { words: words('已读取，等待确认', 'Read, waiting for you'), schema: importAnswer } },
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
    answers: { 200: { schema: list(importAnswer) } },
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
    answers: { 200: { schema: importAnswer } },
    handler: async ({ runtime, actor, params }) => presentImport(runtime, await readImport(runtime.database, actor, params.id), actor),
  }),
  defineRoute({
    method: 'PATCH',
    path: '/api/v1/imports/{id}',
    words: words('修改对应关系与规则', 'Change mapping and rules'),
    params: oneParams,
    body: settingsSchema,
    answers: { 200: { schema: importAnswer } },
    handler: async ({ runtime, actor, params, body }) =>
      presentImport(runtime, await changeImport(runtime, actor, params.id, body as Parameters<typeof changeImport>[3]), actor),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/imports/{id}/preview',
    words: words('预览导入结果', 'Preview what it would do'),
    params: oneParams,
    answers: { 200: { schema: importPreview } },
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
    answers: { 200: { schema: importAnswer } },
    handler: async ({ runtime, actor, params }) => presentImport(runtime, await startImport(runtime, actor, params.id), actor),
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/imports/{id}/undo',
    words: words('撤销导入', 'Undo the import'),
    params: oneParams,
    answers: { 200: { schema: importUndone } },
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
    query: z.strictObject({ format: z.enum(['csv', 'xlsx', 'json']).default('csv') }),
    answers: { 200: { words: words('文件', 'The file'), schema: importErrors, type: ['text/csv', xlsx] } },
    async handler({ runtime, actor, params, query, reply }) {
      const row = await readImport(runtime.database, actor, params.id)
      if (query.format === 'json') {
        const found = await readUnfinished(runtime.database, row.id, ['failed', 'asked', 'duplicate', 'skipped', 'remark'], 0, 1000)
        return { items: found.map((entry) => ({ line: entry.line, kind: entry.kind, cells: entry.cells, reason: reasonOf(entry, actor) })) }
      }
      const { name, type, content } = writeErrorFile(runtime.database, actor, row, query.format)
      void reply.header(
        'content-disposition',
        `attachment; filename="errors.${query.format}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      )
      return reply.type(type).send(content)
    },
  }),
]

function presentVerdict({ row, what, reasons, id, twin, rule: by }: RowVerdict, actor: Actor) {
  return {
    line: row.line,
    what,
    ...(id && what !== 'new' ? { id } : {}),
    ...(by ? { rule: by } : {}),
    ...(twin
      ? {
          twin: {
            ...(twin.id ? { id: twin.id } : {}),
            title: twin.title,
            ...(twin.line === undefined ? {} : { line: twin.line }),
            ...(twin.score === undefined ? {} : { score: twin.score }),
            isExact: twin.by !== undefined,
            reasons: (twin.reasons ?? []).map((reason) => ({ words: say(reason.words, actor.locale), isAgainst: reason.isAgainst })),
            ...(twin.held ? { held: say(twin.held, actor.locale) } : {}),
          },
        }
      : {}),
    cells: row.cells,
    values: Object.fromEntries(Object.entries(row.values).map(([name, value]) => [name, name in row.titles ? row.titles[name] : value])),
    problems: [
      ...reasons.map(({ column, words: text }) => ({ column, words: say(text, actor.locale), fatal: what === 'failed' })),
      ...(reasons.length > 0
        ? []
        : row.problems.map(({ column, words: text, fatal }) => ({ column, words: say(text, actor.locale), fatal }))),
    ],
  }
}
