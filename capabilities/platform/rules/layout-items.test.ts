import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itemsOf, linesOf, moved, type Line } from './layout-items.ts'

const line = (fields: string[], zh: string | null = null): Line => ({ zh, en: null, fields })

describe('lines and what is arranged by hand', () => {
  it.each<[string, Line[]]>([
    ['nothing', []],
    ['one line', [line(['a'])]],
    ['fields side by side', [line(['a', 'b']), line(['c'])]],
    ['a heading in between', [line(['a']), line(['b', 'c'], '联系'), line(['d'])]],
  ])('%s is the same in both forms', (_, lines) => expect(linesOf(itemsOf(lines))).toEqual(lines))

  it('are the same in both forms, whatever the lines', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 12 }).chain((names) =>
          fc
            .array(fc.record({ n: fc.integer({ min: 1, max: 3 }), zh: fc.constantFrom(null, '甲', '乙') }), { maxLength: names.length })
            .map((cuts) => {
              let at = 0
              return cuts.flatMap(({ n, zh }) => {
                const fields = names.slice(at, (at += n))
                return fields.length > 0 ? [line(fields, zh)] : []
              })
            }),
        ),
        (lines) => {
          expect(linesOf(itemsOf(lines))).toEqual(lines)
        },
      ),
    ))

  it('keep every field, wherever something is moved', () =>
    fc.assert(
      fc.property(fc.integer({ min: -1, max: 9 }), fc.integer({ min: -2, max: 9 }), (from, to) => {
        const items = itemsOf([line(['a', 'b', 'c']), line(['d'], '题'), line(['e', 'f'])])
        const fields = linesOf(moved(items, from, to)).flatMap((one) => one.fields)
        expect([...fields].sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
      }),
    ))

  it('puts no more than three side by side, and shows no heading without fields', () => {
    const beside = ['a', 'b', 'c', 'd'].map((field, i) => ({ field, isBeside: i > 0 }))
    expect(linesOf(beside).map((one) => one.fields)).toEqual([['a', 'b', 'c'], ['d']])
    expect(linesOf([{ heading: { zh: '空', en: '' }, key: 'h' }])).toEqual([])
    expect(linesOf([...beside.slice(0, 1), { heading: { zh: '题', en: '' }, key: 'h' }, { field: 'b', isBeside: true }])).toEqual([
      line(['a']),
      line(['b'], '题'),
    ])
  })
})
