import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCompany, type Company } from '#test'

const company = openCompany()
let other: Company

beforeAll(async () => {
  other = await company.another()
  // The clock stands: no minute ends while it is looked at.
  const now = Date.parse('2026-06-15T02:00:20.000Z')
  for (const { runtime } of [company, other]) Object.assign(runtime, { clock: () => now, tokenRate: 60 })
})
afterAll(() => other?.close())

describe('what a token may ask', () => {
  it('is counted by all nodes together, and says when there is more', async () => {
    const li = await company.as('li')
    const there = (await other.as('li')).request
    const atOther = () => there('GET', 'me', { headers: { authorization: `Bearer ${li.token}` } })
    const answers = await Promise.all(Array.from({ length: 90 }, (_, i) => (i % 3 === 0 ? atOther() : li.get('me'))))
    const letIn = answers.filter(({ status }) => status === 200)
    const turnedAway = answers.filter(({ status }) => status === 429)
    expect(letIn.length + turnedAway.length).toBe(90)
    // Never more than there is; a node may still hold a few that the other could have used.
    expect(letIn.length).toBeLessThanOrEqual(60)
    expect(letIn.length).toBeGreaterThanOrEqual(40)
    expect(turnedAway[0]!.headers['retry-after']).toBe('40')
    expect(turnedAway[0]!.body).toMatchObject({ code: 'too-many-requests', status: 429, retryAfter: 40 })
    // Others have an allowance of their own, and the next minute brings a new one.
    expect((await (await company.as('zhang')).get('me')).status).toBe(200)
    company.runtime.clock = () => Date.parse('2026-06-15T02:01:00.000Z')
    expect((await li.get('me')).status).toBe(200)
  })
})
