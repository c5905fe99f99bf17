import { PlusOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Select } from 'antd'
import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react'
import type { Item, LinkValue } from '#engine/access/present.ts'
import type { RecordDescription } from '#engine/record/describe.ts'
import { useClear } from './clear.ts'
import { useDescription, useRecordDescription } from './description.ts'
import { inputState, type InputProps } from './field-view.ts'
import { useLanguage } from './language.tsx'
import { titleOf } from './LinkText.tsx'
import { NewRecord } from './NewRecord.tsx'
import { commonOf, linksOf, useKnownPicks, usePickList } from './pick-list.ts'
import { rememberPick } from './recent-picks.ts'
import { viewOf } from './views.ts'

/** A title that somebody typed, as the value of a record's title field; nothing where it is no text. */
const titleFrom = (record: RecordDescription, typed: string): Record<string, unknown> => {
  const field = record.create?.find((entry) => entry.name === record.title)
  if (!typed || !field) return {}
  return field.kind === 'words' ? { [field.name]: { zh: typed, en: '' } } : field.kind === 'text' ? { [field.name]: typed } : {}
}

/** What tells a record from its namesakes: the department of a user, the customer of a contact. */
function Byline({ item, record }: { item: Item; record: RecordDescription }) {
  const field = record.fields.find((entry) => entry.name === record.byline)
  const value = field ? item[field.name] : null
  if (!field || value === null || value === undefined || (typeof value === 'object' && 'hidden' in value)) return null
  const { Show } = viewOf(field.kind)
  return <small className="zk-pick-byline">{field.to ? (value as LinkValue).title : <Show value={value} field={field} />}</small>
}

/** The entry that makes a new record, and a record that is there but not for these eyes. */
const isNew = '+'
const hidden = '?'

/**
 * Chooses records of a type, those chosen last first. Asks the server as one types; makes a record that is not there yet without leaving
 * the form. Where no label stands beside it, it is given one.
 */
