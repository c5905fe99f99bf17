import { systemActor, type Actor } from '#engine/access/actor.ts'
import { notFound, refuse, type Refusal } from '#engine/action/refusal.ts'
import type { Runtime } from '#engine/runtime.ts'
import { words } from '#engine/text/words.ts'
import { takeAttempt, takeBackAttempt } from './attempts.ts'
import {
  checkNewPasskey,
  dropPasskey,
  keepPasskey,
  PasskeyRefused,
  takePasskey,
  wrongPasskey,
  type Assertion,
  type Registration,
  type TakenPasskey,
} from './passkeys.ts'
import { dropIdleCodes, factorOf, firstCodes, hasFactor } from './second-factor.ts'
import { confirmSession, endSessions } from './sessions.ts'
import { from, tellDoor, tellOfNobody, type Origin } from './sign-in-events.ts'
import { bearerOfStep, letIn, tellOwner, type Opened } from './sign-in.ts'
import { refuseWithoutProvider } from './single-sign-on.ts'
import type { Site } from './site.ts'

/** The way in by a passkey: alone, after the password, or to show oneself again; and how one comes to have passkeys. */

/** Counts a try by its address, and tells of one that was refused. */
async function withPasskey(runtime: Runtime, origin: Origin, check: () => Promise<TakenPasskey>): Promise<TakenPasskey> {
  await takeAttempt(runtime.database, 'address', origin.address)
  try {
    const taken = await check()
    await takeBackAttempt(runtime.database, 'address', origin.address)
    return taken
  } catch (error) {
    if (error instanceof PasskeyRefused) throw await toldOf(runtime, origin, error)
    throw error
  }
}

async function toldOf(runtime: Runtime, origin: Origin, { userId, called: name, isCopy }: PasskeyRefused): Promise<Refusal> {
  if (!userId) await tellOfNobody(runtime, origin)
  else
    await tellDoor(runtime, systemActor, userId, 'signInFailed', { ...from(origin), passkey: [null, name] }, async (queries) => {
      if (isCopy)
        await tellOwner(
          queries,
          userId,
          words(
            `通行密钥“${name}”可能有副本：它的计数倒退了。不是您本人的话，移除它并告诉管理员。`,
            `There may be a copy of the passkey "${name}": its counter went back. If that was not you, remove it and tell an administrator.`,
          ),
        )
    })
  return wrongPasskey()
}

const marked = (taken: TakenPasskey) => ({ factor: 'passkey' as const, more: { passkey: [null, taken.name] as [null, string] } })

/** In by a passkey alone: it stands for both factors, for it opens only to its owner. */
export async function enterWithPasskey(runtime: Runtime, site: Site, response: Assertion, origin: Origin, old?: string): Promise<Opened> {
  const taken = await withPasskey(runtime, origin, () => takePasskey(runtime, site, 'signIn', null, response))
  await refuseWithoutProvider(runtime.database, taken.userId)
  return letIn(runtime, taken.userId, origin, { old, ...marked(taken) })
}

/** The second half of the way in. */
export async function enterWithSecondPasskey(
  runtime: Runtime,
  site: Site,
  step: string | undefined,
  response: Assertion,
  origin: Origin,
  old?: string,
): Promise<Opened> {
  const userId = await bearerOfStep(runtime, step, 'code')
  const taken = await withPasskey(runtime, origin, () => takePasskey(runtime, site, 'step', userId, response))
  return letIn(runtime, userId, origin, { old, step, ...marked(taken) })
}

const addedWords = (name: string) => words(`您的账号添加了通行密钥“${name}”。`, `The passkey "${name}" has been added to your account.`)

/** The other second half: the first passkey of somebody whose role asks for a second factor. */
export async function enterWithFirstPasskey(
  runtime: Runtime,
  site: Site,
  step: string | undefined,
  { name, response }: { name: string; response: Registration },
  origin: Origin,
  old?: string,
): Promise<Opened & { codes: string[] | undefined }> {
  const userId = await bearerOfStep(runtime, step, 'setUp')
  const key = await checkNewPasskey(runtime, userId, site, response)
  let codes: string[] | undefined
  const opened = await letIn(runtime, userId, origin, { old, step, ...marked({ userId, name }) }, async (queries) => {
    await keepPasskey(queries, userId, name, key)
    codes = await firstCodes(queries, userId)
  })
  const actor = await runtime.actorOf(userId, 'user')
  if (actor)
    await tellDoor(runtime, actor, userId, 'passkeyAdded', { ...from(origin), passkey: [null, name] }, (queries) =>
      tellOwner(queries, userId, addedWords(name)),
    )
  return { ...opened, codes }
}

/** Whoever is in adds a passkey. @returns backup codes where he had none, shown this once. */
export async function addPasskey(
  runtime: Runtime,
  actor: Actor,
  site: Site,
  session: string,
  { name, response }: { name: string; response: Registration },
  origin: Origin,
): Promise<string[] | undefined> {
  const key = await checkNewPasskey(runtime, actor.id, site, response)
  let codes: string[] | undefined
  await tellDoor(runtime, actor, actor.id, 'passkeyAdded', { ...from(origin), passkey: [null, name] }, async (queries) => {
    const isFirst = !hasFactor(await factorOf(queries, actor.id))
    await keepPasskey(queries, actor.id, name, key)
    codes = await firstCodes(queries, actor.id)
    // Whoever came in by the password alone shows himself anew.
    if (isFirst) await endSessions(queries, actor.id, { except: session })
    await tellOwner(queries, actor.id, addedWords(name))
  })
  return codes
}

export const factorRequired = (): Refusal =>
  refuse('factor-required', words('您的角色要求两步验证，至少保留一种。', 'Your role asks for a second factor; one has to stay.'))

/** Whoever is in removes one of his passkeys. */
export async function removePasskey(runtime: Runtime, actor: Actor, id: string, origin: Origin): Promise<void> {
  await tellDoor(runtime, actor, actor.id, 'passkeyRemoved', from(origin), async (queries) => {
    const name = await dropPasskey(queries, actor.id, id)
    if (name === undefined) throw notFound()
    const left = await factorOf(queries, actor.id)
    if (left.isRequired && !hasFactor(left)) throw factorRequired()
    await dropIdleCodes(queries, actor.id)
    await tellOwner(queries, actor.id, words(`您的通行密钥“${name}”已移除。`, `Your passkey "${name}" has been removed.`))
    return { passkey: [name, null] }
  })
}

/** Whoever is in shows himself again, with a passkey. @returns the new secret of his session. */
export async function confirmWithPasskey(
  runtime: Runtime,
  actor: Actor,
  site: Site,
  session: string,
  response: Assertion,
  origin: Origin,
): Promise<{ secret: string; expiresAt: string } | undefined> {
  const taken = await withPasskey(runtime, origin, () => takePasskey(runtime, site, 'confirm', actor.id, response))
  let renewed: Awaited<ReturnType<typeof confirmSession>>
  await tellDoor(runtime, actor, actor.id, 'confirmed', { ...from(origin), passkey: [null, taken.name] }, async (queries) => {
    renewed = await confirmSession(queries, session, actor.id)
  })
  return renewed
}
