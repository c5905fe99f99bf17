import type { FieldView } from '#engine/web/field-view.ts'

export const noteView: FieldView = {
  Show: ({ value }) => <span className="zk-note">{value as string}</span>,
}
