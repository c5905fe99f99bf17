import type { Group } from '#engine/access/group.ts'
import type { FieldDescription } from '#engine/record/describe.ts'
import { useLanguage } from './language.tsx'
import { viewOf } from './views.ts'

/** What a group has in common, in words. */
export function GroupName({ field, group }: { field: FieldDescription; group: Pick<Group, 'value' | 'title'> }) {
  const { t } = useLanguage()
  if (group.value === null) return <span className="zk-faint">{t(`无${field.words.zh}`, `No ${field.words.en.toLowerCase()}`)}</span>
  if (field.kind === 'link') return <>{group.title ?? t('（无权查看）', '(not visible)')}</>
  const { Show } = viewOf(field.kind)
  return <Show value={group.value} field={field} />
}

/** The totals of a group, each with its field's name. */
export function GroupTotals({ fields, totals }: { fields: readonly FieldDescription[]; totals: Group['totals'] }) {
  const { say } = useLanguage()
  if (!totals) return null
  return (
    <span className="zk-group-totals">
      {fields
        .filter((field) => (totals[field.name]?.of ?? 0) > 0)
        .map((field) => {
          const { Show } = viewOf(field.kind)
          const { sum } = totals[field.name]!
          return (
            <span key={field.name}>
              <span className="zk-hint">{say(field.words)}</span>{' '}
              <Show value={field.kind === 'integer' ? Number(sum) : sum} field={field} />
            </span>
          )
        })}
    </span>
  )
}
