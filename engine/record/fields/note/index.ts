import { z } from 'zod'
import type { Field, FieldKind, FieldOptions, IsRequired } from '#engine/record/field.ts'
import { notText, sharedFault } from '#engine/record/fault.ts'
import { hasControl } from '#engine/text/normal.ts'
import { words } from '#engine/text/words.ts'

export interface NoteOptions extends FieldOptions {
  /** Longest text in characters; 10,000 unless said. */
  max?: number
}

/** A longer text with line breaks. */
export const note = <const O extends NoteOptions>(options: O): Field<string, IsRequired<O>, O> => ({ kind: 'note', options })

const longest = (options: NoteOptions) => options.max ?? 10_000

export const noteKind: FieldKind<NoteOptions> = {
  name: 'note',
  words: words('长文本', 'Long text'),
  schema: (options) =>
    z
      .string()
      .trim()
      .min(1)
      .max(longest(options))
      .refine((value) => !hasControl(value), { error: 'control' }),
  fault: (issue) => sharedFault(issue) ?? notText,
  longest,
  operators: ['empty', 'notEmpty'],
  read: (raw) => ({ value: raw.replaceAll('\r\n', '\n').trim() }),
  show: (value: string) => value,
  mask: () => '***',
}
