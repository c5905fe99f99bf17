import { SearchOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input, Modal, type InputRef } from 'antd'
import { useEffect, useEffectEvent, useId, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import type { Description } from '#engine/record/describe.ts'
import { api } from './api.ts'
import type { Deed } from './commands.ts'
import { useLanguage } from './language.tsx'
import { phoneWidth, useNarrow } from './narrow.ts'
import { useOpened } from './opened.ts'
import { linesAtFirst, linesFor, type Found, type Line, type LineGroup } from './search-lines.tsx'
import { useSettled } from './settled.ts'

/** How long the fingers rest before a question that is still being answered is given up for the next. */
const pause = 80

/** Everything by one input: records, commands, what was opened lately. Arrows choose, Enter opens, Ctrl+Enter opens beside. */
export function SearchDialog({ description, deeds, onClose }: { description: Description; deeds: readonly Deed[]; onClose(): void }) {
  const language = useLanguage()
  const { t } = language
  const navigate = useNavigate()
  const isPhone = useNarrow(phoneWidth)
  const id = useId()
  const input = useRef<InputRef>(null)
  // Closed at once: whoever presses the keys again in the next moment means a new search.
  const [before] = useState(() => document.activeElement)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  /** Enter was pressed before the answer had come; with Ctrl, it is to open beside. */
  const [isWaiting, setWaiting] = useState<false | 'here' | 'beside'>(false)
  const q = typed.trim()
  const rested = useSettled(q, pause)
  const [asked, setAsked] = useState('')
  const { data, isFetching, isPlaceholderData, error } = useQuery({
    queryKey: ['search', asked],
    queryFn: ({ signal }) => api.get<Found>('/search', { query: { q: asked, brief: 1 }, signal }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    staleTime: 5_000,
    retry: false,
  })
  // At once where no answer is on its way; else when it has come, or when the fingers have rested: then it is called off.
  const next = isFetching ? rested : q
  if (asked !== next && (next === q || asked !== q)) setAsked(next)
  const opened = useOpened(q === '')
  const isCurrent = q === asked && !isPlaceholderData && (data !== undefined || error !== null)
  const groups: LineGroup[] =
    q === '' ? linesAtFirst(description, opened.data?.items ?? [], deeds, language) : linesFor(description, q, data, deeds, language)
  const lines = groups.flatMap((group) => group.lines)
  const chosen = lines[Math.min(at, lines.length - 1)]

  const giveUp = () => {
    onClose()
    if (before instanceof HTMLElement) before.focus()
  }
  const leave = (line: Line | undefined, isBeside: boolean) => {
    if (!line) return
    if (line.path && isBeside) return void window.open(line.path, '_blank', 'noopener')
    onClose()
    if (line.path) void navigate({ href: line.path })
    else line.run?.()
  }
  // The answer that Enter waited for has come: its first line is what was meant.
  const arrive = useEffectEvent(() => {
    if (!isWaiting || !isCurrent) return
    setWaiting(false)
    leave(chosen, isWaiting === 'beside')
  })
  useEffect(() => arrive(), [isWaiting, isCurrent])
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, at])

  const onKey = (event: KeyboardEvent) => {
    // Within an input method Enter and arrows choose characters.
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (lines.length > 0) setAt((Math.min(at, lines.length - 1) + step + lines.length) % lines.length)
    } else if (event.key === 'Enter') {
      const isBeside = event.ctrlKey || event.metaKey
      if (q !== '' && !isCurrent && at === 0) setWaiting(isBeside ? 'beside' : 'here')
      else leave(chosen, isBeside)
    } else return
    event.preventDefault()
  }
  const click = (event: MouseEvent, line: Line) => leave(line, event.ctrlKey || event.metaKey || event.button === 1)
  const isEmpty = q !== '' && isCurrent && lines.length === 0
  return (
    <Modal
      open
      onCancel={giveUp}
      afterOpenChange={(open) => open && input.current?.focus()}
      footer={null}
      closable={false}
      title={<span className="zk-unseen">{t('搜索', 'Search')}</span>}
      width={isPhone ? '100vw' : 680}
      className={`zk-find${isPhone ? ' zk-find-phone' : ''}`}
    >
      <div className="zk-find-top">
        <Input
          ref={input}
          autoFocus
          size="large"
          variant="borderless"
          prefix={<SearchOutlined aria-hidden />}
          placeholder={t('名称、拼音、电话、编号，或要做的事', 'A name, a number, or what to do')}
          value={typed}
          maxLength={100}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
            setWaiting(false)
          }}
          onKeyDown={onKey}
          role="combobox"
          aria-label={t('搜索', 'Search')}
          aria-expanded={lines.length > 0}
          aria-controls={lines.length > 0 ? id : undefined}
          aria-activedescendant={chosen ? `${id}-${lines.indexOf(chosen)}` : undefined}
          aria-autocomplete="list"
          enterKeyHint="go"
        />
        {isPhone ? (
          <Button type="text" onClick={giveUp}>
            {t('取消', 'Cancel')}
          </Button>
        ) : null}
        <i className={`zk-find-wait${isFetching && q !== '' ? ' zk-find-waits' : ''}`} aria-hidden />
      </div>
      <div className="zk-find-lines" aria-busy={isFetching}>
        {data?.similar && q !== '' && !isEmpty ? (
          <p className="zk-hint">{t('没有完全相符的，以下相近：', 'Nothing is spelt exactly so; these come close:')}</p>
        ) : null}
        {lines.length > 0 ? (
          <div id={id} role="listbox" aria-label={t('结果', 'Results')}>
            {groups.map((group) => (
              <div key={group.key} role="group" aria-labelledby={`${id}-${group.key}`}>
                <h3 id={`${id}-${group.key}`} role="presentation">
                  {group.label}
                </h3>
                {group.lines.map((line) => {
                  const place = lines.indexOf(line)
                  return (
                    <div
                      key={line.key}
                      id={`${id}-${place}`}
                      role="option"
                      aria-selected={line === chosen}
                      className="zk-find-line"
                      onClick={(event) => click(event, line)}
                      onAuxClick={(event) => click(event, line)}
                      onMouseMove={() => place !== at && setAt(place)}
                    >
                      <b>{line.title}</b>
                      {line.facts ? <span className="zk-find-facts">{line.facts}</span> : null}
                    </div>
                  )
                })}
              </div>
            ))}
          </div>
        ) : null}
        {isEmpty ? <NothingFound q={q} error={error} /> : null}
        {data?.renewing ? (
          <p className="zk-hint">
            {t('升级后正在更新搜索词，结果可能不全。', 'Search words are being renewed after an upgrade; some results may be missing.')}
          </p>
        ) : null}
      </div>
      <div className="zk-unseen" role="status">
        {q !== '' && isCurrent ? t(`${lines.length} 项`, `${lines.length} results`) : ''}
      </div>
      {isPhone ? null : (
        <footer className="zk-find-keys" aria-hidden>
          <span>
            <kbd>↑</kbd> <kbd>↓</kbd> {t('选择', 'choose')}
          </span>
          <span>
            <kbd>Enter</kbd> {t('打开', 'open')}
          </span>
          <span>
            <kbd>Ctrl Enter</kbd> {t('在新标签页打开', 'open in a new tab')}
          </span>
          <span>
            <kbd>Esc</kbd> {t('关闭', 'close')}
          </span>
        </footer>
      )}
    </Modal>
  )
}

function NothingFound({ q, error }: { q: string; error: Error | null }) {
  const { t } = useLanguage()
  return (
    <div className="zk-find-nothing">
      <p>{error ? error.message : t(`没有找到“${q}”`, `Nothing found for "${q}"`)}</p>
      {error ? null : (
        <p className="zk-hint">
          {t(
            '可以输入名称中的任意两个字、拼音或首字母（如 yunshan、ys）、电话的任意四位、编号；多个词用空格隔开。',
            'Type any two characters of a name, its pinyin or initials, any four digits of a number, a code; several words with spaces between.',
          )}
        </p>
      )}
    </div>
  )
}
