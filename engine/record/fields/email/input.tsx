import { Input } from 'antd'
import type { InputProps } from '#engine/web/field-view.ts'

export const EmailInput = ({ id, value, onChange, isBad, disabled }: InputProps) => (
  <Input
    id={id}
    inputMode="email"
    autoComplete="off"
    value={(value as string | null) ?? ''}
    onChange={(event) => onChange(event.target.value)}
    {...(isBad ? { status: 'error' as const } : {})}
    disabled={disabled ?? false}
  />
)
