import { Select } from 'antd'
import type { ChoiceRow } from '#engine/record/choice-lists.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { choiceColors } from '../records/choice-columns.ts'

type Color = NonNullable<ChoiceRow['color']>

/** The colour of a choice, by what it says. */
export function ColorPicker({ value, onChange, label }: { value: Color | null; onChange(color: Color | null): void; label: string }) {
  const { t, say } = useLanguage()
  return (
    <Select<Color | ''>
      value={value ?? ''}
      onChange={(next) => onChange(next || null)}
      options={[
        { value: '', label: <span className="zk-faint">{t('无色', 'None')}</span> },
        ...Object.entries(choiceColors).map(([color, words]) => ({
          value: color as Color,
          label: <span className={`zk-state zk-${color}`}>{say(words)}</span>,
        })),
      ]}
      aria-label={t(`“${label}”的颜色`, `Colour of ${label}`)}
      className="zk-color"
      popupMatchSelectWidth={false}
    />
  )
}
