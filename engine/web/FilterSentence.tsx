import type { LinkValue } from '#engine/access/present.ts'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import { isRelative } from '#engine/time/relative.ts'
import { fieldAt, useDescription } from './description.ts'
import { useOperatorWords } from './filter-fields.ts'
import { isComparison, type Comparison, type FilterPart } from './filter-parts.ts'
import { useLanguage } from './language.tsx'
import { LinkedTitle } from './LinkedTitle.tsx'
import { RelativeDayText } from './RelativeDayText.tsx'
import { viewOf } from './views.ts'

/** A part of a filter as words: "等级 是 A 或 最近联系 为空". Groups within groups stand in brackets. */
export function FilterSentence({ record, part, isInner = false }: { record: RecordDescription; part: FilterPart; isInner?: boolean }) {
  const { t } = useLanguage()
  if (isComparison(part)) return <ComparisonText record={record} part={part} />
  if ('not' in part)
    return (
      <>
        <i className="zk-faint">{t('不满足', 'not')} </i>
        <FilterSentence record={record} part={part.not} isInner />
      </>
    )
  const isAny = 'any' in part
  return (
    <>
      {isInner ? '（' : null}
      {(isAny ? part.any : part.all).map((inner, i) => (
        <span key={i}>
          {i > 0 ? <i className="zk-faint"> {isAny ? t('或', 'or') : t('且', 'and')} </i> : null}
          <FilterSentence record={record} part={inner} isInner />
        </span>
      ))}
      {isInner ? '）' : null}
    </>
  )
}

function ComparisonText({ record, part }: { record: RecordDescription; part: Comparison }) {
  const { t, say } = useLanguage()
  const { data } = useDescription()
  const field = fieldAt(data?.records ?? [], record, part.field)
  const link = part.field.includes('.') ? record.fields.find((entry) => entry.name === part.field.split('.')[0]) : undefined
  if (!field) return <span className="zk-faint">{t('（看不到的条件）', '(a condition out of sight)')}</span>
  const values = part.value === undefined || part.value === null ? [] : [part.value].flat()
  return (
    <>
      <span className="zk-faint">
        {link ? `${say(link.words)} › ` : ''}
        {say(field.words)}
      </span>{' '}
      <Operation field={field} part={part} />{' '}
      <b>
        {values.map((value, i) => (
          <span key={i}>
            {i > 0 ? '、' : ''}
            <ValueText field={field} value={value} />
          </span>
        ))}
      </b>
    </>
  )
}

function Operation({ field, part }: { field: FieldDescription; part: Comparison }) {
  return <>{useOperatorWords(field)(part.op)}</>
}

function ValueText({ field, value }: { field: FieldDescription; value: unknown }) {
  const { Show } = viewOf(field.kind === 'choices' ? 'choice' : field.kind === 'links' ? 'link' : field.kind)
  if (isRelative(value)) return <RelativeDayText value={value} />
  if (field.to) return typeof value === 'string' ? <LinkedTitle id={value} to={field.to} /> : <>{(value as LinkValue).title}</>
  return <Show value={value} field={field} />
}
