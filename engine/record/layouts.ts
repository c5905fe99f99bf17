import type { Words } from '#engine/text/words.ts'

/** One line of a form as an administrator has laid it out; a heading begins a new part. */
export interface LayoutLine {
  zh: string | null
  en: string | null
  fields: readonly string[]
}

/** How an administrator wants a record type to be shown: to everybody or to a role, for all its records or for one sort of them. */
export interface LayoutRow {
  record: string
  role: string | null
  choice: string | null
  lines: readonly LayoutLine[]
  /** Fields and related lists that are left out. */
  hidden: readonly string[]
  /** The columns of lists; as declared where there are none. */
  columns: readonly string[]
  /** Fields at the head of the page. */
  facts: readonly string[]
  related: readonly string[]
}

/** A part of a form under a heading. */
export interface FormSection {
  words: Words
  fields: string[]
}

/** How forms and pages of a record type are laid out for one reader. */
export interface PageLayout {
  form: string[][]
  sections: FormSection[]
  /** Fields that neither form nor page shows. */
  hidden: string[]
  facts: string[]
  related: string[]
}

/**
 * The layout that counts: the one for a role of the reader before the one for everybody, and for the sort of record before the one for
 * all. Of several roles' layouts the one that was made first.
 */
export function layoutFor(rows: readonly LayoutRow[], roles: readonly string[], choice: string | null): LayoutRow | undefined {
  const open = rows.filter((row) => (row.role === null || roles.includes(row.role)) && (row.choice === null || row.choice === choice))
  const rank = (row: LayoutRow) => (row.role === null ? 0 : 2) + (row.choice === null ? 0 : 1)
  return open.reduce<LayoutRow | undefined>((best, row) => (best && rank(best) >= rank(row) ? best : row), undefined)
}

/** What of a record type can be laid out, for one reader. */
export interface LaidOut {
  /** Lines of the form as declared, custom fields behind them. */
  form: readonly (readonly string[])[]
  /** Fields that he may read. */
  readable: ReadonlySet<string>
  /** Fields without which no record can be made: no layout hides them. */
  needed: ReadonlySet<string>
  /** Related lists that are shown unless somebody says otherwise, and all that could be. */
  related: readonly string[]
  relatable: readonly string[]
}

/** Applies a layout. Fields it does not know of, because they are newer, come last; those that are gone are passed over. */
export function layOut(declared: LaidOut, row: LayoutRow | undefined): PageLayout {
  const { readable, needed } = declared
  const hidden = (row?.hidden ?? []).filter((name) => !needed.has(name))
  const isShown = (name: string) => readable.has(name) && !hidden.includes(name)
  const lines = row && row.lines.length > 0 ? row.lines : []
  const placed = new Set(lines.flatMap((line) => line.fields))
  const rest = declared.form.map((line) => line.filter((name) => !placed.has(name)))
  const form = [...lines.map((line) => line.fields), ...rest].map((line) => line.filter(isShown)).filter((line) => line.length > 0)
  const sections: FormSection[] = []
  for (const { zh, en, fields } of lines) {
    if (zh || en) sections.push({ words: { zh: zh || en || '', en: en || zh || '' }, fields: [] })
    sections.at(-1)?.fields.push(...fields.filter(isShown))
  }
  const related = row && row.related.length > 0 ? row.related.filter((path) => declared.relatable.includes(path)) : []
  return {
    form,
    sections: sections.filter((section) => section.fields.length > 0),
    hidden,
    facts: (row?.facts ?? []).filter(isShown),
    related: [...related, ...declared.related.filter((path) => !related.includes(path))].filter((path) => !hidden.includes(path)),
  }
}
