import type { Words } from '#engine/text/words.ts'

/** The rules, in the order in which they are asked. */
export const ruleCodes = ['R15', 'R14', 'R5', 'R7', 'R3', 'R9', 'R6', 'R2', 'R4', 'R17', 'R8', 'R18', 'R1', 'R16'] as const
export type RuleCode = (typeof ruleCodes)[number]

/** A registration of the customer, of his household, or of the one who referred him, with one salesperson. Instants are UTC. */
export interface FileFact {
  salesperson: string
  at: string
  register: 'walkIn' | 'callIn'
  of: 'customer' | 'household'
  /** The last qualifying follow-up before the moment that is judged. */
  followedUpAt?: string | null
  /** A deal of this salesperson with the customer is closed. */
  hasDeal?: boolean
  /** Found only after the visitor had left. */
  isFoundLater?: boolean
  /** He does not work here any more, has been transferred, or is on long leave; to whom his file was drawn, and when. */
  gone?: { at: string; drawn?: { to: string; at: string } | null } | null
}

/** Whoever sent the visitor: the original receiver of that customer. */
interface ReferralFact {
  receiver: string
  at: string
  /** The referrer was on record by the end of the first visit. */
  isInTime: boolean
  hasBought: boolean
}

/** What the visitor answers to the first question: been here before, with whom; who shall receive him, and who not. */
export interface Answer {
  been: 'no' | 'yes' | 'forgot'
  named: readonly string[]
  asked: string | null
  declined: readonly string[]
  /** He complains about whom he declines; what the supervisor made of it. */
  complaint?: 'none' | 'open' | 'upheld' | 'rejected'
  /** Turns to another only for a discount; whether the supervisor has certified it in time. */
  discount?: 'none' | 'open' | 'certified' | 'late'
  /** Insists on whom he asked for in spite of it. */
  insists?: boolean
  /** Waits for somebody who is busy. */
  waits?: boolean
  /** Whom he picks because his salesperson is not there. */
  picks?: string | null
}

/** The last ruling on the customer. */
export interface StandingFact {
  rule: RuleCode | 'R12'
  owner: string
  performance: readonly { to: string; percent: { n: number; d: number } }[]
  commission: readonly { to: string; percent: { n: number; d: number } }[]
}

/** A fair, a launch: the manager's own method holds within its dates and place. */
interface EventFact {
  name: string
  receives: 'turn' | 'wish' | 'appointed'
  appointed?: string | null
  usesTurn: boolean
  gives: 'receiver' | 'department'
}

/** All that a ruling rests on. Whoever asks gathers it; the rules look nowhere else. */
export interface Case {
  /** The moment of the reception, and the zone of the site. */
  at: string
  zone: string
  answer: Answer | null
  files: readonly FileFact[]
  referral?: ReferralFact | null
  standing?: StandingFact | null
  /** Where everybody who may be concerned is. */
  present: Readonly<Record<string, 'free' | 'busy' | 'absent'>>
  /** Whom the rotation would give, the declined left out. */
  onTurn: string | null
  /** Who has received the visitor before he was handed on. */
  helpers?: readonly string[]
  quarrel?: { confirmed: boolean } | null
  disobeyed?: boolean
  /** Whom the department names for service where it owns. */
  serviceBy?: string | null
  event?: EventFact | null
  /** The deal: the site's day, and the instant of the deposit. */
  deal?: { on: string; depositAt: string } | null
  /** R8: whose performance it is by agreement of both. */
  agreed?: string | null
  /** How people are called in explanations. */
  names: Readonly<Record<string, string>>
}

/** One rule in an explanation: whether it decided, and why or why not. */
export interface Step {
  rule: string
  fits: boolean
  why: Words
}
