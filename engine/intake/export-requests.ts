import { hasRight, hasRole, type Actor } from '#engine/access/actor.ts'
import { readableFields } from '#engine/access/present.ts'
import { listRecords, type ListRequest } from '#engine/access/read.ts'
import { titlesOf } from '#engine/access/titles.ts'
import { notAllowed, notFound, refuse } from '#engine/action/refusal.ts'
import { exportAsked, exportSettled } from '#engine/notice/engine-notices.ts'
import { notify } from '#engine/notice/notify.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { tellDoor } from '#engine/sign-in/sign-in-events.ts'
import type { Queries } from '#engine/store/database.ts'
import { newId } from '#engine/store/id.ts'
import { sql } from '#engine/store/sql.ts'
import { words, type Words } from '#engine/text/words.ts'
import { approversOf } from './export-approval.ts'
import { exportRuleFor } from './export-rule.ts'

/** waiting → approved → ready → expired; or refused, withdrawn, lapsed (nobody decided in time), failed (rights or rows have changed). */
export type ExportState = 'waiting' | 'approved' | 'ready' | 'expired' | 'refused' | 'withdrawn' | 'lapsed' | 'failed'

export type ExportQuery = Pick<ListRequest, 'filter' | 'sort' | 'q' | 'fields' | 'recycled'> & { format: 'csv' | 'xlsx' }

export interface ExportRequest {
  id: string
  actorId: string
  record: string
  query: ExportQuery
  reason: string
  rows: number
  at: string
  state: ExportState
  decideBy: string
  decidedById: string | null
  decidedAt: string | null
  note: string | null
  fileKey: string | null
  fileSize: number | null
  written: number | null
  expiresAt: string | null
  fetchedAt: string | null
  operationId: string | null
}

const columns = sql`id, actor_id as "actorId", record, query, reason, rows, at, state, decide_by as "decideBy", decided_by_id as "decidedById", decided_at as "decidedAt",
  note, file_key as "fileKey", file_size as "fileSize", written, expires_at as "expiresAt", fetched_at as "fetchedAt", operation_id as "operationId"`

export async function readExport(queries: Queries, id: string): Promise<ExportRequest | undefined> {
  return (await queries.row(sql`select ${columns} from export_request where id = ${id}`)) as ExportRequest | undefined
}

const outcomes: Partial<Record<ExportState, Words>> = {
  ready: words('已批准，文件可以下载', 'has been approved; the file is there'),
  refused: words('未获批准', 'was refused'),
  lapsed: words('到期没有人决定', 'was decided by nobody in time'),
  failed: words('未能导出', 'could not be made'),
}

/** Moves a request on, if it still stands where the caller saw it; whoever comes second finds nothing to move. Its asker is told of the end. */
export async function moveExport(
  runtime: Runtime,
  queries: Queries,
  request: ExportRequest,
  to: ExportState,
  change: {
    by?: string
    note?: string | null
    fileKey?: string
    fileSize?: number
    written?: number
    operation?: string
    keepHours?: number
  } = {},
): Promise<boolean> {
  const now = new Date(runtime.clock()).toISOString()
  const moved = await queries.run(
    sql`update export_request set state = ${to}, decided_by_id = coalesce(${change.by ?? null}::uuid, decided_by_id),
      decided_at = case when ${change.by ?? null}::uuid is null then decided_at else ${now}::timestamptz end, note = coalesce(${change.note ?? null}, note),
      file_key = ${to === 'expired' ? sql.raw('null') : sql`coalesce(${change.fileKey ?? null}, file_key)`}, file_size = coalesce(${change.fileSize ?? null}::bigint, file_size),
      operation_id = coalesce(${change.operation ?? null}::uuid, operation_id), written = coalesce(${change.written ?? null}::integer, written),
      expires_at = coalesce(${now}::timestamptz + make_interval(hours => ${change.keepHours ?? null}::integer), expires_at)
      where id = ${request.id} and state = ${request.state}`,
  )
  const outcome = outcomes[to]
  if (moved > 0 && outcome)
    await notify(queries, {
      kind: exportSettled,
      to: request.actorId,
      key: `${request.id}:${to}`,
      at: now,
      args: {
        outcome,
        record: runtime.house.shapes.get(request.record)?.record.words ?? request.record,
        rows: change.written ?? request.rows,
      },
    })
  return moved > 0
}

