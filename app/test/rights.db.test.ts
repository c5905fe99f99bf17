import { beforeAll, describe, expect, it } from 'vitest'
import { systemActor } from '#engine/access/actor.ts'
import { levels, type Level } from '#engine/access/rules.ts'
import { verbOf } from '#engine/action/derived.ts'
import { perform } from '#engine/action/perform.ts'
import { sql } from '#engine/store/sql.ts'
import { mentionOf } from '#engine/talk/comment-text.ts'
import { castCustomers } from '../../capabilities/customers/cast.ts'
import { takeQualityDay } from '../../capabilities/customers/quality/queries.ts'
import { openCompany, type Answer, type Caller } from './company.ts'

/**
 * Every route is walked by every kind of person. What each may see of each customer stands in this table, written by hand and not
 * worked out by the product; whatever a route answers must fit it, to the last word of the text. A route that this walk does not know
 * fails the test.
 */
const hangzhou = ['xizi', 'lvye', 'huang', 'qianhu', 'ruian', 'xu', 'yuhang', 'tao', 'feng']
const shanghai = ['pujiang', 'shen', 'hualian']
const all = [...hangzhou, ...shanghai]
const sight = (level: Level, keys: readonly string[]): Record<string, Level> => Object.fromEntries(keys.map((key) => [key, level]))
const table: Record<string, Record<string, Level>> = {
  admin: sight('edit', all),
  lin: sight('edit', all),
  wang: sight('edit', hangzhou),
  zhao: sight('edit', shanghai),
  li: sight('edit', ['xizi', 'lvye', 'huang', 'qianhu']),
  zhang: sight('edit', ['ruian', 'xu', 'yuhang']),
  sun: sight('edit', ['pujiang', 'shen']),
  zhou: sight('full', all),
  chen: sight('card', all),
  wu: { ...sight('full', ['xizi']), ...sight('card', ['yuhang']) },
  zheng: {},
}
const people = Object.keys(table)
/** A webhook without a secret, made once for all. */
let webhook: Promise<string> | undefined
const someWebhook = (): Promise<string> =>
  (webhook ??= (async () => {
    const admin = await company.as('admin')
    return (await admin.post('records/webhook', { name: '走查', address: 'https://hooks.example.com/zhike' })).body.id as string
  })())
const levelOf = (person: string, key: string): Level => table[person]![key] ?? 'none'
const sees = (person: string, key: string, wanted: Level) => levels.indexOf(levelOf(person, key)) >= levels.indexOf(wanted)
const may = {
  export: ['admin', 'lin', 'wang', 'zhao'],
  bulk: ['admin', 'lin', 'wang', 'zhao', 'li', 'zhang', 'sun'],
  recycle: (person: string, key: string) => person === 'admin' || (['wang', 'zhao'].includes(person) && sees(person, key, 'edit')),
  reveal: ['admin', 'lin', 'wang', 'zhao'],
  create: ['admin', 'lin', 'wang', 'zhao', 'li', 'zhang', 'sun', 'chen'],
}

const company = openCompany()

/** Who sees the tasks about a customer that its owner has: he, whose department he is in, and whoever sees everything. */
const seesTask = (person: string, key: string): boolean => {
  const owner = castCustomers.find((entry) => entry.key === key)!.owner
  return person === owner || ['admin', 'lin'].includes(person) || (['wang', 'zhao'].includes(person) && sees(person, key, 'edit'))
}

/** What of each customer must not reach whoever sees too little of it. */
interface Traces {
  id: string
  name: string
  /** Content for those who see it in full. */
  secret: string
  /** A number that only those who may edit read openly. */
  mobile: string
  /** Of the highest class: for those alone who are cleared for it, or whose own it is. */
  classed: string
  contact: string
  contactName: string
  activity: string
  /** A task about the customer, of its owner; and another that stands on his calendar. */
  task: string
  file: string
  comment: string
  /** A plan for this customer alone. */
  plan: string
}
const traces: Record<string, Traces> = {}
/** Requests for a copy, by the customer. */
const copies: Record<string, string> = {}
/** A segment for everyone, of those with a stage, who all entered after its beginning; and one that the administrator keeps for himself. */
const segments = { all: '', own: '' }
/** A retention rule that has been tried and is off. */
let retention = ''
/** What hands leads out, two leads of Hangzhou and Shanghai that it gave, and a form for strangers. */
const handed = { queue: '', li: '', sun: '', form: '' }
/** A pool to which the customers of Li and Sun are about to return; Wang keeps it. */
let pool = ''
/** A handover of what Li looks after, drawn by the administrator. */
let handover = ''
/** A shift at the lake with Li and Zhang on it, a visitor of Li's whom it received, and the dispute about him. */
const desk = { shift: '', ruling: '', dispute: '' }
const atDesk = ['admin', 'lin', 'wang', 'chen']

beforeAll(async () => {
  const { runtime, story, database } = company
  const verb = (record: string, name: 'create' | 'edit') => verbOf(runtime.house, company.shape(record), name)
  const lin = await company.as('lin')
  for (const [i, { key, owner, values }] of castCustomers.entries()) {
    const id = story.customers[key]!
    const secret = `SECRET-${key}-END`
    const mobile = `1660000${String(i).padStart(4, '0')}`
    const classed = `https://classed-${key}.example`
    await perform(runtime, systemActor, verb('customer', 'edit'), [{ id, input: { note: secret, website: classed } }])
    const contactName = `联络${key}人`
    const made = await perform(runtime, systemActor, verb('contact', 'create'), [
      { input: { name: contactName, customer: id, mobile, note: secret } },
    ])
    const logged = await perform(runtime, systemActor, verb('activity', 'create'), [
      { input: { subject: `谈${key}`, customer: id, at: '2026-06-01T08:00:00.000Z', body: secret, by: null } },
    ])
    const task = await perform(runtime, systemActor, verb('task', 'create'), [
      { input: { title: `办${key}`, assignee: story.people[owner], dueOn: '2026-06-20', about: { record: 'customer', id }, note: secret } },
    ])
    const file = await lin.upload('files', { name: `${key}.txt`, content: secret }, { record: 'customer', id })
    expect(file.status, file.text).toBe(201)
    const everybody = Object.entries(story.people).map(([person, user]) => mentionOf(person, user))
    const comment = await lin.post(`records/customer/${id}/comments`, { body: `${secret} ${everybody.join(' ')}` })
    expect(comment.status, comment.text).toBe(201)
    const plan = await perform(runtime, systemActor, verb('contactPlan', 'create'), [
      { input: { name: { zh: `PLAN-${key}`, en: '' }, target: 'customer', customer: id, every: 300 } },
    ])
    traces[key] = {
      id,
      name: values.name as string,
      secret,
      mobile,
      classed,
      contact: made.items[0]!.id!,
      contactName,
      activity: logged.items[0]!.id!,
      task: task.items[0]!.id!,
      file: file.body.id,
      comment: comment.body.id,
      plan: plan.items[0]!.id!,
    }
  }
  const admin = await company.as('admin')
  expect((await admin.post('records/fieldClass', { record: 'customer', field: 'website', secrecy: 'sensitive' })).status).toBe(201)
  const segmentOf = async (name: string, shown: string) =>
    (await admin.post('records/segment', { name, shown, filter: { field: 'stage', op: 'notEmpty' } })).body.id as string
  const rule = await admin.post('records/retentionRule', {
    name: 'RETENTION',
    what: 'customer',
    since: 'created',
    days: 1,
    sparesOpen: false,
  })
  expect(rule.status, rule.text).toBe(201)
  retention = rule.body.id
  const { departments, people: users } = story
  const today = new Date(runtime.clock()).toISOString().slice(0, 10)
  const deed = async (name: string, on: string | undefined, input: object) =>
    (await perform(runtime, systemActor, runtime.house.actions.get(name)!, [{ ...(on ? { id: on } : {}), input }])).items[0]!.id!
  const set = async (record: string, input: object) =>
    (await perform(runtime, systemActor, verb(record, 'create'), [{ input }])).items[0]!.id!
  await set('siteSetting', { site: departments.lake })
  desk.shift = await set('shift', { site: departments.lake, day: today, members: [users.li, users.zhang] })
  await deed('reception.receive', desk.shift, { customer: traces.xizi!.id, been: 'no' })
  desk.ruling = (await database.row<{ id: string }>(sql`select id from ruling`))!.id
  desk.dispute = await set('dispute', { customer: traces.xizi!.id, claim: traces.xizi!.secret })
  await admin.post('actions/customers.tryRetention', { on: retention }, { headers: { 'if-match': '"1"' } })
  await database.run(sql`update customer set created_at = created_at - interval '9 days'`)
  const made = async (record: string, input: object) => (await admin.post(`records/${record}`, input)).body.id as string
  handed.queue = await made('allocationQueue', { name: { zh: 'QUEUE', en: 'QUEUE' }, onlyOnDuty: false })
  for (const key of ['li', 'sun']) await made('allocationMember', { queue: handed.queue, user: story.people[key] })
  await admin.post('actions/staff.switchOnQueue', { on: handed.queue }, { headers: { 'if-match': '"1"' } })
  for (const key of ['li', 'sun'] as const) {
    handed[key] = await made('lead', { name: `LEAD-${key}`, allocates: true })
    await company.work()
  }
  handed.form = await made('webForm', {
    name: 'FORM',
    title: { zh: '表', en: 'F' },
    fields: ['mobile'],
    consent: { zh: '同意', en: 'Yes' },
  })
  Object.assign(segments, { all: await segmentOf('SEGMENT', 'everyone'), own: await segmentOf('SECRET', 'me') })
  const given = await admin.post('records/handover', {
    name: 'HANDOVER',
    leaver: story.people.li,
    on: '2026-07-01',
    receivers: [story.people.zhang],
  })
  expect(given.status, given.text).toBe(201)
  handover = given.body.id
  const kept = await admin.post('records/pool', {
    name: 'POOL',
    members: [story.people.li, story.people.sun],
    keepers: [story.people.wang],
    rules: [{ kind: 'noFollowUp', tier: null, days: 1 }],
  })
  expect(kept.status, kept.text).toBe(201)
  pool = kept.body.id
  await admin.post('actions/customers.foreseeReturns', { on: pool }, { headers: { 'if-match': '"1"' } })
  await company.work()
  await database.run(sql`update segment_stay set is_first = false where segment_id = ${segments.all}`)
  await company.settle()
})

