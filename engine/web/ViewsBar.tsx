import { DeleteOutlined, EditOutlined, EllipsisOutlined, SaveOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Dropdown, Form, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import type { Item } from '#engine/access/present.ts'
import type { RecordDescription } from '#engine/record/describe.ts'
import type { FilterTree } from '#engine/record/fields/index.ts'
import { api, Problem } from './api.ts'
import { partsOf, treeOf, type FilterPart } from './filter-parts.ts'
import { useLanguage } from './language.tsx'

/** What of a list is kept in a view. */
export interface ListState {
  view?: string | undefined
  q?: string | undefined
  sort?: string | undefined
  filter?: FilterPart[] | undefined
  columns?: string[] | undefined
}

interface StoredView extends Item {
  name: string
  shown: 'me' | 'roles' | 'everyone'
  filter: FilterTree | null
  q: string | null
  sort: string | null
  columns: string[]
  roles: { id: string }[]
}

const stateOf = (view: StoredView): ListState => {
  const parts = partsOf(view.filter)
  return {
    view: view.id,
    ...(view.q ? { q: view.q } : {}),
    ...(view.sort ? { sort: view.sort } : {}),
    ...(parts && parts.length > 0 ? { filter: parts } : {}),
    ...(view.columns.length > 0 ? { columns: view.columns } : {}),
  }
}

/** What a view keeps of a list, in a form that can be compared and sent. */
const keptOf = (state: ListState) => ({
  filter: treeOf(state.filter ?? []) ?? null,
  q: state.q ?? null,
  sort: state.sort ?? null,
  columns: state.columns ?? [],
})

const isSame = (state: ListState, view: StoredView) => JSON.stringify(keptOf(state)) === JSON.stringify(keptOf({ ...stateOf(view) }))

export const useViews = (record: string) =>
  useQuery({
    queryKey: ['list', 'view', 'of', record],
    queryFn: ({ signal }) =>
      api.get<{ items: StoredView[] }>('/records/view', {
        query: { filter: JSON.stringify({ field: 'record', op: 'eq', value: record }), limit: 100 },
        signal,
      }),
    staleTime: 60_000,
  })

/** The saved views of a list, in a row; and what to do with the one that is open. */
export function ViewsBar({ record, state, onChange }: { record: RecordDescription; state: ListState; onChange(state: ListState): void }) {
  const { t } = useLanguage()
  const { message, modal } = App.useApp()
  const queries = useQueryClient()
  const { data } = useViews(record.name)
  const [naming, setNaming] = useState<StoredView | 'new' | null>(null)
  const views = data?.items ?? []
  const open = views.find((view) => view.id === state.view)
  const isChanged = open ? !isSame(state, open) : Boolean(state.q || state.sort || state.filter?.length || state.columns?.length)
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
        onChange({})
        await refresh()
      },
    })
  if (views.length === 0 && !isChanged) return null
  return (
    <nav className="zk-views" aria-label={t('视图', 'Views')}>
      <button
        type="button"
        className={state.view ? 'zk-view' : 'zk-view zk-view-open'}
        aria-current={!state.view}
        onClick={() => onChange({})}
      >
        {t('全部', 'All')}
      </button>
      {views.map((view) => (
        <button
          key={view.id}
          type="button"
          className={view.id === state.view ? 'zk-view zk-view-open' : 'zk-view'}
          aria-current={view.id === state.view}
          onClick={() => onChange(stateOf(view))}
        >
          {view.name}
          {view.id === state.view && isChanged ? <span title={t('有未保存的修改', 'Has changes that are not saved')}> •</span> : null}
        </button>
      ))}
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

function NameView({
  record,
  view,
  kept,
  onClose,
  onDone,
}: {
  record: RecordDescription
  view: StoredView | undefined
  kept: ReturnType<typeof keptOf>
  onClose(): void
  onDone(id: string): Promise<void>
}) {
  const { t } = useLanguage()
  const [fault, setFault] = useState<string | null>(null)
  return (
    <Modal
      open
      title={view ? t('改名与共享', 'Name and sharing') : t('存为视图', 'Save as a view')}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
      width={420}
    >
      <Form<{ name: string; shown: StoredView['shown'] }>
        layout="vertical"
        initialValues={{ name: view?.name ?? '', shown: view?.shown ?? 'me' }}
        onFinish={(values) => {
          const done = view
            ? api.patch<StoredView>(`/records/view/${view.id}`, values, { version: view.version })
            : api.post<StoredView>('/records/view', { ...kept, ...values, record: record.name })
          void done.then(
            (saved) => onDone(saved.id),
            (error: Problem) => setFault(error.message),
          )
        }}
      >
        <Form.Item
          name="name"
          label={t('名称', 'Name')}
          rules={[{ required: true, whitespace: true, message: t('此项必填', 'This is required') }]}
          {...(fault ? { help: fault, validateStatus: 'error' as const } : {})}
        >
          <Input autoFocus maxLength={60} />
        </Form.Item>
        <Form.Item name="shown" label={t('谁能看到', 'Shown to')}>
          <Radio.Group
            options={[
              { value: 'me', label: t('仅自己', 'Only me') },
              { value: 'everyone', label: t('所有人', 'Everyone') },
              ...(view?.shown === 'roles' ? [{ value: 'roles', label: t('指定角色', 'Some roles') }] : []),
            ]}
          />
        </Form.Item>
        <p className="zk-hint">
          {t(
            '视图只保存筛选、排序和列；每个人看到的仍是自己有权看的记录。',
            'A view keeps filter, order and columns; everybody still sees only what he may see.',
          )}
        </p>
        <div className="zk-form-end">
          <Button onClick={onClose}>{t('取消', 'Cancel')}</Button>
          <Button type="primary" htmlType="submit">
            {t('保存', 'Save')}
          </Button>
        </div>
      </Form>
    </Modal>
  )
}
