import { describe, expect, it } from 'vitest'
import { planInForce, refuseTarget, type PlanFor, type PlannedFacts } from './plan-in-force.ts'

const plan = (id: string, more: Partial<PlanFor>): PlanFor => ({
  id,
  target: 'tier',
  customer: null,
  segment: null,
  tier: null,
  group: null,
  department: null,
  every: 30,
  unit: 'day',
  ...more,
})
const facts: PlannedFacts = {
  id: 'xizi',
  tier: 'A',
  stage: 'developing',
  source: 'web',
  assetsInUse: 0,
  hadAssets: false,
  hasReferrer: false,
  departments: ['lake', 'hangzhou', 'group'],
  segments: ['autumn'],
}
const own = plan('own', { target: 'customer', customer: 'xizi', every: 90 })
const segment = plan('segment', { target: 'segment', segment: 'autumn' })
const tier = plan('tier', { tier: 'A' })
const group = plan('group', { target: 'group', group: 'prospective', every: 7 })
const inForce = (plans: PlanFor[], more: Partial<PlannedFacts> = {}) => planInForce(plans, { ...facts, ...more })?.id ?? null

describe('the plan that holds for a customer', () => {
  it('is the closest one', () => {
    expect(inForce([group, tier, segment, own])).toBe('own')
    expect(inForce([group, tier, segment])).toBe('segment')
    expect(inForce([group, tier])).toBe('tier')
    expect(inForce([group])).toBe('group')
    expect(inForce([])).toBeNull()
  })
  it('is none that is meant for others', () => {
    expect(inForce([own], { id: 'lvye' })).toBeNull()
    expect(inForce([segment], { segments: [] })).toBeNull()
    expect(inForce([tier], { tier: 'B' })).toBeNull()
    expect(inForce([tier], { tier: null })).toBeNull()
    expect(inForce([group], { stage: 'mature' })).toBeNull()
    expect(inForce([plan('shanghai', { tier: 'A', department: 'shanghai' })])).toBeNull()
  })
  it('leaves alone whose relation has ended, unless it was made for him', () => {
    expect(inForce([group, tier, segment], { stage: 'ended' })).toBeNull()
    expect(inForce([group, tier, own], { stage: 'ended' })).toBe('own')
  })
  it('is of several alike that of the nearest department, then the one that asks most often, then the oldest', () => {
    const of = (id: string, department: string | null, every = 30) => plan(id, { tier: 'A', department, every })
    expect(inForce([of('all', null, 1), of('hangzhou', 'hangzhou', 2), of('lake', 'lake')])).toBe('lake')
    expect(inForce([of('all', null, 1), of('hangzhou', 'hangzhou', 2)])).toBe('hangzhou')
    expect(inForce([of('seldom', null, 60), of('often', null, 14)])).toBe('often')
    expect(inForce([of('b', null), of('a', null)])).toBe('a')
    expect(inForce([plan('months', { tier: 'A', unit: 'month', every: 1 }), plan('weeks', { tier: 'A', unit: 'week', every: 4 })])).toBe(
      'weeks',
    )
  })
})

it('a plan says whom it is for', () => {
  const none = { customer: null, segment: null, tier: null, group: null }
  expect(Object.keys(refuseTarget({ ...none, target: 'segment' }))).toEqual(['segment'])
  expect(refuseTarget({ ...none, target: 'tier', tier: 'A' })).toEqual({})
})
