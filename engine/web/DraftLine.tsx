import { useState } from 'react'
import type { FieldDescription } from '#engine/record/describe.ts'
import { companyZone, dayAt, showInstant } from '#engine/time/zone.ts'
import type { Draft } from './drafts.ts'
import { useLanguage } from './language.tsx'

/** Says that a form begins with what was typed before, and offers to begin anew. */
export function DraftLine({ draft, fields, onDiscard }: { draft: Draft; fields: readonly FieldDescription[]; onDiscard(): void }) {
  const { t, say } = useLanguage()
  const [day, time] = showInstant(new Date(draft.at).toISOString(), companyZone).split(' ')
  const [today] = useState(() => dayAt(new Date().toISOString()))
  const at = day === today ? time : `${day} ${time}`
  const left = fields.filter((field) => draft.left.includes(field.name)).map((field) => say(field.words))
  return (
    <div className="zk-draft" role="status">
      <span>
        {t(`已恢复 ${at} 的草稿`, `Draft of ${at} restored`)}
        {left.length > 0
          ? t(`（${left.join('、')}不留草稿，需重填）`, ` (${left.join(', ')}: never kept in drafts, to be typed again)`)
          : ''}
      </span>
      {' · '}
      <button type="button" className="zk-link" onClick={onDiscard}>
        {t('放弃', 'Discard')}
      </button>
    </div>
  )
}
