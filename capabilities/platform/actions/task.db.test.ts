import { describe, expect, it } from 'vitest'
import { sql } from '#engine/store/sql.ts'
import { openCompany, type Answer, type Company } from '#test'

/** Tests go on from Monday, 15 June 2026, ten o'clock in Shanghai. */
const company = openCompany()
const today = '2026-06-15'

const make = async (who: string, values: Record<string, unknown>) => {
  const answer = await (await company.as(who)).post('records/task', values)
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}
const read = async (id: string) => (await (await company.as('admin')).get(`records/task/${id}`)).body
const act = async (who: string, action: string, task: { id: string; version: number }, input: object = {}): Promise<Answer> =>
  (await company.as(who)).post(
    `actions/platform.${action}`,
    { on: task.id, input },
    { headers: { 'if-match': `"${(await read(task.id)).version}"` } },
  )
const person = (key: string) => company.story.people[key]!
const nextOf = async (id: string) => {
  const filter = encodeURIComponent(JSON.stringify({ field: 'previous', op: 'eq', value: id }))
  return (await (await company.as('admin')).get(`records/task?filter=${filter}`)).body.items
}
const noticesOf = async (task: string) => {
  await company.settle()
  return company.database.rows<{ kind: string; user_id: string; args: { did?: { en: string }; due?: string } }>(
    sql`select kind, user_id, args from notice where record_id = ${task} order by id`,
  )
}

describe('a new task', () => {
  it('is for whoever makes it, unless he gives it to a colleague, who is told', async () => {
    const own = await make('li', { title: '整理报价', dueOn: today })
    expect(own).toMatchObject({ state: 'open', priority: 'normal', assignee: { id: person('li') }, givers: [] })
    expect(own.department.id).toBe(company.story.departments.lake)
    expect(await noticesOf(own.id)).toEqual([])
    const given = await make('wang', {
      title: '回访沈总',
      assignee: person('li'),
      about: { record: 'customer', id: company.story.customers.xizi },
    })
    expect(given).toMatchObject({ assignee: { id: person('li') }, givers: [{ id: person('wang'), title: '王芳' }] })
    expect(given.about).toEqual({ record: 'customer', id: company.story.customers.xizi, title: '杭州西子联合机械有限公司' })
    expect(await noticesOf(given.id)).toMatchObject([{ kind: 'assigned', user_id: person('li') }])
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['a time without a day', { dueTime: '10:00' }, 'dueTime'],
    ['a repetition without a day', { repeats: 'FREQ=DAILY' }, 'repeats'],
    ['a reminder without a day', { remind: 'd1' }, 'remind'],
    ['a rule that the form cannot say', { dueOn: today, repeats: 'FREQ=HOURLY' }, 'repeats'],
    ['a time that is none', { dueOn: today, dueTime: '25:00' }, 'dueTime'],
    ['a record of no type', { about: { record: 'nothing', id: '01900000-0000-7000-8000-000000000000' } }, 'about'],
    ['a record that is not there', { about: { record: 'customer', id: '01900000-0000-7000-8000-000000000000' } }, 'about'],
    ['whoever gave it', { givers: [] }, 'givers'],
    ['its state', { state: 'done' }, 'state'],
    ['a reminder of its own making', { remindAt: '2026-06-15T00:00:00Z' }, 'remindAt'],
  ])('with %s is refused', async (_, values, field) => {
    const answer = await (await company.as('li')).post('records/task', { title: '不行', ...values })
    expect(answer.status).toBe(422)
    expect(Object.keys(answer.body.fields)).toEqual([field])
  })

  it('is about nothing that its maker may not see', async () => {
    const answer = await (
      await company.as('sun')
    ).post('records/task', { title: '越界', about: { record: 'customer', id: company.story.customers.xizi } })
    expect(answer.body.fields).toHaveProperty('about')
  })

  it('is given to nobody who has been switched off', async () => {
    const admin = await company.as('admin')
    const user = (await admin.get(`records/user/${person('qian')}`)).body
    await admin.patch(`records/user/${user.id}`, user.version, { isActive: false })
    const answer = await (await company.as('li')).post('records/task', { title: '给钱进', assignee: user.id })
    expect(answer.body.fields).toHaveProperty('assignee')
    await admin.patch(`records/user/${user.id}`, user.version + 1, { isActive: true })
  })
})

