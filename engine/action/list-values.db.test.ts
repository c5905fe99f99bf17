import { describe, expect, it } from 'vitest'
import { openCompany } from '#test'

const company = openCompany()

describe('labels of many records', () => {
  const tagsOf = async (id: string) => (await (await company.as('lin')).get(`records/customer/${id}`)).body.tags

  it('are put on and taken off without touching the others, in bulk, and undone', async () => {
    const lin = await company.as('lin')
    const make = async (name: string, tags: string[]) => (await lin.post('records/customer', { name, tags })).body.id as string
    const ids = [await make('标签甲', ['老客户']), await make('标签乙', ['会员', '展会']), await make('标签丙', [])]
    const added = await lin.post('actions/customer.addValues', { on: ids, input: { tags: ['展会', '重点跟进'] } })
    expect(added.status, added.text).toBe(200)
    expect(await Promise.all(ids.map(tagsOf))).toEqual([
      ['老客户', '展会', '重点跟进'],
      ['会员', '展会', '重点跟进'],
      ['展会', '重点跟进'],
    ])
    await lin.post('actions/customer.removeValues', { on: ids, input: { tags: ['展会'] } })
    expect(await Promise.all(ids.map(tagsOf))).toEqual([['老客户', '重点跟进'], ['会员', '重点跟进'], ['重点跟进']])
    expect((await lin.post(`operations/${added.body.operation}/undo`)).status).toBe(200)
    // What was changed again since then stays as it is, and is told of.
    expect(await tagsOf(ids[2]!)).toEqual(['重点跟进'])
  })

  it('need the right to the record and to the field', async () => {
    const lin = await company.as('lin')
    const { id } = (await lin.post('records/customer', { name: '别人的标签' })).body
    const zhou = await company.as('zhou')
    const answer = await zhou.post('actions/customer.addValues', { on: [id], input: { tags: ['x'] } })
    expect(answer.status).toBe(200)
    expect(answer.body.items[0].problem.code).toBe('not-allowed')
    expect(await tagsOf(id)).toEqual([])
    const wrong = await lin.post('actions/customer.addValues', { on: [id], input: { name: 'x' } })
    expect(wrong.body.items[0].problem.fields).toHaveProperty('name')
  })

  it('have no button of their own', async () => {
    const { records } = (await (await company.as('lin')).get('description')).body
    const customer = records.find((record: { name: string }) => record.name === 'customer')
    expect(customer.actions.map((action: { name: string }) => action.name)).not.toContain('customer.addValues')
    expect(customer.actions.map((action: { name: string }) => action.name)).toContain('customers.transfer')
  })
})
