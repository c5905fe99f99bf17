import { describe, expect, it } from 'vitest'
import { sortKey } from '#engine/text/pinyin.ts'
import { openCompany } from '#test'
import { customIndexes, keepCustomIndexes, type Indexed } from './custom-indexes.ts'
import { pendingChanges } from './migrate.ts'
import { sql } from './sql.ts'
import { tableOf } from './table.ts'

const company = openCompany()
const never = new AbortController().signal

const make = async (name: string, more: object = {}) => {
  const made = await (
    await company.as('admin')
  ).post('records/customField', { label: { zh: name, en: name }, record: 'customer', name, kind: 'text', ...more })
  expect(made.status, made.text).toBe(201)
  return made.body
}
const indexedField = (name: string): Indexed => ({
  record: 'customer',
  field: company.shape('customer').fields.get(name)!,
  lacksKeys: false,
})
const standing = async () =>
  await company.database.rows<{ name: string; valid: boolean }>(
    sql`select c.relname as name, i.indisvalid as valid from pg_index i join pg_class c on c.oid = i.indexrelid where c.relname like 'cf\\_%' order by 1`,
  )
const keep = (fields: Indexed[], signal = never) => {
  const told: string[] = []
  return keepCustomIndexes(
    company.database,
    async () => fields,
    async ({ field }, state) => void told.push(`${field.name} ${state instanceof Error ? state.message : state}`),
    signal,
  ).then(() => told)
}

describe('indexes on custom fields', () => {
  it('are built once by several workers at once, while others write', async () => {
    const li = await company.as('li')
    const names = ['alpha', 'beta', 'gamma']
    for (const name of names) await make(name)
    const fields = names.map(indexedField)
    const [told] = await Promise.all([
      Promise.all([keep(fields), keep(fields), keep(fields)]),
      ...Array.from({ length: 20 }, (_, i) => li.post('records/customer', { name: `同时${i}`, alpha: `值${i}`, beta: 'b' })),
    ])
    expect(told.flat().filter((text) => text.endsWith('building'))).toHaveLength(3)
    expect(told.flat().filter((text) => text.endsWith('ready'))).toHaveLength(9)
    expect((await standing()).map((index) => index.valid)).toEqual([true, true, true, true, true, true])
    expect(await keep([])).toEqual([])
    expect(await standing()).toEqual([])
  })

  it('are built anew where a kill has left one half-made, and say why one cannot be', async () => {
    const field = { ...indexedField('alpha') }
    await keep([field])
    // What is learnt of values by an index on a part of the table goes unused, and every guess is wrong.
    const partial = await company.database.rows(
      sql`select indexname from pg_indexes where indexname like 'cf\\_%' and indexdef like '%WHERE%'`,
    )
    expect(partial).toEqual([])
    const [name] = customIndexes(field).map((index) => index.name)
    await company.database.run(sql`update pg_index set indisvalid = false where indexrelid = ${name}::regclass`)
    expect(await keep([field])).toEqual(['alpha building', 'alpha ready'])
    expect((await standing()).every((index) => index.valid)).toBe(true)

    const stopped = new AbortController()
    stopped.abort()
    await expect(keep([indexedField('beta')], stopped.signal)).rejects.toThrow('goes on later')
    expect(await keep([field, indexedField('beta')])).toEqual(['alpha ready', 'beta building', 'beta ready'])

    // A value that is no figure, as only somebody past the product could have written it.
    await make('broken', { kind: 'integer' })
    await company.database.run(sql`update customer set custom = custom || '{"broken": "many"}' where id = ${company.story.customers.xizi}`)
    const faulty = await keep([indexedField('broken')])
    expect(faulty[1]).toMatch(/^broken .*invalid input syntax/)
    await company.database.run(sql`update customer set custom = custom - 'broken' where id = ${company.story.customers.xizi}`)
    expect(await keep([indexedField('broken')])).toEqual(['broken building', 'broken ready'])
    await keep([])
  })

  it('order Chinese text by its sound, whenever it was written', async () => {
    const [admin, li] = [await company.as('admin'), await company.as('li')]
    const field = await make('agent')
    const texts = ['张三', '李四', '阿明', '重庆', 'bob', '王五', '赵六', '曾七']
    const write = async (i: number) => (await li.post('records/customer', { name: `代理${i}`, agent: texts[i] })).body
    const early = [await write(0), await write(1), await write(2), await write(3)]
    await admin.patch(`records/customField/${field.id}`, 1, { isIndexed: true })
    const middle = [await write(4), await write(5)]
    await company.work()
    const late = [await write(6), await write(7)]
    await li.patch(`records/customer/${early[0].id}`, 1, { agent: '艾三' })
    await li.patch(`records/customer/${middle[0].id}`, 1, { agent: null })
    const all = [...early, ...middle, ...late]
    const ids = new Set(all.map((item) => item.id))
    const page = await li.get('records/customer?sort=agent&limit=500&fields=name,agent')
    const listed = page.body.items.filter((item: { id: string }) => ids.has(item.id)).map((item: { agent: string | null }) => item.agent)
    const wanted = [null, '艾三', ...texts.slice(1, 4), ...texts.slice(5)]
    expect(listed).toEqual(wanted.toSorted((a, b) => (sortKey(a ?? '') < sortKey(b ?? '') ? -1 : 1)))
    // Switched off, changed meanwhile, and on again: no key is left of what was there before.
    await admin.patch(`records/customField/${field.id}`, 3, { isIndexed: false })
    await li.patch(`records/customer/${late[0].id}`, 1, { agent: '安六' })
    await admin.patch(`records/customField/${field.id}`, 4, { isIndexed: true })
    await company.work()
    const keys = await company.database.rows<{ value: string; key: string }>(
      sql`select custom ->> 'agent' as value, custom ->> 'agent~' as key from customer where custom ? 'agent'`,
    )
    expect(keys).toHaveLength(7)
    for (const { value, key } of keys) expect(key).toBe(sortKey(value))
  })

  it('follow an undo as well, and disturb no migration', async () => {
    const admin = await company.as('admin')
    const field = await make('plot', { isIndexed: true })
    await company.work()
    const version = (await admin.get(`records/customField/${field.id}`)).body.version
    const off = await admin.post(
      'actions/customField.edit',
      { on: field.id, input: { isIndexed: false } },
      { headers: { 'if-match': `"${version}"` } },
    )
    await company.work()
    const count = async () => (await standing()).filter((index) => index.name.includes('plot')).length
    expect(await count()).toBe(0)
    expect((await admin.post(`operations/${off.body.operation}/undo`)).body.refused).toBe(0)
    await company.settle()
    await company.work()
    expect(await count()).toBe(2)
    expect((await admin.get(`records/customField/${field.id}`)).body).toMatchObject({ isIndexed: true, indexState: 'ready' })
    const { house } = company.runtime
    expect(tableOf(house.shapes.get('customer')!)).toEqual(
      tableOf({
        ...house.shapes.get('customer')!,
        fields: new Map([...company.shape('customer').fields].filter(([, known]) => known.storage !== 'custom')),
      }),
    )
    expect(pendingChanges([]).some((statement) => statement.includes('cf_'))).toBe(false)
  })
})
