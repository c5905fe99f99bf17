import type { ComponentType } from 'react'
import type { FieldDescription } from '#engine/record/describe.ts'

/** What a field's value is shown with. */
export interface ShowProps {
  value: unknown
  field: FieldDescription
  /** The value is only what may be seen of it. */
  isMasked?: boolean
}

/** What a field is asked for with: `input.tsx` of its kind, whose code comes with the first form. */
export interface InputProps {
  id: string
  value: unknown
  onChange(value: unknown): void
  field: FieldDescription
  isBad?: boolean
  autoFocus?: boolean
  disabled?: boolean
  /** The other values of the form, with the record's own id, for a field that depends on them. */
  others?: Readonly<Record<string, unknown>>
  /** Fills in empty fields that follow from what was chosen: the customer, once one of its contacts is. */
  onFill?(values: Record<string, unknown>): void
  /** Faults of the parts of the value, by their places within it: "0.price". */
  faults?: Readonly<Record<string, string>>
}

/** How a kind of field is shown. One `view.tsx` per kind, beside its rules. */
export interface FieldView {
  Show: ComponentType<ShowProps>
  /** Figures are set right, with figures of one width. */
  align?: 'right'
  /** The input shows whatever text the value is, also one that cannot be read. */
  takesText?: true
}

/** What every input hands on to the one it is built of. */
export const inputState = ({ isBad, disabled }: InputProps): { status?: 'error'; disabled: boolean } => ({
  ...(isBad ? { status: 'error' } : {}),
  disabled: disabled ?? false,
})
