import { systemActor } from '#engine/access/actor.ts'
import { initialValue } from '#engine/action/values.ts'
import { openSealKey } from '#engine/event/keys.ts'
import { sealOnce } from '#engine/event/seal.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { claimsOf, insertClaims } from '#engine/store/claims.ts'
import { newId } from '#engine/store/id.ts'
import type { StoredRow } from '#engine/store/rows.ts'
import { sql } from '#engine/store/sql.ts'
import { tableOf } from '#engine/store/table.ts'
import { indexStatement } from '#engine/store/schema-diff.ts'
import { insertRows } from '#engine/store/writes.ts'
import { snake } from '#engine/store/columns.ts'
import { bureauName, cities, companyName, industries, personName, pick, randomOf, skewed } from '../app/demo/names.ts'
import { makeStaff, type Staff } from './seed-staff.ts'

/**
 * Fills an empty database with a large company, skewed like life: a few departments, owners and customers have most of everything.
 * A tool for measuring, not a way in: it writes past the rights, but through the same row writers, and leaves events, identities and
 * seals as the product would.
 */

export interface SeedReport {
  customers: number
  contacts: number
  activities: number
  shares: number
  users: number
  departments: number
  seconds: number
}

const kinds = ['enterprise', 'enterprise', 'person', 'person', 'person', 'household', 'government'] as const
const stages = ['potential', 'potential', 'potential', 'developing', 'developing', 'growing', 'mature', 'ended'] as const
const sources = ['walkIn', 'callIn', 'web', 'web', 'referral', 'campaign', 'partner', 'other'] as const
const talks = ['介绍产品', '回访', '确认报价', '约见面', '处理投诉', '节日问候', '催款', '签约准备', '了解需求', '送资料']
const day = 86_400_000

function blankRow(shape: Shape, at: number, by: string): StoredRow {
  const moment = new Date(at).toISOString()
  const row: StoredRow = {
    id: newId(at),
    version: 1,
    createdAt: moment,
    createdBy: by,
    updatedAt: moment,
    updatedBy: by,
    deletedAt: null,
    rootId: '',
  }
  for (const field of shape.fields.values()) if (field.storage === 'column') row[field.name] = initialValue(field, undefined, systemActor)
  row.rootId = row.id
  return row
}

/** Writes the events of rows as the product would have: set-wise, by the database from what it holds. */
const createdEvents = (shape: Shape, fields: readonly string[], upTo: string, after: string) => {
  const column = (name: string) =>
    `'${name}', jsonb_build_array(null, "${snake(name)}${['owner', 'department', 'customer', 'by'].includes(name) ? '_id' : ''}")`
  const root = shape.chain.length === 0 ? 'id' : 'customer_id'
  return sql`with made as (
      insert into event (id, at, type, v, actor_id, actor_kind, operation_id, record, record_id, root_record, root_id, version, changes, salt)
      select id, created_at, ${`${shape.name}.created`}, 1, coalesce(created_by_id, ${systemActor.id}), 'user', id, ${shape.name}, id, ${shape.root.name}, ${sql.raw(root)}, 1,
        jsonb_build_object(${sql.raw(fields.map(column).join(', '))}), decode(md5(id::text), 'hex')
      from ${sql.id(snake(shape.name))} where id > ${after}::uuid and id <= ${upTo}::uuid returning id)
    insert into event_pending (event_id) select id from made`
}

