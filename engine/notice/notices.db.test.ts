import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemActor } from '#engine/access/actor.ts'
import { verbOf } from '#engine/action/derived.ts'
import { perform } from '#engine/action/perform.ts'
import { sealOnce } from '#engine/event/seal.ts'
import { openSealKey } from '#engine/event/keys.ts'
import { sql } from '#engine/store/sql.ts'
import { mentionOf } from '#engine/talk/comment-text.ts'
import { words } from '#engine/text/words.ts'
import { openCompany, type Caller } from '#test'
import { defineNotice } from './define-notice.ts'
import { notify } from './notify.ts'
import type { PresentedNotice } from './present-notices.ts'
import { settleNotices } from './settle-notices.ts'
import { tellOfEvents } from './tell-of-events.ts'

const company = openCompany()
const people: Record<string, Caller> = {}
const id = (person: string) => company.story.people[person]!
const customer = (key: string) => company.story.customers[key]!
const at = (key: string) => `records/customer/${customer(key)}`

/** A notice in one line, as its reader sees it. */
const lineOf = (notice: PresentedNotice) => [notice.sentence.map(({ text }) => text).join(''), notice.detail].filter(Boolean).join(' | ')
const told = async (person: string, query = ''): Promise<string[]> => {
  await company.settle()
  return (await people[person]!.get(`notices${query}`)).body.items.map(lineOf)
}
const unread = async (person: string) => (await people[person]!.get('notices?limit=0')).body.unread
const version = async (key: string) => (await people.admin!.get(at(key))).body.version as number
const act = async (person: string, action: string, key: string, input: object) => {
  const answer = await people[person]!.post(
    `actions/${action}`,
    { on: customer(key), input },
    { headers: { 'if-match': `"${await version(key)}"` } },
  )
  expect(answer.status, answer.text).toBe(200)
}
const change = async (person: string, key: string, values: object) =>
  expect((await people[person]!.patch(at(key), await version(key), values)).status).toBe(200)

beforeAll(async () => {
  for (const key of ['li', 'wang', 'zhou', 'chen', 'sun', 'zhang', 'he', 'lin', 'admin', 'wu', 'zheng']) people[key] = await company.as(key)
  await company.settle()
})
beforeEach(async () => {
  await company.settle()
  await company.database.run(sql`delete from notice`)
  await company.database.run(sql`delete from follower`)
})

describe('a comment', () => {
  it('is told to those mentioned and to the owner, never to its author', async () => {
    await people.wang!.post(`${at('xizi')}/comments`, { body: `${mentionOf('周涛', id('zhou'))} 看一下\n合同` })
    expect(await told('zhou')).toEqual(['王芳 mentioned you in 杭州西子联合机械有限公司 | @周涛 看一下 合同'])
    expect(await told('li')).toEqual(['王芳 commented on 杭州西子联合机械有限公司 | @周涛 看一下 合同'])
    expect(await told('wang')).toEqual([])
    const [notice] = (await people.zhou!.get('notices', { headers: { 'accept-language': 'zh' } })).body.items
    expect(notice).toMatchObject({
      kind: 'mentioned',
      isRead: false,
      actor: { id: id('wang'), title: '王芳' },
      record: { record: 'customer', id: customer('xizi') },
      path: expect.stringMatching(new RegExp(`^/customer/${customer('xizi')}#comment-[0-9a-f-]{36}$`)),
    })
    expect(notice.sentence.map(({ text }: { text: string }) => text).join('')).toBe('王芳 在 杭州西子联合机械有限公司 提到了您')
  })

  it('on what hangs on a customer is told to those who follow the customer', async () => {
    const contact = (await people.li!.get('records/contact?limit=1')).body.items[0]
    await people.wang!.post(`records/contact/${contact.id}/comments`, { body: '关于联系人' })
    expect(await told('li')).toEqual([`王芳 commented on ${contact.name} | 关于联系人`])
  })

  it('mentions nobody who may not see the record, and makes nobody follow who may not', async () => {
    await people.li!.post(`${at('xizi')}/comments`, { body: ['sun', 'chen', 'zheng'].map((who) => mentionOf('谁', id(who))).join('') })
    for (const who of ['sun', 'chen', 'zheng']) expect(await told(who)).toEqual([])
    const rows = await company.database.rows(
      sql`select 1 from notice where user_id = any(${['sun', 'chen', 'zheng'].map(id)}::uuid[]) union all select 1 from follower where user_id = any(${['sun', 'chen', 'zheng'].map(id)}::uuid[])`,
    )
    expect(rows).toEqual([])
  })

  it('is told with what it says now; changed, it mentions only those who are new; removed, it is told no more', async () => {
    const { body: said } = await people.li!.post(`${at('xizi')}/comments`, { body: `${mentionOf('王芳', id('wang'))} 一` })
    await company.settle()
    await people.li!.patch(`comments/${said.id}`, undefined, {
      body: `${mentionOf('王芳', id('wang'))}${mentionOf('周涛', id('zhou'))} 二`,
    })
    expect(await told('wang')).toEqual(['李明 mentioned you in 杭州西子联合机械有限公司 | @王芳@周涛 二'])
    expect(await told('zhou')).toEqual(['李明 mentioned you in 杭州西子联合机械有限公司 | @王芳@周涛 二'])
    expect(await unread('wang')).toEqual({ value: 1, exact: true })
    await people.li!.delete(`comments/${said.id}`)
    expect(await told('wang')).toEqual([])
    expect(await unread('wang')).toEqual({ value: 0, exact: true })
    // Put back, it is not told a second time.
    await people.li!.patch(`comments/${said.id}`, undefined, { body: `${mentionOf('王芳', id('wang'))} 三` })
    expect(await told('wang')).toHaveLength(1)
  })
})

