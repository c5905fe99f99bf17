import { describe, expect, it } from 'vitest'
import { openCompany } from '#test'
import { Abandoned, askedBy, within } from './asker.ts'
import { sql } from './sql.ts'

const company = openCompany()
const running = async () =>
  (await company.database.row<{ n: number }>(
    sql`select count(*)::integer as n from pg_stat_activity where state = 'active' and query like '%long_search%' and pid <> pg_backend_pid()`,
  ))!.n

describe('a search that nobody waits for any more', () => {
  it.each(['search', 'byIndex', 'whole'] as const)('is called off (%s), and its connection serves the next', async (way) => {
    const { database } = company
    const asker = new AbortController()
    const answer = askedBy(asker.signal, () => database[way](sql`select pg_sleep(25) as long_search`))
    const ended = expect(answer).rejects.toThrow(Abandoned)
    await expect.poll(running).toBe(1)
    asker.abort()
    await ended
    // The refusal comes a moment before the database notes that the connection is idle.
    await expect.poll(running).toBe(0)
    const many = Array.from({ length: 40 }, (_, i) => database[way](sql`select ${i}::integer`))
    expect(await Promise.all(many)).toEqual(Array.from({ length: 40 }, (_, i) => [[i]]))
  })

  it('is not begun where he has gone before, and does not hold up others', async () => {
    const { database } = company
    const before = askedBy(AbortSignal.abort(), () => database.search(sql`select pg_sleep(25) as long_search`))
    await expect(before).rejects.toThrow(Abandoned)
    expect(await running()).toBe(0)
    expect(await askedBy(new AbortController().signal, () => database.search(sql`select 7`))).toEqual([[7]])
  })

  it('keeps the error of a search that fails by itself', async () => {
    const { database } = company
    const answer = askedBy(new AbortController().signal, () => database.search(sql`select 1 / 0`))
    await expect(answer).rejects.toMatchObject({ code: '22012' })
  })
})

describe('a search that is worth some time and no more', () => {
  it('is called off when the time is up, and gives its answer before', async () => {
    const { database } = company
    expect(await within(30, () => database.search(sql`select pg_sleep(25) as long_search`))).toBeUndefined()
    await expect.poll(running).toBe(0)
    expect(await within(20_000, () => database.search(sql`select 7`))).toEqual([[7]])
  })

  it('is still called off by whoever asked, and keeps its own error', async () => {
    const { database } = company
    const gone = new AbortController()
    const answer = askedBy(gone.signal, () => within(20_000, () => database.search(sql`select pg_sleep(25) as long_search`)))
    const ended = expect(answer).rejects.toThrow(Abandoned)
    await expect.poll(running).toBe(1)
    gone.abort()
    await ended
    await expect(within(20_000, () => database.search(sql`select 1 / 0`))).rejects.toMatchObject({ code: '22012' })
  })
})
