import { DeleteOutlined, DownloadOutlined, EllipsisOutlined, ImportOutlined, PlusOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import type { RecordDescription } from '#engine/record/describe.ts'
import { download, Problem, withQuery } from './api.ts'
import { useLanguage } from './language.tsx'
import { later } from './later.tsx'
import { phoneWidth, useNarrow } from './narrow.ts'
import type { WantedExport } from './rights/AskExport.tsx'

const AskExport = later(() => import('./rights/AskExport.tsx').then((file) => file.AskExport))

/** What can be done with a list as a whole: make one more, bring in a file, take one out, look into the recycle bin. */
export function ListActions({
  record,
  query,
  onNew,
  onBin,
}: {
  record: RecordDescription
  query: Record<string, string | undefined>
  onNew: (() => void) | undefined
  onBin: (() => void) | undefined
}) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const isPhone = useNarrow(phoneWidth)
  const [wanted, setWanted] = useState<WantedExport | null>(null)
  const make = t(`新建${record.words.zh}`, `New ${record.words.en.toLowerCase()}`)
  const exportAs = (format: string) =>
    void download(withQuery(`/records/${record.name}/export`, { ...query, format })).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error
      if (error.code === 'approval-needed') setWanted({ record, query, format, why: error.message })
      else message.error(error.message)
    })
  const items = [
    ...(record.create
      ? [
          {
            key: 'import',
            icon: <ImportOutlined aria-hidden />,
            label: t('导入…', 'Import …'),
            onClick: () => void navigate({ to: '/import/$record', params: { record: record.name } }),
          },
        ]
      : []),
    ...(record.can.export
      ? [
          {
            key: 'xlsx',
            icon: <DownloadOutlined aria-hidden />,
            label: t('导出为 XLSX', 'Export as XLSX'),
            onClick: () => exportAs('xlsx'),
          },
          { key: 'csv', icon: <DownloadOutlined aria-hidden />, label: t('导出为 CSV', 'Export as CSV'), onClick: () => exportAs('csv') },
        ]
      : []),
    ...(onBin ? [{ key: 'bin', icon: <DeleteOutlined aria-hidden />, label: t('回收站', 'Recycle bin'), onClick: onBin }] : []),
  ]
  return (
    <>
      {items.length > 0 ? (
        <Dropdown trigger={['click']} menu={{ items }} placement="bottomRight">
          <Button icon={<EllipsisOutlined aria-hidden />} aria-label={t('更多', 'More')} />
        </Dropdown>
      ) : null}
      {wanted ? <AskExport wanted={wanted} onClose={() => setWanted(null)} /> : null}
      {onNew ? (
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={onNew} {...(isPhone ? { 'aria-label': make } : {})}>
          {isPhone ? t('新建', 'New') : make}
        </Button>
      ) : null}
    </>
  )
}
