import type { CircleFields } from '#engine/access/circles.ts'
import type { AccessDeclaration } from '#engine/access/rules.ts'
import type { Fields, ValueOf } from '#engine/record/field.ts'
import type { Words } from '#engine/text/words.ts'

/** What every record has beside its own fields. */
export interface SystemValues {
  id: string
  version: number
  createdAt: string
  createdBy: string | null
  updatedAt: string
  updatedBy: string | null
  deletedAt: string | null
  /** The root that the record hangs on; its own id where it hangs on nothing. */
  rootId: string
}

/** Where a record stands on the calendar, and on whose. */
export interface CalendarPlace<Name extends string = string> {
  /** The day or the moment: a field that lists can be ordered and filtered by. */
  at: Name
  /** Beside a day: the time of the day. Without one the record takes the whole day. */
  clock?: Name
  /** How long it takes, in minutes. */
  minutes?: Name
  /** The link to the user on whose calendar it stands. */
  who: Name
  /** What is said beside the title: a customer, what a task is about. */
  about?: Name
  /** A choice that tells what sort of thing it is: a call, a visit. */
  sort?: Name
  /** States in which it is still to come and can be moved. */
  open: readonly string[]
  /** States in which it does not stand on the calendar at all. */
  hides?: readonly string[]
  /** How it comes back, and the day of the series that this one stands for: days to come are shown ahead. */
  repeats?: { rule: Name; day: Name }
}

export interface RecordDeclaration<F extends Fields> {
  words: Words
  /** English plural where adding an s is wrong. */
  plural?: string
  /** The field that names a record wherever it is mentioned. */
  title: keyof F & string
  /** The field that tells namesakes apart where one chooses among records: the department of a user. What it hangs on, unless said. */
  byline?: keyof F & string
  /** The link field that says what the record hangs on: access, timeline, merge and erasing follow it. */
  under?: keyof F & string
  fields: F
  access?: AccessDeclaration
  /** Colleagues may be let in one by one, with a level and an end. */
  shareable?: boolean
  /** Two of them may turn out to be the same, and become one. */
  mergeable?: boolean
  /** It is a circle of colleagues in which other records lie: the fields that say who belongs to it. */
  circle?: CircleFields
  /** Records whose change alters what people may see or do; caches of rights are dropped at once. */
  shapesAccess?: boolean
  list: {
    columns: readonly ListColumn<F>[]
    filters?: readonly ListColumn<F>[]
    /** The order unless the reader chooses another: "-createdAt". Must be sortable. */
    sort?: string
  }
  /** The two fields that stand beside the title on a line of what was found; the byline and the first of the list's columns unless said. */
  brief?: readonly (keyof F & string)[]
  /** Lines of the form. */
  form: readonly (readonly (keyof F & string)[])[]
  /** The choice field that says what sort of thing a record is: each sort may have a layout of its own. */
  variant?: keyof F & string
  /** What links to this record and is shown on its page, in this order: "contact.customer". */
  related?: readonly string[]
  /** Its place on the calendar. */
  calendar?: CalendarPlace<keyof F & string>
  /** Import: the fields by which a row is recognised as a record that exists already, first match wins. Several together: all are equal. */
  matchBy?: readonly ((keyof F & string) | readonly (keyof F & string)[])[]
}

type ListColumn<F extends Fields> = (keyof F & string) | 'createdAt' | 'updatedAt' | 'createdBy' | `${string}.${string}`

export interface RecordType<Name extends string = string, F extends Fields = Fields> extends RecordDeclaration<F> {
  name: Name
}

/** The values of one stored record, as the engine hands it to rules and actions. */
export type RowOf<R> = R extends RecordType<string, infer F> ? SystemValues & { [K in keyof F]: ValueOf<F[K]> } : never

/** The values that make a new record: required fields without a default must be there. */
export type NewOf<R> =
  R extends RecordType<string, infer F>
    ? { id?: string } & {
        [
          K in keyof F as F[K]['options'] extends { required: true } ? (F[K]['options'] extends { default: unknown } ? never : K) : never
        ]: ValueOf<F[K]>
      } & {
        [K in keyof F]?: ValueOf<F[K]> | null
      }
    : never

/** A part of a record: only what is named changes. */
export type PatchOf<R> = R extends RecordType<string, infer F> ? { [K in keyof F]?: ValueOf<F[K]> | null } : never

/**
 * Declares a record type. Table, type, schemas, endpoints, screens, history and tests are derived from it.
 * The name is the trade's word, singular, camelCase: it is the path in the API.
 */
export function defineRecord<const Name extends string, const F extends Fields>(
  name: Name,
  declaration: RecordDeclaration<F>,
): RecordType<Name, F> {
  return { name, ...declaration }
}

/** The two fields that a line about a record shows beside its title: the one that tells namesakes apart, and the next of its list. */
export function briefOf({ title, byline, under, list, brief }: RecordType): string[] {
  const first = byline ?? under
  const columns = list.columns.filter((name) => name !== title && !name.includes('.'))
  return [...new Set(brief ?? [...(first ? [first] : []), ...columns])].slice(0, 2)
}
