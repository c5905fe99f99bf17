import { Select } from 'antd'
import type { ReactNode } from 'react'
import type { ImportSettings } from '#engine/intake/importing.ts'
import type { Change } from './import-answers.ts'
import { useLanguage } from './language.tsx'

const encodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be', 'windows-1252'] as const

/** How the file is cut into lines and columns: its encoding or sheet, and where its headings stand. */
export function ImportReading({
  fileName,
  settings,
  onChange,
}: {
  fileName: string
  settings: ImportSettings
  onChange(part: Change): void
}) {
  const { t } = useLanguage()
  const { kind, sheets, headerRow } = settings
  return (
    <div className="zk-import-settings">
      <Setting label={t('文件', 'File')}>
        <b title={fileName}>{fileName}</b>
      </Setting>
      {kind === 'csv' || kind === 'vcf' ? (
        <Setting label={t('编码', 'Encoding')}>
          <Select
            value={settings.encoding}
            onChange={(encoding) => onChange({ encoding })}
            options={encodings.map((value) => ({ value, label: value === 'gb18030' ? 'GBK / GB18030' : value.toUpperCase() }))}
            aria-label={t('编码', 'Encoding')}
          />
        </Setting>
      ) : null}
      {kind === 'csv' ? (
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
      ) : null}
      {sheets.length > 1 ? (
        <Setting label={t('工作表', 'Sheet')}>
          <Select
            value={settings.sheet ?? sheets[0]}
            onChange={(sheet) => onChange({ sheet })}
            options={sheets.map((value) => ({ value, label: value }))}
            aria-label={t('工作表', 'Sheet')}
          />
        </Setting>
      ) : null}
      {kind === 'vcf' ? null : (
        <Setting label={t('表头', 'Headings')}>
          <Select
            value={headerRow}
            onChange={(row) => onChange({ headerRow: row })}
            options={[
              { value: 0, label: t('没有表头', 'None') },
              ...Array.from({ length: 20 }, (_, i) => ({ value: i + 1, label: t(`第 ${i + 1} 行`, `Line ${i + 1}`) })),
            ]}
            aria-label={t('表头', 'Headings')}
          />
        </Setting>
      )}
      {kind === 'vcf' || headerRow === 0 ? null : (
        <Setting label={t('占几行', 'Heading lines')}>
          <Select
            value={settings.headerRows}
            onChange={(headerRows) => onChange({ headerRows })}
            options={Array.from({ length: 6 }, (_, i) => ({ value: i + 1, label: t(`${i + 1} 行`, String(i + 1)) }))}
            aria-label={t('占几行', 'Heading lines')}
          />
        </Setting>
      )}
    </div>
  )
}

/** A setting under its name. */
export const Setting = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="zk-import-setting">
    <span className="zk-hint">{label}</span>
    {children}
  </div>
)
