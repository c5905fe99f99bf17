import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupOf, groups, type GroupFacts } from './customer-group.ts'

const facts = (more: Partial<GroupFacts> = {}): GroupFacts => ({
  stage: 'potential',
  source: 'web',
  assetsInUse: 0,
  hadAssets: false,
  hasReferrer: false,
  ...more,
})

describe('the group of a customer', () => {
  it.each<[string, Partial<GroupFacts>, string | null]>([
    ['has not bought', {}, 'prospective'],
    ['is being won', { stage: 'developing' }, 'prospective'],
    ['was introduced by a customer', { hasReferrer: true }, 'referred'],
    ['came by referral', { source: 'referral' }, 'referred'],
    ['was introduced and has bought', { source: 'referral', stage: 'growing' }, 'served'],
    ['was introduced and lives here', { hasReferrer: true, assetsInUse: 1, hadAssets: true }, 'beingServed'],
    ['has bought', { stage: 'mature' }, 'served'],
    ['has moved out', { hadAssets: true }, 'served'],
    ['has something in use', { stage: 'mature', assetsInUse: 2, hadAssets: true }, 'beingServed'],
    ['is gone', { stage: 'ended', assetsInUse: 1, hadAssets: true }, null],
  ])('who %s', (_, more, group) => expect(groupOf(facts(more)).group).toBe(group))

  it('is one of four whoever it is, save where the relation has ended, and always for a reason in both languages', () =>
    fc.assert(
      fc.property(
        fc.record({
          stage: fc.constantFrom('potential', 'developing', 'growing', 'mature', 'ended'),
          source: fc.constantFrom(null, 'referral', 'web'),
          assetsInUse: fc.nat(3),
          hadAssets: fc.boolean(),
          hasReferrer: fc.boolean(),
        }),
        (of) => {
          const { group, because } = groupOf(of)
          return (
            (group === null) === (of.stage === 'ended') && (group === null || group in groups) && because.zh !== '' && because.en !== ''
          )
        },
      ),
    ))
})
