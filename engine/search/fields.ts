import { createHash } from 'node:crypto'
import type { SearchFamily } from '#engine/record/field.ts'
import type { KnownField, Shape } from '#engine/record/house.ts'
import { pieceTokens, textTokens, tokenVersion, wholeTokens } from './tokens.ts'

/** A field that the search looks into. */
export interface SearchField {
  name: string
  field: KnownField
  family: SearchFamily
  tag: string
}

/** How a field's values are searched; undefined where they are not. */
export const familyOf = ({ field, kind }: Pick<KnownField, 'field' | 'kind'>): SearchFamily | undefined => {
  const { searchable } = field.options
  return searchable === true ? (kind.search?.by ?? 'text') : searchable || undefined
}

/** Stands before a field's words in the index, so that each field can be asked alone; the title's words stand bare. */
export const tagOf = (shape: Shape, name: string): string => (name === shape.record.title ? '' : `@${name}:`)

const kept = new WeakMap<Shape, SearchField[]>()

/** The searched fields of a record type; none where it is not declared to be searched. */
export function searchFields(shape: Shape): readonly SearchField[] {
  let fields = kept.get(shape)
  if (!fields) {
    const all = [...shape.fields.values()]
    const isSearched = all.some((field) => field.storage === 'column' && familyOf(field))
    fields = isSearched
      ? all.flatMap((field) => {
          const family = familyOf(field)
          return family ? [{ name: field.name, field, family, tag: tagOf(shape, field.name) }] : []
        })
      : []
    kept.set(shape, fields)
  }
  return fields
}

/** The text of a value that is looked through. */
export const searchText = ({ field: { field, kind } }: SearchField, value: unknown): string =>
  kind.search?.text ? kind.search.text(value as never) : kind.show(value as never, field.options, 'zh')

const tokenisers = { text: textTokens, pieces: pieceTokens, whole: wholeTokens }

/** The words of a value with their places. */
export const takeTokens = (family: SearchFamily, text: string, take: (word: string, place: number) => void): void =>
  tokenisers[family](text, take)

/** All words of a record as the database's column for them is written. */
export function searchVector(shape: Shape, row: Record<string, unknown>): string {
  let vector = ''
  for (const searched of searchFields(shape)) {
    const value = row[searched.name]
    if (value === null || value === undefined) continue
    const { tag } = searched
    takeTokens(searched.family, searchText(searched, value), (word, place) => {
      vector += `'${tag}${word}':${place} `
    })
  }
  return vector
}

/** What the stored words of a record type depend on: where it differs from what is noted in the database, they are renewed. */
export const searchSignature = (shape: Shape): string =>
  createHash('sha256')
    .update(
      JSON.stringify([tokenVersion, ...searchFields(shape).map(({ name, tag, family, field }) => [name, tag, family, field.field.kind])]),
    )
    .digest('base64url')
    .slice(0, 16)
