import type { Queries } from '#engine/store/database.ts'
import type { Answer, Case } from '../rules/case.ts'
import { presentIn } from '../rules/ring-rows.ts'
import { lookAhead, type Rotation } from '../rules/rotation.ts'
import { ruleOn, type Ruling } from '../rules/ruling.ts'
import type { RulingSettings } from '../rules/settings.ts'
import { gatherCase } from './gather-case.ts'

export interface DeskQuestion {
  customer: string
  found?: string | null
  reception?: string | null
  at: string
  answer: Answer
  helpers?: readonly string[]
  /** Who receives already, and is to be thought of as free: his visitor is this one. */
  current?: string | null
}

/** Who receives, and whose the customer is: by the ring as it stands now, and what the records know. Writes nothing. */
export async function ruleAtDesk(
  queries: Queries,
  rotation: Rotation,
  settings: RulingSettings,
  { current, ...asked }: DeskQuestion,
): Promise<{ facts: Case; ruled: Ruling }> {
  const free: Rotation = current
    ? { ...rotation, ring: rotation.ring.map((slot) => (slot.user === current ? { ...slot, presence: 'free' } : slot)) }
    : rotation
  const { onTurn } = lookAhead(rotation, asked.at, settings, asked.answer.declined)
  // Whoever receives him already goes on, unless the rules or the visitor want somebody else.
  const goesOn = current && !asked.answer.declined.includes(current) ? current : onTurn
  const facts = await gatherCase(queries, { ...asked, present: presentIn(free), onTurn: goesOn })
  return { facts, ruled: ruleOn(facts, settings) }
}

/** The answers to the first question, as an action or a route takes them. */
export const answerOf = (input: Record<string, unknown>): Answer => ({
  been: input.been as Answer['been'],
  named: (input.named as string[] | undefined) ?? [],
  asked: (input.asked as string | null | undefined) ?? null,
  declined: (input.declined as string[] | undefined) ?? [],
  complaint: (input.complaint as Answer['complaint']) ?? 'none',
  discount: (input.discount as Answer['discount']) ?? 'none',
  insists: input.insists === true,
  waits: input.waits === true,
  picks: (input.picks as string | null | undefined) ?? null,
})
