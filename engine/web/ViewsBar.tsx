import { DeleteOutlined, EditOutlined, EllipsisOutlined, SaveOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { RecordDescription } from '#engine/record/describe.ts'
import { api, Problem } from './api.ts'
import { useMaking } from './asking.tsx'
import { useDescription, useRecordDescription } from './description.ts'
import { treeOf } from './filter-parts.ts'
import { useLanguage } from './language.tsx'
import { isSame, keptOf, opensWith, stateOf, type ListState, type StoredView } from './list-state.ts'
import { later } from './later.tsx'

const NameView = later(() => import('./NameView.tsx').then((file) => file.NameView))

/** The saved views of a list that its reader may open, in their order. */
export const useViews = (record: string) =>
  useQuery({
    queryKey: ['list', 'view', 'of', record],
    queryFn: ({ signal }) =>
      api.get<{ items: StoredView[] }>('/records/view', {
        query: { filter: JSON.stringify({ field: 'record', op: 'eq', value: record }), limit: 100 },
        signal,
      }),
    select: ({ items }) => items,
    staleTime: 60_000,
  })

/** The saved views of a list, in a row; and what to do with the one that is open. */
export function ViewsBar({ record, state, onChange }: { record: RecordDescription; state: ListState; onChange(state: ListState): void }) {
  const { t } = useLanguage()
  const { message, modal } = App.useApp()
  const queries = useQueryClient()
  const { data: views = [] } = useViews(record.name)
  const [naming, setNaming] = useState<StoredView | 'new' | null>(null)
  const open = views.find((view) => view.id === state.view)
  const { view: _, on: __, bin: ___, ...bareState } = state
  const isChanged = open ? !isSame(state, open) : Object.keys(bareState).length > 0
  const everything: ListState = opensWith(views) ? { view: 'all' } : {}
  const refresh = () => queries.invalidateQueries({ queryKey: ['list', 'view'] })
  const complain = (error: unknown) => {
    if (error instanceof Problem) message.error(error.message)
  }
  const save = async () => {
    await api.patch(`/records/view/${open!.id}`, keptOf(state), { version: open!.version }).catch(complain)
    await refresh()
  }
  const remove = () =>
    modal.confirm({
      title: t(`删除视图“${open!.name}”？`, `Delete the view "${open!.name}"?`),
      okText: t('删除', 'Delete'),
      cancelText: t('取消', 'Cancel'),
      okButtonProps: { danger: true },
      async onOk() {
        await api.delete(`/records/view/${open!.id}`).catch(complain)
        onChange(everything)
        await refresh()
      },
    })
  const { data: description } = useDescription()
  const segments = useRecordDescription(description?.segments?.record ?? '')
  const navigate = useNavigate()
  const { make, drawer } = useMaking()
  const tree = treeOf(state.filter ?? [])
  // What is searched for is no condition: a segment could not find the same again.
  const mayGroup = tree !== undefined && !state.q && segments?.create && description?.segments?.over.includes(record.name)
  if (views.length === 0 && !isChanged) return null
  const tab = (key: string, name: string, isOpen: boolean, next: ListState) => (
    <button
      key={key}
      type="button"
      className={isOpen ? 'zk-view zk-view-open' : 'zk-view'}
      aria-current={isOpen}
      onClick={() => onChange(next)}
    >
      {name}
      {isOpen && open && isChanged ? <span title={t('有未保存的修改', 'Has changes that are not saved')}> •</span> : null}
    </button>
  )
  return (
    <nav className="zk-views" aria-label={t('视图', 'Views')}>
      {tab('all', t('全部', 'All'), !open, everything)}
      {views.map((view) => tab(view.id, view.name, view === open, stateOf(view)))}
      {isChanged && open?.can.edit ? (
        <Button size="small" type="text" icon={<SaveOutlined aria-hidden />} onClick={() => void save()}>
          {t('保存', 'Save')}
        </Button>
      ) : null}
      {isChanged ? (
        <Button size="small" type="text" onClick={() => setNaming('new')}>
          {open ? t('另存为…', 'Save as …') : t('存为视图…', 'Save as a view …')}
        </Button>
      ) : null}
      {mayGroup ? (
        <Button
          size="small"
          type="text"
          onClick={() =>
            make({
              record: segments,
              initial: { filter: tree },
              onDone: ({ id }) => void navigate({ to: '/$record/$id', params: { record: segments.name, id } }),
            })
          }
        >
          {t(`存为${segments.words.zh}…`, `Save as a ${segments.words.en.toLowerCase()} …`)}
        </Button>
      ) : null}
      {open?.can.edit ? (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'edit', icon: <EditOutlined aria-hidden />, label: t('改名与共享…', 'Name and sharing …') },
              { key: 'delete', icon: <DeleteOutlined aria-hidden />, label: t('删除', 'Delete'), danger: true },
            ],
            onClick: ({ key }) => (key === 'edit' ? setNaming(open) : remove()),
          }}
        >
          <Button size="small" type="text" icon={<EllipsisOutlined aria-hidden />} aria-label={t('这个视图', 'This view')} />
        </Dropdown>
      ) : null}
      {drawer}
      {naming ? (
        <NameView
          record={record}
          view={naming === 'new' ? undefined : naming}
          kept={keptOf(state)}
          onClose={() => setNaming(null)}
          onDone={async (id) => {
            setNaming(null)
            await refresh()
            onChange({ ...state, view: id })
          }}
        />
      ) : null}
    </nav>
  )
}
