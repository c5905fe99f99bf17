import { z } from 'zod'
import { words } from './parts.ts'

const choice = z.object({ code: z.string(), zh: z.string(), en: z.string(), color: z.string().nullable(), isRetired: z.boolean() })
const rule = { pattern: z.string(), reset: z.string(), start: z.int() }

export const fieldDescribed = z
  .looseObject({ name: z.string(), kind: z.string(), words, required: z.literal(true).optional(), custom: z.literal(true).optional() })
  .meta({ id: 'FieldDescribed' })

export const setup = z.object({
  record: z.string(),
  fields: z.array(fieldDescribed),
  lists: z.array(
    z.object({
      field: z.string(),
      words,
      isCustom: z.boolean(),
      isOpen: z.boolean(),
      isFilterable: z.boolean(),
      choices: z.array(choice),
      declared: z.array(choice),
    }),
  ),
  layout: z.object({
    form: z.array(z.array(z.string())),
    needed: z.array(z.string()),
    related: z.array(z.string()),
    relatable: z.array(z.string()),
    columns: z.array(z.string()),
    variant: z.string().nullable(),
  }),
  numbers: z.array(
    z.object({
      field: z.string(),
      words,
      isGapless: z.boolean(),
      ...rule,
      declared: z.object(rule),
      next: z.string(),
    }),
  ),
  classes: z.array(z.object({ field: z.string(), words, secrecy: z.string(), declared: z.string(), isMaskable: z.boolean() })),
})

export const nextNumber = z.object({ next: z.string().nullable(), faults: z.array(z.string()) })

/** What the screens are drawn by. It changes with them. */
export const description = z.looseObject({
  me: z.object({ id: z.string(), name: z.string(), roles: z.array(z.string()) }),
  records: z.array(z.looseObject({ name: z.string(), words, title: z.string(), capability: z.string(), fields: z.array(fieldDescribed) })),
  menu: z.array(z.looseObject({ path: z.string(), words, icon: z.string() })),
})
