import { isRealContact } from './real-contact.ts'

/** What has to be written, at least, for a contact to count as following up on a customer. */
export const leastWritten = 8

/** How much is written: each Chinese sign is one, each word or number in other letters two. */
export const written = (text: string): number =>
  (text.match(/\p{Script=Han}/gu) ?? []).length +
  2 * (text.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !/^\p{Script=Han}+$/u.test(word)).length

export interface LoggedContact {
  kind: string
  state: string
  subject: string
  outcome: string | null
  body: string | null
  nextStep: string | null
}

/**
 * Whether a contact counts as following up: it took place, is no mere remark, and says something. A note of two words does not, or whoever
 * wants to keep a customer would write "called" and be done.
 */
export function isFollowUp({ kind, state, subject, outcome, body, nextStep }: LoggedContact): boolean {
  if (state !== 'done' || !isRealContact(kind)) return false
  return written([subject, outcome, body, nextStep].filter(Boolean).join(' ')) >= leastWritten
}
