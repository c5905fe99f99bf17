import type { FieldView } from '#engine/web/field-view.ts'

export const urlView: FieldView = {
  takesText: true,
  Show: ({ value }) => (
    <a href={value as string} target="_blank" rel="noopener noreferrer" onClick={(event) => event.stopPropagation()}>
      {(value as string).replace(/^https?:\/\//, '')}
    </a>
  ),
}
