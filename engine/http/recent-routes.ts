import { z } from 'zod'
import { present } from '#engine/access/present.ts'
import { notFound } from '#engine/action/refusal.ts'
import { readEvents } from '#engine/event/events.ts'
import { recentlyChanged } from '#engine/store/recent.ts'
import { readRows } from '#engine/store/rows.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { recent } from './answers/record-answers.ts'
import { lastEvent } from './answers/history-answers.ts'
import { presentEvents } from './history-routes.ts'
import { shapeAt } from './record-routes.ts'
import { defineRoute } from './route.ts'

const days = 30

export const recentRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/records/{record}/recent',
    words: words('我负责的、最近有变动的', 'Mine that changed lately, with what happened last'),
    params: z.object({ record: z.string() }),
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(50).default(10) }),
    answers: { 200: { schema: recent(lastEvent) } },
    async handler({ runtime, actor, params, query }) {
      const shape = shapeAt(runtime, params.record)
      if (!shape.record.access?.owner || shape.chain.length > 0) throw notFound()
      // Ids of events tell when they were written, by the clock of the machine.
      const found = await recentlyChanged(runtime.database, shape, actor.id, Date.now() - days * 86_400_000, query.limit)
      const rows = await readRows(
        runtime.database,
        shape,
        found.map((entry) => entry.id),
      )
      const items = new Map((await present(runtime, actor, shape, rows, [shape.record.title])).map((item) => [item.id, item]))
      const ids = found.map((entry) => entry.event)
      const events = await readEvents(runtime.database, sql`e.id = any(${ids}::uuid[])`, sql`e.id`, ids.length)
      const told = new Map((await presentEvents(runtime, actor, events)).map((event) => [event.id, event]))
      return {
        items: found.flatMap(({ id, event }) => {
          const item = items.get(id)
          if (!item) return []
          const last = told.get(event)
          // What was entered with its history happened when its history says.
          const made = last?.made as { by: unknown; at: string } | undefined
          return [
            {
              ...item,
              last: last ? { at: made?.at ?? last.at, words: last.words, actor: made?.by ?? last.actor, record: last.record } : null,
            },
          ]
        }),
      }
    },
  }),
]