export function LinkPicker({ isMany = false, label, ...props }: InputProps & { isMany?: boolean; label?: string }) {
  const { id, field, value, onChange, onFill, others } = props
  const { t, say } = useLanguage()
  const client = useQueryClient()
  const { data: description } = useDescription()
  const record = useRecordDescription(field.to!)
  const clear = useClear(!field.required)
  const [typed, setTyped] = useState('')
  const [isOpen, setOpen] = useState(false)
  const [isMaking, setMaking] = useState<string | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const { recent, found, isSearching, isStale, search } = usePickList(record, field, others ?? {}, typed, isOpen)
  const chosen = linksOf(value)
  const bare = chosen.filter((entry) => typeof entry === 'string')
  const known = useKnownPicks(record, bare)
  const items = new Map([...known, ...recent, ...found].map((item) => [item.id, item]))
  const titles = new Map<string, string>([
    ...[...items.values()].map((item) => [item.id, titleOf(item, record!, say)] as const),
    ...chosen.flatMap((entry) => (typeof entry === 'string' || !('id' in entry) ? [] : [[entry.id, entry.title] as const])),
  ])
  const idOf = (entry: string | LinkValue) => (typeof entry === 'string' ? entry : (entry.id ?? hidden))

  const choose = (ids: readonly string[], more: ReadonlyMap<string, string> = titles) => {
    const links = ids.map((entry): LinkValue => ({ id: entry, title: more.get(entry) ?? '' }))
    const added = ids.find((entry) => !chosen.some((other) => idOf(other) === entry))
    if (added && description) rememberPick(description.me.id, field.to!, added)
    setTyped('')
    onChange(isMany ? links : (links[0] ?? null))
    // The customer of the contact chosen is the customer meant, as long as none was named.
    const item = added ? items.get(added) : undefined
    if (item && !isMany)
      onFill?.(
        Object.fromEntries(Object.entries(field.within ?? {}).flatMap(([theirs, own]) => (own === 'id' ? [] : [[own, item[theirs]]]))),
      )
  }
  const pick = (given: string | string[] | null | undefined) => {
    const ids = [given].flat().filter((entry) => typeof entry === 'string')
    if (ids.includes(isNew)) setMaking(typed.trim())
    else choose(ids)
  }
  // What was found for an earlier text stays in sight and may be clicked; Enter means the answer to come, and takes its first.
  const [isAwaited, setAwaited] = useState(false)
  const waitAtEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !typed.trim() || !isStale) return setAwaited(false)
    event.stopPropagation()
    event.preventDefault()
    setAwaited(true)
  }
  const takeFirst = useEffectEvent(() => {
    setAwaited(false)
    const first = found[0]
    if (!first || !isOpen) return
    choose(isMany ? [...new Set([...chosen.map(idOf), first.id])] : [first.id])
    if (!isMany) setOpen(false)
  })
  useEffect(() => {
    if (isAwaited && !isStale) takeFirst()
  }, [isAwaited, isStale])
  // Whoever made a record goes on where he was; the drawer gives the focus to what is behind it a moment after it is gone.
  const back = () => {
    setMaking(null)
    setTimeout(() => box.current?.querySelector<HTMLElement>('input')?.focus(), 50)
  }

  // In a filter there is nothing to make; and not before one knows that what was typed is not there.
  const mayMake = others !== undefined && record?.create && !(search && isSearching)
  // What all of them have in common tells nobody apart.
  const isGiven = commonOf(field, others ?? {}).some(([theirs]) => theirs === record?.byline)
  const option = (entry: string) => ({ value: entry, label: titles.get(entry) ?? '' })
  const rest = [...new Set([...chosen.map(idOf).filter(() => !search), ...found.map((item) => item.id)])].filter(
    (entry) => !recent.some((item) => item.id === entry) && titles.has(entry),
  )
  const options = [
    ...(recent.length > 0 ? [{ label: t('最近选择', 'Chosen last'), options: recent.map((item) => option(item.id)) }] : []),
    ...(recent.length > 0 && rest.length > 0 ? [{ label: t('其他', 'Others'), options: rest.map(option) }] : rest.map(option)),
    ...(mayMake
      ? [
          {
            value: isNew,
            label: search
              ? t(`新建“${search}”`, `New "${search}"`)
              : t(`新建${record.words.zh}…`, `New ${record.words.en.toLowerCase()} …`),
          },
        ]
      : []),
  ]
  return (
    <div ref={box} onKeyDownCapture={waitAtEnter}>
      <Select
        id={id}
        open={isOpen}
        {...(label ? { 'aria-label': label } : {})}
        {...(isMany ? { mode: 'multiple' as const } : {})}
        value={(isMany ? chosen.map(idOf) : chosen[0] ? idOf(chosen[0]) : null) as never}
        onChange={pick as never}
        labelRender={({ value: entry }) => (entry === hidden ? t('（无权查看）', '(not visible)') : (titles.get(String(entry)) ?? '…'))}
        optionRender={({ value: entry, label }) =>
          entry === isNew ? (
            <span className="zk-pick-new">
              <PlusOutlined aria-hidden /> {label}
            </span>
          ) : (
            <span className="zk-pick">
              {label}
              {record && !isGiven && items.has(String(entry)) ? <Byline item={items.get(String(entry))!} record={record} /> : null}
            </span>
          )
        }
        showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
        onOpenChange={setOpen}
        allowClear={clear}
        loading={isOpen && isSearching}
        notFoundContent={isSearching ? t('正在查找…', 'Searching …') : search ? t('没有找到', 'Nothing found') : null}
        placeholder={t('输入名称或拼音首字母', 'Type a name or initials')}
        options={options}
        style={{ width: '100%' }}
        {...inputState(props)}
      />
      {isMaking !== null && record ? (
        <NewRecord
          record={record}
          initial={{ ...Object.fromEntries(commonOf(field, others ?? {})), ...titleFrom(record, isMaking) }}
          onClose={back}
          onDone={(item) => {
            void client.invalidateQueries({ queryKey: ['pick', record.name] })
            const made = titleOf(item, record, say) || isMaking
            choose([...(isMany ? chosen.map(idOf) : []), item.id], new Map([...titles, [item.id, made]]))
            back()
          }}
        />
      ) : null}
    </div>
  )
}
