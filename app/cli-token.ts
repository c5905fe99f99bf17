import { noteDoor } from '#engine/sign-in/sign-in-events.ts'
import { scopesSchema } from '#engine/sign-in/token-scopes.ts'
import { makeToken, revokeToken } from '#engine/sign-in/tokens.ts'
import type { Database } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'

type Option = (args: string[], name: string) => string | undefined

/** `token create | list | revoke`. @returns the exit code; 2 where the words are not understood. */
export async function runToken(database: Database, args: string[], option: Option): Promise<number> {
  const email = option(args, 'user')
  const user = email
    ? await database.row<{ id: string }>(sql`select id from "user" where email = ${email.toLowerCase()} and deleted_at is null`)
    : undefined
  if (email && !user) {
    console.error(`没有用户 ${email}。There is no user ${email}.`)
    return 1
  }
  if (args[0] === 'create' && user) return create(database, user.id, args, option)
  if (args[0] === 'list') return list(database, user?.id)
  if (args[0] === 'revoke' && args[1]) return revoke(database, args[1])
  return 2
}

async function create(database: Database, userId: string, args: string[], option: Option): Promise<number> {
  const days = option(args, 'days')
  const asked = option(args, 'scopes')?.split(',') ?? (args.includes('--read-only') ? ['read'] : undefined)
  const scopes = scopesSchema.optional().safeParse(asked)
  if (!scopes.success || (days !== undefined && !(Number(days) > 0))) return 2
  const name = option(args, 'name') ?? 'cli'
  const token = await database.transaction(async (tx) => {
    await noteDoor(tx, userId, 'tokenMade', { token: [null, name] }, Date.now())
    return makeToken(tx, userId, name, { ...(days ? { days: Number(days) } : {}), ...(scopes.data ? { scopes: scopes.data } : {}) })
  })
  console.log(token)
  return 0
}

async function list(database: Database, userId: string | undefined): Promise<number> {
  const tokens = await database.rows<Record<string, string | null>>(
    sql`select t.id, u.email, t.name, t.kind, array_to_string(t.scopes, ',') as scopes, t.expires_at as until, t.seen_at as seen
      from token t join "user" u on u.id = t.user_id where ${userId ?? null}::uuid is null or t.user_id = ${userId ?? null}::uuid order by t.id`,
  )
  for (const { id, email, name, kind, scopes, until, seen } of tokens)
    console.log([id, email, name, kind, scopes ?? 'all', `until ${until ?? 'revoked'}`, `last used ${seen ?? 'never'}`].join('\t'))
  return 0
}

async function revoke(database: Database, id: string): Promise<number> {
  const owner = await database.row<{ user_id: string }>(sql`select user_id from token where id::text = ${id}`)
  const name =
    owner &&
    (await database.transaction(async (tx) => {
      const gone = await revokeToken(tx, owner.user_id, id)
      if (gone !== undefined) await noteDoor(tx, owner.user_id, 'tokenRevoked', { token: [gone, null] }, Date.now())
      return gone
    }))
  if (!owner || name === undefined) {
    console.error(`没有令牌 ${id}。There is no token ${id}.`)
    return 1
  }
  console.log(`已撤销 ${name}。Revoked ${name}.`)
  return 0
}
