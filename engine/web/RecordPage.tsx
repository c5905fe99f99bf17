import { DeleteOutlined, EditOutlined, UndoOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Skeleton, Tabs } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import type { Item } from '#engine/access/present.ts'
import type { ActionDescription, RecordDescription } from '#engine/record/describe.ts'
import { ActionDialog } from './ActionDialog.tsx'
import { api, Problem } from './api.ts'
import { ConflictDialog, conflictOf } from './ConflictDialog.tsx'
import { FieldText } from './FieldText.tsx'
import { useLanguage } from './language.tsx'
import { titleOf } from './LinkPicker.tsx'
import { useLive } from './live.ts'
import { RecordForm } from './RecordForm.tsx'
import { RelatedList } from './RelatedList.tsx'
import { ProblemState } from './states.tsx'
import { Timeline } from './Timeline.tsx'

/** The page of one record: facts on the left, what happened in the middle, what hangs on it on the right. On a phone the same in tabs. */
export function RecordPage({ record, id }: { record: RecordDescription; id: string }) {
  const { t, say } = useLanguage()
  const { message, notification } = App.useApp()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [isEditing, setEditing] = useState(false)
  const [action, setAction] = useState<ActionDescription | null>(null)
  const {
    data: item,
    error,
    isPending,
    refetch,
  } = useQuery({ queryKey: ['record', record.name, id], queryFn: () => api.get<Item>(`/records/${record.name}/${id}`), retry: false })
  useLive(
    useMemo(() => [{ record: record.name, id }], [record.name, id]),
    [],
  )
  useEffect(() => setEditing(false), [record.name, id])
  if (isPending) return <Skeleton active className="zk-page-wait" paragraph={{ rows: 8 }} />
  if (error) return <ProblemState problem={error} onRetry={() => void refetch()} />

  const title = titleOf(item, record.title, say)
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ['record', record.name, id] })
    void client.invalidateQueries({ queryKey: ['timeline', record.name, id] })
    void client.invalidateQueries({ queryKey: ['list', record.name] })
  }
  const offerUndo = (operation: string, words: string) =>
    notification.success({
      title: words,
      actions: (
        <Button
          size="small"
          icon={<UndoOutlined />}
          onClick={() =>
            void api.post(`/operations/${operation}/undo`).then(
              () => {
                message.success(t('已撤销', 'Undone'))
                refresh()
              },
              (problem: Problem) => message.error(problem.message),
            )
          }
        >
          {t('撤销', 'Undo')}
        </Button>
      ),
    })
  async function recycle() {
    try {
      const answer = await api.post<{ operation: string }>(`/actions/${record.name}.recycle`, { on: id }, { version: item!.version })
      offerUndo(answer.operation, t(`“${title}”已放入回收站`, `"${title}" is in the recycle bin`))
      void client.invalidateQueries({ queryKey: ['list', record.name] })
      void navigate({ to: '/$record', params: { record: record.name } })
    } catch (problem) {
      if (problem instanceof Problem) message.error(problem.message)
    }
  }
  const possible = record.actions.filter((entry) => item.can.do.includes(entry.name))
  const state = record.fields.find((field) => field.kind === 'lifecycle') ?? record.fields.find((field) => field.name === 'stage')
  const facts = (
    <Facts
      record={record}
      item={item}
      isEditing={isEditing}
      onEdit={() => setEditing(true)}
      onDone={() => {
        setEditing(false)
        refresh()
      }}
    />
  )
  const timeline = <Timeline record={record} id={id} />
  const related =
    record.related.length > 0
      ? record.related.map((path) => <RelatedList key={path} path={path} item={item} owner={record} title={title} />)
      : null
  return (
    <article className="zk-page">
      <header className="zk-page-head">
        <div>
          <span className="zk-faint">{say(record.words)}</span>
          <h1>{title || '—'}</h1>
          {state ? <FieldText item={item} field={state} dash="" /> : null}
          {item.deletedAt ? <span className="zk-state zk-bad">{t('在回收站中', 'In the recycle bin')}</span> : null}
        </div>
        <div className="zk-page-actions">
          {possible.map((entry) => (
            <Button key={entry.name} onClick={() => setAction(entry)}>
              {say(entry.label)}
            </Button>
          ))}
          {item.can.edit && !isEditing ? (
            <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>
              {t('编辑', 'Edit')}
            </Button>
          ) : null}
          {item.can.recycle && !item.deletedAt ? (
            <Button danger type="text" icon={<DeleteOutlined />} onClick={() => void recycle()} aria-label={t('删除', 'Delete')} />
          ) : null}
        </div>
      </header>
      <div className="zk-page-wide">
        <div className="zk-page-facts">{facts}</div>
        <div className="zk-page-middle">
          <h2>{t('时间线', 'Timeline')}</h2>
          {timeline}
        </div>
        {related ? <aside className="zk-page-related">{related}</aside> : null}
      </div>
      <Tabs
        className="zk-page-narrow"
        items={[
          { key: 'facts', label: t('资料', 'Facts'), children: facts },
          { key: 'timeline', label: t('时间线', 'Timeline'), children: timeline },
          ...(related ? [{ key: 'related', label: t('相关', 'Related'), children: related }] : []),
        ]}
      />
      {action ? (
        <ActionDialog
          action={action}
          on={id}
          version={item.version}
          onClose={() => setAction(null)}
          onDone={(answer) => {
            setAction(null)
            refresh()
            if (answer.operation) offerUndo(answer.operation, t(`已${action.label.zh}`, `Done: ${action.label.en}`))
          }}
        />
      ) : null}
    </article>
  )
}

