import type { LinkValue } from '#engine/access/present.ts'
import { LinkedTitle } from './LinkedTitle.tsx'
import { LinkText } from './LinkText.tsx'

/** A link to a record of any type; without its title where only the id is known. */
export interface AnyLinkValue extends Partial<LinkValue> {
  id: string
  record: string
}

/** A linked record of any type by its title; said to be hidden where one may not see it. A kept filter and a conflict know the id alone. */
export function AnyLinkText({ value }: { value: unknown }) {
  const link = value as AnyLinkValue | { hidden: true }
  if ('hidden' in link) return <LinkText value={link} to="" />
  if (link.title !== undefined) return <LinkText value={link} to={link.record} />
  return <LinkedTitle to={link.record} id={link.id} />
}