describe('a change', () => {
  it('of a record that one owns is told, several within minutes as one, and not one’s own', async () => {
    await change('wang', 'lvye', { region: '浙江湖州' })
    await change('li', 'lvye', { industry: '农业' })
    expect(await told('li')).toEqual(['王芳 updated 浙江绿野环保科技股份有限公司 | 1 field changed: Region'])
    await change('wang', 'lvye', { industry: '环保', employees: 130, region: '浙江宁波' })
    await change('wang', 'lvye', { founded: 2001 })
    expect(await told('li')).toEqual(['王芳 updated 浙江绿野环保科技股份有限公司 | 4 fields changed: Region, Industry, Employees …'])
    expect(await unread('li')).toEqual({ value: 1, exact: true })
    // Read, it is closed: what comes then is news again.
    await people.li!.post('notices/read', {})
    await change('wang', 'lvye', { region: '浙江绍兴' })
    expect(await told('li')).toHaveLength(2)
    expect(await told('li', '?unread=true')).toEqual(['王芳 updated 浙江绿野环保科技股份有限公司 | 1 field changed: Region'])
  })

  it('that comes later than minutes after is told apart', async () => {
    const { clock } = company.runtime
    await change('wang', 'lvye', { region: '浙江台州' })
    await company.settle()
    company.runtime.clock = () => clock() + 11 * 60_000
    await change('wang', 'lvye', { region: '浙江丽水' })
    company.runtime.clock = clock
    expect(await told('li')).toHaveLength(2)
  })

  it('of what hangs on a customer is told to those who follow it', async () => {
    await people.zhou!.request('PUT', `${at('huang')}/follow`)
    for (const subject of ['一', '二'])
      await people.wang!.post('records/activity', { subject, customer: customer('huang'), at: '2026-06-10T00:00:00Z' })
    expect(await told('zhou')).toEqual(['王芳 updated 黄建国 | activity created (2)'])
    await people.zhou!.delete(`${at('huang')}/follow`)
    await change('wang', 'huang', { region: '浙江台州' })
    expect(await told('zhou')).toHaveLength(1)
  })

  it('of fields that are hidden from a follower is not told to him', async () => {
    const role = (await people.admin!.get('records/role?limit=50')).body.items.find((item: { code: string }) => item.code === 'service')
    const hide = (fieldRights: object[]) =>
      people
        .admin!.get(`records/role/${role.id}`)
        .then(({ body }) => people.admin!.patch(`records/role/${role.id}`, body.version, { fieldRights }))
    expect((await hide([{ record: 'customer', field: 'note', level: 'hidden', within: 'all' }])).status).toBe(200)
    await people.zhou!.request('PUT', `${at('huang')}/follow`)
    await change('li', 'huang', { note: '机密' })
    expect(await told('zhou')).toEqual([])
    expect(await unread('zhou')).toEqual({ value: 0, exact: true })
    await change('li', 'huang', { note: '更机密', region: '浙江杭州' })
    expect(await told('zhou')).toEqual(['李明 updated 黄建国 | 1 field changed: Region'])
    await hide([])
  })
})

