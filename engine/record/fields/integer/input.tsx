import type { InputProps } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { NumberInput } from '#engine/web/NumberInput.tsx'

export function IntegerInput(props: InputProps) {
  const { locale, say } = useLanguage()
  const { field } = props
  return (
    <NumberInput
      {...props}
      show={(value: number) => (field.bare ? String(value) : Number(value).toLocaleString(locale === 'zh' ? 'zh-CN' : 'en'))}
      suffix={say(field.unit)}
    />
  )
}
