import { z } from 'zod'
import { moment, words } from './parts.ts'

/** What the product finds when it looks at itself. */
export const selfCheckAnswer = z.object({
  host: z.string(),
  at: moment,
  items: z.array(
    z.object({
      name: z.string(),
      words,
      state: z.enum(['good', 'mind', 'bad']),
      says: words,
      remedy: words.optional(),
      host: z.string().nullable(),
      since: moment,
    }),
  ),
})

export const slowAnswer = z.object({
  slowFromMs: z.number(),
  items: z.array(
    z.looseObject({
      text: z.string(),
      purpose: z.string(),
      times: z.int(),
      failed: z.int(),
      totalMs: z.number(),
      longestMs: z.number(),
      lastAt: moment,
    }),
  ),
})
