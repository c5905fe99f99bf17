import { HolderOutlined } from '@ant-design/icons'
import { useRef, useState, type ReactNode } from 'react'
import { useLanguage } from '#engine/web/language.tsx'
import { moved } from '../rules/layout-items.ts'

interface Props<T> {
  items: readonly T[]
  keyOf(item: T): string
  /** What an item is called by whoever hears the screen. */
  labelOf(item: T): string
  render(item: T, index: number): ReactNode
  onChange(items: T[], moved: { item: T; to: number }): void
  /** Left and right on the handle. */
  onSide?(index: number, isRight: boolean): void
  className?(item: T): string | undefined
  label: string
}

/** A list that is put in order by dragging, or with the arrow keys on the handle of an item. */
export function SortableList<T>({ items, keyOf, labelOf, render, onChange, onSide, className, label }: Props<T>) {
  const { t } = useLanguage()
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const list = useRef<HTMLUListElement>(null)
  const move = (from: number, to: number) => {
    if (to < 0 || to >= items.length || from === to) return
    const item = items[from]!
    onChange(moved(items, from, to), { item, to })
    setSaid(t(`${labelOf(item)}：第 ${to + 1} 位，共 ${items.length}`, `${labelOf(item)}: place ${to + 1} of ${items.length}`))
  }
  const moveByKey = (from: number, to: number) => {
    move(from, to)
    const at = Math.max(0, Math.min(items.length - 1, to))
    requestAnimationFrame(() => list.current?.children[at]?.querySelector<HTMLElement>('.zk-handle')?.focus())
  }
  return (
    <>
      <ul className="zk-sortable" ref={list} aria-label={label}>
        {items.map((item, i) => (
          <li
            key={keyOf(item)}
            className={[
              className?.(item),
              dragged === i ? 'zk-dragged' : '',
              over === i && dragged !== null && dragged !== i ? (dragged > i ? 'zk-drop-above' : 'zk-drop-below') : '',
            ]
              .filter(Boolean)
              .join(' ')}
            onDragOver={(event) => {
              event.preventDefault()
              setOver(i)
            }}
            onDrop={(event) => {
              event.preventDefault()
              if (dragged !== null) move(dragged, i)
              setDragged(null)
              setOver(null)
            }}
          >
            <span
              role="button"
              tabIndex={0}
              className="zk-handle"
              draggable
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move'
                event.dataTransfer.setData('text/plain', keyOf(item))
                const row = event.currentTarget.closest('li')
                if (row) event.dataTransfer.setDragImage(row, 8, 8)
                setDragged(i)
              }}
              onDragEnd={() => {
                setDragged(null)
                setOver(null)
              }}
              aria-label={t(`移动${labelOf(item)}：用上下键`, `Move ${labelOf(item)} with the arrow keys`)}
              onKeyDown={(event) => {
                if (event.key === 'ArrowUp') moveByKey(i, i - 1)
                else if (event.key === 'ArrowDown') moveByKey(i, i + 1)
                else if (onSide && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) onSide(i, event.key === 'ArrowRight')
                else return
                event.preventDefault()
              }}
            >
              <HolderOutlined aria-hidden />
            </span>
            {render(item, i)}
            {/* Fingers drag the page; for them there are steps. */}
            <span className="zk-steps">
              <button
                type="button"
                disabled={i === 0}
                onClick={() => move(i, i - 1)}
                aria-label={t(`上移${labelOf(item)}`, `Move ${labelOf(item)} up`)}
              >
                ↑
              </button>
              <button
                type="button"
                disabled={i === items.length - 1}
                onClick={() => move(i, i + 1)}
                aria-label={t(`下移${labelOf(item)}`, `Move ${labelOf(item)} down`)}
              >
                ↓
              </button>
            </span>
          </li>
        ))}
      </ul>
      <span className="zk-unseen" aria-live="polite">
        {said}
      </span>
    </>
  )
}
