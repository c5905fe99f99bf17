import type { ComponentType } from 'react'
import type { FieldDescription } from '#engine/record/describe.ts'

/** How a kind of field is shown and asked for. One `view.tsx` per kind, beside its rules. */
export interface ShowProps {
  value: unknown
  field: FieldDescription
  /** The value is only what may be seen of it. */
  isMasked?: boolean
}

export interface InputProps {
  id: string
  value: unknown
  onChange(value: unknown): void
  field: FieldDescription
  isBad?: boolean
  /** What else the form holds, for inputs that depend on it. */
  around?: Readonly<Record<string, unknown>>
  autoFocus?: boolean
  disabled?: boolean
}

export interface FieldView {
  Show: ComponentType<ShowProps>
  Input: ComponentType<InputProps>
  /** Figures are set right, with figures of one width. */
  align?: 'right'
}