describe('a record', () => {
  it('handed over is told to its new owner once', async () => {
    await act('wang', 'customers.transfer', 'qianhu', { owner: id('he') })
    expect(await told('he')).toEqual(['王芳 handed 钱晓燕家 to you'])
    expect(await told('li')).toEqual([])
    await act('wang', 'customers.transfer', 'qianhu', { owner: id('wang') })
    expect(await told('wang')).toEqual([])
    // What has gone to somebody else is not shown to him who may no longer see it.
    expect(await told('he')).toEqual([])
  })

  it('shared by its card is told, and told no more when the sharing ends', async () => {
    await act('li', 'customer.share', 'lvye', { with: id('zheng'), level: 'card' })
    expect(await told('zheng')).toEqual(['李明 shared 浙江绿野环保科技股份有限公司 with you'])
    await act('li', 'customer.unshare', 'lvye', { with: id('zheng') })
    expect(await told('zheng')).toEqual([])
    expect(await unread('zheng')).toEqual({ value: 0, exact: true })
  })

  it('handed to somebody who sees nothing of it is not told', async () => {
    await act('admin', 'customers.transfer', 'tao', { owner: id('zheng') })
    expect(await told('zheng')).toEqual([])
    await act('admin', 'customers.transfer', 'tao', { owner: id('he') })
  })
})

describe('an operation on many records', () => {
  it('is told once to each, with the number of those he may see', async () => {
    const on = ['ruian', 'xu', 'yuhang'].map(customer)
    const moved = await people.wang!.post('actions/customers.transfer', { on, input: { owner: id('li') } })
    expect(moved.body.outcome).toBe('done')
    expect(await told('li')).toEqual(['王芳 handed 3 customers to you'])
    await people.wang!.post('actions/customer.edit', { on: [...on, customer('xizi')], input: { region: '浙江' } })
    expect(await told('li')).toEqual(['王芳 updated 4 customers that you follow', '王芳 handed 3 customers to you'])
    await people.admin!.post('actions/customers.transfer', { on: [customer('feng'), customer('shen')], input: { owner: id('he') } })
    expect(await told('he')).toEqual(['管理员 handed 沈嘉怡 to you'])
    await people.admin!.post('actions/customers.transfer', { on: [customer('shen')], input: { owner: id('sun') } })
    await people.wang!.post('actions/customers.transfer', { on, input: { owner: id('zhang') } })
    expect(await told('zhang')).toEqual(['王芳 handed 3 customers to you'])
  })

  it('of thousands of records leaves one notice to each, however often it is read on', async () => {
    const owners = ['li', 'zhang', 'zheng'].map(id)
    const create = verbOf(company.runtime.house, company.shape('customer'), 'create')
    const operation = '01900000-0000-7000-8000-00000000abcd'
    await company.database.run(
      sql`insert into operation (id, action, actor_id, actor_kind, at, state, record, total) values (${operation}, 'import', ${id('wang')}, 'job', now(), 'done', 'customer', 1500)`,
    )
    const wang = { ...(await company.actor('wang')), kind: 'job' as const }
    for (let batch = 0; batch < 3; batch++) {
      const items = Array.from({ length: 500 }, (_, i) => ({
        input: { name: `批量客户 ${batch}-${i}`, owner: owners[i % 3], department: company.story.departments.lake },
      }))
      expect((await perform(company.runtime, wang, create, items, { operation })).outcome).toBe('done')
      await sealOnce(company.database, openSealKey(company.runtime.folder), 170)
    }
    await company.settle()
    expect(await told('li')).toEqual(['王芳 handed 501 customers to you'])
    expect(await told('zhang')).toEqual(['王芳 handed 501 customers to you'])
    // A collaborator owns them and sees none of them.
    expect(await told('zheng')).toEqual([])
    const rows = await company.database.row<{ n: number; size: number }>(
      sql`select count(*) as n, max(length(args::text)) as size from notice`,
    )
    expect(rows!.n).toBe(2)
    expect(rows!.size).toBeLessThan(2000)
  })

  it('that ends in the background is told to whoever began it', async () => {
    const upload = await people.wang!.upload('imports', { name: '新客户.csv', content: '名称\n甲公司\n乙公司\n\n' }, { record: 'customer' })
    await people.wang!.post(`imports/${upload.body.id}/run`)
    await company.work()
    expect(await told('wang')).toEqual(['"新客户.csv" has been imported | 2 rows taken, 0 not'])
    const [notice] = (await people.wang!.get('notices')).body.items
    expect(notice).toMatchObject({ kind: 'importEnded', path: `/import/customer?id=${upload.body.id}`, record: null, actor: null })
  })

  it('that is given up is told too', async () => {
    const upload = await people.wang!.upload('imports', { name: 'x.csv', content: '名称\n丙公司\n' }, { record: 'customer' })
    const job = company.runtime.house.jobs.get('run-import')!
    await job.givenUp!(company.runtime, { import: upload.body.id })
    await job.givenUp!(company.runtime, { import: upload.body.id })
    expect(await told('wang')).toEqual(['"x.csv" could not be imported | 0 rows taken, 0 not'])
  })
})