const told = ({ id, record, rows }: ExportRequest) => ({ request: [null, id], of: [null, record], rows: [null, rows] }) as const

/** Asks for an export that needs approval: what, how many, and why go to those who decide. */
export async function askExport(
  runtime: Runtime,
  actor: Actor,
  shape: Shape,
  { reason, ...query }: ExportQuery & { reason: string },
): Promise<string> {
  if (!hasRight(actor, 'export', shape)) throw notAllowed(words('您没有导出的权限。', 'You may not export.'))
  const approvers = await approversOf(runtime, shape, actor.id)
  if (approvers.length === 0)
    throw refuse('no-approver', words('没有可以批准的人。', 'There is nobody who could approve it.'), { status: 409 })
  const { count } = await listRecords(runtime, actor, shape, { ...query, limit: 0, count: 'exact' })
  const rule = exportRuleFor(runtime.house.exportRules, shape.name)
  const now = new Date(runtime.clock()).toISOString()
  const id = newId()
  // As of now: a field that is opened to him later was not approved.
  const fields = query.fields ?? readableFields(runtime.house, actor, shape).filter((name) => name !== 'version')
  await tellDoor(runtime, actor, actor.id, 'exportAsked', {}, async (queries) => {
    const waiting = await queries.row<{ n: number }>(
      sql`select count(*)::integer as n from export_request where actor_id = ${actor.id} and state = 'waiting'`,
    )
    if (waiting!.n >= 20) throw refuse('too-many', words('等待批准的申请太多。', 'Too many requests are waiting already.'), { status: 409 })
    await queries.run(
      sql`insert into export_request (id, actor_id, record, query, reason, rows, at, state, decide_by)
        values (${id}, ${actor.id}, ${shape.name}, ${JSON.stringify({ ...query, fields })}::jsonb, ${reason}, ${count!.value}, ${now}, 'waiting', ${now}::timestamptz + make_interval(hours => ${rule?.waitHours ?? 48}::integer))`,
    )
    await notify(queries, {
      kind: exportAsked,
      to: approvers,
      by: actor.id,
      key: id,
      at: now,
      args: { record: shape.record.words, rows: count!.value },
    })
    return { request: [null, id], of: [null, shape.name], rows: [null, count!.value], reason: [null, reason] }
  })
  return id
}

/** Whether somebody may decide on a request now. */
const mayDecide = async (runtime: Runtime, actor: Actor, request: ExportRequest): Promise<boolean> => {
  const shape = runtime.house.shapes.get(request.record)
  return shape !== undefined && request.actorId !== actor.id && (await approversOf(runtime, shape, request.actorId)).includes(actor.id)
}

/** Approves or refuses. Once approved, the file is written in the background, under the rights of whoever asked as they are then. */
export async function decideExport(
  runtime: Runtime,
  actor: Actor,
  id: string,
  to: 'approved' | 'refused',
  note: string | null,
): Promise<void> {
  const request = await readExport(runtime.database, id)
  if (!request || !(await mayDecide(runtime, actor, request))) throw notFound()
  await tellDoor(runtime, actor, request.actorId, to === 'approved' ? 'exportApproved' : 'exportRefused', {}, async (queries) => {
    const isOver = request.state !== 'waiting' || Date.parse(request.decideBy) <= runtime.clock()
    if (isOver || !(await moveExport(runtime, queries, request, to, { by: actor.id, note })))
      throw refuse('bad-state', words('这个申请已经处理或已过期。', 'The request is settled or has lapsed.'), { status: 409 })
    if (to === 'approved') await runtime.enqueue(queries, 'write-export', { request: id }, { key: id })
    return told(request) as never
  })
}

/** Takes one's own request back. */
export async function withdrawExport(runtime: Runtime, actor: Actor, id: string): Promise<void> {
  const request = await readExport(runtime.database, id)
  if (!request || request.actorId !== actor.id) throw notFound()
  if (request.state !== 'waiting' || !(await moveExport(runtime, runtime.database, request, 'withdrawn')))
    throw refuse('bad-state', words('这个申请已经处理或已过期。', 'The request is settled or has lapsed.'), { status: 409 })
}

