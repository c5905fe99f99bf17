import type { ComponentType } from 'react'
import type { Item } from '#engine/access/present.ts'
import type { FieldDescription } from '#engine/record/describe.ts'
import type { Locale } from '#engine/text/words.ts'

/** A column of a list: a field of the record, or of one that it links to. */
export interface Column {
  path: string
  field: FieldDescription
  /** Fills in the cell, where the column is no field but what a capability has put there. */
  Show?: ComponentType<{ item: Item }>
}

/** About how wide a text is: Chinese characters are square, the others half as wide. */
const textWidth = (text: string): number => [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 14 : 7.5), 16)

const valueWidth = (value: unknown): number =>
  textWidth(typeof value === 'string' ? value : ((value as { title?: string } | null)?.title ?? ''))

/** Kinds whose values are as long as somebody has made them; the others are as wide as their kind says. */
const isOfAnyLength = ({ kind }: FieldDescription) => ['text', 'link', 'linkAny', 'note', 'email', 'url', 'words'].includes(kind)

/** What a column needs at least by its kind, in pixels. */
function widthOf(field: FieldDescription, isFirst: boolean, locale: Locale): number {
  if (isFirst) return 200
  const labels = Object.values(field.choices ?? {})
  // Several choices stand side by side; most rows have two at most.
  if (field.kind === 'choices') return Math.min(200, 2 * Math.max(60, ...labels.map((label) => textWidth(label[locale]))))
  // A coloured choice carries a dot before its word.
  if (labels.length > 0) return Math.min(200, Math.max(84, ...labels.map((label) => textWidth(label[locale]) + (label.color ? 16 : 0))))
  return (
    {
      instant: 136,
      day: 100,
      yesNo: 72,
      phone: 116,
      integer: 88,
      money: 124,
      note: 240,
      condition: 260,
      link: 100,
      text: 132,
      email: 180,
      region: 200,
    }[field.kind as 'text'] ?? 120
  )
}

/** How the room to spare is shared out: by what the first rows hold, so that long names are cut last. */
const shareOf = ({ path, field }: Column, width: number, items: readonly Item[]): number =>
  isOfAnyLength(field) ? Math.min(320, Math.max(width, ...items.slice(0, 40).map((item) => valueWidth(item[path])))) : width

/** The tracks of a table's grid, the box to select first, and the width below which it scrolls. */
export function tracksOf(columns: readonly Column[], items: readonly Item[], locale: Locale): { template: string; width: number } {
  // The last column stands off the edge of the sheet.
  const widths = columns.map((column, i) => widthOf(column.field, i === 0, locale) + (i === columns.length - 1 ? 16 : 0))
  return {
    template: `48px ${widths.map((width, i) => `minmax(${width}px, ${shareOf(columns[i]!, width, items)}fr)`).join(' ')}`,
    width: 48 + widths.reduce((sum, each) => sum + each, 0),
  }
}

/** On a phone a row is one card. */
export const phoneTracks = { template: '40px minmax(0, 1fr)', width: 0 }

export const rowHeight = 36
export const cardHeight = 60

interface Sorted {
  name: string
  isDescending: boolean
}

/** "-createdAt,name" as a list. */
export const sortsOf = (sort: string): Sorted[] =>
  sort
    .split(',')
    .filter(Boolean)
    .map((part) => ({ name: part.replace(/^-/, ''), isDescending: part.startsWith('-') }))

/** The order after a click on a heading: it alone, turned round by a second click; beside the others where it is added to them. */
export function sortedBy(sort: string, name: string, isAdded: boolean): string {
  const known = sortsOf(sort)
  const own = known.find((entry) => entry.name === name)
  const next = { name, isDescending: own ? !own.isDescending : false }
  const all = isAdded ? (own ? known.map((entry) => (entry === own ? next : entry)) : [...known, next]) : [next]
  return all.map((entry) => (entry.isDescending ? '-' : '') + entry.name).join()
}
