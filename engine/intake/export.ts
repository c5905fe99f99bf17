import { Readable } from 'node:stream'
import { writeXlsxStream } from 'hucre/xlsx'
import type { Actor } from '#engine/access/actor.ts'
import { readableFields, type Item, type LinkValue } from '#engine/access/present.ts'
import { kindOf } from '#engine/record/fields/index.ts'
import { linkTarget, type KnownField, type Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { LoggedExport } from './export-log.ts'
import { say, words, type Locale } from '#engine/text/words.ts'

interface Column {
  name: string
  label: string
  cell(item: Item): string
}

const hidden = words('（无权查看）', '(not visible)')

function cellOf(field: KnownField, locale: Locale) {
  const { kind, options } = field.field
  const link = (value: unknown) =>
    value !== null && typeof value === 'object' && 'title' in value ? (value as LinkValue).title : say(hidden, locale)
  return (value: unknown): string => {
    if (value === null || value === undefined) return ''
    if (kind === 'link' || kind === 'linkAny') return link(value)
    if (kind === 'links') return (value as unknown[]).map(link).join(locale === 'zh' ? '、' : ', ')
    return kindOf(field.field).show(value as never, options, locale)
  }
}

function fieldAtPath(runtime: Runtime, shape: Shape, path: string): KnownField | undefined {
  const [first = '', ...rest] = path.split('.')
  const field = shape.fields.get(first)
  return rest.length === 0 || field?.field.kind !== 'link'
    ? field
    : fieldAtPath(runtime, runtime.house.shapes.get(linkTarget(field.field))!, rest.join('.'))
}

/** How the fields of a record stand in a file: under their names in the actor's language, as he may read them; all of them where none are named. */
export function columnsOf(runtime: Runtime, actor: Actor, shape: Shape, names: readonly string[] | undefined): Column[] {
  const wanted = names ?? readableFields(runtime.house, actor, shape).filter((name) => name !== 'version')
  return wanted.flatMap((name) => {
    const field = fieldAtPath(runtime, shape, name)
    if (!field) return []
    const show = cellOf(field, actor.locale)
    return [
      {
        name,
        label: say({ zh: field.field.options.zh, en: field.field.options.en }, actor.locale),
        cell: (item) => (item.masked?.includes(name) ? String(item[name]) : show(item[name])),
      },
    ]
  })
}

/** Text that a spreadsheet would take for a formula is shown as the text that it is. */
export const harmless = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) && !/^[-+]?[\d,.]+%?$/.test(text) && !/^\+\d[\d\s*-]*$/.test(text) ? `'${text}` : text

/** One line of CSV. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`

/** CSV with a byte-order mark, so that spreadsheets read Chinese right; page by page, flat in memory. */
export function writeCsv(runtime: Runtime, actor: Actor, shape: Shape, { pages, mark }: LoggedExport, names?: readonly string[]): Readable {
  const columns = columnsOf(runtime, actor, shape, names)
  return Readable.from(
    (async function* () {
      yield `\ufeff${csvLine(columns.map((column) => column.label))}`
      for await (const items of pages) yield items.map((item) => csvLine(columns.map((column) => harmless(column.cell(item))))).join('')
      yield csvLine(columns.map((_, i) => (i === 0 ? mark() : '')))
    })(),
  )
}

/** XLSX, row by row. Cells are text or what the kind shows; text is never a formula in this format. */
export function writeXlsx(
  runtime: Runtime,
  actor: Actor,
  shape: Shape,
  { pages, mark }: LoggedExport,
  names?: readonly string[],
): Readable {
  const columns = columnsOf(runtime, actor, shape, names)
  const rows = (async function* () {
    for await (const items of pages) for (const item of items) yield columns.map((column) => column.cell(item))
    yield columns.map((_, i) => (i === 0 ? mark() : ''))
  })()
  const stream = writeXlsxStream(rows, {
    name: shape.record.words[actor.locale],
    columns: columns.map((column) => ({ header: column.label, key: column.name, width: 18 })),
    freezePane: { rows: 1 },
  })
  return Readable.fromWeb(stream as never)
}
