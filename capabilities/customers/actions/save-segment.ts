import { readFilter } from '#engine/access/filter.ts'
import type { Actor } from '#engine/access/actor.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { badFields, Refusal } from '#engine/action/refusal.ts'
import type { Store } from '#engine/action/store.ts'
import type { RowOf } from '#engine/record/define-record.ts'
import type { House } from '#engine/record/house.ts'
import { segmentsIn } from '#engine/segment/segments.ts'
import type { Queries } from '#engine/store/database.ts'
import { fill, words } from '#engine/text/words.ts'
import { Segment } from '../records/segment.ts'

interface Saving {
  queries: Queries
  house: House
  actor: Actor
  store: Store
  now: string
  later(job: string, payload: unknown, options?: { at?: string; key?: string }): void
}

/**
 * Refuses conditions that could not be asked: fields that are not there or not open to whoever writes them, and segments that lead back to
 * this one or are not for the same eyes.
 */
async function checkConditions({ queries, house, actor, store, now }: Saving, segment: RowOf<typeof Segment>): Promise<void> {
  if (segment.kind === 'static') {
    if (segment.filter) throw badFields({ filter: words('固定名单没有条件', 'a fixed list has no conditions') })
    return
  }
  try {
    const named = await segmentsIn(queries, house, actor, segment.filter, { self: segment.id })
    readFilter(house, actor, house.shapes.get(segment.over)!, segment.filter, Date.parse(now), named)
    if (segment.shown !== 'everyone') return
    for (const id of named.keys()) {
      const other = await store.get(Segment, id)
      if (other?.shown !== 'everyone')
        throw badFields({
          filter: fill(words('分群“{name}”只有您能看到，不能用在大家的分群里', '"{name}" is seen by you alone and cannot serve everyone'), {
            name: other?.name ?? '',
          }),
        })
    }
  } catch (error) {
    // Whatever is wrong with a condition is said at the one field that holds them all.
    if (error instanceof Refusal) throw badFields({ filter: Object.values(error.fields ?? {})[0] ?? error.words })
    throw error
  }
}

/** Its history begins, or goes on, with what it means now. */
const reckonSoon = ({ later }: Saving, { id }: { id: string }) => later('reckon-segment', { segment: id }, { key: id })

/** A new segment, with everybody in it who meets its conditions, or an empty list. */
export const createSegment = defineAction('segment.create', {
  creates: Segment,
  words: { label: words('新建分群', 'New segment') },
  async run(context) {
    const segment = await context.store.create(Segment, context.input as never)
    await checkConditions(context, segment)
    reckonSoon(context, segment)
    return segment
  },
})

export const editSegment = defineAction('segment.edit', {
  on: Segment,
  words: { label: words('编辑', 'Edit') },
  async run(context) {
    const segment = context.store.edit(Segment, context.segment, context.input as never)
    await checkConditions(context, segment)
    reckonSoon(context, segment)
    return segment
  },
})

/** Its history is brought up to date at once instead of in the coming night. */
export const reckonSegment = defineAction('customers.reckonSegment', {
  on: Segment,
  from: 'active',
  words: { label: words('立即统计', 'Reckon now'), hint: words('记下此刻谁进入、谁离开', 'Notes who has entered and who has left by now') },
  run: (context) => reckonSoon(context, context.segment),
})

/** It is used no more: not offered, its history at rest. Filters that name it go on as they are. */
export const retireSegment = defineAction('customers.retireSegment', {
  on: Segment,
  from: 'active',
  to: 'retired',
  words: { label: words('停用', 'Retire'), hint: words('不再统计成员变化', 'Its history is kept no further') },
  run: ({ segment, store }) => store.edit(Segment, segment, { state: 'retired' }, 'segment.retired'),
})

export const reviveSegment = defineAction('customers.reviveSegment', {
  on: Segment,
  from: 'retired',
  to: 'active',
  words: { label: words('重新使用', 'Use again') },
  run(context) {
    reckonSoon(context, context.segment)
    return context.store.edit(Segment, context.segment, { state: 'active' }, 'segment.revived')
  },
})
