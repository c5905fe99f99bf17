import { describe, expect, it } from 'vitest'
import { sql } from '#engine/store/sql.ts'
import { openCompany } from '#test'

const company = openCompany()

const open = (user: string, record: string, id: string) =>
  company.database.run(
    sql`insert into opened (user_id, record, record_id, at) values (${user}, ${record}, ${id}, now() - interval '1 hour')
      on conflict (user_id, record, record_id) do update set at = excluded.at`,
  )
const looks = async (person: string): Promise<string[]> => {
  const { body } = await (await company.as(person)).get('looks')
  return body.items.map(({ user, customer }: { user: { title: string }; customer: { id: string } }) => `${user.title} ${customer.id}`)
}

describe('looks without a current reason', () => {
  it('are listed to the supervisor: not those of owners, of whoever was let in, has a task, or did something with the customer', async () => {
    const { people, customers } = company.story
    const zhang = people.zhang!
    const [foreign, own, tasked, talked] = [customers.xizi!, customers.ruian!, customers.lvye!, customers.huang!]
    // What the story itself left of him is no reason.
    await company.database.run(sql`delete from collaborator where principal_id = ${zhang}`)
    await company.database.run(sql`delete from activity where by_id = ${zhang} and customer_id in (${foreign}, ${tasked})`)
    for (const id of [foreign, own, tasked, talked]) await open(zhang, 'customer', id)
    const admin = await company.as('admin')
    const task = await admin.post('records/task', {
      title: '帮忙看看',
      assignee: zhang,
      dueOn: '2026-12-20',
      about: { record: 'customer', id: tasked },
    })
    expect(task.status, task.text).toBe(201)
    const activity = await admin.post('records/activity', { subject: '一起谈', customer: talked, at: new Date().toISOString(), by: zhang })
    expect(activity.status, activity.text).toBe(201)
    expect((await looks('wang')).filter((line) => line.startsWith('张伟'))).toEqual([`张伟 ${foreign}`])
    // Whoever supervises nobody is told nothing, and of oneself nobody is told.
    expect(await looks('zhang')).toEqual([])
    expect(await looks('sun')).toEqual([])
  })

  it('of contacts count for their customer; the supervisor of an owner has reason to look', async () => {
    const { people, customers } = company.story
    const contact = await company.database.row<{ id: string }>(sql`select id from contact where customer_id = ${customers.pujiang} limit 1`)
    await company.database.run(sql`delete from opened`)
    await open(people.zhang!, 'contact', contact!.id)
    await open(people.wang!, 'customer', customers.xizi!)
    // Wang does not see that customer of another department himself: he is told that there is one.
    expect((await (await company.as('wang')).get('looks')).body).toMatchObject({ items: [], hidden: 1 })
    expect(await looks('lin')).toEqual([`张伟 ${customers.pujiang}`])
  })

  it('are told once a week, to everybody whose page shows some: however many stand between', async () => {
    const job = company.runtime.house.jobs.get('list-looks')!
    for (let i = 0; i < 2; i++) await job.run(company.runtime, {}, { id: 'x', attempt: 0, signal: new AbortController().signal })
    await company.settle()
    for (const [person, id] of Object.entries(company.story.people)) {
      const { items, hidden } = (await (await company.as(person)).get('looks')).body
      const told = await company.database.rows<{ n: number }>(
        sql`select (args ->> 'n')::integer as n from notice where kind = 'customers.looksFound' and user_id = ${id}`,
      )
      expect(
        told.map(({ n }) => n),
        person,
      ).toEqual(items.length + hidden > 0 ? [items.length + hidden] : [])
    }
    // Wang's superior has nobody's looks but those of Wang's people.
    expect((await (await company.as('lin')).get('notices')).text).toContain('/looks')
  })
})
