import { choiceView } from '#engine/record/fields/choice/view.tsx'
import { choicesView } from '#engine/record/fields/choices/view.tsx'
import { clockView } from '#engine/record/fields/clock/view.tsx'
import { conditionView } from '#engine/record/fields/condition/view.tsx'
import { dayView } from '#engine/record/fields/day/view.tsx'
import { decimalView } from '#engine/record/fields/decimal/view.tsx'
import { emailView } from '#engine/record/fields/email/view.tsx'
import { instantView } from '#engine/record/fields/instant/view.tsx'
import { integerView } from '#engine/record/fields/integer/view.tsx'
import { lifecycleView } from '#engine/record/fields/lifecycle/view.tsx'
import { linkAnyView } from '#engine/record/fields/link-any/view.tsx'
import { linkView } from '#engine/record/fields/link/view.tsx'
import { linksView } from '#engine/record/fields/links/view.tsx'
import { moneyView } from '#engine/record/fields/money/view.tsx'
import { noteView } from '#engine/record/fields/note/view.tsx'
import { percentView } from '#engine/record/fields/percent/view.tsx'
import { phoneView } from '#engine/record/fields/phone/view.tsx'
import { regionView } from '#engine/record/fields/region/view.tsx'
import { repetitionView } from '#engine/record/fields/repetition/view.tsx'
import { rowsView } from '#engine/record/fields/rows/view.tsx'
import { sequenceView } from '#engine/record/fields/sequence/view.tsx'
import { textView } from '#engine/record/fields/text/view.tsx'
import { urlView } from '#engine/record/fields/url/view.tsx'
import { wordsView } from '#engine/record/fields/words/view.tsx'
import { yesNoView } from '#engine/record/fields/yes-no/view.tsx'
import type { FieldView } from './field-view.ts'

const views: Record<string, () => FieldView> = {
  text: () => textView,
  note: () => noteView,
  integer: () => integerView,
  decimal: () => decimalView,
  percent: () => percentView,
  money: () => moneyView,
  yesNo: () => yesNoView,
  choice: () => choiceView,
  choices: () => choicesView,
  day: () => dayView,
  instant: () => instantView,
  clock: () => clockView,
  repetition: () => repetitionView,
  link: () => linkView,
  links: () => linksView,
  linkAny: () => linkAnyView,
  phone: () => phoneView,
  condition: () => conditionView,
  email: () => emailView,
  url: () => urlView,
  region: () => regionView,
  rows: () => rowsView,
  words: () => wordsView,
  sequence: () => sequenceView,
  lifecycle: () => lifecycleView,
}

/** How a kind of field is shown. */
export function viewOf(kind: string): FieldView {
  const view = views[kind]
  if (!view) throw new Error(`the field kind "${kind}" has no view`)
  return view()
}
