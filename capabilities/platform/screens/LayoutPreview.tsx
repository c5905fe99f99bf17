import type { RecordDescription } from '#engine/record/describe.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { RecordForm } from '#engine/web/RecordForm.tsx'
import type { Line } from '../rules/layout-items.ts'
import type { SetupState } from './setup-data.ts'

/** The form as it will be. Nothing in it can be typed. */
export function LayoutPreview({
  record,
  setup,
  lines,
  facts,
  choice,
}: {
  record: RecordDescription
  setup: SetupState
  lines: readonly Line[]
  facts: readonly string[]
  choice: string | null
}) {
  const { t, say } = useLanguage()
  const asked = new Set((record.create ?? []).map((field) => field.name))
  const placed = new Set(lines.flatMap((line) => line.fields))
  const fields = setup.fields.filter((field) => asked.has(field.name) && placed.has(field.name))
  const sections = lines.reduce<{ words: { zh: string; en: string }; fields: string[] }[]>((parts, { zh, en, fields: names }) => {
    if (zh || en) parts.push({ words: { zh: zh || en || '', en: en || zh || '' }, fields: [] })
    parts.at(-1)?.fields.push(...names)
    return parts
  }, [])
  const initial = setup.layout.variant && choice ? { [setup.layout.variant]: choice } : {}
  return (
    <aside className="zk-layout-preview" aria-label={t('预览', 'Preview')}>
      <h3>{t('预览', 'Preview')}</h3>
      <div className="zk-preview-sheet" inert>
        {facts.length > 0 ? (
          <p className="zk-preview-facts">
            {facts.map((name) => (
              <span key={name}>{say(setup.fields.find((field) => field.name === name)?.words)}</span>
            ))}
          </p>
        ) : null}
        <RecordForm
          key={fields.map((field) => field.name).join()}
          fields={fields}
          lines={() => ({ lines: lines.map((line) => line.fields), sections })}
          initial={initial}
          submit={t('保存', 'Save')}
          onCancel={() => {}}
          onSubmit={async () => {}}
        />
      </div>
    </aside>
  )
}
