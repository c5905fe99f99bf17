import { describe, expect, it } from 'vitest'
import { closest, closeness, refuseClaim, type ClaimFacts } from './claiming.ts'

const nobody = { members: [], roles: [], departments: [] }
const li = { id: 'li', roles: ['sales'], departments: ['lake', 'hangzhou'] }

describe('whom a pool or a limit is for', () => {
  it('means by name before by role before by department', () => {
    expect([
      closeness(nobody, li),
      closeness({ ...nobody, departments: ['hangzhou'] }, li),
      closeness({ ...nobody, roles: ['sales'] }, li),
      closeness({ ...nobody, members: ['li'] }, li),
    ]).toEqual([0, 1, 2, 3])
  })
  it('takes the closest, of equals the first', () => {
    const [one, two, three] = [
      { ...nobody, departments: ['lake'], n: 1 },
      { ...nobody, roles: ['sales'], n: 2 },
      { ...nobody, roles: ['sales'], n: 3 },
    ]
    expect(closest([one, two, three], li)?.n).toBe(2)
    expect(closest([one], { ...li, departments: ['river'] })).toBe(null)
  })
})

describe('claiming', () => {
  const rules = { claimsPerDay: 5, previousOwnerDays: 7, freezeDays: 2 }
  const facts = (more: Partial<ClaimFacts> = {}): ClaimFacts => ({
    today: '2026-07-20',
    isKeeper: false,
    pooledOn: '2026-07-01',
    wasOwner: false,
    claimed: 0,
    held: 0,
    mostHeld: 50,
    ...more,
  })
  const code = (more: Partial<ClaimFacts>) => refuseClaim(rules, facts(more))?.code ?? null

  it.each([
    ['nothing stands against it', {}, null],
    ['it came yesterday', { pooledOn: '2026-07-19' }, 'pool-frozen'],
    ['it came two days ago', { pooledOn: '2026-07-18' }, null],
    ['he lost it six days ago', { pooledOn: '2026-07-14', wasOwner: true }, 'pool-previous-owner'],
    ['he lost it seven days ago', { pooledOn: '2026-07-13', wasOwner: true }, null],
    ['he has claimed five', { claimed: 5 }, 'pool-claims-used'],
    ['he holds fifty', { held: 50 }, 'holds-enough'],
    ['he keeps the pool', { isKeeper: true, claimed: 9, held: 99, wasOwner: true, pooledOn: '2026-07-20' }, null],
  ])('%s', (_, more, expected) => expect(code(more)).toBe(expected))

  it('knows no limit where none is set', () => {
    const none = { claimsPerDay: null, previousOwnerDays: null, freezeDays: null }
    expect(refuseClaim(none, facts({ wasOwner: true, pooledOn: '2026-07-20', claimed: 900, held: 900, mostHeld: null }))).toBe(null)
  })
})
