import { describe, expect, it } from 'vitest'
import { concerns, demandOn, enters, missingOf, type Standard } from './collection.ts'

const stages = ['potential', 'developing', 'growing', 'mature', 'ended']
const standard = (id: string, more: Partial<Standard>): Standard => ({
  id,
  name: id,
  kind: null,
  tier: null,
  stage: 'potential',
  requires: [],
  everyDays: null,
  keeper: null,
  ...more,
})
const everybody = standard('everybody', { requires: ['source'], everyDays: 365 })
const growing = standard('growing', { stage: 'growing', requires: ['primaryContact', 'source'] })
const keyAccounts = standard('keyAccounts', { tier: 'A', requires: ['uscc'], everyDays: 90, keeper: 'wang' })
const families = standard('families', { kind: 'household', requires: ['address'] })
const all = [everybody, growing, keyAccounts, families]

describe('what is asked of a customer', () => {
  it.each([
    ['a beginner', { kind: 'enterprise', tier: null, stage: 'potential' }, ['source'], 365, null],
    ['one that has come further', { kind: 'enterprise', tier: 'C', stage: 'growing' }, ['source', 'primaryContact'], 365, null],
    ['one beyond the stage named', { kind: 'enterprise', tier: null, stage: 'mature' }, ['source', 'primaryContact'], 365, null],
    ['a key account: the shortest time, with its keeper', { kind: 'group', tier: 'A', stage: 'potential' }, ['source', 'uscc'], 90, 'wang'],
    ['a family, of whom no code is asked', { kind: 'household', tier: 'A', stage: 'potential' }, ['source', 'address'], 90, 'wang'],
    ['one that has ended', { kind: 'enterprise', tier: 'A', stage: 'ended' }, [], null, null],
  ])('%s', (_, place, requires, everyDays, keeper) => {
    expect(demandOn(all, place, stages)).toMatchObject({ requires, everyDays, keeper })
  })

  it('follows the order of the stages as it is set', () => {
    const place = { kind: 'enterprise', tier: null, stage: 'developing' }
    expect(demandOn([growing], place, stages).requires).toEqual([])
    expect(demandOn([growing], place, ['potential', 'growing', 'developing', 'mature', 'ended']).requires).toEqual([
      'primaryContact',
      'source',
    ])
  })

  it('does not hang on the order in which standards were read', () => {
    const twins = [standard('b', { everyDays: 90, keeper: 'li' }), standard('a', { everyDays: 90, keeper: 'wang' })]
    const place = { kind: 'person', tier: null, stage: 'potential' }
    expect(demandOn(twins, place, stages).keeper).toBe('wang')
    expect(demandOn(twins.toReversed(), place, stages).keeper).toBe('wang')
  })
})

it('coming to a place: new, or of another kind, tier or stage', () => {
  const place = { kind: 'enterprise', tier: 'B', stage: 'growing' }
  expect(enters(null, place)).toBe(true)
  expect(enters(place, { ...place })).toBe(false)
  for (const change of [{ kind: 'group' }, { tier: 'A' }, { tier: null }, { stage: 'mature' }])
    expect(enters(place, { ...place, ...change })).toBe(true)
})

it('what is missing: nothing, an empty text, an empty list; not zero and not no', () => {
  const values = { a: null, b: '', c: [], d: 0, e: false, f: 'x' }
  expect(missingOf(['a', 'b', 'c', 'd', 'e', 'f', 'g'], values)).toEqual(['a', 'b', 'c', 'g'])
})

it('facts of organisations are not asked of human beings', () => {
  expect(concerns('uscc', 'enterprise')).toBe(true)
  expect(concerns('uscc', 'person')).toBe(false)
  expect(concerns('address', 'household')).toBe(true)
})
