import { Link } from '@tanstack/react-router'
import type { Item, LinkValue } from '#engine/access/present.ts'
import type { RecordDescription } from '#engine/record/describe.ts'
import type { Words } from '#engine/text/words.ts'
import { useLanguage } from './language.tsx'
import { useIsPlain } from './plain.ts'

/** What names a record: its title field, in words where that is one of several choices. */
export function titleOf(item: Item, { title, fields }: Pick<RecordDescription, 'title' | 'fields'>, say: (text: Words) => string): string {
  const value = item[title]
  const choice = typeof value === 'string' ? fields.find(({ name }) => name === title)?.choices?.[value] : undefined
  if (choice) return say(choice)
  return typeof value === 'object' && value !== null ? say(value as Words) : String(value ?? '')
}

/** A linked record by its title; somebody else's record that one may not see is said to be hidden, not named. */
export function LinkText({ value, to }: { value: unknown; to: string }) {
  const { t } = useLanguage()
  const isPlain = useIsPlain()
  const link = value as LinkValue | { hidden: true }
  if ('hidden' in link) return <span className="zk-faint">{t('（无权查看）', '(not visible)')}</span>
  if (isPlain) return <>{link.title || '—'}</>
  return (
    <Link to="/$record/$id" params={{ record: to, id: link.id }} onClick={(event) => event.stopPropagation()}>
      {link.title || '—'}
    </Link>
  )
}
