import { useVirtualizer } from '@tanstack/react-virtual'
import { Checkbox, Skeleton } from 'antd'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { Item } from '#engine/access/present.ts'
import type { FieldDescription } from '#engine/record/describe.ts'
import { FieldText, isEmpty } from './FieldText.tsx'
import { useLanguage } from './language.tsx'
import { phoneWidth, useNarrow } from './narrow.ts'
import { viewOf } from './views.ts'

export interface Column {
  path: string
  field: FieldDescription
}

interface Props {
  columns: readonly Column[]
  items: readonly Item[]
  sort: string
  onSort(sort: string): void
  selected: ReadonlySet<string>
  onSelect(selected: ReadonlySet<string>): void
  onOpen(item: Item): void
  /** Asked for when the reader nears the end. */
  onMore(): void
  hasMore: boolean
  isLoading: boolean
}

const rowHeight = 36

const cardHeight = 60

/** What a column needs at least by its kind, in pixels. */
const widthOf = (field: FieldDescription, isFirst: boolean): number =>
  isFirst
    ? 200
    : ({
        instant: 136,
        day: 100,
        choice: Object.values(field.choices ?? {}).some((choice) => choice.color) ? 104 : 84,
        lifecycle: 104,
        yesNo: 72,
        phone: 116,
        integer: 88,
        money: 124,
        note: 240,
        link: 100,
        text: 132,
        email: 180,
      }[field.kind as 'text'] ?? 120)

/** About how wide a text is: Chinese characters are square, the others half as wide. */
const textWidth = (value: unknown): number => {
  const text = typeof value === 'string' ? value : ((value as { title?: string } | null)?.title ?? '')
  return [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 14 : 7.5), 16)
}

/** How the room to spare is shared out: by what the first rows hold, so that long names are cut last. */
const shareOf = (path: string, width: number, items: readonly Item[]): number =>
  Math.min(320, Math.max(width, ...items.slice(0, 40).map((item) => textWidth(item[path]))))

/**
 * A table of any length: only the rows in sight are there. The first column stays; arrows, J and K move, Enter opens, Space selects. On a
 * phone each row is a card of two lines.
 */
