import type { FieldView } from '#engine/web/field-view.ts'
import { useLanguage } from '#engine/web/language.tsx'
import { readRepetition } from '#engine/time/repetition.ts'
import { sayRepetition } from '#engine/time/say-repetition.ts'

export const repetitionView: FieldView = {
  Show({ value }) {
    const { say } = useLanguage()
    const rule = readRepetition(value as string)
    return <>{rule ? say(sayRepetition(rule)) : (value as string)}</>
  },
}
