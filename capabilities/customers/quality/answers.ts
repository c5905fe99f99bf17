import { z } from 'zod'
import { day, id, moment, named } from '#engine/http/answers/parts.ts'

const part = z.object({ points: z.number(), of: z.number() })
const trend = z.array(z.object({ day, score: z.number() }))

/** How good the file of a customer is, and why. */
export const qualityAnswer = z.object({
  score: z.number(),
  completeness: part,
  validity: part,
  timeliness: part,
  uniqueness: part,
  missing: z.array(z.string()),
  doubts: z.array(z.looseObject({ field: z.string() })),
  confirmBy: day.nullable(),
  trend,
  hidden: z.int(),
  contact: id.nullable(),
  confirmedAt: moment.nullable(),
  everyDays: z.int().nullable(),
  standards: z.array(z.string()),
  doubles: z.array(z.object({ id, other: named })),
})

const line = z.object({
  id: id.nullable(),
  title: z.string(),
  customers: z.int(),
  score: z.number(),
  missing: z.int(),
  doubtful: z.int(),
  stale: z.int(),
  double: z.int(),
  trend,
})

/** How good the data is, by department and owner. */
export const overviewAnswer = z.object({ day: day.nullable(), all: line, departments: z.array(line), owners: z.array(line) })
