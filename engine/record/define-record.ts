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

export interface RecordDeclaration<F extends Fields> {
  words: Words
  /** English plural where adding an s is wrong. */
  plural?: string
  /** The field that names a record wherever it is mentioned. */
  title: keyof F & string
  /** The link field that says what the record hangs on: access, timeline, merge and erasing follow it. */
  under?: keyof F & string
  fields: F
  access?: AccessDeclaration
  /** Colleagues may be let in one by one, with a level and an end. */
  shareable?: boolean
  /** Records whose change alters what people may see or do; caches of rights are dropped at once. */
  shapesAccess?: boolean
  list: {
    columns: readonly ListColumn<F>[]
    filters?: readonly ListColumn<F>[]
    /** The order unless the reader chooses another: "-createdAt". Must be sortable. */
    sort?: string
  }
  /** Lines of the form. */
  form: readonly (readonly (keyof F & string)[])[]
  /** The choice field that says what sort of thing a record is: each sort may have a layout of its own. */
  variant?: keyof F & string
  /** What links to this record and is shown on its page, in this order: "contact.customer". */
  related?: readonly string[]
  /** Import: the fields by which a row is recognised as a record that exists already, first match wins. */
  matchBy?: readonly (keyof F & string)[]
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
