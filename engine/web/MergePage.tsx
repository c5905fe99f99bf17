import { SwapOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, App, Button, Radio, Skeleton } from 'antd'
import { useState } from 'react'
import type { Item } from '#engine/access/present.ts'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import { api, Problem } from './api.ts'
import { useDescription } from './description.ts'
import { FieldText, isEmpty } from './FieldText.tsx'
import { useLanguage } from './language.tsx'
import { titleOf } from './LinkText.tsx'
import { usePageTitle } from './page-title.ts'
import { recordQuery } from './record-query.ts'
import { useRefresh } from './refresh.ts'
import { ProblemState } from './states.tsx'
import { useUndo } from './undo.tsx'

interface Preview {
  changes: { type: string; record: { record: string; id: string } }[]
}

/** Two records of which somebody thinks that they are one: side by side, value by value, with what would move. */
export function MergePage({ record, id, other }: { record: RecordDescription; id: string; other: string }) {
  const { t, say } = useLanguage()
  const stays = useQuery(recordQuery(record.name, id))
  const goes = useQuery(recordQuery(record.name, other))
  usePageTitle(t(`合并${record.words.zh}`, `Merge ${record.plural.toLowerCase()}`))
  const problem = stays.error ?? goes.error
  if (problem) return <ProblemState problem={problem} back={{ to: `/${record.name}`, label: say(record.words) }} />
  if (!stays.data || !goes.data) return <Skeleton active className="zk-page-wait" paragraph={{ rows: 8 }} />
  return <SideBySide key={id} record={record} stays={stays.data} goes={goes.data} />
}

/** Fields about which somebody decides: both sides have a value, and not the same. */
const isDecided = ({ kind }: FieldDescription) => kind !== 'choices' && kind !== 'links'

const textOf = (value: unknown) => JSON.stringify(value ?? null)

