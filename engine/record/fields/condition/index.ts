import { z } from 'zod'
import { Unreadable, type Field, type FieldKind, type FieldOptions, type IsRequired } from '#engine/record/field.ts'
import { tooLong } from '#engine/record/fault.ts'
import { words } from '#engine/text/words.ts'

/** A filter as the API takes it. */
export type FilterTree = { and: FilterTree[] } | { or: FilterTree[] } | { not: FilterTree } | { field: string; op: string; value?: unknown }

/** The schema of a filter. Depth and size are bounded where it is read, so that nobody can ask for an endless question. */
export const filterSchema: z.ZodType<FilterTree> = z.lazy(() =>
  z.union([
    z.strictObject({ and: z.array(filterSchema).max(50) }),
    z.strictObject({ or: z.array(filterSchema).max(50) }),
    z.strictObject({ not: filterSchema }),
    z.strictObject({ field: z.string().max(100), op: z.string().max(20), value: z.unknown().optional() }),
  ]),
)

const longest = 20_000

/** A condition on records of some type, kept as data: a saved view, a segment, the start of an automation. */
export const condition = <const O extends FieldOptions>(options: O): Field<FilterTree, IsRequired<O>, O> => ({ kind: 'condition', options })

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