export async function seed(runtime: Runtime, wanted: number, say: (text: string) => void): Promise<SeedReport> {
  const started = Date.now()
  const { database, house } = runtime
  const random = randomOf(20261122)
  const activitiesWanted = wanted * 3
  const sharesWanted = Math.round(wanted / 5)
  if (await database.row(sql`select 1 from customer limit 1`))
    throw new Error('种子数据只能填入没有客户的数据库。Seeding needs a database without customers.')
  say('部门与用户 departments and users')
  const { departments, users, people } = await makeStaff(runtime, random)
  const [customer, contact, activity] = ['customer', 'contact', 'activity'].map((name) => house.shapes.get(name)!) as [Shape, Shape, Shape]
  const shapes = [customer, contact, activity]
  for (const shape of shapes)
    for (const index of tableOf(shape).indexes) await database.run(sql`drop index if exists ${sql.id(index.name)}`)

  const now = Date.now()
  const begin = now - 1100 * day
  const ids: string[] = []
  const owners: Staff[] = []
  const times: number[] = []
  let claims: ReturnType<typeof claimsOf> = []
  let pending: Promise<unknown> = Promise.resolve()
  for (let at = 0; at < wanted; at += 2000) {
    const rows: StoredRow[] = []
    const contacts: StoredRow[] = []
    for (let i = at; i < Math.min(wanted, at + 2000); i++) {
      const owner = i % Math.max(1, Math.floor(wanted / 300)) === 7 && i < wanted ? people.sales : users[skewed(random, users.length, 1.5)]!
      const made = begin + Math.floor((i / wanted) * 1090 * day)
      const row = blankRow(customer, made, owner.id)
      const city = pick(random, cities)
      const industry = pick(random, industries)
      row.kind = pick(random, kinds)
      row.name =
        row.kind === 'enterprise'
          ? companyName(random, city, industry)
          : row.kind === 'government'
            ? bureauName(random, city)
            : row.kind === 'household'
              ? `${personName(random)}家`
              : personName(random)
      row.code = `C${new Date(made).getUTCFullYear()}-${String(i + 1).padStart(7, '0')}`
      row.stage = pick(random, stages)
      const rank = random()
      row.tier = rank < 0.05 ? 'A' : rank < 0.2 ? 'B' : rank < 0.85 ? 'C' : null
      row.source = random() < 0.9 ? pick(random, sources) : null
      row.industry = row.kind === 'enterprise' ? industry : null
      row.region = city
      row.phone = row.kind === 'enterprise' && random() < 0.6 ? `+86571${80_000_000 + i}` : null
      row.owner = owner.id
      row.department = owner.department
      row.lastContactAt = random() < 0.8 ? new Date(Math.min(now, made + random() * (now - made))).toISOString() : null
      ids.push(row.id)
      owners.push(owner)
      times.push(made)
      rows.push(row)
      if (row.kind === 'person' || random() < 0.3) {
        const human = blankRow(contact, made, owner.id)
        Object.assign(human, {
          name: row.kind === 'person' ? row.name : personName(random),
          customer: row.id,
          rootId: row.id,
          '^owner': owner.id,
          '^department': owner.department,
          roles: row.kind === 'person' ? ['self'] : [],
          mobile: `+861${3_000_000_000 + i * 3}`,
        })
        row.primaryContact = human.id
        contacts.push(human)
        claims.push(...claimsOf(contact, human))
      }
      claims.push(...claimsOf(customer, row))
    }
    const batch = claims
    claims = []
    // The next rows are made while these are written.
    await pending
    pending = (async () => {
      await insertRows(database, customer, rows)
      await insertRows(database, contact, contacts)
      await insertClaims(database, batch)
    })()
    if (at % 100_000 === 0) say(`客户 customers ${at}`)
  }
  await pending

  // Activities gather on few customers, which are scattered over the whole base.
  const stride = 7919
  for (let at = 0; at < activitiesWanted; at += 4000) {
    const rows: StoredRow[] = []
    for (let i = at; i < Math.min(activitiesWanted, at + 4000); i++) {
      const place = (skewed(random, wanted, 2.6) * stride) % wanted
      const owner = owners[place]!
      const when = begin + Math.floor((i / activitiesWanted) * 1095 * day)
      const row = blankRow(activity, when, owner.id)
      Object.assign(row, {
        subject: `${pick(random, talks)}`,
        customer: ids[place],
        rootId: ids[place],
        '^owner': owner.id,
        '^department': owner.department,
        kind: pick(random, ['call', 'call', 'visit', 'mail', 'message', 'meeting']),
        state: random() < 0.9 ? 'done' : 'planned',
        at: new Date(Math.max(when, times[place]!)).toISOString(),
        by: owner.id,
        body: random() < 0.5 ? `与客户沟通了${pick(random, talks)},对方表示会考虑后答复。` : null,
        outcome: random() < 0.3 ? '已沟通' : null,
      })
      rows.push(row)
    }
    await pending
    pending = insertRows(database, activity, rows)
    if (at % 400_000 === 0) say(`联系记录 activities ${at}`)
  }
  await pending

  say('共享 shares')
  const shares = new Map<string, { principal: string; at: number }>()
  for (let i = 0; i < 300; i++) share(people.sales, Math.floor(((i + 0.4) / 300) * wanted))
  for (let i = 0; i < 20; i++) share(people.collaborator, Math.floor(((i + 0.3) / 20) * wanted))
  while (shares.size < sharesWanted) share(users[skewed(random, users.length, 1.3)]!, Math.floor(random() * wanted))
  function share(person: Staff, at: number) {
    shares.set(`${person.id} ${at}`, { principal: person.id, at })
  }
  const list = [...shares.values()]
  for (let at = 0; at < list.length; at += 5000) {
    const part = list.slice(at, at + 5000)
    await database.run(
      sql`insert into collaborator (principal_id, record, record_id, level, until, record_created_at, created_at, created_by_id)
        select p, 'customer', c, 'full', null, t, now(), ${systemActor.id} from unnest(${part.map((entry) => entry.principal)}::uuid[], ${part.map((entry) => ids[entry.at])}::uuid[], ${part.map((entry) => new Date(times[entry.at]!).toISOString())}::timestamptz[]) as v(p, c, t) on conflict do nothing`,
    )
  }

  say('索引 indexes')
  for (const shape of shapes)
    for (const index of tableOf(shape).indexes)
      await database.run(sql.raw(`set statement_timeout = 0; ${indexStatement(snake(shape.name), index)} reset statement_timeout;`))
  say('事件 events')
  const step = Math.ceil(wanted / 20)
  for (let at = 0, after = '00000000-0000-0000-0000-000000000000'; at < wanted; at += step) {
    const upTo = at + step >= wanted ? 'ffffffff-ffff-ffff-ffff-ffffffffffff' : ids[at + step - 1]!
    for (const [shape, fields] of [
      [customer, ['name', 'kind', 'stage', 'owner', 'department']],
      [contact, ['name', 'customer']],
      [activity, ['subject', 'customer', 'kind', 'by']],
    ] as const)
      await database.run(createdEvents(shape, fields, upTo, after))
    after = upTo
  }
  say('封存 seals')
  const key = openSealKey(runtime.folder)
  for (let done = 1; done > 0;) done = (await sealOnce(database, key, 20_000)).sealed
  say('整理 vacuum analyze')
  for (const table of ['customer', 'contact', 'activity', 'collaborator', 'claim', 'event', 'seal', 'event_pending'])
    await database.run(sql.raw(`vacuum analyze "${table}"`))
  const count = async (table: string) => (await database.row<{ n: number }>(sql`select count(*) as n from ${sql.id(table)}`))!.n
  return {
    customers: wanted,
    contacts: await count('contact'),
    activities: activitiesWanted,
    shares: list.length,
    users: users.length + 5,
    departments: departments.length,
    seconds: Math.round((Date.now() - started) / 1000),
  }
}
