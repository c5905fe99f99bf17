import { useQuery } from '@tanstack/react-query'
import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Colleague } from '#engine/talk/colleagues.ts'
import { api } from './api.ts'
import { askedFor, pick, type Draft } from './comment-draft.ts'
import { useLanguage } from './language.tsx'

interface Props {
  record: string
  id: string
  draft: Draft
  onChange(draft: Draft): void
  onSend(): void
  onCancel?: () => void
  label: string
  placeholder?: string
  autoFocus?: boolean
}

/** A box to write into. An "@" offers colleagues; those who may not see the record are shown and cannot be picked. Ctrl+Enter sends. */
export function MentionBox({ record, id, draft, onChange, onSend, onCancel, label, placeholder, autoFocus = false }: Props) {
  const { t } = useLanguage()
  const box = useRef<HTMLTextAreaElement>(null)
  const list = useId()
  const [asked, setAsked] = useState<string | null>(null)
  const [at, setAt] = useState(0)
  const caret = useRef<number | null>(null)
  const { data } = useQuery({
    queryKey: ['colleagues', record, id, asked],
    queryFn: ({ signal }) => api.get<{ items: Colleague[] }>(`/records/${record}/${id}/colleagues`, { query: { q: asked ?? '' }, signal }),
    enabled: asked !== null,
    placeholderData: (before) => before,
    staleTime: 60_000,
  })
  const offered = asked === null ? [] : (data?.items ?? [])
  const isOpen = offered.length > 0
  // The box is as high as what stands in it.
  useLayoutEffect(() => {
    if (!box.current) return
    box.current.style.height = 'auto'
    box.current.style.height = `${box.current.scrollHeight + 2}px`
    if (caret.current === null) return
    box.current.setSelectionRange(caret.current, caret.current)
    caret.current = null
  }, [draft.text])
  useEffect(() => {
    if (!autoFocus || !box.current) return
    box.current.focus()
    box.current.setSelectionRange(box.current.value.length, box.current.value.length)
  }, [autoFocus])
  const look = () => {
    setAsked(box.current ? askedFor(box.current.value, box.current.selectionStart) : null)
    setAt(0)
  }
  const take = (colleague: Colleague | undefined) => {
    if (!colleague?.sees || !box.current) return
    const taken = pick(draft, box.current.selectionStart, colleague)
    caret.current = taken.caret
    setAsked(null)
    onChange(taken.draft)
    box.current.focus()
  }
  const onKey = (event: KeyboardEvent) => {
    // Keys that choose a character of Chinese belong to the input method.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSend()
    else if (isOpen && event.key === 'ArrowDown') setAt((at + 1) % offered.length)
    else if (isOpen && event.key === 'ArrowUp') setAt((at + offered.length - 1) % offered.length)
    else if (isOpen && (event.key === 'Enter' || event.key === 'Tab')) take(offered[at])
    else if (isOpen && event.key === 'Escape') setAsked(null)
    else if (onCancel && event.key === 'Escape') onCancel()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="zk-mention-box">
      <textarea
        ref={box}
        rows={1}
        maxLength={10_000}
        value={draft.text}
        onChange={(event) => {
          onChange({ ...draft, text: event.target.value })
          look()
        }}
        onKeyDown={onKey}
        onClick={look}
        onBlur={() => setAsked(null)}
        aria-label={label}
        placeholder={placeholder}
        aria-autocomplete="list"
        {...(isOpen ? { 'aria-controls': list, 'aria-activedescendant': `${list}-${at}` } : {})}
      />
      {isOpen ? (
        <ul id={list} role="listbox" aria-label={t('同事', 'Colleagues')} className="zk-mention-list">
          {offered.map((colleague, i) => (
            <li
              key={colleague.id}
              id={`${list}-${i}`}
              role="option"
              aria-selected={i === at}
              aria-disabled={!colleague.sees}
              onPointerDown={(event) => {
                // The box keeps the keyboard.
                event.preventDefault()
                take(colleague)
              }}
              onPointerEnter={() => setAt(i)}
            >
              <b>{colleague.title}</b>
              <span>{colleague.sees ? colleague.department : t('不能查看此记录', 'may not see this record')}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
