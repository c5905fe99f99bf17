import { InboxOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, App, Button, Checkbox, Progress, Select, Skeleton, Upload } from 'antd'
import { useMemo, useState } from 'react'
import type { ImportSettings, ImportProgress, ImportState } from '#engine/intake/importing.ts'
import type { RecordDescription } from '#engine/record/describe.ts'
import { api, Problem } from './api.ts'
import { useLanguage } from './language.tsx'
import { ProblemState } from './states.tsx'

interface Import {
  id: string
  record: string
  state: ImportState
  fileName: string
  operation: string | null
  settings: ImportSettings
  progress: ImportProgress
  fields: { name: string; label: string; kind: string; required: boolean }[]
}

interface Verdict {
  line: number
  what: 'new' | 'changed' | 'duplicate' | 'failed' | 'skipped'
  cells: string[]
  problems: { column: string; words: string; fatal: boolean }[]
}

interface Preview {
  progress: ImportProgress
  isWhole: boolean
  rows: Verdict[]
}

/** Brings in a file in four steps: choose it, check how it is read, see what will happen, let it run. */
export function ImportPage({ record, id }: { record: RecordDescription; id: string | undefined }) {
  const { t, locale } = useLanguage()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const { data, error, isPending } = useQuery({
    queryKey: ['import', id, locale],
    queryFn: () => api.get<Import>(`/imports/${id}`),
    enabled: id !== undefined,
    refetchInterval: (query) => (query.state.data?.state === 'running' ? 600 : false),
  })
  async function upload(file: File) {
    const form = new FormData()
    form.append('record', record.name)
    form.append('file', file)
    try {
      const made = await api.post<Import>('/imports', form)
      void navigate({ to: '/import/$record', params: { record: record.name }, search: { id: made.id } })
    } catch (problem) {
      if (problem instanceof Problem) message.error(problem.message, 8)
    }
  }
  return (
    <section className="zk-import">
      <h1>{t(`导入${record.words.zh}`, `Import ${record.plural.toLowerCase()}`)}</h1>
      {id === undefined ? (
        <Upload.Dragger
          accept=".csv,.txt,.tsv,.xlsx,.xls"
          multiple={false}
          showUploadList={false}
          beforeUpload={(file) => {
            void upload(file)
            return false
          }}
        >
          <p>
            <InboxOutlined style={{ fontSize: 32 }} />
          </p>
          <p>{t('把文件拖到这里,或点击选择', 'Drop a file here, or click to choose one')}</p>
          <p className="zk-hint">
            {t(
              'CSV(UTF-8、GBK、Big5、UTF-16)、XLSX、XLS。编码和表头会自动识别。',
              'CSV (UTF-8, GBK, Big5, UTF-16), XLSX, XLS. Encoding and headings are recognised.',
            )}
          </p>
        </Upload.Dragger>
      ) : error ? (
        <ProblemState problem={error} />
      ) : isPending ? (
        <Skeleton active />
      ) : data.state === 'ready' ? (
        <Check data={data} />
      ) : (
        <Running data={data} record={record} />
      )}
    </section>
  )
}

const encodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be', 'windows-1252'] as const

