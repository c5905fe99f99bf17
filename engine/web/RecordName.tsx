import type { FieldDescription } from '#engine/record/describe.ts'
import { useDescription } from './description.ts'
import { useLanguage } from './language.tsx'

/** The names of record types in words, as a field may choose among them. */
export const useRecordNames = (field: FieldDescription): Map<string, string> => {
  const { t, say } = useLanguage()
  const { data } = useDescription()
  return new Map([
    ...(field.among === 'records or *' ? [['*', t('全部对象', 'All records')] as const] : []),
    ...(data?.records ?? []).map((record) => [record.name, say(record.words)] as const),
  ])
}

/** The name of a record type, in words. */
export function RecordName({ value, field }: { value: string; field: FieldDescription }) {
  return <>{useRecordNames(field).get(value) ?? value}</>
}
