import { describe, expect, it } from 'vitest'
import { withNumberRule } from '#engine/record/number-rules.ts'
import { openCompany } from '#test'
import { giveNumbers, nextNumber, type NumberPlace } from './numbers.ts'

const company = openCompany()

/** The numbers of customers, as if none of them might be missing. */
const place = (rule?: { pattern: string; reset: 'never' | 'yearly'; start: number }): NumberPlace => {
  const shape = company.shape('customer')
  const known = shape.fields.get('code')!
  const plain = { kind: known.field.kind, options: { ...known.field.options, gapless: true } }
  const field = rule ? withNumberRule(plain, { record: 'customer', field: 'code', ...rule }) : plain
  return { shape, field: { ...known, field }, day: '2026-06-15', department: '' }
}
const give = (at: NumberPlace, n: number, fails = false) =>
  company.database
    .transaction(async (tx) => {
      const numbers = await giveNumbers(company.database, tx, at, n)
      if (fails) throw new Error('taken back')
      return numbers
    })
    .catch((error: Error) => {
      if (error.message !== 'taken back') throw error
      return []
    })

describe('numbers without gaps', () => {
  it('leave none out, whoever fails among many at once', async () => {
    const at = place({ pattern: 'G{year}-{000}', reset: 'yearly', start: 5 })
    const given = await Promise.all(Array.from({ length: 12 }, (_, i) => give(at, 1 + (i % 3), i % 4 === 0)))
    const numbers = given.flat().map((number) => Number(number.slice(6)))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: numbers.length }, (_, i) => 5 + i))
    expect(await nextNumber(company.database, at)).toBe(`G2026-${String(5 + numbers.length).padStart(3, '0')}`)
  })

  it('go on behind those of other rules, and from a higher start', async () => {
    const highest = await nextNumber(company.database, place())
    expect(await give(place(), 1)).toEqual([highest])
    const higher = place({ pattern: 'C{year}-{00000}', reset: 'yearly', start: 90_000 })
    expect(await nextNumber(company.database, higher)).toBe('C2026-90000')
    expect(await give(higher, 2)).toEqual(['C2026-90000', 'C2026-90001'])
  })
})
