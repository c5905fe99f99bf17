import { words, type Words } from '#engine/text/words.ts'
import { groupOf, type Group, type GroupFacts } from './customer-group.ts'
import { lengthOf, type Interval } from './interval.ts'

/** Whom a plan is for, the closest first: of several plans that fit, the one that was made for the fewest goes before. */
export const targets = {
  customer: words('一位客户', 'One customer'),
  segment: words('分群', 'Segment'),
  tier: words('等级', 'Tier'),
  group: words('四类人群', 'One of four groups'),
} satisfies Record<string, Words>
const closest = Object.keys(targets)

export interface PlanFor extends Interval {
  id: string
  target: keyof typeof targets
  customer: string | null
  segment: string | null
  tier: string | null
  group: Group | null
  /** The department it holds for, with those below; everywhere where none is named. */
  department: string | null
}

export interface PlannedFacts extends GroupFacts {
  id: string
  tier: string | null
  /** The customer's department, then those above it, the nearest first. */
  departments: readonly string[]
  /** The segments of plans that the customer was in when they were last reckoned. */
  segments: readonly string[]
}

function fits(plan: PlanFor, facts: PlannedFacts): boolean {
  if (plan.department && !facts.departments.includes(plan.department)) return false
  // Whose relation has ended is left in peace, unless a plan was made for him alone.
  if (plan.target === 'customer') return plan.customer === facts.id
  if (facts.stage === 'ended') return false
  if (plan.target === 'segment') return plan.segment !== null && facts.segments.includes(plan.segment)
  if (plan.target === 'tier') return plan.tier !== null && plan.tier === facts.tier
  return plan.group === groupOf(facts).group
}

/**
 * The one plan that a customer is followed by; null where none fits. The closest goes before: one customer, segment, tier, group; then that of
 * the nearest department; then the one that asks most often; then the oldest.
 * @param plans those in use
 */
export function planInForce<P extends PlanFor>(plans: readonly P[], facts: PlannedFacts): P | null {
  const distance = ({ department }: PlanFor) => (department ? facts.departments.indexOf(department) : facts.departments.length)
  const [first] = plans
    .filter((plan) => fits(plan, facts))
    .sort(
      (a, b) =>
        closest.indexOf(a.target) - closest.indexOf(b.target) ||
        distance(a) - distance(b) ||
        lengthOf(a) - lengthOf(b) ||
        (a.id < b.id ? -1 : 1),
    )
  return first ?? null
}

/** What is wrong with whom a plan is for, by field. */
export function refuseTarget(
  plan: Record<keyof typeof targets, string | null> & { target: keyof typeof targets },
): Partial<Record<string, Words>> {
  return plan[plan.target] ? {} : { [plan.target]: words('此项必填', 'This is required') }
}
