import { beforeAll, describe, expect, it } from 'vitest'
import { findEvents } from '#engine/event/find-events.ts'
import { compareSeals, exportSeals } from '#engine/event/seal-export.ts'
import { sql } from '#engine/store/sql.ts'
import { openCompany } from '#test'

const company = openCompany()
const mobile = '13912345678'
const ids = { contact: '', customer: '' }

const audit = async (person: string, query: string) => (await company.as(person)).get(`audit?${query}`)
const job = (name: string) => company.runtime.house.jobs.get(name)!
const once = { id: 'x', attempt: 0, signal: new AbortController().signal }

beforeAll(async () => {
  const li = await company.as('li')
  ids.customer = company.story.customers.xizi!
  const made = await li.post('records/contact', { name: '被看的人', customer: ids.customer, mobile })
  expect(made.status, made.text).toBe(201)
  ids.contact = made.body.id
  // The director may reveal; of this contact he sees the number openly, the head of another department not at all.
  const lin = await company.as('lin')
  await lin.post(`records/contact/${ids.contact}/reveal`, { field: 'mobile', reason: '核对信息' })
  await company.settle()
})

/** Somebody who sees the contact masked and may reveal it: a service agent with the right to. */
async function lookAsAgent(): Promise<void> {
  await company.database.run(
    sql`update role set grants = (select jsonb_agg(g || '{"reveal": true}') from jsonb_array_elements(grants) g) where code = 'service'`,
  )
  await company.database.run(sql`update access_epoch set epoch = epoch + 1`)
  const zhou = await (await company.another()).as('zhou')
  const seen = await zhou.post(`records/contact/${ids.contact}/reveal`, { field: 'mobile', reason: '核对信息' })
  expect(seen.body).toEqual({ field: 'mobile', value: `+86${mobile}` })
  await company.settle()
}

describe('an audit', () => {
  it('tells who looked at a masked number, when and why: by the record, by the whole number, by who looked', async () => {
    await lookAsAgent()
    const zhou = company.story.people.zhou!
    for (const query of [
      `record=contact&id=${ids.contact}&kinds=revealed`,
      `record=customer&id=${ids.customer}&kinds=revealed`,
      `value=${mobile}&kinds=revealed`,
      `value=139%201234%205678&kinds=revealed`,
      `user=${zhou}&kinds=revealed`,
      'kinds=revealed&field=mobile',
    ]) {
      const { status, body } = await audit('admin', query)
      expect(status, query).toBe(200)
      expect(body.items, query).toHaveLength(1)
      expect(body.items[0]).toMatchObject({
        type: 'contact.revealed',
        actor: { id: zhou },
        record: { id: ids.contact },
        changes: [{ field: 'mobile' }, { field: 'reason' }],
        detail: '核对信息',
      })
      expect(JSON.stringify(body.items[0].changes)).not.toContain(mobile)
    }
    expect((await audit('admin', `value=${mobile.slice(0, 9)}&kinds=revealed`)).body.items).toEqual([])
    expect((await audit('admin', 'kinds=revealed&field=email')).body.items).toEqual([])
    expect((await audit('admin', 'kinds=revealed&until=2020-01-01T00:00:00Z')).body.items).toEqual([])
  })

  it('is for those who have the right to it, of what they may see, and says nothing of the rest', async () => {
    for (const person of ['wang', 'li', 'zhou', 'chen', 'wu', 'zheng']) {
      expect((await audit(person, '')).status, person).toBe(403)
      expect((await (await company.as(person)).get('audit/seals')).status).toBe(403)
      expect((await (await company.as(person)).get('audit/export')).status).toBe(403)
    }
    expect((await audit('lin', '')).status).toBe(200)
    // Users and roles are what rights are made of; their history is the administrator's.
    const some = async (person: string) => (await audit(person, 'record=role')).body.items.length
    expect(await some('lin')).toBe(0)
    expect(await some('admin')).toBeGreaterThan(0)
    expect((await audit('admin', 'record=contact&id=01900000-0000-7000-8000-000000000077')).status).toBe(404)
  })

  it('is read page by page without loss or repetition, and within one operation', async () => {
    const all = (await audit('admin', 'limit=200&kinds=created,edited')).body
    const walked: string[] = []
    for (let next: string | null = ''; next !== null;) {
      const page: { items: { id: string }[]; next: string | null } = (
        await audit('admin', `limit=7&kinds=created,edited${next ? `&before=${next}` : ''}`)
      ).body
      walked.push(...page.items.map(({ id }) => id))
      next = page.next
      if (walked.length >= all.items.length) break
    }
    expect(walked.slice(0, all.items.length)).toEqual(all.items.map(({ id }: { id: string }) => id).slice(0, walked.length))
    expect(new Set(walked).size).toBe(walked.length)
    const { operation } = all.items[0]
    const part = (await audit('admin', `operation=${operation}`)).body.items
    expect(part.length).toBeGreaterThan(0)
    expect(part.every((event: { operation: string }) => event.operation === operation)).toBe(true)
  })

  it('looks along an index whatever is asked, and never at more than a few thousand events', async () => {
    const records = ['customer', 'contact', 'activity']
    const searches = [
      { records },
      { records, kinds: ['revealed', 'merged'] },
      { records, actorId: ids.contact, kinds: ['revealed'] },
      { records, recordIds: [ids.contact, ids.customer] },
      { records, operationId: ids.contact },
      { records, field: 'mobile', from: Date.parse('2026-01-01'), until: Date.parse('2027-01-01') },
    ]
    for (const search of searches)
      await company.database.transaction(async (tx) => {
        await tx.run(sql`set local enable_seqscan = off`)
        await tx.run(sql`set local enable_sort = off`)
        let plan = ''
        const explained = {
          ...tx,
          arrays: async (statement: Parameters<typeof tx.arrays>[0]) => {
            plan = (await tx.arrays(sql`explain ${statement}`)).flat().join('\n')
            return []
          },
        }
        await findEvents(explained, search, 50)
        expect(plan, plan).not.toMatch(/Seq Scan on event/)
        expect(plan).toMatch(/Index Scan/)
      })
  })

  it('is exported within rights, and the export is written down without what was looked for', async () => {
    const admin = await company.as('admin')
    const file = await admin.get(`audit/export?value=${mobile}`)
    expect(file.status).toBe(200)
    expect(file.text.startsWith('\ufeffTime,Who,')).toBe(true)
    expect(file.text).toContain('masked content revealed')
    expect(file.text).toContain('核对信息')
    const operation = (await admin.get('operations?limit=1')).body.items[0]
    expect(operation).toMatchObject({ action: 'audit.export', state: 'done', canUndo: false })
    const stored = await company.database.row<{ input: object }>(sql`select input from operation where id = ${operation.id}`)
    expect(JSON.stringify(stored!.input)).not.toContain(mobile)
  })
})

