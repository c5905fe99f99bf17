import { Switch } from 'antd'
import type { InputProps } from '#engine/web/field-view.ts'

export const YesNoInput = ({ id, value, onChange, disabled }: InputProps) => (
  <Switch id={id} checked={value === true} onChange={onChange} disabled={disabled ?? false} />
)
