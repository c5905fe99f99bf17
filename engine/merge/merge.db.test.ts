import { describe, expect, it } from 'vitest'
import { openCompany, type Caller } from '#test'
import { sql } from '#engine/store/sql.ts'

const company = openCompany()
const idOf = (key: string) => company.story.customers[key]!

/** Everything about these customers that a reader can see or a query can find, as one value to compare. */
async function snapshot(caller: Caller, ids: readonly string[]): Promise<unknown> {
  const tables = ['customer', 'contact', 'identity', 'activity', 'task']
  const rows: Record<string, unknown> = {}
  for (const table of tables) {
    const list = await company.database.rows<{ row: Record<string, unknown> }>(
      sql`select to_jsonb(t) - 'version' - 'updated_at' - 'updated_by_id' as row from ${sql.id(table)} t order by id`,
    )
    rows[table] = list.map(({ row }) => row)
  }
  const claims = await company.database.rows(sql`select * from claim order by identity, value, record_id`)
  const beside = await company.database.rows(
    sql`select record_id, id from comment union all select record_id, id from file union all select record_id, user_id from follower union all select record_id, principal_id from collaborator order by 1, 2`,
  )
  const found = await Promise.all(ids.map(async (id) => (await caller.get(`records/customer/${id}`)).status))
  return { rows, claims, beside, found }
}

const merge = async (caller: Caller, stays: string, from: string, take: string[] = []) => {
  const { version } = (await caller.get(`records/customer/${stays}`)).body
  return caller.post('actions/customer.merge', { on: stays, input: { from, take } }, { headers: { 'if-match': `"${version}"` } })
}

describe('two customers that are one', () => {
  it('become one with everything that hung on either, and without a trace of harm two again', async () => {
    const lin = await company.as('lin')
    const [stays, goes] = [idOf('xizi'), idOf('lvye')]
    const before = await snapshot(lin, [stays, goes])
    const [a, b] = (await Promise.all([stays, goes].map((id) => lin.get(`records/customer/${id}`)))).map(({ body }) => body)
    const counts = (id: string) =>
      Promise.all(
        ['contact', 'activity'].map(async (record) => {
          const filter = encodeURIComponent(JSON.stringify({ field: 'customer', op: 'eq', value: id }))
          return (await lin.get(`records/${record}?limit=500&filter=${filter}`)).body.items.length as number
        }),
      )
    const [ofStays, ofGoes] = [await counts(stays), await counts(goes)]
    expect(ofGoes.every((n) => n > 0)).toBe(true)

    const answer = await merge(lin, stays, goes, ['phone'])
    expect(answer.status, answer.text).toBe(200)
    expect(await counts(stays)).toEqual(ofStays.map((n, i) => n + ofGoes[i]!))
    const merged = (await lin.get(`records/customer/${stays}`)).body
    expect(merged.phone).toBe(b.phone)
    expect(merged.name).toBe(a.name)
    expect(merged.tags).toEqual(expect.arrayContaining([...a.tags, ...b.tags]))
    // The old address leads to the new one, for links that somebody kept.
    const old = await lin.get(`records/customer/${goes}`)
    expect([old.status, old.headers.location]).toEqual([308, `/api/v1/records/customer/${stays}`])
    // What was told of the one is told of the other; what hung on it hangs on it by rights, too.
    const timeline = (await lin.get(`records/customer/${stays}/timeline?limit=200`)).body.items as {
      type: string
      record: { id: string }
      detail?: string
    }[]
    expect(timeline.find(({ type }) => type === 'customer.merged')!.detail).toBe(b.name)
    expect(timeline.filter(({ type, record }) => type === 'customer.created' && record.id === goes)).toHaveLength(1)
    const keys = await company.database.rows<{ n: number }>(
      sql`select count(*)::integer as n from activity t join customer c on c.id = t.customer_id where t.root_owner_id is distinct from c.owner_id`,
    )
    expect(keys[0]!.n).toBe(0)
    const homeless = await company.database.rows(sql`select 1 from claim c where root_id = ${goes}`)
    expect(homeless).toEqual([])

    const undone = await lin.post(`operations/${answer.body.operation}/undo`)
    expect(undone.status, undone.text).toBe(200)
    expect(await snapshot(lin, [stays, goes])).toEqual(before)
  })

  it('are merged one after the other, and the oldest id leads to the last', async () => {
    const lin = await company.as('lin')
    const [first, second, third] = [idOf('ruian'), idOf('xu'), idOf('yuhang')]
    expect((await merge(lin, second, first)).status).toBe(200)
    expect((await merge(lin, third, second)).status).toBe(200)
    expect((await lin.get(`records/customer/${first}?fields=name`)).headers.location).toBe(`/api/v1/records/customer/${third}?fields=name`)
  })

  it('are not merged with themselves, with what is gone, by whoever lacks the right, or may not change the other', async () => {
    const [lin, li] = [await company.as('lin'), await company.as('li')]
    expect((await merge(lin, idOf('huang'), idOf('huang'))).body.fields).toHaveProperty('from')
    expect((await merge(lin, idOf('huang'), idOf('xu'))).body.fields).toHaveProperty('from')
    expect((await merge(lin, idOf('huang'), idOf('tao'), ['nonsense'])).body.fields).toHaveProperty('take')
    expect((await merge(li, idOf('huang'), idOf('qianhu'))).status).toBe(403)
  })

  it('in the same second, merge once', async () => {
    const lin = await company.as('lin')
    const [stays, goes] = [idOf('feng'), idOf('shen')]
    const answers = await Promise.all([merge(lin, stays, goes), merge(lin, stays, goes), merge(lin, goes, stays)])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const rows = await company.database.rows(sql`select id from customer where id = any(${[stays, goes]}::uuid[]) and deleted_at is null`)
    expect(rows).toHaveLength(1)
  })
})
