import type { FieldView } from '#engine/web/field-view.ts'
import { useIsPlain } from '#engine/web/plain.ts'

export const urlView: FieldView = {
  takesText: true,
  Show({ value }) {
    const isPlain = useIsPlain()
    const text = (value as string).replace(/^https?:\/\//, '')
    return isPlain ? (
      <>{text}</>
    ) : (
      <a href={value as string} target="_blank" rel="noopener noreferrer" onClick={(event) => event.stopPropagation()}>
        {text}
      </a>
    )
  },
}
