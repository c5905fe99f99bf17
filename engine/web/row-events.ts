import type { FocusEvent, KeyboardEvent, MouseEvent, PointerEvent, SyntheticEvent } from 'react'
import type { Item } from '#engine/access/present.ts'

/** What can be done with a row where it stands. */
export interface RowDeeds {
  open(item: Item): void
  /** Chooses it, or lets it go; with Shift all from the one touched before. */
  toggle(item: Item, isThrough: boolean): void
  edit(item: Item, path: string): void
  key(event: KeyboardEvent, item: Item, index: number): void
  /** The keyboard stands on it now. */
  reach?(index: number): void
  /** The pointer or the keyboard is on it, so that it may be wanted next. */
  near?(item: Item): void
}

/**
 * What happens in a list's rows, heard where they all stand: a row carries no handlers of its own, so that it need not be drawn anew while
 * its reader scrolls.
 */
export function rowEvents(items: readonly Item[], deeds: RowDeeds) {
  const at = (event: SyntheticEvent) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-index]')
    const index = Number(row?.dataset.index)
    const item = items[index]
    return row && item ? { row, index, item } : undefined
  }
  return {
    onMouseDown(event: MouseEvent) {
      // Shift chooses rows here, not text.
      if (event.shiftKey && (event.target as HTMLElement).closest('.zk-cell-check')) event.preventDefault()
    },
    onClick(event: MouseEvent) {
      const hit = at(event)
      const target = event.target as HTMLElement
      if (!hit || target.closest('a')) return
      const edited = target.closest<HTMLElement>('[data-edit]')?.dataset.edit
      if (target.closest('.zk-cell-check')) deeds.toggle(hit.item, event.shiftKey)
      else if (edited) deeds.edit(hit.item, edited)
      else deeds.open(hit.item)
    },
    onKeyDown(event: KeyboardEvent) {
      const hit = at(event)
      // Keys mean the row only where the row itself has them, not a link or an input in it.
      if (hit && event.target === hit.row) deeds.key(event, hit.item, hit.index)
    },
    onFocus(event: FocusEvent) {
      const hit = at(event)
      if (!hit) return
      deeds.reach?.(hit.index)
      deeds.near?.(hit.item)
    },
    onPointerOver(event: PointerEvent) {
      const hit = deeds.near && at(event)
      if (hit) deeds.near!(hit.item)
    },
  }
}
