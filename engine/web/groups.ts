import { useQuery } from '@tanstack/react-query'
import type { Group, GroupAnswer } from '#engine/access/group.ts'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import { api } from './api.ts'
import type { Comparison } from './filter-parts.ts'

/** Groups are opened by a filter: what has no value in a custom field is found by its index alone. */
const isOpened = ({ kind, custom, operators }: FieldDescription) => !custom || kind === 'yesNo' || operators?.includes('empty') === true

/** Fields by which a list may be grouped, and those that may be added up. */
export const groupFieldsOf = (record: RecordDescription): FieldDescription[] =>
  record.fields.filter(
    (field) =>
      isOpened(field) &&
      (['choice', 'lifecycle', 'yesNo'].includes(field.kind) || (field.kind === 'link' && field.filterable && field.name !== record.title)),
  )
export const totalFieldsOf = (record: RecordDescription): FieldDescription[] =>
  record.fields.filter(({ kind, name, bare }) => ['integer', 'decimal', 'money'].includes(kind) && name !== 'version' && !bare)

/** Fields whose values make the columns of a board. */
export const boardFieldsOf = (record: RecordDescription): FieldDescription[] =>
  record.fields.filter(
    (field) => isOpened(field) && (field.kind === 'choice' || field.kind === 'lifecycle') && Object.keys(field.choices ?? {}).length > 1,
  )

export interface ListQuestion {
  filter: string | undefined
  q: string | undefined
}

/** The groups of a list, with counts and totals. */
export const useGroups = (record: string, by: string | undefined, totals: readonly string[], question: ListQuestion) =>
  useQuery({
    queryKey: ['list', record, 'groups', by, totals, question],
    queryFn: ({ signal }) =>
      api.get<GroupAnswer>(`/records/${record}/groups`, {
        query: { by, totals: totals.join() || undefined, filter: question.filter, q: question.q },
        signal,
      }),
    enabled: by !== undefined,
    placeholderData: (before) => before,
    retry: false,
  })

/** What the rows of one group have in common, as a filter. */
export const onlyGroup = (by: string, value: Group['value']): Comparison =>
  value === null ? { field: by, op: 'empty' } : { field: by, op: 'eq', value }

/** The question of a list, narrowed to one group. */
export const narrowedTo = (question: ListQuestion, by: string, value: Group['value']): string => {
  const only = onlyGroup(by, value)
  return JSON.stringify(question.filter ? { and: [JSON.parse(question.filter), only] } : only)
}
