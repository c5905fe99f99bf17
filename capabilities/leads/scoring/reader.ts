import type { EventReader } from '#engine/event/reader.ts'
import { scoreLeads } from './score-leads.ts'

/** Scores leads as soon as anything has happened to them; a change of the rules concerns all, and is left to a job. */
export const scoreWhatMoved: EventReader = {
  name: 'lead-score-1',
  async read(runtime, tx, events) {
    const told = events.filter(({ rootRecord }) => rootRecord === 'lead').map(({ rootId }) => rootId)
    await scoreLeads(runtime, tx, [...new Set(told)])
    const isRule = events.some(({ record, type }) => record === 'scoreRule' || type === 'leadModel.adopted' || type === 'leadModel.dropped')
    if (isRule) await runtime.enqueue(tx, 'score-leads', {}, { key: 'all' })
  },
}
