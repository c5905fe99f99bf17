import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Locale } from '#engine/text/words.ts'
import { api } from './api.ts'
import { useLanguage } from './language.tsx'
import { preferencesQuery, type Preferences } from './preferences.ts'

/**
 * One's language goes where one goes: chosen here, it is kept with the user, for his mails and for the next machine that he signs in on.
 * What is chosen in this window after that holds.
 */
export function useOwnLanguage(): (locale: Locale) => void {
  const { locale, change } = useLanguage()
  const client = useQueryClient()
  const { data } = useQuery(preferencesQuery)
  const isSettled = useRef(false)
  const kept = data?.values.language
  useEffect(() => {
    if (kept === undefined || isSettled.current) return
    isSettled.current = true
    if (kept && kept !== locale) change(kept)
  }, [kept, locale, change])
  return (next) => {
    isSettled.current = true
    change(next)
    void api.put<Preferences>('/me/preferences', { language: next }, { keepalive: true }).then(
      (now) => client.setQueryData(preferencesQuery.queryKey, now),
      // Not kept, it still holds in this window.
      () => {},
    )
  }
}
