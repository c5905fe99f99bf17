import type { z } from 'zod'
import type { Locale, Words } from '#engine/text/words.ts'
import type { When } from './depends.ts'
import type { Issue } from './fault.ts'
import type { Secrecy } from './secrecy.ts'

/** The operators of the condition language; a kind says which of them it understands. */
export type Operator =
  | 'eq'
  | 'ne'
  | 'in'
  | 'notIn'
  | 'lt'
  | 'lte'
  | 'gt'
  | 'gte'
  | 'between'
  | 'contains'
  | 'startsWith'
  | 'has'
  | 'hasAny'
  | 'empty'
  | 'notEmpty'

/**
 * How values are found: as text that people read; by any four neighbouring signs, as numbers and accounts are; by the whole of a running
 * number.
 */
export type SearchFamily = 'text' | 'pieces' | 'whole'

/** What every field may say about itself. Kinds add their own options. */
export interface FieldOptions {
  zh: string
  en: string
  /** A line of help under the input. */
  hint?: Words
  /** Headings under which people's files carry this value; the import guesses by them. */
  aliases?: readonly string[]
  /** The field's former name, so that a migration renames instead of dropping. */
  was?: string
  required?: boolean
  /** Lists may be ordered by it: costs an index. */
  sortable?: boolean
  /** Lists may be filtered by it: costs an index. */
  filterable?: boolean
  /** Found by the search: as its kind is, or as said here. */
  searchable?: boolean | SearchFamily
  /** Shown to those who may see no more than the card of a record. */
  card?: boolean
  /** Personal or confidential: masked for whoever may not edit the record, unless a role says otherwise. */
  guarded?: boolean
  /** How secret its values are; confidential where they are guarded, internal otherwise. Roles are cleared up to a class. */
  secrecy?: Secrecy
  /** A measured value: changes raise no version and write no event, and only jobs and actions write it. */
  quiet?: boolean
  /** It is asked for, and needed where it is required, only while another field has one of these values, or any where none are named. */
  onlyWhen?: When
  /** It must be filled in while another field has one of these values. */
  requiredWhen?: When
  /** A custom field for which an index is kept or being built: its order keys are kept along. */
  isKeyed?: boolean
  /** Set once, at creation, then never again. */
  fixed?: boolean
  /** Written only by actions, never by the form, the API or an import. */
  byAction?: boolean
  /** Kept for actions and jobs alone: no screen, interface, filter or export shows it to anybody. */
  inner?: boolean
  /** A panel tells of it on the page of its record: the facts need not say it again. */
  inPanel?: boolean
  /** The value identifies somebody: its normalised form is looked up and, where exclusive, unique among live records. */
  identity?: IdentityOption
  /** Computed from the other fields at every write; kept in a column, so it can be filtered and sorted. */
  from?: (row: never) => unknown
  default?: unknown
}

export interface IdentityOption {
  /** Name of the identity ("phone"), or the field of the same record whose choices are mapped to names and kinds of value. */
  name?: string
  namedBy?: { field: string; names: Record<string, { name: string; kind: string }> }
  /** One live record only. False for what people share; a test of the normalised value where it depends (a mobile yes, a switchboard no). */
  exclusive?: boolean | ((value: string) => boolean)
  /** A yes-or-no field that lifts exclusiveness for one record: a family's number, shared for a reason. */
  unless?: string
}

/** A declared field. `Value` and `Required` exist for the type checker only. */
export interface Field<Value = unknown, Required extends boolean = boolean, Options extends FieldOptions = FieldOptions> {
  readonly kind: string
  readonly options: Options
  readonly '~value'?: Value
  readonly '~required'?: Required
}

export type Fields = Record<string, Field>

export type IsRequired<O> = O extends { required: true } ? true : false

export type ValueOf<F> = F extends Field<infer Value, infer Required> ? (Required extends true ? Value : Value | null) : never

/** A person's spelling, read: the value, and a warning where the reading deserves a second look. */
export interface Reading {
  value: unknown
  warning?: Words
}

/** Thrown by `read` where a spelling cannot be read without guessing. */
export class Unreadable extends Error {
  readonly words: Words
  constructor(words: Words) {
    super(words.en)
    this.words = words
  }
}

/**
 * What the engine must know of a kind of field. This part is pure: it runs in the browser and on the server.
 * `column.ts` beside it says how the kind is stored, `view.tsx` how it is shown and edited.
 */
export interface FieldKind<Options extends FieldOptions = any> {
  name: string
  words: Words
  /** The schema of a value as the API carries it (never null; absence is the engine's business). */
  schema(options: Options): z.ZodType
  /** What is wrong with a value that the schema does not take: said while it is typed, and again by the server. */
  fault(issue: Issue, options: Options): Words
  /** The most characters it takes, where it counts them. */
  longest?(options: Options): number
  operators: readonly Operator[]
  /** Reads a person's spelling, from a file or a pasted cell. Throws `Unreadable`. */
  read(text: string, options: Options): Reading
  /** The value as text, for exports, history and mails. */
  show(value: never, options: Options, locale: Locale): string
  /** What is left of a value for eyes that may not see it whole. */
  mask?(value: never): string
  /** One spelling for all spellings of the same identity; null where the value identifies nobody. */
  normalise?(value: never): string | null
  /** How its values are searched: as text that `show` gives, unless said. */
  search?: {
    by: SearchFamily
    /** The text that is looked through, where it is not what is shown. */
    text?(value: never): string
    /** How many signs at the end of it a masked value still shows. */
    shownTail?: number
  }
  /** What a value begins with that `startsWith` finds by this one: a county is in its province. The value itself unless said. */
  begins?(value: never): string
  /** Order of two values; the default compares numbers and text. */
  compare?(a: never, b: never): number
  /** Finds faults of the declaration; called at boot. */
  check?(options: Options): string | undefined
}

/** Order of text as the database keeps it (bytes of UTF-8), which for text outside the basic plane is not JavaScript's own. */
export function compareText(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) {
      const high = (unit: number) => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)
      return high(x) - high(y)
    }
  }
  return a.length - b.length
}
