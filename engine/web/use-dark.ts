import { useCallback, useEffect, useState } from 'react'
import { useMedia } from './media.ts'

/** Light or dark: as chosen here, else as the device is set, now and when it changes in the evening. */
export function useDark(): { isDark: boolean; setDark(isDark: boolean): void } {
  const isDevice = useMedia('(prefers-color-scheme: dark)')
  const [chosen, setChosen] = useState(() => localStorage.getItem('zhike.theme'))
  const isDark = chosen === null ? isDevice : chosen === 'dark'
  useEffect(() => {
    document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
    const frame = getComputedStyle(document.documentElement).getPropertyValue('--paper-2')
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', frame)
  }, [isDark])
  const setDark = useCallback((next: boolean) => {
    localStorage.setItem('zhike.theme', next ? 'dark' : 'light')
    setChosen(next ? 'dark' : 'light')
  }, [])
  return { isDark, setDark }
}
