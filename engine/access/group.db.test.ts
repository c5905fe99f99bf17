import { beforeAll, describe, expect, it } from 'vitest'
import { openCompany } from '#test'
import { groupRecords } from './group.ts'
import { listRecords } from './read.ts'

const company = openCompany()

interface Group {
  value: string | null
  title?: string
  count: { value: number; exact: boolean }
  totals?: Record<string, { sum: string; of: number }>
}

describe('a list in groups', () => {
  beforeAll(async () => {
    const lin = await company.as('lin')
    const amounts = ['100.10', '200.20', null]
    for (const [i, revenue] of amounts.entries())
      expect(
        (await lin.post('records/customer', { name: `分组试验${i}`, stage: 'ended', tier: i === 0 ? 'A' : null, revenue })).status,
      ).toBe(201)
  })

  const ask = async (who: string, query: string): Promise<Group[]> => {
    const answer = await (await company.as(who)).get(`records/customer/groups?${query}`)
    expect(answer.status, answer.text).toBe(200)
    expect(answer.body.whole).toBe(true)
    return answer.body.groups
  }

  it('counts what the list shows, value by value, and adds up exactly', async () => {
    const filter = encodeURIComponent(JSON.stringify({ field: 'stage', op: 'eq', value: 'ended' }))
    const groups = await ask('lin', `by=tier&totals=revenue,employees&filter=${filter}`)
    const list = (await (await company.as('lin')).get(`records/customer?limit=500&filter=${filter}`)).body.items as {
      tier: string | null
      revenue: string | null
    }[]
    for (const [tier, items] of Map.groupBy(list, (item) => item.tier)) {
      const group = groups.find((entry) => entry.value === tier)!
      expect(group.count).toEqual({ value: items.length, exact: true })
      const cents = items.reduce((sum, item) => sum + Math.round(Number(item.revenue ?? 0) * 100), 0)
      expect(Math.round(Number(group.totals!.revenue!.sum) * 100)).toBe(cents)
      expect(group.totals!.revenue!.of).toBe(items.filter((item) => item.revenue !== null).length)
    }
    expect(groups.reduce((sum, group) => sum + group.count.value, 0)).toBe(list.length)
    expect(groups.at(-1)!.value).toBeNull()
  })

  it('names linked records, the largest group first', async () => {
    const groups = await ask('lin', 'by=owner')
    const sizes = groups.filter((group) => group.value !== null).map((group) => group.count.value)
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    expect(groups.find((group) => group.title === '李明')!.count.value).toBeGreaterThanOrEqual(4)
  })

  it('adds up only what the asker may read', async () => {
    const director = await ask('lin', 'by=stage&totals=revenue')
    const service = await ask('zhou', 'by=stage&totals=revenue')
    expect(director.find((group) => group.value === 'ended')!.totals!.revenue!.of).toBeGreaterThanOrEqual(2)
    expect(service.find((group) => group.value === 'ended')).toMatchObject({ totals: { revenue: { sum: '0', of: 0 } } })
  })

  it('refuses what cannot be grouped or added up, with the field named', async () => {
    const lin = await company.as('lin')
    expect((await lin.get('records/customer/groups?by=name')).body.fields).toHaveProperty('by')
    expect((await lin.get('records/customer/groups?by=stage&totals=name')).body.fields).toHaveProperty('totals')
    expect((await lin.get('records/customer/groups?by=nothing')).status).toBe(422)
  })

  it('beyond the cap counts value by value and adds nothing up; links are refused', async () => {
    const { runtime } = company
    const actor = await company.actor('lin')
    const shape = company.shape('customer')
    const whole = await groupRecords(runtime, actor, shape, 'stage', [], {})
    const capped = await groupRecords(runtime, actor, shape, 'stage', ['revenue'], {}, 5)
    expect(capped.whole).toBe(false)
    expect(capped.groups.map((group) => group.value)).toEqual(whole.groups.map((group) => group.value))
    for (const [i, group] of capped.groups.entries()) {
      const { value } = whole.groups[i]!.count
      expect(group.count).toEqual({ value: Math.min(value, 5), exact: value <= 5 })
      expect(group.totals).toBeUndefined()
    }
    await expect(groupRecords(runtime, actor, shape, 'owner', [], {}, 5)).rejects.toMatchObject({ code: 'too-many-to-group' })
    expect((await listRecords(runtime, actor, shape, { limit: 0, count: 'exact' })).count!.value).toBeGreaterThan(5)
  })
})