describe('handing on', () => {
  it('leaves it in sight of all who gave it, and tells them when it is done', async () => {
    const task = await make('wang', { title: '准备合同', assignee: person('li') })
    const handed = await act('li', 'delegateTask', task, { to: person('zhang'), note: '我这周出差' })
    expect(handed.status, handed.text).toBe(200)
    expect(await read(task.id)).toMatchObject({
      assignee: { id: person('zhang') },
      givers: [{ id: person('wang') }, { id: person('li') }],
      remark: '我这周出差',
    })
    for (const who of ['wang', 'li', 'zhang']) expect((await (await company.as(who)).get(`records/task/${task.id}`)).status, who).toBe(200)
    expect((await act('zhang', 'completeTask', task, { result: '已寄出' })).status).toBe(200)
    expect((await noticesOf(task.id)).map((notice) => [notice.kind, notice.user_id, notice.args.did?.en])).toEqual([
      ['assigned', person('li'), undefined],
      ['assigned', person('zhang'), undefined],
      ['platform.taskSettled', person('wang'), 'completed'],
      ['platform.taskSettled', person('li'), 'completed'],
    ])
  })

  it('of many at once is told as one, and so is what becomes of them', async () => {
    const tasks: { id: string }[] = []
    for (const title of ['盘点一', '盘点二', '盘点三']) tasks.push(await make('wang', { title, assignee: person('li') }))
    const many = async (who: string, action: string, input: object) => {
      const ids = tasks.map(({ id }) => id)
      const answer = await (await company.as(who)).post(`actions/platform.${action}`, { on: ids, input })
      expect(answer.status, answer.text).toBeLessThan(300)
      await company.work()
      await company.settle()
    }
    const latest = async (who: string) => {
      const [notice] = (await (await company.as(who)).get('notices?limit=1')).body.items
      return notice.sentence.map((piece: { text: string }) => piece.text).join('')
    }
    await many('wang', 'delegateTask', { to: person('zhang') })
    expect(await latest('zhang')).toBe('王芳 handed 3 tasks to you')
    await many('zhang', 'completeTask', {})
    expect(await latest('wang')).toBe('张伟 completed 3 tasks that you gave')
  })

  it('is refused to whoever has it already, and to outsiders', async () => {
    const task = await make('wang', { title: '别转了', assignee: person('li') })
    expect((await act('li', 'delegateTask', task, { to: person('li') })).body.fields).toHaveProperty('to')
    expect((await act('li', 'delegateTask', task, {})).body.fields).toEqual({ to: 'This is required' })
    expect((await act('sun', 'delegateTask', task, { to: person('sun') })).status).toBe(404)
  })

  it('is taken back by declining, with a reason, by whoever has it', async () => {
    const task = await make('wang', { title: '不归我管', assignee: person('li') })
    expect((await act('li', 'declineTask', task, {})).body.fields).toEqual({ reason: 'This is required' })
    expect((await act('wang', 'declineTask', task, { reason: 'x' })).status, 'he gave it and does not have it').toBe(403)
    expect((await act('li', 'declineTask', task, { reason: '请找张伟' })).status).toBe(200)
    expect(await read(task.id)).toMatchObject({ assignee: { id: person('wang') }, givers: [], remark: '请找张伟', state: 'open' })
    const told = (await noticesOf(task.id)).filter((notice) => notice.user_id === person('wang'))
    expect(told, 'once, and not as one who was handed something').toMatchObject([
      { kind: 'platform.taskSettled', args: { did: { en: 'gave back' } } },
    ])
    expect((await act('wang', 'declineTask', task, { reason: 'x' })).body.code, 'nobody gave it to him').toBe('bad-state')
  })
})

