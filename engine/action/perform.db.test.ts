import { describe, expect, it } from 'vitest'
import { openCompany } from '#test'

const company = openCompany()

describe('creating', () => {
  it('writes the record, its event and who did it', async () => {
    const li = await company.as('li')
    const made = await li.post('records/customer', { name: '杭州云栖科技有限公司', kind: 'enterprise', phone: '0571-86001234' })
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({ version: expect.any(Number), name: '杭州云栖科技有限公司' })
    expect(made.body.owner.id ?? made.body.owner).toBe(company.story.people.li)
  })
})