describe('the sealed chain', () => {
  it('is checked on schedule: the result is shown, a fault is named and told to administrators', async () => {
    await company.settle()
    const admin = await company.as('admin')
    expect((await admin.get('audit/seals')).body).toEqual({ last: null })
    await job('check-audit').run(company.runtime, {}, once)
    expect((await admin.get('audit/seals')).body.last).toMatchObject({ fault: null, waiting: 0 })
    const [event] = (await company.database.arrays(sql`select event_id from seal where position = 3`))[0] as [string]
    const [actor] = (await company.database.arrays(sql`select actor_id from event where id = ${event}`))[0] as [string]
    await company.database.run(sql`update event set actor_id = ${company.story.people.sun} where id = ${event}`)
    await job('check-audit').run(company.runtime, {}, once)
    expect((await admin.get('audit/seals')).body.last.fault).toMatchObject({ position: 3, event })
    await company.settle()
    expect((await admin.get('notices')).text).toContain('The audit chain does not hold at position ')
    await company.database.run(sql`update event set actor_id = ${actor} where id = ${event}`)
    await job('check-audit').run(company.runtime, {}, once)
    expect((await admin.get('audit/seals')).body.last.fault).toBeNull()
  })

  it('is held against seals that were exported before: a history sealed anew with the right key is found', async () => {
    const { database, runtime } = company
    const exported = JSON.stringify(await exportSeals(database, runtime.folder, Date.now()))
    expect(await compareSeals(database, exported)).toMatchObject({ fault: null })
    const { position } = (JSON.parse(exported) as { heads: { position: number }[] }).heads.at(-1)!
    await database
      .transaction(async (tx) => {
        await tx.run(sql`update seal set hash = sha256(hash) where position = ${position}`)
        expect((await compareSeals(tx, exported)).fault).toMatchObject({ position, en: expect.stringContaining('rewritten') })
        await tx.run(sql`delete from seal where position >= ${position}`)
        expect((await compareSeals(tx, exported)).fault).toMatchObject({ position, en: expect.stringContaining('removed') })
        throw new Error('take back')
      })
      .catch((error: Error) => expect(error.message).toBe('take back'))
    const forged = exported.replace(/"hash":"./, (text) => `${text.slice(0, -1)}${text.endsWith('0') ? '1' : '0'}`)
    expect((await compareSeals(database, forged)).fault!.en).toContain('signature')
  })
})
