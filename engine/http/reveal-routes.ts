import { z } from 'zod'
import { hasRight } from '#engine/access/actor.ts'
import { readRecord } from '#engine/access/read.ts'
import { atLeast, rule } from '#engine/access/rules.ts'
import type { ActionType } from '#engine/action/define-action.ts'
import { perform } from '#engine/action/perform.ts'
import { badFields, notAllowed } from '#engine/action/refusal.ts'
import type { Shape } from '#engine/record/house.ts'
import { readRows, type StoredRow } from '#engine/store/rows.ts'
import { words } from '#engine/text/words.ts'
import { revealed } from './answers/record-answers.ts'
import { shapeAt } from './record-routes.ts'
import { defineRoute } from './route.ts'

/** A look at what is masked is an event of the record: who looked, at which field, why. The event never carries the value. */
const reveal = (shape: Shape, field: string, reason: string | undefined): ActionType => ({
  name: `${shape.name}.reveal`,
  on: shape.record,
  allow: rule.everyone,
  input: {},
  words: { label: words('查看脱敏内容', 'Reveal') },
  run({ emit, ...context }) {
    emit(`${shape.name}.revealed`, (context as unknown as Record<string, StoredRow>)[shape.name]!, shape.record, {
      [field]: [null, null],
      ...(reason ? { reason: [null, reason] } : {}),
    })
  },
})

export const revealRoutes = [
  defineRoute({
    method: 'POST',
    path: '/api/v1/records/{record}/{id}/reveal',
    words: words('查看一个脱敏字段（记入历史）', 'Reveal a masked field; the look is recorded'),
    params: z.object({ record: z.string(), id: z.uuid() }),
    body: z.strictObject({ field: z.string().max(60), reason: z.string().trim().max(200).optional() }),
    answers: { 200: { schema: revealed } },
    async handler({ runtime, actor, params, body }) {
      const shape = shapeAt(runtime, params.record)
      const item = await readRecord(runtime, actor, shape, params.id)
      if (item[body.field] === undefined)
        throw badFields({ field: words('没有这个字段，或您无权查看', 'there is no such field, or you may not see it') })
      if (!item.masked?.includes(body.field)) return { field: body.field, value: item[body.field] }
      if (!atLeast(item.can.level, 'full') || !hasRight(actor, 'reveal', shape))
        throw notAllowed(words('您没有查看脱敏内容的权限。', 'You may not reveal masked content.'))
      await perform(runtime, actor, reveal(shape, body.field, body.reason), [{ id: params.id }])
      const [row] = await readRows(runtime.database, shape, [params.id])
      return { field: body.field, value: row?.[body.field] ?? null }
    },
  }),
]
