import type { LinkValue } from '#engine/access/present.ts'
import type { FieldDescription, RecordDescription } from '#engine/record/describe.ts'
import { isRelative } from '#engine/time/relative.ts'
import { fieldAt, useDescription } from './description.ts'
import { useLinkedKinds, useOperatorWords } from './filter-fields.ts'
import { isBelonging, isComparison, isCounting, type Belonging, type Comparison, type Counting, type FilterPart } from './filter-parts.ts'
import { useLanguage } from './language.tsx'
import { LinkedTitle } from './LinkedTitle.tsx'
import { RelativeDayText } from './RelativeDayText.tsx'
import { viewOf } from './views.ts'

/** A part of a filter as words: "等级 是 A 或 最近联系 为空". Groups within groups stand in brackets. */
export function FilterSentence({ record, part, isInner = false }: { record: RecordDescription; part: FilterPart; isInner?: boolean }) {
  const { t } = useLanguage()
  if (isComparison(part)) return <ComparisonText record={record} part={part} />
  if (isCounting(part)) return <CountingText record={record} part={part} />
  if (isBelonging(part)) return <BelongingText record={record} part={part} />
  if ('not' in part && isBelonging(part.not)) return <BelongingText record={record} part={part.not} isOutside />
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

/** "至少 3 条联系记录（方式 是 拜访）". */
function CountingText({ record, part: { linked, least, most, where } }: { record: RecordDescription; part: Counting }) {
  const { t } = useLanguage()
  const kind = useLinkedKinds(record)(linked)
  if (!kind) return <span className="zk-faint">{t('（看不到的条件）', '(a condition out of sight)')}</span>
  const atLeast = least ?? (most === undefined ? 1 : 0)
  const how =
    most === 0
      ? t('没有', 'has no')
      : most === undefined && atLeast === 1
        ? t('有', 'has')
        : [
            ...(atLeast > 0 ? [t(`至少有 ${atLeast} 条`, `has at least ${atLeast}`)] : []),
            ...(most === undefined ? [] : [t(`至多有 ${most} 条`, `${atLeast > 0 ? '' : 'has '}at most ${most}`)]),
          ].join(t('、', ' and '))
  return (
    <>
      <span className="zk-faint">{how}</span> <b>{kind.label}</b>
      {where.length > 0 ? (
        <span>
          {t('（', ' (')}
          {where.map((inner, i) => (
            <span key={i}>
              {i > 0 ? <i className="zk-faint"> {t('且', 'and')} </i> : null}
              <FilterSentence record={kind.target} part={inner} isInner />
            </span>
          ))}
          {t('）', ')')}
        </span>
      ) : null}
    </>
  )
}

function BelongingText({ record, part, isOutside = false }: { record: RecordDescription; part: Belonging; isOutside?: boolean }) {
  const { t, say } = useLanguage()
  const { data } = useDescription()
  const link = part.of === undefined ? undefined : record.fields.find((field) => field.name === part.of)
  const { segment } = part
  return (
    <>
      <span className="zk-faint">
        {link ? `${say(link.words)} › ` : ''}
        {isOutside ? t('不在分群', 'not in segment') : t('在分群', 'in segment')}
      </span>{' '}
      <b>
        {typeof segment === 'string' && data?.segments ? (
          <LinkedTitle id={segment} to={data.segments.record} />
        ) : (
          ((segment as LinkValue | null)?.title ?? '…')
        )}
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
