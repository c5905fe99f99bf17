import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Checkbox, Select, Skeleton } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import type { ImportSettings } from '#engine/intake/importing.ts'
import { api, Problem } from './api.ts'
import { useClear } from './clear.ts'
import type { Import, Preview } from './import-answers.ts'
import { ImportPreview } from './ImportPreview.tsx'
import { useLanguage } from './language.tsx'

/** How the file is read, which column goes where, and what would happen: all of it can be corrected before anything is written. */
export function ImportCheck({ data }: { data: Import }) {
  const { t, locale } = useLanguage()
  const { message } = App.useApp()
  const client = useQueryClient()
  // What was chosen shows at once; the preview waits until the server has it, and one choice is sent after the other.
  const [chosen, setChosen] = useState<Partial<ImportSettings>>({})
  const sending = useRef(Promise.resolve())
  const latest = useRef(0)
  const settings = { ...data.settings, ...chosen }
  const [isStarting, setStarting] = useState(false)
  const preview = useQuery({
    queryKey: ['import-preview', data.id, data.settings, locale],
    queryFn: () => api.post<Preview>(`/imports/${data.id}/preview`),
    placeholderData: (before) => before,
  })
  const keep = (answer: Import) => client.setQueryData(['import', data.id, locale], answer)
  const complain = (problem: unknown) => {
    if (problem instanceof Problem) message.error(problem.message)
  }
  const change = (part: Partial<ImportSettings>) => {
    const turn = ++latest.current
    setChosen((before) => ({ ...before, ...part }))
    sending.current = sending.current
      .then(() => api.patch<Import>(`/imports/${data.id}`, part))
      .then(keep, complain)
      .then(() => {
        if (turn === latest.current) setChosen({})
      })
  }
  const run = () => {
    setStarting(true)
    void api
      .post<Import>(`/imports/${data.id}/run`)
      .then(keep, complain)
      .finally(() => setStarting(false))
  }
  const isSettled = Object.keys(chosen).length === 0 && !preview.isPlaceholderData
  const progress = preview.data?.progress
  return (
    <>
      <Reading fileName={data.fileName} settings={settings} onChange={change} />
      <h2>{t('列与字段的对应', 'Columns and fields')}</h2>
      <Mapping
        settings={settings}
        fields={data.fields}
        samples={preview.data?.rows.slice(0, 3).map((row) => row.cells) ?? []}
        onChange={(mapping) => change({ mapping })}
      />
      <h2>{t('预览', 'Preview')}</h2>
      {preview.error ? (
        <Alert type="error" showIcon title={preview.error.message} />
      ) : preview.data ? (
        <ImportPreview preview={preview.data} settings={settings} isFetching={preview.isFetching} />
      ) : (
        <Skeleton active />
      )}
      <footer className="zk-import-foot">
        {progress && progress.valid === 0 ? <span className="zk-hint">{t('没有可以导入的行', 'No row can be taken')}</span> : null}
        <Button type="primary" loading={isStarting} disabled={!progress || progress.valid === 0 || !isSettled} onClick={run}>
          {progress && preview.data?.isWhole
            ? t(`导入 ${progress.valid} 行`, `Import ${progress.valid} rows`)
            : t('导入全部', 'Import all')}
        </Button>
      </footer>
    </>
  )
}

const encodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be', 'windows-1252'] as const

