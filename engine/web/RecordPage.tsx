import { EditOutlined, MoreOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useRouterState } from '@tanstack/react-router'
import { App, Button, Dropdown, Skeleton, Tabs } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import { api, Problem } from './api.ts'
import { laidOut } from './description.ts'
import { useAsking } from './asking.tsx'
import { Facts } from './Facts.tsx'
import { FieldText } from './FieldText.tsx'
import { FilesPanel } from './FilesPanel.tsx'
import { hasBroadRows } from './form-width.ts'
import { useLanguage } from './language.tsx'
import { later } from './later.tsx'
import { titleOf } from './LinkText.tsx'
import { useLive } from './live.ts'
import { phoneWidth, useNarrow } from './narrow.ts'
import { usePageTitle } from './page-title.ts'
import { PageBar } from './PageBar.tsx'
import { useAnnounced } from './presence.ts'
import { PresentPeople } from './PresentPeople.tsx'
import { recordQuery } from './record-query.ts'
import { useRefresh } from './refresh.ts'
import { RelatedList } from './RelatedList.tsx'
import { SimilarPanel } from './SimilarRecords.tsx'
import { usePanels, type Panel } from './screens.ts'
import { ProblemState } from './states.tsx'
import { Timeline } from './Timeline.tsx'
import { useUndo } from './undo.tsx'
import { useKey } from './use-keys.ts'

const AccessDialog = later(() => import('./rights/AccessDialog.tsx').then((file) => file.AccessDialog))
const EditRecord = later(() => import('./EditRecord.tsx').then((file) => file.EditRecord), { isLikely: true })

/** A choice whose values carry colours says how things stand with a record. */
const isColoured = (field: FieldDescription) => field.kind === 'choice' && Object.values(field.choices ?? {}).some((choice) => choice.color)

