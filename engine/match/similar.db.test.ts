import { describe, expect, it } from 'vitest'
import { openCompany, type Caller } from '#test'

const company = openCompany()

const make = async (caller: Caller, values: object): Promise<{ id: string; version: number }> => {
  const answer = await caller.post('records/customer', values)
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}
interface Found {
  item: { id: string; name: string }
  decision: string
  score: number
  reasons: { words: { en: string }; isAgainst: boolean }[]
}
const ask = async (caller: Caller, values: object): Promise<{ items: Found[]; hidden: boolean }> => {
  await company.settle()
  return (await caller.post('records/customer/similar', { values })).body
}

describe('records that may be the same', () => {
  it.each([
    ['in other brackets, with another blank', '北京云海科技（集团）有限公司', '北京云海科技(集团) 有限公司'],
    ['in the other script', '广州龙腾电子有限公司', '廣州龍騰電子有限公司'],
    ['without its legal form', '宁波海天塑料机械股份有限公司', '宁波海天塑料机械'],
  ])('are found while one types: %s', async (_, there, typed) => {
    const lin = await company.as('lin')
    const { id } = await make(lin, { name: there, kind: 'enterprise' })
    const { items } = await ask(lin, { name: typed, kind: 'enterprise' })
    expect(items.map(({ item }) => item.id)).toContain(id)
    const found = items.find(({ item }) => item.id === id)!
    expect(found.item.name).toBe(there)
    expect(found.reasons.length).toBeGreaterThan(0)
    expect(found.reasons[0]!.words.en).toMatch(/\w/)
  })

  it('are not what has only a word in common', async () => {
    const lin = await company.as('lin')
    await make(lin, { name: '苏州金鸡湖餐饮有限公司', kind: 'enterprise' })
    expect((await ask(lin, { name: '苏州工业园区建设有限公司', kind: 'enterprise' })).items).toEqual([])
  })

  it('follow a change, the recycle bin and a merge', async () => {
    const lin = await company.as('lin')
    const one = await make(lin, { name: '温州瓯江鞋业有限公司', kind: 'enterprise' })
    const two = await make(lin, { name: '温州瓯江鞋业', kind: 'enterprise' })
    const similar = async (id: string) => {
      await company.settle()
      return ((await lin.get(`records/customer/${id}/similar`)).body.items as Found[]).map(({ item }) => item.id)
    }
    expect(await similar(one.id)).toEqual([two.id])
    const edited = await lin.patch(`records/customer/${two.id}`, two.version, { name: '丽水竹器厂' })
    expect(await similar(one.id)).toEqual([])
    await lin.patch(`records/customer/${two.id}`, edited.body.version, { name: '温州瓯江鞋业厂' })
    expect(await similar(one.id)).toEqual([two.id])
    const { version } = (await lin.get(`records/customer/${one.id}`)).body
    const merged = await lin.post(
      'actions/customer.merge',
      { on: one.id, input: { from: two.id } },
      { headers: { 'if-match': `"${version}"` } },
    )
    expect(merged.status, merged.text).toBe(200)
    expect(await similar(one.id)).toEqual([])
    expect((await lin.post(`operations/${merged.body.operation}/undo`)).status).toBe(200)
    expect(await similar(one.id)).toEqual([two.id])
  })

  it('of others are not named, only said to be there where they are the same beyond doubt', async () => {
    const [lin, sun] = [await company.as('lin'), await company.as('sun')]
    const { id } = await make(lin, {
      name: '义乌小商品集散股份有限公司',
      kind: 'enterprise',
      phone: '0579-85551234',
      owner: company.story.people.li,
    })
    const { items, hidden } = await ask(sun, { name: '义乌小商品集散股份有限公司', kind: 'enterprise', phone: '0579-85551234' })
    expect(items).toEqual([])
    expect(hidden).toBe(true)
    expect((await ask(lin, { name: '义乌小商品集散股份有限公司', kind: 'enterprise' })).items.map(({ item }) => item.id)).toEqual([id])
    expect((await sun.get(`records/customer/${id}/similar`)).status).toBe(404)
  })
})
