import { systemActor } from '#engine/access/actor.ts'
import { perform } from '#engine/action/perform.ts'
import { defineJob } from '#engine/job/define-job.ts'
import type { Runtime } from '#engine/runtime.ts'
import { words } from '#engine/text/words.ts'
import { keepModel } from '../actions/keep-models.ts'
import { Lead } from '../records/lead.ts'
import { factsOfLead, sayFact } from '../rules/lead-facts.ts'
import { learn } from '../rules/logistic.ts'
import { crossCheck } from '../rules/model-quality.ts'
import { endedLeads, openLeads } from './queries.ts'
import { scoreLeads } from './score-leads.ts'

const batch = 500
/** The most that a model is learned from, the latest first; and the least, of which so many are won and so many lost. */
const most = 50_000
const least = { leads: 60, each: 15 }

const scoreAll = defineJob('score-leads', {
  words: words('重新给线索评分', 'Score all open leads'),
  async run(runtime, _, { signal }) {
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      if (signal.aborted) throw new Error('stopped; begins again later')
      const ids = await openLeads(runtime.database, after, batch)
      if (ids.length === 0) return
      await runtime.database.transaction((tx) => scoreLeads(runtime, tx, ids))
      after = ids.at(-1)!
    }
  },
})

const names = { ...Lead.fields.source.options.choices, ...Lead.fields.plannedFor.options.choices }

/** Learns from the leads that have ended. @returns the model; nothing where there is too little to learn from. */
export async function learnFromLeads(runtime: Runtime): Promise<string | null> {
  const ended = await endedLeads(runtime.database, most)
  const won = ended.map(({ isWon }) => isWon)
  const wins = won.filter(Boolean).length
  if (ended.length < least.leads || wins < least.each || ended.length - wins < least.each) return null
  const rows = ended.map(factsOfLead)
  const model = learn(rows, won)
  const { calibration, ...quality } = crossCheck(rows, won)
  const heaviest = model.features
    .flatMap(({ name, cuts, names: levels, weights, mean }) =>
      cuts ? [] : levels.map((level, i) => ({ fact: sayFact(name, level, names).zh, effect: Math.round((weights[i + 2]! - mean) * 100) })),
    )
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, 12)
  const figures = Object.entries(quality).map(([name, value]) => [name, name === 'leads' || name === 'won' ? value : value.toFixed(3)])
  const { items } = await perform(runtime, systemActor, keepModel, [
    {
      input: {
        ...Object.fromEntries(figures),
        calibration: calibration.map(({ said, came, leads }) => ({ said: Math.round(said * 100), came: Math.round(came * 100), leads })),
        heaviest,
        weights: JSON.stringify(model),
      },
    },
  ])
  return items[0]!.id ?? null
}

const trainModel = defineJob('train-lead-model', {
  words: words('从过去的线索学习成交模型', 'Learn a lead model'),
  retries: 1,
  run: learnFromLeads,
})

export const scoringJobs = [scoreAll, trainModel]
