import { describe, expect, it } from 'vitest'
import type { FieldDescription } from '#engine/record/describe.ts'
import { words } from '#engine/text/words.ts'
import { changesOf, faultsOf, partsOf } from './form-faults.ts'

const field = (name: string, kind: string, more: Partial<FieldDescription> = {}): FieldDescription => ({
  name,
  kind,
  words: words(name, name),
  ...more,
})
const fields = [
  field('name', 'text', { required: true, max: 5 }),
  field('shown', 'choice', { choices: { me: words('我', 'me'), roles: words('角色', 'roles') } }),
  field('roles', 'links', { to: 'role', onlyWhen: { field: 'shown', is: ['roles'] }, requiredWhen: { field: 'shown', is: ['roles'] } }),
  field('count', 'integer', { min: 0 }),
  field('lines', 'rows', { columns: [field('item', 'text', { required: true })] }),
  field('parent', 'link', { to: 'x' }),
]

describe('the values of a form', () => {
  it('are wrong where they were changed or are needed, and nowhere else', () => {
    // What was there before, and does not fit any more, is not sent and keeps nobody from saving.
    const initial = { name: '太长的旧名称', count: -1, parent: { hidden: true } }
    expect(faultsOf(fields, initial, initial)).toEqual({})
    expect(Object.keys(faultsOf(fields, { ...initial, name: '太长的新名称', count: -2 }, initial))).toEqual(['name', 'count'])
    expect(Object.keys(faultsOf(fields, { ...initial, name: '' }, initial))).toEqual(['name'])
  })

  it('depend on each other', () => {
    const initial = { name: 'a', shown: 'me', roles: [] }
    expect(faultsOf(fields, { ...initial, shown: 'roles' }, initial)).toEqual({ roles: words('此项必填', 'This is required') })
    expect(faultsOf(fields, { ...initial, shown: 'me' }, { ...initial, shown: 'roles' })).toEqual({})
  })

  it('have faults inside', () => {
    const faults = faultsOf(fields, { name: 'a', lines: [{ item: 'x' }, { item: null }] }, { name: 'a', lines: [] })
    expect(Object.keys(faults)).toEqual(['lines.1.item'])
    expect(Object.keys(partsOf(faults, 'lines'))).toEqual(['1.item'])
  })

  it('have changed where they differ; empty text is nothing', () => {
    expect(changesOf({ a: '', b: 1, c: [1] }, { a: null, b: 1, c: [] })).toEqual({ c: [1] })
  })
})
