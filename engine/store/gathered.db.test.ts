import { describe, expect, it } from 'vitest'
import { always, type Condition } from '#engine/access/rules.ts'
import { openCompany } from '#test'
import { listStatement } from './list.ts'
import { defaultSort } from './table.ts'
import { branch, gathered } from './walk.ts'

const company = openCompany()

const visits: Condition = { linked: 'activity.customer', where: always }
const filters: Record<string, Condition> = {
  'with something': visits,
  'with nothing': { not: visits },
  'with what nobody has': { linked: 'contact.customer', where: { field: 'name', op: 'eq', value: '龘龘龘' } },
}

describe('a list of records on which something hangs', () => {
  it.each(Object.keys(filters))('is the same page by page, walked along its order or gathered: %s', async (which) => {
    const { database, runtime, story } = company
    const shape = company.shape('customer')
    const owners: Condition = { field: 'owner', op: 'in', value: Object.values(story.people) }
    const seen = new Map<typeof branch, string[]>()
    for (const way of [branch, gathered]) {
      const ids: string[] = []
      let after: unknown[] | undefined
      do {
        const question = { visible: { or: [owners, { field: 'stage', op: 'notEmpty' }] } as Condition, filter: filters[which]!, limit: 4 }
        const { statement, read } = listStatement(runtime.house, shape, { ...question, sorts: [defaultSort(shape)], after }, way)
        const rows = (await database.arrays(statement)).map(read)
        ids.push(...rows.map(({ row }) => row.id))
        const last = rows.at(-1)
        after = rows.length === question.limit ? [...last!.keys, last!.row.id] : undefined
      } while (after)
      seen.set(way, ids)
    }
    expect(seen.get(gathered)).toEqual(seen.get(branch))
    expect(new Set(seen.get(branch)).size).toBe(seen.get(branch)!.length)
    expect(seen.get(branch)!.length > 4).toBe(which !== 'with what nobody has')
  })
})
