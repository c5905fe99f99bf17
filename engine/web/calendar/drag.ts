import { useRef, useState, type PointerEvent } from 'react'
import type { Entry, Spot } from './entries.ts'

/** Pixels that a pointer must go before it means to drag and not to press. */
const threshold = 6

export interface Dragging {
  entry: Entry
  spot: Spot | null
}

/**
 * Dragging an entry by the mouse. Fingers scroll instead; they move an entry by its window. Where the pointer is told by the element under
 * it: `data-day` says the day, `data-hour-height` that its time runs down the element.
 * @param grab minutes between the start of the entry and the place where it was taken.
 */
export function useDrag(onDrop: (entry: Entry, spot: Spot) => void) {
  const [dragging, setDragging] = useState<Dragging | null>(null)
  const hasDragged = useRef(false)

  const begin = (entry: Entry) => (event: PointerEvent<HTMLElement>) => {
    if (!entry.isMovable || event.button !== 0 || event.pointerType === 'touch') return
    const from = { x: event.clientX, y: event.clientY }
    const box = event.currentTarget.getBoundingClientRect()
    const height = hourHeightAt(event.currentTarget)
    const grab = height ? ((event.clientY - box.top) / height) * 60 : 0
    let at: Dragging | null = null
    hasDragged.current = false
    const move = (next: globalThis.PointerEvent) => {
      if (!at && Math.hypot(next.clientX - from.x, next.clientY - from.y) < threshold) return
      hasDragged.current = true
      at = { entry, spot: spotAt(next.clientX, next.clientY, entry, grab) }
      setDragging(at)
    }
    const end = (isDropped: boolean) => {
      removeEventListener('pointermove', move)
      removeEventListener('pointerup', drop)
      removeEventListener('keydown', escape)
      setDragging(null)
      if (isDropped && at?.spot) onDrop(entry, at.spot)
    }
    const drop = () => end(true)
    const escape = (key: KeyboardEvent) => key.key === 'Escape' && end(false)
    addEventListener('pointermove', move)
    addEventListener('pointerup', drop)
    addEventListener('keydown', escape)
  }
  /** Whether the press that ends now was a drag, so that it opens nothing. */
  const wasDrag = () => hasDragged.current
  return { dragging, begin, wasDrag }
}

const hourHeightAt = (element: Element): number => Number(element.closest<HTMLElement>('[data-hour-height]')?.dataset.hourHeight ?? 0)

/** Where on the calendar a place on the screen is. Times snap to the quarter of an hour. */
export function spotAt(x: number, y: number, entry: { start: number | null } | null, grab = 0): Spot | null {
  const element = document.elementsFromPoint(x, y).find((each) => each instanceof HTMLElement && each.dataset.day)
  if (!(element instanceof HTMLElement)) return null
  const day = element.dataset.day!
  const height = Number(element.dataset.hourHeight ?? 0)
  // A month keeps the time; the row of whole days takes it away.
  if (!height) return { day, start: element.dataset.whole === undefined ? (entry?.start ?? null) : null }
  const minutes = ((y - element.getBoundingClientRect().top) / height) * 60 - (entry?.start === null ? 0 : grab)
  return { day, start: Math.max(0, Math.min(24 * 60 - 15, Math.round(minutes / 15) * 15)) }
}
