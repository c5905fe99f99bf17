import type { Database, Queries } from '#engine/store/database.ts'
import type { Secrecy } from '#engine/record/secrecy.ts'
import { sql } from '#engine/store/sql.ts'
import type { Locale } from '#engine/text/words.ts'
import type { House } from '#engine/record/house.ts'
import { readCircles } from './circles.ts'
import type { Actor, FieldRight, Grant, Role } from './actor.ts'

/**
 * Who somebody is, for rights: the records that rights are made of (user, role, department) are the only ones that the engine knows by name.
 * Facts are kept per user and dropped all together when the epoch of access rises, which every change of those records does.
 */
export interface People {
  /** The actor for a user, or undefined where there is none or he is switched off. */
  actorOf(
    userId: string,
    epoch: number,
    how: { kind: Actor['kind']; locale: Locale; tokenScopes?: readonly string[] },
  ): Promise<Actor | undefined>
}

interface UserRow {
  id: string
  name: string
  department_id: string | null
  roles_ids: string[]
}

/** @param house the declarations, which say what circles there are */
export function openPeople(database: Database, house: () => House): People {
  let epoch = -1
  let kept = new Map<string, Promise<Actor | undefined>>()

  async function load(
    userId: string,
    at: number,
    how: { kind: Actor['kind']; locale: Locale; tokenScopes?: readonly string[] },
  ): Promise<Actor | undefined> {
    const user = await database.row<UserRow>(
      sql`select id, name, department_id, roles_ids from "user" where id = ${userId} and deleted_at is null and is_active`,
    )
    if (!user) return undefined
    const [roles, tree, below] = await Promise.all([
      database.rows<{ id: string; code: string; grants: Grant[]; field_rights: FieldRight[]; clearance: Secrecy; clears_own: boolean }>(
        sql`select id, code, grants, field_rights, coalesce(clearance, 'internal') as clearance, clears_own from role where id = any(${user.roles_ids}::uuid[]) and deleted_at is null`,
      ),
      database.rows<{ id: string }>(
        sql`with recursive tree as (select id from department where id = ${user.department_id}::uuid and deleted_at is null
          union select d.id from department d join tree t on d.parent_id = t.id where d.deleted_at is null) select id from tree`,
      ),
      database.rows<{ id: string }>(
        sql`with recursive below as (select id from "user" where superior_id = ${userId} and deleted_at is null
          union select u.id from "user" u join below b on u.superior_id = b.id where u.deleted_at is null) select id from below`,
      ),
    ])
    const above = await database.rows<{ id: string }>(
      sql`with recursive above as (select id, parent_id from department where id = ${user.department_id}::uuid and deleted_at is null
        union select d.id, d.parent_id from department d join above a on d.id = a.parent_id where d.deleted_at is null) select id from above`,
    )
    const circles = await readCircles(database, house(), {
      id: user.id,
      roles: roles.map((role) => role.id),
      departments: above.map((row) => row.id),
    })
    return {
      kind: how.kind,
      id: user.id,
      name: user.name,
      locale: how.locale,
      roles: roles.map(({ id, code, grants, field_rights: fieldRights, clearance, clears_own: clearsOwn }): Role => ({
        id,
        code,
        grants,
        fieldRights,
        clearance,
        clearsOwn,
      })),
      departments: user.department_id ? [user.department_id] : [],
      departmentTree: tree.map((row) => row.id),
      subordinates: below.map((row) => row.id).filter((id) => id !== userId),
      circles,
      epoch: at,
      ...(how.tokenScopes ? { tokenScopes: how.tokenScopes } : {}),
    }
  }

  return {
    actorOf(userId, at, how) {
      if (at !== epoch) {
        epoch = at
        kept = new Map()
      }
      const key = [userId, how.kind, how.locale, how.tokenScopes?.join() ?? ''].join(' ')
      let actor = kept.get(key)
      if (!actor) {
        if (kept.size > 5000) kept.clear()
        actor = load(userId, at, how)
        kept.set(key, actor)
        actor.catch(() => kept.delete(key))
      }
      return actor
    },
  }
}

/** The state of rights now. */
export const readEpoch = async (queries: Queries): Promise<number> =>
  (await queries.row<{ epoch: number }>(sql`select epoch from access_epoch where id = 1`, 'prepare'))?.epoch ?? 0

/**
 * Tells every node that rights, sessions or tokens have changed: what was worked out is worked out anew, and streams that no longer may go on end.
 * @param userId whose, where it is one user's
 */
export const tellDoors = (queries: Queries, userId = ''): Promise<number> => queries.run(sql`select pg_notify('zhike_access', ${userId})`)

/** To be called within whatever transaction changes rights: everybody's rights are worked out anew, on every node. */
export async function raiseEpoch(queries: Queries): Promise<void> {
  await queries.run(sql`insert into access_epoch (id, epoch) values (1, 1) on conflict (id) do update set epoch = access_epoch.epoch + 1`)
  await tellDoors(queries)
}