function SideBySide({ record, stays, goes }: { record: RecordDescription; stays: Item; goes: Item }) {
  const { t, say } = useLanguage()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const refresh = useRefresh()
  const offerUndo = useUndo(record)
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const [isBusy, setBusy] = useState(false)
  const names = { stays: titleOf(stays, record, say), goes: titleOf(goes, record, say) }
  const shown = record.fields.filter(
    (field) => record.edit.includes(field.name) && !(isEmpty(stays[field.name]) && isEmpty(goes[field.name])),
  )
  const differing = shown.filter(({ name }) => textOf(stays[name]) !== textOf(goes[name]))
  const decided = differing.filter((field) => isDecided(field) && !isEmpty(stays[field.name]) && !isEmpty(goes[field.name]))
  const others = differing.filter((field) => !decided.includes(field))
  const same = shown.filter((field) => !differing.includes(field))
  const body = { on: stays.id, input: { from: goes.id, take: [...taken] } }
  const preview = useQuery({
    queryKey: ['merge', record.name, stays.id, goes.id],
    queryFn: () => api.post<Preview>(`/actions/${record.name}.merge`, { on: stays.id, input: { from: goes.id }, mode: 'preview' }),
    retry: false,
  })
  const swap = () =>
    void navigate({ to: '/merge/$record/$id/$other', params: { record: record.name, id: goes.id, other: stays.id }, replace: true })
  async function merge() {
    setBusy(true)
    try {
      const { operation } = await api.post<{ operation: string }>(`/actions/${record.name}.merge`, body, { version: stays.version })
      refresh(record)
      await navigate({ to: '/$record/$id', params: { record: record.name, id: stays.id } })
      offerUndo(operation, t(`“${names.goes}”已并入`, `"${names.goes}" was merged into it`))
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem
      message.error(Object.values(problem.fields)[0] ?? problem.message)
    } finally {
      setBusy(false)
    }
  }
  const take = (name: string, isTheirs: boolean) =>
    setTaken((before) => new Set(isTheirs ? [...before, name] : [...before].filter((entry) => entry !== name)))
  return (
    <section className="zk-merge">
      <header>
        <h1>{t(`合并${record.words.zh}`, `Merge ${record.plural.toLowerCase()}`)}</h1>
        <Button icon={<SwapOutlined aria-hidden />} onClick={swap}>
          {t('交换左右', 'Swap')}
        </Button>
        <Button type="primary" loading={isBusy ? { delay: 200 } : false} disabled={preview.isError} onClick={() => void merge()}>
          {t('合并', 'Merge')}
        </Button>
      </header>
      <p className="zk-hint">
        {t(
          '左边保留，右边放入回收站并指向左边；可以撤销，撤销后一切如前。',
          'The left one stays; the right one goes to the recycle bin and leads to the left. It can be undone, and then all is as before.',
        )}
      </p>
      {preview.error instanceof Problem ? (
        <Alert type="error" showIcon title={Object.values(preview.error.fields)[0] ?? preview.error.message} />
      ) : (
        <Moves changes={preview.data?.changes} stays={stays.id} goes={goes.id} />
      )}
      <div className="zk-merge-table" role="table" aria-label={t('逐项对比', 'Field by field')}>
        <div role="row" className="zk-merge-head">
          <span role="columnheader" />
          {[stays, goes].map((item, i) => (
            <span role="columnheader" key={item.id}>
              <small>{i === 0 ? t('保留', 'Stays') : t('并入', 'Goes into it')}</small>
              <Link to="/$record/$id" params={{ record: record.name, id: item.id }}>
                {i === 0 ? names.stays : names.goes}
              </Link>
            </span>
          ))}
        </div>
        {decided.map((field) => (
          <div role="row" key={field.name}>
            <span role="rowheader">{say(field.words)}</span>
            {[stays, goes].map((item, i) => (
              <span role="cell" key={item.id} className={taken.has(field.name) === (i === 1) ? 'zk-merge-kept' : undefined}>
                <Radio
                  name={field.name}
                  checked={taken.has(field.name) === (i === 1)}
                  onChange={() => take(field.name, i === 1)}
                  disabled={item.masked?.includes(field.name) ?? false}
                >
                  <FieldText item={item} field={field} />
                </Radio>
              </span>
            ))}
          </div>
        ))}
        <Rows fields={others} items={[stays, goes]} note={t('两边合并或补上空白', 'united, or filled in where empty')} />
        <Rows fields={same} items={[stays, goes]} note={t('两边相同', 'the same on both sides')} />
      </div>
    </section>
  )
}

function Rows({ fields, items, note }: { fields: readonly FieldDescription[]; items: readonly Item[]; note: string }) {
  const { say } = useLanguage()
  if (fields.length === 0) return null
  return (
    <>
      <p className="zk-hint">{note}</p>
      {fields.map((field) => (
        <div role="row" key={field.name}>
          <span role="rowheader">{say(field.words)}</span>
          {items.map((item) => (
            <span role="cell" key={item.id}>
              <FieldText item={item} field={field} />
            </span>
          ))}
        </div>
      ))}
    </>
  )
}

/** What hangs on the one and would hang on the other. */
function Moves({ changes, stays, goes }: { changes: Preview['changes'] | undefined; stays: string; goes: string }) {
  const { t, locale } = useLanguage()
  const { data: description } = useDescription()
  if (!changes) return <Skeleton active title={false} paragraph={{ rows: 1 }} />
  const moved = Map.groupBy(
    changes.filter(({ record: { id } }) => id !== stays && id !== goes),
    ({ record }) => record.record,
  )
  const parts = [...moved].map(([name, list]) => {
    const record = description?.records.find((entry) => entry.name === name)
    const count = new Set(list.map(({ record: { id } }) => id)).size
    return t(`${record?.words.zh ?? name} ${count} 条`, `${count} ${(locale === 'en' ? record?.plural : undefined) ?? name}`.toLowerCase())
  })
  return (
    <p>
      {parts.length === 0
        ? t('没有要移过来的记录。', 'Nothing hangs on it.')
        : t(`将移过来：${parts.join('、')}。`, `Moved along: ${parts.join(', ')}.`)}
    </p>
  )
}
