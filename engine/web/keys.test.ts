import { describe, expect, it } from 'vitest'
import { words } from '#engine/text/words.ts'
import { goKey, menuLetters, rowKeys, rowMeaning, screenKeys, screenMeaning } from './keys.ts'

const press = (key: string, held: object = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...held })

describe('the keys of the screens', () => {
  it.each([
    ['j', 'next'],
    ['ArrowUp', 'previous'],
    [' ', 'peek'],
    ['F2', 'change'],
    ['J', undefined],
  ])('%o means %s to a row', (key, meaning) => expect(rowMeaning(press(key))).toBe(meaning))

  it('mean nothing with Ctrl, ⌘ or Alt, which belong to the browser', () => {
    for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
      expect(rowMeaning(press('j', held))).toBeUndefined()
      expect(screenMeaning(press('n', held))).toBeUndefined()
    }
  })

  it('never mean two things in one place', () => {
    for (const keys of [rowKeys, screenKeys]) {
      const all = [...Object.values(keys).flatMap((key) => [...key.keys] as string[]), goKey]
      expect(new Set(all).size).toBe(all.length)
    }
  })
})

describe('letters of the menu', () => {
  it('are the first free ones of the English names', () => {
    const menu = ['Customers', 'Contacts', 'Activities', 'Custom fields', 'Users'].map((en) => ({ path: `/${en}`, words: words('', en) }))
    expect([...menuLetters(menu)]).toEqual([
      ['c', '/Customers'],
      ['o', '/Contacts'],
      ['a', '/Activities'],
      ['u', '/Custom fields'],
      ['s', '/Users'],
    ])
  })

  it('are never given twice, however alike the names are', () => {
    const menu = Array.from({ length: 30 }, (_, i) => ({ path: `/${i}`, words: words('', 'Aa') }))
    const letters = menuLetters(menu)
    expect(letters.size).toBe(26)
    expect(new Set(letters.values()).size).toBe(26)
  })
})