function Check({ data }: { data: Import }) {
  const { t, locale } = useLanguage()
  const { message } = App.useApp()
  const client = useQueryClient()
  const { settings } = data
  const preview = useQuery({
    queryKey: ['import-preview', data.id, settings, locale],
    queryFn: () => api.post<Preview>(`/imports/${data.id}/preview`),
    placeholderData: (before) => before,
  })
  const [isStarting, setStarting] = useState(false)
  const change = async (part: Partial<ImportSettings>) => {
    try {
      client.setQueryData(['import', data.id, locale], await api.patch<Import>(`/imports/${data.id}`, part))
    } catch (problem) {
      if (problem instanceof Problem) message.error(problem.message)
    }
  }
  const map = (column: number, field: string | null) => {
    const mapping = settings.mapping.map((entry) => ({
      ...entry,
      field: entry.column === column ? field : entry.field === field ? null : entry.field,
    }))
    void change({ mapping })
  }
  const used = new Set(settings.mapping.map((entry) => entry.field))
  const rules = {
    skip: t('跳过', 'Skip them'),
    fillEmpty: t('只补空白字段', 'Fill empty fields only'),
    update: t('用文件更新', 'Update from the file'),
    create: t('仍然新建', 'Create all the same'),
  }
  const samples = preview.data?.rows.slice(0, 3) ?? []
  return (
    <>
      <div className="zk-import-settings">
        <b>{data.fileName}</b>
        {settings.kind === 'csv' ? (
          <>
            <label>
              {t('编码', 'Encoding')}{' '}
              <Select
                value={settings.encoding}
                onChange={(encoding) => void change({ encoding })}
                options={encodings.map((value) => ({ value, label: value === 'gb18030' ? 'GBK / GB18030' : value.toUpperCase() }))}
                style={{ width: 150 }}
              />
            </label>
            <label>
              {t('分隔符', 'Delimiter')}{' '}
              <Select
                value={settings.delimiter}
                onChange={(delimiter) => void change({ delimiter })}
                options={[
                  { value: ',', label: t('逗号', 'Comma') },
                  { value: ';', label: t('分号', 'Semicolon') },
                  { value: '\t', label: t('制表符', 'Tab') },
                  { value: '|', label: '|' },
                ]}
                style={{ width: 110 }}
              />
            </label>
          </>
        ) : settings.sheets.length > 1 ? (
          <label>
            {t('工作表', 'Sheet')}{' '}
            <Select
              value={settings.sheet ?? settings.sheets[0]}
              onChange={(sheet) => void change({ sheet })}
              options={settings.sheets.map((value) => ({ value, label: value }))}
              style={{ width: 180 }}
            />
          </label>
        ) : null}
        <label>
          {t('表头在第', 'Headings in line')}{' '}
          <Select
            value={settings.headerRow}
            onChange={(headerRow) => void change({ headerRow })}
            options={Array.from({ length: 20 }, (_, i) => ({ value: i + 1, label: t(`${i + 1} 行`, String(i + 1)) }))}
            style={{ width: 90 }}
          />
        </label>
        <label>
          {t('已有的记录', 'Records that exist')}{' '}
          <Select
            value={settings.duplicates}
            onChange={(duplicates) => void change({ duplicates })}
            options={Object.entries(rules).map(([value, label]) => ({ value, label }))}
            style={{ width: 160 }}
          />
        </label>
        <Checkbox checked={settings.createLinked} onChange={(event) => void change({ createLinked: event.target.checked })}>
          {t('自动新建关联的记录', 'Create linked records')}
        </Checkbox>
        <Checkbox checked={settings.refuseBadCells} onChange={(event) => void change({ refuseBadCells: event.target.checked })}>
          {t('有读不懂的单元格就不导入该行', 'Refuse rows with unreadable cells')}
        </Checkbox>
      </div>
      <h2>{t('列与字段的对应', 'Columns and fields')}</h2>
      <div className="zk-rows zk-scroll">
        <table>
          <thead>
            <tr>
              <th>{t('文件中的列', 'Column in the file')}</th>
              <th>{t('示例', 'Samples')}</th>
              <th>{t('导入到', 'Goes to')}</th>
            </tr>
          </thead>
          <tbody>
            {settings.mapping.map((entry) => (
              <tr key={entry.column}>
                <td>{entry.header}</td>
                <td className="zk-faint">
                  {samples
                    .map((row) => row.cells[entry.column])
                    .filter(Boolean)
                    .join(' · ')
                    .slice(0, 60)}
                </td>
                <td>
                  <Select
                    value={entry.field}
                    onChange={(field: string | undefined) => map(entry.column, field ?? null)}
                    allowClear
                    showSearch={{ optionFilterProp: 'label' }}
                    placeholder={t('不导入', 'Left out')}
                    options={data.fields.map((field) => ({
                      value: field.name,
                      label: field.label + (field.required ? ' *' : ''),
                      disabled: used.has(field.name) && field.name !== entry.field,
                    }))}
                    style={{ width: 200 }}
                    aria-label={entry.header}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2>{t('预览', 'Preview')}</h2>
      {preview.error ? (
        <Alert type="error" showIcon title={preview.error.message} />
      ) : preview.data ? (
        <PreviewTable preview={preview.data} settings={settings} isFetching={preview.isFetching} />
      ) : (
        <Skeleton active />
      )}
      <div className="zk-form-foot">
        <Button
          type="primary"
          size="large"
          loading={isStarting}
          disabled={!preview.data || preview.data.progress.valid === 0}
          onClick={async () => {
            setStarting(true)
            try {
              client.setQueryData(['import', data.id, locale], await api.post<Import>(`/imports/${data.id}/run`))
            } catch (problem) {
              if (problem instanceof Problem) message.error(problem.message)
            } finally {
              setStarting(false)
            }
          }}
        >
          {preview.data?.isWhole
            ? t(`导入 ${preview.data.progress.valid} 行`, `Import ${preview.data.progress.valid} rows`)
            : t('导入全部', 'Import all')}
        </Button>
      </div>
    </>
  )
}

const verdictWords: Record<Verdict['what'], [string, string, string]> = {
  new: ['新建', 'New', 'zk-good'],
  changed: ['更新', 'Update', 'zk-info'],
  duplicate: ['重复', 'Duplicate', 'zk-waiting'],
  failed: ['不能导入', 'Not taken', 'zk-bad'],
  skipped: ['略过', 'Left aside', 'zk-plain'],
}

function PreviewTable({ preview, settings, isFetching }: { preview: Preview; settings: ImportSettings; isFetching: boolean }) {
  const { t } = useLanguage()
  const [onlyProblems, setOnlyProblems] = useState(false)
  const rows = useMemo(
    () => (onlyProblems ? preview.rows.filter((row) => row.problems.length > 0) : preview.rows).slice(0, 100),
    [preview, onlyProblems],
  )
  const { progress } = preview
  const mapped = settings.mapping.filter((entry) => entry.field)
  return (
    <div aria-busy={isFetching}>
      <p>
        {t(`读取 ${progress.read} 行:`, `${progress.read} rows read: `)}
        <b>{t(`可导入 ${progress.valid}`, `${progress.valid} can be taken`)}</b>
        {t(
          `,重复 ${progress.duplicate},不能导入 ${progress.failed},有备注 ${progress.remarked}`,
          `, ${progress.duplicate} duplicates, ${progress.failed} not taken, ${progress.remarked} with remarks`,
        )}
        {preview.isWhole ? '' : t('(仅预览前 1000 行)', ' (the first 1,000 rows only)')}{' '}
        <Checkbox checked={onlyProblems} onChange={(event) => setOnlyProblems(event.target.checked)}>
          {t('只看有问题的行', 'Only rows with problems')}
        </Checkbox>
      </p>
      <div className="zk-rows zk-scroll">
        <table>
          <thead>
            <tr>
              <th>{t('行', 'Line')}</th>
              <th>{t('结果', 'Result')}</th>
              {mapped.map((entry) => (
                <th key={entry.column}>{entry.header}</th>
              ))}
              <th>{t('说明', 'Remarks')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.line}>
                <td className="zk-number">{row.line}</td>
                <td>
                  <span className={`zk-state ${verdictWords[row.what][2]}`}>{t(verdictWords[row.what][0], verdictWords[row.what][1])}</span>
                </td>
                {mapped.map((entry) => (
                  <td key={entry.column}>{(row.cells[entry.column] ?? '').slice(0, 40)}</td>
                ))}
                <td className="zk-import-remarks">
                  {row.problems.map((problem, i) => (
                    <div key={i} className={problem.fatal ? 'zk-fault' : 'zk-hint'}>
                      {problem.column ? `${problem.column}:` : ''}
                      {problem.words}
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function Running({ data, record }: { data: Import; record: RecordDescription }) {
  const { t, locale } = useLanguage()
  const { message } = App.useApp()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { progress, state } = data
  const problems = useQuery({
    queryKey: ['import-errors', data.id, state, locale],
    queryFn: () =>
      api.get<{ items: { line: number; kind: string; cells: string[]; reason: string }[] }>(`/imports/${data.id}/errors`, {
        query: { format: 'json' },
      }),
    enabled: state !== 'running',
  })
  const percent = progress.total > 0 ? Math.min(100, Math.round((progress.read / progress.total) * 100)) : 0
  const undo = async () => {
    try {
      const report = await api.post<{ done: number }>(`/imports/${data.id}/undo`)
      message.success(t(`已撤销,${report.done} 条放入回收站`, `Undone; ${report.done} records are in the recycle bin`))
    } catch (problem) {
      if (problem instanceof Problem) message.error(problem.message)
    }
    void client.invalidateQueries()
  }
  return (
    <>
      <Progress
        percent={state === 'running' ? percent : 100}
        status={state === 'running' ? 'active' : state === 'done' ? 'success' : 'normal'}
      />
      <p className="zk-import-sum" aria-live="polite">
        {state === 'running'
          ? t('正在导入,可以离开此页…', 'Importing; you may leave this page …')
          : state === 'undone'
            ? t('已撤销。', 'Undone.')
            : state === 'failed'
              ? t('已停止。', 'Stopped.')
              : t('导入完成。', 'Done.')}{' '}
        <b>{t(`导入 ${progress.valid} 条`, `${progress.valid} taken`)}</b>
        {t(
          `,重复 ${progress.duplicate},未导入 ${progress.failed},有备注 ${progress.remarked}(共 ${progress.read} / ${progress.total} 行)`,
          `, ${progress.duplicate} duplicates, ${progress.failed} not taken, ${progress.remarked} with remarks (${progress.read} of ${progress.total} rows)`,
        )}
      </p>
      {state === 'running' ? null : (
        <>
          <div className="zk-form-foot" style={{ justifyContent: 'flex-start' }}>
            <Button type="primary" onClick={() => void navigate({ to: '/$record', params: { record: record.name } })}>
              {t(`查看${record.words.zh}`, `See the ${record.plural.toLowerCase()}`)}
            </Button>
            {progress.failed > 0 ? (
              <Button href={`/api/v1/imports/${data.id}/errors`}>{t('下载未导入的行', 'Download the rows not taken')}</Button>
            ) : null}
            {state === 'done' ? <Button onClick={() => void undo()}>{t('撤销本次导入', 'Undo this import')}</Button> : null}
            <Button onClick={() => void navigate({ to: '/import/$record', params: { record: record.name } })}>
              {t('再导入一个文件', 'Import another file')}
            </Button>
          </div>
          {problems.data && problems.data.items.length > 0 ? (
            <div className="zk-rows zk-scroll">
              <table>
                <thead>
                  <tr>
                    <th>{t('行', 'Line')}</th>
                    <th>{t('结果', 'Result')}</th>
                    <th>{t('原因', 'Reason')}</th>
                    <th>{t('内容', 'Content')}</th>
                  </tr>
                </thead>
                <tbody>
                  {problems.data.items.map((row) => (
                    <tr key={`${row.line}-${row.kind}`}>
                      <td className="zk-number">{row.line}</td>
                      <td>
                        {row.kind === 'remark'
                          ? t('已导入,有备注', 'Taken, with remarks')
                          : t(verdictWords[row.kind as 'failed']?.[0] ?? row.kind, verdictWords[row.kind as 'failed']?.[1] ?? row.kind)}
                      </td>
                      <td>{row.reason}</td>
                      <td className="zk-faint">{row.cells.filter(Boolean).join(' · ').slice(0, 80)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          ) : null}
        </>
      )}
    </>
  )
}
