import type { Field, FieldKind } from '#engine/record/field.ts'
import { choiceKind } from './choice/index.ts'
import { choicesKind } from './choices/index.ts'
import { clockKind } from './clock/index.ts'
import { conditionKind } from './condition/index.ts'
import { dayKind } from './day/index.ts'
import { decimalKind } from './decimal/index.ts'
import { emailKind } from './email/index.ts'
import { instantKind } from './instant/index.ts'
import { integerKind } from './integer/index.ts'
import { lifecycleKind } from './lifecycle/index.ts'
import { linkAnyKind } from './link-any/index.ts'
import { linkKind } from './link/index.ts'
import { linksKind } from './links/index.ts'
import { moneyKind } from './money/index.ts'
import { noteKind } from './note/index.ts'
import { percentKind } from './percent/index.ts'
import { phoneKind } from './phone/index.ts'
import { regionKind } from './region/index.ts'
import { repetitionKind } from './repetition/index.ts'
import { rowsKind } from './rows/index.ts'
import { sequenceKind } from './sequence/index.ts'
import { textKind } from './text/index.ts'
import { urlKind } from './url/index.ts'
import { wordsKind } from './words/index.ts'
import { yesNoKind } from './yes-no/index.ts'

export { choice } from './choice/index.ts'
export { choices } from './choices/index.ts'
export { clock } from './clock/index.ts'
export { condition, filterSchema, mostCounted, type FilterTree } from './condition/index.ts'
export { day } from './day/index.ts'
export { decimal } from './decimal/index.ts'
export { email } from './email/index.ts'
export { instant } from './instant/index.ts'
export { integer } from './integer/index.ts'
export { defineLifecycle, lifecycle } from './lifecycle/index.ts'
export { linkAny } from './link-any/index.ts'
export { link } from './link/index.ts'
export { links } from './links/index.ts'
export { money } from './money/index.ts'
export { note } from './note/index.ts'
export { percent } from './percent/index.ts'
export { phone } from './phone/index.ts'
export { region } from './region/index.ts'
export { repetition } from './repetition/index.ts'
export { rows } from './rows/index.ts'
export {
  counterOf,
  frameOn,
  givenBy,
  numberIn,
  resetOf,
  resets,
  sequence,
  sequenceFaults,
  type Reset,
  type SequenceOptions,
} from './sequence/index.ts'
export { text } from './text/index.ts'
export { url } from './url/index.ts'
export { isLong, wordsField } from './words/index.ts'
export { yesNo } from './yes-no/index.ts'

const kinds = new Map<string, FieldKind>(
  [
    textKind,
    noteKind,
    integerKind,
    decimalKind,
    percentKind,
    moneyKind,
    yesNoKind,
    choiceKind,
    choicesKind,
    dayKind,
    instantKind,
    clockKind,
    repetitionKind,
    linkKind,
    linksKind,
    linkAnyKind,
    phoneKind,
    emailKind,
    urlKind,
    regionKind,
    rowsKind,
    wordsKind,
    sequenceKind,
    lifecycleKind,
    conditionKind,
  ].map((kind) => [kind.name, kind]),
)

/** The kind of a declared field. Throws on a name that no folder under `fields/` declares. */
export const kindOf = (field: Field): FieldKind => kindNamed(field.kind)

export function kindNamed(name: string): FieldKind {
  const kind = kinds.get(name)
  if (!kind) throw new Error(`there is no field kind "${name}"`)
  return kind
}
