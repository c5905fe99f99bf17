import { z } from 'zod'
import { day, id, moment, named } from '#engine/http/answers/parts.ts'

export const workloadAnswer = z.object({
  mean: z.number(),
  isBalanced: z.boolean(),
  managers: z.array(z.object({ id, name: z.string(), A: z.int(), B: z.int(), C: z.int(), load: z.number(), after: z.number() })),
  moves: z.array(z.object({ customer: id, title: z.string(), tier: z.string().nullable(), from: id, to: id })),
})

export const balancedAnswer = z.object({ operation: id, done: z.int(), refused: z.int(), why: z.array(z.string()) })

export const checklistAnswer = z.object({
  customers: z.int(),
  tasks: z.int(),
  plans: z.int(),
  shares: z.int(),
  pools: z.int(),
  follows: z.int(),
})

export const visitsAnswer = z.object({
  on: day,
  quota: z.array(z.object({ tier: z.string(), customers: z.int(), wanted: z.int(), paid: z.int() })),
  isByDistance: z.boolean(),
  visits: z.array(
    z.object({
      id,
      subject: z.string(),
      at: moment,
      clock: z.string(),
      customer: named,
      state: z.string(),
      form: id.nullable(),
      formState: z.string().nullable(),
    }),
  ),
})
