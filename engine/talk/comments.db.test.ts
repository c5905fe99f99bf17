import { beforeAll, describe, expect, it } from 'vitest'
import { verifyAudit } from '#engine/event/verify.ts'
import { sql } from '#engine/store/sql.ts'
import { openCompany, type Caller } from '#test'
import { mentionOf } from './comment-text.ts'

const company = openCompany()
let [li, wang, zhou, chen, sun, wu, admin]: Caller[] = []
let on: (key: string) => string
const id = (person: string) => company.story.people[person]!
const follows = async (caller: Caller, key: string) => (await caller.get(`${on(key).replace('/comments', '')}/followers`)).body

beforeAll(async () => {
  ;[li, wang, zhou, chen, sun, wu, admin] = await Promise.all(
    ['li', 'wang', 'zhou', 'chen', 'sun', 'wu', 'admin'].map((key) => company.as(key)),
  )
  on = (key) => `records/customer/${company.story.customers[key]}/comments`
  await company.settle()
})

describe('a comment', () => {
  it('is said, read page by page, changed and removed by its author', async () => {
    const first = await li!.post(on('xizi'), { body: ' 第一行\r\n第二行 https://a.cn ' })
    expect(first.status, first.text).toBe(201)
    expect(first.body).toMatchObject({
      body: '第一行\n第二行 https://a.cn',
      author: { id: id('li'), title: '李明' },
      editedAt: null,
      can: { edit: true, remove: true },
      notTold: [],
    })
    for (const body of ['二', '三']) await wang!.post(on('xizi'), { body })
    const page = (await zhou!.get(`${on('xizi')}?limit=2`)).body
    expect(page.items.map((item: { body: string }) => item.body)).toEqual(['三', '二'])
    expect(page.items[0].can).toEqual({ edit: false, remove: false })
    const rest = (await zhou!.get(`${on('xizi')}?limit=2&before=${page.next}`)).body
    expect(rest).toMatchObject({ items: [{ id: first.body.id }], next: null })

    expect((await wang!.patch(`comments/${first.body.id}`, undefined, { body: '改' })).status).toBe(403)
    const edited = await li!.patch(`comments/${first.body.id}`, undefined, { body: '改过' })
    expect(edited.body).toMatchObject({ body: '改过', editedAt: expect.any(String) })
    expect((await wang!.delete(`comments/${first.body.id}`)).status).toBe(403)
    expect((await li!.delete(`comments/${first.body.id}`)).status).toBe(204)
    expect((await li!.delete(`comments/${first.body.id}`)).status).toBe(404)
    expect((await li!.get(on('xizi'))).text).not.toContain('改过')
    // What one took back oneself one may put back.
    expect((await li!.patch(`comments/${first.body.id}`, undefined, { body: '改过' })).status).toBe(200)
    expect((await admin!.delete(`comments/${first.body.id}`)).status).toBe(204)
    expect((await li!.patch(`comments/${first.body.id}`, undefined, { body: '改过' })).status).toBe(404)
  })

  it.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['control characters', 'a\u0000b'],
    ['too much', 'x'.repeat(10_001)],
  ])('of %s is refused', async (_, body) => expect((await li!.post(on('xizi'), { body })).status).toBe(400))

  it('is one event of its record, and the timeline tells what it says now', async () => {
    const { body: said } = await li!.post(on('lvye'), { body: '原话' })
    await li!.patch(`comments/${said.id}`, undefined, { body: '新话' })
    const timeline = (await wang!.get(on('lvye').replace('comments', 'timeline'))).body.items
    expect(timeline.slice(0, 2)).toMatchObject([
      { type: 'customer.commentEdited', comment: { body: '新话' }, changes: [] },
      { type: 'customer.commented', comment: { id: said.id, body: '新话', author: { title: '李明' } } },
    ])
    const typesOf = async (query: string) =>
      (await wang!.get(`${on('lvye').replace('comments', 'timeline')}?${query}`)).body.items.map(({ type }: { type: string }) => type)
    expect(await typesOf('comments=only')).toEqual(['customer.commentEdited', 'customer.commented'])
    const own = await typesOf('records=customer&comments=none')
    expect(own).toContain('customer.created')
    expect(own.filter((type: string) => !type.startsWith('customer.') || type.includes('comment'))).toEqual([])
    const kept = await company.database.rows<{ changes: unknown }>(
      sql`select changes from event where record_id = ${company.story.customers.lvye!} and type like '%.comment%' order by id`,
    )
    expect(kept.map(({ changes }) => changes)).toEqual([
      { '~comment': [null, { id: said.id, body: '原话' }] },
      {
        '~comment': [
          { id: said.id, body: '原话' },
          { id: said.id, body: '新话' },
        ],
      },
    ])
    await li!.delete(`comments/${said.id}`)
    const after = await wang!.get(on('lvye').replace('comments', 'timeline'))
    expect(after.body.items.slice(0, 3).map((event: { comment: unknown }) => event.comment)).toEqual([null, null, null])
    expect(after.text).not.toMatch(/原话|新话/)
    await company.settle()
    expect((await verifyAudit(company.database, company.runtime.folder)).fault).toBeNull()
  })

  it('sent twice under one key is said once, and answered under the rights of then', async () => {
    const ask = { headers: { 'idempotency-key': 'say-once' } }
    const [one, two] = await Promise.all([wu!.post(on('xizi'), { body: '只一次' }, ask), wu!.post(on('xizi'), { body: '只一次' }, ask)])
    const said = [one, two].filter(({ status }) => status === 201)
    expect(said.length).toBeGreaterThan(0)
    for (const { status } of [one, two]) expect([201, 409]).toContain(status)
    const again = await wu!.post(on('xizi'), { body: '只一次' }, ask)
    expect(again.body.id).toBe(said[0]!.body.id)
    expect((await wu!.post(on('xizi'), { body: '别的' }, ask)).status).toBe(422)
    const { version } = (await li!.get(on('xizi').replace('/comments', ''))).body
    const unshare = { on: company.story.customers.xizi, input: { with: id('wu') } }
    expect((await li!.post('actions/customer.unshare', unshare, { headers: { 'if-match': `"${version}"` } })).status).toBe(200)
    expect((await wu!.post(on('xizi'), { body: '只一次' }, ask)).status).toBe(404)
    expect((await wu!.patch(`comments/${again.body.id}`, undefined, { body: 'x' })).status).toBe(404)
    expect((await wu!.delete(`comments/${again.body.id}`)).status).toBe(404)
  })

  it('is for those who see the record in full', async () => {
    const { body: said } = await sun!.post(on('pujiang'), { body: '上海的话' })
    for (const [caller, read, write] of [
      [li, 404, 404],
      [chen, 404, 403],
      [zhou, 200, 201],
    ] as const) {
      expect((await caller!.get(on('pujiang'))).status).toBe(read)
      expect((await caller!.post(on('pujiang'), { body: 'x' })).status).toBe(write)
    }
    for (const caller of [li, chen]) {
      expect((await caller!.patch(`comments/${said.id}`, undefined, { body: 'x' })).status).toBe(404)
      expect((await caller!.delete(`comments/${said.id}`)).status).toBe(404)
    }
    // Whoever sees the card sees that the record has a past, and no word of what was said.
    const timeline = await chen!.get(on('pujiang').replace('comments', 'timeline'))
    expect(timeline.status).toBe(200)
    expect(timeline.text).not.toMatch(/上海的话|commented/)
  })

  it('is left as it is by an undo of its operation', async () => {
    const { body: said } = await li!.post(on('huang'), { body: '留着' })
    expect((await li!.post(`operations/${said.id}/undo`)).status).toBe(200)
    expect((await li!.get(on('huang'))).text).toContain('留着')
    const gone = await li!.post(on('huang'), { body: '删除' })
    await li!.delete(`comments/${gone.body.id}`)
    const [event] = (await li!.get(on('huang').replace('comments', 'timeline'))).body.items
    expect((await li!.post(`operations/${event.operation}/undo`)).status).toBe(200)
    expect((await li!.get(on('huang'))).text).not.toContain(gone.body.id)
  })
})