describe('notices', () => {
  const sample = defineNotice('tests.sample', {
    words: words('样例', 'Sample'),
    text: words('{title}：{what}，{n} 次', '{title}: {what}, {n} times'),
    detail: words('{record}', '{record}'),
  })
  const say = (more: Partial<Parameters<typeof notify>[1]> = {}) =>
    notify(company.database, {
      kind: sample,
      to: id('li'),
      record: 'customer',
      recordId: customer('xizi'),
      args: { what: words('到期', 'due'), n: 1200 },
      at: new Date(company.runtime.clock()).toISOString(),
      ...more,
    })

  it('of a capability’s own kind are put together for their reader', async () => {
    company.runtime.house.notices.set(sample.kind, sample)
    await say()
    expect(await told('li')).toEqual(['杭州西子联合机械有限公司: due, 1,200 times | Customer'])
    expect((await people.li!.get('me/preferences')).body.notices.map(({ kind }: { kind: string }) => kind)).toContain('tests.sample')
    await say({ to: id('sun') })
    expect(await told('sun')).toEqual([])
  })

  it('go to nobody who has been switched off, and are dropped where their kind is known no longer', async () => {
    await say({ kind: { ...sample, kind: 'tests.gone' } })
    expect(await told('li')).toEqual([])
    expect(await company.database.rows(sql`select 1 from notice`)).toEqual([])
  })

  it('are settled once by two workers at once, and events are read once', async () => {
    const node = await company.another()
    node.runtime.house.notices.set(sample.kind, sample)
    for (let n = 0; n < 40; n++) await say({ key: `k${n}` })
    await Promise.all(
      Array.from({ length: 8 }, (_, i) => people.wang!.post(`${at('xizi')}/comments`, { body: `${mentionOf('周涛', id('zhou'))} ${i}` })),
    )
    const key = openSealKey(company.runtime.folder)
    while ((await sealOnce(company.database, key)).sealed > 0) continue
    const work = async ({ runtime }: typeof company) => {
      for (let idle = 0; idle < 3;) idle = (await tellOfEvents(runtime, 3)) + (await settleNotices(runtime, 7)) > 0 ? 0 : idle + 1
    }
    await Promise.all([work(company), work(node), work(company), work(node)])
    await company.settle()
    expect(await unread('zhou')).toEqual({ value: 8, exact: true })
    expect(await unread('li')).toEqual({ value: 48, exact: true })
    const rest = await company.database.row<{ n: number }>(sql`select count(*) as n from notice where settled_at is null`)
    expect(rest!.n).toBe(0)
    await node.close()
  })

  it('are read page by page, marked, and counted up to ninety-nine', async () => {
    for (let n = 0; n < 105; n++)
      await say({ args: { what: 'x', n }, at: new Date(Date.parse('2026-06-15T00:00:00Z') + n * 1000).toISOString() })
    await company.settle()
    expect(await unread('li')).toEqual({ value: 99, exact: false })
    const pages: PresentedNotice[][] = []
    for (let cursor = ''; ;) {
      const { body } = await people.li!.get(`notices?limit=40${cursor}`)
      pages.push(body.items)
      if (!body.next) break
      cursor = `&cursor=${body.next}`
    }
    expect(pages.map((page) => page.length)).toEqual([40, 40, 25])
    expect(new Set(pages.flat().map((notice) => notice.id)).size).toBe(105)
    expect(lineOf(pages[0]![0]!)).toContain('104 times')
    const [first, second] = pages[0]!
    expect((await people.li!.post('notices/read', { ids: [first!.id, second!.id] })).body.unread).toEqual({ value: 99, exact: false })
    expect((await people.li!.get('notices?limit=3')).body.items.map((notice: PresentedNotice) => notice.isRead)).toEqual([
      true,
      true,
      false,
    ])
    await people.li!.post('notices/read', { ids: [first!.id], read: false })
    // Somebody else's notices are out of reach.
    await people.sun!.post('notices/read', { ids: [pages[0]![5]!.id] })
    await people.sun!.post('notices/read', {})
    expect((await people.li!.get('notices?limit=3&unread=true')).body.items[0].id).toBe(first!.id)
    expect((await people.li!.post('notices/read', {})).body.unread).toEqual({ value: 0, exact: true })
    expect((await people.li!.get('notices?cursor=nonsense')).status).toBe(400)
  })

  it('vanish with the sight of their record, for good pages and right counts', async () => {
    for (const [key, n] of [
      ['xizi', 0],
      ['lvye', 1],
      ['xizi', 2],
      ['lvye', 3],
    ] as const)
      await say({
        recordId: customer(key),
        args: { what: 'x', n },
        at: new Date(Date.parse('2026-06-15T00:00:00Z') + n * 1000).toISOString(),
      })
    await company.settle()
    expect(await told('li', '?limit=2')).toHaveLength(2)
    await act('admin', 'customers.transfer', 'lvye', { owner: id('sun'), department: company.story.departments.river })
    const page = (await people.li!.get('notices?limit=2')).body
    expect(page.items.map((notice: PresentedNotice) => notice.record!.id)).toEqual([customer('xizi'), customer('xizi')])
    expect((await people.li!.get('notices?limit=0')).body.unread.value).toBe(2)
    await act('admin', 'customers.transfer', 'lvye', { owner: id('li'), department: company.story.departments.lake })
    expect((await people.li!.get('notices?limit=0')).body.unread.value).toBe(4)
  })

  it('come as their reader has chosen', async () => {
    const choose = (product: boolean) =>
      people.li!.request('PUT', 'me/preferences', { body: { notices: { kinds: { [sample.kind]: { product, mail: 'never' } } } } })
    expect((await choose(false)).status).toBe(200)
    await say({ key: 'off' })
    expect(await told('li')).toEqual([])
    await choose(true)
    // What was told and not wanted stays told.
    await say({ key: 'off' })
    expect(await told('li')).toEqual([])
    await say({ key: 'on' })
    expect(await told('li')).toHaveLength(1)
  })
})