describe('rights', () => {
  it('are with the assignee and the givers; superiors look on; nobody else knows of it', async () => {
    const { xizi } = company.story.customers
    const secret = '只有我们知道'
    const task = await make('chen', { title: secret, assignee: person('li'), dueOn: today, about: { record: 'customer', id: xizi } })
    const levels = { li: 'edit', chen: 'edit', admin: 'edit', wang: 'full', lin: 'full' }
    for (const who of ['li', 'chen', 'admin', 'wang', 'lin', 'zhang', 'he', 'zhou', 'zhao', 'sun', 'wu', 'zheng']) {
      const caller = await company.as(who)
      const level = levels[who as 'li'] as string | undefined
      const one = await caller.get(`records/task/${task.id}`)
      expect(one.status, who).toBe(level ? 200 : 404)
      if (level) expect(one.body.can.level, who).toBe(level)
      const edited = await caller.patch(`records/task/${task.id}`, (await read(task.id)).version, { note: who })
      expect(edited.status, who).toBe(level === 'edit' ? 200 : level ? 403 : 404)
      const places = await Promise.all([
        caller.get('records/task?limit=500&count=exact'),
        caller.get(`records/task?q=${encodeURIComponent(secret)}`),
        caller.get(
          `records/task?filter=${encodeURIComponent(JSON.stringify({ field: 'about', op: 'eq', value: { record: 'customer', id: xizi } }))}`,
        ),
        caller.get(`search?q=${encodeURIComponent(secret)}`),
        caller.get(`calendar?from=${today}&to=${today}`),
        caller.get(`records/task/${task.id}/history`),
      ])
      for (const place of places) expect(place.text.includes(secret), `${who} ${place.status}`).toBe(level !== undefined)
      const list = places[0]!.body
      expect(list.count.value, who).toBe(list.items.length)
      const file = await caller.get('records/task/export')
      if (file.status === 200) expect(file.text.includes(secret), who).toBe(level !== undefined)
      const feed = await caller.post('calendar/feed')
      const calendar = await caller.get(feed.body.path)
      expect(calendar.text.includes(secret), `${who}'s feed holds what he has to do, not what he sees`).toBe(who === 'li')
      expect((await act(who, 'remindTask', task)).status).toBe(level ? 403 : 404)
    }
    expect((await (await company.as('li')).delete(`records/task/${task.id}`)).status, 'given things are given back, not thrown away').toBe(
      403,
    )
    expect((await (await company.as('chen')).delete(`records/task/${task.id}`)).status).toBe(204)
  })

  it('say nothing of a record that it is about to whoever may not see that', async () => {
    const task = await make('li', { title: '关于黄建国', about: { record: 'customer', id: company.story.customers.huang } })
    await act('li', 'delegateTask', task, { to: person('wu') })
    const wu = await company.as('wu')
    const seen = (await wu.get(`records/task/${task.id}`)).body
    expect(seen.about).toEqual({ hidden: true })
    const history = await wu.get(`records/task/${task.id}/history`)
    expect(history.text).not.toContain(company.story.customers.huang)
    const filter = encodeURIComponent(
      JSON.stringify({ field: 'about', op: 'eq', value: { record: 'customer', id: company.story.customers.huang } }),
    )
    expect((await wu.get(`records/task?filter=${filter}`)).body.items).toEqual([])
    expect((await wu.get(`calendar?from=${today}&to=${today}`)).text).not.toContain(company.story.customers.huang)
    // Changing something else leaves the link that one does not see.
    expect((await wu.patch(`records/task/${task.id}`, seen.version, { note: 'x' })).status).toBe(200)
    expect((await read(task.id)).about.id).toBe(company.story.customers.huang)
  })

  it('offers what can be done, and nothing that only the system does', async () => {
    const task = await make('wang', { title: '看看能做什么', assignee: person('li'), dueOn: today, repeats: 'FREQ=DAILY' })
    const can = async (who: string) => (await (await company.as(who)).get(`records/task/${task.id}`)).body.can.do.sort()
    const both = ['cancelTask', 'completeTask', 'delegateTask', 'postponeTask', 'stopRepeating']
    expect(await can('wang')).toEqual(both.map((name) => `platform.${name}`))
    expect(await can('li')).toEqual([...both, 'declineTask'].map((name) => `platform.${name}`).sort())
    expect(await can('lin')).toEqual([])
    const offered = (await (await company.as('li')).get('description')).body.records.find(
      (record: { name: string }) => record.name === 'task',
    )
    expect(offered.actions.map((action: { name: string }) => action.name)).not.toContain('platform.remindTask')
  })
})

