import type { Words } from '#engine/text/words.ts'

/** What somebody is told of a decision; the lists only where he looks after the queue. */
export interface Decision {
  id: string
  at: string
  user: { id: string; title: string } | null
  how: string | null
  reason: Words
  waited: number
  isReplayed: boolean
  about?: { record: string; id: string; title: string } | null
  fit?: { user: string; name: string; because: Words }[]
  out?: { user: string; name: string; because: Words }[]
}
