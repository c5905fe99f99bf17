import { Link } from '@tanstack/react-router'
import type { Item, LinkValue } from '#engine/access/present.ts'
import { useLanguage } from './language.tsx'
import { useIsPlain } from './plain.ts'

/** Title of an item, whatever kind its title field is. */
export const titleOf = (item: Item, title: string, say: (text: never) => string): string => {
  const value = item[title]
  return typeof value === 'object' && value !== null ? say(value as never) : String(value ?? '')
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
