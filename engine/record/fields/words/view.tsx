import type { FieldView } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'
import type { Words } from '#engine/text/words.ts'

export const wordsView: FieldView = {
  Show({ value }) {
    const { say } = useLanguage()
    return <>{say(value as Words)}</>
  },
}
