import { useVirtualizer } from '@tanstack/react-virtual'
import { Skeleton } from 'antd'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { Item } from '#engine/access/present.ts'
import { useLanguage } from './language.tsx'
import { cardHeight, phoneTracks, rowHeight, tracksOf, type Column } from './list-columns.ts'
import { phoneWidth, useNarrow } from './narrow.ts'
import { TableHead } from './TableHead.tsx'
import { TableRow } from './TableRow.tsx'

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

export const toggled = (selected: ReadonlySet<string>, id: string): ReadonlySet<string> =>
  selected.has(id) ? new Set([...selected].filter((other) => other !== id)) : new Set([...selected, id])

/**
 * A table of any length: only the rows in sight are there. The first column stays; arrows, J and K move, Enter opens, Space peeks, X selects,
 * E changes. On a phone each row is a card of two lines.
 */
export function RecordTable({
  columns,
  items,
  sort,
  onSort,
  selected,
  onSelect,
  onOpen,
  onPeek,
  onReach,
  editing,
  onMore,
  hasMore,
  isLoading,
}: Props) {
  const { locale } = useLanguage()
  const isPhone = useNarrow(phoneWidth)
  const rowSize = isPhone ? cardHeight : rowHeight
  const scroller = useRef<HTMLDivElement>(null)
  const active = useRef(0)
  const count = items.length + (hasMore ? 1 : 0)
  const virtualizer = useVirtualizer({ count, getScrollElement: () => scroller.current, estimateSize: () => rowSize, overscan: 12 })
  useEffect(() => virtualizer.measure(), [virtualizer, rowSize])
  const rows = virtualizer.getVirtualItems()
  const last = rows.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && !isLoading && last >= items.length - 15) onMore()
  }, [last, hasMore, isLoading, items.length, onMore])

  const tracks = isPhone ? phoneTracks : tracksOf(columns, items, locale)
  const focusRow = (index: number) => {
    active.current = Math.max(0, Math.min(items.length - 1, index))
    virtualizer.scrollToIndex(active.current)
    const reached = items[active.current]
    if (reached) onReach(reached)
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${active.current}"]`)?.focus())
  }
  const onKey = (event: KeyboardEvent, index: number) => {
    const item = items[index]
    if (!item || event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return
    if (event.key === 'j' || event.key === 'ArrowDown') focusRow(index + 1)
    else if (event.key === 'k' || event.key === 'ArrowUp') focusRow(index - 1)
    else if (event.key === 'Home') focusRow(0)
    else if (event.key === 'End') focusRow(items.length - 1)
    else if (event.key === 'Enter') onOpen(item)
    else if (event.key === ' ') onPeek(item)
    else if (event.key === 'Escape') onPeek(null)
    else if (event.key === 'x') onSelect(toggled(selected, item.id))
    else if (event.key === 'e' || event.key === 'F2') {
      const first = columns.slice(1).find(({ path }) => editing.isOpen(item, path))
      if (first) editing.begin(item, first.path)
    } else return
    event.preventDefault()
  }
  const isAll = items.length > 0 && items.every((item) => selected.has(item.id))
  return (
    <div className="zk-table" ref={scroller} role="grid" aria-rowcount={hasMore ? -1 : items.length} aria-busy={isLoading}>
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
      <div role="rowgroup" style={{ height: virtualizer.getTotalSize(), position: 'relative', minWidth: tracks.width }}>
        {rows.map((row) => {
          const item = items[row.index]
          const style = { gridTemplateColumns: tracks.template, transform: `translateY(${row.start}px)`, height: rowSize }
          return item ? (
            <TableRow
              key={item.id}
              item={item}
              columns={columns}
              index={row.index}
              isCard={isPhone}
              isSelected={selected.has(item.id)}
              isActive={row.index === active.current}
              style={style}
              onToggle={() => onSelect(toggled(selected, item.id))}
              onOpen={() => onOpen(item)}
              onKeyDown={(event) => onKey(event, row.index)}
              editing={isPhone ? undefined : { isOpen: (path) => editing.isOpen(item, path), begin: (path) => editing.begin(item, path) }}
            />
          ) : (
            <div key="more" role="row" className="zk-row" style={style}>
              <div role="gridcell" className="zk-cell" style={{ gridColumn: '1 / -1' }}>
                <Skeleton active title={false} paragraph={{ rows: 1, width: '60%' }} />
              </div>
            </div>
          )
        })}
      </div>
    </div>
  )
}
