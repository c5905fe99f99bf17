import { Input, Space } from 'antd'
import type { InputProps } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { Words } from '#engine/text/words.ts'

export function WordsInput({ id, value, onChange, isBad, disabled }: InputProps) {
  const { t } = useLanguage()
  const text = (value as Words | null) ?? { zh: '', en: '' }
  const status = isBad ? { status: 'error' as const } : {}
  return (
    <Space.Compact block>
      <Input
        id={id}
        value={text.zh}
        placeholder={t('中文', 'Chinese')}
        onChange={(event) => onChange({ ...text, zh: event.target.value })}
        {...status}
        disabled={disabled ?? false}
      />
      <Input
        value={text.en}
        placeholder={t('英文', 'English')}
        aria-label={t('英文', 'English')}
        onChange={(event) => onChange({ ...text, en: event.target.value })}
        {...status}
        disabled={disabled ?? false}
      />
    </Space.Compact>
  )
}
