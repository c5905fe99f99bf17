import { describe, expect, it } from 'vitest'
import { openCompany, type Caller } from '#test'

const company = openCompany()
const idOf = (key: string) => company.story.customers[key]!

const make = async (caller: Caller, record: string, values: object): Promise<{ id: string; version: number }> => {
  const answer = await caller.post(`records/${record}`, values)
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}
const listed = async (caller: Caller, record: string, field: string, value: string) =>
  (await caller.get(`records/${record}?filter=${encodeURIComponent(JSON.stringify({ field, op: 'eq', value }))}&limit=100`)).body.items

describe('what customers have', () => {
  it('changes hands with what lies within it; who had it before is told from both ends', async () => {
    const lin = await company.as('lin')
    const [huang, qianhu] = [idOf('huang'), idOf('qianhu')]
    const unit = await make(lin, 'asset', { customer: huang, kind: 'unit', name: '云杉湖 3 幢 1201', startedOn: '2024-05-01' })
    const meter = await make(lin, 'asset', { customer: huang, kind: 'meter', name: '电表', number: 'D-778812', within: unit.id })
    const car = await make(lin, 'asset', { customer: huang, kind: 'vehicle', name: '浙A12345' })
    const hand = (on: string, input: object, version: number) =>
      lin.post('actions/customers.transferAsset', { on, input }, { headers: { 'if-match': `"${version}"` } })
    const answer = await hand(unit.id, { to: qianhu, on: '2026-06-01', reason: '二手转让' }, unit.version)
    expect(answer.status, answer.text).toBe(200)

    expect((await listed(lin, 'asset', 'customer', qianhu)).map(({ id }: { id: string }) => id).sort()).toEqual([unit.id, meter.id].sort())
    expect((await listed(lin, 'asset', 'customer', huang)).map(({ id }: { id: string }) => id)).toEqual([car.id])
    expect((await listed(lin, 'asset', 'within', unit.id)).map(({ id }: { id: string }) => id)).toEqual([meter.id])
    const holders = (await listed(lin, 'holding', 'asset', unit.id)).map(
      (holding: { customer: { id: string }; from: string; until: string }) => [holding.customer.id, holding.from, holding.until],
    )
    expect(holders).toHaveLength(2)
    expect(holders).toEqual(
      expect.arrayContaining([
        [huang, '2024-05-01', '2026-06-01'],
        [qianhu, '2026-06-01', null],
      ]),
    )
    expect(await listed(lin, 'holding', 'customer', huang)).toHaveLength(3)

    // Back again by undo: the same hands, the same days, nothing doubled.
    expect((await lin.post(`operations/${answer.body.operation}/undo`)).status).toBe(200)
    expect((await listed(lin, 'asset', 'customer', huang)).length).toBe(3)
    expect(await listed(lin, 'holding', 'asset', unit.id)).toMatchObject([{ until: null }])
  })

  it('follows the rights of whom it hangs on', async () => {
    const [lin, li, sun] = [await company.as('lin'), await company.as('li'), await company.as('sun')]
    const asset = await make(li, 'asset', { customer: idOf('xizi'), kind: 'device', name: '空压机' })
    expect((await sun.get(`records/asset/${asset.id}`)).status).toBe(404)
    const answer = await lin.post(
      'actions/customers.transferAsset',
      { on: asset.id, input: { to: idOf('pujiang') } },
      { headers: { 'if-match': `"${asset.version}"` } },
    )
    expect(answer.status, answer.text).toBe(200)
    expect((await sun.get(`records/asset/${asset.id}`)).status).toBe(200)
    expect((await sun.get('records/asset?limit=100')).body.items.map(({ id }: { id: string }) => id)).toContain(asset.id)
    expect((await li.get(`records/asset/${asset.id}`)).status).toBe(404)
    expect((await li.get('records/asset?limit=100')).body.items.map(({ id }: { id: string }) => id)).not.toContain(asset.id)
    const holding = (await listed(lin, 'holding', 'asset', asset.id))[0]
    expect((await sun.get(`records/holding/${holding.id}`)).status).toBe(200)
    expect((await li.get(`records/holding/${holding.id}`)).status).toBe(404)
  })

  it('is not handed to whom it is with, nor before he had it', async () => {
    const lin = await company.as('lin')
    const asset = await make(lin, 'asset', { customer: idOf('huang'), kind: 'policy', name: '房屋险', startedOn: '2026-01-01' })
    const hand = (input: object) =>
      lin.post('actions/customers.transferAsset', { on: asset.id, input }, { headers: { 'if-match': `"${asset.version}"` } })
    expect((await hand({ to: idOf('huang') })).body.fields).toHaveProperty('to')
    expect((await hand({ to: idOf('qianhu'), on: '2025-12-31' })).body.fields).toHaveProperty('on')
  })
})