describe('putting off', () => {
  it('counts from today where it is late, and leaves the series where it is', async () => {
    const task = await make('li', { title: '晚了', dueOn: '2026-06-08', repeats: 'FREQ=WEEKLY;BYDAY=MO' })
    expect((await act('li', 'postponeTask', task, { by: 'day' })).status).toBe(200)
    expect(await read(task.id)).toMatchObject({ dueOn: '2026-06-16', occursOn: '2026-06-08', repeats: 'FREQ=WEEKLY;BYDAY=MO' })
    expect((await act('li', 'postponeTask', task, { by: 'monday' })).status).toBe(200)
    expect((await read(task.id)).dueOn).toBe('2026-06-22')
    expect((await act('li', 'postponeTask', task, { by: 'on', on: '2026-06-20' })).body.fields).toHaveProperty('on')
    expect((await act('li', 'postponeTask', task, { by: 'on' })).body.fields).toHaveProperty('on')
    expect((await act('li', 'postponeTask', task, { by: 'never' })).body.fields).toHaveProperty('by')
    await act('li', 'completeTask', task)
    expect((await nextOf(task.id))[0]).toMatchObject({ dueOn: '2026-06-15', occursOn: '2026-06-15' })
  })

  it('of many at once takes everyone as far as he may', async () => {
    const mine = await Promise.all([1, 2, 3].map((n) => make('li', { title: `批量 ${n}`, dueOn: '2026-06-10' })))
    const foreign = await make('wang', { title: '别人的', dueOn: '2026-06-10' })
    const li = await company.as('li')
    const answer = await li.post('actions/platform.postponeTask', {
      on: [...mine.map((task) => task.id), foreign.id],
      input: { by: 'week' },
    })
    expect(answer.body.report).toMatchObject([{ id: foreign.id, code: 'not-found' }])
    for (const task of mine) expect((await read(task.id)).dueOn).toBe('2026-06-22')
    await li.post(`operations/${answer.body.operation}/undo`)
    for (const task of mine) expect((await read(task.id)).dueOn).toBe('2026-06-10')
  })
})

