import type { ComponentType } from 'react'
import { ChoiceInput } from '#engine/record/fields/choice/input.tsx'
import { ChoicesInput } from '#engine/record/fields/choices/input.tsx'
import { ClockInput } from '#engine/record/fields/clock/input.tsx'
import { ConditionInput } from '#engine/record/fields/condition/input.tsx'
import { DayInput } from '#engine/record/fields/day/input.tsx'
import { DecimalInput } from '#engine/record/fields/decimal/input.tsx'
import { EmailInput } from '#engine/record/fields/email/input.tsx'
import { InstantInput } from '#engine/record/fields/instant/input.tsx'
import { IntegerInput } from '#engine/record/fields/integer/input.tsx'
import { LifecycleInput } from '#engine/record/fields/lifecycle/input.tsx'
import { LinkAnyInput } from '#engine/record/fields/link-any/input.tsx'
import { LinkInput } from '#engine/record/fields/link/input.tsx'
import { LinksInput } from '#engine/record/fields/links/input.tsx'
import { MoneyInput } from '#engine/record/fields/money/input.tsx'
import { NoteInput } from '#engine/record/fields/note/input.tsx'
import { PercentInput } from '#engine/record/fields/percent/input.tsx'
import { PhoneInput } from '#engine/record/fields/phone/input.tsx'
import { RegionInput } from '#engine/record/fields/region/input.tsx'
import { RepetitionInput } from '#engine/record/fields/repetition/input.tsx'
import { RowsInput } from '#engine/record/fields/rows/input.tsx'
import { SequenceInput } from '#engine/record/fields/sequence/input.tsx'
import { TextInput } from '#engine/record/fields/text/input.tsx'
import { UrlInput } from '#engine/record/fields/url/input.tsx'
import { WordsInput } from '#engine/record/fields/words/input.tsx'
import { YesNoInput } from '#engine/record/fields/yes-no/input.tsx'
import type { InputProps } from './field-view.ts'

const inputs: Record<string, () => ComponentType<InputProps>> = {
  text: () => TextInput,
  note: () => NoteInput,
  integer: () => IntegerInput,
  decimal: () => DecimalInput,
  percent: () => PercentInput,
  money: () => MoneyInput,
  yesNo: () => YesNoInput,
  choice: () => ChoiceInput,
  choices: () => ChoicesInput,
  day: () => DayInput,
  instant: () => InstantInput,
  clock: () => ClockInput,
  repetition: () => RepetitionInput,
  link: () => LinkInput,
  links: () => LinksInput,
  linkAny: () => LinkAnyInput,
  phone: () => PhoneInput,
  condition: () => ConditionInput,
  email: () => EmailInput,
  url: () => UrlInput,
  region: () => RegionInput,
  rows: () => RowsInput,
  words: () => WordsInput,
  sequence: () => SequenceInput,
  lifecycle: () => LifecycleInput,
}

/** How a kind of field is asked for. Imported by forms and filters only: its code is large, and the lists do without it. */
export function inputOf(kind: string): { Input: ComponentType<InputProps> } {
  const input = inputs[kind]
  if (!input) throw new Error(`the field kind "${kind}" has no input`)
  return { Input: input() }
}
