import type { ServerResponse } from 'node:http'
import { z } from 'zod'
import type { Actor } from '#engine/access/actor.ts'
import { loadFacts } from '#engine/access/facts.ts'
import { readEpoch } from '#engine/access/load-actor.ts'
import { missPage, presenceSince, streamLost } from '#engine/access/presence.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import type { StoredEvent } from '#engine/event/define-event.ts'
import { eventsAfter } from '#engine/event/events.ts'
import type { Signals } from '#engine/event/signals.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Bearer } from '#engine/sign-in/bearer.ts'
import { livingSessions } from '#engine/sign-in/sessions.ts'
import { livingSimulations } from '#engine/sign-in/simulations.ts'
import { livingTokens } from '#engine/sign-in/tokens.ts'
import { firstIdAt } from '#engine/store/id.ts'
import { readRows } from '#engine/store/rows.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { beginStream, changeOf, comeBack, message, sendAway } from './event-stream.ts'
import { pageName } from './presence-routes.ts'
import { defineRoute, type Route } from './route.ts'

interface Listener {
  actor: Actor
  bearer: Bearer
  response: ServerResponse
  watch: Set<string>
  lists: Set<string>
  stale: Set<string>
  page: string | undefined
}

/**
 * Follows sealed events and tells open pages of them; tells each user's pages that his notices have changed. Messages carry ids and never
 * content.
 */
export interface Live {
  route: Route
  stop(): Promise<void>
}

/** How long reading a page takes at most: what changed within that time before it began to listen is told to it once more. */
const justNow = 10_000

