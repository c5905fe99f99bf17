import { Readable } from 'node:stream'
import { z } from 'zod'
import { hasRight, type Actor } from '#engine/access/actor.ts'
import { readRecord } from '#engine/access/read.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import { notAllowed } from '#engine/action/refusal.ts'
import { advanceOperation, startOperation } from '#engine/action/operations.ts'
import { findEvents, type EventSearch } from '#engine/event/find-events.ts'
import { lastAudit } from '#engine/event/last-audit.ts'
import { csvLine, harmless } from '#engine/intake/export.ts'
import type { Runtime } from '#engine/runtime.ts'
import { byIdentity } from '#engine/search/find.ts'
import { newId } from '#engine/store/id.ts'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import { say, words } from '#engine/text/words.ts'
import { events, lastAudit as lastAuditAnswer } from './answers/history-answers.ts'
import { defineRoute } from './route.ts'
import { shapeAt } from './record-routes.ts'
import { presentEvents, type PresentedEvent } from './history-routes.ts'

const query = z.strictObject({
  /** Who did it. */
  user: z.uuid().optional(),
  /** One record of this type, with what hangs on it; without an id, all records of the type. */
  record: z.string().max(60).optional(),
  id: z.uuid().optional(),
  /** A whole number, address or account: whatever bears it. */
  value: z.string().trim().min(4).max(120).optional(),
  field: z.string().max(60).optional(),
  operation: z.uuid().optional(),
  kinds: z
    .string()
    .max(400)
    .transform((text) => text.split(',').filter((kind) => /^[a-zA-Z]{1,40}$/.test(kind)))
    .optional(),
  from: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
})

/** The record types whose events somebody may look through: those that his roles give him the right to audit, and that he may see at all. */
function auditedBy(runtime: Runtime, actor: Actor): string[] {
  const records = [...runtime.house.shapes.values()]
    .filter((shape) => hasRight(actor, 'audit', shape) && accessTo(runtime.house, actor, shape).card.constant !== false)
    .map(({ name }) => name)
  if (records.length === 0) throw notAllowed()
  return records
}

async function searchFor(runtime: Runtime, actor: Actor, asked: z.infer<typeof query>): Promise<EventSearch> {
  const records = auditedBy(runtime, actor)
  // Of what one may not see, not even when something happened to it is told.
  if (asked.id) await readRecord(runtime, actor, shapeAt(runtime, asked.record ?? ''), asked.id, ['id'])
  const bearers = asked.value ? [...(await byIdentity(runtime, actor, asked.value)).values()].flat() : undefined
  return {
    records: asked.record && !asked.id ? records.filter((record) => record === asked.record) : records,
    actorId: asked.user,
    operationId: asked.operation,
    recordIds: bearers ?? (asked.id ? [asked.id] : undefined),
    kinds: asked.kinds?.length ? asked.kinds : undefined,
    field: asked.field,
    from: asked.from ? Date.parse(asked.from) : undefined,
    until: asked.until ? Date.parse(asked.until) : undefined,
  }
}

async function look(runtime: Runtime, actor: Actor, search: EventSearch, limit: number) {
  if (search.recordIds?.length === 0 || search.records.length === 0) return { items: [], next: null }
  const { events, next } = await findEvents(runtime.database, search, limit)
  return { items: await presentEvents(runtime, actor, events), next }
}

/** So many pages an answer is exported over at most: a file for a case, not a copy of the history. */
const longest = 200

/** One event as a line of a file, in the reader's words and as far as his rights go. */
function lineOf(runtime: Runtime, actor: Actor, event: PresentedEvent): string {
  const shape = runtime.house.shapes.get(event.record.record)!
  const text = (value: unknown): string =>
    value === null || value === undefined
      ? ''
      : typeof value === 'object'
        ? 'title' in value
          ? String(value.title)
          : 'hidden' in value
            ? '…'
            : JSON.stringify(value)
        : String(value)
  const changes = event.changes.flatMap(({ field, before, after }) => {
    const known = shape.fields.get(field)
    if (!known) return []
    const label = say({ zh: known.field.options.zh, en: known.field.options.en }, actor.locale)
    return [before === null && after === null ? label : `${label}: ${text(before)} → ${text(after)}`]
  })
  return csvLine(
    [
      showInstant(event.at as string, companyZone),
      (event.actor as { title: string }).title,
      say(shape.record.words, actor.locale),
      event.record.title,
      event.words as string,
      changes.join('; '),
      event.detail ?? '',
      event.operation as string,
      event.id,
      event.record.id,
    ].map(harmless),
  )
}

const headings = [
  words('时间', 'Time'),
  words('谁', 'Who'),
  words('对象', 'Record'),
  words('名称', 'Name'),
  words('事件', 'Event'),
  words('内容', 'Changes'),
  words('说明', 'Detail'),
  words('操作编号', 'Operation'),
  words('事件编号', 'Event id'),
  words('记录编号', 'Record id'),
]

export const auditRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/audit',
    words: words('审计：谁在何时对什么做了什么', 'Audit: who did what to what, and when'),
    query: query.extend({ before: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
    answers: { 200: { schema: events } },
    async handler({ runtime, actor, query: { before, limit, ...asked } }) {
      return look(runtime, actor, { ...(await searchFor(runtime, actor, asked)), before }, limit)
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/audit/seals',
    words: words('审计链最近一次核对的结果', 'What the last check of the sealed chain has shown'),
    answers: { 200: { schema: lastAuditAnswer } },
    async handler({ runtime, actor }) {
      auditedBy(runtime, actor)
      return { last: await lastAudit(runtime.database) }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/audit/export',
    words: words('导出审计结果（计入操作记录）', 'Export what an audit has found; the export is recorded'),
    whileSimulating: false,
    query,
    answers: { 200: { words: words('文件', 'The file'), type: 'text/csv' } },
    async handler({ runtime, actor, query: asked, reply }) {
      const search = await searchFor(runtime, actor, asked)
      // To take a history out is to take the records out.
      const records = search.records.filter((record) => hasRight(actor, 'export', runtime.house.shapes.get(record)!))
      if (records.length === 0) throw notAllowed(words('您没有导出的权限。', 'You may not export.'))
      const id = newId()
      await startOperation(runtime.database, actor, {
        id,
        action: 'audit.export',
        record: null,
        total: 0,
        input: { ...asked, ...(asked.value ? { value: '***' } : {}) },
      })
      const lines = Readable.from(
        (async function* () {
          let rows = 0
          let isWhole = false
          try {
            yield `\ufeff${csvLine(headings.map((heading) => say(heading, actor.locale)))}`
            let before: string | undefined
            for (let page = 0; page < longest; page++) {
              const found = await look(runtime, actor, { ...search, records, before }, 200)
              rows += found.items.length
              yield found.items.map((event) => lineOf(runtime, actor, event)).join('')
              if (found.next === null) break
              before = found.next
            }
            yield csvLine([`${actor.name} · ${showInstant(new Date(runtime.clock()).toISOString(), companyZone)} · ${rows} · ${id}`])
            isWhole = true
          } finally {
            await advanceOperation(runtime.database, id, { done: rows, refused: 0, report: [], finished: isWhole ? 'done' : 'stopped' })
          }
        })(),
      )
      return reply.header('content-disposition', 'attachment; filename="audit.csv"').type('text/csv; charset=utf-8').send(lines)
    },
  }),
]
