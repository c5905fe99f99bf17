import { useEffect } from 'react'
import { useLanguage } from './language.tsx'

/** Names the page in the browser's tab and history. */
export function usePageTitle(title: string): void {
  const { t } = useLanguage()
  const product = t('知客', 'Zhike')
  useEffect(() => {
    document.title = title ? `${title} · ${product}` : product
  }, [title, product])
}
