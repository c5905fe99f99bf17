import { useCallback, useEffectEvent } from 'react'

/** Does something whenever an element comes near the window: what ends a list that is read on by scrolling. */
export function useReached(then: () => void): (element: Element | null) => (() => void) | undefined {
  const reached = useEffectEvent(then)
  return useCallback((element: Element | null) => {
    if (!element) return undefined
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && reached(), { rootMargin: '400px' })
    observer.observe(element)
    return () => observer.disconnect()
    // The event is always that of the last drawing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
}
