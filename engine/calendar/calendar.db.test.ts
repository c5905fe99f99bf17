import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { verbOf } from '#engine/action/derived.ts'
import { perform } from '#engine/action/perform.ts'
import { systemActor } from '#engine/access/actor.ts'
import { sql } from '#engine/store/sql.ts'
import { openCompany } from '#test'

/** Tests go on from Monday, 15 June 2026, ten o'clock in Shanghai. */
const company = openCompany()

interface Entry {
  record: string
  item: { id: string; title?: string; subject?: string; [field: string]: unknown }
  foreseen?: string
}

const ask = async (who: string, query: string) => {
  const answer = await (
    await company.as(who)
  ).get<{ entries: Entry[]; more: Record<string, { value: number; exact: boolean }> }>(`calendar?${query}`)
  expect(answer.status, answer.text).toBe(200)
  return answer.body
}
const task = async (who: string, values: object) => {
  const answer = await (await company.as(who)).post('records/task', values)
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}
const talk = async (who: string, customer: string, values: object) => {
  const answer = await (await company.as(who)).post('records/activity', { customer: company.story.customers[customer], ...values })
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}
const titles = (entries: Entry[]): string[] => entries.map(({ item }) => item.title ?? item.subject ?? '')

describe('the calendar', () => {
  it('shows what lies on the days asked for, to the minute of the company’s zone', async () => {
    await task('he', { title: '前一天', dueOn: '2026-08-02' })
    await task('he', { title: '第一天', dueOn: '2026-08-03' })
    await task('he', { title: '最后一天', dueOn: '2026-08-09', dueTime: '23:55' })
    await task('he', { title: '后一天', dueOn: '2026-08-10' })
    await talk('he', 'tao', { subject: '周日深夜', at: '2026-08-02T15:59:59Z' })
    await talk('he', 'tao', { subject: '周一零点', at: '2026-08-02T16:00:00Z' })
    await talk('he', 'tao', { subject: '周日最后一分', at: '2026-08-09T15:59:00Z' })
    await talk('he', 'tao', { subject: '下周一零点', at: '2026-08-09T16:00:00Z' })
    const { entries, more } = await ask('he', 'from=2026-08-03&to=2026-08-09')
    expect(titles(entries).sort()).toEqual(['第一天', '最后一天', '周一零点', '周日最后一分'].sort())
    expect(more).toEqual({})
    expect(titles((await ask('he', 'from=2026-08-03&to=2026-08-09&records=activity')).entries)).toHaveLength(2)
  })

  it('shows one’s own, or that of colleagues as far as one may see it', async () => {
    await task('li', { title: '李明的事', dueOn: '2026-09-01' })
    await task('he', { title: '何洁的事', dueOn: '2026-09-01' })
    await task('wang', { title: '王芳的事', dueOn: '2026-09-01' })
    const day = 'from=2026-09-01&to=2026-09-01'
    const { people } = company.story
    expect(titles((await ask('wang', day)).entries).sort()).toEqual(['何洁的事', '李明的事', '王芳的事'])
    expect(titles((await ask('wang', `${day}&who=me`)).entries)).toEqual(['王芳的事'])
    expect(titles((await ask('wang', `${day}&who=me,${people.he}`)).entries).sort()).toEqual(['何洁的事', '王芳的事'])
    expect(titles((await ask('li', day)).entries)).toEqual(['李明的事'])
    expect(titles((await ask('li', `${day}&who=${people.he}`)).entries)).toEqual([])
    expect(titles((await ask('zheng', day)).entries)).toEqual([])
  })

  it('leaves out what is cancelled and shows what is done', async () => {
    const gone = await task('he', { title: '不做了', dueOn: '2026-09-03' })
    const done = await task('he', { title: '做完了', dueOn: '2026-09-03' })
    const he = await company.as('he')
    await he.post('actions/platform.cancelTask', { on: gone.id }, { headers: { 'if-match': '"1"' } })
    await he.post('actions/platform.completeTask', { on: done.id }, { headers: { 'if-match': '"1"' } })
    expect(titles((await ask('he', 'from=2026-09-03&to=2026-09-03')).entries)).toEqual(['做完了'])
  })

  it('foresees what comes back, and only what is to come', async () => {
    const series = await task('zhang', { title: '周会', dueOn: '2026-06-01', dueTime: '09:00', repeats: 'FREQ=WEEKLY;BYDAY=MO;COUNT=6' })
    const days = (entries: Entry[]) => entries.flatMap(({ foreseen }) => foreseen ?? [])
    expect(days((await ask('zhang', 'from=2026-06-15&to=2026-07-31&who=me')).entries)).toEqual([
      '2026-06-15',
      '2026-06-22',
      '2026-06-29',
      '2026-07-06',
    ])
    const zhang = await company.as('zhang')
    await zhang.patch(`records/task/${series.id}`, 1, { dueOn: '2026-06-18' })
    const moved = await ask('zhang', 'from=2026-06-08&to=2026-06-28&who=me')
    expect(days(moved.entries)).toEqual(['2026-06-15', '2026-06-22'])
    expect(moved.entries.filter((entry) => !entry.foreseen && entry.item.id === series.id)).toHaveLength(1)
    await zhang.post('actions/platform.completeTask', { on: series.id }, { headers: { 'if-match': '"2"' } })
    expect(days((await ask('zhang', 'from=2026-06-15&to=2026-06-28&who=me')).entries)).toEqual(['2026-06-22'])
  })

  it('says how many more there are where a day holds too many', async () => {
    const { runtime, story } = company
    const shape = company.shape('activity')
    const create = verbOf(runtime.house, shape, 'create')
    const items = Array.from({ length: 620 }, (_, i) => ({
      input: {
        subject: `拥挤 ${i}`,
        customer: story.customers.xizi,
        by: story.people.li,
        at: `2026-10-${i < 600 ? '05' : '06'}T0${i % 10}:00:00.000Z`,
      },
    }))
    await perform(runtime, systemActor, create, items)
    const { entries, more } = await ask('li', 'from=2026-10-05&to=2026-10-11&records=activity&perDay=8')
    expect(entries).toHaveLength(16)
    expect(more).toEqual({ '2026-10-05': { value: 592, exact: true }, '2026-10-06': { value: 12, exact: true } })
    expect((await ask('wang', 'from=2026-10-06&to=2026-10-06&records=activity')).entries).toHaveLength(20)
    expect((await ask('sun', 'from=2026-10-05&to=2026-10-11&perDay=8')).more, 'numbers tell an outsider nothing').toEqual({})
  })

  it.each([
    ['from=2026-06-15', 400],
    ['from=2026-06-15&to=2026-06-14', 422],
    ['from=2026-06-15&to=2026-09-15', 422],
    ['from=2026-06-31&to=2026-07-01', 400],
    ['from=2026-06-15&to=2026-06-15&records=customer', 422],
    ['from=2026-06-15&to=2026-06-15&who=everybody', 422],
  ])('refuses %s', async (query, status) => {
    expect((await (await company.as('li')).get(`calendar?${query}`)).status).toBe(status)
  })
})

