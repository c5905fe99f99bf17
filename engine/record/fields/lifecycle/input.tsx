import { choiceView } from '#engine/record/fields/choice/view.tsx'
import type { InputProps } from '#engine/web/field-view.ts'

/** A state is shown like a choice, and never asked for: actions move it. */
export const LifecycleInput = ({ value, field }: InputProps) => <choiceView.Show value={value} field={field} />
