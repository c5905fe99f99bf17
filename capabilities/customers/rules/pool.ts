import { fill, words, type Words } from '#engine/text/words.ts'
import { addDays } from '#engine/time/days.ts'

/** Why a customer returns to a pool. */
export const returnKinds = {
  noFollowUp: words('没有有效跟进', 'No follow-up'),
  noOpportunity: words('没有商机', 'No opportunity'),
  noDeal: words('没有成交', 'No deal'),
  contractEnded: words('合同到期', 'Contract ended'),
}
export type ReturnKind = keyof typeof returnKinds

/** After so many days; for customers of a tier, or for those of all tiers that have no rule of this kind of their own. */
export interface ReturnRule {
  kind: string
  tier: string | null
  days: number
}

/** What a pool spares, beside what is locked, held by law, or under a contract that is still running. */
export interface Sparing {
  won: boolean
  openDeals: boolean
}

/** What is known of an owned customer; days in the company's zone. */
export interface ReturnFacts {
  tier: string | null
  /** When its owner got it. */
  ownedOn: string
  /** The last contact that counts as following up, whoever had it. */
  followedOn: string | null
  opportunityOn: string | null
  dealOn: string | null
  contractEndsOn: string | null
  openDeals: number
  isLocked: boolean
  isHeld: boolean
}

/** When a customer returns if nothing is done: its owner has the whole of the day `until`. */
export interface Return {
  rule: ReturnRule
  since: string
  until: string
}

const later = (...days: (string | null)[]): string => days.filter((day) => day !== null).reduce((a, b) => (a > b ? a : b))

/** Whether a rule is meant for a tier: one that names the tier takes the place of the general one of its kind. */
const isMeant = (rule: ReturnRule, rules: readonly ReturnRule[], tier: string | null): boolean =>
  rule.tier === tier ||
  (rule.tier === null && !rules.some((other) => other.kind === rule.kind && other.tier !== null && other.tier === tier))

/** From which day a rule counts for a customer; null where it has nothing to say of it. */
function sinceOf(kind: ReturnKind, facts: ReturnFacts): string | null {
  const { ownedOn, followedOn, opportunityOn, dealOn, contractEndsOn } = facts
  if (kind === 'noFollowUp') return later(ownedOn, followedOn)
  if (kind === 'noOpportunity') return opportunityOn !== null && opportunityOn >= ownedOn ? null : ownedOn
  if (kind === 'noDeal') return dealOn !== null && dealOn >= ownedOn ? null : ownedOn
  return contractEndsOn === null ? null : later(contractEndsOn, ownedOn)
}

/** When a customer returns under these rules, by the one that fires first; null where it stays. */
export function returnOf(rules: readonly ReturnRule[], spares: Sparing, facts: ReturnFacts, today: string): Return | null {
  const { isLocked, isHeld, openDeals, dealOn, contractEndsOn, tier } = facts
  if (isLocked || isHeld || (spares.openDeals && openDeals > 0) || (contractEndsOn !== null && contractEndsOn >= today)) return null
  let first: Return | null = null
  for (const rule of rules) {
    if (!isMeant(rule, rules, tier) || (rule.kind !== 'contractEnded' && spares.won && dealOn !== null)) continue
    const since = sinceOf(rule.kind as ReturnKind, facts)
    const until = since && addDays(since, rule.days)
    if (since && until && (!first || until < first.until)) first = { rule, since, until }
  }
  return first
}

const sentences: Record<ReturnKind, Words> = {
  noFollowUp: words('{days} 天没有有效跟进（自 {since}）', 'no follow-up for {days} days (since {since})'),
  noOpportunity: words('领取后 {days} 天没有商机（自 {since}）', 'no opportunity within {days} days (since {since})'),
  noDeal: words('领取后 {days} 天没有成交（自 {since}）', 'no deal within {days} days (since {since})'),
  contractEnded: words('合同到期后 {days} 天（{since} 到期）', '{days} days after the contract ended ({since})'),
}

/** Which rule it was, on which facts: "30 天没有有效跟进（自 2026-10-20）". */
export const sayReturn = ({ kind, days, since }: { kind: string; days: number; since: string }): Words =>
  fill(sentences[kind as ReturnKind], { days, since })

const deeds: Record<ReturnKind, Words> = {
  noFollowUp: words('在 {until} 前有效跟进一次', 'Follow up by {until}'),
  noOpportunity: words('在 {until} 前建立商机', 'Open an opportunity by {until}'),
  noDeal: words('在 {until} 前成交', 'Win a deal by {until}'),
  contractEnded: words('在 {until} 前续约', 'Renew the contract by {until}'),
}

/** What the owner must do until when. */
export const sayDeed = ({ kind, until }: { kind: string; until: string }): Words => fill(deeds[kind as ReturnKind], { until })

/** What would empty the company: more than ten customers and more than a fifth of all that the pool watches. */
export const isTooMany = (falls: number, watched: number): boolean => falls > 10 && falls * 5 > watched

/** Why two rules cannot stand beside each other; null where all can. */
export function faultOfRules(rules: readonly ReturnRule[]): Words | null {
  const names = rules.map(({ kind, tier }) => `${kind}:${tier ?? ''}`)
  return new Set(names).size === names.length ? null : words('同一情形和等级有两条规则', 'two rules for the same case and tier')
}
