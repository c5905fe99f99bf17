import type { FieldView } from '#engine/web/field-view.ts'

export const clockView: FieldView = {
  Show: ({ value }) => <span className="zk-number">{value as string}</span>,
}
