import { useRef } from 'react'
import type { Item } from '#engine/access/present.ts'

export const toggled = (selected: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  selected.has(id) ? new Set([...selected].filter((other) => other !== id)) : new Set([...selected, id])

/** All from one row to another, both with them, become what the row reached becomes: chosen, or no longer. */
export function toggledThrough(selected: ReadonlySet<string>, ids: readonly string[], from: string, to: string): ReadonlySet<string> {
  const [start, end] = [ids.indexOf(from), ids.indexOf(to)]
  if (start < 0 || end < 0) return toggled(selected, to)
  const between = ids.slice(Math.min(start, end), Math.max(start, end) + 1)
  return selected.has(to) ? new Set([...selected].filter((id) => !between.includes(id))) : new Set([...selected, ...between])
}

/** Chooses rows one by one, or with Shift all from the one touched last. */
export function usePicking(items: readonly Item[], selected: ReadonlySet<string>, onSelect: (selected: ReadonlySet<string>) => void) {
  const last = useRef<string>(undefined)
  return (item: Item, isThrough: boolean) => {
    const from = last.current
    last.current = item.id
    onSelect(
      isThrough && from
        ? toggledThrough(
            selected,
            items.map(({ id }) => id),
            from,
            item.id,
          )
        : toggled(selected, item.id),
    )
  }
}
