import type { Actor, Role } from '#engine/access/actor.ts'
import { listRecords, readRecord } from '#engine/access/read.ts'
import { titlesOf } from '#engine/access/titles.ts'
import { findRecords } from '#engine/search/find.ts'
import type { Runtime } from '#engine/runtime.ts'
import { dayAt } from '#engine/time/zone.ts'
import { filesOf, namesOf, ringOf, settingById, visitsOf } from './queries.ts'
import { isValid, validThrough } from './rules/files.ts'
import { readRing, type KeptRing } from './rules/ring-rows.ts'
import { lookAhead } from './rules/rotation.ts'
import { settingsOf } from './rules/site-settings.ts'

const zone = 'Asia/Shanghai'
const idOf = (link: unknown): string | null => (link as { id: string } | null)?.id ?? null

/** Today's running shifts that one may see: the desk's, or those on which one stands. */
export async function shiftsFor(runtime: Runtime, actor: Actor) {
  const today = dayAt(new Date(runtime.clock()).toISOString())
  const filter = {
    and: [
      { field: 'day', op: 'eq', value: today },
      { field: 'state', op: 'eq', value: 'open' },
    ],
  }
  const shape = runtime.house.shapes.get('shift')!
  const { items } = await listRecords(runtime, actor, shape, {
    filter,
    limit: 50,
    fields: ['name', 'site', 'day', 'begins', 'ends', 'members'],
  })
  return { today, items: items.sort((a, b) => String(a.begins).localeCompare(String(b.begins))) }
}

/**
 * The live picture of a shift. Customers are named to those who see their card; a salesperson of the shift sees his own visitor, the desk all.
 */
export async function pictureOf(runtime: Runtime, actor: Actor, id: string) {
  const { house, database, clock } = runtime
  const shift = await readRecord(runtime, actor, house.shapes.get('shift')!, id)
  const now = new Date(clock()).toISOString()
  const settings = settingsOf(await settingById(database, idOf(shift.setting)))
  const rotation = readRing((await ringOf(database, id)) as KeptRing)
  const ahead = lookAhead(rotation, now, settings)
  const visits = await visitsOf(database, id)
  const names = await namesOf(database, [...rotation.ring.map(({ user }) => user), ...visits.flatMap(({ receiver }) => receiver ?? [])])
  const titles = await titlesOf(
    runtime,
    actor,
    house.shapes.get('customer')!,
    visits.map(({ customer }) => customer),
  )
  const isDesk = shift.can.level === 'edit'
  const seen = visits.filter(({ receiver }) => isDesk || receiver === actor.id)
  return {
    shift: {
      id,
      name: shift.name,
      site: shift.site,
      day: shift.day,
      begins: shift.begins,
      ends: shift.ends,
      state: shift.state,
      version: shift.version,
    },
    now,
    isDesk,
    me: actor.id,
    ...ahead,
    ring: rotation.ring.map(({ user, presence, owed, skips }) => ({
      user,
      name: names[user] ?? '',
      presence,
      owed: owed.length,
      skips: skips.length,
      turns: visits.filter(({ receiver, turn }) => receiver === user && turn !== null).length,
    })),
    visits: seen.map(({ customer, receiver, ...visit }) => ({
      ...visit,
      customer: titles.has(customer) ? { id: customer, name: titles.get(customer)! } : null,
      receiver: receiver ? { id: receiver, name: names[receiver] ?? '' } : null,
    })),
    bySource: isDesk
      ? [...Map.groupBy(visits, ({ register, source }) => `${register} ${source ?? ''}`)].map(([key, group]) => {
          const [register, source] = key.split(' ')
          return { register, source: source || null, n: group.length }
        })
      : [],
  }
}

/** With the looks of the desk one finds visitors by the whole number, the digits that a mask leaves, and the name, and is told no more than that. */
const deskLooks: Role = {
  id: '00000000-0000-7000-8000-000000000001',
  code: 'desk',
  clearance: 'confidential',
  clearsOwn: false,
  fieldRights: [],
  grants: ['customer', 'contact'].map((record) => ({
    record,
    card: 'all',
    full: 'all',
    edit: 'none',
    create: false,
    recycle: 'none',
    departments: [],
    export: false,
    bulk: false,
    merge: false,
    reveal: false,
    audit: false,
    erase: false,
    approve: false,
  })),
}

/** Whether somebody has been here, who received him, and until when the file is valid: by name, number, or its last digits. Index look-ups alone. */
export async function knownVisitors(runtime: Runtime, actor: Actor, q: string, shiftId: string) {
  const { house, database, clock } = runtime
  const shift = await readRecord(runtime, actor, house.shapes.get('shift')!, shiftId)
  const isDesk = shift.can.level === 'edit'
  const looks: Actor = isDesk ? { ...actor, roles: [...actor.roles, deskLooks] } : actor
  const { groups } = await findRecords(runtime, looks, q, {
    records: ['customer', 'contact'],
    limit: 8,
    isBrief: true,
    fields: ['customer'],
  })
  const found = new Map<string, string | null>()
  for (const { record, items } of groups)
    for (const item of items) {
      const customer = record === 'customer' ? item.id : idOf(item.customer)
      if (customer && !found.has(customer)) found.set(customer, record === 'contact' ? String(item.name ?? '') : null)
    }
  // Whatever is found is named only as far as one sees the customers oneself.
  const titles = await titlesOf(runtime, actor, house.shapes.get('customer')!, found.keys())
  const now = new Date(clock()).toISOString()
  const settings = settingsOf(await settingById(database, idOf(shift.setting)))
  const files = await filesOf(database, [...titles.keys()], now)
  const names = await namesOf(
    database,
    files.flatMap(({ salesperson, drawnTo }) => [salesperson, ...(drawnTo ? [drawnTo] : [])]),
  )
  return {
    items: [...titles].slice(0, 8).map(([customer, name]) => ({
      id: customer,
      name,
      contact: found.get(customer) === name ? null : found.get(customer),
      files: files
        .filter((file) => file.customer === customer)
        .map((file) => {
          const salesperson = file.drawnTo ?? file.salesperson
          const fact = { ...file, salesperson, at: file.drawnAt ?? file.at, of: 'customer' as const, gone: null }
          return {
            salesperson: { id: salesperson, name: names[salesperson] ?? '' },
            at: fact.at,
            register: file.register,
            validThrough: validThrough(fact, settings, zone),
            isValid: isValid(fact, settings, now, zone),
          }
        }),
    })),
  }
}
