import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Item } from '#engine/access/present.ts'
import { useLanguage } from './language.tsx'
import { rowMeaning, type RowMeaning } from './keys.ts'
import { cardHeight, phoneTracks, rowHeight, tracksOf, type Column } from './list-columns.ts'
import { phoneWidth, useNarrow } from './narrow.ts'
import { useTooNarrow } from './room.ts'
import { rowEvents } from './row-events.ts'
import { usePicking } from './selection.ts'
import { TableHead } from './TableHead.tsx'
import { TableRow, WaitingRow } from './TableRow.tsx'

export interface TableProps {
  columns: readonly Column[]
  sort: string
  onSort(sort: string): void
  selected: ReadonlySet<string>
  onSelect(selected: ReadonlySet<string>): void
  onOpen(item: Item): void
  /** A look without leaving the list, and the end of it. */
  onPeek(item: Item | null): void
  /** The row on which the keyboard stands now; a look follows it. */
  onReach(item: Item): void
  /** A row that may be wanted next. */
  onNear(item: Item): void
  /** Which cells of a row may be changed in their place, and the wish to. */
  editing: { isOpen(item: Item, path: string): boolean; begin(item: Item, path: string): void }
}

interface Props extends TableProps {
  items: readonly Item[]
  /** Asked for when the reader nears the end. */
  onMore(): void
  hasMore: boolean
  isLoading: boolean
}

/** What a key does to a row that has the keyboard. */
export const deedOf = (
  { onOpen, onPeek, columns, editing }: TableProps,
  pick: (item: Item, isThrough: boolean) => void,
  move: (to: 'next' | 'previous' | 'first' | 'last', index: number) => void,
) => {
  const deeds: Record<RowMeaning, (item: Item, index: number) => void> = {
    next: (_, index) => move('next', index),
    previous: (_, index) => move('previous', index),
    first: (_, index) => move('first', index),
    last: (_, index) => move('last', index),
    open: onOpen,
    peek: onPeek,
    leave: () => onPeek(null),
    select: (item) => pick(item, false),
    selectTo: (item) => pick(item, true),
    change(item) {
      const first = columns.slice(1).find(({ path }) => editing.isOpen(item, path))
      if (first) editing.begin(item, first.path)
    },
  }
  return (event: KeyboardEvent, item: Item, index: number) => {
    const meaning = rowMeaning(event)
    if (!meaning) return
    event.preventDefault()
    deeds[meaning](item, index)
  }
}

/**
 * A table of any length: only the rows in sight are there. The first column stays; the keys are declared in `keys.ts`. On a phone each row
 * is a card of two lines.
 */
export function RecordTable(props: Props) {
  const { columns, items, sort, onSort, selected, onSelect, onOpen, onReach, onNear, editing, onMore, hasMore, isLoading } = props
  const { locale } = useLanguage()
  const isPhone = useNarrow(phoneWidth)
  const rowSize = isPhone ? cardHeight : rowHeight
  const scroller = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  // Before the first rows are there, as many lines as a screen has; afterwards one, below the last.
  const waiting = items.length === 0 && isLoading ? 14 : hasMore ? 1 : 0
  const count = items.length + waiting
  const virtualizer = useVirtualizer({ count, getScrollElement: () => scroller.current, estimateSize: () => rowSize, overscan: 10 })
  useEffect(() => virtualizer.measure(), [virtualizer, rowSize])
  const rows = virtualizer.getVirtualItems()
  const last = rows.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && !isLoading && last >= items.length - 15) onMore()
  }, [last, hasMore, isLoading, items.length, onMore])

  const tracks = useMemo(() => (isPhone ? phoneTracks : tracksOf(columns, items, locale)), [isPhone, columns, items, locale])
  const isWide = useTooNarrow(scroller, tracks.width)
  const focusRow = (index: number) => {
    const reached = items[index]
    if (!reached) return
    setActive(index)
    virtualizer.scrollToIndex(index)
    onReach(reached)
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus())
  }
  const pick = usePicking(items, selected, onSelect)
  const events = rowEvents(items, {
    open: onOpen,
    toggle: pick,
    edit: editing.begin,
    key: deedOf(props, pick, (to, index) => focusRow({ next: index + 1, previous: index - 1, first: 0, last: items.length - 1 }[to])),
    reach: setActive,
    near: onNear,
  })
  const isAll = items.length > 0 && selected.size >= items.length && items.every((item) => selected.has(item.id))
  // The row that Tab leads to: where the keyboard was, or the first in sight where that has been scrolled away.
  const reachable = rows.some(({ index }) => index === active) ? active : (virtualizer.range?.startIndex ?? 0)
  return (
    <div
      className={isWide ? 'zk-table zk-table-wide' : 'zk-table'}
      ref={scroller}
      role="grid"
      aria-rowcount={hasMore ? -1 : items.length + 1}
      aria-busy={isLoading}
    >
      <TableHead
        columns={isPhone ? columns.slice(0, 1) : columns}
        tracks={tracks}
        sort={sort}
        onSort={onSort}
        check={{
          isAll,
          isSome: selected.size > 0,
          onChange: () => onSelect(isAll ? new Set() : new Set(items.map((item) => item.id))),
        }}
      />
      <div role="rowgroup" style={{ height: virtualizer.getTotalSize(), position: 'relative', minWidth: tracks.width }} {...events}>
        {rows.map(({ index, start }) => {
          const item = items[index]
          const place = { template: tracks.template, height: rowSize, top: start }
          return item ? (
            <TableRow
              key={item.id}
              item={item}
              columns={columns}
              index={index}
              isCard={isPhone}
              isSelected={selected.has(item.id)}
              isActive={index === reachable}
              isChangeable={isPhone ? undefined : editing.isOpen}
              {...place}
            />
          ) : (
            <WaitingRow key={`waiting-${index}`} columns={isPhone ? 1 : columns.length} {...place} />
          )
        })}
      </div>
    </div>
  )
}
