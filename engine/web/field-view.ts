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
}

/** How a kind of field is shown. One `view.tsx` per kind, beside its rules. */
export interface FieldView {
  Show: ComponentType<ShowProps>
  /** Figures are set right, with figures of one width. */
  align?: 'right'
}
