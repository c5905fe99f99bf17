import { useEffect, useState, type RefObject } from 'react'

/** Whether a box is narrower than what lies in it, now and whenever its size changes. */
export function useTooNarrow(box: RefObject<HTMLElement | null>, needed: number): boolean {
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY)
  useEffect(() => {
    if (!box.current) return
    const watch = new ResizeObserver(([entry]) => entry && setRoom(entry.contentRect.width))
    watch.observe(box.current)
    return () => watch.disconnect()
  }, [box])
  return room < needed
}
