import { z } from 'zod'
import { Unreadable, type Field, type FieldKind, type FieldOptions } from '#engine/record/field.ts'
import { notChosen, sharedFault } from '#engine/record/fault.ts'
import { words } from '#engine/text/words.ts'

export interface LinksOptions extends FieldOptions {
  max?: number
  /** As of a single link. */
  within?: Readonly<Record<string, string>>
}

/** Links to several records of one named type. An empty list where there is none, never null. */
export const links = <const O extends LinksOptions>(to: string, options: O): Field<string[], true, O & { to: string }> => ({
  kind: 'links',
  options: { ...options, to },
})

export const linksKind: FieldKind<LinksOptions & { to: string }> = {
  name: 'links',
  words: words('多个关联', 'Several links'),
  schema: (options) =>
    z
      .array(z.union([z.uuid(), z.object({ id: z.uuid() }).transform((value) => value.id)]), { error: 'link' })
      .max(options.max ?? 200)
      .transform((ids) => [...new Set(ids)]),
  fault: (issue) => sharedFault(issue) ?? notChosen,
  operators: ['has', 'hasAny', 'empty', 'notEmpty'],
  read: (raw) => {
    throw new Unreadable(words(`没有找到“${raw}”`, `"${raw}" was not found`))
  },
  show: (value: string[]) => value.join(', '),
}
