import { describe, expect, it } from 'vitest'
import { react } from '#engine/event/react.ts'
import { sql } from '#engine/store/sql.ts'
import { openCompany } from '#test'

const company = openCompany()

describe('a job', () => {
  it('is kept with the transaction that left it, and with none that was rolled back', async () => {
    const { runtime, database } = company
    const waiting = async () =>
      (await database.row<{ n: number }>(sql`select count(*) as n from queue.job where name = 'run-operation'`))!.n
    const before = await waiting()
    await database
      .transaction(async (tx) => {
        await runtime.enqueue(tx, 'run-operation', { operation: '01900000-0000-7000-8000-000000000001' })
        throw new Error('rolled back')
      })
      .catch((error: Error) => expect(error.message).toBe('rolled back'))
    expect(await waiting()).toBe(before)
    await database.transaction((tx) => runtime.enqueue(tx, 'run-operation', { operation: '01900000-0000-7000-8000-000000000001' }))
    expect(await waiting()).toBe(before + 1)
    await company.work()
    await expect(database.transaction((tx) => runtime.enqueue(tx, 'no-such-job', {}))).rejects.toThrow('no job "no-such-job"')
  })

  it('that fails is tried again, shown with its reason, and done when the reason is gone', async () => {
    const { runtime, database } = company
    const li = await company.as('li')
    const admin = await company.as('admin')
    // What the story itself left is read before anybody reacts.
    await company.settle()
    await company.work()
    let isBroken = true
    const seen: string[] = []
    const fragile = react('fragile', {
      on: ['activity.created'],
      after: async (_, event) => {
        if (isBroken) throw new Error('the other side is away')
        seen.push(event.recordId)
      },
    })
    runtime.house = { ...runtime.house, reactions: [fragile] }
    const made = await li.post('records/activity', {
      subject: '会失败',
      customer: company.story.customers.xizi,
      at: '2026-06-10T00:00:00Z',
    })
    await company.settle()
    await expect(company.work()).rejects.toThrow('the other side is away')
    const shown = (await admin.get('jobs')).body.items.find(
      (job: { name: string; state: string }) => job.name === 'react' && job.state === 'retry',
    )
    expect(shown).toMatchObject({ attempts: 0, error: expect.stringContaining('the other side is away'), words: 'React to an event' })
    isBroken = false
    await database.run(sql`update queue.job set state = 'failed' where id = ${shown.id}`)
    expect((await admin.post(`jobs/${shown.id}/retry`)).status).toBe(204)
    await company.work()
    expect(seen).toEqual([made.body.id])
    expect((await admin.get('jobs?state=completed')).body.items.map((job: { id: string }) => job.id)).toContain(shown.id)
  })

  it('of the schedule is known to the queue', async () => {
    const scheduled = [...company.runtime.house.jobs.values()].filter((job) => job.schedule)
    expect(scheduled.map((job) => job.name)).toEqual([
      'settle-exports',
      'end-simulations',
      'keep-house',
      'remind-of-tasks',
      'plan-backups',
      'check-audit',
      'check-itself',
      'retry-webhooks',
      'warn-of-unknown-holidays',
      'find-duplicates',
      'warn-of-subject-requests',
      'reckon-segments',
      'recheck-files',
      'take-quality-day',
      'ask-confirmations',
      'settle-cleanups',
      'keep-retention-terms',
      'keep-pools',
      'list-looks',
      'ask-for-due-contacts',
      'reckon-segment-plans',
      'hand-out-leads',
      'escalate-missed-contacts',
      'remind-of-visit-forms',
    ])
    for (const job of scheduled) await job.run(company.runtime, {}, { id: 'x', attempt: 0, signal: new AbortController().signal })
  })
})
