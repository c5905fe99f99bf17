import { describe, expect, it } from 'vitest'
import { toggled, toggledThrough } from './selection.ts'

const ids = ['a', 'b', 'c', 'd', 'e']

describe('rows that are chosen', () => {
  it('are chosen and let go one by one', () => {
    expect([...toggled(new Set(['a']), 'b')]).toEqual(['a', 'b'])
    expect([...toggled(new Set(['a', 'b']), 'a')]).toEqual(['b'])
  })

  it.each([
    ['downwards', 'b', 'd'],
    ['upwards', 'd', 'b'],
  ])('are chosen with all between, %s', (_, from, to) =>
    expect([...toggledThrough(new Set([from]), ids, from, to)].sort()).toEqual(['b', 'c', 'd']),
  )

  it('are let go with all between, and the others stay', () =>
    expect([...toggledThrough(new Set(['a', 'b', 'c', 'd']), ids, 'b', 'd')]).toEqual(['a']))

  it('stand alone where the first of them is no longer shown', () =>
    expect([...toggledThrough(new Set(), ids, 'gone', 'c')]).toEqual(['c']))
})
