import { z } from 'zod'
import { day, id, words } from '#engine/http/answers/parts.ts'

/** Who returns to a pool, and why. */
export const returnsAnswer = z.object({
  tonight: z.int(),
  soon: z.int(),
  items: z.array(
    z.object({
      id: id.nullable(),
      title: z.string().nullable(),
      owner: z.object({ id, title: z.string().nullable() }),
      kind: z.string(),
      since: day,
      until: day,
      why: words,
      deed: words,
    }),
  ),
  next: z.string().nullable(),
})

/** How many more somebody may claim today. */
export const allowanceAnswer = z.object({
  claimed: z.int(),
  looked: z.int(),
  claimsPerDay: z.int().nullable(),
  viewsPerDay: z.int().nullable(),
  held: z.int().nullable(),
  mostHeld: z.int().nullable(),
  isKeeper: z.boolean(),
})

/** When a customer returns, and what would keep it. */
export const fallAnswer = z.object({
  isLocked: z.boolean(),
  fall: z.object({ pool: z.object({ id, title: z.string() }), until: day, why: words, deed: words, isSoon: z.boolean() }).nullable(),
})