/** The fields of a record, read or edited in place. */
function Facts({
  record,
  item,
  isEditing,
  onEdit,
  onDone,
}: {
  record: RecordDescription
  item: Item
  isEditing: boolean
  onEdit(): void
  onDone(): void
}) {
  const { t, say } = useLanguage()
  const [clash, setClash] = useState<{ problem: Problem; values: Record<string, unknown> } | null>(null)
  // The form keeps what its reader saw when he began; what others change meanwhile is settled at saving.
  const [seen, setSeen] = useState(item)
  useEffect(() => {
    if (!isEditing) setSeen(item)
  }, [item, isEditing])
  const save = (values: Record<string, unknown>, version: number) =>
    api.patch<Item>(`/records/${record.name}/${item.id}`, values, { version })
  if (isEditing) {
    const editable = new Set(record.edit)
    const fields = record.fields.filter(
      (field) =>
        record.form.flat().includes(field.name) && editable.has(field.name) && field.name in seen && !seen.masked?.includes(field.name),
    )
    return (
      <>
        <RecordForm
          fields={fields}
          lines={record.form.flatMap((line) => line.map((name) => [name]))}
          initial={Object.fromEntries(fields.map((field) => [field.name, seen[field.name]]))}
          submit={t('保存', 'Save')}
          onCancel={onDone}
          onSubmit={async (values) => {
            try {
              if (Object.keys(values).length > 0) await save(values, seen.version)
              onDone()
            } catch (problem) {
              if (!(problem instanceof Problem) || !conflictOf(problem)) throw problem
              setClash({ problem, values })
            }
          }}
        />
        {clash ? (
          <ConflictDialog
            problem={clash.problem}
            record={record}
            onCancel={() => setClash(null)}
            onSettle={(version, mine) => {
              const disputed = new Set(Object.keys(conflictOf(clash.problem)!.current))
              const rest = Object.fromEntries(Object.entries(clash.values).filter(([name]) => !disputed.has(name) || mine.has(name)))
              setClash(null)
              if (Object.keys(rest).length === 0) return onDone()
              save(rest, version).then(onDone, (problem: Problem) => setClash({ problem, values: rest }))
            }}
          />
        ) : null}
      </>
    )
  }
  const shown = [...record.form.flat(), ...['createdAt', 'createdBy'].filter((name) => name in item)]
  const quiet = record.fields
    .filter((field) => !shown.includes(field.name) && !field.system && field.name !== record.title)
    .map((field) => field.name)
  return (
    <dl className="zk-facts" onDoubleClick={() => item.can.edit && onEdit()}>
      {[...new Set([...quiet, ...shown])].flatMap((name) => {
        const field = record.fields.find((entry) => entry.name === name)
        if (!field || !(name in item)) return []
        return [
          <div key={name} className={field.kind === 'rows' || field.kind === 'note' ? 'zk-fact-wide' : undefined}>
            <dt>{say(field.words)}</dt>
            <dd>
              <FieldText item={item} field={field} />
            </dd>
          </div>,
        ]
      })}
    </dl>
  )
}
