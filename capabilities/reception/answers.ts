import { z } from 'zod'
import { day, id, moment, words } from '#engine/http/answers/parts.ts'

/** What the routes of the desk answer, for the description of the interface. */

const person = z.object({ id, name: z.string() })
const share = z.object({ user: id.nullable(), percent: z.string() })
const step = z.object({ rule: z.string(), fits: z.boolean(), why: words })
const called = z.record(z.string(), z.string())
const item = z.record(z.string(), z.unknown())

export const shiftsAnswer = z.object({ today: day, items: z.array(item) })

export const pictureAnswer = z.object({
  shift: item,
  now: moment,
  isDesk: z.boolean(),
  me: id,
  onTurn: id.nullable(),
  standby: id.nullable(),
  ring: z.array(
    z.object({
      user: id,
      name: z.string(),
      presence: z.string(),
      owed: z.number().int(),
      skips: z.number().int(),
      turns: z.number().int(),
    }),
  ),
  visits: z.array(item),
  bySource: z.array(z.object({ register: z.string(), source: z.string().nullable(), n: z.number().int() })),
})

export const knownAnswer = z.object({
  items: z.array(
    z.object({
      id,
      name: z.string(),
      contact: z.string().nullable(),
      files: z.array(z.object({ salesperson: person, at: moment, register: z.string(), validThrough: day, isValid: z.boolean() })),
    }),
  ),
})

export const askedAnswer = z.object({
  rule: z.string(),
  receiver: id.nullable(),
  waits: z.boolean(),
  turn: z.enum(['none', 'rotation', 'own']),
  owner: z.string().nullable(),
  performance: z.array(share),
  commission: z.array(share),
  steps: z.array(step),
  because: words,
  names: called,
})

export const customerAnswer = z.object({
  today: day,
  files: z.array(item),
  rulings: z.array(item),
  disputes: z.array(item),
})

export const replayAnswer = z.object({
  isPossible: z.boolean(),
  isSame: z.boolean().optional(),
  rule: z.string().optional(),
  commission: z.array(share).optional(),
  steps: z.array(step).optional(),
  names: called.optional(),
})

const part = z.object({ rule: z.string(), turn: z.string(), owner: z.string().nullable(), commission: z.array(share) })

export const whatIfAnswer = z.object({
  cases: z.number().int(),
  faults: z.record(z.string(), words).optional(),
  changed: z.array(z.object({ ruling: id, customer: z.string().optional(), at: moment, before: part, after: part, names: called })),
})

export const evidenceAnswer = z.object({ items: z.array(z.object({ at: moment, kind: z.string(), text: words })) })
