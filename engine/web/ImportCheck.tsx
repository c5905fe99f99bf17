import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Skeleton } from 'antd'
import { useRef, useState } from 'react'
import type { DuplicateRule, ImportSettings } from '#engine/intake/importing.ts'
import { api, Problem } from './api.ts'
import type { Change, Import, Preview } from './import-answers.ts'
import { ImportMapping } from './ImportMapping.tsx'
import { ImportPreview } from './ImportPreview.tsx'
import { ImportReading } from './ImportReading.tsx'
import { ImportRules } from './ImportRules.tsx'
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
  const change = (part: Change) => {
    const turn = ++latest.current
    const { guessAnew: _, ...shown } = part
    setChosen((before) => ({ ...before, ...shown }))
    sending.current = sending.current
      .then(() => api.patch<Import>(`/imports/${data.id}`, part))
      .then(keep, complain)
      .then(() => {
        if (turn === latest.current) setChosen({})
      })
  }
  const decide = (line: number, rule: DuplicateRule | undefined) => {
    const { [line]: _, ...rest } = settings.decisions
    change({ decisions: rule ? { ...rest, [line]: rule } : rest })
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
      <ImportReading fileName={data.fileName} settings={settings} onChange={change} />
      <ImportMapping
        settings={settings}
        fields={data.fields}
        samples={preview.data?.rows.slice(0, 3).map((row) => row.cells) ?? []}
        onChange={change}
      />
      <h2>{t('已有的记录与关联', 'Records that exist, and links')}</h2>
      <ImportRules data={data} settings={settings} onChange={change} />
      <h2>{t('预览', 'Preview')}</h2>
      {preview.error ? (
        <Alert type="error" showIcon title={preview.error.message} />
      ) : preview.data ? (
        <ImportPreview record={data.record} preview={preview.data} settings={settings} isFetching={preview.isFetching} onDecide={decide} />
      ) : (
        <Skeleton active />
      )}
      <footer className="zk-import-foot">
        {progress && progress.valid === 0 ? (
          <span className="zk-hint">{t('没有可以导入的行', 'No row can be taken')}</span>
        ) : progress && progress.asked > 0 ? (
          <span className="zk-hint">{t(`${progress.asked} 行待定，先不导入`, `${progress.asked} to decide, left aside for now`)}</span>
        ) : null}
        <Button type="primary" loading={isStarting} disabled={!progress || progress.valid === 0 || !isSettled} onClick={run}>
          {progress && preview.data?.isWhole
            ? t(`导入 ${progress.valid} 行`, `Import ${progress.valid} rows`)
            : t('导入全部', 'Import all')}
        </Button>
      </footer>
    </>
  )
}
