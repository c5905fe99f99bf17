import { badFields } from '#engine/action/refusal.ts'
import { isAsked, type Depends } from '#engine/record/depends.ts'
import { inOrder } from '#engine/record/choice-lists.ts'
import type { RowOf } from '#engine/record/define-record.ts'
import type { Choices } from '#engine/record/fields/choice/index.ts'
import type { House } from '#engine/record/house.ts'
import type { Queries } from '#engine/store/database.ts'
import { fill, words, type Words } from '#engine/text/words.ts'
import { standardsIn } from '../queries.ts'
import type { Customer } from '../records/customer.ts'
import { demandOn, enters, missingOf, type Demand, type Standard } from '../rules/collection.ts'

type Row = RowOf<typeof Customer>

/** The stages in the order that administrators gave them. */
export const stagesOf = (house: House): string[] =>
  inOrder((house.shapes.get('customer')!.fields.get('stage')!.field.options as unknown as { choices: Choices }).choices).map(
    ([code]) => code,
  )

/** What the standards ask of a customer: of fields that are there, and that a form would ask of him. */
export function demandFor(house: House, standards: readonly Standard[], row: Row): Demand {
  const { fields } = house.shapes.get('customer')!
  const demand = demandOn(standards, row, stagesOf(house))
  const isAskedOf = (name: string) =>
    fields.has(name) && isAsked(fields.get(name)!.field.options as Depends, row as unknown as Record<string, unknown>)
  return { ...demand, requires: demand.requires.filter(isAskedOf) }
}

/**
 * Refuses a customer that comes to a stage or tier while a field is empty that the collection standards require there, and names the fields.
 * Whoever is there already can be edited as he is.
 */
export async function refuseEntering(
  { house, queries }: { house: House; queries: Queries },
  before: Row | null,
  after: Row,
): Promise<void> {
  if (!enters(before, after)) return
  const { requires } = demandFor(house, await standardsIn(queries), after)
  const missing = missingOf(requires, after as unknown as Record<string, unknown>)
  if (missing.length === 0) return
  const { fields } = house.shapes.get('customer')!
  const named = (locale: 'zh' | 'en') => missing.map((name) => fields.get(name)!.field.options[locale])
  const stage = (fields.get('stage')!.field.options as unknown as { choices: Choices }).choices[after.stage]
  const why = fill(words('进入“{stage}”{tier}前须填写：{zh}', 'To enter "{stage}"{tier}, fill in: {en}'), {
    stage: stage ?? words(after.stage, after.stage),
    tier: after.tier && after.tier !== before?.tier ? words(`（${after.tier} 级）`, ` (tier ${after.tier})`) : '',
    zh: named('zh').join('、'),
    en: named('en').join(', '),
  })
  throw badFields(Object.fromEntries(missing.map((name): [string, Words] => [name, why])))
}
