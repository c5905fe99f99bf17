import { Button, Select } from 'antd'
import type { ImportSettings } from '#engine/intake/importing.ts'
import { useClear } from './clear.ts'
import type { Change, Import } from './import-answers.ts'
import { useLanguage } from './language.tsx'

/** Which column goes where, with what stands in it. */
export function ImportMapping({
  settings,
  fields,
  samples,
  onChange,
}: {
  settings: ImportSettings
  fields: Import['fields']
  samples: readonly (readonly string[])[]
  onChange(part: Change): void
}) {
  const { t } = useLanguage()
  const clear = useClear()
  const used = new Set(settings.mapping.map((entry) => entry.field))
  const map = (column: number, field: string | null) =>
    onChange({
      mapping: settings.mapping.map((entry) => ({
        ...entry,
        field: entry.column === column ? field : entry.field === field ? null : entry.field,
      })),
    })
  const missing = fields.filter((field) => field.required && !used.has(field.name) && field.name === fields[0]?.name)
  const open = settings.mapping.filter((entry) => entry.field === null).length
  return (
    <>
      <div className="zk-import-heading">
        <h2>{t('列与字段的对应', 'Columns and fields')}</h2>
        <span className="zk-hint">
          {settings.isRemembered
            ? t('沿用了您上次对同样表头的选择', 'As you chose for the same headings last time')
            : open > 0
              ? t(`${open} 列不导入`, `${open} columns left out`)
              : null}
        </span>
        {settings.isRemembered ? (
          <Button type="link" size="small" onClick={() => onChange({ guessAnew: true })}>
            {t('重新识别', 'Guess anew')}
          </Button>
        ) : null}
      </div>
      <ul className="zk-mapping">
        {settings.mapping.map((entry) => (
          <li key={entry.column} className={entry.field === null ? 'zk-left-out' : undefined}>
            <b title={entry.header}>{entry.header}</b>
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
