import { badFields } from '#engine/action/refusal.ts'
import type { Store } from '#engine/action/work.ts'
import { choicesWith, hasList, inOrder, type ChoiceRow } from '#engine/record/choice-lists.ts'
import type { CustomFieldRow } from '#engine/record/custom-fields.ts'
import type { Choices } from '#engine/record/fields/choice/index.ts'
import type { House, KnownField } from '#engine/record/house.ts'
import type { Queries } from '#engine/store/database.ts'
import { fill, words } from '#engine/text/words.ts'
import { holdFieldName } from '../queries.ts'
import { ChoiceList } from '../records/choice-list.ts'
import { CustomField } from '../records/custom-field.ts'
import { doubleCode } from '../rules/custom-field.ts'
import { setupKey } from '../rules/setup-key.ts'
import { checkField, shapeOfField } from './check-field.ts'

interface Place {
  record: string
  field: string
}

/** A field whose choices an administrator may change. Those of records that rights and settings are made of are the product's own. */
function listField(house: House, { record, field }: Place): KnownField {
  const shape = shapeOfField(house, record)
  const known = shape.fields.get(field)
  if (!known || !hasList(known.field) || (known.storage === 'column' && shape.record.shapesAccess))
    throw badFields({ field: words('这个字段没有可以修改的选项', 'this field has no choices that could be changed') })
  return known
}

const optionsOf = (house: House, { record, field }: Place) =>
  house.shapes.get(record)!.record.fields[field]!.options as unknown as { choices: Choices; open?: boolean }

/** The choices of a field as its record type declares them. */
export function declaredChoices(house: House, place: Place): Choices {
  if (listField(house, place).storage === 'custom')
    throw badFields({ field: words('自定义字段的选项在字段中修改', 'choices of a custom field are changed on the field') })
  return optionsOf(house, place).choices
}

export const rowsOf = (choices: Choices): ChoiceRow[] =>
  inOrder(choices).map(([code, { zh, en, color, isRetired }]) => ({ code, zh, en, color: color ?? null, isRetired: isRetired === true }))

/** Refuses a list of choices that cannot be: for a declared field, against what is declared. */
export function checkList(house: House, place: Place, after: readonly ChoiceRow[]): void {
  const known = listField(house, place)
  const fault = (zh: string, en: string, code = '') => badFields({ choices: fill(words(zh, en), { code }) })
  const twice = doubleCode(after)
  if (twice) throw fault('代码“{code}”重复', 'the code "{code}" comes twice', twice)
  if (after.every((choice) => choice.isRetired)) throw fault('至少要留一个可选的选项', 'one choice at least must be offered')
  if (known.storage === 'custom') return
  const { choices, open } = optionsOf(house, place)
  const foreign = open ? undefined : after.find((choice) => !(choice.code in choices))
  if (foreign)
    throw fault(
      '这个字段的选项由系统使用，不能增加“{code}”',
      'rules rest on the choices of this field; "{code}" cannot be added',
      foreign.code,
    )
}

/** Changes the choices of a field, declared or custom, as they stand at this instant: two administrators at once lose nothing. */
export async function changeChoices(
  { store, house, queries, place }: { store: Store; house: House; queries: Queries; place: Place },
  change: (choices: ChoiceRow[]) => ChoiceRow[],
): Promise<unknown> {
  const known = listField(house, place)
  const find = { field: 'key', op: 'eq', value: setupKey(place) } as const
  if (known.storage === 'custom') {
    const [field] = await store.find(CustomField, find, { lock: true })
    if (!field) throw badFields({ field: words('没有这个字段', 'there is no such field') })
    const choices = change(field.choices as ChoiceRow[])
    checkList(house, place, choices)
    const changed = store.edit(CustomField, field, { choices })
    checkField(house, changed as CustomFieldRow)
    return changed
  }
  // The first change makes the row: whoever comes in the same moment waits, and finds it.
  await holdFieldName(queries, setupKey(place))
  const [list] = await store.find(ChoiceList, find, { lock: true })
  const { choices: declared, open } = optionsOf(house, place)
  const before = rowsOf(choicesWith(declared, (list?.choices as ChoiceRow[]) ?? [], open === true))
  const choices = change(before)
  checkList(house, place, choices)
  return list ? store.edit(ChoiceList, list, { choices }) : store.create(ChoiceList, { ...place, choices })
}
