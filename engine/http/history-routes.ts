import { z } from 'zod'
import type { Actor } from '#engine/access/actor.ts'
import { loadFacts } from '#engine/access/facts.ts'
import { readRecord } from '#engine/access/read.ts'
import { atLeast } from '#engine/access/rules.ts'
import { accessTo, type ShapeAccess } from '#engine/access/shape-access.ts'
import type { Facts } from '#engine/access/condition-js.ts'
import { titlesOf } from '#engine/access/titles.ts'
import { operationsOf } from '#engine/action/operations.ts'
import { shareLevels } from '#engine/action/sharing.ts'
import type { StoredEvent } from '#engine/event/define-event.ts'
import { wordsOfEvent } from '#engine/event/event-words.ts'
import { readEvents } from '#engine/event/events.ts'
import { kindOf } from '#engine/record/fields/index.ts'
import type { RecordRef } from '#engine/record/fields/link-any/index.ts'
import type { Field } from '#engine/record/field.ts'
import { linkTarget, type Shape } from '#engine/record/house.ts'
import { mergedInto } from '#engine/merge/moved-along.ts'
import type { Runtime } from '#engine/runtime.ts'
import { isId } from '#engine/record/id.ts'
import { readRows } from '#engine/store/rows.ts'
import { sql, type Sql } from '#engine/store/sql.ts'
import { commentChange, presentComments, readComments, type CommentChange, type PresentedComment } from '#engine/talk/comments.ts'
import { say, words, type Locale } from '#engine/text/words.ts'
import { companyZone, showInstant } from '#engine/time/zone.ts'
import { toldEvents } from './answers/history-answers.ts'
import { defineRoute } from './route.ts'
import { wordsOfOperation } from './operation-routes.ts'
import { shapeAt } from './record-routes.ts'

const params = z.object({ record: z.string(), id: z.uuid() })
const query = z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50), before: z.uuid().optional() })

/** The records that a value of a field links to. Masked values link to none. */
function linksIn(field: Field, value: unknown): [record: string, id: string][] {
  if (field.kind === 'link' || field.kind === 'links') return [value].flat().flatMap((id) => (isId(id) ? [[linkTarget(field), id]] : []))
  const ref = field.kind === 'linkAny' ? (value as RecordRef | null) : null
  return ref && isId(ref.id) ? [[ref.record, ref.id]] : []
}

/** A record, and those that went into it: what was told of them is told of it. */
interface Merged {
  stays: string
  gone: readonly string[]
}

/** An event as one actor may read it. */
export interface PresentedEvent {
  id: string
  type: string
  record: { record: string; id: string; title: string }
  changes: { field: string; before: unknown; after: unknown }[]
  /** With whom it was shared, how far, and until when. */
  detail?: string
  /** The comment that the event tells of, as it stands now; null where it has been removed. */
  comment?: PresentedComment | null
  [more: string]: unknown
}

interface Known {
  access: ShapeAccess
  shape: Shape
  facts: Map<string, Facts>
  titles: Map<string, string>
}

interface Shown {
  event: StoredEvent
  known: Known
  changes: { field: string; before: unknown; after: unknown }[]
  comment: PresentedComment | null | undefined
}

/**
 * Events as one actor may read them: those of records he may see, with the fields he may see, links named by their titles.
 * A look at history is a look at the record: the same rights decide.
 */
