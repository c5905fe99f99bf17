import { describe, expect, it } from 'vitest'
import { partsOf, treeOf, type FilterPart } from './filter-parts.ts'

describe('the filter row and the tree that is asked', () => {
  const parts: FilterPart[] = [
    { field: 'tier', op: 'eq', value: 'A' },
    {
      any: [
        { field: 'lastContactAt', op: 'lt', value: { from: 'today', plus: -30 } },
        { field: 'lastContactAt', op: 'empty' },
      ],
    },
  ]
  it('mean the same in both directions', () => expect(partsOf(treeOf(parts))).toEqual(parts))

  it('ask with ids and leave out what is unfinished', () =>
    expect(
      treeOf([
        { field: 'owner', op: 'in', value: [{ id: '1', title: '李明' }] },
        { field: 'tier', op: 'eq' },
        {
          any: [
            { field: 'kind', op: 'in', value: [] },
            { field: 'stage', op: 'notEmpty' },
          ],
        },
      ]),
    ).toEqual({
      and: [
        { field: 'owner', op: 'in', value: ['1'] },
        { field: 'stage', op: 'notEmpty' },
      ],
    }))

  it('nothing is no filter', () => {
    expect(treeOf([{ field: 'tier', op: 'eq' }])).toBeUndefined()
    expect(partsOf(null)).toEqual([])
  })

  it('what the row cannot show is not taken for something else', () => {
    expect(partsOf({ not: { field: 'tier', op: 'eq', value: 'A' } })).toBeUndefined()
    expect(partsOf({ and: [{ or: [{ and: [] }] }] })).toBeUndefined()
  })
})
