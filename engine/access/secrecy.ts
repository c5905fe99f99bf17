import type { FilterTree } from '#engine/record/fields/index.ts'
import type { Operator } from '#engine/record/field.ts'
import type { House, Shape } from '#engine/record/house.ts'
import { operatorsOf } from '#engine/record/operators.ts'
import { schemaOf } from '#engine/record/parse.ts'
import { isAsSecret, moreSecret, secrecyOf, type Secrecy } from '#engine/record/secrecy.ts'
import { compileCheck, pathsOf, type Facts } from './condition-js.ts'
import { always, either, never, not, type Condition } from './rules.ts'

/** Comparisons that the database and the product answer alike for every row, whatever the day. */
const plain = new Set<Operator>(['eq', 'ne', 'in', 'notIn', 'has', 'hasAny', 'lt', 'lte', 'gt', 'gte', 'between', 'empty', 'notEmpty'])

/**
 * The condition of a rule by which records are more secret: by their own fields alone, and by values that do not change with the day.
 * Undefined where it cannot be asked so.
 */
export function ruleCondition(shape: Shape, filter: FilterTree): Condition | undefined {
  const all = (parts: readonly FilterTree[], join: (read: Condition[]) => Condition): Condition | undefined => {
    const read = parts.map((part) => ruleCondition(shape, part))
    return read.every((part) => part !== undefined) ? join(read) : undefined
  }
  if ('and' in filter) return all(filter.and, (and) => ({ and }))
  if ('or' in filter) return all(filter.or, (or) => ({ or }))
  if ('not' in filter) return all([filter.not], ([inner]) => not(inner!))
  if (!('field' in filter)) return undefined
  const field = shape.fields.get(filter.field)
  const op = filter.op as Operator
  if (!field || field.field.kind === 'linkAny' || !plain.has(op) || !operatorsOf(field).includes(op)) return undefined
  if (op === 'empty' || op === 'notEmpty') return { field: field.name, op }
  const isSeveral = ['choices', 'links'].includes(field.field.kind)
  const one = (value: unknown): unknown =>
    isSeveral ? (typeof value === 'string' ? value : undefined) : schemaOf(field.field).safeParse(value).data
  const values = [filter.value].flat().map(one)
  if (values.length === 0 || values.includes(undefined)) return undefined
  return { field: field.name, op, value: Array.isArray(filter.value) ? values : values[0] }
}

/** A condition on what a record hangs on in the end, asked of the record. */
const onRoot = (shape: Shape, condition: Condition): Condition =>
  shape.chain.toReversed().reduce<Condition>((where, behind) => ({ behind, where }), condition)

/** The rules that make a field more secret than this class on some records. */
const rulesAbove = (house: House, shape: Shape, own: Secrecy, upTo: Secrecy) =>
  (house.classRules.get(shape.root.name) ?? []).filter((rule) => isAsSecret(own, rule.from) && !isAsSecret(upTo, rule.to))

/**
 * The rows on which a field is no more secret than this class. A rule that cannot be read any more, because a field is gone, holds for all
 * records until somebody mends it: what was to be kept closed does not open by mistake.
 */
export function withinClass(house: House, shape: Shape, name: string, upTo: Secrecy): Condition {
  const own = secrecyOf(shape.fields.get(name)!.field.options)
  if (!isAsSecret(upTo, own)) return never
  const root = house.shapes.get(shape.root.name)!
  const raised = rulesAbove(house, shape, own, upTo).map((rule) => {
    const condition = ruleCondition(root, rule.filter)
    return condition ? onRoot(shape, condition) : always
  })
  return raised.length === 0 ? always : not(either(...raised))
}

/** The class of a field on one record: its own, or what rules make of it there. */
export function classOn(house: House, shape: Shape, name: string, facts: Facts): Secrecy {
  const own = secrecyOf(shape.fields.get(name)!.field.options)
  const root = house.shapes.get(shape.root.name)!
  return rulesAbove(house, shape, own, own)
    .filter((rule) => {
      const condition = ruleCondition(root, rule.filter)
      return !condition || compileCheck(house, shape, onRoot(shape, condition))(facts)
    })
    .reduce((most, rule) => moreSecret(most, rule.to), own)
}

/** What must be loaded beside a row before its classes can be told. */
export const classPaths = (house: House, shape: Shape): string[] => {
  const root = house.shapes.get(shape.root.name)!
  return (house.classRules.get(root.name) ?? []).flatMap((rule) => {
    const condition = ruleCondition(root, rule.filter)
    return condition ? pathsOf(onRoot(shape, condition)) : []
  })
}

/** Whether a field may be more secret than this class on any record. */
export function mayExceed(house: House, shape: Shape, name: string, upTo: Secrecy): boolean {
  const own = secrecyOf(shape.fields.get(name)!.field.options)
  return !isAsSecret(upTo, own) || rulesAbove(house, shape, own, upTo).length > 0
}
