import { randomBytes } from 'node:crypto'
import { systemActor } from '#engine/access/actor.ts'
import { keepPassword } from '#engine/sign-in/passwords.ts'
import { verbOf } from '#engine/action/derived.ts'
import { perform } from '#engine/action/perform.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Database, Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { builtInPlans, stopPlan } from '#cap/communication'
import { builtInRetention } from '#cap/customers'
import { builtInExportRules, builtInRoles, builtInViews } from '#cap/platform'
import { builtInCalendars, salesOfficeDays } from '#cap/staff'
import { castPassword } from '../capabilities/staff/cast.ts'
import { demoPeople, fillDemo } from './demo/index.ts'
import type { Settings } from './open.ts'

// Held while a new installation is filled, so that nodes that start together fill it once.
async function holdFilling(tx: Queries): Promise<void> {
  await tx.run(sql`set local lock_timeout = 0`)
  await tx.run(sql`set local statement_timeout = '10min'`)
  await tx.run(sql`select pg_advisory_xact_lock(hashtext('zhike.first'))`)
}

async function isHalfMade(queries: Queries): Promise<boolean> {
  const there = await queries.row<{ found: string | null }>(sql`select to_regclass('installation') as found`)
  return Boolean(there?.found) && (await queries.row(sql`select 1 from installation where name = 'filling'`)) !== undefined
}

/**
 * A first start that was killed half-way has left part of what it makes, and nothing that anybody entered: it never answered a request.
 * Such a database is emptied and made anew.
 */
export async function clearHalfMade(database: Database, say: (text: string) => void): Promise<void> {
  await database.transaction(async (tx) => {
    // Waits for a node that is filling it now, and for what a killed one had asked for and the database is still at.
    await holdFilling(tx)
    if (!(await isHalfMade(tx))) return
    say('上次首次启动被中断，重新建立。 The first start was interrupted; starting anew.')
    await tx.run(sql`drop schema if exists queue cascade`)
    await tx.run(sql`drop schema public cascade`)
    await tx.run(sql`create schema public`)
  })
}

/** The working calendars of an empty database: the standard one, and that of sales offices with its days off. */
async function layOutCalendars(runtime: Runtime): Promise<void> {
  const create = (record: string, inputs: readonly object[]) =>
    perform(
      runtime,
      systemActor,
      verbOf(runtime.house, runtime.house.shapes.get(record)!, 'create'),
      inputs.map((input) => ({ input: input as Record<string, unknown> })),
    )
  const { items } = await create('workingCalendar', builtInCalendars)
  await create(
    'specialDay',
    salesOfficeDays.map((day) => ({ ...day, calendar: items.at(-1)!.id })),
  )
}

/** The roles, the working calendars and the first administrator of an empty database. */
export async function layFoundations(
  runtime: Runtime,
  settings: Pick<Settings, 'adminEmail' | 'adminPassword'>,
): Promise<{ email: string; password: string }> {
  const { database, house } = runtime
  const role = house.shapes.get('role')!
  const made = await perform(
    runtime,
    systemActor,
    verbOf(house, role, 'create'),
    builtInRoles.map((input) => ({ input })),
  )
  const administrator = made.items[builtInRoles.findIndex((entry) => entry.code === 'administrator')]!.id!
  const email = settings.adminEmail ?? 'admin@zhike.local'
  const password = settings.adminPassword ?? randomBytes(9).toString('base64url')
  const admin = await perform(runtime, systemActor, verbOf(house, house.shapes.get('user')!, 'create'), [
    { input: { name: '管理员', email, roles: [administrator] } },
  ])
  await keepPassword(database, admin.items[0]!.id!, password)
  // Off, as every rule that nobody has tried.
  await perform(
    runtime,
    systemActor,
    verbOf(house, house.shapes.get('retentionRule')!, 'create'),
    builtInRetention.map((input) => ({ input: { ...input, owner: admin.items[0]!.id! } })),
  )
  await perform(
    runtime,
    systemActor,
    verbOf(house, house.shapes.get('exportRule')!, 'create'),
    builtInExportRules.map((input) => ({ input })),
  )
  await layOutCalendars(runtime)
  await layOutPlans(runtime)
  return { email, password }
}

/** The plans that an administrator may start: nobody is asked for anything before. */
async function layOutPlans(runtime: Runtime): Promise<void> {
  const plan = runtime.house.shapes.get('contactPlan')!
  const { items } = await perform(
    runtime,
    systemActor,
    verbOf(runtime.house, plan, 'create'),
    builtInPlans.map((input) => ({ input })),
  )
  await perform(
    runtime,
    systemActor,
    stopPlan,
    items.map(({ id }) => ({ id: id! })),
  )
}

/** The views of lists that everybody finds at the beginning. */
async function layOutViews(runtime: Runtime): Promise<void> {
  const view = runtime.house.shapes.get('view')!
  await perform(
    runtime,
    systemActor,
    verbOf(runtime.house, view, 'create'),
    builtInViews.map((input) => ({ input })),
  )
}

/** Makes what an empty database needs: roles, views, the first administrator, the demo company. Returns how to sign in. */
export async function firstStart(
  runtime: Runtime,
  settings: Settings,
  place: { isEmbedded: boolean; say: (text: string) => void },
): Promise<string> {
  const { database } = runtime
  await database.transaction(async (tx) => {
    await tx.run(sql`set local idle_in_transaction_session_timeout = 0`)
    await holdFilling(tx)
    // Another node began and was killed while this one waited; to go on would be to work in what the next start throws away.
    if (await isHalfMade(tx)) throw new Error('首次启动被中断，请重新启动。\nThe first start was interrupted on another node; start again.')
    if (await database.row(sql`select 1 from "user" limit 1`)) return
    await database.run(sql`insert into installation (name, value, at) values ('filling', '{}', now())`)
    const { email, password } = await layFoundations(runtime, settings)
    await layOutViews(runtime)
    if (!settings.adminPassword) place.say(`\n首个管理员（仅显示这一次） First administrator, shown this once:\n  ${email}  /  ${password}`)
    const demo = settings.demo ?? (place.isEmbedded ? 'whole' : 'none')
    if (demo !== 'none') {
      place.say('正在填入演示公司… Filling in the demo company …')
      await fillDemo(runtime, demo)
    }
    await database.run(sql`delete from installation where name = 'filling'`)
  })
  const people = await demoPeople(runtime)
  if (people.length === 0) return ''
  const width = Math.max(...people.map((person) => person.email.length))
  return `\n演示用户（密码均为 ${castPassword}，仅本机可用）\nDemo users (password ${castPassword}, from this machine only)\n${people.map((person) => `  ${person.email.padEnd(width)}  ${person.words.zh} · ${person.words.en}`).join('\n')}\n`
}
