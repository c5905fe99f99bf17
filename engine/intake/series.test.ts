import { expect, it } from 'vitest'
import { isSeries } from './duplicates.ts'

it.each([
  ['云杉一号店', '云杉二号店', true],
  ['Customer 12', 'Customer 13', true],
  ['客户A', '客户B', true],
  ['note的进口', 'integer的进口', true],
  ['云杉机电', '云杉机电有限公司', false],
  ['晨溪Morningbrook', '晨溪 Morning Brook', false],
  ['晨溪Morningbrook', '晨溪Mornngbrook', false],
  ['Acme Corp', 'Acme Corporation', false],
  ['万科', '万科A', false],
  ['云杉', '云杉', false],
])('%s and %s: %s', (a, b, expected) => {
  expect(isSeries(a, b)).toBe(expected)
  expect(isSeries(b, a)).toBe(expected)
})