export async function presentEvents(
  runtime: Runtime,
  actor: Actor,
  events: readonly StoredEvent[],
  merged: Merged = { stays: '', gone: [] },
): Promise<PresentedEvent[]> {
  const seen = new Map<string, Known>()
  const makers = new Map<string, { id: string; at: string }>()
  for (const [record, group] of Map.groupBy(events, (event) => event.record)) {
    const shape = runtime.house.shapes.get(record)
    if (!shape) continue
    const access = accessTo(runtime.house, actor, shape)
    const stored = await readRows(runtime.database, shape, [
      ...new Set(group.map((event) => event.recordId)),
      ...(merged.stays ? [merged.stays] : []),
    ])
    const stays = stored.find((row) => row.id === merged.stays)
    // Whoever may see the one may see what the other was before it went into it.
    const rows = stored.map((row) => (stays && merged.gone.includes(row.id) ? { ...stays, id: row.id } : row))
    for (const row of rows) if (row.createdBy) makers.set(row.id, { id: row.createdBy, at: row.createdAt })
    const facts = (await loadFacts(runtime.database, runtime.house, actor, shape, rows, access.paths)).filter(
      (fact) => access.levelOf(fact) !== 'none' && (!fact.deletedAt || access.recycle.check(fact)),
    )
    seen.set(record, {
      access,
      shape,
      facts: new Map(facts.map((fact) => [fact.id as string, fact])),
      titles: await titlesOf(
        runtime,
        actor,
        shape,
        facts.map((fact) => fact.id as string),
      ),
    })
  }
  // What was entered with its history was made by whom and when the record says.
  const madeBy = (event: StoredEvent) => {
    const maker = event.actorKind === 'system' && event.type.endsWith('.created') ? makers.get(event.recordId) : undefined
    return maker && (maker.id !== event.actorId || maker.at < event.at) ? maker : undefined
  }
  const people = await titlesOf(
    runtime,
    actor,
    runtime.house.shapes.get('user')!,
    events.flatMap((event) => [event.actorId, madeBy(event)?.id ?? [], partnerOf(event) ?? []].flat()),
  )
  const said = await commentsIn(runtime, actor, events)
  const linked = new Map<string, Set<string>>()
  const shown = events.flatMap((event): Shown[] => {
    const known = seen.get(event.record)
    const fact = known?.facts.get(event.recordId)
    if (!known || !fact) return []
    if (runtime.house.events.get(event.type)?.isConfidential && !atLeast(known.access.levelOf(fact), 'full')) return []
    const talk = commentOf(event)
    if (talk) {
      // What colleagues say on a record is for those who see all of it.
      const isOpen = atLeast(known.access.levelOf(fact), 'full')
      return isOpen ? [{ event, known, changes: [], comment: said.get(talk) ?? null }] : []
    }
    const changes = Object.entries(event.changes ?? {}).flatMap(([name, [before, after]]) => {
      const field = known.shape.fields.get(name)
      if (!field) return name === 'deletedAt' || name === 'merged' || partnerOf(event) ? [] : [{ field: name, before: null, after: null }]
      const right = known.access.fields.get(name)!
      if (!right.masked.check(fact)) return []
      const isOpen = right.view.check(fact)
      const show = (value: unknown) => (value === null ? null : isOpen ? value : (kindOf(field.field).mask?.(value as never) ?? '***'))
      if (isOpen)
        for (const [record, id] of [before, after].flatMap((value) => linksIn(field.field, value)))
          linked.set(record, (linked.get(record) ?? new Set<string>()).add(id))
      return [{ field: name, before: show(before), after: show(after) }]
    })
    return [{ event, known, changes, comment: undefined }]
  })
  const titles = new Map<string, Map<string, string>>()
  for (const [record, ids] of linked) {
    const target = runtime.house.shapes.get(record)
    if (target) titles.set(record, await titlesOf(runtime, actor, target, ids))
  }
  const named = (shape: Shape, name: string, value: unknown) => {
    const field = shape.fields.get(name)?.field
    const links = field ? linksIn(field, value) : []
    if (links.length === 0) return value
    return field!.kind === 'links' ? links.map(([record, id]) => one(record, id)) : one(...links[0]!, field!.kind === 'linkAny')
  }
  const one = (record: string, id: string, saysRecord = false) => {
    const title = titles.get(record)?.get(id)
    return title === undefined ? { hidden: true } : { ...(saysRecord ? { record } : {}), id, title }
  }
  return shown.map(({ event, known, changes, comment }) => ({
    id: event.id,
    at: event.at,
    type: event.type,
    words: wordsOfEvent(runtime.house, event.type, actor.locale),
    actor: {
      id: event.actorId,
      title: people.get(event.actorId) ?? (event.actorKind === 'system' ? say(words('系统', 'System'), actor.locale) : ''),
    },
    by: event.actorKind,
    ...presentMaker(madeBy(event), people),
    record: { record: event.record, id: event.recordId, title: known.titles.get(event.recordId) ?? '' },
    operation: event.operationId,
    cause: event.causeId,
    version: event.version,
    changes: changes.map((change) => ({
      ...change,
      before: named(known.shape, change.field, change.before),
      after: named(known.shape, change.field, change.after),
    })),
    ...(comment === undefined ? {} : { comment }),
    ...(partnerOf(event) ? { detail: sayPartner(event, people, actor.locale) } : {}),
    ...(event.type.endsWith('.revealed') ? { detail: (event.changes?.reason?.[1] as string | undefined) ?? '' } : {}),
    ...(event.type.endsWith('.merged') ? { detail: (event.changes?.merged?.[1] as { title?: string } | undefined)?.title ?? '' } : {}),
  }))
}