describe('an open page', () => {
  /** Reads a stream until it has said something, and answers all that was said till then. */
  async function listen(person: string, stop: AbortSignal) {
    const response = await fetch(`${await company.address()}/api/v1/live`, {
      headers: { authorization: `Bearer ${people[person]!.token}` },
      signal: stop,
    })
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    let said = ''
    const until = async (text: string): Promise<string> => {
      while (!said.includes(text)) said += (await reader.read()).value ?? ''
      return said
    }
    await until('event: ready')
    return { until, hush: () => (said = '') }
  }

  it('hears that there are notices of its own, and no more than that', async () => {
    const stop = new AbortController()
    const [zhou, li] = await Promise.all([listen('zhou', stop.signal), listen('li', stop.signal)])
    await people.wang!.post(`${at('lvye')}/comments`, { body: `${mentionOf('周涛', id('zhou'))} 机密` })
    await company.settle()
    expect(await zhou.until('event: notices')).toMatch(/event: notices\ndata: \{\}\n\n$/)
    await li.until('event: notices')
    zhou.hush()
    li.hush()
    // Read in one window, the bell of the other goes out; nobody else's moves.
    await people.zhou!.post('notices/read', {})
    await zhou.until('event: notices')
    await people.li!.post('notices/read', {})
    expect((await li.until('event: notices')).match(/event: notices/g)).toHaveLength(1)
    stop.abort()
  })
})

describe('preferences', () => {
  it('are each user’s own, merged by key, and checked', async () => {
    const before = (await people.zhou!.get('me/preferences')).body
    expect(before.values).toEqual({
      notices: { kinds: {}, digest: { days: 'workdays', weekday: 1, at: '08:30' }, quiet: null },
      language: null,
    })
    expect(before.mail).toBe(false)
    const after = await people.zhou!.request('PUT', 'me/preferences', { body: { language: 'en' } })
    expect(after.body.values).toEqual({ ...before.values, language: 'en' })
    expect((await people.li!.get('me/preferences')).body.values.language).toBeNull()
    expect((await people.zhou!.request('PUT', 'me/preferences', { body: { language: 'fr' } })).body.fields).toHaveProperty('language')
    expect((await people.zhou!.request('PUT', 'me/preferences', { body: { nonsense: 1 } })).body.fields).toHaveProperty('nonsense')
    expect((await people.zhou!.get('me/preferences')).body.values.language).toBe('en')
  })

  it('that a version does not understand count as not chosen', async () => {
    await company.database.run(sql`insert into preference (user_id, key, value, at) values (${id('wu')}, 'notices', '{"kinds": 3}', now())`)
    expect((await people.wu!.get('me/preferences')).body.values.notices.digest.at).toBe('08:30')
  })
})

it('the write path leaves nothing for the notices of ordinary changes', async () => {
  await perform(company.runtime, systemActor, verbOf(company.runtime.house, company.shape('customer'), 'edit'), [
    { id: customer('xizi'), input: { region: '浙江温州' } },
  ])
  expect(await company.database.rows(sql`select 1 from notice`)).toEqual([])
})
