import { useMedia } from './media.ts'

/** Below it the day's work is done with the thumb: one column, menus instead of rows of buttons. The same figure stands in style.css. */
export const phoneWidth = 640

/** Whether the window is narrower than a number of pixels, now and after every turn of the phone. */
export const useNarrow = (below: number): boolean => useMedia(`(max-width: ${below}px)`)
