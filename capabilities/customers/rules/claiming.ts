import { words, fill, type Words } from '#engine/text/words.ts'
import { addDays } from '#engine/time/days.ts'

/** Whom a pool or a limit is for. Departments mean those below them as well. */
export interface Reach {
  members: readonly string[]
  roles: readonly string[]
  departments: readonly string[]
}

export interface Member {
  id: string
  roles: readonly string[]
  /** His own and all above it. */
  departments: readonly string[]
}

/** How closely somebody is meant: by name before by role before by department; 0 where he is not. */
export function closeness({ members, roles, departments }: Reach, { id, roles: own, departments: above }: Member): number {
  if (members.includes(id)) return 3
  if (own.some((role) => roles.includes(role))) return 2
  return above.some((department) => departments.includes(department)) ? 1 : 0
}

/** The one of several that means somebody most closely; of equals the first. */
export function closest<T extends Reach>(all: readonly T[], member: Member): T | null {
  let best: T | null = null
  for (const one of all) if (closeness(one, member) > (best ? closeness(best, member) : 0)) best = one
  return best
}

/** What a pool asks of whoever claims. */
export interface ClaimRules {
  claimsPerDay: number | null
  previousOwnerDays: number | null
  freezeDays: number | null
}

export interface ClaimFacts {
  today: string
  isKeeper: boolean
  /** The day on which the customer came into the pool. */
  pooledOn: string
  /** Whether the claimer was the last owner. */
  wasOwner: boolean
  /** How many he has claimed from this pool today. */
  claimed: number
  /** How many customers he holds that count, and how many he may. */
  held: number
  mostHeld: number | null
}

const frozen = words('刚进入公海，{day} 起可以领取。', 'It has just come into the pool; it can be claimed from {day}.')
const waits = words('您是上一任负责人，{day} 起可以领取。', 'You were its last owner; you can claim it from {day}.')
const enough = words('今天在这个公海已领取 {n} 位，达到上限。', 'You have claimed {n} from this pool today, which is the most.')
const full = words('名下已有 {n} 位客户，达到上限 {most} 位。', 'You hold {n} customers; the most is {most}.')

/** Why a customer cannot be claimed; null where it can. Whoever keeps the pool may exceed all of it. */
export function refuseClaim(rules: ClaimRules, facts: ClaimFacts): { code: string; words: Words } | null {
  const { today, isKeeper, pooledOn, wasOwner, claimed, held, mostHeld } = facts
  if (isKeeper) return null
  const open = addDays(pooledOn, rules.freezeDays ?? 0)
  if (today < open) return { code: 'pool-frozen', words: fill(frozen, { day: open }) }
  const back = addDays(pooledOn, rules.previousOwnerDays ?? 0)
  if (wasOwner && today < back) return { code: 'pool-previous-owner', words: fill(waits, { day: back }) }
  if (rules.claimsPerDay !== null && claimed >= rules.claimsPerDay) return { code: 'pool-claims-used', words: fill(enough, { n: claimed }) }
  if (mostHeld !== null && held >= mostHeld) return { code: 'holds-enough', words: fill(full, { n: held, most: mostHeld }) }
  return null
}
