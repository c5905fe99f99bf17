import type { Shape } from '#engine/record/house.ts'
import { kindOf } from '#engine/record/fields/index.ts'
import { plain } from '#engine/text/normal.ts'
import { initials } from '#engine/text/pinyin.ts'
import { sql, type Sql } from './sql.ts'

/**
 * Search words of a text: every pair of neighbouring characters, the first character of each word, and every pair of neighbouring initials
 * of its pinyin ("i:ys"). Two characters, or two initials, anywhere in a name are then one look-up in the index.
 */
export function tokensOf(text: string): string[] {
  const clean = plain(text).toLowerCase()
  const tokens = new Set<string>()
  for (const run of clean.split(/[^\p{L}\p{N}]+/u)) {
    const letters = [...run].slice(0, 60)
    if (letters.length > 0) tokens.add(letters[0]!)
    for (let i = 0; i + 1 < letters.length; i++) tokens.add(letters[i]! + letters[i + 1]!)
  }
  const short = initials(clean).slice(0, 30)
  for (let i = 0; i + 1 < short.length; i++) tokens.add(`i:${short.slice(i, i + 2)}`)
  return [...tokens]
}

/** The search words of a record: of all its searchable fields that anybody who sees the record may read. */
export function searchTokens(shape: Shape, row: Record<string, unknown>): string[] {
  const tokens = new Set<string>()
  for (const { name, field } of shape.fields.values()) {
    if (!field.options.searchable || field.options.guarded) continue
    const value = row[name]
    if (value === null || value === undefined) continue
    for (const token of tokensOf(kindOf(field).show(value as never, field.options, 'zh'))) tokens.add(token)
  }
  return [...tokens]
}

/** The condition that a row's search words match what was typed; null where there is nothing to look for. */
export function searchCondition(typed: string, alias: string): Sql | null {
  const clean = plain(typed).toLowerCase().slice(0, 60)
  const parts: string[] = []
  for (const run of clean.split(/[^\p{L}\p{N}]+/u)) {
    const letters = [...run]
    if (letters.length === 1) parts.push(letters[0]!)
    for (let i = 0; i + 1 < letters.length; i++) parts.push(letters[i]! + letters[i + 1]!)
  }
  if (parts.length === 0) return null
  const quoted = (token: string) => `'${token.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
  const exact = parts.map(quoted).join(' & ')
  const pairs = /^[a-z0-9]{2,12}$/.test(clean)
    ? Array.from({ length: clean.length - 1 }, (_, i) => quoted(`i:${clean.slice(i, i + 2)}`))
    : []
  const short = pairs.length > 0 ? ` | (${pairs.join(' & ')})` : ''
  return sql`${sql.id(alias, 'search')} @@ ${`(${exact})${short}`}::tsquery`
}
