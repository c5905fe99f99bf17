import { describe, expect, it } from 'vitest'
import { openCompany, type Company } from '#test'
import { missPage } from './presence.ts'
import { engineJobs } from '#engine/job/engine-jobs.ts'
import { sql } from '#engine/store/sql.ts'

const company = openCompany()
const page = (n: number) => String(n).padStart(32, '0')
const place = (key: string) => `records/customer/${company.story.customers[key]}/presence`
const peopleAt = async (who: string, key: string, at: Company = company) => (await (await at.as(who)).get(place(key))).body.people
const say = async (who: string, key: string, doing: string, n = 1, at: Company = company) =>
  expect((await (await at.as(who)).post(place(key), { page: page(n), doing })).status).toBe(204)

/** What the live stream of a node tells of a customer, as it comes. */
async function listen(at: Company, who: string, key: string, as = '') {
  const response = await fetch(`${await at.address()}/api/v1/live?watch=customer:${company.story.customers[key]}${as && `&page=${as}`}`, {
    headers: { authorization: `Bearer ${(await at.as(who)).token}` },
  })
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  return {
    /** Waits until something was said that was not said before. */
    async next(event: string): Promise<string> {
      for (;;) {
        const found = new RegExp(`event: ${event}\\ndata: (.*)\\n\\n`).exec(text)
        if (found) {
          text = text.slice(found.index + found[0].length)
          return found[1]!
        }
        const { value, done } = await reader.read()
        if (done) throw new Error(`the stream ended before ${event}`)
        text += value
      }
    },
    close: () => reader.cancel(),
  }
}