describe('a mention', () => {
  it('carries the name that the colleague has, and none for ids that are nobody’s', async () => {
    const stranger = '01900000-0000-7000-8000-00000000dead'
    const { body: said } = await li!.post(on('xizi'), { body: `${mentionOf('大老板', id('wang'))} ${mentionOf('无人', stranger)}` })
    expect(said.body).toBe(`${mentionOf('王芳', id('wang'))} @无人`)
  })

  it('of somebody who may not see the record is said to the writer', async () => {
    const { body: said } = await li!.post(on('xizi'), {
      body: `${mentionOf('孙丽', id('sun'))}${mentionOf('陈静', id('chen'))}${mentionOf('王芳', id('wang'))}`,
    })
    expect(said.notTold.map((user: { title: string }) => user.title).sort()).toEqual(['孙丽', '陈静'].sort())
  })

  it('is picked by name, initials or reading, and the picker says who would not see it', async () => {
    const pick = async (q: string) =>
      (await li!.get(`records/customer/${company.story.customers.xizi}/colleagues?q=${encodeURIComponent(q)}`)).body.items
    for (const q of ['王芳', '王', 'wf', 'wangf', 'w'])
      expect(await pick(q), q).toContainEqual({ id: id('wang'), title: '王芳', department: '杭州公司', sees: true })
    expect(await pick('孙丽')).toMatchObject([{ title: '孙丽', sees: false }])
    expect(await pick('陈静')).toMatchObject([{ title: '陈静', sees: false }])
    expect((await pick('')).map((user: { title: string }) => user.title)).toContain('张伟')
    expect((await pick('lm')).map((user: { title: string }) => user.title)).not.toContain('李明')
    await admin!.patch(`records/user/${id('qian')}`, (await admin!.get(`records/user/${id('qian')}`)).body.version, { isActive: false })
    expect(await pick('钱进')).toEqual([])
    expect((await sun!.get(`records/customer/${company.story.customers.xizi}/colleagues?q=w`)).status).toBe(404)
    expect((await chen!.get(`records/customer/${company.story.customers.xizi}/colleagues?q=w`)).status).toBe(404)
  })
})

