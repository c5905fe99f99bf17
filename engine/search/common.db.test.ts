import { beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '#engine/access/actor.ts'
import { verbOf } from '#engine/action/derived.ts'
import { perform } from '#engine/action/perform.ts'
import { sql, type Sql } from '#engine/store/sql.ts'
import { openCompany } from '#test'
import { searchFields } from './fields.ts'
import { readQuery } from './query.ts'
import { readSample } from './sample.ts'
import { spellOut } from './sounds.ts'
import { queryText } from './vector.ts'

/** So many customers that nobody looks at them one by one, all with the same words in their names. */
const company = openCompany()
const many = 5000
const places = ['杭州', '上海', '广州', '成都', '西安', '大连', '厦门', '长沙']
const trades = ['机械', '软件', '贸易', '物流', '化工', '教育', '食品']
const first: Record<string, string> = {}

beforeAll(async () => {
  const { runtime, database, story } = company
  const lin = await company.as('lin')
  for (const name of ['有限公司', '早年有限公司', '旧日有限公司'])
    first[name] = (await lin.post('records/customer', { name, ...(name === '旧日有限公司' ? { owner: story.people.li } : {}) })).body.id
  const name = (i: number) => `${places[i % places.length]}${trades[i % trades.length]}第${i}有限公司`
  const whose = { owner: story.people.li, department: story.departments.lake }
  await perform(
    runtime,
    { ...systemActor, id: story.people.li! },
    verbOf(runtime.house, company.shape('customer'), 'create'),
    Array.from({ length: many }, (_, i) => ({ input: { name: name(i), ...whose } })),
    { withHistory: true },
  )
  await database.run(sql`vacuum analyze customer`)
}, 120_000)

describe('a sample of search words', () => {
  it('of all rows counts what the database finds, whatever is asked', async () => {
    const { database } = company
    const fields = searchFields(company.shape('customer'))
    const countWhere = async (condition: Sql) =>
      (await database.row<{ n: number }>(sql`select count(*)::integer as n from customer where deleted_at is null and ${condition}`))!.n
    // Of a table of so few rows all are taken.
    const sample = await readSample(database, 'customer', 1)
    expect(sample.rows).toBe(await countWhere(sql`true`))
    const counts: number[] = []
    for (const typed of [
      '有限',
      '限公司',
      '杭州',
      '杭州机械',
      '公司 杭州',
      '第12',
      '第1 上海',
      'hz',
      'hzj',
      'yxgs',
      'hangzhou',
      'hangzhouji',
      'jixie',
      '杭zhou',
      '1234',
      '龘',
      'a',
    ]) {
      const query = await spellOut(database, readQuery(typed))
      const text = queryText(query, fields)
      const found = text === undefined ? 0 : await countWhere(sql`search @@ ${text}::tsquery`)
      expect(sample.count(query, fields), typed).toBe(found)
      counts.push(found)
    }
    expect(counts.filter((n) => n > 500).length).toBeGreaterThan(8)
  })
})

describe('what very many records hold', () => {
  const named = async (typed: string) =>
    (await (await company.as('lin')).get(`search?q=${encodeURIComponent(typed)}&limit=8&records=customer`)).body.groups[0].items as {
      id: string
      name: string
    }[]

  it('is found where a name begins with it, before all others', async () => {
    expect((await named('有限公司'))[0]!.name).toBe('有限公司')
    const begun = await named('杭州机')
    expect(begun).toHaveLength(8)
    for (const { name } of begun) expect(name).toMatch(/^杭州机械/)
    for (const { name } of await named('hzjx')) expect(name).toMatch(/^杭州机械/)
  })

  it("is found in what one opened lately and in one's own, however old, before that of others", async () => {
    const lin = await company.as('lin')
    expect((await named('限公司')).map(({ id }) => id)).toContain(first['早年有限公司'])
    expect((await named('限公司')).map(({ id }) => id)).not.toContain(first['旧日有限公司'])
    expect(await lin.post('opened', { record: 'customer', id: first['旧日有限公司'] })).toMatchObject({ status: 204 })
    const names = (await named('限公司')).map(({ name }) => name)
    expect(names.indexOf('旧日有限公司')).toBe(0)
    expect(names).toContain('早年有限公司')
    expect(names).toHaveLength(8)
  })
})
