import { describe, expect, it } from 'vitest'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { openCompany } from '#test'
import { defineNotice } from './define-notice.ts'
import { notify } from './notify.ts'

const company = openCompany()
const due = defineNotice('tests.due', { words: words('到期', 'Due'), text: words('{title} 今天到期', '{title} is due today') })
const told = (kind = 'tests.due') =>
  company.database.rows<{ user_id: string; args: unknown; key: string | null; actor_id: string | null }>(
    sql`select user_id, args, key, actor_id from notice where kind = ${kind} order by id`,
  )

it('of events begins where the installation stood when it learned to tell, not with all its history', async () => {
  const reader = await company.database.row<{ position: number }>(sql`select position from event_reader where name = 'notices'`)
  expect(reader).toEqual({ position: 0 })
})

describe('telling people something', () => {
  it('is part of the transaction that tells it', async () => {
    const { people, customers } = company.story
    const one = { kind: due, to: people.li!, record: 'customer', recordId: customers.xizi! }
    await company.database
      .transaction(async (tx) => {
        await notify(tx, one)
        throw new Error('rolled back')
      })
      .catch((error: Error) => expect(error.message).toBe('rolled back'))
    expect(await told()).toEqual([])
    expect(await company.database.transaction((tx) => notify(tx, { ...one, args: { on: '2026-06-15' } }))).toBe(1)
    expect(await told()).toEqual([{ user_id: people.li, args: { on: '2026-06-15', '~': {} }, key: null, actor_id: null }])
  })

  it('is done once under one key, however many say it at once', async () => {
    const { people, customers } = company.story
    const say = (key: string) =>
      notify(company.database, {
        kind: due,
        to: [people.li!, people.wang!, people.li!],
        record: 'customer',
        recordId: customers.lvye!,
        key,
      })
    const counts = await Promise.all([say('a'), say('a'), say('a'), say('a')])
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(2)
    expect(await say('b')).toBe(2)
    expect(await say('b')).toBe(0)
    expect((await told()).filter(({ key }) => key !== null).map(({ key }) => key)).toEqual([
      'tests.due:a',
      'tests.due:a',
      'tests.due:b',
      'tests.due:b',
    ])
  })

  it('leaves out whoever did it', async () => {
    const { people } = company.story
    expect(await notify(company.database, { kind: due, to: people.sun!, by: people.sun! })).toBe(0)
    expect(await notify(company.database, { kind: due, to: [people.sun!, people.qian!], by: people.sun! })).toBe(1)
    expect((await told()).at(-1)).toMatchObject({ user_id: people.qian, actor_id: people.sun })
  })
})
