import { mergedValues } from '#engine/merge/merged-values.ts'
import type { Fields } from '#engine/record/field.ts'
import type { Shape } from '#engine/record/house.ts'
import { blankRow, type StoredRow } from '#engine/store/rows.ts'
import { fill, words, type Words } from '#engine/text/words.ts'
import { worthAsking, type Twin } from './duplicates.ts'
import type { DuplicateRule, ImportSettings } from './importing.ts'
import { headingOf, type Pass, type RowVerdict } from './pass.ts'
import type { ReadRow } from './rows.ts'

/** A row that goes to a record which is there, and how. */
export interface Change {
  row: ReadRow
  id: string
  rule: DuplicateRule
}

export const isEmpty = (value: unknown): boolean => value === null || value === undefined || (Array.isArray(value) && value.length === 0)

/** By which rule a row goes that has a twin; nothing where the two are less likely the same than not. */
export function ruleFor(settings: ImportSettings, row: ReadRow, twin: Twin): DuplicateRule | undefined {
  const own = settings.decisions[String(row.line)]
  if (own) return own
  if (twin.by) return settings.duplicates
  return (twin.score ?? 0) >= worthAsking ? settings.similar : undefined
}

const percent = (score: number) => `${Math.floor(score * 100)}%`

/** Which record or row it is, as somebody reads it who must decide. */
export function twinWords({ shape }: Pass, twin: Twin): Words {
  const { title, score = 0 } = twin
  const field = twin.by ? shape.fields.get(twin.by)!.field.options : undefined
  const [zh, en] = [field?.zh ?? '', field?.en.toLowerCase() ?? '']
  if (twin.several) return fill(words('有多条记录的{zh}相同', 'several records have this {en}'), { zh, en })
  if (field && twin.line === undefined)
    return fill(words('已有相同的{zh}：“{title}”', 'the same {en} exists already: "{title}"'), { zh, en, title })
  if (field && twin.line)
    return fill(words('与第 {line} 行重复（{zh}）', 'the same as line {line} ({en})'), { zh, en, line: String(twin.line) })
  if (field) return fill(words('与文件中前面的行重复（{zh}）', 'the same as an earlier line of this file ({en})'), { zh, en })
  const where = twin.line ? words(`第 ${twin.line} 行`, `line ${twin.line}: `) : words('', '')
  return fill(words('与{where}“{title}”疑似相同（{score}）', 'likely the same as {en}"{title}" ({score})'), {
    where: where.zh,
    en: where.en,
    title,
    score: percent(score),
  })
}

/** What a row with a twin comes to before anything is written: settled here, a change, or a new record all the same. */
export function planRow(
  pass: Pass,
  row: ReadRow,
  twin: Twin | undefined,
): { what: 'fresh' } | { what: 'change'; rule: DuplicateRule } | { verdict: RowVerdict } {
  const rule = twin && ruleFor(pass.row.settings, row, twin)
  if (!twin || !rule || rule === 'create') {
    if (twin && !rule) row.problems.push({ column: '', field: '', words: twinWords(pass, twin), fatal: false })
    return { what: 'fresh' }
  }
  const reasons = [{ column: twin.by ? headingOf(pass, twin.by) : '', words: twinWords(pass, twin) }]
  const settled = (what: RowVerdict['what']) => ({ verdict: { row, what, reasons, twin, rule, ...(twin.id ? { id: twin.id } : {}) } })
  if (rule === 'ask') return settled('asked')
  return rule === 'skip' || twin.several ? settled('duplicate') : { what: 'change', rule }
}

/** The values by which a row changes the record that it is. */
export function patchFor(shape: Shape, edit: Fields, { row, rule }: Change, stored: StoredRow): Record<string, unknown> {
  const given = Object.fromEntries(Object.entries(row.values).filter(([name]) => name in edit))
  if (rule === 'merge') {
    const merged = mergedValues(shape, stored, Object.assign(blankRow(shape), given, { id: '' }), new Set())
    return Object.fromEntries(Object.entries(merged).filter(([name]) => name in given))
  }
  return Object.fromEntries(Object.entries(given).filter(([name]) => rule === 'update' || isEmpty(stored[name])))
}
