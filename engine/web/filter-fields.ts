import type { Description, FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import type { Operator } from '#engine/record/field.ts'
import { useDescription, fieldAt } from './description.ts'
import type { Leaf } from './filter-parts.ts'
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

const regionWords: Partial<Record<Operator, [string, string]>> = { startsWith: ['位于', 'is in'], eq: ['正是', 'is exactly'] }

export const isDay = (field: FieldDescription): boolean => field.kind === 'day' || field.kind === 'instant'

/** The comparisons that a field can be asked by; "between" is asked by two of them. */
export const operatorsOf = (field: FieldDescription): Operator[] => (field.operators ?? []).filter((op) => op !== 'between')

export const useOperatorWords = (field: FieldDescription): ((op: Operator) => string) => {
  const { t } = useLanguage()
  return (op) => {
    const pair = (isDay(field) && dayWords[op]) || (field.kind === 'region' && regionWords[op]) || operatorWords[op]
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

/** What links to a record and may be counted: by its path, with the words of the lists on the record's page. */
export function useLinkedKinds(record: RecordDescription): (path: string) => { label: string; target: RecordDescription } | undefined {
  const { t, say, locale } = useLanguage()
  const { data } = useDescription()
  return (path) => {
    const [name = '', by = ''] = path.split('.')
    const target = data?.records.find((entry) => entry.name === name)
    const field = target?.fields.find((entry) => entry.name === by)
    if (!target || field?.kind !== 'link' || field.to !== record.name) return undefined
    const called = locale === 'zh' ? target.words.zh : target.plural.toLowerCase()
    if (name === record.name) return { label: t(`下级${called}`, `${called} below it`), target }
    const isTwice = record.related.filter((other) => other.startsWith(`${name}.`)).length > 1
    return { label: isTwice ? t(`${called}（作为${say(field.words)}）`, `${called} as ${say(field.words).toLowerCase()}`) : called, target }
  }
}

/** Marks of menu entries that are no fields. */
const linkedMark = '<'
const segmentMark = '#'

/** What the filter of a list is made of: its fields, what can be counted, segments; a menu of them, and a condition to begin with. */
export function useFilterFields(record: RecordDescription) {
  const { t, say } = useLanguage()
  const { data } = useDescription()
  const linkedAt = useLinkedKinds(record)
  const fields = filterFieldsOf(data, record)
  const hasSegments = (name: string | undefined) => name !== undefined && data?.segments?.over.includes(name) === true
  const segmentWord = say(data?.records.find((entry) => entry.name === data.segments?.record)?.words)
  const own = fields.filter((entry) => !entry.through).map(({ path, field }) => ({ key: path, label: say(field.words) }))
  const through = record.fields.filter(
    (field) =>
      field.kind === 'link' && (hasSegments(field.to) ? field.to !== record.name : fields.some((entry) => entry.through === field)),
  )
  const linked = record.related.flatMap((path) => {
    const kind = linkedAt(path)
    return kind ? [{ key: `${linkedMark}${path}`, label: kind.label }] : []
  })
  return {
    fields,
    at: (path: string): FieldDescription | undefined => fieldAt(data?.records ?? [], record, path),
    menu: [
      ...own,
      ...(hasSegments(record.name) ? [{ key: segmentMark, label: segmentWord }] : []),
      ...(linked.length > 0 ? [{ key: linkedMark, label: t('往来与名下记录', 'Linked records'), children: linked }] : []),
      ...through.map((link) => ({
        key: `>${link.name}`,
        label: say(link.words),
        children: [
          ...fields.filter((entry) => entry.through === link).map(({ path, field }) => ({ key: path, label: say(field.words) })),
          ...(hasSegments(link.to) ? [{ key: `${segmentMark}${link.name}`, label: segmentWord }] : []),
        ],
      })),
    ],
    begin(key: string): Leaf {
      if (key.startsWith(linkedMark)) return { linked: key.slice(1), least: 1, where: [] }
      if (key === segmentMark) return { segment: null }
      if (key.startsWith(segmentMark)) return { segment: null, of: key.slice(1) }
      return { field: key, op: operatorsOf(fields.find((entry) => entry.path === key)!.field)[0]! }
    },
  }
}
