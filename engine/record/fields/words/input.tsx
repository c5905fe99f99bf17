import { Input, Space } from 'antd'
import { inputState, type InputProps } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { Words } from '#engine/text/words.ts'
import { isLong } from './index.ts'

export function WordsInput(props: InputProps) {
  const { id, value, onChange, field } = props
  const { t } = useLanguage()
  const text = (value as Words | null) ?? { zh: '', en: '' }
  const state = inputState(props)
  const part = (locale: 'zh' | 'en') => ({
    value: text[locale],
    placeholder: locale === 'zh' ? t('中文', 'Chinese') : t('英文', 'English'),
    ...(locale === 'zh' ? { id } : { 'aria-label': t('英文', 'English') }),
    ...state,
  })
  // What takes several lines is written below one another.
  if (isLong(field))
    return (
      <div className="zk-long-words">
        {(['zh', 'en'] as const).map((locale) => (
          <Input.TextArea
            key={locale}
            autoSize={{ minRows: 3, maxRows: 12 }}
            onChange={(event) => onChange({ ...text, [locale]: event.target.value })}
            {...part(locale)}
          />
        ))}
      </div>
    )
  return (
    <Space.Compact block>
      {(['zh', 'en'] as const).map((locale) => (
        <Input key={locale} onChange={(event) => onChange({ ...text, [locale]: event.target.value })} {...part(locale)} />
      ))}
    </Space.Compact>
  )
}
