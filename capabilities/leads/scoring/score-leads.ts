import { systemActor } from '#engine/access/actor.ts'
import { readFilter } from '#engine/access/filter.ts'
import { measureMany } from '#engine/action/measure.ts'
import { Refusal } from '#engine/action/refusal.ts'
import type { PatchOf } from '#engine/record/define-record.ts'
import type { Runtime } from '#engine/runtime.ts'
import { segmentsIn } from '#engine/segment/segments.ts'
import type { Transaction } from '#engine/store/database.ts'
import { Lead } from '../records/lead.ts'
import { factsOfLead, sayFact } from '../rules/lead-facts.ts'
import { chanceOf, strongest } from '../rules/logistic.ts'
import { scoreOf, type Reason } from '../rules/score.ts'
import { leadsToJudge, meeting, modelInUse, rulesInUse } from './queries.ts'

const choiceWords = { ...Lead.fields.source.options.choices, ...Lead.fields.plannedFor.options.choices }

/** The rules that each of these leads meets. A rule that can no longer be asked gives nobody points until somebody mends it. */
async function rulesMet(runtime: Runtime, tx: Transaction, ids: readonly string[]): Promise<Map<string, Reason[]>> {
  const { house } = runtime
  const shape = house.shapes.get(Lead.name)!
  const met = new Map<string, Reason[]>()
  for (const { id, name, filter, points } of await rulesInUse(tx))
    try {
      const segments = await segmentsIn(tx, house, systemActor, filter)
      const { condition } = readFilter(house, systemActor, shape, filter, runtime.clock(), segments)
      for (const lead of await meeting(tx, house, ids, condition)) met.set(lead, [...(met.get(lead) ?? []), { why: name, points }])
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      runtime.log.warn({ rule: id, code: error.code }, 'a score rule cannot be asked')
    }
  return met
}

/** Scores leads anew, as a set: the points of the rules they meet, and the chance that the model in use gives them. */
export async function scoreLeads(runtime: Runtime, tx: Transaction, ids: readonly string[]): Promise<void> {
  await measureMany(runtime, tx, Lead, ids, async (rows) => {
    const living = rows.map(({ id }) => id)
    const [met, model, judged] = [await rulesMet(runtime, tx, living), await modelInUse(tx), await leadsToJudge(tx, living)]
    const facts = new Map(judged.map((lead) => [lead.id, factsOfLead(lead)]))
    return new Map(
      rows.map(({ id }): [string, PatchOf<typeof Lead>] => {
        const { score, reasons } = scoreOf(met.get(id) ?? [])
        const fact = facts.get(id)
        const parts = model && fact ? strongest(model, fact, 3) : []
        return [
          id,
          {
            score,
            scoreReasons: reasons,
            chance: model && fact ? Math.round(100 * chanceOf(model, fact)) : null,
            chanceReasons: parts.map(({ feature, value, effect }) => ({
              why: sayFact(feature, value, choiceWords),
              points: Math.round(effect * 100),
            })),
          },
        ]
      }),
    )
  })
}
