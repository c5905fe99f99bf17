import type { Answer, Case } from './case.ts'
import type { JudgedFile, Standing } from './files.ts'
import type { Share } from './share.ts'
import { whole } from './share.ts'

/** What all rules read: the words of the law for one case, worked out once. */
export interface Desk {
  facts: Case
  files: JudgedFile[]
  valid: JudgedFile[]
  /** P: the owner under the standing ruling, else the salesperson of the earliest valid file. */
  owner: string | null
  /** E: the earlier receivers, valid or not, oldest first. */
  earlier: string[]
  /** Those with a valid file, oldest first. */
  holders: string[]
  /** Whom he asks for and who is there. */
  asked: string | null
  named: string[]
  declined: readonly string[]
  standing: { performance: Share[]; commission: Share[] } | null
  isThere(user: string): boolean
  isHolder(user: string): boolean
  call(user: string): string
}

/** Answers where nobody has been asked yet. */
const nothingSaid: Answer = { been: 'no', named: [], asked: null, declined: [] }

/** Sets the words of the law for a case. */
export function setDesk(facts: Case, { known, justDrawn }: Standing): Desk {
  const answer = facts.answer ?? nothingSaid
  const waits = answer.waits === true
  const isThere = (user: string) =>
    !justDrawn.includes(user) && (facts.present[user] === 'free' || (facts.present[user] === 'busy' && waits))
  const valid = known.filter(({ isValid }) => isValid)
  const holders = [...new Set(valid.map(({ salesperson }) => salesperson))]
  const standing = facts.standing && holders.includes(facts.standing.owner) ? facts.standing : null
  return {
    facts,
    files: known,
    valid,
    owner: standing?.owner ?? holders[0] ?? null,
    earlier: [...new Set(known.map(({ salesperson }) => salesperson))],
    holders,
    asked: answer.asked && isThere(answer.asked) && !answer.declined.includes(answer.asked) ? answer.asked : null,
    named: answer.named.filter((user) => !answer.declined.includes(user)),
    declined: answer.declined,
    standing: standing ? { performance: [...standing.performance], commission: [...standing.commission] } : null,
    isThere,
    isHolder: (user) => holders.includes(user),
    call: (user) => facts.names[user] ?? user,
  }
}

/** What stands before this reception: the shares of the standing ruling, else all to the owner. */
export const standingShares = ({ standing }: Desk, owner: string): { performance: Share[]; commission: Share[] } =>
  standing ?? { performance: whole(owner), commission: whole(owner) }
