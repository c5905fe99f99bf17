import type { FieldView } from '#engine/web/field-view.ts'
import { useIsPlain } from '#engine/web/plain.ts'

export const emailView: FieldView = {
  takesText: true,
  Show({ value, isMasked }) {
    const isPlain = useIsPlain()
    return isMasked || isPlain ? (
      <>{value as string}</>
    ) : (
      <a href={`mailto:${value as string}`} onClick={(event) => event.stopPropagation()}>
        {value as string}
      </a>
    )
  },
}
