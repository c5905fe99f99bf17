/** A line of a layout: fields side by side, or a heading with the fields of its first line. */
export interface Line {
  zh: string | null
  en: string | null
  fields: readonly string[]
}

/** What is arranged by hand: headings and fields one below the other, a field perhaps beside the one before it. */
export type LayoutItem = { heading: { zh: string; en: string }; key: string } | { field: string; isBeside: boolean }

/** So many fields stand side by side at most. */
export const mostBeside = 3

export const keyOf = (item: LayoutItem): string => ('field' in item ? item.field : item.key)

/** The items that lines are made of, and behind them what stands in no line yet. */
export function itemsOf(lines: readonly Line[], rest: readonly (readonly string[])[] = []): LayoutItem[] {
  const all = [...lines, ...rest.map((fields): Line => ({ zh: null, en: null, fields }))]
  return all.flatMap(({ zh, en, fields }, i): LayoutItem[] => [
    ...(zh || en ? [{ heading: { zh: zh ?? '', en: en ?? '' }, key: `heading-${i}` }] : []),
    ...fields.map((field, k) => ({ field, isBeside: k > 0 })),
  ])
}

/** The lines that items make. A heading without fields is none. */
export function linesOf(items: readonly LayoutItem[]): Line[] {
  const lines: { zh: string | null; en: string | null; fields: string[] }[] = []
  let heading: { zh: string; en: string } | undefined
  let isOpen = false
  for (const item of items) {
    if ('heading' in item) {
      heading = item.heading
      isOpen = false
      continue
    }
    const last = lines.at(-1)
    if (item.isBeside && isOpen && last && last.fields.length < mostBeside) last.fields.push(item.field)
    else lines.push({ zh: heading?.zh || null, en: heading?.en || null, fields: [item.field] })
    heading = undefined
    isOpen = true
  }
  return lines
}

/** The items with one of them at another place. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = items.filter((_, i) => i !== from)
  const at = Math.max(0, Math.min(rest.length, to))
  return from < 0 || from >= items.length ? [...items] : [...rest.slice(0, at), items[from]!, ...rest.slice(at)]
}
