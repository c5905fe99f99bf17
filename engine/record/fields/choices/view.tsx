import type { FieldView } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'

export const choicesView: FieldView = {
  Show({ value, field }) {
    const { say } = useLanguage()
    return (
      <span className="zk-tags">
        {(value as string[]).map((code) => (
          <span key={code} className="zk-tag">
            {say(field.choices?.[code]) || code}
          </span>
        ))}
      </span>
    )
  },
}
