import { describe, expect, it } from 'vitest'
import { builtInRoles } from './built-in-roles.ts'
import { differencesOf, sameFieldRights, wholeGrant } from './role-differences.ts'

const sales = builtInRoles.find(({ code }) => code === 'sales')!.grants

describe('a role beside the one that was shipped', () => {
  it('differs in nothing where nobody has touched it, whatever is left unsaid', () => {
    for (const role of builtInRoles) expect(differencesOf(role.grants.map(wholeGrant), role.grants)).toEqual([])
    expect(differencesOf([{ record: '*', full: 'own', edit: 'own', create: true, bulk: true, card: 'none' }], sales)).toEqual([])
  })

  it('differs in each cell that was changed, in grants that came, and in those that went', () => {
    expect(differencesOf([{ record: '*', full: 'all', edit: 'own', create: true, bulk: true, export: true }], sales)).toEqual([
      { record: '*', column: 'full', shipped: 'own' },
      { record: '*', column: 'export', shipped: false },
    ])
    expect(differencesOf([...sales, { record: 'task', full: 'all' }], sales)).toEqual([
      { record: 'task', column: 'row', shipped: undefined },
    ])
    expect(differencesOf([], sales)).toMatchObject([{ record: '*', column: 'row', shipped: { full: 'own' } }])
  })

  it('has the same field rights in any order', () => {
    const one = { record: 'contact', field: 'mobile', level: 'masked', within: 'all' } as const
    const other = { ...one, field: 'email' } as const
    expect(sameFieldRights([one, other], [other, one])).toBe(true)
    expect(sameFieldRights([one], [{ ...one, level: 'view' }])).toBe(false)
  })
})