export function openLive(runtime: Runtime, signals: Signals): Live {
  const listeners = new Set<Listener>()
  runtime.metrics.gauge('zhike_live_clients', 'Pages that listen to this node', () => listeners.size)
  let position = -1
  let reading: Promise<void> | undefined
  let again = false
  let isStopping = false

  /** Whether this actor may still see the record, by the rights of this very moment. */
  async function maySee(listener: Listener, epoch: number, event: Pick<StoredEvent, 'record' | 'recordId'>): Promise<boolean> {
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
      for (const { event } of events) {
        // One user may have many pages open: he is asked about once.
        const known = new Map<string, Promise<boolean>>()
        for (const listener of listeners) {
          if (listener.lists.has(event.record)) listener.stale.add(event.record)
          const isWatched =
            listener.watch.has(`${event.record}:${event.recordId}`) || listener.watch.has(`${event.rootRecord}:${event.rootId}`)
          if (!isWatched) continue
          const key = `${listener.actor.kind} ${listener.bearer.tokenId ?? ''} ${listener.actor.id}`
          if (!known.has(key)) known.set(key, maySee(listener, epoch, event))
          if (await known.get(key)) listener.response.write(changeOf(event))
        }
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
  // Without names: signals may have been missed, and everybody looks for himself.
  signals.on('zhike_notices', (users) => {
    for (const listener of listeners) if (users === '' || users.includes(listener.actor.id)) listener.response.write(message('notices', {}))
  })

  let presenceSeen = '-infinity'
  /** Tells the pages of a record that somebody came to it or left it; who it was they ask for themselves. */
  async function tellPresence(ref: string): Promise<void> {
    const watched = [...listeners].flatMap((listener) => [...listener.watch])
    if (watched.length === 0 || (ref && !watched.includes(ref))) return
    const refs = ref ? [ref] : await missedPresence(watched)
    const epoch = await readEpoch(runtime.database)
    for (const [record = '', id = ''] of refs.map((entry) => entry.split(':')))
      for (const listener of listeners)
        if (listener.watch.has(`${record}:${id}`) && (await maySee(listener, epoch, { record, recordId: id })))
          listener.response.write(message('presence', { record, id }))
  }

  async function missedPresence(watched: readonly string[]): Promise<string[]> {
    const ids = watched.map((entry) => entry.slice(entry.indexOf(':') + 1))
    const missed = await presenceSince(runtime.database, ids, presenceSeen)
    presenceSeen = missed.reduce((last, { at }) => (at > last || last === '-infinity' ? at : last), presenceSeen)
    return missed.map(({ record, id }) => `${record}:${id}`)
  }

  /** A page reads first and listens then: what changed between the two it would never hear of. */
  async function tellJustNow({ watch, response }: Listener, changed: readonly string[]): Promise<void> {
    const ids = [...watch].map((entry) => entry.slice(entry.indexOf(':') + 1))
    if (ids.length === 0) return
    const since = Date.now() - justNow
    const { database } = runtime
    const [roots, places] = await Promise.all([
      database.rows<{ record: string; id: string }>(
        sql`select distinct root_record as record, root_id as id from event where root_id = any(${ids}::uuid[]) and id > ${firstIdAt(since)}`,
      ),
      presenceSince(database, ids, new Date(since).toISOString()),
    ])
    const refs = new Set([...changed, ...roots.map(({ record, id }) => `${record}:${id}`)])
    for (const ref of refs) {
      const [record = '', id = ''] = ref.split(':')
      if (watch.has(ref)) response.write(message('changed', { record, id, root: { record, id } }))
    }
    for (const { record, id } of places) response.write(message('presence', { record, id }))
  }

  signals.on('zhike_presence', (ref) => void tellPresence(ref).catch((error: unknown) => runtime.log.warn({ err: error }, 'presence')))

  // What lists, pages and forms look like has changed, or what may be seen: whoever shows them asks for the description again.
  const tellShaped = () => {
    for (const listener of listeners) listener.response.write(message('shaped', {}))
  }
  runtime.onShaped.add(tellShaped)

  /** Ends the streams of sessions and tokens that hold no longer. */
  async function endOver(userId: string): Promise<void> {
    const asked = [...listeners].filter(({ actor }) => userId === '' || actor.id === userId)
    if (asked.length === 0) return
    const ids = (pick: (bearer: Bearer) => string | undefined) => asked.flatMap(({ bearer }) => pick(bearer) ?? [])
    const sessions = await livingSessions(
      runtime.database,
      ids((bearer) => bearer.session?.id),
    )
    const tokens = await livingTokens(
      runtime.database,
      ids((bearer) => bearer.userId),
      ids((bearer) => bearer.tokenId),
    )
    const simulations = await livingSimulations(
      runtime.database,
      ids((bearer) => bearer.simulation && bearer.session?.id),
    )
    for (const { bearer, response } of asked)
      if (bearer.simulation && !simulations.has(bearer.session!.id)) response.end()
      else if (!sessions.has(bearer.session?.id ?? '') && !tokens.has(bearer.tokenId ?? '')) response.end()
  }
  const endOverSoon = (userId: string) => void endOver(userId).catch((error: unknown) => runtime.log.warn({ err: error }, 'sessions'))
  signals.on('zhike_access', endOverSoon)
  // Sessions run out without anybody saying so.
  const clock = setInterval(() => endOverSoon(''), 60_000)
  clock.unref()

  const leaving = new Set<NodeJS.Timeout>()
  /** A page opens a new stream before it closes the old one; one whose last stream has ended is there no more. */
  function missLater({ actor, page }: Listener): void {
    const isStreaming = () => [...listeners].some((other) => other.page === page && other.actor.id === actor.id)
    if (!page || isStopping || isStreaming()) return
    const endedAt = performance.now()
    const timer = setTimeout(() => {
      leaving.delete(timer)
      if (!isStreaming())
        missPage(runtime, actor, page, Math.round(performance.now() - endedAt)).catch((error: unknown) =>
          runtime.log.warn({ err: error }, 'presence'),
        )
    }, streamLost)
    leaving.add(timer)
  }

  // A list is told at most once a second that it may be stale.
  const beat = setInterval(() => {
    for (const listener of listeners) {
      for (const record of listener.stale) listener.response.write(message('stale', { record }))
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
      /** The page that listens, by the name under which it says what it does: when its stream ends, it is there no more. */
      page: pageName.optional(),
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
    async handler({ actor, bearer, query, reply }) {
      // Only what the actor may see can be watched; the rest is silently left out, as if it did not exist.
      const watch = new Set<string>()
      const changed: string[] = []
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
        for (const [i, row] of rows.entries()) {
          if (access.levelOf(facts[i]!) === 'none') continue
          watch.add(`${record}:${row.id}`)
          if (Date.parse(row.updatedAt) > Date.now() - justNow) changed.push(`${record}:${row.id}`)
        }
      }
      const lists = new Set(
        query.lists.filter((record) => {
          const shape = runtime.house.shapes.get(record)
          return shape !== undefined && accessTo(runtime.house, actor, shape).card.constant !== false
        }),
      )
      reply.hijack()
      const response = reply.raw
      if (isStopping) return sendAway(response)
      beginStream(response)
      const listener: Listener = { actor, bearer: bearer!, response, watch, lists, stale: new Set(), page: query.page }
      listeners.add(listener)
      response.on('close', () => {
        listeners.delete(listener)
        missLater(listener)
      })
      // "Ready" means that whatever happens from now on is told.
      await begin()
      response.write(message('ready', { watching: watch.size }))
      await tellJustNow(listener, changed)
      return reply
    },
  })

  return {
    route,
    async stop() {
      isStopping = true
      for (const timer of leaving) clearTimeout(timer)
      clearInterval(beat)
      clearInterval(keepAlive)
      clearInterval(clock)
      runtime.onShaped.delete(tellShaped)
      for (const listener of listeners) listener.response.end(comeBack())
      await reading
    },
  }
}