/** The page of one record: facts on the left, what happened in the middle, what hangs on it on the right. On a phone the same in tabs. */
export function RecordPage({ record: given, id }: { record: RecordDescription; id: string }) {
  const { t, say } = useLanguage()
  const { message } = App.useApp()
  const refreshAll = useRefresh()
  const offerUndo = useUndo(given)
  const isPhone = useNarrow(phoneWidth)
  const isNarrow = useNarrow(900)
  const navigate = useNavigate()
  const [isEditing, setEditing] = useState(false)
  const [isAskingAccess, setAskingAccess] = useState(false)
  const { ask, dialog } = useAsking()
  const { data: item, error, isPending, refetch } = useQuery(recordQuery(given.name, id))
  const record = laidOut(given, item)
  useLive(
    useMemo(() => [{ record: record.name, id }], [record.name, id]),
    [],
  )
  // A record that went into another one leads to it.
  const leadsTo = item && item.id !== id ? item.id : undefined
  useEffect(() => {
    if (leadsTo) void navigate({ to: '/$record/$id', params: { record: record.name, id: leadsTo }, replace: true })
  }, [leadsTo, navigate, record.name])
  // Whoever comes by a notice of a comment is led to it.
  const sentTo = useRouterState({ select: (state) => state.location.hash.startsWith('comment-') })
  useAnnounced(record.name, item?.id, 'viewing')
  const title = item ? titleOf(item, record, say) : ''
  usePageTitle(title)
  useKey('edit', item?.can.edit ? () => setEditing(true) : undefined)
  const inHead = usePanels('head', record, item)
  const besideFacts = usePanels('facts', record, item)
  const inMiddle = usePanels('main', record, item)
  const aboveTimeline = usePanels('timeline', record, item)
  const besideRelated = usePanels('related', record, item)
  if (isPending) return <Skeleton active className="zk-page-wait" paragraph={{ rows: 8 }} />
  // A page that was read stays through a moment without a network; gone or closed it must not.
  if (error && (!item || (error instanceof Problem && error.status > 0 && error.status < 500)))
    return (
      <ProblemState
        problem={error}
        onRetry={() => void refetch()}
        back={{ to: `/${record.name}`, label: t(`返回${record.words.zh}列表`, `Back to ${record.plural.toLowerCase()}`) }}
      />
    )

  const refresh = () => refreshAll(record)
  async function recycle() {
    try {
      const answer = await api.post<{ operation: string }>(`/actions/${record.name}.recycle`, { on: id }, { version: item!.version })
      offerUndo(answer.operation, t(`“${title}”已放入回收站`, `"${title}" is in the recycle bin`))
      await navigate({ to: '/$record', params: { record: record.name } })
      refresh()
    } catch (problem) {
      if (problem instanceof Problem) message.error(problem.message)
    }
  }
  const possible = record.actions.filter((entry) => item.can.do.includes(entry.name))
  const state = record.fields.find((field) => field.kind === 'lifecycle') ?? record.fields.find(isColoured)
  // Two actions stand open; a longer row of buttons is read by nobody.
  const apart = isPhone ? 0 : 2
  const canRecycle = item.can.recycle && !item.deletedAt
  const closed = record.actions.filter((entry) => item.can.not?.[entry.name])
  async function restore() {
    try {
      await api.post(`/actions/${record.name}.restore`, { on: id }, { version: item!.version })
      refresh()
    } catch (problem) {
      if (problem instanceof Problem) message.error(problem.message)
    }
  }
  const menu = [
    ...possible
      .slice(apart)
      .map((entry) => ({ key: entry.name, label: say(entry.label), onClick: () => ask({ record, action: entry, item }) })),
    ...closed.map((entry) => ({ key: entry.name, label: say(entry.label), disabled: true, title: item.can.not![entry.name]! })),
    { key: 'access', label: t('谁能看到，为什么', 'Who sees this, and why'), onClick: () => setAskingAccess(true) },
    ...(record.can.audit
      ? [
          {
            key: 'looked',
            label: t('谁看过脱敏内容', 'Who looked at masked content'),
            onClick: () => void navigate({ to: '/audit', search: { record: record.name, id, kinds: 'revealed' } as never }),
          },
        ]
      : []),
    { key: 'print', label: t('打印', 'Print'), onClick: () => window.print() },
    ...(canRecycle ? [{ key: 'recycle', danger: true, label: t('删除', 'Delete'), onClick: () => void recycle() }] : []),
  ]
  const show = (panels: readonly Panel[]) =>
    panels.map(({ Show, words }) => <Show key={words.en} record={record} item={item} title={title} />)
  const facts = (
    <>
      <Facts record={record} item={item} onChanged={refresh} />
      {show(besideFacts)}
    </>
  )
  const main = inMiddle.map(({ words, Show }) => (
    <section key={words.en} className="zk-page-part">
      <h2>{say(words)}</h2>
      <Show record={record} item={item} title={title} />
    </section>
  ))
  const timeline = (
    <>
      {show(aboveTimeline)}
      <Timeline record={record} id={id} />
    </>
  )
  const hasFiles = (record.under !== null || record.related.length > 0) && (item.can.level === 'full' || item.can.level === 'edit')
  const related =
    record.related.length + besideRelated.length > 0 || hasFiles ? (
      <>
        {record.matches && item.can.level !== 'card' ? <SimilarPanel record={record} item={item} /> : null}
        {record.related.map((path) => (
          <RelatedList key={path} path={path} item={item} owner={record} title={title} />
        ))}
        {besideRelated.map(({ Show, words }) => (
          <section key={words.en} className="zk-related">
            <header>
              <h2>{say(words)}</h2>
            </header>
            <Show record={record} item={item} title={title} />
          </section>
        ))}
        {hasFiles ? <FilesPanel record={record} item={item} /> : null}
      </>
    ) : null
  return (
    <article className="zk-page">
      <header className="zk-page-head">
        <div>
          <span className="zk-faint">{say(record.words)}</span>
          <h1>{title || '—'}</h1>
          {state ? <FieldText item={item} field={state} dash="" /> : null}
          {item.deletedAt ? <span className="zk-state zk-bad">{t('在回收站中', 'In the recycle bin')}</span> : null}
          <PresentPeople record={record.name} id={id} />
        </div>
        {item.deletedAt && item.can.recycle ? (
          <Button type="primary" onClick={() => void restore()}>
            {t('恢复', 'Restore')}
          </Button>
        ) : null}
        {isPhone ? (
          <div className="zk-page-actions">{show(inHead)}</div>
        ) : (
          <div className="zk-page-actions">
            {show(inHead)}
            {possible.slice(0, apart).map((entry) => (
              <Button key={entry.name} onClick={() => ask({ record, action: entry, item })}>
                {say(entry.label)}
              </Button>
            ))}
            {item.can.edit ? (
              <Button icon={<EditOutlined aria-hidden />} onClick={() => setEditing(true)}>
                {t('编辑', 'Edit')}
              </Button>
            ) : null}
            {menu.length > 0 ? (
              <Dropdown trigger={['click']} menu={{ items: menu }} placement="bottomRight">
                <Button icon={<MoreOutlined aria-hidden />} aria-label={t('更多操作', 'More actions')} />
              </Dropdown>
            ) : null}
          </div>
        )}
      </header>
      {isNarrow ? (
        <Tabs
          tabBarGutter={isPhone ? 20 : 32}
          key={sentTo ? 'timeline' : 'facts'}
          defaultActiveKey={sentTo ? 'timeline' : 'facts'}
          items={[
            { key: 'facts', label: t('资料', 'Facts'), children: facts },
            ...(inMiddle[0] ? [{ key: 'main', label: say(inMiddle[0].words), children: main }] : []),
            { key: 'timeline', label: t('时间线', 'Timeline'), children: timeline },
            ...(related
              ? [{ key: 'related', label: t('相关', 'Related'), children: <div className="zk-page-related">{related}</div> }]
              : []),
          ]}
        />
      ) : (
        <div className={`zk-page-wide${related ? '' : hasBroadRows(record.fields) ? ' zk-page-broad' : ' zk-page-alone'}`}>
          <div className="zk-page-facts">{facts}</div>
          <div className="zk-page-middle">
            {main}
            <h2>{t('时间线', 'Timeline')}</h2>
            {timeline}
          </div>
          {related ? <aside className="zk-page-related">{related}</aside> : null}
        </div>
      )}
      {isPhone ? (
        <PageBar record={record} item={item} title={title} menu={menu} onEdit={item.can.edit ? () => setEditing(true) : undefined} />
      ) : null}
      {isEditing ? (
        <EditRecord
          record={record}
          item={item}
          title={title}
          onClose={() => setEditing(false)}
          onDone={() => {
            setEditing(false)
            refresh()
          }}
        />
      ) : null}
      {isAskingAccess ? <AccessDialog record={record} id={id} title={title} onClose={() => setAskingAccess(false)} /> : null}
      {dialog}
    </article>
  )
}
