import { refuse } from '#engine/action/refusal.ts'
import type { Queries } from '#engine/store/database.ts'
import { fill, words } from '#engine/text/words.ts'
import { closest } from '../rules/claiming.ts'
import { customerLimits, heldBy, lockedBy, membersNow, takeTurn, type LimitRow } from '../pool/queries.ts'

/** How many customers somebody holds, within one transaction: those that it gives him are counted before they are written. */
export interface Holding {
  held: number
  mostHeld: number | null
  locked: number
  mostLocked: number | null
  /** Counts a customer that he gets. */
  add(customer: { stage: string; lastDealOn: string | null }): void
  addLock(): void
}

const holdings = new WeakMap<Queries, Map<string, Promise<Holding>>>()

async function readHolding(queries: Queries, user: string): Promise<Holding> {
  await takeTurn(queries, user)
  const [limits, [member]] = await Promise.all([customerLimits(queries), membersNow(queries, user)])
  const limit: LimitRow | null = member ? closest(limits, member) : null
  const { mostHeld = null, mostLocked = null } = limit ?? {}
  const holding: Holding = {
    held: limit && mostHeld !== null ? await heldBy(queries, user, limit, mostHeld + 1) : 0,
    mostHeld,
    locked: mostLocked === null ? 0 : await lockedBy(queries, user),
    mostLocked,
    add({ stage, lastDealOn }) {
      if (limit && !limit.exceptStages.includes(stage) && !(limit.exceptWon && lastDealOn !== null)) holding.held += 1
    },
    addLock: () => void (holding.locked += 1),
  }
  return holding
}

/**
 * What a user holds and may hold. The first who asks within a transaction keeps everybody else from giving him customers until it ends: of two
 * who give him his last one in the same second, one is refused.
 */
export function holdingOf(queries: Queries, user: string): Promise<Holding> {
  const known = holdings.get(queries) ?? new Map<string, Promise<Holding>>()
  holdings.set(queries, known)
  let holding = known.get(user)
  if (!holding) known.set(user, (holding = readHolding(queries, user)))
  return holding
}

const full = words('对方名下已有 {n} 位客户，达到上限 {most} 位。', 'The new owner holds {n} customers; the most is {most}.')

/** Refuses to give somebody one customer more than he may hold, and counts it. */
export async function giveWithinLimit(
  queries: Queries,
  user: string,
  customer: { stage: string; lastDealOn: string | null },
): Promise<void> {
  const holding = await holdingOf(queries, user)
  if (holding.mostHeld !== null && holding.held >= holding.mostHeld)
    throw refuse('holds-enough', fill(full, { n: holding.held, most: holding.mostHeld }), { status: 409 })
  holding.add(customer)
}
