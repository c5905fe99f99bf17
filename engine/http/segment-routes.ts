import { z } from 'zod'
import { readRecord } from '#engine/access/read.ts'
import { accessTo } from '#engine/access/shape-access.ts'
import { notFound } from '#engine/action/refusal.ts'
import { historyOf, segmentsOf } from '#engine/segment/history.ts'
import { readRows } from '#engine/store/rows.ts'
import { words } from '#engine/text/words.ts'
import { segmentHistory, segmentsIn } from './answers/record-answers.ts'
import { shapeAt } from './record-routes.ts'
import { defineRoute } from './route.ts'

export const segmentRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/segments/{id}/history',
    words: words('分群的成员变化', 'Who came into a segment and who left it'),
    params: z.object({ id: z.uuid() }),
    answers: { 200: { schema: segmentHistory } },
    async handler({ runtime, actor, params: { id } }) {
      const { house, database } = runtime
      const shape = house.segments && house.shapes.get(house.segments.record)
      if (!shape || accessTo(house, actor, shape).card.constant === false) throw notFound()
      await readRecord(runtime, actor, shape, id, ['id'])
      const [row] = await readRows(database, shape, [id])
      return historyOf(runtime, actor, id, house.segments!.meaningOf(row!).owner)
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/records/{record}/{id}/segments',
    words: words('记录所在的分群', 'The segments that a record is in'),
    params: z.object({ record: z.string(), id: z.uuid() }),
    answers: { 200: { schema: segmentsIn } },
    async handler({ runtime, actor, params }) {
      const shape = shapeAt(runtime, params.record)
      const { id } = await readRecord(runtime, actor, shape, params.id, ['id'])
      return { items: await segmentsOf(runtime, actor, shape, id) }
    },
  }),
]
