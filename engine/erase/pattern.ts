/** Words by which somebody would be recognised, as one expression that PostgreSQL and JavaScript read alike. */

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A number is found however it is grouped: 138 0571 0001, 138-0571-0001, +86 13805710001. */
function numberPattern(mark: string): string {
  const digits = mark.replace(/\D/g, '').replace(/^86(?=1\d{10}$)/, '')
  return [...digits].join('[ -]?')
}

const isNumber = (mark: string): boolean => /^[+\d][\d\s()-]+$/.test(mark) && mark.replace(/\D/g, '').length >= 7

/** An expression that finds any of these; null where there is nothing to look for. Letters are found in either case. */
export function patternOf(marks: readonly string[], names: readonly string[] = []): string | null {
  const parts = [...marks.map((mark) => (isNumber(mark) ? numberPattern(mark) : quoted(mark))), ...names.map(quoted)]
  // The longest first: of "张三丰" and "张三" the whole name goes.
  return parts.length === 0 ? null : parts.sort((a, b) => b.length - a.length).join('|')
}

/** What stands where somebody was told of. */
export const erasedMark = '■'

/** A value without whoever the expression finds, at any depth; the very value where he is not in it. */
export function scrubbed(value: unknown, pattern: RegExp): unknown {
  if (typeof value === 'string') return value.replace(pattern, erasedMark)
  if (Array.isArray(value)) return value.map((item) => scrubbed(item, pattern))
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, scrubbed(item, pattern)]))
  return value
}
