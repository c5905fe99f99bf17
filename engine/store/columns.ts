import type { Field } from '#engine/record/field.ts'
import { choiceColumn } from '#engine/record/fields/choice/column.ts'
import { choicesColumn } from '#engine/record/fields/choices/column.ts'
import { clockColumn } from '#engine/record/fields/clock/column.ts'
import { conditionColumn } from '#engine/record/fields/condition/column.ts'
import { dayColumn } from '#engine/record/fields/day/column.ts'
import { decimalColumn } from '#engine/record/fields/decimal/column.ts'
import { emailColumn } from '#engine/record/fields/email/column.ts'
import { instantColumn } from '#engine/record/fields/instant/column.ts'
import { integerColumn } from '#engine/record/fields/integer/column.ts'
import { lifecycleColumn } from '#engine/record/fields/lifecycle/column.ts'
import { linkAnyColumn } from '#engine/record/fields/link-any/column.ts'
import { linkColumn } from '#engine/record/fields/link/column.ts'
import { linksColumn } from '#engine/record/fields/links/column.ts'
import { moneyColumn } from '#engine/record/fields/money/column.ts'
import { noteColumn } from '#engine/record/fields/note/column.ts'
import { percentColumn } from '#engine/record/fields/percent/column.ts'
import { phoneColumn } from '#engine/record/fields/phone/column.ts'
import { regionColumn } from '#engine/record/fields/region/column.ts'
import { repetitionColumn } from '#engine/record/fields/repetition/column.ts'
import { rowsColumn } from '#engine/record/fields/rows/column.ts'
import { sequenceColumn } from '#engine/record/fields/sequence/column.ts'
import { textColumn } from '#engine/record/fields/text/column.ts'
import { urlColumn } from '#engine/record/fields/url/column.ts'
import { wordsColumn } from '#engine/record/fields/words/column.ts'
import { yesNoColumn } from '#engine/record/fields/yes-no/column.ts'
import type { ColumnKind } from './column.ts'

const columnKinds: Record<string, ColumnKind> = {
  text: textColumn,
  note: noteColumn,
  integer: integerColumn,
  decimal: decimalColumn,
  percent: percentColumn,
  money: moneyColumn,
  yesNo: yesNoColumn,
  choice: choiceColumn,
  choices: choicesColumn,
  day: dayColumn,
  instant: instantColumn,
  clock: clockColumn,
  repetition: repetitionColumn,
  link: linkColumn,
  links: linksColumn,
  linkAny: linkAnyColumn,
  phone: phoneColumn,
  email: emailColumn,
  url: urlColumn,
  region: regionColumn,
  rows: rowsColumn,
  words: wordsColumn,
  sequence: sequenceColumn,
  lifecycle: lifecycleColumn,
  condition: conditionColumn,
}

/** How a field's kind is kept. Throws for a kind without `column.ts`. */
export function columnKindOf(field: Field): ColumnKind {
  const kind = columnKinds[field.kind]
  if (!kind) throw new Error(`the field kind "${field.kind}" has no column`)
  return kind
}

/** Column name of a declared name: "lastContactAt" → "last_contact_at". */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
