import { choiceView } from '#engine/record/fields/choice/view.tsx'
import type { FieldView } from '#engine/web/field-view.ts'

/** A state is shown like a choice, and never asked for: actions move it. */
export const lifecycleView: FieldView = {
  Show: choiceView.Show,
}