describe('people at one record', () => {
  it('see each other and what they do, themselves not', async () => {
    await say('li', 'xizi', 'viewing')
    await say('wang', 'xizi', 'editing')
    expect(await peopleAt('li', 'xizi')).toEqual([{ id: company.story.people.wang, name: '王芳', doing: 'editing' }])
    expect(await peopleAt('wang', 'xizi')).toEqual([{ id: company.story.people.li, name: '李明', doing: 'viewing' }])
    await say('wang', 'xizi', 'viewing')
    expect(await peopleAt('li', 'xizi')).toMatchObject([{ name: '王芳', doing: 'viewing' }])
    await say('wang', 'xizi', 'gone')
    expect(await peopleAt('li', 'xizi')).toEqual([])
  })

  it('are there once, with what they do in any of their pages', async () => {
    await say('wang', 'lvye', 'viewing', 1)
    await say('wang', 'lvye', 'editing', 2)
    expect(await peopleAt('li', 'lvye')).toMatchObject([{ name: '王芳', doing: 'editing' }])
    await say('wang', 'lvye', 'gone', 2)
    expect(await peopleAt('li', 'lvye')).toMatchObject([{ name: '王芳', doing: 'viewing' }])
    await say('wang', 'lvye', 'left', 1)
  })

  it('are left for good: what was said before leaving and arrives after it counts no more', async () => {
    await say('wang', 'ruian', 'editing', 50)
    await say('wang', 'ruian', 'left', 50)
    await say('wang', 'ruian', 'editing', 50)
    expect(await peopleAt('zhang', 'ruian')).toEqual([])
    // Gone into the background it may come back.
    await say('wang', 'ruian', 'viewing', 51)
    await say('wang', 'ruian', 'gone', 51)
    await say('wang', 'ruian', 'viewing', 51)
    expect(await peopleAt('zhang', 'ruian')).toMatchObject([{ name: '王芳', doing: 'viewing' }])
    await say('wang', 'ruian', 'left', 51)
  })

  it('are missed when their page vanishes without a word, unless it opens another stream', async () => {
    await say('wang', 'lvye', 'editing', 60)
    await say('wang', 'lvye', 'viewing', 61)
    const watcher = await listen(company, 'li', 'lvye')
    await watcher.next('ready')
    await watcher.next('presence')
    const first = await listen(company, 'wang', 'lvye', page(60))
    await first.next('ready')
    const second = await listen(company, 'wang', 'lvye', page(60))
    await second.next('ready')
    await first.close()
    await second.close()
    await watcher.next('presence')
    expect(await peopleAt('li', 'lvye')).toMatchObject([{ name: '王芳', doing: 'viewing' }])
    await watcher.close()
    // The other page has no stream, but has spoken since.
    const { runtime, story } = company
    const wang = (await runtime.actorOf(story.people.wang!, 'user'))!
    await missPage(runtime, wang, page(61), 600_000)
    expect(await peopleAt('li', 'lvye')).toMatchObject([{ name: '王芳', doing: 'viewing' }])
    await missPage(runtime, wang, page(61), 0)
    expect(await peopleAt('li', 'lvye')).toEqual([])
  })

  it('are gone when nothing was heard of them for a while; what is old is swept away', async () => {
    await say('wang', 'huang', 'viewing')
    const { database } = company
    const holds = await database.row<{ seconds: number }>(
      sql`select extract(epoch from until - now())::integer as seconds from presence where record_id = ${company.story.customers.huang}`,
    )
    expect(holds!.seconds).toBeGreaterThan(30)
    expect(holds!.seconds).toBeLessThanOrEqual(40)
    await database.run(sql`update presence set until = now() - interval '2 minutes' where record_id = ${company.story.customers.huang}`)
    expect(await peopleAt('li', 'huang')).toEqual([])
    await engineJobs.find((job) => job.name === 'keep-house')!.run(company.runtime, undefined as never, undefined as never)
    expect(await database.row(sql`select 1 from presence where record_id = ${company.story.customers.huang}`)).toBeUndefined()
  })

  it('are not invented by the hundred', async () => {
    for (let n = 100; n < 130; n++) await say('li', 'qianhu', 'viewing', n)
    const row = await company.database.row<{ n: number }>(
      sql`select count(*)::integer as n from presence where record_id = ${company.story.customers.qianhu}`,
    )
    expect(row!.n).toBe(20)
  })

  it('hear of each other across nodes, without content, and only those who may see the record', async () => {
    const other = await company.another()
    try {
      const stream = await listen(other, 'zhang', 'xu')
      await stream.next('ready')
      await say('wang', 'xu', 'viewing')
      expect(JSON.parse(await stream.next('presence'))).toEqual({ record: 'customer', id: company.story.customers.xu })
      expect(await peopleAt('zhang', 'xu', other)).toMatchObject([{ name: '王芳', doing: 'viewing' }])
      await say('wang', 'xu', 'editing')
      await stream.next('presence')
      // Said once more it is no news: the next that is heard is the going.
      await say('wang', 'xu', 'editing')
      await say('wang', 'xu', 'gone')
      await stream.next('presence')
      expect(await peopleAt('zhang', 'xu', other)).toEqual([])
      await stream.close()
    } finally {
      await other.close()
    }
  })

  it('who came or changed something just before one began to listen are told of', async () => {
    const { customers } = company.story
    await say('wang', 'yuhang', 'viewing')
    const before = await listen(company, 'zhang', 'yuhang')
    await before.next('ready')
    expect(JSON.parse(await before.next('presence'))).toEqual({ record: 'customer', id: customers.yuhang })
    await before.close()
    const li = await company.as('li')
    const { body: item } = await li.get(`records/customer/${customers.xizi}`)
    expect((await li.patch(`records/customer/${customers.xizi}`, item.version, { shortName: '刚改过' })).status).toBe(200)
    const after = await listen(company, 'wang', 'xizi')
    await after.next('ready')
    expect(JSON.parse(await after.next('changed'))).toMatchObject({ record: 'customer', id: customers.xizi })
    await after.close()
  })

  it('are told to a listener who did not hear the signal', async () => {
    const stream = await listen(company, 'zhang', 'ruian')
    await stream.next('ready')
    // Written past the signal, as if the connection that listens had been lost.
    await company.database.run(
      sql`insert into presence (record_id, user_id, page, record, doing, until, changed_at) values (${company.story.customers.ruian}, ${company.story.people.wang}, ${page(7)}, 'customer', 'viewing', now() + interval '1 minute', now())`,
    )
    await company.database.run(sql`select pg_notify('zhike_presence', '')`)
    expect(JSON.parse(await stream.next('presence'))).toEqual({ record: 'customer', id: company.story.customers.ruian })
    await stream.close()
  })
})
