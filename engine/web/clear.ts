import { useLanguage } from './language.tsx'

/** How a choice is taken back: with a button that says so in the reader's language; not at all where one must be made. */
export function useClear(isWanted = true): { label: string } | false {
  const { t } = useLanguage()
  return isWanted && { label: t('清除', 'Clear') }
}
