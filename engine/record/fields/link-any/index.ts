import { z } from 'zod'
import { Unreadable, type Field, type FieldKind, type FieldOptions, type IsRequired } from '#engine/record/field.ts'
import { words } from '#engine/text/words.ts'

/** Which record: its type and its id. */
export interface RecordRef {
  record: string
  id: string
}

export type LinkAnyOptions = FieldOptions

/** A link to one record of any type: tasks, files and comments hang on anything. @public */
export const linkAny = <const O extends LinkAnyOptions>(options: O): Field<RecordRef, IsRequired<O>, O> => ({ kind: 'linkAny', options })

export const linkAnyKind: FieldKind<LinkAnyOptions> = {
  name: 'linkAny',
  words: words('关联任意记录', 'Link to any record'),
  schema: () => z.object({ record: z.string().regex(/^[a-z][a-zA-Z0-9]*$/), id: z.uuid() }),
  fault: () => words('应选择对象和记录', 'A record type and a record must be chosen'),
  operators: ['eq', 'empty', 'notEmpty'],
  read: (raw) => {
    throw new Unreadable(words(`无法从文字“${raw}”识别记录`, `no record can be read from "${raw}"`))
  },
  show: (value: RecordRef) => `${value.record} ${value.id}`,
}
