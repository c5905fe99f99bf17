import type { FieldView } from '#engine/web/field-view.ts'

export const noteView: FieldView = {
  takesText: true,
  Show: ({ value }) => <span className="zk-note">{value as string}</span>,
}
