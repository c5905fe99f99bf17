import { z } from 'zod'
import { duplicateRules } from '#engine/intake/importing.ts'
import { linkChoices } from '#engine/intake/import-fields.ts'
import { id, moment, report } from './parts.ts'

const rule = z.enum(duplicateRules)

const progress = z
  .object({
    read: z.int(),
    valid: z.int(),
    created: z.int(),
    changed: z.int(),
    duplicate: z.int(),
    failed: z.int(),
    asked: z.int(),
    remarked: z.int(),
    linked: z.int(),
    total: z.int(),
    line: z.int(),
  })
  .meta({ id: 'ImportProgress' })

const settings = z.looseObject({
  kind: z.enum(['csv', 'xlsx', 'xls', 'vcf']),
  encoding: z.string().optional(),
  delimiter: z.string().optional(),
  sheet: z.string().optional(),
  sheets: z.array(z.string()),
  headerRow: z.int(),
  headerRows: z.int(),
  mapping: z.array(z.looseObject({ column: z.int(), header: z.string(), field: z.string().nullable() })),
  isRemembered: z.boolean(),
  duplicates: rule,
  similar: rule,
  decisions: z.record(z.string(), rule),
  links: z.record(z.string(), z.enum(linkChoices)),
  refuseBadCells: z.boolean(),
})

export const importAnswer = z
  .object({
    id,
    record: z.string(),
    state: z.enum(['ready', 'running', 'done', 'failed', 'undone']),
    fileName: z.string(),
    fileSize: z.int(),
    createdAt: moment,
    operation: id.nullable(),
    settings,
    progress,
    fields: z.array(z.object({ name: z.string(), label: z.string(), kind: z.string(), required: z.boolean() })),
    links: z.array(z.object({ name: z.string(), label: z.string(), record: z.string(), choice: z.enum(linkChoices) })),
    compares: z.boolean(),
  })
  .meta({ id: 'ImportJob' })

const twin = z.object({
  id: id.optional(),
  title: z.string(),
  line: z.int().optional(),
  score: z.number().optional(),
  isExact: z.boolean(),
  reasons: z.array(z.looseObject({ words: z.string(), isAgainst: z.boolean() })),
  held: z.string().optional(),
})

export const importPreview = z.object({
  progress,
  isWhole: z.boolean(),
  rows: z.array(
    z.object({
      line: z.int(),
      what: z.enum(['new', 'changed', 'duplicate', 'asked', 'failed', 'skipped']),
      id: id.optional(),
      rule: rule.optional(),
      twin: twin.optional(),
      cells: z.array(z.string()),
      values: z.record(z.string(), z.unknown()),
      problems: z.array(z.object({ column: z.string(), words: z.string(), fatal: z.boolean() })),
    }),
  ),
})

export const importUndone = z.object({ operation: id, done: z.int(), refused: z.int(), report })

export const importErrors = z.object({
  items: z.array(z.object({ line: z.int(), kind: z.string(), cells: z.array(z.string()), reason: z.string() })),
})
