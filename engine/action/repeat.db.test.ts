import { describe, expect, it } from 'vitest'
import { openCompany } from '#test'

const company = openCompany()
const key = (name: string) => ({ 'idempotency-key': name })

describe('the same request once more, after a lost answer', () => {
  it('changes a record once and does not find itself in its own way', async () => {
    const li = await company.as('li')
    const url = `records/customer/${company.story.customers.xizi}`
    const { version } = (await li.get(url)).body
    const first = await li.patch(url, version, { region: '浙江嘉兴' }, { headers: key('edit-1') })
    const second = await li.patch(url, version, { region: '浙江嘉兴' }, { headers: key('edit-1') })
    expect([first.status, second.status]).toEqual([200, 200])
    expect(second.body).toMatchObject({ region: '浙江嘉兴', version: version + 1 })
    // Without the key it is another change of the same field, by somebody who has not seen the first.
    expect((await li.patch(url, version, { region: '浙江嘉兴' })).status).toBe(412)
    expect((await li.patch(url, version, { region: '浙江湖州' }, { headers: key('edit-1') })).body.code).toBe('key-reused')
  })

  it('does an action to one record once', async () => {
    const li = await company.as('li')
    const made = (
      await li.post('records/activity', {
        subject: '计划',
        customer: company.story.customers.xizi,
        at: '2026-12-01T08:00:00.000Z',
        isDone: false,
      })
    ).body
    const ask = () =>
      li.post(
        'actions/customers.completeActivity',
        { on: made.id, input: { outcome: '好' } },
        { headers: { ...key('act-1'), 'if-match': `"${made.version}"` } },
      )
    const [first, second] = [await ask(), await ask()]
    expect([first.status, second.status], second.text).toEqual([200, 200])
    expect(second.body.operation).toBe(first.body.operation)
  })

  it('does a bulk action once, and tells again what it told, though the selection would be another one now', async () => {
    const lin = await company.as('lin')
    const filter = { field: 'tier', op: 'eq', value: 'A' }
    const ask = () => lin.post('actions/customer.edit', { on: { filter }, input: { tier: 'B' } }, { headers: key('bulk-1') })
    const first = await ask()
    expect(first.body.total).toBeGreaterThan(0)
    const second = await ask()
    expect(second.body).toEqual(first.body)
    expect(
      (await lin.get('records/customer?limit=0&count=exact&filter=' + encodeURIComponent(JSON.stringify(filter)))).body.count.value,
    ).toBe(0)
  })
})
