import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { say, type Locale, type Words } from '#engine/text/words.ts'

interface Language {
  locale: Locale
  change(locale: Locale): void
  /** Words that came with data or a description. */
  say(text: Partial<Words> | null | undefined): string
  /** Interface words, beside the code that shows them. */
  t(zh: string, en: string): string
}

const Context = createContext<Language | null>(null)

const remembered = (): Locale => {
  const kept = localStorage.getItem('zhike.locale')
  return kept === 'zh' || kept === 'en' ? kept : navigator.language.startsWith('en') ? 'en' : 'zh'
}

/** The language in use now, also for requests, which have no component around them. */
const current: { locale: Locale | undefined } = { locale: undefined }
export const currentLocale = (): Locale => (current.locale ??= remembered())

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [locale, setLocale] = useState<Locale>(currentLocale)
  useEffect(() => {
    localStorage.setItem('zhike.locale', locale)
    document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en'
  }, [locale])
  const change = useCallback((next: Locale) => {
    current.locale = next
    setLocale(next)
  }, [])
  const value = useMemo<Language>(
    () => ({ locale, change, say: (text) => say(text, locale), t: (zh, en) => (locale === 'zh' ? zh : en) }),
    [locale, change],
  )
  return <Context value={value}>{children}</Context>
}

export function useLanguage(): Language {
  const language = useContext(Context)
  if (!language) throw new Error('no LanguageProvider')
  return language
}
