import { Input as TextInput } from 'antd'
import type { FieldView } from '#engine/web/field-view.ts'
import { showPhone } from './number.ts'

export const phoneView: FieldView = {
  Show: ({ value, isMasked }) =>
    isMasked ? (
      <span className="zk-number">{value as string}</span>
    ) : (
      <a className="zk-number" href={`tel:${(value as string).split(';')[0]}`} onClick={(event) => event.stopPropagation()}>
        {showPhone(value as string)}
      </a>
    ),
  Input: ({ id, value, onChange, isBad, disabled }) => (
    <TextInput
      id={id}
      inputMode="tel"
      value={(value as string | null)?.startsWith('+86') ? showPhone(value as string) : ((value as string | null) ?? '')}
      onChange={(event) => onChange(event.target.value)}
      {...(isBad ? { status: 'error' as const } : {})}
      disabled={disabled ?? false}
    />
  ),
}