/** Nothing in an answer may tell more of any customer than this person may know. */
function expectNoLeak(person: string, answer: Answer): void {
  for (const [key, trace] of Object.entries(traces)) {
    const about = `${person} on ${key}`
    if (!sees(person, key, 'card')) {
      for (const word of [trace.name, trace.id, trace.contactName, trace.contact, trace.activity, `谈${key}`, trace.comment])
        expect(answer.text, about).not.toContain(word)
    }
    if (!seesTask(person, key)) for (const word of [trace.task, `办${key}`]) expect(answer.text, about).not.toContain(word)
    if (!sees(person, key, 'full')) for (const word of [trace.secret, trace.comment]) expect(answer.text, about).not.toContain(word)
    if (!sees(person, key, 'edit'))
      for (const word of [trace.mobile, trace.plan, trace.classed]) expect(answer.text, about).not.toContain(word)
    if (!sees(person, key, 'full')) expect(answer.text, about).not.toContain(`PLAN-${key}`)
  }
}

const keysIn = (answer: Answer<{ items: { id: string }[] }>) =>
  all.filter((key) => answer.body.items.some((item) => item.id === traces[key]!.id)).sort()
const visibleTo = (person: string, wanted: Level = 'card') => all.filter((key) => sees(person, key, wanted)).sort()
const notFoundBelow = (person: string, key: string, wanted: Level, good = 200) => (sees(person, key, wanted) ? good : 404)

type Probe = (caller: Caller, person: string, see: (answer: Answer) => Answer) => Promise<void>