describe('a series', () => {
  it('goes on with the next when one is done, with all that belongs to it', async () => {
    const about = { record: 'customer', id: company.story.customers.xizi }
    const first = await make('wang', {
      title: '周报',
      assignee: person('li'),
      about,
      note: '写三点',
      dueOn: today,
      dueTime: '17:00',
      remind: 'h1',
      priority: 'high',
      repeats: 'FREQ=WEEKLY;COUNT=3',
    })
    expect(first).toMatchObject({ repeats: 'FREQ=WEEKLY;BYDAY=MO;COUNT=3', occursOn: today })
    await act('li', 'completeTask', first)
    const [second] = await nextOf(first.id)
    expect(second).toMatchObject({
      title: '周报',
      assignee: { id: person('li') },
      givers: [{ id: person('wang') }],
      about,
      note: '写三点',
      dueOn: '2026-06-22',
      dueTime: '17:00',
      remind: 'h1',
      priority: 'high',
      state: 'open',
      repeats: 'FREQ=WEEKLY;BYDAY=MO;COUNT=2',
      previous: { id: first.id, title: '周报' },
    })
    expect(await read(first.id)).toMatchObject({ state: 'done', repeats: null })
    expect(await noticesOf(second.id), 'nobody is told of what comes every week').toEqual([])
    await act('li', 'cancelTask', second, { reason: '放假' })
    const [third] = await nextOf(second.id)
    expect(third).toMatchObject({ dueOn: '2026-06-29', repeats: 'FREQ=WEEKLY;BYDAY=MO;COUNT=1' })
    await act('li', 'completeTask', third)
    expect(await nextOf(third.id)).toEqual([])
  })

  it('is not doubled by reopening, and comes back whole by undoing', async () => {
    const task = await make('li', { title: '每日巡店', dueOn: today, repeats: 'FREQ=DAILY' })
    await act('li', 'completeTask', task)
    expect((await act('li', 'reopenTask', task)).status).toBe(200)
    expect(await read(task.id)).toMatchObject({ state: 'open', repeats: null })
    const again = await act('li', 'completeTask', task)
    expect(again.status).toBe(200)
    expect(await nextOf(task.id)).toHaveLength(1)
    const other = await make('li', { title: '每日盘点', dueOn: today, repeats: 'FREQ=DAILY' })
    const done = await act('li', 'completeTask', other)
    const undone = await (await company.as('li')).post(`operations/${done.body.operation}/undo`)
    expect(undone.body).toMatchObject({ state: 'done', refused: 0 })
    expect(await read(other.id)).toMatchObject({ state: 'open', repeats: 'FREQ=DAILY', occursOn: today })
    expect(await nextOf(other.id)).toEqual([])
  })

  it('ends where it is told to stop', async () => {
    const task = await make('li', { title: '停', dueOn: today, repeats: 'FREQ=DAILY' })
    expect((await act('li', 'stopRepeating', task)).status).toBe(200)
    expect((await act('li', 'stopRepeating', task)).body.code).toBe('bad-state')
    await act('li', 'completeTask', task)
    expect(await nextOf(task.id)).toEqual([])
  })

  const change = async (id: string, values: object) =>
    (await company.as('li')).patch(`records/task/${id}`, (await read(id)).version, values)

  it('takes part in a change of what it is, and not in a change of the day', async () => {
    const task = await make('li', { title: '例会', dueOn: today, dueTime: '09:00', repeats: 'FREQ=WEEKLY;BYDAY=MO' })
    await change(task.id, { title: '周例会' })
    await change(task.id, { dueOn: '2026-06-17' })
    expect(await read(task.id)).toMatchObject({ title: '周例会', dueOn: '2026-06-17', occursOn: today, repeats: 'FREQ=WEEKLY;BYDAY=MO' })
    await act('li', 'completeTask', task)
    expect((await nextOf(task.id))[0]).toMatchObject({ title: '周例会', dueOn: '2026-06-22', dueTime: '09:00' })
  })

  it('lets one that is changed alone go its own way', async () => {
    const task = await make('li', { title: '例会', dueOn: today, dueTime: '09:00', repeats: 'FREQ=WEEKLY;BYDAY=MO' })
    const alone = await change(task.id, { title: '例会（换会议室）', following: 'this' })
    expect(alone.body, alone.text).toMatchObject({ title: '例会（换会议室）', repeats: null })
    expect((await nextOf(task.id))[0]).toMatchObject({ title: '例会', dueOn: '2026-06-22', repeats: 'FREQ=WEEKLY;BYDAY=MO' })
    const moved = await make('li', { title: '晨会', dueOn: today, dueTime: '09:00', repeats: 'FREQ=DAILY' })
    await change(moved.id, { dueOn: today, dueTime: '14:00' })
    expect(await read(moved.id)).toMatchObject({ dueTime: '14:00', repeats: null })
    expect((await nextOf(moved.id))[0]).toMatchObject({ dueTime: '09:00', dueOn: '2026-06-16' })
  })

  it('moves as a whole where all following are meant', async () => {
    const task = await make('li', { title: '例会', dueOn: today, repeats: 'FREQ=WEEKLY;BYDAY=MO' })
    await change(task.id, { dueOn: '2026-06-16', following: 'all' })
    expect(await read(task.id)).toMatchObject({ dueOn: '2026-06-16', occursOn: '2026-06-16', repeats: 'FREQ=WEEKLY;BYDAY=TU' })
    await change(task.id, { repeats: 'FREQ=MONTHLY' })
    expect(await read(task.id)).toMatchObject({ repeats: 'FREQ=MONTHLY;BYMONTHDAY=16', occursOn: '2026-06-16' })
    await change(task.id, { repeats: null })
    expect(await read(task.id)).toMatchObject({ repeats: null, occursOn: null })
    expect((await change(task.id, { dueOn: null, repeats: 'FREQ=DAILY' })).body.fields).toHaveProperty('repeats')
  })
})

describe('closing', () => {
  it('by two in the same second is done once, and makes one next', async () => {
    const task = await make('wang', { title: '抢着做', assignee: person('li'), dueOn: today, repeats: 'FREQ=DAILY' })
    const [li, wang] = await Promise.all([company.as('li'), company.as('wang')])
    const ask = { headers: { 'if-match': `"${task.version}"` } }
    const answers = await Promise.all(
      [li, wang, li, wang].map((caller) => caller.post('actions/platform.completeTask', { on: task.id, input: {} }, ask)),
    )
    expect(answers.map((answer) => answer.status).sort((a, b) => a - b)).toEqual([200, 409, 409, 409])
    expect(await nextOf(task.id)).toHaveLength(1)
  })

  it('is refused of what is closed', async () => {
    const task = await make('li', { title: '已了结' })
    await act('li', 'cancelTask', task, { reason: '不做了' })
    for (const [action, input] of [
      ['completeTask', {}],
      ['cancelTask', {}],
      ['postponeTask', { by: 'day' }],
      ['delegateTask', { to: person('zhang') }],
    ] as const)
      expect((await act('li', action, task, input)).body.code, action).toBe('bad-state')
    expect((await act('li', 'reopenTask', task)).status).toBe(200)
    expect((await act('li', 'reopenTask', task)).body.code).toBe('bad-state')
  })

  it('is for nobody who only looks on', async () => {
    const task = await make('li', { title: '上级只能看', dueOn: today })
    for (const [action, input] of [
      ['completeTask', {}],
      ['cancelTask', {}],
      ['postponeTask', { by: 'day' }],
      ['delegateTask', { to: person('zhang') }],
    ] as const) {
      expect((await act('wang', action, task, input)).status, action).toBe(403)
      expect((await act('zhang', action, task, input)).status, action).toBe(404)
    }
  })
})

