import type { InputProps } from '#engine/web/field-view.ts'
import { RepetitionForm } from '#engine/web/RepetitionForm.tsx'

export const RepetitionInput = (props: InputProps) => <RepetitionForm {...props} />
