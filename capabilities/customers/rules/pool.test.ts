import { describe, expect, it } from 'vitest'
import { faultOfRules, isTooMany, returnOf, sayDeed, sayReturn, type ReturnFacts } from './pool.ts'

const facts = (more: Partial<ReturnFacts> = {}): ReturnFacts => ({
  tier: 'B',
  ownedOn: '2026-06-01',
  followedOn: null,
  opportunityOn: null,
  dealOn: null,
  contractEndsOn: null,
  openDeals: 0,
  isLocked: false,
  isHeld: false,
  ...more,
})
const spares = { won: true, openDeals: true }
const today = '2026-07-20'
const follow = { kind: 'noFollowUp', tier: null, days: 30 }
const until = (rules: Parameters<typeof returnOf>[0], more: Partial<ReturnFacts> = {}) =>
  returnOf(rules, spares, facts(more), today)?.until ?? null

describe('when a customer returns to the pool', () => {
  it('counts from the later of follow-up and claim', () => {
    expect(until([follow])).toBe('2026-07-01')
    expect(until([follow], { followedOn: '2026-06-20' })).toBe('2026-07-20')
    expect(until([follow], { followedOn: '2026-01-20' })).toBe('2026-07-01')
  })
  it('knows tiers: the rule that names one goes before the general one', () => {
    const rules = [follow, { kind: 'noFollowUp', tier: 'A', days: 14 }]
    expect(until(rules, { tier: 'A' })).toBe('2026-06-15')
    expect(until(rules)).toBe('2026-07-01')
    expect(until([{ kind: 'noFollowUp', tier: 'A', days: 14 }])).toBe(null)
    expect(until([follow], { tier: null })).toBe('2026-07-01')
  })
  it('asks for an opportunity and a deal since the claim, and takes the rule that fires first', () => {
    const rules = [follow, { kind: 'noOpportunity', tier: null, days: 20 }, { kind: 'noDeal', tier: null, days: 90 }]
    expect(returnOf(rules, spares, facts(), today)).toMatchObject({ rule: { kind: 'noOpportunity' }, until: '2026-06-21' })
    expect(returnOf(rules, spares, facts({ opportunityOn: '2026-06-05' }), today)).toMatchObject({ rule: { kind: 'noFollowUp' } })
    expect(returnOf(rules, spares, facts({ opportunityOn: '2026-06-05', followedOn: today }), today)).toMatchObject({ until: '2026-08-19' })
    expect(until([rules[1]!], { opportunityOn: '2026-05-31' }), 'one of an earlier owner does not count').toBe('2026-06-21')
  })
  it('spares what is won, locked, held, in a deal or under contract', () => {
    for (const more of [{ dealOn: '2026-05-01' }, { isLocked: true }, { isHeld: true }, { openDeals: 1 }, { contractEndsOn: today }])
      expect(until([follow], more), JSON.stringify(more)).toBe(null)
    expect(returnOf([follow], { won: false, openDeals: false }, facts({ dealOn: '2026-05-01', openDeals: 2 }), today)?.until).toBe(
      '2026-07-01',
    )
  })
  it('lets a customer go so many days after its contract, not at once after a claim', () => {
    const rules = [{ kind: 'contractEnded', tier: null, days: 60 }]
    expect(until(rules)).toBe(null)
    expect(until(rules, { dealOn: '2025-01-01', contractEndsOn: '2026-06-30' })).toBe('2026-08-29')
    expect(until(rules, { contractEndsOn: '2025-06-30' })).toBe('2026-07-31')
  })
  it('says which rule, on which facts, and what would keep the customer', () => {
    expect(sayReturn({ kind: 'noFollowUp', days: 30, since: '2026-06-01' }).zh).toBe('30 天没有有效跟进（自 2026-06-01）')
    expect(sayDeed({ kind: 'noDeal', until: '2026-08-01' }).en).toBe('Win a deal by 2026-08-01')
  })
  it('finds rules that would empty the company, and rules that contradict each other', () => {
    expect([isTooMany(10, 10), isTooMany(11, 50), isTooMany(11, 55), isTooMany(300, 1000)]).toEqual([false, true, false, true])
    expect(faultOfRules([follow, { ...follow, days: 9 }])).not.toBe(null)
    expect(faultOfRules([follow, { ...follow, tier: 'A' }])).toBe(null)
  })
})
