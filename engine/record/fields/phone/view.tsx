import type { FieldView } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { useIsPlain } from '#engine/web/plain.ts'
import { showPhone } from './number.ts'

export const phoneView: FieldView = {
  takesText: true,
  Show({ value, isMasked }) {
    const { locale } = useLanguage()
    const isPlain = useIsPlain()
    if (isMasked) return <span className="zk-number">{value as string}</span>
    const text = showPhone(value as string, locale)
    return isPlain ? (
      <span className="zk-number">{text}</span>
    ) : (
      <a className="zk-number" href={`tel:${(value as string).split(';')[0]}`} onClick={(event) => event.stopPropagation()}>
        {text}
      </a>
    )
  },
}
