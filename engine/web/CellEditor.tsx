import { useQueryClient, type InfiniteData } from '@tanstack/react-query'
import { useLayoutEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Item } from '#engine/access/present.ts'
import type { RecordDescription } from '#engine/record/describe.ts'
import { useLanguage } from './language.tsx'
import { useAnnounced } from './presence.ts'
import { PresentPeople } from './PresentPeople.tsx'
import { RecordForm } from './RecordForm.tsx'
import { useSaving } from './saving.tsx'

/** Puts a changed record in its place in every list that holds it; the lists stay where they are. */
export function useListPatch(record: string) {
  const client = useQueryClient()
  return (changed: Item) => {
    client.setQueriesData<InfiniteData<{ items: Item[] }>>({ queryKey: ['list', record] }, (data) =>
      data?.pages
        ? {
            ...data,
            pages: data.pages.map((page) => ({
              ...page,
              items: page.items.map((item) =>
                item.id === changed.id
                  ? { ...item, ...Object.fromEntries(Object.entries(changed).filter(([name]) => name in item)) }
                  : item,
              ),
            })),
          }
        : data,
    )
    void client.invalidateQueries({ queryKey: ['record', record, changed.id] })
    void client.invalidateQueries({ queryKey: ['list', record, 'groups'] })
  }
}

const room = 260

/** Changes one cell of a list above the place where it stands. Enter saves, Escape leaves. */
export function CellEditor({ record, item, path, onClose }: { record: RecordDescription; item: Item; path: string; onClose(): void }) {
  const { t } = useLanguage()
  const patch = useListPatch(record.name)
  const [place, setPlace] = useState<{ left: number; top: number; width: number } | null>(null)
  const close = () => {
    onClose()
    document.querySelector<HTMLElement>(`[data-id="${item.id}"]`)?.focus()
  }
  useAnnounced(record.name, item.id, 'editing')
  const { seen, save, dialog } = useSaving(record, item, (saved) => {
    if (saved) patch(saved)
    close()
  })
  useLayoutEffect(() => {
    const box = document.querySelector(`[data-id="${item.id}"] [data-path="${path}"]`)?.getBoundingClientRect()
    if (!box) return
    const width = Math.max(room, Math.min(box.width, 420))
    setPlace({ left: Math.max(8, Math.min(box.left, innerWidth - width - 8)), top: Math.min(box.top - 1, innerHeight - 120), width })
  }, [item.id, path])
  const field = record.fields.find((entry) => entry.name === path)!
  return createPortal(
    <>
      {place ? (
        <div className="zk-cell-editor" style={place} role="dialog" aria-label={t('修改', 'Change')}>
          <PresentPeople record={record.name} id={item.id} />
          <RecordForm
            fields={[field]}
            lines={[[path]]}
            initial={{ [path]: seen[path] }}
            submit={t('保存', 'Save')}
            subject={{ record: record.name, id: item.id }}
            around={item}
            onCancel={close}
            onSubmit={save}
            isInPlace
          />
        </div>
      ) : null}
      {dialog}
    </>,
    document.querySelector('.zk-app') ?? document.body,
  )
}
