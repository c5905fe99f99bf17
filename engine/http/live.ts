import type { ServerResponse } from 'node:http'
import { z } from 'zod'
import type { Actor } from '#engine/access/actor.ts'
import { loadFacts } from '#engine/access/facts.ts'
import { readEpoch } from '#engine/access/load-actor.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import type { StoredEvent } from '#engine/event/define-event.ts'
import { eventsAfter } from '#engine/event/events.ts'
import type { Signals } from '#engine/event/signals.ts'
import type { Runtime } from '#engine/runtime.ts'
import { readRows } from '#engine/store/rows.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { defineRoute, type Route } from './route.ts'

interface Listener {
  actor: Actor
  response: ServerResponse
  watch: Set<string>
  lists: Set<string>
  stale: Set<string>
}

/** Follows sealed events and tells open pages of them. Messages carry ids and never content. */
export interface Live {
  route: Route
  stop(): Promise<void>
}

const format = (event: string, data: unknown) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

export function openLive(runtime: Runtime, signals: Signals): Live {
  const listeners = new Set<Listener>()
  let position = -1
  let reading: Promise<void> | undefined
  let again = false

  /** Whether this actor may still see the record, by the rights of this very moment. */
  async function maySee(listener: Listener, epoch: number, event: StoredEvent): Promise<boolean> {
    if (listener.actor.epoch !== epoch) {
      const now = await runtime.actorOf(listener.actor.id, listener.actor.kind)
      if (!now) {
        listener.response.end()
        return false
      }
      listener.actor = { ...now, locale: listener.actor.locale }
    }
    const shape = runtime.house.shapes.get(event.record)
    const [row] = shape ? await readRows(runtime.database, shape, [event.recordId]) : []
    if (!shape || !row) return false
    const access = accessTo(runtime.house, listener.actor, shape)
    const [facts] = await loadFacts(runtime.database, runtime.house, listener.actor, shape, [row], access.paths)
    return access.levelOf(facts!) !== 'none'
  }

  async function begin(): Promise<void> {
    if (position >= 0) return
    const last = await runtime.database.row<{ position: number }>(sql`select coalesce(max(position), 0) as position from seal`)
    if (position < 0) position = last?.position ?? 0
  }

  async function read(): Promise<void> {
    // With nobody there nothing is read; whoever comes begins with what happens from then on.
    if (listeners.size === 0) {
      position = -1
      return
    }
    await begin()
    for (;;) {
      const events = await eventsAfter(runtime.database, position, 500)
      if (events.length === 0) return
      position = events.at(-1)!.position
      const epoch = await readEpoch(runtime.database)
      for (const { event } of events)
        for (const listener of listeners) {
          if (listener.lists.has(event.record)) listener.stale.add(event.record)
          const isWatched =
            listener.watch.has(`${event.record}:${event.recordId}`) || listener.watch.has(`${event.rootRecord}:${event.rootId}`)
          if (isWatched && (await maySee(listener, epoch, event)))
            listener.response.write(
              format('changed', {
                record: event.record,
                id: event.recordId,
                root: { record: event.rootRecord, id: event.rootId },
                version: event.version,
                by: event.actorId,
              }),
            )
        }
    }
  }

  const wake = () => {
    if (reading) {
      again = true
      return
    }
    reading = read()
      .catch((error: unknown) => runtime.log.warn({ err: error }, 'live'))
      .finally(() => {
        reading = undefined
        if (again) {
          again = false
          wake()
        }
      })
  }

  signals.on('zhike_events', wake)

  // What lists, pages and forms look like has changed, or what may be seen: whoever shows them asks for the description again.
  const tellShaped = () => {
    for (const listener of listeners) listener.response.write(format('shaped', {}))
  }
  runtime.onShaped.add(tellShaped)

  // A list is told at most once a second that it may be stale.
  const beat = setInterval(() => {
    for (const listener of listeners) {
      for (const record of listener.stale) listener.response.write(format('stale', { record }))
      listener.stale.clear()
    }
  }, 1000)
  const keepAlive = setInterval(() => {
    for (const listener of listeners) listener.response.write(': here\n\n')
  }, 20_000)
  beat.unref()
  keepAlive.unref()

  const ref = z.string().regex(/^[a-zA-Z]+:[0-9a-f-]{36}$/)
  const route = defineRoute({
    method: 'GET',
    path: '/api/v1/live',
    words: words('实时消息流', 'Live stream'),
    query: z.strictObject({
      watch: z
        .string()
        .max(8000)
        .default('')
        .transform((text) => text.split(',').filter(Boolean))
        .pipe(z.array(ref).max(200)),
      lists: z
        .string()
        .max(500)
        .default('')
        .transform((text) => text.split(',').filter(Boolean))
        .pipe(z.array(z.string().regex(/^[a-zA-Z]+$/)).max(20)),
    }),
    answers: { 200: { words: words('事件流', 'A stream of events'), type: 'text/event-stream' } },
    async handler({ actor, query, reply }) {
      // Only what the actor may see can be watched; the rest is silently left out, as if it did not exist.
      const watch = new Set<string>()
      for (const [record, refs] of Map.groupBy(query.watch, (entry) => entry.slice(0, entry.indexOf(':')))) {
        const shape = runtime.house.shapes.get(record)
        if (!shape) continue
        const access = accessTo(runtime.house, actor, shape)
        const rows = await readRows(
          runtime.database,
          shape,
          refs.map((entry) => entry.slice(record.length + 1)),
        )
        const facts = await loadFacts(runtime.database, runtime.house, actor, shape, rows, access.paths)
        rows.forEach((row, i) => access.levelOf(facts[i]!) !== 'none' && watch.add(`${record}:${row.id}`))
      }
      const lists = new Set(
        query.lists.filter((record) => {
          const shape = runtime.house.shapes.get(record)
          return shape !== undefined && accessTo(runtime.house, actor, shape).card.constant !== false
        }),
      )
      reply.hijack()
      const response = reply.raw
      response.writeHead(200, {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
        connection: 'keep-alive',
      })
      const listener: Listener = { actor, response, watch, lists, stale: new Set() }
      listeners.add(listener)
      response.on('close', () => listeners.delete(listener))
      // "Ready" means that whatever happens from now on is told.
      await begin()
      response.write(format('ready', { watching: watch.size }))
      return reply
    },
  })

  return {
    route,
    async stop() {
      clearInterval(beat)
      clearInterval(keepAlive)
      runtime.onShaped.delete(tellShaped)
      for (const listener of listeners) listener.response.end()
      await reading
    },
  }
}