function Reading({
  fileName,
  settings,
  onChange,
}: {
  fileName: string
  settings: ImportSettings
  onChange(part: Partial<ImportSettings>): void
}) {
  const { t } = useLanguage()
  const rules = {
    skip: t('跳过', 'Skip them'),
    fillEmpty: t('只补空白字段', 'Fill empty fields only'),
    update: t('用文件更新', 'Update from the file'),
    create: t('仍然新建', 'Create all the same'),
  }
  return (
    <div className="zk-import-settings">
      <Setting label={t('文件', 'File')}>
        <b>{fileName}</b>
      </Setting>
      {settings.kind === 'csv' ? (
        <>
          <Setting label={t('编码', 'Encoding')}>
            <Select
              value={settings.encoding}
              onChange={(encoding) => onChange({ encoding })}
              options={encodings.map((value) => ({ value, label: value === 'gb18030' ? 'GBK / GB18030' : value.toUpperCase() }))}
              aria-label={t('编码', 'Encoding')}
            />
          </Setting>
          <Setting label={t('分隔符', 'Delimiter')}>
            <Select
              value={settings.delimiter}
              onChange={(delimiter) => onChange({ delimiter })}
              options={[
                { value: ',', label: t('逗号', 'Comma') },
                { value: ';', label: t('分号', 'Semicolon') },
                { value: '\t', label: t('制表符', 'Tab') },
                { value: '|', label: '|' },
              ]}
              aria-label={t('分隔符', 'Delimiter')}
            />
          </Setting>
        </>
      ) : settings.sheets.length > 1 ? (
        <Setting label={t('工作表', 'Sheet')}>
          <Select
            value={settings.sheet ?? settings.sheets[0]}
            onChange={(sheet) => onChange({ sheet })}
            options={settings.sheets.map((value) => ({ value, label: value }))}
            aria-label={t('工作表', 'Sheet')}
          />
        </Setting>
      ) : null}
      <Setting label={t('表头', 'Headings')}>
        <Select
          value={settings.headerRow}
          onChange={(headerRow) => onChange({ headerRow })}
          options={Array.from({ length: 20 }, (_, i) => ({ value: i + 1, label: t(`第 ${i + 1} 行`, `Line ${i + 1}`) }))}
          aria-label={t('表头', 'Headings')}
        />
      </Setting>
      <Setting label={t('已有的记录', 'Records that exist')}>
        <Select
          value={settings.duplicates}
          onChange={(duplicates) => onChange({ duplicates })}
          options={Object.entries(rules).map(([value, label]) => ({ value, label }))}
          aria-label={t('已有的记录', 'Records that exist')}
        />
      </Setting>
      <div className="zk-import-options">
        <Checkbox checked={settings.createLinked} onChange={(event) => onChange({ createLinked: event.target.checked })}>
          {t('自动新建关联的记录', 'Create linked records')}
        </Checkbox>
        <Checkbox checked={settings.refuseBadCells} onChange={(event) => onChange({ refuseBadCells: event.target.checked })}>
          {t('有读不懂的单元格就不导入该行', 'Refuse rows with unreadable cells')}
        </Checkbox>
      </div>
    </div>
  )
}

const Setting = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="zk-import-setting">
    <span className="zk-hint">{label}</span>
    {children}
  </div>
)

function Mapping({
  settings,
  fields,
  samples,
  onChange,
}: {
  settings: ImportSettings
  fields: Import['fields']
  samples: readonly (readonly string[])[]
  onChange(mapping: ImportSettings['mapping']): void
}) {
  const { t } = useLanguage()
  const clear = useClear()
  const used = new Set(settings.mapping.map((entry) => entry.field))
  const map = (column: number, field: string | null) =>
    onChange(
      settings.mapping.map((entry) => ({
        ...entry,
        field: entry.column === column ? field : entry.field === field ? null : entry.field,
      })),
    )
  const missing = fields.filter((field) => field.required && !used.has(field.name) && field.name === fields[0]?.name)
  return (
    <>
      <ul className="zk-mapping">
        {settings.mapping.map((entry) => (
          <li key={entry.column}>
            <b>{entry.header}</b>
            <span className="zk-hint">
              {samples
                .map((cells) => cells[entry.column])
                .filter(Boolean)
                .join(' · ')}
            </span>
            <Select
              value={entry.field}
              onChange={(field: string | undefined) => map(entry.column, field ?? null)}
              allowClear={clear}
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t('不导入', 'Left out')}
              options={fields.map((field) => ({
                value: field.name,
                label: field.label + (field.required ? ' *' : ''),
                disabled: used.has(field.name) && field.name !== entry.field,
              }))}
              aria-label={entry.header}
            />
          </li>
        ))}
      </ul>
      {missing.map((field) => (
        <p key={field.name} className="zk-fault">
          {t(`还没有列对应必填的“${field.label}”`, `No column goes to "${field.label}", which is required`)}
        </p>
      ))}
    </>
  )
}
