import { Input, Space } from 'antd'
import { inputState, type InputProps } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { Words } from '#engine/text/words.ts'

export function WordsInput(props: InputProps) {
  const { id, value, onChange } = props
  const { t } = useLanguage()
  const text = (value as Words | null) ?? { zh: '', en: '' }
  const state = inputState(props)
  return (
    <Space.Compact block>
      <Input
        id={id}
        value={text.zh}
        placeholder={t('中文', 'Chinese')}
        onChange={(event) => onChange({ ...text, zh: event.target.value })}
        {...state}
      />
      <Input
        value={text.en}
        placeholder={t('英文', 'English')}
        aria-label={t('英文', 'English')}
        onChange={(event) => onChange({ ...text, en: event.target.value })}
        {...state}
      />
    </Space.Compact>
  )
}
