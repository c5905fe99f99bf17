import { useCallback, useSyncExternalStore } from 'react'

/** Below it the day's work is done with the thumb: one column, menus instead of rows of buttons. The same figure stands in style.css. */
export const phoneWidth = 640

/** Whether the window is narrower than a number of pixels, now and after every turn of the phone. */
export function useNarrow(below: number): boolean {
  const query = `(max-width: ${below}px)`
  const listen = useCallback(
    (changed: () => void) => {
      const list = matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    [query],
  )
  return useSyncExternalStore(listen, () => matchMedia(query).matches)
}
