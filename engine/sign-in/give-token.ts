import type { Actor } from '#engine/access/actor.ts'
import { notFound } from '#engine/action/refusal.ts'
import type { Runtime } from '#engine/runtime.ts'
import { newId } from '#engine/store/id.ts'
import { from, tellDoor, type Origin } from './sign-in-events.ts'
import { makeToken, revokeToken, type TokenState } from './tokens.ts'

/** Gives a user a token and tells of it. @returns the secret, which nobody sees again. */
export async function giveToken(
  runtime: Runtime,
  actor: Actor,
  userId: string,
  wish: { name: string; kind: TokenState['kind']; days: number; scopes?: readonly string[] | undefined },
  origin: Origin,
): Promise<{ id: string; token: string }> {
  const id = newId()
  const { name, kind, days, scopes } = wish
  let token = ''
  await tellDoor(runtime, actor, userId, 'tokenMade', { ...from(origin), token: [null, name] }, async (queries) => {
    token = await makeToken(queries, userId, name, { id, days, kind, madeBy: actor.id, ...(scopes ? { scopes } : {}) })
  })
  return { id, token }
}

/** Revokes a token of a user and tells of it. Refuses what is not there. */
export const takeToken = (runtime: Runtime, actor: Actor, userId: string, id: string, origin: Origin): Promise<void> =>
  tellDoor(runtime, actor, userId, 'tokenRevoked', from(origin), async (queries) => {
    const name = await revokeToken(queries, userId, id)
    if (name === undefined) throw notFound()
    return { token: [name, null] }
  })
