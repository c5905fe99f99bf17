import { describe, expect, it } from 'vitest'
import { sql } from '#engine/store/sql.ts'
import { openCompany, type Answer } from '#test'

/** Before a change of rights is saved: who loses or gains sight of how many records; saved, it can be taken back. */
const company = openCompany()
const roleId = async (code: string) => (await company.database.row<{ id: string }>(sql`select id from role where code = ${code}`))!.id
const customers = ({ body }: Answer, what = 'see') =>
  body.on
    .filter((entry: { record: string; what: string }) => entry.record === 'customer' && entry.what === what)
    .map(({ direction, users, rows }: { direction: string; users: number; rows: { value: number } }) => [direction, users, rows.value])

describe('a change of rights', () => {
  it('of a role is weighed by what everybody who has it would see, and changes nothing', async () => {
    const admin = await company.as('admin')
    const id = await roleId('departmentHead')
    const role = (await admin.get(`records/role/${id}`)).body
    const own = role.grants.map((grant: object) => ({ ...grant, full: 'own', edit: 'own' }))
    const answer = await admin.post(`rights/role/${id}/preview`, { input: { grants: own } })
    expect(answer.status, answer.text).toBe(200)
    // Wang and Zhao see the customers of their departments, and own none of them.
    expect(customers(answer)).toEqual([['lose', 2, 12]])
    expect(answer.body.people.map(({ user }: { user: { title: string } }) => user.title)).toEqual(['王芳', '赵磊'])
    expect(answer.body.uncounted).toBe(0)
    expect((await admin.get(`records/role/${id}`)).body.version).toBe(role.version)
    expect((await (await company.as('wang')).get('records/customer?limit=0&count=exact')).body.count.value).toBe(9)
  })

  it('of somebody’s superior, department or roles is weighed for all whom it concerns', async () => {
    const admin = await company.as('admin')
    const { people, departments } = company.story
    const moved = await admin.post(`rights/user/${people.wang}/preview`, { input: { department: departments.shanghai } })
    expect(customers(moved)).toEqual([
      ['lose', 1, 9],
      ['gain', 1, 3],
    ])
    const roles = await admin.post(`rights/user/${people.zheng}/preview`, { input: { roles: [await roleId('service')] } })
    expect(customers(roles)).toEqual([['gain', 1, 12]])
    const off = await admin.post(`rights/user/${people.li}/preview`, { input: { isActive: false } })
    expect(customers(off)).toEqual([['lose', 1, 4]])
    const nothing = await admin.post(`rights/user/${people.li}/preview`, { input: { mobile: '13900000000' } })
    expect(nothing.body).toEqual({ on: [], people: [], uncounted: 0 })
  })

  it('is an operation that can be undone, seen by the version it was seen at, for administrators alone', async () => {
    const admin = await company.as('admin')
    const id = await roleId('service')
    const role = (await admin.get(`records/role/${id}`)).body
    const count = async () => (await (await company.as('zhou')).get('records/customer?limit=0&count=exact')).body.count.value
    expect(await count()).toBe(12)
    const change = (version: number) =>
      admin.post(`rights/role/${id}/change`, { input: { grants: [] } }, { headers: { 'if-match': `"${version}"` } })
    const saved = await change(role.version)
    expect(saved.status, saved.text).toBe(200)
    expect(await count()).toBe(0)
    const listed = (await admin.get('operations')).body.items.find((entry: { id: string }) => entry.id === saved.body.operation)
    expect(listed).toMatchObject({ action: 'role.edit', canUndo: true, done: 1 })
    expect((await admin.post(`operations/${saved.body.operation}/undo`)).status).toBe(200)
    expect(await count()).toBe(12)
    const lin = await company.as('lin')
    expect((await lin.post(`rights/role/${id}/preview`, { input: { grants: [] } })).status).toBe(403)
    expect((await lin.post(`rights/role/${id}/change`, { input: { grants: [] } }, { headers: { 'if-match': '"1"' } })).status).toBe(403)
  })
})
