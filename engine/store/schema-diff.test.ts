import { describe, expect, it } from 'vitest'
import { schemaDiff } from './schema-diff.ts'
import type { TableSpec } from './table.ts'

const table = (columns: TableSpec['columns'], indexes: TableSpec['indexes'] = []): TableSpec[] => [
  { name: 'deal', columns: [{ name: 'id', type: 'uuid', notNull: true }, ...columns], primaryKey: ['id'], indexes },
]

describe('the way from one state of the tables to the next', () => {
  it('is empty where nothing has changed', () => expect(schemaDiff(table([]), table([]))).toEqual([]))

  it('renames first, adds, then removes', () => {
    const before = table([
      { name: 'sum', type: 'numeric' },
      { name: 'gone', type: 'text' },
    ])
    const after = table([
      { name: 'total', type: 'numeric', was: 'sum' },
      { name: 'note', type: 'text' },
    ])
    expect(schemaDiff(before, after)).toEqual([
      'alter table "deal" rename column "sum" to "total";',
      'alter table "deal" add column "note" text;',
      'alter table "deal" drop column "gone";',
    ])
  })

  it('makes an index anew when its keys change', () => {
    const by = (keys: string) => table([{ name: 'a', type: 'text' }], [{ name: 'deal_by_a', keys }])
    expect(schemaDiff(by('a'), by('a, id'))).toEqual(['drop index if exists "deal_by_a";', 'create index "deal_by_a" on "deal" (a, id);'])
  })

  it('refuses what would fail on rows that are there', () => {
    expect(() => schemaDiff(table([]), table([{ name: 'day', type: 'date', notNull: true }]))).toThrow(/deal\.day is required/)
    expect(() => schemaDiff(table([{ name: 'day', type: 'date' }]), table([{ name: 'day', type: 'date', notNull: true }]))).toThrow(
      /by hand/,
    )
    expect(() => schemaDiff(table([{ name: 'a', type: 'text' }]), table([{ name: 'a', type: 'integer' }]))).toThrow(/changes its type/)
    expect(schemaDiff(table([]), table([{ name: 'isOn', type: 'boolean', notNull: true, default: 'false' }]))).toHaveLength(1)
  })
})
