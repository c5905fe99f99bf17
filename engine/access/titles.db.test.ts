import { expect, it } from 'vitest'
import { openCompany } from '#test'

const company = openCompany()

it('a title that is itself guarded is masked wherever it names its record', async () => {
  const [li, zhou] = [await company.as('li'), await company.as('zhou')]
  const { xizi } = company.story.customers
  const made = await li.post('records/identity', { customer: xizi, kind: 'phone', value: '13700010009' })
  expect(made.status, made.text).toBe(201)
  const timeline = `records/customer/${xizi}/timeline?limit=1`
  expect((await li.get(timeline)).body.items[0].record.title).toBe('13700010009')
  const masked = await zhou.get(timeline)
  expect(masked.body.items[0].record).toMatchObject({ record: 'identity', id: made.body.id })
  expect(masked.text).not.toContain('13700010009')
})
