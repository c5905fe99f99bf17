import type { FieldView } from '#engine/web/field-view.ts'

/** Given by the system, never typed. */
export const sequenceView: FieldView = {
  Show: ({ value }) => <span className="zk-number">{value as string}</span>,
}
