import { useQuery } from '@tanstack/react-query'
import type { Description, FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import { api } from './api.ts'

/** What can be seen and done by whoever is signed in: the source of every list, page and form. */
export const useDescription = () =>
  useQuery({ queryKey: ['description'], queryFn: () => api.get<Description>('/description'), staleTime: 300_000, retry: false })

export function useRecordDescription(name: string): RecordDescription | undefined {
  const { data } = useDescription()
  return data?.records.find((record) => record.name === name)
}

/** The field at a path through links: "primaryContact.mobile". */
export function fieldAt(records: readonly RecordDescription[], record: RecordDescription, path: string): FieldDescription | undefined {
  const [first = '', ...rest] = path.split('.')
  const field = record.fields.find((entry) => entry.name === first)
  if (rest.length === 0 || !field?.to) return rest.length === 0 ? field : undefined
  const target = records.find((entry) => entry.name === field.to)
  return target && fieldAt(records, target, rest.join('.'))
}

/** A record type laid out for one record: as the sort of thing that it is. */
export function laidOut(record: RecordDescription, values: Readonly<Record<string, unknown>> | undefined): RecordDescription {
  const own = record.variants?.of[String(values?.[record.variants.field] ?? '')]
  return own ? { ...record, ...own } : record
}