export function RecordTable({ columns, items, sort, onSort, selected, onSelect, onOpen, onMore, hasMore, isLoading }: Props) {
  const { t, say } = useLanguage()
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

  const widths = columns.map((column, i) => widthOf(column.field, i === 0))
  const template = isPhone
    ? '40px minmax(0, 1fr)'
    : `40px ${widths.map((width, i) => `minmax(${width}px, ${shareOf(columns[i]!.path, width, items)}fr)`).join(' ')}`
  const width = isPhone ? 0 : 40 + widths.reduce((sum, each) => sum + each, 0)
  const toggle = (id: string) =>
    onSelect(selected.has(id) ? new Set([...selected].filter((other) => other !== id)) : new Set([...selected, id]))

  const focusRow = (index: number) => {
    active.current = Math.max(0, Math.min(items.length - 1, index))
    virtualizer.scrollToIndex(active.current)
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${active.current}"]`)?.focus())
  }
  const onKey = (event: KeyboardEvent, index: number) => {
    const item = items[index]
    if (!item || event.target !== event.currentTarget) return
    if (event.key === 'j' || event.key === 'ArrowDown') focusRow(index + 1)
    else if (event.key === 'k' || event.key === 'ArrowUp') focusRow(index - 1)
    else if (event.key === 'Enter') onOpen(item)
    else if (event.key === 'x' || event.key === ' ') toggle(item.id)
    else return
    event.preventDefault()
  }
  const sorted = sort.replace(/^-/, '')
  const isAll = items.length > 0 && items.every((item) => selected.has(item.id))
  return (
    <div className="zk-table" ref={scroller} role="grid" aria-rowcount={hasMore ? -1 : items.length} aria-busy={isLoading}>
      <div className="zk-table-head" role="row" style={{ gridTemplateColumns: template, minWidth: width }}>
        <div role="columnheader" className="zk-cell zk-cell-check">
          <Checkbox
            checked={isAll}
            indeterminate={!isAll && selected.size > 0}
            onChange={() => onSelect(isAll ? new Set() : new Set(items.map((item) => item.id)))}
            aria-label={t('全选已加载的行', 'Select all loaded rows')}
          />
        </div>
        {(isPhone ? columns.slice(0, 1) : columns).map(({ path, field }, i) => {
          const isSorted = sorted === path
          const label = say(field.words)
          return (
            <div
              key={path}
              role="columnheader"
              aria-sort={isSorted ? (sort.startsWith('-') ? 'descending' : 'ascending') : undefined}
              className={`zk-cell${i === 0 ? ' zk-cell-first' : ''}${viewOf(field.kind).align === 'right' ? ' zk-cell-right' : ''}`}
            >
              {field.sortable && !path.includes('.') ? (
                <button type="button" className="zk-sort" onClick={() => onSort(isSorted && !sort.startsWith('-') ? `-${path}` : path)}>
                  {label}
                  <span aria-hidden>{isSorted ? (sort.startsWith('-') ? ' ↓' : ' ↑') : ''}</span>
                </button>
              ) : (
                label
              )}
            </div>
          )
        })}
      </div>
      <div role="rowgroup" style={{ height: virtualizer.getTotalSize(), position: 'relative', minWidth: width }}>
        {rows.map((row) => {
          const item = items[row.index]
          return (
            <div
              key={item?.id ?? 'more'}
              role="row"
              data-index={row.index}
              tabIndex={row.index === active.current ? 0 : -1}
              aria-selected={item ? selected.has(item.id) : undefined}
              className={`zk-row${item && selected.has(item.id) ? ' zk-row-selected' : ''}`}
              style={{ gridTemplateColumns: template, transform: `translateY(${row.start}px)`, height: rowSize }}
              onClick={() => item && onOpen(item)}
              onKeyDown={(event) => onKey(event, row.index)}
            >
              {item ? (
                <>
                  <div role="gridcell" className="zk-cell zk-cell-check" onClick={(event) => event.stopPropagation()}>
                    <Checkbox
                      checked={selected.has(item.id)}
                      onChange={() => toggle(item.id)}
                      aria-label={t('选择', 'Select')}
                      tabIndex={-1}
                    />
                  </div>
                  {isPhone ? <Card item={item} columns={columns} /> : null}
                  {(isPhone ? [] : columns).map(({ path, field }, i) => (
                    <div
                      key={path}
                      role="gridcell"
                      className={`zk-cell${i === 0 ? ' zk-cell-first' : ''}${viewOf(field.kind).align === 'right' ? ' zk-cell-right' : ''}`}
                    >
                      <FieldText item={item} field={field} path={path} dash="" />
                    </div>
                  ))}
                </>
              ) : (
                <div className="zk-cell" style={{ gridColumn: '1 / -1' }}>
                  <Skeleton active title={false} paragraph={{ rows: 1, width: '60%' }} />
                </div>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** A row as two lines: its name, and what else the list says as far as it fits. */
function Card({ item, columns: [first, ...rest] }: { item: Item; columns: readonly Column[] }) {
  const { say } = useLanguage()
  return (
    <div role="gridcell" className="zk-card">
      <b>{first ? <FieldText item={item} field={first.field} path={first.path} /> : null}</b>
      <span className="zk-card-facts">
        {rest
          .filter(({ path, field }) => !isEmpty(item[path]) && !(field.kind === 'yesNo' && !item[path]))
          .slice(0, 5)
          .map(({ path, field }) =>
            // Without its heading a "yes" says nothing.
            field.kind === 'yesNo' ? (
              <span key={path}>{say(field.words)}</span>
            ) : (
              <FieldText key={path} item={item} field={field} path={path} />
            ),
          )}
      </span>
    </div>
  )
}