/** A file that is given to whoever asked for it, as long as he may still export. */
export async function fetchExport(runtime: Runtime, actor: Actor, id: string): Promise<{ key: string; request: ExportRequest }> {
  const request = await readExport(runtime.database, id)
  const shape = request && runtime.house.shapes.get(request.record)
  if (!request || !shape || request.actorId !== actor.id) throw notFound()
  const isThere = request.state === 'ready' && request.fileKey !== null && Date.parse(request.expiresAt!) > runtime.clock()
  if (!isThere) throw refuse('gone', words('文件已过期或还没有。', 'The file has expired, or is not there yet.'), { status: 409 })
  if (!hasRight(actor, 'export', shape)) throw notAllowed(words('您没有导出的权限。', 'You may not export.'))
  await tellDoor(runtime, actor, actor.id, 'exportFetched', {}, async (queries) => {
    await queries.run(sql`update export_request set fetched_at = now() where id = ${id}`)
    return told(request) as never
  })
  return { key: request.fileKey!, request }
}

export type ExportList = 'mine' | 'waiting' | 'all'

/** So many of the newest are looked through for one answer. */
const reach = 2000

/** Requests and exports, newest first: one's own, those that one may decide on, or (administrators) everybody's with those that needed none. */
export async function listExports(runtime: Runtime, actor: Actor, which: ExportList, before: string | undefined, limit: number) {
  if (which === 'all' && !hasRole(actor, 'administrator')) throw notAllowed()
  const { database, house } = runtime
  const older = before === undefined ? sql.raw('true') : sql`id < ${before}::uuid`
  const where =
    which === 'mine'
      ? sql`actor_id = ${actor.id}`
      : which === 'waiting'
        ? sql`state = 'waiting' and actor_id <> ${actor.id}`
        : sql.raw('true')
  const found = (await database.rows(
    sql`select ${columns} from export_request where ${sql.and([where, older])} order by id desc limit ${which === 'waiting' ? 500 : limit}`,
  )) as unknown as ExportRequest[]
  const requests: ExportRequest[] = []
  for (const request of found) if (which !== 'waiting' || (await mayDecide(runtime, actor, request))) requests.push(request)
  const plain =
    which === 'waiting'
      ? []
      : await database.rows<{ id: string; actorId: string; action: string; at: string; rows: number; state: string; input: unknown }>(
          sql`select id, actor_id as "actorId", action, at, done as rows, state, input from (select * from operation where ${sql.and([which === 'mine' ? sql`actor_id = ${actor.id}` : sql.raw('true'), older])} order by id desc limit ${reach}) o
            where action like '%.export' and action <> 'audit.export' and not coalesce(input ? 'request', false) order by id desc limit ${limit}`,
        )
  const people = await titlesOf(runtime, actor, house.shapes.get('user')!, [
    ...new Set([
      ...requests.flatMap(({ actorId, decidedById }) => [actorId, decidedById ?? actorId]),
      ...plain.map(({ actorId }) => actorId),
    ]),
  ])
  const person = (id: string) => ({ id, title: people.get(id) ?? '' })
  const items = [
    ...requests.map(({ fileKey: _, decidedById, actorId, ...request }) => ({
      ...request,
      isRequest: true as const,
      by: person(actorId),
      decidedBy: decidedById ? person(decidedById) : null,
    })),
    ...plain.map(({ actorId, action, input, rows, state, at, id }) => ({
      id,
      at,
      isRequest: false as const,
      by: person(actorId),
      record: action.slice(0, action.indexOf('.')),
      query: input as ExportQuery,
      rows,
      state: state === 'done' ? ('written' as const) : ('broken' as const),
    })),
  ]
    .sort((a, b) => (a.id < b.id ? 1 : -1))
    .slice(0, limit)
  return { items, next: which !== 'waiting' && items.length === limit ? items.at(-1)!.id : null }
}

export type Exports = Awaited<ReturnType<typeof listExports>>
