import type { FieldView } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'

export const choiceView: FieldView = {
  Show({ value, field }) {
    const { say } = useLanguage()
    const entry = field.choices?.[value as string]
    return entry?.color ? <span className={`zk-state zk-${entry.color}`}>{say(entry)}</span> : <>{say(entry) || (value as string)}</>
  },
}
