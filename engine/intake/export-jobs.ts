import { rm } from 'node:fs/promises'
import { hasRight } from '#engine/access/actor.ts'
import { listRecords, walkRecords } from '#engine/access/read.ts'
import type { Item } from '#engine/access/present.ts'
import { defineJob } from '#engine/job/define-job.ts'
import type { Runtime } from '#engine/runtime.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { logExport, noteExport } from './export-log.ts'
import { moveExport, readExport, type ExportRequest } from './export-requests.ts'
import { exportRuleFor, mostRows } from './export-rule.ts'
import { writeCsv, writeXlsx } from './export.ts'
import { fileOf } from './importing.ts'
import { keepFile } from './upload.ts'

const noRight = words('申请人已没有导出的权限', 'Whoever asked may not export any more')
const grown = words('数据比批准时多得多，需要重新申请', 'There are far more rows than were approved; ask anew')

class Grown extends Error {}

/** Stops where more rows come than were approved. */
async function* within(pages: AsyncIterable<Item[]>, most: number): AsyncGenerator<Item[]> {
  let rows = 0
  for await (const page of pages) {
    rows += page.length
    if (rows > most) throw new Grown()
    yield page
  }
}

/** Writes the file of an approved request: rights, fields and rows are those of this moment, and no more than was approved. */
async function writeExport(runtime: Runtime, id: string): Promise<void> {
  const { database, house } = runtime
  const request = await readExport(database, id)
  if (request?.state !== 'approved') return
  const shape = house.shapes.get(request.record)
  const actor = await runtime.actorOf(request.actorId, 'job')
  const fail = (why: { zh: string; en: string }) => moveExport(runtime, database, request, 'failed', { note: why[actor?.locale ?? 'zh'] })
  if (!actor || !shape || !hasRight(actor, 'export', shape)) return void (await fail(noRight))
  const { format, ...query } = request.query
  const most = mostRows(request.rows)
  const { count } = await listRecords(runtime, actor, shape, { ...query, limit: 0, count: 'exact' })
  if (count!.value > most) return void (await fail(grown))
  try {
    const pages = within(walkRecords(runtime, actor, shape, query), most)
    const operation = await noteExport(database, actor, shape, { ...request.query, request: id }, count!.value)
    const logged = logExport(runtime, actor, operation, pages)
    const write = format === 'csv' ? writeCsv : writeXlsx
    const file = await keepFile(runtime, `export.${format}`, write(runtime, actor, shape, logged, query.fields))
    const keepHours = exportRuleFor(house.exportRules, shape.name)?.keepHours ?? 72
    const done = { fileKey: file.key, fileSize: file.size, written: logged.rows(), operation, keepHours }
    // A second run of the same job has written it already: one file is enough.
    if (!(await moveExport(runtime, database, request, 'ready', done))) await rm(fileOf(runtime, file.key), { force: true })
  } catch (error) {
    if (!(error instanceof Grown)) throw error
    await fail(grown)
  }
}

/** What has waited too long lapses; files that have lain long enough go. */
async function settleExports(runtime: Runtime): Promise<void> {
  const { database } = runtime
  const now = new Date(runtime.clock()).toISOString()
  const over = await database.rows<{ id: string }>(
    sql`select id from export_request where (state = 'waiting' and decide_by <= ${now}::timestamptz) or (state = 'ready' and expires_at <= ${now}::timestamptz) limit 200`,
  )
  for (const { id } of over) {
    const request = (await readExport(database, id)) as ExportRequest
    if (!(await moveExport(runtime, database, request, request.state === 'waiting' ? 'lapsed' : 'expired'))) continue
    if (request.fileKey) await rm(fileOf(runtime, request.fileKey), { force: true })
  }
}

export const exportJobs = [
  defineJob<{ request: string }>('write-export', {
    words: words('写出获批的导出', 'Write an approved export'),
    parallel: 2,
    run: (runtime, { request }) => writeExport(runtime, request),
    async givenUp(runtime, { request: id }) {
      const request = await readExport(runtime.database, id)
      if (request?.state === 'approved') await moveExport(runtime, runtime.database, request, 'failed')
    },
  }),
  defineJob('settle-exports', {
    words: words('导出申请到期与文件清理', 'Settle requests for exports and their files'),
    schedule: '*/10 * * * *',
    run: (runtime) => settleExports(runtime),
  }),
]