describe('following', () => {
  const names = (answer: { items: { title: string }[] }) => answer.items.map((user) => user.title).sort()
  const path = (key: string) => on(key).replace('comments', 'follow')

  it('is what owners do, until they stop', async () => {
    expect(await follows(sun!, 'shen')).toEqual({ following: true, count: 1, items: [{ id: id('sun'), title: '孙丽' }] })
    expect((await sun!.delete(path('shen'))).body).toEqual({ following: false, count: 0, items: [] })
    await sun!.post(on('shen'), { body: '说一句' })
    expect((await follows(sun!, 'shen')).following).toBe(false)
    expect((await sun!.request('PUT', path('shen'))).body.following).toBe(true)
  })

  it('comes of commenting once, and of being mentioned always', async () => {
    await zhou!.post(on('shen'), { body: '客服来说' })
    await company.settle()
    expect(names(await follows(sun!, 'shen'))).toEqual(['周涛', '孙丽'].sort())
    await zhou!.delete(path('shen'))
    await zhou!.post(on('shen'), { body: '再说' })
    await company.settle()
    expect(names(await follows(sun!, 'shen'))).toEqual(['孙丽'])
    await sun!.post(on('shen'), { body: mentionOf('周涛', id('zhou')) })
    await company.settle()
    expect(names(await follows(sun!, 'shen'))).toEqual(['周涛', '孙丽'].sort())
  })

  it('is not for those who do not see the record in full', async () => {
    for (const [caller, status] of [
      [li, 404],
      [chen, 404],
    ] as const) {
      expect((await caller!.request('PUT', path('shen'))).status).toBe(status)
      expect((await caller!.get(path('shen').replace('/follow', '/followers'))).status).toBe(status)
    }
    await sun!.post(on('shen'), { body: mentionOf('李明', id('li')) })
    await company.settle()
    expect(names(await follows(sun!, 'shen'))).not.toContain('李明')
  })
})