describe('the feed', () => {
  const eventsIn = (text: string) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event))
  const named = (text: string, title: string) => eventsIn(text).filter((event) => event.summary.includes(title))

  it('is read by other programs: titles, times, whole days, series', async () => {
    const he = await company.as('he')
    await task('he', { title: '整天；逗号, 分号; 反斜杠\\', dueOn: '2026-07-01', note: '内部说明不出门' })
    const timed = await task('he', {
      title: '定时任务',
      dueOn: '2026-07-01',
      dueTime: '09:30',
      about: { record: 'customer', id: company.story.customers.tao },
    })
    await talk('he', 'feng', { subject: '看房', kind: 'visit', at: '2026-07-02T06:00:00Z', minutes: 90, body: '不出门的内容' })
    await task('he', { title: '周报', dueOn: '2026-07-03', repeats: 'FREQ=WEEKLY;BYDAY=FR;COUNT=3' })
    await task('he', { title: '太远', dueOn: '2027-06-16' })
    await task('he', { title: '太久', dueOn: '2026-03-16' })
    const made = await he.post('calendar/feed')
    expect(made.status).toBe(201)
    const feed = await he.get(made.body.path, { headers: { authorization: '' } })
    expect(feed.status, feed.text).toBe(200)
    expect(feed.headers['content-type']).toBe('text/calendar; charset=utf-8')
    const whole = named(feed.text, '整天')[0]!
    expect(whole.summary).toBe('整天；逗号, 分号; 反斜杠\\')
    expect([whole.startDate.toString(), whole.endDate.toString(), whole.startDate.isDate]).toEqual(['2026-07-01', '2026-07-02', true])
    const clock = named(feed.text, '定时任务')[0]!
    expect(clock.startDate.toJSDate().toISOString()).toBe('2026-07-01T01:30:00.000Z')
    expect(clock.summary).toBe('定时任务 · 陶然文化创意有限公司')
    expect(clock.uid).toBe(`task-${timed.id}@zhike`)
    const visit = named(feed.text, '看房')[0]!
    expect([visit.startDate.toJSDate().toISOString(), visit.endDate.toJSDate().toISOString()]).toEqual([
      '2026-07-02T06:00:00.000Z',
      '2026-07-02T07:30:00.000Z',
    ])
    expect(visit.summary).toBe('拜访 看房 · 冯雪')
    expect(
      named(feed.text, '周报')
        .map((event) => event.startDate.toString())
        .sort(),
    ).toEqual(['2026-07-03', '2026-07-10', '2026-07-17'])
    expect(named(feed.text, '太远')).toEqual([])
    expect(named(feed.text, '太久')).toEqual([])
    for (const secret of ['内部说明不出门', '不出门的内容', '13905710010', '139 0571']) expect(feed.text).not.toContain(secret)
    for (const line of feed.text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const uids = eventsIn(feed.text).map((event) => event.uid)
    expect(new Set(uids).size).toBe(uids.length)
  })

  it('is not sent again while nothing has changed', async () => {
    const he = await company.as('he')
    const { path } = (await he.post('calendar/feed')).body
    const first = await he.get(path)
    const etag = String(first.headers.etag)
    expect((await he.get(path, { headers: { 'if-none-match': etag } })).status).toBe(304)
    const made = await task('he', { title: '新来的', dueOn: '2026-07-07' })
    const second = await he.get(path, { headers: { 'if-none-match': etag } })
    expect(second.status).toBe(200)
    expect(named(second.text, '新来的')[0]!.uid).toContain(made.id)
    const uids = (text: string) => eventsIn(text).map((event) => event.uid)
    expect(uids(second.text)).toEqual(expect.arrayContaining(uids(first.text)))
  })

  it('follows the rights of its user as they are today', async () => {
    const { people, customers } = company.story
    const wang = await company.as('wang')
    const zhang = await company.as('zhang')
    await talk('zhang', 'xu', { subject: '约许文静', at: '2026-07-05T02:00:00Z' })
    const { path } = (await zhang.post('calendar/feed')).body
    expect(named((await zhang.get(path)).text, '约许文静')).toHaveLength(1)
    const seen = (await wang.get(`records/customer/${customers.xu}`)).body
    const moved = await wang.post(
      'actions/customers.transfer',
      { on: customers.xu, input: { owner: people.he } },
      { headers: { 'if-match': `"${seen.version}"` } },
    )
    expect(moved.status, moved.text).toBe(200)
    expect((await zhang.get(path)).text).not.toContain('约许文静')
    const admin = await company.as('admin')
    const user = (await admin.get(`records/user/${people.zhang}`)).body
    await admin.patch(`records/user/${user.id}`, user.version, { isActive: false })
    expect((await admin.get(path)).status, 'switched off').toBe(404)
    await admin.patch(`records/user/${user.id}`, user.version + 1, { isActive: true })
    expect((await admin.get(path)).status).toBe(200)
  })

  it('has a secret that is shown once, kept hashed, renewed and taken back; its use is noted', async () => {
    const li = await company.as('li')
    expect((await li.get('calendar/feed')).body).toEqual({ feed: null })
    const first = (await li.post('calendar/feed')).body
    expect(first.feed.seenAt).toBeNull()
    const secret = /calendar\/(.+)\.ics$/.exec(first.path)![1]!
    const kept = await company.database.rows<{ text: string }>(sql`select f::text as text from calendar_feed f`)
    expect(kept.every((row) => !row.text.includes(secret))).toBe(true)
    await li.get(first.path)
    const state = (await li.get('calendar/feed')).body
    expect(state.feed.seenAt).not.toBeNull()
    expect(JSON.stringify(state)).not.toContain(secret)
    const second = (await li.post('calendar/feed')).body
    expect((await li.get(first.path)).status).toBe(404)
    expect((await li.get(second.path)).status).toBe(200)
    expect((await li.delete('calendar/feed')).status).toBe(204)
    expect((await li.get(second.path)).status).toBe(404)
    expect((await li.get(`/api/v1/calendar/${'x'.repeat(32)}.ics`)).status).toBe(404)
    expect((await li.get('/api/v1/calendar/x.ics')).status).toBe(404)
  })

  it('opens nothing but itself, and a demo user’s only where he may sign in', async () => {
    const li = await company.as('li')
    const { path } = (await li.post('calendar/feed')).body
    const secret = /calendar\/(.+)\.ics$/.exec(path)![1]!
    expect((await li.get('me', { headers: { authorization: `Bearer ${secret}` } })).status).toBe(401)
    company.runtime.allowsDemo = false
    expect((await li.get(path)).status).toBe(404)
    company.runtime.allowsDemo = true
    expect((await li.get(path)).status).toBe(200)
  })
})
