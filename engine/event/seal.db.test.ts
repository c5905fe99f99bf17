import { beforeAll, describe, expect, it } from 'vitest'
import { sql, type Sql } from '#engine/store/sql.ts'
import { openCompany } from '#test'
import { verifyAudit } from './verify.ts'

const company = openCompany()

beforeAll(async () => {
  const li = await company.as('li')
  for (let i = 0; i < 20; i++)
    await li.post('records/activity', { subject: `事 ${i}`, customer: company.story.customers.xizi, at: '2026-06-10T00:00:00Z' })
  await company.settle()
})

/** Does something to the tables, looks, and takes it back. */
async function after(tamper: readonly Sql[], look: (fault: { position: number; event: string; en: string } | null) => void): Promise<void> {
  await company.database
    .transaction(async (tx) => {
      for (const statement of tamper) await tx.run(statement)
      const report = await verifyAudit(
        { ...company.database, rows: tx.rows, row: tx.row, arrays: tx.arrays, run: tx.run },
        company.runtime.folder,
      )
      look(report.fault)
      throw new Error('take back')
    })
    .catch((error: Error) => {
      if (error.message !== 'take back') throw error
    })
}

const at = async (position: number) =>
  (await company.database.row<{ event_id: string }>(sql`select event_id from seal where position = ${position}`))!.event_id

describe('the sealed chain', () => {
  it('holds, and says how far it goes', async () => {
    const report = await verifyAudit(company.database, company.runtime.folder)
    expect(report.fault).toBeNull()
    expect(report.sealed).toBeGreaterThan(20)
    expect(report.waiting).toBe(0)
    expect(report.heads).toBeGreaterThan(0)
  })

  it.each<[string, (event: string, other: string) => Sql[], number | null]>([
    ['changed content', (event) => [sql`update event set changes = '{"subject": [null, "另一件事"]}' where id = ${event}`], 5],
    ['another actor', (event) => [sql`update event set actor_id = ${company.story.people.sun} where id = ${event}`], 5],
    ['another time', (event) => [sql`update event set at = at - interval '1 hour' where id = ${event}`], 5],
    ['another record', (event) => [sql`update event set record_id = ${company.story.customers.lvye} where id = ${event}`], 5],
    ['a removed event', (event) => [sql`delete from event where id = ${event}`], 5],
    [
      'a removed event with its seal',
      (event) => [sql`delete from event where id = ${event}`, sql`delete from seal where event_id = ${event}`],
      5,
    ],
    [
      'two events in each other’s place',
      (event, other) => [
        sql`update seal set event_id = case event_id when ${event}::uuid then ${other}::uuid else ${event}::uuid end where event_id in (${event}, ${other})`,
      ],
      5,
    ],
    [
      'the end cut off',
      () => [sql`delete from event where id in (select event_id from seal where position > 10)`, sql`delete from seal where position > 10`],
      null,
    ],
    [
      'a planted event',
      (event) => [
        sql`insert into event (id, at, type, v, actor_id, actor_kind, operation_id, record, record_id, root_record, root_id, version, changes, salt)
          select '01900000-0000-7000-8000-000000000001', at, type, v, actor_id, actor_kind, operation_id, record, record_id, root_record, root_id, version, changes, salt from event where id = ${event}`,
      ],
      0,
    ],
  ])('shows %s and names the first bad row', async (_, tamper, position) => {
    const [event, other] = [await at(5), await at(6)]
    await after(tamper(event, other), (fault) => {
      expect(fault).not.toBeNull()
      if (position !== null) expect(fault!.position).toBe(position)
      expect(fault!.en.length).toBeGreaterThan(10)
    })
  })

  it('still holds when changes were erased on request, and counts them', async () => {
    await after([sql`update event set changes = null where id = ${await at(5)}`], (fault) => expect(fault).toBeNull())
  })

  it('gives positions without gaps however many seal at once', async () => {
    const li = await company.as('li')
    const node = await company.another()
    await Promise.all([
      ...Array.from({ length: 60 }, (_, i) =>
        li.post('records/activity', { subject: `并 ${i}`, customer: company.story.customers.lvye, at: '2026-06-10T00:00:00Z' }),
      ),
      company.settle(),
      node.settle(),
    ])
    await company.settle()
    const gaps = await company.database.row<{ n: number; top: number }>(sql`select count(*) as n, max(position) as top from seal`)
    expect(gaps!.n).toBe(gaps!.top)
    const doubled = await company.database.row(sql`select event_id from seal group by event_id having count(*) > 1`)
    expect(doubled).toBeUndefined()
    await node.close()
  })
})
