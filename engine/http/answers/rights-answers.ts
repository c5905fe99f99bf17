import { z } from 'zod'
import { id, moment, named } from './parts.ts'

/** Why rights are as they are, what a change of them does, and what is taken out under them. */

const reason = z
  .object({
    holds: z.boolean(),
    words: z.string(),
    fact: z.string().optional(),
    join: z.enum(['any', 'all', 'not']).optional(),
    get of() {
      return z.array(reason).optional()
    },
  })
  .meta({ id: 'RightReason' })

export const explanation = z.object({
  user: z.object({ id, title: z.string(), isActive: z.boolean() }),
  answers: z.array(
    z.object({
      key: z.string(),
      words: z.string(),
      holds: z.boolean(),
      because: z.string(),
      remedies: z.array(z.string()),
      reason,
    }),
  ),
  closed: z.string().nullable(),
})

export const seers = z.object({
  items: z.array(z.object({ user: named, level: z.string(), words: z.string(), because: z.string() })),
  looked: z.int(),
  next: id.nullable(),
})

const counted = z.object({ value: z.int(), exact: z.boolean() })
const change = { record: z.string(), what: z.enum(['see', 'edit']), direction: z.enum(['lose', 'gain']), rows: counted }

export const impact = z.object({
  on: z.array(z.object({ ...change, users: z.int() })),
  people: z.array(z.object({ user: named, changes: z.array(z.object(change)) })),
  uncounted: z.int(),
})

export const rightsChanged = z.object({ operation: id, version: z.int().optional() })

const exportQuery = z.looseObject({ format: z.string().optional(), fields: z.array(z.string()).optional() })
const entry = { id, at: moment, by: named, record: z.string(), rows: z.int() }

export const exportList = z.object({
  items: z.array(
    z.union([
      z.object({
        ...entry,
        isRequest: z.literal(true),
        query: exportQuery,
        reason: z.string(),
        state: z.enum(['waiting', 'approved', 'ready', 'expired', 'refused', 'withdrawn', 'lapsed', 'failed']),
        decideBy: moment,
        decidedBy: named.nullable(),
        decidedAt: moment.nullable(),
        note: z.string().nullable(),
        fileSize: z.int().nullable(),
        written: z.int().nullable(),
        expiresAt: moment.nullable(),
        fetchedAt: moment.nullable(),
        operationId: id.nullable(),
      }),
      z.object({ ...entry, isRequest: z.literal(false), query: exportQuery.nullable(), state: z.enum(['written', 'broken']) }),
    ]),
  ),
  next: id.nullable(),
})
