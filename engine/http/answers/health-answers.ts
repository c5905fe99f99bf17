import { z } from 'zod'
import { moment, words } from './parts.ts'

export const selfChecked = z.object({
  host: z.string(),
  at: moment,
  items: z.array(
    z.object({
      name: z.string(),
      words,
      host: z.string().nullable(),
      state: z.enum(['good', 'mind', 'bad']),
      since: moment,
      says: words,
      remedy: words.optional(),
    }),
  ),
})

export const slowStatements = z.object({
  slowFromMs: z.number(),
  items: z.array(
    z.object({
      text: z.string(),
      purpose: z.string(),
      times: z.int(),
      failed: z.int(),
      totalMs: z.number(),
      longestMs: z.int(),
      lastAt: moment,
    }),
  ),
})