describe('a reminder', () => {
  const remind = (at: Company) =>
    at.runtime.house.jobs.get('remind-of-tasks')!.run(at.runtime, undefined, { id: '', attempt: 0, signal: new AbortController().signal })
  const dueNotices = async (id: string) => (await noticesOf(id)).filter((notice) => notice.kind === 'platform.taskDue')
  const waiting = async (id: string) =>
    (await company.database.row<{ remind_at: string | null }>(sql`select remind_at from task where id = ${id}`))!.remind_at

  it('is given once, whatever number of workers look at the same moment', async () => {
    const tasks = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        make('wang', { title: `提醒 ${i}`, assignee: person('li'), dueOn: '2026-06-16', remind: 'm30', dueTime: '11:00' }),
      ),
    )
    const other = await company.another()
    try {
      await Promise.all([remind(company), remind(other)])
      for (const task of tasks) expect(await dueNotices(task.id), 'too early').toEqual([])
      const later = Date.parse('2026-06-16T02:30:00Z')
      const before = company.runtime.clock
      company.runtime.clock = other.runtime.clock = () => later
      await Promise.all([remind(company), remind(other), remind(company), remind(other)])
      await remind(other)
      for (const task of tasks) {
        expect(await dueNotices(task.id)).toMatchObject([{ user_id: person('li'), args: { due: '2026-06-16 11:00' } }])
        expect(await waiting(task.id)).toBeNull()
        expect((await read(task.id)).version, 'a reminder is no change').toBe(task.version)
      }
      company.runtime.clock = before
    } finally {
      await other.close()
    }
  })

  it('is given anew where the day moves, not where it moves back, and not of what is done', async () => {
    const task = await make('li', { title: '会动的提醒', dueOn: '2026-07-01', remind: 'onTime' })
    expect(await waiting(task.id)).toBe('2026-07-01T01:00:00.000Z')
    const before = company.runtime.clock
    company.runtime.clock = () => Date.parse('2026-07-01T01:00:30Z')
    await remind(company)
    expect(await dueNotices(task.id)).toHaveLength(1)
    const moved = await act('li', 'postponeTask', task, { by: 'day' })
    expect(await waiting(task.id)).toBe('2026-07-02T01:00:00.000Z')
    await (await company.as('li')).post(`operations/${moved.body.operation}/undo`)
    expect(await waiting(task.id), 'it has been given for that moment').toBeNull()
    await act('li', 'postponeTask', task, { by: 'week' })
    await act('li', 'completeTask', task)
    expect(await waiting(task.id)).toBeNull()
    company.runtime.clock = before
  })

  it('of a moment that was over when it was asked for is let go', async () => {
    const task = await make('li', { title: '来不及提醒', dueOn: today, dueTime: '10:05', remind: 'd1' })
    expect(await waiting(task.id)).toBeNull()
    const li = await company.as('li')
    await li.patch(`records/task/${task.id}`, task.version, { dueOn: '2026-06-30' })
    expect(await waiting(task.id)).toBe('2026-06-29T02:05:00.000Z')
    await li.patch(`records/task/${task.id}`, task.version + 1, { dueOn: '2026-06-01' })
    expect(await waiting(task.id)).toBeNull()
  })

  it('shows its inner workings to nobody', async () => {
    const task = await make('li', { title: '内部字段', dueOn: '2026-07-09', remind: 'd1' })
    const li = await company.as('li')
    expect(Object.keys((await li.get(`records/task/${task.id}`)).body)).not.toContain('remindAt')
    const filter = encodeURIComponent(JSON.stringify({ field: 'remindAt', op: 'notEmpty' }))
    expect((await li.get(`records/task?filter=${filter}`)).body.items).toEqual([])
    expect((await (await company.as('admin')).get('records/task/export')).text).not.toContain('Remind at')
  })
})
