import { randomBytes } from 'node:crypto'
import { systemActor } from '#engine/access/actor.ts'
import { keepPassword } from '#engine/access/credentials.ts'
import { verbOf } from '#engine/action/derived.ts'
import { perform } from '#engine/action/perform.ts'
import type { Runtime } from '#engine/runtime.ts'
import { sql } from '#engine/store/sql.ts'
import { builtInRoles } from '#cap/platform'
import { castPassword } from '../capabilities/staff/cast.ts'
import { demoPeople, fillDemo } from './demo/index.ts'
import type { Settings } from './open.ts'

/** Makes what an empty database needs: roles, the first administrator, the demo company. Returns how to sign in. */
export async function firstStart(
  runtime: Runtime,
  settings: Settings,
  place: { isEmbedded: boolean; say: (text: string) => void },
): Promise<string> {
  const { database, house } = runtime
  let isMine = false
  await database.transaction(async (tx) => {
    // Several nodes may start on one empty database: one of them fills it.
    await tx.run(sql`select pg_advisory_xact_lock(hashtext('zhike.first'))`)
    const user = await tx.row(sql`select 1 from "user" limit 1`)
    isMine = !user
    if (user) return
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
    await keepPassword(tx, admin.items[0]!.id!, password)
    if (!settings.adminPassword) place.say(`\n首个管理员(仅显示这一次) First administrator, shown this once:\n  ${email}  /  ${password}`)
  })
  const wantsDemo = settings.demo ?? place.isEmbedded
  if (isMine && wantsDemo) {
    place.say('正在填入演示公司… Filling in the demo company …')
    await fillDemo(runtime)
  }
  const people = await demoPeople(runtime)
  if (people.length === 0) return ''
  const width = Math.max(...people.map((person) => person.email.length))
  return `\n演示用户(密码均为 ${castPassword},仅本机可用)\nDemo users (password ${castPassword}, from this machine only)\n${people.map((person) => `  ${person.email.padEnd(width)}  ${person.words.zh} · ${person.words.en}`).join('\n')}\n`
}
