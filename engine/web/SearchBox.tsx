import { SearchOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Input, Modal, type InputRef } from 'antd'
import { useDeferredValue, useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Item } from '#engine/access/present.ts'
import { api } from './api.ts'
import { useDescription } from './description.ts'
import { useLanguage } from './language.tsx'
import { titleOf } from './LinkText.tsx'

/** Search over everything, with Ctrl/⌘ K: names, initials, whole numbers. Arrows choose, Enter opens. */
export function SearchBox() {
  const { t, say } = useLanguage()
  const { data: description } = useDescription()
  const navigate = useNavigate()
  const input = useRef<InputRef>(null)
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const q = useDeferredValue(typed.trim())
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        setOpen(true)
      }
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  const { data, isFetching } = useQuery({
    queryKey: ['search', q],
    queryFn: ({ signal }) => api.get<{ groups: { record: string; items: Item[] }[] }>('/search', { query: { q }, signal }),
    enabled: isOpen && q.length > 0,
    placeholderData: (before) => before,
  })
  const hits = q ? (data?.groups ?? []).flatMap((group) => group.items.map((item) => ({ record: group.record, item }))) : []
  const open = (hit: (typeof hits)[number] | undefined) => {
    if (!hit) return
    setOpen(false)
    setTyped('')
    void navigate({ to: '/$record/$id', params: { record: hit.record, id: hit.item.id } })
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(hits.length - 1, at + 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1))
    else if (event.key === 'Enter') open(hits[at])
    else return
    event.preventDefault()
  }
  return (
    <>
      <button type="button" className="zk-search" onClick={() => setOpen(true)}>
        <SearchOutlined aria-hidden /> {t('搜索客户、联系人、记录…', 'Search customers, contacts, records …')} <kbd>Ctrl K</kbd>
      </button>
      <Modal
        open={isOpen}
        onCancel={() => setOpen(false)}
        footer={null}
        closable={false}
        width={640}
        afterOpenChange={(shown) => shown && input.current?.focus()}
        className="zk-search-box"
        aria-label={t('搜索', 'Search')}
        destroyOnHidden
      >
        <Input
          ref={input}
          size="large"
          variant="borderless"
          prefix={<SearchOutlined aria-hidden />}
          placeholder={t('名称、拼音首字母、完整号码', 'Name, initials, whole number')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKey}
          aria-label={t('搜索', 'Search')}
        />
        <ul role="listbox" aria-label={t('搜索结果', 'What is found')} aria-busy={isFetching}>
          {hits.map(({ record, item }, i) => {
            const shape = description?.records.find((entry) => entry.name === record)
            if (!shape) return null
            return (
              <li
                key={`${record}:${item.id}`}
                role="option"
                aria-selected={i === at}
                onClick={() => open(hits[i])}
                onMouseEnter={() => setAt(i)}
              >
                <b>{titleOf(item, shape.title, say)}</b>
                <span className="zk-faint">{say(shape.words)}</span>
              </li>
            )
          })}
          {q && !isFetching && hits.length === 0 ? <li className="zk-faint">{t('没有找到', 'Nothing found')}</li> : null}
        </ul>
      </Modal>
    </>
  )
}
