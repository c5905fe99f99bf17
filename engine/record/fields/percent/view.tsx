import type { FieldView } from '#engine/web/field-view.ts'

export const percentView: FieldView = {
  align: 'right',
  takesText: true,
  Show: ({ value }) => <span className="zk-number">{String(value)}%</span>,
}
