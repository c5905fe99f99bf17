import { z } from 'zod'
import { anyItem, count, id, moment, named, page, problem, words } from './parts.ts'

/** Answers about records of any type; what is known of one type stands in its own schemas. */

export const groups = z.object({
  groups: z.array(
    z.object({
      value: z.union([z.string(), z.boolean(), z.null()]),
      title: z.string().optional(),
      count,
      totals: z.record(z.string(), z.object({ sum: z.string(), of: z.int() })).optional(),
    }),
  ),
  whole: z.boolean(),
})

export const batchDone = z.object({
  operation: id.nullable(),
  items: z.array(z.union([z.object({ id, version: z.int() }), z.object({ problem })])),
})

export const file = z
  .object({
    id,
    name: z.string(),
    type: z.string(),
    size: z.int(),
    record: z.string(),
    recordId: id,
    createdBy: named,
    createdAt: moment,
  })
  .meta({ id: 'FileKept' })

export const revealed = z.object({ field: z.string(), value: z.unknown() })

export const recordAndItem = z.object({ record: z.string(), item: anyItem })

export const found = z.object({
  groups: z.array(z.looseObject({ record: z.string(), items: z.array(anyItem) })),
  similar: z.literal(true).optional(),
  renewing: z.literal(true).optional(),
})

export const similar = z.object({
  items: z.array(
    z.object({
      item: anyItem,
      score: z.number(),
      decision: z.enum(['same', 'perhaps']),
      reasons: z.array(z.object({ words, isAgainst: z.boolean() })),
      held: words.optional(),
    }),
  ),
  hidden: z.boolean(),
})

const passage = z.object({ record: z.string(), id, title: z.string(), at: moment })

export const segmentHistory = z.object({
  sizes: z.array(z.looseObject({ day: z.iso.date() })).nullable(),
  reckonedAt: moment.nullable(),
  entered: z.array(passage),
  left: z.array(passage).nullable(),
})

export const segmentsIn = z.object({ items: z.array(z.object({ id, title: z.string(), since: moment.nullable() })) })

/** From minute to minute of the day. */
const range = z.looseObject({ from: z.int(), to: z.int() })

export const calendar = z.object({
  entries: z.array(z.object({ record: z.string(), item: anyItem, foreseen: z.string().optional() })),
  more: z.record(z.string(), count),
  days: z.record(z.string(), z.object({ hours: z.array(range), special: z.looseObject({ kind: z.string() }).optional() })),
  unknownYears: z.array(z.int()),
})

export const feedState = z.object({ createdAt: moment, seenAt: moment.nullable() })

export const job = z.looseObject({
  id,
  name: z.string(),
  words: z.string(),
  state: z.string(),
  attempts: z.int(),
  createdAt: moment,
  startAt: moment.nullable(),
  startedAt: moment.nullable(),
  finishedAt: moment.nullable(),
  error: z.string().nullable(),
})

export const jobs = z.object({
  items: z.array(job),
  counts: z.array(z.object({ name: z.string(), state: z.string(), n: z.int() })),
  sealLagSeconds: z.number(),
})

export const recent = (last: z.ZodType) =>
  page(anyItem)
    .pick({ items: true })
    .extend({ items: z.array(anyItem.extend({ last })) })
