import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { isOnList, readRefusedPasswords } from './passwords.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zhike-refused-'))
const before = process.env.ZHIKE_REFUSED_PASSWORDS
afterAll(() => {
  if (before === undefined) delete process.env.ZHIKE_REFUSED_PASSWORDS
  else process.env.ZHIKE_REFUSED_PASSWORDS = before
  fs.rmSync(folder, { recursive: true })
})
const list = (name: string, content: string): string => {
  const file = path.join(folder, name)
  fs.writeFileSync(file, content)
  process.env.ZHIKE_REFUSED_PASSWORDS = file
  return file
}

it('refuses what stands on the list laid beside, in whatever case; lines may end as on any system', () => {
  list('one.txt', '\uFEFFcorrect horse battery\r\n\r\n  Tr0ub4dor and three \n荷塘月色的夜晚啊')
  expect(readRefusedPasswords()).toBe(3)
  for (const password of ['correct horse battery', 'Correct Horse BATTERY', 'tr0ub4dor and three', '荷塘月色的夜晚啊'])
    expect(isOnList(password)).toBe(true)
  for (const password of ['', 'correct horse', 'another one altogether']) expect(isOnList(password)).toBe(false)
})

it('takes another list where another is named, and none where none is', () => {
  list('two.txt', 'only this one here')
  expect([isOnList('only this one here'), isOnList('correct horse battery')]).toEqual([true, false])
  delete process.env.ZHIKE_REFUSED_PASSWORDS
  expect(isOnList('only this one here')).toBe(false)
})

it('says so where the file cannot be read, instead of refusing nothing in silence', () => {
  process.env.ZHIKE_REFUSED_PASSWORDS = path.join(folder, 'missing.txt')
  expect(() => readRefusedPasswords()).toThrow(/missing\.txt.*cannot be read/)
  expect(() => isOnList('anything')).toThrow('ENOENT')
})
