import { InboxOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Skeleton, Spin, Upload } from 'antd'
import { useState } from 'react'
import type { RecordDescription } from '#engine/record/describe.ts'
import { api, Problem } from './api.ts'
import { ImportCheck } from './ImportCheck.tsx'
import type { Import } from './import-answers.ts'
import { ImportRun } from './ImportRun.tsx'
import { useLanguage } from './language.tsx'
import { usePageTitle } from './page-title.ts'
import { ProblemState } from './states.tsx'

/** Brings in a file in three steps: choose it, check how it is read and what will happen, let it run. */
export function ImportPage({ record, id }: { record: RecordDescription; id: string | undefined }) {
  const { t, locale } = useLanguage()
  const title = t(`导入${record.words.zh}`, `Import ${record.plural.toLowerCase()}`)
  usePageTitle(title)
  const { data, error, isPending } = useQuery({
    queryKey: ['import', id, locale],
    queryFn: () => api.get<Import>(`/imports/${id}`),
    enabled: id !== undefined,
    refetchInterval: (query) => (query.state.data?.state === 'running' ? 600 : false),
  })
  const steps = [t('选择文件', 'Choose a file'), t('核对', 'Check'), t('导入', 'Import')]
  const at = id === undefined ? 0 : !data || data.state === 'ready' ? 1 : 2
  return (
    <section className="zk-import">
      <header className="zk-page-head">
        <h1>{title}</h1>
        <ol className="zk-import-steps">
          {steps.map((step, i) => (
            <li key={step} aria-current={i === at ? 'step' : undefined}>
              {step}
            </li>
          ))}
        </ol>
      </header>
      {id === undefined ? (
        <Choose record={record} />
      ) : error ? (
        <ProblemState problem={error} />
      ) : isPending ? (
        <Skeleton active />
      ) : data.state === 'ready' ? (
        <ImportCheck data={data} />
      ) : (
        <ImportRun data={data} record={record} />
      )}
    </section>
  )
}

function Choose({ record }: { record: RecordDescription }) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const [isBusy, setBusy] = useState(false)
  async function upload(file: File) {
    const form = new FormData()
    form.append('record', record.name)
    form.append('file', file)
    setBusy(true)
    try {
      const made = await api.post<Import>('/imports', form)
      await navigate({ to: '/import/$record', params: { record: record.name }, search: { id: made.id } })
    } catch (problem) {
      if (problem instanceof Problem) message.error(problem.message, 8)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Upload.Dragger
      accept=".csv,.txt,.tsv,.ssv,.xlsx,.xls,.vcf"
      multiple={false}
      showUploadList={false}
      disabled={isBusy}
      beforeUpload={(file) => {
        void upload(file)
        return false
      }}
    >
      <p>{isBusy ? <Spin /> : <InboxOutlined aria-hidden className="zk-import-icon" />}</p>
      <p>
        {isBusy ? t('正在读取文件…', 'Reading the file …') : t('把文件拖到这里，或点击选择', 'Drop a file here, or click to choose one')}
      </p>
      <p className="zk-hint">
        {t(
          'CSV（UTF-8、GBK、Big5、UTF-16）、XLSX、XLS、名片（VCF）。编码和表头会自动识别，导入前可以核对，导入后可以撤销。',
          'CSV (UTF-8, GBK, Big5, UTF-16), XLSX, XLS, contact cards (vCard). Encoding and headings are recognised; you check before anything is written, and can undo it afterwards.',
        )}
      </p>
    </Upload.Dragger>
  )
}
