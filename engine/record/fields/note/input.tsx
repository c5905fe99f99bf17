import { Input } from 'antd'
import type { InputProps } from '#engine/web/field-view.ts'

export const NoteInput = ({ id, value, onChange, isBad, disabled }: InputProps) => (
  <Input.TextArea
    id={id}
    value={(value as string | null) ?? ''}
    onChange={(event) => onChange(event.target.value)}
    autoSize={{ minRows: 3, maxRows: 12 }}
    {...(isBad ? { status: 'error' as const } : {})}
    disabled={disabled ?? false}
  />
)
