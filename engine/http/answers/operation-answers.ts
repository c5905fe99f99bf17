import { z } from 'zod'
import { event } from './history-answers.ts'
import { id, moment, named, page, problem, report } from './parts.ts'

const operationFields = {
  id,
  action: z.string(),
  words: z.string(),
  record: z.string().nullable(),
  at: moment,
  state: z.enum(['running', 'done', 'stopped', 'undoing', 'undone']),
  total: z.int(),
  done: z.int(),
  refused: z.int(),
  report,
  undoes: id.nullable(),
  canUndo: z.boolean(),
  undoneBy: id.nullable(),
  finishedAt: moment.nullable(),
}

export const operation = z.object(operationFields).meta({ id: 'OperationReport' })

export const operations = page(z.object({ ...operationFields, by: named }))

/** An action done to one record or to none. */
const doneToOne = z.object({
  outcome: z.enum(['done', 'preview']),
  operation: id,
  items: z.array(z.object({ id: id.optional(), version: z.int().optional() })),
  changes: z.array(event).optional(),
})

/** An action done to several: what did not go through has its problem. A large selection runs on behind the answer. */
const doneToSeveral = z.object({
  outcome: z.enum(['done', 'preview', 'waiting']),
  operation: id.nullable(),
  total: z.int(),
  items: z.array(z.object({ id: id.optional(), version: z.int().optional(), problem: problem.optional() })),
  report,
})

export const actionDone = z.union([doneToOne, doneToSeveral]).meta({ id: 'ActionDone' })
