import { beforeAll, describe, expect, it } from 'vitest'
import { openCompany, type Caller } from '#test'

const company = openCompany()
let li: Caller
const customer: Record<string, string> = {}
const contact: Record<string, { id: string; version: number }> = {}

beforeAll(async () => {
  li = await company.as('li')
  for (const key of ['xizi', 'lvye']) {
    customer[key] = company.story.customers[key]!
    contact[key] = (await li.post('records/contact', { name: `${key}的人`, customer: customer[key] })).body
  }
})

const at = '2026-06-01T08:00:00.000Z'
const elsewhere = { contact: 'Its "Customer" is another one' }

describe('a contact', () => {
  it('of an activity is one of its customer', async () => {
    const right = await li.post('records/activity', { subject: 'a', customer: customer.xizi, contact: contact.xizi!.id, at })
    expect(right.status, right.text).toBe(201)
    const wrong = await li.post('records/activity', { subject: 'a', customer: customer.xizi, contact: contact.lvye!.id, at })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toMatchObject({ code: 'bad-fields', fields: elsewhere })
    const moved = await li.patch(`records/activity/${right.body.id}`, right.body.version, { contact: contact.lvye!.id })
    expect(moved.body).toMatchObject({ code: 'bad-fields', fields: elsewhere })
    expect((await li.patch(`records/activity/${right.body.id}`, right.body.version, { contact: null })).status).toBe(200)
  })

  it('in a set is refused alone', async () => {
    const batch = await li.post('records/activity/batch?partial=1', {
      items: ['xizi', 'lvye'].map((key) => ({ subject: key, customer: customer.xizi, contact: contact[key]!.id, at })),
    })
    expect(batch.body.items.map((item: { problem?: { fields: unknown } }) => item.problem?.fields)).toEqual([undefined, elsewhere])
  })

  it('of an identity is one of its customer', async () => {
    const identity = (key: string) =>
      li.post('records/identity', { customer: customer.xizi, contact: contact[key]!.id, kind: 'qq', value: `1234${key}` })
    expect((await identity('lvye')).body).toMatchObject({ fields: elsewhere })
    expect((await identity('xizi')).status).toBe(201)
  })

  it('that comes first is one of the customer itself, and is chosen once there is a customer', async () => {
    const { version } = (await li.get(`records/customer/${customer.xizi}`)).body
    const wrong = await li.patch(`records/customer/${customer.xizi}`, version, { primaryContact: contact.lvye!.id })
    expect(wrong.body).toMatchObject({ fields: { primaryContact: 'Its "Customer" is another one' } })
    expect((await li.patch(`records/customer/${customer.xizi}`, version, { primaryContact: contact.xizi!.id })).status).toBe(200)
    const made = await li.post('records/customer', { name: '先有人', primaryContact: contact.xizi!.id })
    expect(made.body).toMatchObject({ fields: { primaryContact: 'There is no such field' } })
  })

  it('is told in the description, for the pickers', async () => {
    const { records } = (await li.get('description')).body
    const field = (record: string, name: string) =>
      records.find((entry: { name: string }) => entry.name === record).fields.find((entry: { name: string }) => entry.name === name)
    expect(field('activity', 'contact').within).toEqual({ customer: 'customer' })
    expect(field('customer', 'primaryContact').within).toEqual({ customer: 'id' })
    expect(records.find((entry: { name: string }) => entry.name === 'contact').byline).toBe('customer')
    expect(records.find((entry: { name: string }) => entry.name === 'user').byline).toBe('department')
  })
})
