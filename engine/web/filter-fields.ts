import type { Description, FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import type { Operator } from '#engine/record/field.ts'
import { useDescription, fieldAt } from './description.ts'
import type { Comparison } from './filter-parts.ts'
import { useLanguage } from './language.tsx'

const operatorWords: Record<Operator, [string, string]> = {
  eq: ['是', 'is'],
  ne: ['不是', 'is not'],
  in: ['属于', 'is any of'],
  notIn: ['不属于', 'is none of'],
  lt: ['小于', 'is below'],
  lte: ['不超过', 'is at most'],
  gt: ['大于', 'is above'],
  gte: ['不少于', 'is at least'],
  between: ['介于', 'is between'],
  contains: ['包含', 'contains'],
  startsWith: ['开头为', 'begins with'],
  has: ['含有', 'has'],
  hasAny: ['含有任一', 'has any of'],
  empty: ['为空', 'is empty'],
  notEmpty: ['不为空', 'is not empty'],
}

const dayWords: Partial<Record<Operator, [string, string]>> = {
  lt: ['早于', 'is before'],
  gt: ['晚于', 'is after'],
  gte: ['不早于', 'is from'],
  lte: ['不晚于', 'is until'],
}

export const isDay = (field: FieldDescription): boolean => field.kind === 'day' || field.kind === 'instant'

/** The comparisons that a field can be asked by; "between" is asked by two of them. */
export const operatorsOf = (field: FieldDescription): Operator[] => (field.operators ?? []).filter((op) => op !== 'between')

export const useOperatorWords = (field: FieldDescription): ((op: Operator) => string) => {
  const { t } = useLanguage()
  return (op) => {
    const pair = (isDay(field) && dayWords[op]) || operatorWords[op]
    return t(pair[0], pair[1])
  }
}

/** A field that a list can be filtered by, and where it stands: "customer.tier" is the tier of the customer that a row links to. */
export interface FilterField {
  path: string
  field: FieldDescription
  /** The link that leads there, for fields of linked records. */
  through?: FieldDescription
}

/** The fields that a list can be filtered by: its own, and those of the records it links to. */
export function filterFieldsOf(description: Description | undefined, record: RecordDescription): FilterField[] {
  const records = description?.records ?? []
  const named = record.list.filters.flatMap((path) => {
    const field = fieldAt(records, record, path)
    return field ? [{ path, field }] : []
  })
  const own = [...named, ...record.fields.filter((field) => field.custom && field.filterable).map((field) => ({ path: field.name, field }))]
  const linked = record.fields
    .filter((field) => field.kind === 'link' && !field.system && !field.custom && field.to !== 'user' && field.to !== record.name)
    .flatMap((through) => {
      const target = records.find((entry) => entry.name === through.to)
      return (target?.list.filters ?? []).flatMap((name): FilterField[] => {
        const field = name.includes('.') ? undefined : target!.fields.find((entry) => entry.name === name)
        return field ? [{ path: `${through.name}.${name}`, field, through }] : []
      })
    })
  return [...own, ...linked]
}

/** What the filter of a list is made of: its fields, a menu of them, and a comparison to begin with. */
export function useFilterFields(record: RecordDescription) {
  const { say } = useLanguage()
  const { data } = useDescription()
  const fields = filterFieldsOf(data, record)
  const own = fields.filter((entry) => !entry.through).map(({ path, field }) => ({ key: path, label: say(field.words) }))
  const behind = [
    ...Map.groupBy(
      fields.filter((entry) => entry.through),
      (entry) => entry.through!,
    ),
  ]
  return {
    fields,
    at: (path: string): FieldDescription | undefined => fieldAt(data?.records ?? [], record, path),
    menu: [
      ...own,
      ...behind.map(([through, list]) => ({
        key: `>${through.name}`,
        label: say(through.words),
        children: list.map(({ path, field }) => ({ key: path, label: say(field.words) })),
      })),
    ],
    begin: (path: string): Comparison => ({ field: path, op: operatorsOf(fields.find((entry) => entry.path === path)!.field)[0]! }),
  }
}
