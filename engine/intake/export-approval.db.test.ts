import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from '#engine/store/sql.ts'
import { openCompany, type Caller } from '#test'

/** Exports over a number of rows: asked for with a reason, decided by somebody else, written under the rights of that later moment. */
const company = openCompany()
let wang: Caller
let lin: Caller
let admin: Caller

beforeAll(async () => {
  ;[wang, lin, admin] = await Promise.all([company.as('wang'), company.as('lin'), company.as('admin')])
  const made = await admin.post('records/exportRule', { record: 'customer', rows: 5, approvedBy: 'superior', waitHours: 24, keepHours: 24 })
  expect(made.status, made.text).toBe(201)
})

const query = { record: 'customer', reason: '季度盘点', format: 'csv', fields: ['name', 'tier'] }
const ask = async (caller = wang, more: object = {}): Promise<string> => {
  const made = await caller.post('exports', { ...query, ...more })
  expect(made.status, made.text).toBe(201)
  return made.body.id
}
const stateOf = async (id: string) => (await wang.get('exports')).body.items.find((item: { id: string }) => item.id === id)
const notices = async (caller: Caller) => {
  await company.settle()
  return (await caller.get('notices')).text
}

describe('an export', () => {
  it('within the number of rows needs nobody; what is taken out in parts is counted together', async () => {
    const three = encodeURIComponent(JSON.stringify({ field: 'tier', op: 'eq', value: 'A' }))
    const small = await wang.get(`records/customer/export?filter=${three}`)
    expect(small.status, small.text).toBe(200)
    const refused = await wang.get('records/customer/export')
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({ code: 'approval-needed', most: 5, rows: 9, isExact: true })
    // Together with what was taken before, the same rows are too many now.
    await company.database.run(sql`update operation set done = 5 where action = 'customer.export'`)
    expect((await wang.get(`records/customer/export?filter=${three}`)).body.code).toBe('approval-needed')
  })

  it('is decided by the superior alone, who sees what, how many and why; then written, fetched by whoever asked, and gone in time', async () => {
    const id = await ask()
    expect(await notices(lin)).toContain('which=waiting')
    const waiting = (await lin.get('exports?which=waiting')).body.items
    expect(waiting).toMatchObject([
      { id, reason: '季度盘点', rows: 9, record: 'customer', state: 'waiting', query: { fields: ['name', 'tier'] } },
    ])
    for (const caller of [wang, admin, await company.as('zhao')])
      expect((await caller.post(`exports/${id}/decide`, { approve: true })).status).toBe(404)
    expect((await wang.get(`exports/${id}/file`)).status).toBe(409)
    expect((await lin.post(`exports/${id}/decide`, { approve: true })).status).toBe(204)
    expect((await lin.post(`exports/${id}/decide`, { approve: false })).status).toBe(409)
    await company.work()
    expect(await stateOf(id)).toMatchObject({ state: 'ready', written: 9, decidedBy: { title: '林远山' } })
    expect(await notices(wang)).toContain('"/exports"')
    expect((await lin.get(`exports/${id}/file`)).status).toBe(404)
    const file = await wang.get(`exports/${id}/file`)
    expect(file.status, file.text).toBe(200)
    // The heading, nine rows and the mark that says who and when.
    expect(file.text.trim().split('\r\n')).toHaveLength(11)
    expect(file.text).toContain('王芳')
    const told = await company.database.rows<{ type: string }>(
      sql`select type from event where changes -> 'request' ->> 1 = ${id} order by id`,
    )
    expect(told.map(({ type }) => type)).toEqual(['user.exportAsked', 'user.exportApproved', 'user.exportFetched'])
    await company.database.run(sql`update export_request set expires_at = at where id = ${id}`)
    await company.runtime.house.jobs
      .get('settle-exports')!
      .run(company.runtime, {}, { id: 'x', attempt: 0, signal: new AbortController().signal })
    expect(await stateOf(id)).toMatchObject({ state: 'expired' })
    expect((await wang.get(`exports/${id}/file`)).status).toBe(409)
  })

  it('is written under the rights and with the rows of that later moment', async () => {
    const approved = async (change: () => Promise<unknown>): Promise<{ state: string; note: string }> => {
      const id = await ask()
      expect((await lin.post(`exports/${id}/decide`, { approve: true, note: '可以' })).status).toBe(204)
      await change()
      await company.work()
      const row = await company.database.row<{ state: string; note: string }>(sql`select state, note from export_request where id = ${id}`)
      return row!
    }
    const grown = await approved(() => company.database.run(sql`update export_request set rows = -20 where state = 'approved'`))
    expect(grown.state).toBe('failed')
    const head = (await company.database.row<{ id: string }>(sql`select id from role where code = 'departmentHead'`))!
    const role = (await admin.get(`records/role/${head.id}`)).body
    const without = role.grants.map((grant: object) => ({ ...grant, export: false }))
    const lost = await approved(async () => {
      expect((await admin.patch(`records/role/${role.id}`, role.version, { grants: without })).status).toBe(200)
    })
    expect(lost.state).toBe('failed')
    const now = (await admin.get(`records/role/${head.id}`)).body
    expect((await admin.patch(`records/role/${role.id}`, now.version, { grants: role.grants })).status).toBe(200)
  })

  it('can be refused with a word, withdrawn, and lapses when nobody decides', async () => {
    const refused = await ask()
    expect((await lin.post(`exports/${refused}/decide`, { approve: false, note: '太多了' })).status).toBe(204)
    expect(await stateOf(refused)).toMatchObject({ state: 'refused', note: '太多了' })
    const withdrawn = await ask()
    expect((await lin.post(`exports/${withdrawn}/withdraw`)).status).toBe(404)
    expect((await wang.post(`exports/${withdrawn}/withdraw`)).status).toBe(204)
    expect((await lin.post(`exports/${withdrawn}/decide`, { approve: true })).status).toBe(409)
    const late = await ask()
    await company.database.run(sql`update export_request set decide_by = at where id = ${late}`)
    expect((await lin.post(`exports/${late}/decide`, { approve: true })).status).toBe(409)
    await company.runtime.house.jobs
      .get('settle-exports')!
      .run(company.runtime, {}, { id: 'x', attempt: 0, signal: new AbortController().signal })
    expect(await stateOf(late)).toMatchObject({ state: 'lapsed' })
  })

  it('of anybody stands in the list of administrators, and in nobody else’s', async () => {
    const { body } = await admin.get('exports?which=all')
    expect(body.items.filter((item: { isRequest: boolean }) => item.isRequest).length).toBeGreaterThan(3)
    expect(body.items.some((item: { isRequest: boolean; state: string }) => !item.isRequest && item.state === 'written')).toBe(true)
    expect((await wang.get('exports?which=all')).status).toBe(403)
    expect((await (await company.as('li')).get('exports')).body.items).toEqual([])
    expect((await (await company.as('li')).post('exports', query)).status).toBe(403)
  })
})
