import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Button, Progress, Segmented } from 'antd'
import { useState } from 'react'
import type { RecordDescription } from '#engine/record/describe.ts'
import { api, download, Problem } from './api.ts'
import { verdictWords, type Import } from './import-answers.ts'
import { useLanguage } from './language.tsx'
import { WideTable } from './WideTable.tsx'

interface Unfinished {
  line: number
  kind: keyof typeof verdictWords
  cells: string[]
  reason: string
}

const kinds = ['failed', 'asked', 'duplicate', 'remark', 'skipped'] as const

/** How far an import has come, and when it is done, what became of the rows, with the way back. */
export function ImportRun({ data, record }: { data: Import; record: RecordDescription }) {
  const { t, locale } = useLanguage()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [isUndoing, setUndoing] = useState(false)
  const { progress, state } = data
  const problems = useQuery({
    queryKey: ['import-errors', data.id, state, locale],
    queryFn: () => api.get<{ items: Unfinished[] }>(`/imports/${data.id}/errors`, { query: { format: 'json' } }),
    enabled: state !== 'running',
  })
  const complain = (problem: unknown) => {
    if (problem instanceof Problem) message.error(problem.message)
  }
  async function undo() {
    setUndoing(true)
    try {
      const { done, refused } = await api.post<{ done: number; refused: number }>(`/imports/${data.id}/undo`)
      message.success(
        refused > 0
          ? t(`已撤销 ${done} 条；${refused} 条之后已被修改，保留不动`, `${done} undone; ${refused} left because they changed since`)
          : t(`已撤销 ${done} 条`, `${done} undone`),
      )
    } catch (problem) {
      complain(problem)
    }
    setUndoing(false)
    void client.invalidateQueries()
  }
  const figures: [label: string, value: number][] = [
    [t('已导入', 'Taken'), progress.valid],
    ...(progress.changed > 0 ? [[t('其中更新', 'Of these updated'), progress.changed] as [string, number]] : []),
    ...(progress.linked > 0 ? [[t('另建关联', 'Linked records made'), progress.linked] as [string, number]] : []),
    [t('重复', 'Duplicates'), progress.duplicate],
    ...(progress.asked > 0 ? [[t('其中待定', 'Of these to decide'), progress.asked] as [string, number]] : []),
    [t('未导入', 'Not taken'), progress.failed],
    [t('有备注', 'With remarks'), progress.remarked],
  ]
  const own = data.settings.kind === 'xlsx' || data.settings.kind === 'xls' ? 'xlsx' : 'csv'
  const other = own === 'csv' ? 'xlsx' : 'csv'
  const fetchErrors = (format: 'csv' | 'xlsx') => void download(`/imports/${data.id}/errors?format=${format}`).catch(complain)
  const states = {
    ready: '',
    running: t('正在导入，可以离开此页…', 'Importing; you may leave this page …'),
    done: t('导入完成', 'Done'),
    failed: t('已停止', 'Stopped'),
    undone: t('已撤销，新建的记录在回收站中', 'Undone; the records it made are in the recycle bin'),
  }
  const percent = progress.total > 0 ? Math.min(100, Math.round((progress.read / progress.total) * 100)) : 0
  return (
    <>
      <div className="zk-import-result">
        <p aria-live="polite">
          <b>{states[state]}</b>{' '}
          <span className="zk-hint">
            {data.fileName} · {t(`${progress.read} / ${progress.total} 行`, `${progress.read} of ${progress.total} rows`)}
          </span>
        </p>
        {state === 'running' ? <Progress percent={percent} status="active" /> : null}
        <dl className="zk-figures">
          {figures.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value.toLocaleString()}</dd>
            </div>
          ))}
        </dl>
      </div>
      {state === 'running' ? null : (
        <div className="zk-import-actions">
          <Link to="/$record" params={{ record: record.name }}>
            <Button type="primary" tabIndex={-1}>
              {t(`查看${record.words.zh}`, `See the ${record.plural.toLowerCase()}`)}
            </Button>
          </Link>
          {progress.failed + progress.asked > 0 ? (
            <span className="zk-import-download">
              <Button onClick={() => fetchErrors(own)}>{t('下载未导入的行', 'Download the rows not taken')}</Button>
              <Button type="link" onClick={() => fetchErrors(other)}>
                {other.toUpperCase()}
              </Button>
            </span>
          ) : null}
          {state === 'done' && progress.valid > 0 ? (
            <Button onClick={() => void undo()} loading={isUndoing}>
              {t('撤销本次导入', 'Undo this import')}
            </Button>
          ) : null}
          <Link to="/import/$record" params={{ record: record.name }}>
            {t('再导入一个文件', 'Import another file')}
          </Link>
        </div>
      )}
      {problems.data && problems.data.items.length > 0 ? <UnfinishedRows items={problems.data.items} /> : null}
    </>
  )
}

/** The lines of which there is something to say, all or those of one kind. */
function UnfinishedRows({ items }: { items: readonly Unfinished[] }) {
  const { t } = useLanguage()
  const [part, setPart] = useState<(typeof kinds)[number] | 'all'>('all')
  const counts = new Map(kinds.map((kind) => [kind, items.filter((item) => item.kind === kind).length]))
  const rows = part === 'all' ? items : items.filter((item) => item.kind === part)
  return (
    <>
      <Segmented<typeof part>
        className="zk-import-parts"
        aria-label={t('显示哪些行', 'Rows shown')}
        value={part}
        onChange={setPart}
        options={[
          { value: 'all', label: `${t('全部', 'All')} ${items.length}` },
          ...kinds
            .filter((kind) => counts.get(kind)! > 0)
            .map((kind) => ({ value: kind, label: `${t(verdictWords[kind][0], verdictWords[kind][1])} ${counts.get(kind)}` })),
        ]}
      />
      <WideTable label={t('未导入的行', 'Rows not taken')} isTall>
        <thead>
          <tr>
            <th>{t('行', 'Line')}</th>
            <th>{t('结果', 'Result')}</th>
            <th>{t('原因', 'Reason')}</th>
            <th>{t('内容', 'Content')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.line}-${row.kind}`}>
              <td className="zk-number">{row.line}</td>
              <td>
                <span className={`zk-state ${verdictWords[row.kind]?.[2] ?? 'zk-plain'}`}>
                  {verdictWords[row.kind] ? t(verdictWords[row.kind][0], verdictWords[row.kind][1]) : row.kind}
                </span>
              </td>
              <td className="zk-import-remarks">{row.reason}</td>
              <td className="zk-faint">{row.cells.filter(Boolean).join(' · ').slice(0, 80)}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </>
  )
}
