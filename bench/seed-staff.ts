import { systemActor } from '#engine/access/actor.ts'
import { keepPassword } from '#engine/sign-in/passwords.ts'
import { verbOf } from '#engine/action/derived.ts'
import { perform } from '#engine/action/perform.ts'
import type { Runtime } from '#engine/runtime.ts'
import { sql } from '#engine/store/sql.ts'
import { cities, personName, skewed, type Random } from '../app/demo/names.ts'

/** People whose views are measured. Their sign-in names are fixed. */
export const measured = {
  director: 'director@bench.local',
  head: 'head@bench.local',
  sales: 'sales@bench.local',
  collaborator: 'collaborator@bench.local',
  nobody: 'nobody@bench.local',
} as const

/** Somebody of the seeded company, and where he works. */
export interface Staff {
  id: string
  department: string
}

/** Departments and users of the seeded company, and the people whose views are measured. */
export async function makeStaff(
  runtime: Runtime,
  random: Random,
): Promise<{ departments: string[]; users: Staff[]; people: Record<keyof typeof measured, Staff> }> {
  const { house, database } = runtime
  const create = (record: string) => verbOf(house, house.shapes.get(record)!, 'create')
  const make = async (record: string, inputs: Record<string, unknown>[]) => {
    const ids: string[] = []
    for (let at = 0; at < inputs.length; at += 500)
      ids.push(
        ...(
          await perform(
            runtime,
            systemActor,
            create(record),
            inputs.slice(at, at + 500).map((input) => ({ input })),
          )
        ).items.map((item) => item.id!),
      )
    return ids
  }
  const roles = new Map(
    (await database.rows<{ id: string; code: string }>(sql`select id, code from role`)).map((role) => [role.code, role.id]),
  )
  // Group, divisions, departments: 1 + 9 + 110. The measured head stands over one division's department and three below it.
  const [group] = await make('department', [{ name: '总公司' }])
  const divisions = await make(
    'department',
    Array.from({ length: 9 }, (_, i) => ({ name: `${cities[i]}分公司`, parent: group })),
  )
  const teams = await make(
    'department',
    Array.from({ length: 110 }, (_, i) => ({
      name: `${cities[i % 9]}销售${Math.floor(i / 9) + 1}部`,
      parent: i >= 107 ? undefined : divisions[i % 9],
    })),
  )
  const headTree = [teams[40]!, ...teams.slice(107)]
  await perform(
    runtime,
    systemActor,
    verbOf(house, house.shapes.get('department')!, 'edit'),
    teams.slice(107).map((id) => ({ id, input: { parent: teams[40] } })),
  )
  const departments = [group!, ...divisions, ...teams]
  const plain = Array.from({ length: 1195 }, (_, i) => ({
    name: personName(random),
    email: `u${i}@bench.local`,
    department: departments[skewed(random, departments.length, 1.6)]!,
    roles: [roles.get('sales')],
  }))
  const ids = await make('user', plain)
  const users = ids.map((id, i): Staff => ({ id, department: plain[i]!.department }))
  const special = [
    { name: '总监', email: measured.director, department: group, roles: [roles.get('director')] },
    { name: '主管', email: measured.head, department: headTree[0], roles: [roles.get('departmentHead')] },
    { name: '销售', email: measured.sales, department: teams[20], roles: [roles.get('sales')] },
    { name: '协作', email: measured.collaborator, department: teams[21], roles: [roles.get('collaborator')] },
    { name: '访客', email: measured.nobody, department: teams[22], roles: [roles.get('collaborator')] },
  ]
  const specialIds = await make('user', special)
  for (const id of specialIds) await keepPassword(database, id, 'bench-password')
  const people = Object.fromEntries(
    Object.keys(measured).map((key, i) => [key, { id: specialIds[i]!, department: special[i]!.department! }]),
  ) as Record<keyof typeof measured, Staff>
  return { departments, users, people }
}
