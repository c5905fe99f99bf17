import type { FieldDescription } from '#engine/record/describe.ts'
import { words, type Words } from '#engine/text/words.ts'
import { useDescription } from './description.ts'
import { useLanguage } from './language.tsx'

/** The names that fields of record types are chosen from, with their words. */
export function useRecordWords(): (field: FieldDescription) => Record<string, Words> {
  const { data } = useDescription()
  return (field) => ({
    ...(field.among === 'records or *' ? { '*': words('全部对象', 'All records') } : {}),
    ...Object.fromEntries((data?.records ?? []).map((record) => [record.name, record.words])),
  })
}

/** The name of a record type, in words. */
export function RecordName({ value, field }: { value: string; field: FieldDescription }) {
  const { say } = useLanguage()
  return <>{say(useRecordWords()(field)[value]) || value}</>
}