/** How each route is walked. */
const walk: Record<string, Probe> = {
  'GET /api/v1/audit': async (caller, person, see) => {
    const may = ['admin', 'lin'].includes(person)
    for (const query of ['', '?kinds=created', '?kinds=revealed', `?value=${traces.xizi!.mobile}`, '?record=customer&field=note&limit=200'])
      expect(see(await caller.get(`audit${query}`)).status, `${person} asks ${query}`).toBe(may ? 200 : 403)
    for (const key of all) expect(see(await caller.get(`audit?record=customer&id=${traces[key]!.id}`)).status).toBe(may ? 200 : 403)
  },
  'GET /api/v1/audit/seals': async (caller, person, see) => {
    expect(see(await caller.get('audit/seals')).status).toBe(['admin', 'lin'].includes(person) ? 200 : 403)
  },
  'GET /api/v1/audit/export': async (caller, person, see) => {
    const answer = see(await caller.get(`audit/export?record=contact&id=${traces.xizi!.contact}`))
    expect(answer.status).toBe(['admin', 'lin'].includes(person) ? 200 : 403)
    if (answer.status === 200) expect(answer.text).toContain(traces.xizi!.contact)
  },
  'GET /api/v1/records/{record}/{id}/access': async (caller, person, see) => {
    const audits = ['admin', 'lin'].includes(person)
    for (const key of all) {
      const at = `records/customer/${traces[key]!.id}/access`
      for (const asked of ['', '?field=note', '?field=website', '?action=customer.transfer']) {
        const own = see(await caller.get(`${at}${asked}`))
        expect(own.status === 200, `${person} on ${key}${asked}: ${own.text}`).toBe(sees(person, key, 'card') && own.status !== 422)
        if (own.status !== 200) expect([404, 422]).toContain(own.status)
        if (!sees(person, key, 'card')) expect(own.status).toBe(404)
        if (own.status === 200 && !asked) {
          const held = own.body.answers.filter(({ holds }: { holds: boolean }) => holds).map(({ key: level }: { key: string }) => level)
          expect(held.includes(levelOf(person, key)), `${person} on ${key}`).toBe(true)
          expect(held.includes('recycle')).toBe(may.recycle(person, key))
        }
      }
      const other = person === 'li' ? 'zhang' : 'li'
      expect(see(await caller.get(`${at}?user=${company.story.people[other]}`)).status).toBe(audits ? 200 : 403)
    }
  },
  'GET /api/v1/records/{record}/{id}/who-sees': async (caller, person, see) => {
    for (const key of all)
      for (const record of ['customer', 'contact'])
        for (const asked of ['', record === 'contact' ? '?field=mobile' : '?field=note']) {
          const id = record === 'customer' ? traces[key]!.id : traces[key]!.contact
          const answer = see(await caller.get(`records/${record}/${id}/who-sees${asked}`))
          expect(answer.status).toBe(['admin', 'lin'].includes(person) ? 200 : 403)
        }
  },
  'POST /api/v1/rights/{record}/{id}/preview': async (caller, person, see) => {
    const { people: users } = company.story
    const answer = see(await caller.post(`rights/user/${users.li}/preview`, { input: { roles: [] } }))
    expect(answer.status).toBe(person === 'admin' ? 200 : 403)
  },
  'POST /api/v1/rights/{record}/{id}/change': async (caller, person, see) => {
    const answer = see(await caller.post(`rights/user/${company.story.people.li}/change`, { input: { roles: [] } }))
    expect(answer.status).toBe(person === 'admin' ? 428 : 403)
  },
  'GET /api/v1/exports': async (caller, person, see) => {
    for (const which of ['mine', 'waiting', 'all'])
      expect(see(await caller.get(`exports?which=${which}`)).status).toBe(which === 'all' && person !== 'admin' ? 403 : 200)
  },
  'POST /api/v1/exports': async (caller, person, see) => {
    const answer = see(await caller.post('exports', { record: 'customer', reason: '盘点' }))
    expect(answer.status, answer.text).toBe(may.export.includes(person) ? 201 : 403)
  },
  'POST /api/v1/exports/{id}/decide': async (caller, person, see) => {
    // Of Wang's request his superior alone may know, besides himself and administrators.
    const wang = await company.as('wang')
    const { body } = await wang.post('exports', { record: 'customer', reason: '盘点' })
    const answer = see(await caller.post(`exports/${body.id}/decide`, { approve: false }))
    expect(answer.status, person).toBe(person === 'lin' ? 204 : 404)
    if (person !== 'lin') expect((await wang.post(`exports/${body.id}/withdraw`)).status).toBe(204)
  },
  'POST /api/v1/exports/{id}/withdraw': async (caller, person, see) => {
    const zhao = await company.as('zhao')
    const { body } = await zhao.post('exports', { record: 'customer', reason: '盘点' })
    expect(see(await caller.post(`exports/${body.id}/withdraw`)).status).toBe(person === 'zhao' ? 204 : 404)
    if (person !== 'zhao') expect((await zhao.post(`exports/${body.id}/withdraw`)).status).toBe(204)
  },
  'GET /api/v1/exports/{id}/file': async (caller, person, see) => {
    const zhao = await company.as('zhao')
    const { body } = await zhao.post('exports', { record: 'customer', reason: '盘点', format: 'csv' })
    await (await company.as('lin')).post(`exports/${body.id}/decide`, { approve: true })
    await company.work()
    expect(see(await caller.get(`exports/${body.id}/file`)).status).toBe(person === 'zhao' ? 200 : 404)
  },
  'GET /api/v1/looks': async (caller, person, see) => {
    const { subordinates } = await company.actor(person)
    const answer = see(await caller.get('looks?days=30'))
    expect(answer.status).toBe(200)
    for (const { user } of answer.body.items) expect(subordinates).toContain(user.id)
    if (subordinates.length === 0) expect(answer.body).toEqual({ items: [], hidden: 0, isSupervisor: false })
  },
  'GET /api/v1/backups': async (caller, person, see) => {
    expect(see(await caller.get('backups')).status).toBe(person === 'admin' ? 200 : 403)
  },
  'GET /api/v1/webhooks/{id}/deliveries': async (caller, person, see) => {
    expect(see(await caller.get(`webhooks/${await someWebhook()}/deliveries`)).status).toBe(person === 'admin' ? 200 : 403)
    if (person === 'admin') expect(see(await caller.get(`webhooks/${company.story.customers.xizi}/deliveries`)).status).toBe(404)
  },
  // Secrets are shown to whoever sits at a screen, and to no token.
  'POST /api/v1/webhooks/{id}/secret': async (caller, _, see) => {
    expect(see(await caller.post(`webhooks/${await someWebhook()}/secret`)).status).toBe(403)
  },
  'POST /api/v1/webhooks/{id}/test': async (caller, person, see) => {
    expect(see(await caller.post(`webhooks/${await someWebhook()}/test`)).status).toBe(person === 'admin' ? 409 : 403)
  },
  'POST /api/v1/webhooks/{id}/replay': async (caller, person, see) => {
    const body = { from: '2020-01-01T00:00:00Z', until: '2020-01-02T00:00:00Z' }
    expect(see(await caller.post(`webhooks/${await someWebhook()}/replay`, body)).status).toBe(person === 'admin' ? 202 : 403)
  },
  'POST /api/v1/backups': async (caller, person, see) => {
    expect(see(await caller.post('backups')).status).toBe(person === 'admin' ? 202 : 403)
  },
  'GET /metrics': async (caller, person, see) => {
    const answer = see(await caller.get('/metrics'))
    expect(answer.status).toBe(person === 'admin' ? 200 : 403)
    if (answer.status === 200) expect(answer.text).toContain('zhike_request_seconds_count')
  },
  'GET /api/v1/self-check': async (caller, person, see) => {
    expect(see(await caller.get('self-check')).status).toBe(person === 'admin' ? 200 : 403)
  },
  'GET /api/v1/slow-statements': async (caller, person, see) => {
    expect(see(await caller.get('slow-statements')).status).toBe(person === 'admin' ? 200 : 403)
  },
  'GET /api/v1/records/{record}': async (caller, person, see) => {
    const page = see(await caller.get('records/customer?limit=500&count=exact'))
    expect(page.status).toBe(200)
    expect(keysIn(page)).toEqual(visibleTo(person))
    expect(page.body.count).toEqual({ value: visibleTo(person).length, exact: true })
    const count = see(await caller.get('records/customer?limit=0&count=capped'))
    expect(count.body.count.value).toBe(visibleTo(person).length)
    for (const item of page.body.items) {
      const key = all.find((name) => traces[name]!.id === item.id)!
      expect(item.can.level, `${person} on ${key}`).toBe(levelOf(person, key))
      expect(item.can.recycle, `${person} on ${key}`).toBe(may.recycle(person, key))
      expect('note' in item).toBe(sees(person, key, 'full'))
    }
    // Pages of two, walked to the end, are the same list.
    const walked: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const part = see(await caller.get(`records/customer?limit=2&sort=name${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`))
      walked.push(...part.body.items.map((item: { id: string }) => item.id))
      cursor = part.body.next
    }
    expect(walked.sort()).toEqual(
      visibleTo(person)
        .map((key) => traces[key]!.id)
        .sort(),
    )
    for (const record of ['contact', 'activity', 'identity']) {
      const below = see(await caller.get(`records/${record}?limit=500&count=exact`))
      expect(below.status).toBe(200)
      expect(below.body.count.value).toBe(below.body.items.length)
      const seen = all.filter((key) =>
        below.body.items.some((item: { id: string }) => [traces[key]!.contact, traces[key]!.activity].includes(item.id)),
      )
      if (record !== 'identity') expect(seen.sort(), record).toEqual(visibleTo(person))
    }
    const tasks = see(await caller.get('records/task?limit=500&count=exact'))
    expect(tasks.body.count.value).toBe(tasks.body.items.length)
    const known = tasks.body.items.map((item: { id: string }) => item.id)
    expect(all.filter((key) => known.includes(traces[key]!.task))).toEqual(all.filter((key) => seesTask(person, key)))
    for (const key of all) {
      const filter = encodeURIComponent(JSON.stringify({ field: 'about', op: 'eq', value: { record: 'customer', id: traces[key]!.id } }))
      const about = see(await caller.get(`records/task?limit=0&count=exact&filter=${filter}`))
      const shown = tasks.body.items.filter((item: { about: { id: string } | null }) => item.about?.id === traces[key]!.id)
      expect(about.body.count.value, `${person} counts tasks about ${key}`).toBe(shown.length)
      expect(shown.some((item: { id: string }) => item.id === traces[key]!.task)).toBe(seesTask(person, key) && sees(person, key, 'card'))
    }
    // The search of a list, the picker of a form, and guesses by filter.
    for (const key of all) {
      const trace = traces[key]!
      const found = see(await caller.get(`records/customer?q=${encodeURIComponent(trace.name.slice(0, 4))}&fields=name`))
      expect(keysIn(found).includes(key), `${person} searches ${key}`).toBe(sees(person, key, 'card'))
      const filtered = see(
        await caller.get(`records/contact?filter=${encodeURIComponent(JSON.stringify({ field: 'customer', op: 'eq', value: trace.id }))}`),
      )
      expect(filtered.body.items.length > 0).toBe(sees(person, key, 'card'))
      const guessed = see(
        await caller.get(
          `records/customer?limit=0&count=exact&filter=${encodeURIComponent(JSON.stringify({ field: 'industry', op: 'notEmpty' }))}`,
        ),
      )
      expect(guessed.body.count.value, 'a field of the full record tells nothing to those who see the card').toBe(
        castCustomers.filter((entry) => sees(person, entry.key, 'full') && entry.values.industry).length,
      )
    }
    const linked = see(await caller.get('records/activity?limit=500&fields=subject,customer,customer.note,customer.phone'))
    expect(linked.status).toBe(200)
  },
  'GET /api/v1/records/{record}/{id}': async (caller, person, see) => {
    for (const key of all) {
      expect(see(await caller.get(`records/customer/${traces[key]!.id}`)).status, key).toBe(notFoundBelow(person, key, 'card'))
      expect(see(await caller.get(`records/contact/${traces[key]!.contact}`)).status, key).toBe(notFoundBelow(person, key, 'card'))
      expect(see(await caller.get(`records/activity/${traces[key]!.activity}`)).status, key).toBe(notFoundBelow(person, key, 'card'))
      expect(see(await caller.get(`records/task/${traces[key]!.task}`)).status, key).toBe(seesTask(person, key) ? 200 : 404)
      const contact = await caller.get(`records/contact/${traces[key]!.contact}`)
      if (sees(person, key, 'full')) expect(contact.body.masked?.includes('mobile') ?? false).toBe(!sees(person, key, 'edit'))
      else if (contact.status === 200) expect('mobile' in contact.body).toBe(false)
      const customer = await caller.get(`records/customer/${traces[key]!.id}`)
      if (customer.status === 200)
        expect(customer.body.website === traces[key]!.classed, `${person} on ${key}`).toBe(sees(person, key, 'edit'))
    }
  },
  'POST /api/v1/records/{record}': async (caller, person, see) => {
    for (const key of all) {
      const made = see(await caller.post('records/activity', { subject: 'x', customer: traces[key]!.id, at: '2026-06-02T08:00:00.000Z' }))
      const allowed = sees(person, key, 'full') || (may.create.includes(person) && sees(person, key, 'edit'))
      expect(made.status === 201, `${person} logs on ${key}: ${made.text}`).toBe(allowed)
      if (!sees(person, key, 'card')) expect(made.status).toBe(422)
    }
    const made = see(await caller.post('records/customer', { name: `新客户${person}` }))
    expect(made.status).toBe(may.create.includes(person) ? 201 : 403)
    // Whoever could make a role or a user could make himself an administrator.
    expect(see(await caller.post('records/role', { name: { zh: 'x', en: 'x' }, code: `x${person}` })).status).toBe(
      person === 'admin' ? 201 : 403,
    )
    expect(see(await caller.post('records/user', { name: 'x', email: `x-${person}@yunshan.demo` })).status).toBe(
      person === 'admin' ? 201 : 403,
    )
    for (const [record, input] of Object.entries({
      customField: { label: { zh: 'x', en: 'x' }, record: 'customer', name: `x${person}` },
      choiceList: { record: 'customer', field: 'tier', choices: [] },
      layout: { record: 'customer', choice: 'person' },
      numberRule: { record: 'customer', field: 'code', pattern: 'C{year}-{00000}', reset: 'yearly' },
    }))
      expect(see(await caller.post(`records/${record}`, input)).status, `${person} makes a ${record}`).toBe(person === 'admin' ? 201 : 403)
  },
  'POST /api/v1/records/{record}/check': async (caller, person, see) => {
    for (const key of all) {
      // Told to whom making the record would be refused for this, in the same words; nobody else hears anything.
      const trace = traces[key]!
      const own = all.find((other) => sees(person, other, 'edit'))
      const values = { mobile: trace.mobile, customer: traces[own ?? key]!.id }
      const answer = see(await caller.post('records/contact/check', { values }))
      expect(answer.status).toBe(200)
      const said: string | undefined = answer.body.fields.mobile
      const mayMake = own !== undefined || (may.create.includes(person) && sees(person, key, 'card'))
      expect(said !== undefined, `${person} asks for the number of ${key}: ${answer.text}`).toBe(mayMake)
      if (said) expect(said.includes(trace.name), `${person} on ${key}`).toBe(sees(person, key, 'card'))
      expect((await caller.post('records/contact', { ...values, name: 'x' })).body.fields?.mobile).toBe(said)
      const along = see(await caller.post('records/customer/check', { values: { contactMobile: trace.mobile } }))
      expect('contactMobile' in along.body.fields, `${person} asks for ${key} along with a customer`).toBe(may.create.includes(person))
      const other = all.find((name) => name !== key)!
      const changed = see(await caller.post('records/contact/check', { id: traces[other]!.contact, values: { mobile: trace.mobile } }))
      expect(changed.status).toBe(notFoundBelow(person, other, 'card'))
      if (changed.status === 200) expect('mobile' in changed.body.fields).toBe(sees(person, other, 'edit'))
    }
  },
  'POST /api/v1/records/{record}/{id}/presence': async (caller, person, see) => {
    const page = '0'.repeat(30) + String(people.indexOf(person)).padStart(2, '0')
    for (const key of all) {
      const url = `records/customer/${traces[key]!.id}/presence`
      expect(see(await caller.post(url, { page, doing: 'editing' })).status, key).toBe(notFoundBelow(person, key, 'card', 204))
      const lin = (await (await company.as('lin')).get(url)).body.people
      const { id, name } = await company.actor(person)
      if (person !== 'lin')
        expect(
          lin.some((entry: { id: string }) => entry.id === id),
          `${name} at ${key}`,
        ).toBe(sees(person, key, 'card'))
      expect(see(await caller.post(url, { page, doing: 'gone' })).status).toBe(204)
    }
  },
  'GET /api/v1/records/{record}/{id}/presence': async (caller, person, see) => {
    const page = 'f'.repeat(32)
    for (const key of all) {
      const url = `records/customer/${traces[key]!.id}/presence`
      await (await company.as('lin')).post(url, { page, doing: 'viewing' })
      const answer = see(await caller.get(url))
      expect(answer.status, key).toBe(notFoundBelow(person, key, 'card'))
      const lin = await company.actor('lin')
      const expected = person === 'lin' ? [] : [{ id: lin.id, name: lin.name, doing: 'viewing' }]
      if (answer.status === 200) expect(answer.body.people).toEqual(expected)
      expect(see(await caller.get(`records/contact/${traces[key]!.contact}/presence`)).status).toBe(notFoundBelow(person, key, 'card'))
    }
  },
  'PATCH /api/v1/records/{record}/{id}': async (caller, person, see) => {
    for (const key of all) {
      const { version } = (await (await company.as('admin')).get(`records/customer/${traces[key]!.id}`)).body
      const changed = see(await caller.patch(`records/customer/${traces[key]!.id}`, version, { region: `${person}-${key}` }))
      expect(changed.status, `${person} changes ${key}`).toBe(sees(person, key, 'edit') ? 200 : sees(person, key, 'card') ? 403 : 404)
    }
    const self = await company.actor(person)
    const me = (await caller.get(`records/user/${self.id}`)).body
    expect(see(await caller.patch(`records/user/${self.id}`, me.version, { name: me.name })).status).toBe(person === 'admin' ? 200 : 403)
  },
  'DELETE /api/v1/records/{record}/{id}': async (caller, person, see) => {
    const admin = await company.as('admin')
    for (const key of all) {
      const gone = see(await caller.delete(`records/customer/${traces[key]!.id}`))
      expect(gone.status, `${person} recycles ${key}`).toBe(may.recycle(person, key) ? 204 : sees(person, key, 'card') ? 403 : 404)
      if (gone.status !== 204) continue
      const bin = see(await caller.get('records/customer?recycled=1'))
      expect(keysIn(bin)).toEqual([key])
      const { version } = (await admin.get(`records/customer/${traces[key]!.id}`)).body
      const back = await admin.post('actions/customer.restore', { on: traces[key]!.id }, { headers: { 'if-match': `"${version}"` } })
      expect(back.status, back.text).toBe(200)
    }
  },
  'POST /api/v1/records/{record}/batch': async (caller, person, see) => {
    const admin = await company.as('admin')
    const items = await Promise.all(
      all.map(async (key) => ({
        id: traces[key]!.id,
        version: (await admin.get(`records/customer/${traces[key]!.id}`)).body.version,
        address: `批 ${person}`,
      })),
    )
    const changed = see(await caller.post('records/customer/batch?partial=1', { items }))
    if (!may.bulk.includes(person)) return expect(changed.status).toBe(403)
    expect(changed.status).toBe(200)
    all.forEach((key, i) => expect(!('problem' in changed.body.items[i]), `${person} changes ${key}`).toBe(sees(person, key, 'edit')))
  },
  'GET /api/v1/records/{record}/export': async (caller, person, see) => {
    for (const format of ['csv', 'xlsx']) {
      const file = see(await caller.get(`records/customer/export?format=${format}`))
      expect(file.status).toBe(may.export.includes(person) ? 200 : 403)
      if (file.status !== 200) continue
      if (format === 'csv') for (const key of visibleTo(person)) expect(file.text).toContain(traces[key]!.name)
      const [logged] = (await caller.get('operations?limit=1')).body.items
      expect(logged).toMatchObject({ action: 'customer.export', state: 'done', canUndo: false })
      if (format !== 'csv') continue
      const lines = file.text.trimEnd().split('\r\n')
      expect(lines.at(-1)).toContain(logged.id)
      expect(logged.done).toBe(lines.length - 2)
    }
  },
  'GET /api/v1/records/{record}/groups': async (caller, person, see) => {
    type Groups = { value: string; count: { value: number }; totals: { revenue: { of: number } } }[]
    const answer = see(await caller.get('records/customer/groups?by=stage&totals=revenue'))
    expect(answer.status).toBe(200)
    const groups = answer.body.groups as Groups
    const filter = JSON.stringify({ field: 'stage', op: 'notEmpty' })
    const own = await caller.get(`records/customer?limit=500&fields=name,stage,revenue&filter=${encodeURIComponent(filter)}`)
    expect(groups.reduce((sum, group) => sum + group.count.value, 0)).toBe(own.body.items.length)
    const open = own.body.items.filter(
      (item: { revenue?: string | null; masked?: string[] }) => item.revenue && !item.masked?.includes('revenue'),
    )
    expect(
      groups.reduce((sum, group) => sum + group.totals.revenue.of, 0),
      person,
    ).toBe(open.length)
    see(await caller.get('records/contact/groups?by=customer'))
  },
  'POST /api/v1/records/{record}/{id}/reveal': async (caller, person, see) => {
    for (const key of all) {
      const answer = await caller.post(`records/contact/${traces[key]!.contact}/reveal`, { field: 'mobile', reason: '回访' })
      const status = sees(person, key, 'edit')
        ? 200
        : sees(person, key, 'full')
          ? may.reveal.includes(person)
            ? 200
            : 403
          : sees(person, key, 'card')
            ? 422
            : 404
      expect(answer.status, `${person} on ${key}`).toBe(status)
      see(answer)
    }
  },
  'GET /api/v1/records/{record}/{id}/history': async (caller, person, see) => {
    for (const key of all) {
      expect(see(await caller.get(`records/customer/${traces[key]!.id}/history`)).status).toBe(notFoundBelow(person, key, 'card'))
      expect(see(await caller.get(`records/contact/${traces[key]!.contact}/history`)).status).toBe(notFoundBelow(person, key, 'card'))
    }
  },
  'GET /api/v1/records/{record}/{id}/timeline': async (caller, person, see) => {
    for (const key of all) {
      const answer = see(await caller.get(`records/customer/${traces[key]!.id}/timeline`))
      expect(answer.status).toBe(notFoundBelow(person, key, 'card'))
      if (answer.status === 200) expect(answer.body.items.length).toBeGreaterThan(0)
    }
  },
  'GET /api/v1/records/{record}/{id}/files': async (caller, person, see) => {
    for (const key of all) {
      const answer = see(await caller.get(`records/customer/${traces[key]!.id}/files`))
      expect(answer.status).toBe(notFoundBelow(person, key, 'full'))
      if (answer.status === 200) expect(answer.body.items.some((file: { id: string }) => file.id === traces[key]!.file)).toBe(true)
    }
  },
  'GET /api/v1/segments/{id}/history': async (caller, person, see) => {
    const answer = see(await caller.get(`segments/${segments.all}/history`))
    expect(answer.status).toBe(200)
    // Who came in is told to nobody who does not see him, and numbers to the owner alone.
    expect(answer.body.entered.map((entry: { id: string }) => entry.id).sort()).toEqual(
      visibleTo(person, 'full')
        .map((key) => traces[key]!.id)
        .sort(),
    )
    expect(answer.body.sizes === null).toBe(person !== 'admin')
    expect(see(await caller.get(`segments/${segments.own}/history`)).status).toBe(person === 'admin' ? 200 : 404)
    const asked = (filter: unknown) =>
      caller.get(`records/customer?limit=500&count=exact&filter=${encodeURIComponent(JSON.stringify(filter))}`)
    const inside = see(await asked({ segment: segments.all }))
    expect(keysIn(inside)).toEqual(visibleTo(person, 'full'))
    // Other routes have made customers meanwhile: the segment finds whom its conditions find.
    expect(inside.body.count).toEqual((await asked({ field: 'stage', op: 'notEmpty' })).body.count)
  },
  'GET /api/v1/records/{record}/{id}/segments': async (caller, person, see) => {
    for (const key of all) {
      const answer = see(await caller.get(`records/customer/${traces[key]!.id}/segments`))
      expect(answer.status).toBe(notFoundBelow(person, key, 'card'))
      if (answer.status !== 200) continue
      const own = person === 'admin' ? [segments.own] : []
      expect(answer.body.items.map((item: { id: string }) => item.id).sort(), `${person} on ${key}`).toEqual(
        sees(person, key, 'full') ? [segments.all, ...own].sort() : own,
      )
    }
  },
  'GET /api/v1/customers/{id}/quality': async (caller, person, see) => {
    for (const key of all) {
      const answer = see(await caller.get(`customers/${traces[key]!.id}/quality`))
      expect(answer.status, `${person} on ${key}`).toBe(notFoundBelow(person, key, 'full'))
    }
  },
  // Figures are told of those alone whose customers one may see all of: what is shared one by one opens no sum.
  'GET /api/v1/customer-quality': async (caller, person, see) => {
    await company.database.transaction((tx) => takeQualityDay(tx, '2026-06-15'))
    const answer = see(await caller.get('customer-quality?days=30'))
    expect(answer.status).toBe(200)
    const told = (answer.body.owners as { id: string | null }[]).map(({ id }) => id)
    const ownersOf = castCustomers.map(({ owner }) => owner)
    for (const owner of new Set(ownersOf)) {
      const isOpen = all.every((key, i) => ownersOf[i] !== owner || sees(person, key, 'full'))
      expect(told.includes(company.story.people[owner]!), `${person} on ${owner}`).toBe(isOpen)
    }
    if (visibleTo(person, 'full').length === 0) expect(answer.body).toMatchObject({ day: null, owners: [], departments: [] })
  },
  'GET /api/v1/records/{record}/{id}/similar': async (caller, person, see) => {
    for (const key of all) {
      const answer = see(await caller.get(`records/customer/${traces[key]!.id}/similar`))
      expect(answer.status, `${person} on ${key}`).toBe(sees(person, key, 'card') ? 200 : 404)
      if (answer.status === 200)
        expect(answer.body.items.map(({ item }: { item: { id: string } }) => item.id)).not.toContain(traces[key]!.id)
    }
  },
  'POST /api/v1/records/{record}/similar': async (caller, person, see) => {
    await company.settle()
    for (const key of all) {
      const values = { name: traces[key]!.name, kind: castCustomers.find((entry) => entry.key === key)!.values.kind }
      const answer = see(await caller.post('records/customer/similar', { values }))
      expect(answer.status).toBe(200)
      const isOpen = may.create.includes(person) && sees(person, key, 'card')
      const found = answer.body.items.some(({ item }: { item: { id: string } }) => item.id === traces[key]!.id)
      // A person's name alone may be too common to say anything; whom he may not see he is never shown.
      const isHuman = values.kind === 'person' || values.kind === 'household'
      expect(found, `${person} looks for ${key}`).toBe(isHuman ? found && isOpen : isOpen)
      if (!may.create.includes(person)) expect(answer.body).toEqual({ items: [], hidden: false })
    }
  },
  'GET /api/v1/contacts/{id}/consents': async (caller, person, see) => {
    for (const key of all) {
      const answer = see(await caller.get(`contacts/${traces[key]!.contact}/consents`))
      expect(answer.status, `${person} on ${key}`).toBe(notFoundBelow(person, key, 'full'))
    }
  },
  'GET /api/v1/customers/{id}/contact-plan': async (caller, person, see) => {
    for (const key of all) {
      const answer = see(await caller.get(`customers/${traces[key]!.id}/contact-plan`))
      expect(answer.status, `${person} on ${key}`).toBe(notFoundBelow(person, key, 'full'))
      if (answer.status === 200) expect(answer.body.plan.name.zh).toBe(`PLAN-${key}`)
      // A plan for one customer has a page for those who look after him; its name tells of him.
      const plans = see(await caller.get('records/contactPlan?limit=500&count=exact'))
      const isOpen = plans.body.items.some(({ id }: { id: string }) => id === traces[key]!.plan)
      expect(isOpen, `${person} on the plan for ${key}`).toBe(sees(person, key, 'edit'))
      expect(see(await caller.get(`records/contactPlan/${traces[key]!.plan}`)).status).toBe(isOpen ? 200 : 404)
    }
  },
  'GET /api/v1/allocations/{record}/{id}': async (caller, person, see) => {
    for (const key of ['li', 'sun'] as const) {
      const mine = ['admin', 'lin', key, key === 'li' ? 'wang' : 'zhao']
      const answer = see(await caller.get(`allocations/lead/${handed[key]}`))
      expect(answer.status, `${person} on the lead of ${key}`).toBe(mine.includes(person) ? 200 : 404)
      expect(see(await caller.get(`records/lead/${handed[key]}`)).status).toBe(mine.includes(person) ? 200 : 404)
      if (answer.status === 200) expect('fit' in answer.body.items[0]).toBe(['admin', 'lin', 'wang', 'zhao'].includes(person))
      const found = see(await caller.get('records/lead?limit=100&count=exact'))
      expect(found.text.includes(`LEAD-${key}`), `${person} lists the lead of ${key}`).toBe(mine.includes(person))
    }
    for (const key of all)
      expect(see(await caller.get(`allocations/customer/${traces[key]!.id}`)).status).toBe(notFoundBelow(person, key, 'full'))
  },
  'GET /api/v1/allocation-queues/{id}/decisions': async (caller, person, see) => {
    const answer = see(await caller.get(`allocation-queues/${handed.queue}/decisions`))
    expect(answer.status, person).toBe(['admin', 'lin', 'wang', 'zhao'].includes(person) ? 200 : 404)
    for (const key of ['li', 'sun'] as const)
      if (answer.status === 200)
        expect(answer.text.includes(`LEAD-${key}`)).toBe(['admin', 'lin', key === 'li' ? 'wang' : 'zhao'].includes(person))
  },
  'GET /api/v1/allocation-queues/{id}/trial': async (caller, person, see) => {
    const answer = see(await caller.get(`allocation-queues/${handed.queue}/trial?days=5`))
    expect(answer.status, person).toBe(['admin', 'lin', 'wang', 'zhao'].includes(person) ? 200 : 404)
  },
  'GET /api/v1/web-forms/{id}/figures': async (caller, person, see) => {
    const answer = see(await caller.get(`web-forms/${handed.form}/figures`))
    expect(answer.status, person).toBe(['admin', 'lin', 'wang', 'zhao'].includes(person) ? 200 : 404)
  },
  // For strangers: it tells of nothing but the form.
  'GET /forms/{id}': async (caller, _, see) => {
    expect(see(await caller.get(`/forms/${handed.form}`)).status).toBe(200)
    expect(see(await caller.get(`/forms/${traces.xizi!.id}`)).status).toBe(404)
  },
  'POST /forms/{id}': async (caller, _, see) => {
    expect(
      see(await caller.post(`/forms/${handed.form}`, { name: '机器', mobile: traces.xizi!.mobile, consent: '1', homepage: 'x' })).status,
    ).toBe(200)
  },
  'GET /forms/{id}/embed.js': async (caller, _, see) => {
    expect(see(await caller.get(`/forms/${handed.form}/embed.js`)).status).toBe(200)
  },
  'GET /api/v1/forms/{id}': async (caller, _, see) => {
    expect(see(await caller.get(`forms/${handed.form}`)).body.fields).toHaveLength(1)
  },
  'POST /api/v1/forms/{id}': async (caller, _, see) => {
    // Whose number it is nobody hears.
    const token = see(await caller.get(`forms/${handed.form}`)).body.token
    expect(see(await caller.post(`forms/${handed.form}`, { name: '某', mobile: traces.xizi!.mobile, consent: '1', token })).status).toBe(
      204,
    )
  },
  'GET /api/v1/reception/shifts': async (caller, person, see) => {
    const answer = see(await caller.get('reception/shifts'))
    expect(answer.status).toBe(200)
    expect(answer.body.items.length, person).toBe([...atDesk, 'li', 'zhang'].includes(person) ? 1 : 0)
  },
  'GET /api/v1/reception/shifts/{id}': async (caller, person, see) => {
    const answer = see(await caller.get(`reception/shifts/${desk.shift}`))
    expect(answer.status, person).toBe([...atDesk, 'li', 'zhang'].includes(person) ? 200 : 404)
    // The visitor is Li's: Zhang of the same shift hears nothing of him.
    if (answer.status === 200) expect(answer.body.visits.length, person).toBe(person === 'zhang' ? 0 : 1)
  },
  'GET /api/v1/reception/known': async (caller, person, see) => {
    for (const key of all) {
      const { name, mobile } = traces[key]!
      const answer = see(await caller.get(`reception/known?shift=${desk.shift}&q=${mobile}`))
      expect(answer.status, person).toBe([...atDesk, 'li', 'zhang'].includes(person) ? 200 : 404)
      if (answer.status !== 200) continue
      const names = answer.body.items.map((item: { name: string }) => item.name)
      expect(names.includes(name), `${person} asks the desk for ${key}`).toBe(sees(person, key, 'card'))
      expect(answer.text, person).not.toContain(mobile)
    }
  },
  'POST /api/v1/reception/shifts/{id}/ask': async (caller, person, see) => {
    for (const key of all) {
      const body = { customer: traces[key]!.id, answer: { been: 'no' } }
      const answer = see(await caller.post(`reception/shifts/${desk.shift}/ask`, body))
      expect(answer.status, `${person} on ${key}`).toBe(atDesk.includes(person) && sees(person, key, 'card') ? 200 : 404)
    }
  },
  'GET /api/v1/customers/{id}/reception': async (caller, person, see) => {
    for (const key of all) {
      const answer = see(await caller.get(`customers/${traces[key]!.id}/reception`))
      expect(answer.status, `${person} on ${key}`).toBe(notFoundBelow(person, key, 'full'))
      if (answer.status === 200) expect(answer.body.files.length).toBe(key === 'xizi' ? 1 : 0)
    }
  },
  'GET /api/v1/rulings/{id}/replay': async (caller, person, see) => {
    const answer = see(await caller.get(`rulings/${desk.ruling}/replay`))
    expect(answer.status, person).toBe(notFoundBelow(person, 'xizi', 'full'))
    if (answer.status === 200) expect(answer.body).toMatchObject({ isSame: true })
  },
  'POST /api/v1/reception/sites/{id}/what-if': async (caller, person, see) => {
    const answer = see(await caller.post(`reception/sites/${company.story.departments.lake}/what-if`, { changes: { validMonths: 1 } }))
    expect(answer.status, person).toBe(['admin', 'lin', 'wang'].includes(person) ? 200 : 404)
  },
  'GET /api/v1/disputes/{id}/evidence': async (caller, person, see) => {
    const answer = see(await caller.get(`disputes/${desk.dispute}/evidence`))
    expect(answer.status, person).toBe(notFoundBelow(person, 'xizi', 'full'))
    if (answer.status === 200) expect(answer.body.items.map((item: { kind: string }) => item.kind)).toContain('register')
  },
  'POST /api/v1/contacts/{id}/preference-page': async (caller, person, see) => {
    for (const key of all) {
      const answer = see(await caller.post(`contacts/${traces[key]!.contact}/preference-page`))
      expect(answer.status, `${person} on ${key}`).toBe(sees(person, key, 'edit') ? 201 : sees(person, key, 'card') ? 403 : 404)
    }
  },
  // Whoever has the address may look and choose; it tells nothing of whose it is.
  'GET /api/v1/subject-requests/{id}/copy': async (caller, person, see) => {
    for (const key of all) {
      copies[key] ??= (
        await (
          await company.as('admin')
        ).post('records/subjectRequest', { customer: traces[key]!.id, contact: traces[key]!.contact, kind: 'copy' })
      ).body.id
      const answer = see(await caller.get(`subject-requests/${copies[key]}/copy`))
      // Whoever gives all away must see all himself, and may export.
      const isWhole = may.export.includes(person) && sees(person, key, 'edit')
      expect(answer.status, `${person} copies ${key}`).toBe(isWhole ? 200 : notFoundBelow(person, key, 'full', 403))
    }
  },
  'GET /api/v1/preference-page/{secret}': async (caller, _, see) => {
    const lin = await company.as('lin')
    const { path } = (await lin.post(`contacts/${traces.xizi!.contact}/preference-page`)).body as { path: string }
    const page = see(await caller.get(`preference-page/${path.split('/').at(-1)}`))
    expect(page.status).toBe(200)
    for (const word of [traces.xizi!.contactName, traces.xizi!.mobile, traces.xizi!.name]) expect(page.text).not.toContain(word)
    expect(see(await caller.get(`preference-page/${'a'.repeat(32)}`)).status).toBe(404)
  },
  'POST /api/v1/preference-page/{secret}': async (caller, _, see) => {
    const choice = { purpose: '01890000-0000-7000-8000-000000000000', channel: 'sms', isGranted: true }
    expect(see(await caller.post(`preference-page/${'a'.repeat(32)}`, choice)).status).toBe(404)
  },
  'POST /api/v1/files': async (caller, person, see) => {
    for (const key of all) {
      const answer = see(await caller.upload('files', { name: 'x.txt', content: 'x' }, { record: 'customer', id: traces[key]!.id }))
      expect(answer.status, `${person} on ${key}`).toBe(sees(person, key, 'edit') ? 201 : sees(person, key, 'card') ? 403 : 404)
    }
  },
  'GET /api/v1/files/{id}': async (caller, person, see) => {
    for (const key of all) expect(see(await caller.get(`files/${traces[key]!.file}`)).status).toBe(notFoundBelow(person, key, 'full'))
  },
  'DELETE /api/v1/files/{id}': async (caller, person, see) => {
    for (const key of all) {
      if (sees(person, key, 'edit')) {
        const added = await caller.upload('files', { name: 'gone.txt', content: 'x' }, { record: 'customer', id: traces[key]!.id })
        expect(see(await caller.delete(`files/${added.body.id}`)).status).toBe(204)
        expect((await caller.get(`files/${added.body.id}`)).status).toBe(404)
      } else expect(see(await caller.delete(`files/${traces[key]!.file}`)).status).toBe(sees(person, key, 'full') ? 403 : 404)
    }
  },
  'GET /api/v1/records/{record}/recent': async (caller, person, see) => {
    const answer = see(await caller.get('records/customer/recent?limit=50'))
    expect(answer.status).toBe(200)
    const own = castCustomers.filter((entry) => entry.owner === person).map((entry) => entry.key)
    expect(keysIn(answer)).toEqual(own.sort())
    for (const item of answer.body.items) expect(item.last.words).toBeTruthy()
    expect(see(await caller.get('records/contact/recent')).status).toBe(404)
  },
  'GET /api/v1/calendar': async (caller, person, see) => {
    const answer = see(await caller.get('calendar?from=2026-06-01&to=2026-06-30'))
    expect(answer.status).toBe(200)
    const ids = answer.body.entries.map((entry: { item: { id: string } }) => entry.item.id)
    // Its state is more than its card tells, and what is cancelled does not stand there.
    expect(all.filter((key) => ids.includes(traces[key]!.activity))).toEqual(all.filter((key) => sees(person, key, 'full')))
    expect(all.filter((key) => ids.includes(traces[key]!.task))).toEqual(all.filter((key) => seesTask(person, key)))
    const own = see(await caller.get('calendar?from=2026-06-01&to=2026-06-30&who=me&records=task'))
    for (const entry of own.body.entries) expect(entry.item.assignee.id).toBe((await company.actor(person)).id)
  },
  'GET /api/v1/calendar/feed': async (caller, _, see) => {
    expect(see(await caller.get('calendar/feed')).status).toBe(200)
  },
  'POST /api/v1/calendar/feed': async (caller, _, see) => {
    expect(see(await caller.post('calendar/feed')).status).toBe(201)
  },
  'DELETE /api/v1/calendar/feed': async (caller, _, see) => {
    expect(see(await caller.delete('calendar/feed')).status).toBe(204)
  },
  'GET /api/v1/calendar/{secret}.ics': async (caller, person, see) => {
    const { path } = (await caller.post('calendar/feed')).body
    const feed = see(await caller.get(path))
    expect(feed.status).toBe(200)
    const own = castCustomers.filter((entry) => entry.owner === person).map((entry) => entry.key)
    for (const key of all) expect(feed.text.includes(traces[key]!.task), `${person} on ${key}`).toBe(own.includes(key))
  },
  'POST /api/v1/files/{id}/restore': async (caller, person, see) => {
    const lin = await company.as('lin')
    for (const key of all) {
      const added = await lin.upload('files', { name: 'back.txt', content: 'x' }, { record: 'customer', id: traces[key]!.id })
      expect((await caller.post(`files/${added.body.id}/restore`)).status).toBe(404)
      await lin.delete(`files/${added.body.id}`)
      const answer = see(await caller.post(`files/${added.body.id}/restore`))
      expect(answer.status, `${person} on ${key}`).toBe(sees(person, key, 'edit') ? 200 : sees(person, key, 'full') ? 403 : 404)
    }
  },
  'GET /api/v1/records/{record}/{id}/comments': async (caller, person, see) => {
    for (const key of all) {
      const answer = see(await caller.get(`records/customer/${traces[key]!.id}/comments`))
      expect(answer.status, `${person} on ${key}`).toBe(notFoundBelow(person, key, 'full'))
      if (answer.status === 200) expect(answer.body.items.some((item: { id: string }) => item.id === traces[key]!.comment)).toBe(true)
    }
  },
  'POST /api/v1/records/{record}/{id}/comments': async (caller, person, see) => {
    for (const key of all) {
      const answer = see(await caller.post(`records/customer/${traces[key]!.id}/comments`, { body: `${person} 说` }))
      expect(answer.status, `${person} on ${key}`).toBe(sees(person, key, 'full') ? 201 : sees(person, key, 'card') ? 403 : 404)
    }
  },
  'PATCH /api/v1/comments/{id}': async (caller, person, see) => {
    for (const key of all) {
      const url = `comments/${traces[key]!.comment}`
      const status = person === 'lin' ? 200 : sees(person, key, 'full') ? 403 : 404
      const body = (await (await company.as('admin')).get(`records/customer/${traces[key]!.id}/comments?limit=200`)).body.items.find(
        (item: { id: string }) => item.id === traces[key]!.comment,
      ).body
      expect(see(await caller.patch(url, undefined, { body })).status, `${person} on ${key}`).toBe(status)
    }
  },
  'DELETE /api/v1/comments/{id}': async (caller, person, see) => {
    const zhou = await company.as('zhou')
    for (const key of all) {
      const said = (await zhou.post(`records/customer/${traces[key]!.id}/comments`, { body: '客服说' })).body.id
      const status = ['zhou', 'admin'].includes(person) ? 204 : sees(person, key, 'full') ? 403 : 404
      expect(see(await caller.delete(`comments/${said}`)).status, `${person} on ${key}`).toBe(status)
    }
  },
  'GET /api/v1/records/{record}/{id}/colleagues': async (caller, person, see) => {
    for (const key of all) {
      const answer = see(await caller.get(`records/customer/${traces[key]!.id}/colleagues?q=%E7%8E%8B`))
      expect(answer.status, `${person} on ${key}`).toBe(notFoundBelow(person, key, 'full'))
      if (answer.status === 200 && person !== 'wang') expect(answer.body.items[0].sees).toBe(sees('wang', key, 'full'))
    }
  },
  'GET /api/v1/records/{record}/{id}/followers': async (caller, person, see) => {
    const ids = new Map(await Promise.all(people.map(async (who) => [(await company.actor(who)).id, who] as const)))
    for (const key of all) {
      const answer = see(await caller.get(`records/customer/${traces[key]!.id}/followers`))
      expect(answer.status, `${person} on ${key}`).toBe(notFoundBelow(person, key, 'full'))
      // Everybody was mentioned; those who see it follow it, and nobody else.
      for (const { id } of answer.body.items ?? []) if (ids.has(id)) expect(sees(ids.get(id)!, key, 'full')).toBe(true)
    }
  },
  ...Object.fromEntries(
    (['DELETE', 'PUT'] as const).map((method): [string, Probe] => [
      `${method} /api/v1/records/{record}/{id}/follow`,
      async (caller, person, see) => {
        for (const key of all) {
          const answer = see(await caller.request(method, `records/customer/${traces[key]!.id}/follow`))
          expect(answer.status, `${person} on ${key}`).toBe(notFoundBelow(person, key, 'full'))
          if (answer.status === 200) expect(answer.body.following).toBe(method === 'PUT')
        }
      },
    ]),
  ),
  'GET /api/v1/notices': async (caller, person, see) => {
    await company.settle()
    const mentions: string[] = []
    for (let cursor = ''; ;) {
      const answer = see(await caller.get(`notices?limit=100${cursor}`))
      expect(answer.status).toBe(200)
      for (const notice of answer.body.items) if (notice.kind === 'mentioned') mentions.push(notice.record.id)
      if (!answer.body.next) break
      cursor = `&cursor=${answer.body.next}`
    }
    // Lin mentioned everybody on every customer, and himself, which nobody is told.
    const expected = ['lin', 'admin'].includes(person) ? [] : visibleTo(person, 'full')
    expect(all.filter((key) => mentions.includes(traces[key]!.id)).sort(), person).toEqual(expected)
  },
  'POST /api/v1/notices/read': async (caller, person, see) => {
    const foreign = await company.database.rows<{ id: string }>(
      sql`select id from notice where in_product and read_at is null and user_id <> ${(await company.actor(person)).id} order by id limit 50`,
    )
    if (foreign.length > 0) see(await caller.post('notices/read', { ids: foreign.map(({ id }) => id) }))
    const still = await company.database.row<{ n: number }>(
      sql`select count(*) as n from notice where read_at is null and id = any(${foreign.map(({ id }) => id)}::uuid[])`,
    )
    expect(still!.n).toBe(foreign.length)
    expect(see(await caller.post('notices/read')).body.unread.value).toBe(0)
  },
  'GET /api/v1/me/preferences': async (caller, _, see) => {
    expect(see(await caller.get('me/preferences')).status).toBe(200)
  },
  'PUT /api/v1/me/preferences': async (caller, person, see) => {
    expect(see(await caller.request('PUT', 'me/preferences', { body: { language: 'en' } })).status).toBe(200)
    const kept = await company.database.rows<{ user_id: string }>(sql`select user_id from preference where key = 'language'`)
    expect(kept.map((row) => row.user_id)).toContain((await company.actor(person)).id)
    expect(kept.length).toBeLessThanOrEqual(people.indexOf(person) + 1)
  },
  'GET /api/v1/search': async (caller, person, see) => {
    const found = (answer: Answer, id: string) =>
      (answer.body.groups as { items: { id: string }[] }[]).some((group) => group.items.some((item) => item.id === id))
    for (const key of all) {
      const byName = see(await caller.get(`search?q=${encodeURIComponent(traces[key]!.name)}`))
      expect(found(byName, traces[key]!.id), `${person} finds ${key}`).toBe(sees(person, key, 'card'))
      const byNumber = see(await caller.get(`search?q=${traces[key]!.mobile}`))
      expect(found(byNumber, traces[key]!.contact), `${person} finds ${key} by number`).toBe(sees(person, key, 'full'))
    }
    // Parts of a number tell it, digit by digit: only who reads it openly finds by them, and by its shown end who sees it masked.
    for (const key of ['xizi', 'yuhang', 'pujiang']) {
      const { mobile } = traces[key]!
      for (const [part, level] of [
        [mobile.slice(0, 8), 'edit'],
        [mobile.slice(3, 9), 'edit'],
        [mobile.slice(2, 6), 'edit'],
        [mobile.slice(-4), 'full'],
        [mobile.slice(-5), 'edit'],
        [mobile, 'full'],
      ] as const) {
        const list = see(await caller.get(`records/contact?q=${part}&limit=500&fields=name`))
        const isListed = list.body.items.some((item: { id: string }) => item.id === traces[key]!.contact)
        expect(isListed, `${person} lists ${key} by ${part}`).toBe(sees(person, key, level))
        const counted = see(await caller.get(`records/contact?q=${part}&limit=0&count=exact`))
        expect(counted.body.count.value, `${person} counts by ${part}`).toBe(list.body.items.length)
      }
      const byPart = see(await caller.get(`search?q=${mobile.slice(0, 10)}&records=contact&limit=20`))
      expect(found(byPart, traces[key]!.contact), `${person} finds ${key} by a part`).toBe(sees(person, key, 'edit'))
    }
  },
  'POST /api/v1/opened': async (caller, person, see) => {
    for (const key of all) {
      const noted = see(await caller.post('opened', { record: 'customer', id: traces[key]!.id }))
      expect(noted.status, `${person} opens ${key}`).toBe(sees(person, key, 'card') ? 204 : 404)
    }
    expect(see(await caller.post('opened', { record: 'nothing', id: traces[all[0]!]!.id })).status).toBe(404)
  },
  'GET /api/v1/opened': async (caller, person, see) => {
    // What he could once see is still noted; it must not be named to him now.
    const { id } = await company.actor(person)
    for (const key of all)
      await company.database.run(
        sql`insert into opened (user_id, record, record_id, at) values (${id}, 'contact', ${traces[key]!.contact}, now()) on conflict do nothing`,
      )
    const opened = see(await caller.get('opened?limit=50'))
    expect(keysIn({ ...opened, body: { items: opened.body.items.map((entry: { item: { id: string } }) => entry.item) } })).toEqual(
      visibleTo(person),
    )
    for (const key of all)
      expect(opened.text.includes(traces[key]!.contact), `${person} is shown the contact of ${key}`).toBe(sees(person, key, 'card'))
  },
  'POST /api/v1/actions/{action}': async (caller, person, see) => {
    for (const key of all) {
      const { version } = (await (await company.as('admin')).get(`records/customer/${traces[key]!.id}`)).body
      const ask = { on: traces[key]!.id, input: { region: 'x' }, mode: 'preview' }
      const answer = see(await caller.post('actions/customer.edit', ask, { headers: { 'if-match': `"${version}"` } }))
      expect(answer.status, `${person} on ${key}`).toBe(sees(person, key, 'edit') ? 200 : sees(person, key, 'card') ? 403 : 404)
    }
    // What is set up for everybody is an administrator's business, whatever its way in.
    const place = { record: 'customer', field: 'source' }
    for (const [action, input] of [
      ['platform.addChoice', { ...place, zh: '混入', en: `Slipped in by ${person}` }],
      ['platform.changeChoice', { ...place, code: 'web', zh: '网站', en: 'Website' }],
      ['platform.retireChoice', { ...place, code: 'web' }],
      ['platform.restoreChoice', { ...place, code: 'web' }],
      ['platform.moveChoice', { ...place, code: 'web' }],
    ] as const)
      expect(see(await caller.post(`actions/${action}`, { input, mode: 'preview' })).status, `${person} ${action}`).toBe(
        person === 'admin' ? 200 : 403,
      )
    const { id, version } = (await (await company.as('admin')).get('records/customField?limit=1')).body.items[0]
    const asSeen = { headers: { 'if-match': `"${version}"` } }
    for (const action of ['customField.edit', 'customField.recycle', 'platform.countField'])
      expect(see(await caller.post(`actions/${action}`, { on: id, mode: 'preview' }, asSeen)).status, `${person} ${action}`).toBe(
        person === 'admin' ? 200 : 403,
      )
    const replaced = { on: traces.xizi!.id, input: { field: 'source', from: 'web', to: 'callIn' }, mode: 'preview' }
    expect(see(await caller.post('actions/customer.replaceChoice', replaced)).status).toBe(
      person === 'admin' ? 200 : sees(person, 'xizi', 'card') ? 403 : 404,
    )
    const whole = see(await caller.post('actions/customer.edit', { on: { filter: { and: [] } }, input: { region: 'y' }, mode: 'preview' }))
    expect(whole.status).toBe(may.bulk.includes(person) ? 200 : 403)
    if (whole.status === 200) expect(whole.body.total).toBe((await caller.get('records/customer?limit=0&count=exact')).body.count.value)
    // The ids that the caller himself named come back to him; nothing else of what he may not see does.
    const ids = all.map((key) => traces[key]!.id)
    const named = await caller.post('actions/customer.edit', { on: ids, input: { region: 'z' }, mode: 'preview' })
    see({ ...named, text: ids.reduce((text, id) => text.replaceAll(id, ''), named.text) })
    if (may.bulk.includes(person))
      expect(named.body.items.filter((item: { problem?: unknown }) => !item.problem).length).toBe(visibleTo(person, 'edit').length)
  },
  'GET /api/v1/operations': async (caller, person, see) => {
    const lin = await company.as('lin')
    const { operation } = (await lin.post('actions/customer.edit', { on: all.map((key) => traces[key]!.id), input: { region: '记录' } }))
      .body
    await (await company.as(person === 'li' ? 'zhang' : 'li')).get('records/customer/export?format=csv')
    const own = see(await caller.get('operations?limit=200'))
    expect(own.status).toBe(200)
    const ids = own.body.items.map((item: { id: string }) => item.id)
    expect(ids.includes(operation)).toBe(person === 'lin')
    const everybody = see(await caller.get('operations?all=true&limit=200'))
    expect(everybody.status).toBe(person === 'admin' ? 200 : 403)
    if (person === 'admin') expect(everybody.text).toContain(operation)
  },
  'GET /api/v1/operations/{id}': async (caller, person, see) => {
    const lin = await company.as('lin')
    const made = await lin.post('actions/customer.edit', { on: all.map((key) => traces[key]!.id), input: { region: '总监' } })
    expect(see(await caller.get(`operations/${made.body.operation}`)).status).toBe(['lin', 'admin'].includes(person) ? 200 : 404)
  },
  'POST /api/v1/operations/{id}/undo': async (caller, person, see) => {
    const lin = await company.as('lin')
    const made = await lin.post('actions/customer.edit', { on: all.map((key) => traces[key]!.id), input: { region: `总监 ${person}` } })
    expect(see(await caller.post(`operations/${made.body.operation}/undo`)).status).toBe(['lin', 'admin'].includes(person) ? 200 : 404)
  },
  'POST /api/v1/imports': async (caller, person, see) => {
    const answer = see(await caller.upload('imports', { name: 'a.csv', content: '名称\n某某公司\n' }, { record: 'customer' }))
    expect(answer.status === 201, `${person}: ${answer.text}`).toBe(may.create.includes(person))
  },
  'GET /api/v1/imports': async (caller, person, see) => {
    const answer = see(await caller.get('imports'))
    expect(answer.status).toBe(200)
    const own = person === 'admin' ? undefined : await company.actor(person)
    const foreign = await company.database.rows<{ id: string }>(sql`select id from import where actor_id <> ${own?.id ?? systemActor.id}`)
    if (own) for (const { id } of foreign) expect(answer.text).not.toContain(id)
  },
  ...Object.fromEntries(
    (
      [
        ['GET', ''],
        ['PATCH', ''],
        ['POST', '/preview'],
        ['POST', '/run'],
        ['POST', '/undo'],
        ['GET', '/errors'],
      ] as const
    ).map(([method, tail]): [string, Probe] => [
      `${method} /api/v1/imports/{id}${tail}`,
      async (caller, person, see) => {
        if (['lin', 'admin'].includes(person)) return
        const made = await (
          await company.as('lin')
        ).upload('imports', { name: 'b.csv', content: '名称\n林总的文件\n' }, { record: 'customer' })
        const url = `imports/${made.body.id}${tail}`
        const answer = see(
          method === 'GET' ? await caller.get(url) : method === 'PATCH' ? await caller.patch(url, 1, {}) : await caller.post(url),
        )
        expect(answer.status, `${person} ${method} ${tail}: ${answer.text}`).toBe(404)
      },
    ]),
  ),
  'GET /api/v1/live': async (caller, person) => {
    const address = await company.address()
    const stop = new AbortController()
    const watch = all.map((key) => `customer:${traces[key]!.id}`).join()
    const response = await fetch(`${address}/api/v1/live?watch=${watch}`, {
      headers: { authorization: `Bearer ${caller.token}` },
      signal: stop.signal,
    })
    expect(response.status).toBe(200)
    const { value } = await response.body!.getReader().read()
    stop.abort()
    expect(new TextDecoder().decode(value)).toContain(`"watching":${visibleTo(person).length}`)
  },
  'GET /api/v1/description': async (caller, _, see) => {
    expect(see(await caller.get('description')).status).toBe(200)
  },
  'GET /api/v1/client.ts': async (caller, person, see) => {
    const answer = see(await caller.get('client.ts'))
    expect(answer.status).toBe(200)
    expect(answer.text.includes('export interface Webhook ')).toBe(person === 'admin')
  },
  'GET /api/v1/openapi.json': async (caller, _, see) => {
    expect(see(await caller.get('openapi.json')).status).toBe(200)
  },
  'GET /api/v1/workload': async (caller, person, see) => {
    const { managers } = see(await caller.get('workload')).body
    const known = new Set(managers.map(({ id }: { id: string }) => id))
    const { li, sun } = company.story.people
    expect([known.has(li), known.has(sun)], person).toEqual([
      ['admin', 'lin', 'wang', 'li'].includes(person),
      ['admin', 'lin', 'zhao', 'sun'].includes(person),
    ])
  },
  'POST /api/v1/workload/balance': async (caller, person, see) => {
    const { li, sun } = company.story.people
    const key = all.find((entry) => castCustomers.find((one) => one.key === entry)!.owner === 'li')!
    const answer = see(await caller.post('workload/balance', { moves: [{ customer: traces[key]!.id, from: sun, to: li }] }))
    // Nobody's customers but those of one's own people; and only from whoever has them.
    expect(answer.status, person).toBe(['admin', 'lin'].includes(person) ? 200 : 403)
    if (answer.status === 200) expect(answer.body).toMatchObject({ done: 0, refused: 1 })
  },
  'GET /api/v1/handovers/{id}/checklist': async (caller, person, see) => {
    expect(see(await caller.get(`handovers/${handover}/checklist`)).status, person).toBe(['admin', 'lin'].includes(person) ? 200 : 404)
  },
  'GET /api/v1/visits': async (caller, person, see) => {
    const { visits } = see(await caller.get('visits?on=2026-06-01')).body
    for (const { customer } of visits) {
      const key = all.find((entry) => traces[entry]!.id === customer.id)!
      expect(sees(person, key, 'card')).toBe(true)
    }
  },
  'GET /api/v1/pools/{id}/returns': async (caller, person, see) => {
    const answer = see(await caller.get(`pools/${pool}/returns`))
    expect(answer.status, person).toBe(['admin', 'lin', 'wang', 'li', 'sun'].includes(person) ? 200 : 404)
    if (answer.status !== 200) return
    // Members are told of their own alone; whoever keeps it is told of all, by names that he may read.
    const own = ['li', 'sun'].includes(person)
    expect(answer.body.items.length).toBeGreaterThan(0)
    for (const { id, title, owner } of answer.body.items) {
      if (own) expect(owner.id).toBe(company.story.people[person])
      const key = all.find((entry) => traces[entry]!.id === id)
      expect(title !== null).toBe(key !== undefined && sees(person, key, 'card'))
    }
  },
  'GET /api/v1/pools/{id}/allowance': async (caller, person, see) => {
    const answer = see(await caller.get(`pools/${pool}/allowance`))
    expect(answer.status).toBe(['admin', 'lin', 'wang', 'li', 'sun'].includes(person) ? 200 : 404)
  },
  'GET /api/v1/customers/{id}/pool': async (caller, person, see) => {
    for (const key of all) {
      const answer = see(await caller.get(`customers/${traces[key]!.id}/pool`))
      expect(answer.status, `${person} on ${key}`).toBe(notFoundBelow(person, key, 'card'))
      if (answer.status === 200 && !sees(person, key, 'full')) expect(answer.body.fall).toBe(null)
    }
  },
  'GET /api/v1/retention/{id}/trial': async (caller, person, see) => {
    const answer = see(await caller.get(`retention/${retention}/trial`))
    expect(answer.status).toBe(person === 'admin' ? 200 : 404)
    // Whoever may see the rule sees what it would do, by names that he may read.
    if (person === 'admin') expect(answer.body.items.length).toBeGreaterThan(5)
  },
  'GET /api/v1/setup/{record}': async (caller, person, see) => {
    expect(see(await caller.get('setup/customer')).status).toBe(person === 'admin' ? 200 : 403)
  },
  'GET /api/v1/setup/{record}/next-number': async (caller, person, see) => {
    const rule = 'field=code&pattern=X%7B000%7D&reset=never'
    expect(see(await caller.get(`setup/customer/next-number?${rule}`)).status).toBe(person === 'admin' ? 200 : 403)
  },
  'GET /api/v1/jobs': async (caller, person, see) => {
    expect(see(await caller.get('jobs')).status).toBe(person === 'admin' ? 200 : 403)
  },
  'POST /api/v1/jobs/{id}/retry': async (caller, person, see) => {
    expect(see(await caller.post('jobs/00000000-0000-7000-8000-000000000000/retry')).status).toBe(person === 'admin' ? 409 : 403)
  },
  'GET /api/v1/me': async (caller, person, see) => {
    expect(see(await caller.get('me')).body.roles).toHaveLength(1)
    expect(person).toBeTruthy()
  },
  // How one signs in is changed at a screen; no token reaches it (engine/sign-in has the tests of who may).
  ...Object.fromEntries(
    (
      [
        ['GET', 'me/security'],
        ['POST', 'me/confirm', { password: 'x' }],
        ['POST', 'me/password', { current: 'x', password: 'long enough to be one' }],
        ['DELETE', 'me/sessions/{id}'],
        ['POST', 'me/sessions/end-others'],
        ['POST', 'me/second-factor'],
        ['POST', 'me/second-factor/confirm', { code: '123456' }],
        ['DELETE', 'me/second-factor'],
        ['POST', 'me/backup-codes'],
        ['POST', 'me/tokens', { name: 'x', days: 1 }],
        ['DELETE', 'me/tokens/{id}'],
        ['GET', 'users/{id}/security'],
        ['DELETE', 'users/{id}/sessions/{session}'],
        ['POST', 'users/{id}/recovery-link'],
        ['POST', 'users/{id}/tokens', { name: 'x', days: 1 }],
        ['DELETE', 'users/{id}/tokens/{token}'],
        ['DELETE', 'users/{id}/accounts/{provider}'],
        ['POST', 'me/passkeys/begin'],
        ['POST', 'me/passkeys', { name: 'x', response: {} }],
        ['DELETE', 'me/passkeys/{id}'],
        ['POST', 'me/confirm/passkey/begin'],
        ['POST', 'me/confirm/passkey', { response: {} }],
        ['POST', 'me/confirm/providers/{id}'],
        ['PUT', 'identity-providers/{id}/secret', { secret: 'x' }],
        ['POST', 'users/{id}/simulate', { reason: 'to see' }],
        ['POST', 'simulation/end'],
      ] as const
    ).map(([method, path, body]): [string, Probe] => [
      `${method} /api/v1/${path}`,
      async (caller, person, see) => {
        const url = path.replace('{id}', company.story.people.li!).replace(/\{\w+\}/, company.story.people.li!)
        const answer = see(await caller.request(method, url, { body }))
        expect(answer.status, `${person} ${method} ${path}: ${answer.text}`).toBe(403)
      },
    ]),
  ),
  'GET /api/v1/sign-in': async (caller, _, see) => {
    expect(see(await caller.get('sign-in')).body).toEqual({
      recovery: 'administrator',
      passkeysAt: 'http://localhost',
      providers: [],
    })
  },
  'POST /api/v1/sign-in/passkey/begin': async (caller, _, see) => {
    const { body } = see(await caller.post('sign-in/passkey/begin'))
    expect([body.rpId, body.allowCredentials]).toEqual(['localhost', undefined])
  },
  'POST /api/v1/sign-in/passkey': async (caller, _, see) => {
    expect(see(await caller.post('sign-in/passkey', { response: {} })).status).toBe(400)
  },
  'POST /api/v1/sign-in/code/passkey/begin': async (caller, _, see) => {
    expect(see(await caller.post('sign-in/code/passkey/begin')).status).toBe(403)
  },
  'POST /api/v1/sign-in/code/passkey': async (caller, _, see) => {
    expect(see(await caller.post('sign-in/code/passkey', { response: {} })).status).toBe(400)
  },
  'POST /api/v1/sign-in/set-up/passkey/begin': async (caller, _, see) => {
    expect(see(await caller.post('sign-in/set-up/passkey/begin')).status).toBe(403)
  },
  'POST /api/v1/sign-in/set-up/passkey': async (caller, _, see) => {
    expect(see(await caller.post('sign-in/set-up/passkey', { name: 'x', response: {} })).status).toBe(400)
  },
  'POST /api/v1/sign-in/providers/{id}': async (caller, _, see) => {
    expect(see(await caller.post(`sign-in/providers/${company.story.people.li}`)).body.code).toBe('provider-off')
  },
  'GET /api/v1/sign-in/return': async (caller, _, see) => {
    expect(see(await caller.get('sign-in/return?code=x&state=y')).headers.location).toBe('/#sign-in=step-over')
  },
  'GET /api/v1/identity-providers/{id}': async (caller, person, see) => {
    expect(see(await caller.get(`identity-providers/${company.story.people.li}`)).status).toBe(person === 'admin' ? 404 : 403)
  },
  'POST /api/v1/identity-providers/{id}/check': async (caller, person, see) => {
    expect(see(await caller.post(`identity-providers/${company.story.people.li}/check`)).status).toBe(person === 'admin' ? 404 : 403)
  },
  'POST /api/v1/sign-in/code': async (caller, _, see) => {
    expect(see(await caller.post('sign-in/code', { code: '123456' })).status).toBe(403)
  },
  'POST /api/v1/sign-in/set-up': async (caller, _, see) => {
    expect(see(await caller.post('sign-in/set-up')).status).toBe(403)
  },
  'POST /api/v1/sign-in/set-up/confirm': async (caller, _, see) => {
    expect(see(await caller.post('sign-in/set-up/confirm', { code: '123456' })).status).toBe(403)
  },
  'POST /api/v1/recovery': async (caller, person, see) => {
    expect(see(await caller.post('recovery', { email: `${person}@yunshan.demo` })).status).toBe(204)
  },
  'POST /api/v1/recovery/password': async (caller, _, see) => {
    expect(see(await caller.post('recovery/password', { secret: 'x', password: 'long enough to be one' })).status).toBe(404)
  },
  'POST /api/v1/sign-in': async (caller, person, see) => {
    expect(see(await caller.post('sign-in', { email: `${person}@nowhere.example`, password: 'not the one' })).status).toBe(401)
  },
  'POST /api/v1/sign-out': async (caller, _, see) => {
    expect(see(await caller.post('sign-out')).status).toBe(204)
  },
  'GET /api/v1/demo': async (caller, _, see) => {
    expect(see(await caller.get('demo')).status).toBe(200)
  },
  'GET /healthz': async (caller, _, see) => {
    expect(see(await caller.get('/healthz')).body).toEqual({ status: 'alive' })
  },
  'GET /readyz': async (caller, _, see) => {
    expect([200, 503]).toContain(see(await caller.get('/readyz')).status)
  },
}

describe('the walk through every route', () => {
  it('knows every route of the product and no other', () => {
    expect(company.routes.map((route) => `${route.method} ${route.path}`).sort()).toEqual(Object.keys(walk).sort())
  })

  for (const [route, probe] of Object.entries(walk))
    it(
      route,
      async () => {
        for (const person of people)
          await probe(await company.as(person), person, (answer) => {
            expect(answer.status, `${person}: ${answer.text.slice(0, 300)}`).toBeLessThan(route === 'GET /readyz' ? 504 : 500)
            expectNoLeak(person, answer)
            return answer
          })
      },
      90_000,
    )

  it('closes every route that is not open to whoever is not signed in', async () => {
    const address = await company.address()
    for (const route of company.routes) {
      const response = await fetch(`${address}${route.path.replace(/\{\w+\}/g, 'x')}`, {
        method: route.method,
        headers: { 'x-requested-with': 'test' },
      })
      await response.body?.cancel()
      if (route.open) expect(response.status, route.path).not.toBe(401)
      else if (response.status !== 401) expect.fail(`${route.method} ${route.path} answers ${response.status} to a stranger`)
    }
  })
})
