import { describe, expect, it } from 'vitest'
import { sortedBy, tracksOf } from './list-columns.ts'

describe('the order of a list after a click on a heading', () => {
  it.each([
    ['-createdAt', 'name', false, 'name'],
    ['name', 'name', false, '-name'],
    ['-name', 'name', false, 'name'],
    ['lastContactAt', 'name', true, 'lastContactAt,name'],
    ['lastContactAt,name', 'name', true, 'lastContactAt,-name'],
    ['lastContactAt,name', 'lastContactAt', true, '-lastContactAt,name'],
    ['lastContactAt,name', 'lastContactAt', false, '-lastContactAt'],
  ])('%s, then %s (added: %s) is %s', (sort, name, isAdded, next) => expect(sortedBy(sort, name, isAdded)).toBe(next))
})

describe('the width of a column', () => {
  it('holds the longest of its choices in the language of the reader', () => {
    const field = {
      name: 'kind',
      kind: 'choice',
      words: { zh: '类型', en: 'Kind' },
      choices: { a: { zh: '政府', en: 'Government authority' }, b: { zh: '个人', en: 'Person' } },
    }
    const columns = [
      { path: 'name', field: { name: 'name', kind: 'text', words: { zh: '名称', en: 'Name' } } },
      { path: 'kind', field },
    ]
    expect(tracksOf(columns, [], 'en').width).toBeGreaterThan(tracksOf(columns, [], 'zh').width)
  })
})
