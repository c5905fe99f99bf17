import { SearchOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import type { Description, RecordDescription } from '#engine/record/describe.ts'
import type { Locale, Words } from '#engine/text/words.ts'
import { useDeeds } from './commands.ts'
import { useLanguage } from './language.tsx'
import { later } from './later.tsx'
import { useRefresh } from './refresh.ts'

const SearchDialog = later(() => import('./SearchDialog.tsx').then((file) => file.SearchDialog), { isLikely: true })
const NewRecord = later(() => import('./NewRecord.tsx').then((file) => file.NewRecord), { isLikely: true })

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
  const refresh = useRefresh()
  const [isOpen, setOpen] = useState(false)
  const [making, setMaking] = useState<RecordDescription | null>(null)
  const onNew = useCallback((record: RecordDescription) => setMaking(record), [])
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
      {making ? (
        <NewRecord
          record={making}
          onClose={() => setMaking(null)}
          onDone={(item) => {
            setMaking(null)
            refresh(making)
            void navigate({ to: '/$record/$id', params: { record: making.name, id: item.id } })
          }}
        />
      ) : null}
    </>
  )
}
