import { z } from 'zod'
import { levels } from '#engine/access/rules.ts'

/** What several answers are made of. A schema with an id stands once in the description, and everywhere else by its name. */

/** Ids as they are answered: those of the system itself included. */
export const id = z.string().regex(/^[0-9a-f-]{36}$/)
export const moment = z.iso.datetime()
export const day = z.iso.date()

export const words = z.object({ zh: z.string(), en: z.string() }).meta({ id: 'Words' })
export const named = z.object({ id, title: z.string() }).meta({ id: 'Named' })
export const count = z.object({ value: z.int(), exact: z.boolean() }).meta({ id: 'Count' })

export const problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' })

export const can = z
  .object({
    level: z.enum(levels),
    edit: z.boolean(),
    recycle: z.boolean(),
    do: z.array(z.string()),
    not: z.record(z.string(), z.string()).optional(),
    masked: z.record(z.string(), z.string()).optional(),
  })
  .meta({ id: 'Can' })

/** A record of any type: its fields stand beside these. */
export const anyItem = z
  .looseObject({ id, version: z.int(), can, masked: z.array(z.string()).optional(), deletedAt: moment.optional() })
  .meta({ id: 'Item' })

export const recordNamed = z.object({ record: z.string(), id, title: z.string() }).meta({ id: 'RecordNamed' })

/** What was not done, and why. */
export const report = z.array(z.object({ id: id.optional(), code: z.string(), words: z.string() })).meta({ id: 'Report' })

export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() })
export const list = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) })
