import { useQuery } from '@tanstack/react-query'
import type { FieldDescription } from '#engine/record/describe.ts'
import { api } from './api.ts'
import { bare } from './bare.ts'
import { useRecordDescription } from './description.ts'
import type { Values } from './form-faults.ts'
import { useSettled } from './settled.ts'

/** The record that a form makes or changes. */
export interface FormSubject {
  record: string
  /** Absent for a new one. */
  id?: string
}

/**
 * Asks the server, while one types, whether somebody else holds the identities typed (numbers, accounts); by field, in the words by which
 * saving would be refused.
 * @param sound the fields whose values the browser finds nothing wrong with.
 */
export function useTaken(
  subject: FormSubject | undefined,
  fields: readonly FieldDescription[],
  changed: Values,
  values: Values,
  isSound: (name: string) => boolean,
): Record<string, string> {
  const under = useRecordDescription(subject?.record ?? '')?.under
  const asked = fields.filter(({ name, identity }) => identity && name in changed && changed[name] && isSound(name))
  const names = [...new Set([...asked.flatMap(({ name, identity }) => [name, ...identity!]), ...(subject?.id || !under ? [] : [under])])]
  const question =
    subject && asked.length > 0
      ? JSON.stringify({
          ...(subject.id ? { id: subject.id } : {}),
          values: Object.fromEntries(names.flatMap((name) => (values[name] ? [[name, bare(values[name])]] : []))),
        })
      : ''
  const settled = useSettled(question, 450)
  const { data } = useQuery({
    queryKey: ['taken', subject?.record, settled],
    queryFn: ({ signal }) =>
      api.post<{ fields: Record<string, string> }>(`/records/${subject!.record}/check`, JSON.parse(settled), { signal }),
    enabled: settled !== '' && settled === question,
    staleTime: 5_000,
    gcTime: 10_000,
    retry: false,
  })
  if (!data || settled !== question) return {}
  return Object.fromEntries(Object.entries(data.fields).filter(([name]) => asked.some((field) => field.name === name)))
}
