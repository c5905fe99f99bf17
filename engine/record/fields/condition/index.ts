import { z } from 'zod'
import { Unreadable, type Field, type FieldKind, type FieldOptions, type IsRequired } from '#engine/record/field.ts'
import { tooLong } from '#engine/record/fault.ts'
import { words } from '#engine/text/words.ts'

/**
 * A filter as the API takes it. `linked` counts what links to the record ("activity.customer"): some of it, unless `least` or `most` say
 * otherwise. `segment` stands for the conditions of a segment: of the record itself, or of the one behind the link `of`.
 */
export type FilterTree =
  | { and: FilterTree[] }
  | { or: FilterTree[] }
  | { not: FilterTree }
  | { field: string; op: string; value?: unknown }
  | { linked: string; least?: number | undefined; most?: number | undefined; where?: FilterTree | undefined }
  | { segment: string; of?: string | undefined }

/** The most linked records that a filter may count. */
export const mostCounted = 1000

const counted = z.int().max(mostCounted)

/** The schema of a filter. Depth and size are bounded where it is read, so that nobody can ask for an endless question. */
export const filterSchema: z.ZodType<FilterTree> = z
  .lazy(() =>
    z.union([
      z.strictObject({ and: z.array(filterSchema).max(50) }),
      z.strictObject({ or: z.array(filterSchema).max(50) }),
      z.strictObject({ not: filterSchema }),
      z.strictObject({ field: z.string().max(100), op: z.string().max(20), value: z.unknown().optional() }),
      z.strictObject({
        linked: z.string().max(100),
        least: counted.min(1).optional(),
        most: counted.min(0).optional(),
        where: filterSchema.optional(),
      }),
      z.strictObject({ segment: z.uuid(), of: z.string().max(60).optional() }),
    ]),
  )
  .meta({ id: 'Filter' })

const longest = 20_000

export interface ConditionOptions extends FieldOptions {
  /** The record type it is a condition on: it is then made where it is filled in. */
  over?: string
}

/** A condition on records of some type, kept as data: a saved view, a segment, the start of an automation. */
export const condition = <const O extends ConditionOptions>(options: O): Field<FilterTree, IsRequired<O>, O> => ({
  kind: 'condition',
  options,
})

export const conditionKind: FieldKind = {
  name: 'condition',
  words: words('条件', 'Condition'),
  schema: () => filterSchema.refine((tree) => JSON.stringify(tree).length <= longest, { error: 'condition' }),
  fault: (issue) => (issue.message === 'condition' ? tooLong(longest) : words('不是有效的条件', 'Not a valid condition')),
  operators: ['empty', 'notEmpty'],
  read: (raw) => {
    throw new Unreadable(words(`条件不能从单元格“${raw}”读取`, `a condition cannot be read from the cell "${raw}"`))
  },
  show: (value: FilterTree) => JSON.stringify(value),
}
