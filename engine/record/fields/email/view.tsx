import type { FieldView } from '#engine/web/field-view.ts'

export const emailView: FieldView = {
  takesText: true,
  Show: ({ value, isMasked }) =>
    isMasked ? (
      <>{value as string}</>
    ) : (
      <a href={`mailto:${value as string}`} onClick={(event) => event.stopPropagation()}>
        {value as string}
      </a>
    ),
}
