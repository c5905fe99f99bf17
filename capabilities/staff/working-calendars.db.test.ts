import { describe, expect, it } from 'vitest'
import { addWorkdays, addWorkingMinutes, workingMinutes } from '#engine/time/working-time.ts'
import { unknownYears } from '#engine/time/public-holidays.ts'
import { rangesOn } from '#engine/time/working-calendar.ts'
import { sql } from '#engine/store/sql.ts'
import { openCompany } from '#test'
import { calendarFor } from './index.ts'
import { staffJobs } from './jobs.ts'
import { publicDays } from './queries.ts'

/** Tests go on from Monday, 15 June 2026, ten o'clock in Shanghai. */
const company = openCompany()

const of = (department?: string) =>
  calendarFor(company.database, { department: department ? company.story.departments[department] : undefined })
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`).toISOString()
const idOf = async (name: string) =>
  (await company.database.row<{ id: string }>(sql`select id from working_calendar where name = ${name} and deleted_at is null`))!.id
const admin = () => company.as('admin')

const importFile = async (lines: string[], settings: object = {}) => {
  const caller = await admin()
  const opened = await caller.upload('imports', { name: 'days.csv', content: lines.join('\n') }, { record: 'specialDay' })
  expect(opened.status, opened.text).toBe(201)
  const { id, settings: guessed } = opened.body
  if (Object.keys(settings).length > 0) expect((await caller.patch(`imports/${id}`, undefined, settings)).status).toBe(200)
  const started = await caller.post(`imports/${id}/run`)
  expect(started.status, started.text).toBeLessThan(300)
  await company.work()
  return { guessed, after: (await caller.get(`imports/${id}`)).body }
}

describe('which calendar counts', () => {
  it('a department’s own, that of the department above, the standard one', async () => {
    const [standard, lake, service] = await Promise.all([of(), of('lake'), of('service')])
    expect(rangesOn(standard, '2026-06-20')).toEqual([])
    expect(rangesOn(lake, '2026-06-20')).toEqual([{ from: 540, to: 1080 }])
    expect(service).toBe(standard)
    expect(await of('group')).toBe(standard)
    // The same value, so that its sums are made once.
    expect(await of('creek')).toBe(lake)
  })

  it('public holidays and make-up workdays for those that follow them; sales offices rest on three days of the year', async () => {
    const [standard, lake] = await Promise.all([of(), of('lake')])
    expect(addWorkdays(standard, '2026-09-30', 1)).toBe('2026-10-08')
    expect(addWorkdays(standard, '2026-10-09', 1)).toBe('2026-10-10')
    expect(addWorkdays(lake, '2026-09-30', 1)).toBe('2026-10-01')
    expect(addWorkdays(lake, '2026-02-16', 1)).toBe('2026-02-20')
    expect(addWorkingMinutes(standard, at('2026-06-18 17:30'), 60)).toBe(at('2026-06-22 09:30'))
    expect(workingMinutes(standard, at('2026-10-10 00:00'), at('2026-10-11 00:00'))).toBe(450)
  })
})

describe('keeping calendars', () => {
  it('a change counts at once, on another node too', async () => {
    const other = await company.another()
    const caller = await admin()
    const department = company.story.departments.service
    const read = () => calendarFor(other.database, { department })
    const before = await read()
    expect(workingMinutes(before, at('2026-06-16 00:00'), at('2026-06-17 00:00'))).toBe(450)
    const made = await caller.post('records/workingCalendar', {
      name: '客服两班',
      week: [{ weekdays: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], from: '08:00', to: '24:00' }],
    })
    expect(made.status, made.text).toBe(201)
    expect(made.body).toMatchObject({ isStandard: false, followsHolidays: true })
    const { body } = await caller.get(`records/department/${department}`)
    expect((await caller.patch(`records/department/${department}`, body.version, { calendar: made.body.id })).status).toBe(200)
    expect(workingMinutes(await read(), at('2026-06-16 00:00'), at('2026-06-17 00:00'))).toBe(960)
    const day = { day: '2026-06-16', kind: 'working', name: '系统升级', calendar: made.body.id, hours: [{ from: '10:00', to: '11:00' }] }
    expect((await caller.post('records/specialDay', day)).status).toBe(201)
    expect(workingMinutes(await read(), at('2026-06-16 00:00'), at('2026-06-17 00:00'))).toBe(60)
    await other.close()
  })

  it('what a transaction sees of its own changes is not remembered', async () => {
    const before = await of()
    await expect(
      company.database.transaction(async (tx) => {
        await tx.run(sql`update access_epoch set epoch = epoch + 1`)
        await tx.run(sql`update working_calendar set week = '[]' where is_standard`)
        expect(rangesOn(await calendarFor(tx), '2026-06-16')).toEqual([])
        throw new Error('rolled back')
      }),
    ).rejects.toThrow('rolled back')
    await company.database.run(sql`update access_epoch set epoch = epoch + 1`)
    expect(rangesOn(await of(), '2026-06-16')).toEqual(rangesOn(before, '2026-06-16'))
  })

  it('refuses hours that cannot be, and a second special day on one day', async () => {
    const caller = await admin()
    const week = [{ weekdays: ['mon'], from: '22:00', to: '06:00' }]
    const answer = await caller.post('records/workingCalendar', { name: '夜班', week })
    expect(answer.status).toBe(422)
    expect(answer.body.fields.week).toContain('over midnight')
    const day = { day: '2027-05-01', kind: 'off', name: '劳动节' }
    expect((await caller.post('records/specialDay', day)).status).toBe(201)
    const again = await caller.post('records/specialDay', day)
    expect(again.status).toBe(409)
    expect((await caller.post('records/specialDay', { ...day, calendar: await idOf('案场工作日历') })).status).toBe(201)
  })

  it('one is the standard; it stays, and so does what departments work by', async () => {
    const caller = await admin()
    const [standard, office] = [await idOf('标准工作日历'), await idOf('案场工作日历')]
    expect((await caller.delete(`records/workingCalendar/${standard}`)).body.code).toBe('calendar-in-use')
    expect((await caller.delete(`records/workingCalendar/${office}`)).body.code).toBe('calendar-in-use')
    const made = await caller.post('actions/staff.makeStandard', { on: [office], input: {} })
    expect(made.status, made.text).toBe(200)
    const marked = await company.database.rows<{ id: string }>(sql`select id from working_calendar where is_standard`)
    expect(marked).toEqual([{ id: office }])
    await caller.post('actions/staff.makeStandard', { on: [standard], input: {} })
    // Two at once make two others the standard: one of them is.
    const third = (
      await caller.post('records/workingCalendar', { name: '三班', week: [{ weekdays: ['mon'], from: '00:00', to: '24:00' }] })
    ).body
    const both = await Promise.all([office, third.id].map((id) => caller.post('actions/staff.makeStandard', { on: [id], input: {} })))
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(await company.database.rows(sql`select id from working_calendar where is_standard`)).toHaveLength(1)
    await caller.post('actions/staff.makeStandard', { on: [standard], input: {} })
  })

  it('only administrators keep calendars; everybody may read them', async () => {
    for (const who of ['lin', 'wang', 'li', 'zhou']) {
      const caller = await company.as(who)
      expect((await caller.get('records/workingCalendar')).body.items.length).toBeGreaterThan(1)
      expect((await caller.post('records/specialDay', { day: '2027-01-01', kind: 'off', name: '元旦' })).status).toBe(403)
      const { id, version } = (await caller.get('records/workingCalendar')).body.items[0]
      expect((await caller.patch(`records/workingCalendar/${id}`, version, { name: '我的' })).status).toBe(403)
    }
  })
})

describe('public holidays of a year that is not known yet', () => {
  it('come in by the ordinary import, and again with corrections', async () => {
    const unknown = async () => unknownYears(await publicDays(company.database), [2026, 2028])
    expect(await unknown()).toEqual([2028])
    const national = Array.from({ length: 9 }, (_, i) => `2028-10-${String(i + 1).padStart(2, '0')},法定节假日,国庆节`)
    const lines = ['日期,类型,名称', '2028-01-26,休,春节', '2028/1/27,放假,春节', '2028年1月29日,班,春节', ...national]
    const { guessed, after } = await importFile(lines)
    expect(guessed.mapping.map((column: { field: string }) => column.field)).toEqual(['day', 'kind', 'name'])
    expect(after.progress).toMatchObject({ valid: 12, failed: 0, duplicate: 0 })
    expect(await unknown()).toEqual([])
    const standard = await of()
    expect(rangesOn(standard, '2028-01-26')).toEqual([])
    expect(rangesOn(standard, '2028-01-29').length).toBe(2)
    expect(rangesOn(await of('lake'), '2028-01-27')).toEqual([])
    const again = await importFile(['日期,类型,名称', '2028-01-27,班,春节', '2028-01-28,休,春节'], { duplicates: 'update' })
    expect(again.after.progress).toMatchObject({ failed: 0 })
    const mended = await of()
    expect(rangesOn(mended, '2028-01-27').length).toBe(2)
    expect(rangesOn(mended, '2028-01-28')).toEqual([])
  })

  it('administrators are told until they are there, and nobody else', async () => {
    const clock = company.runtime.clock
    company.runtime.clock = () => Date.parse('2028-11-06T01:00:00Z')
    await staffJobs[0]!.run(company.runtime, undefined as never, { signal: new AbortController().signal } as never)
    await company.settle()
    company.runtime.clock = clock
    const told = await company.database.rows<{ email: string; args: object }>(
      sql`select u.email, n.args from notice n join "user" u on u.id = n.user_id where n.kind = 'staff.holidaysUnknown'`,
    )
    expect([...new Set(told.map(({ email }) => email))]).toEqual(['admin@yunshan.demo'])
    const { items } = (await (await admin()).get('notices')).body
    expect(JSON.stringify(items)).toContain('2029')
  })
})

describe('the calendar screen', () => {
  it('says what is special about a day, and when the reader’s department works', async () => {
    const days = async (who: string) => (await (await company.as(who)).get('calendar?from=2026-09-30&to=2026-10-10')).body.days
    const [office, sales] = [await days('wang'), await days('li')]
    expect(office['2026-10-01']).toMatchObject({ hours: [], special: { kind: 'off', name: { zh: '国庆节', en: 'National Day' } } })
    expect(office['2026-10-10']).toMatchObject({ special: { kind: 'working' } })
    expect(office['2026-10-10'].hours).toHaveLength(2)
    expect(office['2026-09-30'].special).toBeUndefined()
    const turn = (await (await company.as('wang')).get('calendar?from=2030-12-28&to=2031-01-03')).body
    expect(turn.unknownYears).toEqual([2030, 2031])
    expect(sales['2026-10-01']).toMatchObject({ hours: [{ from: 540, to: 1080 }], special: { kind: 'off' } })
  })
})
