import { describe, expect, it } from 'vitest'
import { openCompany } from '#test'

const company = openCompany()

describe('a saved view', () => {
  const names = async (key: string) =>
    (await (await company.as(key)).get('records/view?limit=100')).body.items.map((item: { name: string }) => item.name)

  it('is seen by its owner, by the roles it is for, or by everyone', async () => {
    const [li, admin] = [await company.as('li'), await company.as('admin')]
    const sales = (await admin.get('records/role?limit=50')).body.items.find((role: { code: string }) => role.code === 'sales')
    expect((await li.post('records/view', { name: '我的', record: 'customer' })).status).toBe(201)
    expect((await li.post('records/view', { name: '大家的', record: 'customer', shown: 'everyone' })).status).toBe(201)
    expect((await admin.post('records/view', { name: '销售的', record: 'customer', shown: 'roles', roles: [sales.id] })).status).toBe(201)
    expect((await names('li')).sort()).toEqual(['大家的', '我的', '销售的'].sort())
    expect((await names('sun')).sort()).toEqual(['大家的', '销售的'].sort())
    expect(await names('zheng')).toEqual(['大家的'])
    const forAll = await li.post('records/view', { name: '替大家选', record: 'customer', shown: 'roles', roles: [sales.id] })
    expect(forAll.status).toBe(403)
    const shared = (await li.get('records/view')).body.items.find((item: { name: string }) => item.name === '大家的')
    expect((await (await company.as('sun')).patch(`records/view/${shared.id}`, shared.version, { name: '改名' })).status).toBe(403)
  })

  it("for oneself alone is nobody else's business, and what others find first is set by an administrator", async () => {
    const [li, admin] = [await company.as('li'), await company.as('admin')]
    const mine = (await li.post('records/view', { name: '只给我', record: 'customer', isDefault: true })).body
    expect(mine).toMatchObject({ isDefault: true, layout: 'table', can: { edit: true } })
    expect((await admin.get(`records/view/${mine.id}`)).status).toBe(404)
    expect((await li.post('records/view', { name: '大家先看', record: 'customer', shown: 'everyone', isDefault: true })).status).toBe(403)
    expect((await li.patch(`records/view/${mine.id}`, mine.version, { shown: 'everyone' })).status).toBe(403)
    expect((await admin.post('records/view', { name: '先看这个', record: 'customer', shown: 'everyone', isDefault: true })).status).toBe(
      201,
    )
  })

  it('keeps relative days, which are worked out when it is asked', async () => {
    const li = await company.as('li')
    const filter = {
      or: [
        { field: 'lastContactAt', op: 'lt', value: { from: 'today', plus: -30 } },
        { field: 'lastContactAt', op: 'empty' },
      ],
    }
    const view = (
      await li.post('records/view', { name: '三十天未联系', record: 'customer', filter, sort: '-lastContactAt', columns: ['name', 'tier'] })
    ).body
    expect((await li.get(`records/view/${view.id}`)).body).toMatchObject({ filter, columns: ['name', 'tier'] })
    const ask = async () =>
      (await li.get(`records/customer?filter=${encodeURIComponent(JSON.stringify(filter))}&limit=100`)).body.items.map(
        (item: { id: string }) => item.id,
      )
    const now = await ask()
    const clock = company.runtime.clock
    company.runtime.clock = () => clock() + 60 * 86_400_000
    const later = await ask()
    company.runtime.clock = clock
    expect(now.length).toBeLessThan(later.length)
    expect(later).toHaveLength(4)
    const bad = await li.get(
      `records/customer?filter=${encodeURIComponent('{"field":"lastContactAt","op":"lt","value":{"from":"century"}}')}`,
    )
    expect(bad.body.fields).toHaveProperty('lastContactAt')
    expect((await li.post('records/view', { name: 'x', record: 'customer', filter: { nonsense: 1 } })).body.fields).toHaveProperty('filter')
  })
})
