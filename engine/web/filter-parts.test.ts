import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FilterTree } from '#engine/record/fields/index.ts'
import { joined, partsOf, treeOf, without, type FilterPart } from './filter-parts.ts'

const tier: FilterPart = { field: 'tier', op: 'eq', value: 'A' }
const stage: FilterPart = { field: 'stage', op: 'notEmpty' }
const kind: FilterPart = { field: 'kind', op: 'eq', value: 'group' }

describe('the filter row and the tree that is asked', () => {
  const parts: FilterPart[] = [
    tier,
    {
      any: [
        { field: 'lastContactAt', op: 'lt', value: { from: 'today', plus: -30 } },
        { all: [stage, { not: kind }] },
        { field: 'lastContactAt', op: 'empty' },
      ],
    },
    { linked: 'activity.customer', least: 3, where: [{ field: 'kind', op: 'eq', value: 'visit' }, { any: [stage, { not: kind }] }] },
    { linked: 'asset.customer', most: 0, where: [] },
    { not: { segment: '0190c2f4-0000-7000-8000-000000000001', of: 'customer' } },
  ]
  it('mean the same in both directions', () => expect(partsOf(treeOf(parts))).toEqual(parts))

  it('lose nothing of any filter that the API could have kept', () => {
    const leaf = fc.record({ field: fc.constantFrom('tier', 'stage', 'customer.kind'), op: fc.constant('eq'), value: fc.string() })
    const { tree } = fc.letrec<{ tree: FilterTree }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.record({ not: tie('tree') }),
        fc.record({
          linked: fc.constant('activity.customer'),
          least: fc.constant(2),
          where: fc.record({ and: fc.array(tie('tree'), { minLength: 1, maxLength: 2 }) }),
        }),
        fc.record({ segment: fc.uuid() }),
        fc.record({ or: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }) }),
        fc.record({ and: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }) }),
      ),
    }))
    fc.assert(
      fc.property(tree, (given) => {
        expect(treeOf(partsOf(given))).toEqual('and' in given ? given : { and: [given] })
      }),
    )
  })

  it('ask with ids and leave out what is unfinished', () =>
    expect(
      treeOf([
        { field: 'owner', op: 'in', value: [{ id: '1', title: '李明' }] },
        { field: 'tier', op: 'eq' },
        { any: [{ field: 'kind', op: 'in', value: [] }, stage] },
        { not: { field: 'tier', op: 'eq' } },
      ]),
    ).toEqual({
      and: [{ field: 'owner', op: 'in', value: ['1'] }, stage],
    }))

  it('ask for a segment once one is chosen, and count linked records with or without conditions', () =>
    expect(
      treeOf([
        { segment: null },
        { segment: { id: 's', title: '老客户' } },
        { linked: 'asset.customer', least: 1, where: [{ field: 'kind', op: 'eq' }] },
        { linked: 'asset.customer', most: 0, where: [stage] },
      ]),
    ).toEqual({
      and: [{ segment: 's' }, { linked: 'asset.customer', least: 1 }, { linked: 'asset.customer', most: 0, where: { and: [stage] } }],
    }))

  it('nothing is no filter', () => {
    expect(treeOf([{ field: 'tier', op: 'eq' }])).toBeUndefined()
    expect(partsOf(null)).toEqual([])
  })

  it('grow by alternatives and conditions and shrink without leaving empty groups', () => {
    expect(joined(tier, 'any', stage)).toEqual({ any: [tier, stage] })
    expect(joined({ any: [tier, stage] }, 'any', kind)).toEqual({ any: [tier, stage, kind] })
    expect(joined({ any: [tier, stage] }, 'all', kind)).toEqual({ all: [{ any: [tier, stage] }, kind] })
    expect(without({ any: [tier, stage] }, 0)).toEqual(stage)
    expect(without({ any: [tier] }, 0)).toBeNull()
    expect(without({ all: [tier, stage, kind] }, 1)).toEqual({ all: [tier, kind] })
  })
})