/** With whom an event says that a record is shared, or no longer is. */
const partnerOf = ({ type, changes }: StoredEvent): string | undefined =>
  /\.(un)?shared$/.test(type) ? ((changes?.with?.[1] ?? changes?.with?.[0]) as string | undefined) : undefined

function sayPartner(event: StoredEvent, people: ReadonlyMap<string, string>, locale: Locale): string {
  const level = event.changes?.level?.[1] as keyof typeof shareLevels | undefined
  const until = event.changes?.until?.[1] as string | undefined
  return [
    people.get(partnerOf(event)!) ?? say(words('一位同事', 'a colleague'), locale),
    level ? say(shareLevels[level], locale) : '',
    until ? say(words(`到 ${showInstant(until, companyZone)}`, `until ${showInstant(until, companyZone)}`), locale) : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

/** The id of the comment that an event tells of. */
const commentOf = ({ changes }: StoredEvent): string | undefined => {
  const [before, after] = (changes?.[commentChange] ?? []) as readonly CommentChange[]
  return (after ?? before)?.id
}

async function commentsIn(runtime: Runtime, actor: Actor, events: readonly StoredEvent[]): Promise<Map<string, PresentedComment>> {
  const ids = events.flatMap((event) => commentOf(event) ?? [])
  if (ids.length === 0) return new Map()
  const stored = await readComments(runtime.database, sql`c.id = any(${ids}::uuid[]) and c.deleted_at is null`, ids.length)
  return new Map((await presentComments(runtime, actor, stored)).map((comment) => [comment.id, comment]))
}

const presentMaker = (maker: { id: string; at: string } | undefined, people: ReadonlyMap<string, string>) =>
  maker ? { made: { by: { id: maker.id, title: people.get(maker.id) ?? '' }, at: maker.at } } : {}

/** Events of a record or of all that hangs on it, newest first, each with the operation that it was a part of. */
async function tellEvents(runtime: Runtime, actor: Actor, where: Sql, { limit, before }: z.infer<typeof query>, merged?: Merged) {
  const events = await readEvents(runtime.database, sql`${where}${before ? sql` and e.id < ${before}` : sql.empty}`, sql`e.id desc`, limit)
  const items = await presentEvents(runtime, actor, events, merged)
  const operations = await operationsOf(
    runtime.database,
    items.map((item) => item.operation as string),
  )
  return {
    items: items.map((item) => {
      const operation = operations.get(item.operation as string)
      return operation
        ? { ...item, partOf: { words: say(wordsOfOperation(runtime, operation), actor.locale), total: operation.total } }
        : item
    }),
    next: events.length === limit ? events.at(-1)!.id : null,
  }
}

export const historyRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/records/{record}/{id}/history',
    words: words('一条记录（或其中一个字段）的修改历史', 'History of one record, or of one of its fields'),
    params,
    query: query.extend({ field: z.string().max(60).optional() }),
    answers: { 200: { schema: toldEvents } },
    async handler({ runtime, actor, params: { record, id }, query: { field, ...page } }) {
      await readRecord(runtime, actor, shapeAt(runtime, record), id)
      return tellEvents(runtime, actor, sql`e.record_id = ${id}${field ? sql` and e.changes ? ${field}` : sql.empty}`, page)
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/records/{record}/{id}/timeline',
    words: words('一条记录及其下属的时间线', 'Timeline of a record and all that hangs on it'),
    params,
    query: query.extend({
      /** Only events of these record types. */
      records: z
        .string()
        .max(400)
        .transform((text) => text.split(',').filter(Boolean))
        .optional(),
      /** Only what was said about them, or all but that. */
      comments: z.enum(['only', 'none']).optional(),
    }),
    answers: { 200: { schema: toldEvents } },
    async handler({ runtime, actor, params: { record, id }, query: { records, comments, ...page } }) {
      const shape = shapeAt(runtime, record)
      await readRecord(runtime, actor, shape, id)
      const column = sql.raw(shape.chain.length === 0 ? 'e.root_id' : 'e.record_id')
      // What was told of a record that went into this one is told here.
      const gone = shape.record.mergeable ? await mergedInto(runtime.database, shape.name, id) : []
      const only = records ? sql` and e.record = any(${records}::text[])` : sql.empty
      const said = comments ? sql` and e.type ${sql.raw(comments === 'only' ? 'like' : 'not like')} ${'%.comment%'}` : sql.empty
      return tellEvents(runtime, actor, sql`${column} = any(${[id, ...gone]}::uuid[])${only}${said}`, page, { stays: id, gone })
    },
  }),
]
