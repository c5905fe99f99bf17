import { Input as TextInput } from 'antd'
import type { FieldView } from '#engine/web/field-view.ts'

export const noteView: FieldView = {
  Show: ({ value }) => <span className="zk-note">{value as string}</span>,
  Input: ({ id, value, onChange, isBad, disabled }) => (
    <TextInput.TextArea
      id={id}
      value={(value as string | null) ?? ''}
      onChange={(event) => onChange(event.target.value)}
      autoSize={{ minRows: 3, maxRows: 12 }}
      {...(isBad ? { status: 'error' as const } : {})}
      disabled={disabled ?? false}
    />
  ),
}
