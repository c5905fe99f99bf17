import { SearchOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import type { Description, RecordDescription } from '#engine/record/describe.ts'
import type { Locale, Words } from '#engine/text/words.ts'
import { useMaking } from './asking.tsx'
import { useDeeds } from './commands.ts'
import { useLanguage } from './language.tsx'
import { later } from './later.tsx'

const SearchDialog = later(() => import('./SearchDialog.tsx').then((file) => file.SearchDialog), { isLikely: true })

const isMac = /mac|iphone|ipad/i.test(navigator.platform)

/** The way to everything, with Ctrl/⌘ K: what one looks for, and what one wants to do. */
export function SearchBox({
  description,
  menu,
  isDark,
  onDark,
  onLanguage,
  onSignOut,
}: {
  description: Description
  menu: readonly { path: string; words: Words; record?: string }[]
  isDark: boolean
  onDark(isDark: boolean): void
  onLanguage(locale: Locale): void
  onSignOut(): void
}) {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  const { make, drawer } = useMaking()
  const onNew = useCallback(
    (record: RecordDescription) =>
      make({ record, onDone: ({ id }) => void navigate({ to: '/$record/$id', params: { record: record.name, id } }) }),
    [make, navigate],
  )
  const deeds = useDeeds({ description, menu, isDark, onDark, onLanguage, onSignOut, onNew })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setOpen(true)
      }
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return (
    <>
      <button type="button" className="zk-search" onClick={() => setOpen(true)} aria-keyshortcuts="Control+K Meta+K">
        <SearchOutlined aria-hidden /> <span>{t('搜索，或输入要做的事…', 'Search, or say what to do …')}</span>{' '}
        <kbd>{isMac ? '⌘ K' : 'Ctrl K'}</kbd>
      </button>
      {isOpen ? <SearchDialog description={description} deeds={deeds} onClose={() => setOpen(false)} /> : null}
      {drawer}
    </>
  )
}
