import type { FieldView } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { Words } from '#engine/text/words.ts'

export const wordsView: FieldView = {
  Show({ value }) {
    const { say } = useLanguage()
    const text = say(value as Words)
    return text.includes('\n') ? <span className="zk-note">{text}</span> : <>{text}</>
  },
}
