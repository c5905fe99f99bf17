import type { Queries } from '#engine/store/database.ts'
import type { Secrecy } from '#engine/record/secrecy.ts'
import { sql } from '#engine/store/sql.ts'
import type { Locale } from '#engine/text/words.ts'
import type { Actor, FieldRight, Grant, Role } from './actor.ts'

interface UserRow {
  id: string
  name: string
  department: string | null
  superior: string | null
  roles: string[]
  isActive: boolean
}

/** Everything below each of these, by who or what stands above whom; a ring ends where it began. */
function below(above: ReadonlyMap<string, readonly string[]>, from: string): string[] {
  const found = new Set<string>()
  const left = [...(above.get(from) ?? [])]
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (found.has(next)) continue
    found.add(next)
    left.push(...(above.get(next) ?? []))
  }
  return [...found]
}

const byAbove = (rows: readonly { id: string; above: string | null }[]): Map<string, string[]> => {
  const map = new Map<string, string[]>()
  for (const { id, above } of rows) if (above) map.set(above, [...(map.get(above) ?? []), id])
  return map
}

/**
 * Every active user as an actor, in the order of ids: for questions about all people at once. Four reads whatever their number; who somebody is
 * comes out as `load-actor.ts` has it for one (a test holds them together). Within a transaction it tells what its changes would make of them.
 */
export async function everybody(queries: Queries, locale: Locale): Promise<Actor[]> {
  const users = await queries.rows<UserRow>(
    sql`select id, name, department_id as department, superior_id as superior, roles_ids as roles, is_active as "isActive" from "user" where deleted_at is null order by id`,
  )
  const departments = await queries.rows<{ id: string; above: string | null }>(
    sql`select id, parent_id as above from department where deleted_at is null`,
  )
  const roles = new Map(
    (
      await queries.rows<{ id: string; code: string; grants: Grant[]; fieldRights: FieldRight[]; clearance: Secrecy; clearsOwn: boolean }>(
        sql`select id, code, grants, field_rights as "fieldRights", coalesce(clearance, 'internal') as clearance, clears_own as "clearsOwn" from role where deleted_at is null order by id`,
      )
    ).map((role): [string, Role] => [role.id, role]),
  )
  const living = new Set(departments.map(({ id }) => id))
  const parts = byAbove(departments)
  const people = byAbove(users.map(({ id, superior }) => ({ id, above: superior })))
  return users
    .filter((user) => user.isActive)
    .map((user) => ({
      kind: 'user' as const,
      id: user.id,
      name: user.name,
      locale,
      roles: user.roles.flatMap((id) => roles.get(id) ?? []),
      departments: user.department ? [user.department] : [],
      departmentTree:
        user.department && living.has(user.department) ? [...new Set([user.department, ...below(parts, user.department)])] : [],
      subordinates: below(people, user.id).filter((id) => id !== user.id),
      epoch: 0,
    }))
}
