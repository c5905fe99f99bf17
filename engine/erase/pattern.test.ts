import { describe, expect, it } from 'vitest'
import { patternOf, scrubbed } from './pattern.ts'

const scrub = (value: unknown, marks: string[], names: string[] = []) => scrubbed(value, new RegExp(patternOf(marks, names)!, 'gi'))

describe('what is left of a text without somebody', () => {
  it.each([
    ['打 13805710001 找他', ['+8613805710001'], '打 ■ 找他'],
    ['138 0571 0001 / 138-0571-0001', ['13805710001'], '■ / ■'],
    ['写给 Shen@Example.com', ['shen@example.com'], '写给 ■'],
    ['13805710002', ['13805710001'], '13805710002'],
    ['a.b*c', ['a.b*c'], '■'],
    ['axbxc', ['a.b*c'], 'axbxc'],
  ])('%s', (text, marks, left) => expect(scrub(text, marks)).toBe(left))

  it('takes the longest name', () => expect(scrub('张三丰与张三', [], ['张三', '张三丰'])).toBe('■与■'))

  it('reaches into lists and parts, and leaves the rest', () => {
    const value = { zh: '沈总说', rows: [{ to: 'a@b.cn', n: 3, is: null }] }
    expect(scrub(value, ['a@b.cn'], ['沈总'])).toEqual({ zh: '■说', rows: [{ to: '■', n: 3, is: null }] })
  })
  it('knows when there is nothing to look for', () => expect(patternOf([], [])).toBeNull())
})
