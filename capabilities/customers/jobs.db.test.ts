import { describe, expect, it } from 'vitest'
import { openCompany } from '#test'
import { customerJobs } from './jobs.ts'

const company = openCompany()
const look = async () => {
  await company.settle()
  await customerJobs[0]!.run(company.runtime, undefined, { id: '', attempt: 1, signal: new AbortController().signal })
}

describe('the search for duplicates over the whole base', () => {
  it('brings up each pair once, remembers what was decided, and is settled by a merge and its undo', async () => {
    const lin = await company.as('lin')
    const make = async (name: string) => (await lin.post('records/customer', { name, kind: 'enterprise', phone: '0571-86001234' })).body
    const [one, two, three] = [await make('嘉兴南湖灯具有限公司'), await make('嘉兴市南湖灯具'), await make('嘉兴南湖灯具有限责任公司')]
    const pairs = async () =>
      (await lin.get('records/duplicate?limit=100')).body.items.map((item: Record<string, any>) => ({
        id: item.id,
        version: item.version,
        pair: [String(item.customer.id), String(item.other.id)].sort().join(),
        state: item.state,
        reasons: item.reasons,
      })) as { id: string; version: number; pair: string; state: string; reasons: { zh: string; en: string } }[]
    const named = (a: { id: string }, b: { id: string }) => [a.id, b.id].sort().join()
    await look()
    await look()
    const found = await pairs()
    expect(found.map(({ pair }) => pair).sort()).toEqual([named(one, two), named(one, three), named(two, three)].sort())
    for (const { reasons } of found) {
      expect(reasons.zh).toMatch(/[一-龥]/)
      expect(reasons.en).toMatch(/[a-z]{3}/)
    }

    const act = (action: string, on: { id: string; version: number }, input = {}) =>
      lin.post(`actions/${action}`, { on: on.id, input }, { headers: { 'if-match': `"${on.version}"` } })
    const dismissed = found.find(({ pair }) => pair === named(one, three))!
    expect((await act('customers.dismissDuplicate', dismissed, { remark: '两家厂' })).status).toBe(200)
    await look()
    expect((await pairs()).length).toBe(3)
    expect((await pairs()).find(({ id }) => id === dismissed.id)!.state).toBe('dismissed')

    const stays = (await lin.get(`records/customer/${one.id}`)).body
    const merged = await act('customer.merge', stays, { from: two.id })
    expect(merged.status, merged.text).toBe(200)
    expect((await pairs()).filter(({ state }) => state === 'merged')).toHaveLength(1)
    expect((await lin.post(`operations/${merged.body.operation}/undo`)).status).toBe(200)
    expect((await pairs()).map(({ state }) => state).sort()).toEqual(['dismissed', 'open', 'open'])
    expect((await pairs()).map(({ pair }) => pair).sort()).toEqual(found.map(({ pair }) => pair).sort())
  })
})
