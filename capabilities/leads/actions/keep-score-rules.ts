import type { Actor } from '#engine/access/actor.ts'
import { readFilter } from '#engine/access/filter.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { badFields, Refusal } from '#engine/action/refusal.ts'
import type { House } from '#engine/record/house.ts'
import { segmentsIn } from '#engine/segment/segments.ts'
import type { Queries } from '#engine/store/database.ts'
import { words } from '#engine/text/words.ts'
import { Lead } from '../records/lead.ts'
import { ScoreRule } from '../records/score-rule.ts'

/** Refuses conditions that whoever writes them could not ask. */
async function checkFilter(
  { queries, house, actor, now }: { queries: Queries; house: House; actor: Actor; now: string },
  filter: unknown,
): Promise<void> {
  try {
    readFilter(house, actor, house.shapes.get(Lead.name)!, filter, Date.parse(now), await segmentsIn(queries, house, actor, filter))
  } catch (error) {
    if (error instanceof Refusal) throw badFields({ filter: Object.values(error.fields ?? {})[0] ?? error.words })
    throw error
  }
}

export const createScoreRule = defineAction('scoreRule.create', {
  creates: ScoreRule,
  words: { label: words('新建评分规则', 'New score rule') },
  async run(context) {
    await checkFilter(context, (context.input as { filter: unknown }).filter)
    return context.store.create(ScoreRule, context.input as never)
  },
})

export const editScoreRule = defineAction('scoreRule.edit', {
  on: ScoreRule,
  words: { label: words('编辑', 'Edit') },
  async run(context) {
    const { filter } = context.input as { filter?: unknown }
    if (filter) await checkFilter(context, filter)
    return context.store.edit(ScoreRule, context.scoreRule, context.input as never)
  },
})
