import { z } from 'zod'
import { Unreadable, type Field, type FieldKind, type FieldOptions, type IsRequired } from '#engine/record/field.ts'
import { notChosen } from '#engine/record/fault.ts'
import { isId } from '#engine/record/id.ts'
import { words } from '#engine/text/words.ts'

export interface LinkOptions extends FieldOptions {
  /**
   * Only records may be chosen whose fields have the values of fields here: a contact within the customer of the activity is
   * `{ customer: 'customer' }`, one within the record itself `{ customer: 'id' }`.
   */
  within?: Readonly<Record<string, string>>
  default?: 'me' | 'myDepartment'
  /** The record is part of the human being that the link leads to: it goes when he is erased (`engine/erase/`). */
  erasedWith?: boolean
  /**
   * How many there are of one root is asked over all roots: "customers without any contact". A narrow index of its own is gone through three
   * times as fast as the wide one by root.
   */
  counted?: boolean
}

type LinkField<O> = Field<string, IsRequired<O>, O & LinkOptions & { to: string }>

/** A link to one record of a named type. The name is enough: no import, no circle. */
export function link<const O extends LinkOptions>(to: string, options: O): LinkField<O> {
  return { kind: 'link', options: { ...options, to } }
}

export const linkKind: FieldKind<LinkOptions & { to: string }> = {
  name: 'link',
  words: words('关联', 'Link'),
  schema: () => z.union([z.uuid(), z.object({ id: z.uuid() }).transform((value) => value.id)], { error: 'link' }),
  fault: () => notChosen,
  operators: ['eq', 'ne', 'in', 'notIn', 'empty', 'notEmpty'],
  // A title in a file is matched by the import, which may see and create records; here only ids can be read.
  read: (raw) => {
    if (isId(raw.trim())) return { value: raw.trim() }
    throw new Unreadable(words(`没有找到“${raw}”`, `"${raw}" was not found`))
  },
  show: (value: string) => value,
}
