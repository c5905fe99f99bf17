import { z } from 'zod'
import { refuse } from '#engine/action/refusal.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Queries } from '#engine/store/database.ts'
import { newId } from '#engine/store/id.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { makeChallenge, takeChallenge, type ChallengeKind } from './challenges.ts'
import type { Site } from './site.ts'

/**
 * Passkeys: keys that a device or a password manager keeps and shows only after its owner has shown himself to it. One is both factors at once:
 * the thing one has, and the finger, face or number that opens it. Bound to the name of the site, none is ever given to another.
 */

/** The protocol, which takes a third of a second to load: asked for by the first who needs it. */
const protocol = () => import('@simplewebauthn/server')
const encoding = () => import('@simplewebauthn/server/helpers')

export const wrongPasskey = () =>
  refuse('wrong-passkey', words('通行密钥无法核对，请重试。', 'The passkey could not be checked; try again.'), { status: 422 })

const impossible = () =>
  refuse(
    'no-passkeys-here',
    words('在这个地址不能使用通行密钥：需要 HTTPS 和域名。', 'Passkeys do not work at this address: they need HTTPS and a name.'),
    { status: 409 },
  )

/** What a browser answers, of no more than the size that such answers have. */
const part = z.string().max(20_000)
const answerOf = <T extends z.ZodRawShape>(response: T) =>
  z.looseObject({
    id: z.string().min(1).max(1400),
    rawId: z.string().max(1400),
    type: z.literal('public-key'),
    response: z.looseObject({ clientDataJSON: part, ...response }),
    clientExtensionResults: z.looseObject({}),
  })
export const registrationSchema = answerOf({ attestationObject: part })
export const assertionSchema = answerOf({ authenticatorData: part, signature: part, userHandle: z.string().max(200).nullish() })
export type Registration = z.output<typeof registrationSchema>
export type Assertion = z.output<typeof assertionSchema>

export interface PasskeyState {
  id: string
  name: string
  host: string
  createdAt: string
  seenAt: string | null
}

/** A user's passkeys, the oldest first. */
export const passkeysOf = (queries: Queries, userId: string): Promise<PasskeyState[]> =>
  queries.rows<PasskeyState>(
    sql`select id, name, host, created_at as "createdAt", seen_at as "seenAt" from passkey where user_id = ${userId} order by id limit 100`,
  )

/** The handle by which an authenticator knows a user: his id, which tells nobody anything. */
const handleOf = (userId: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(userId.replaceAll('-', ''), 'hex'))

const known = (queries: Queries, userId: string, host: string) =>
  queries.rows<{ id: string; transports: string[] }>(
    sql`select credential_id as id, transports from passkey where user_id = ${userId} and host = ${host}`,
  )

/** Kinds of keys that every browser and device of today knows: EdDSA, ECDSA with P-256, RSA. */
const algorithms = [-8, -7, -257]

/** Most passkeys that one user keeps. */
const most = 20

/** What a browser is told that is to make a passkey. */
export async function beginPasskey(runtime: Runtime, userId: string, { passkeyHost }: Site): Promise<object> {
  if (!passkeyHost) throw impossible()
  const { database } = runtime
  const user = await database.row<{ name: string; email: string }>(sql`select name, email from "user" where id = ${userId}`)
  const { generateRegistrationOptions } = await protocol()
  return generateRegistrationOptions({
    rpName: '知客 Zhike',
    rpID: passkeyHost,
    userID: handleOf(userId),
    userName: user?.email ?? '',
    userDisplayName: user?.name ?? '',
    challenge: await makeChallenge(database, 'register', userId),
    attestationType: 'none',
    supportedAlgorithmIDs: algorithms,
    excludeCredentials: await known(database, userId, passkeyHost),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

export interface NewPasskey {
  credentialId: string
  host: string
  publicKey: Uint8Array
  counter: number
  transports: string[]
}

/** Checks what a browser has made, to be kept with `keepPasskey`. */
export async function checkNewPasskey(runtime: Runtime, userId: string, site: Site, response: Registration): Promise<NewPasskey> {
  if (!site.passkeyHost) throw impossible()
  const checked = await verifyNew(runtime, userId, site.passkeyHost, site.origin, response).catch(() => undefined)
  if (!checked?.verified) throw wrongPasskey()
  const { id, publicKey, counter, transports = [] } = checked.registrationInfo.credential
  return {
    credentialId: id,
    host: site.passkeyHost,
    publicKey,
    counter,
    transports: transports.slice(0, 10).map((each) => each.slice(0, 20)),
  }
}

async function verifyNew(runtime: Runtime, userId: string, host: string, origin: string, response: Registration) {
  // None is asked for. Where one came, the library would ask addresses within its certificates whether they still hold.
  const { decodeAttestationObject, isoBase64URL } = await encoding()
  const attested = decodeAttestationObject(isoBase64URL.toBuffer(response.response.attestationObject))
  if (attested.get('attStmt').get('x5c')) throw wrongPasskey()
  const { verifyRegistrationResponse } = await protocol()
  return verifyRegistrationResponse({
    response: response as never,
    expectedChallenge: (challenge) => takeChallenge(runtime.database, 'register', userId, challenge),
    expectedOrigin: origin,
    expectedRPID: host,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  })
}

/** Keeps a passkey. Refuses one that somebody has already, and more than anybody needs. */
export async function keepPasskey(queries: Queries, userId: string, name: string, key: NewPasskey): Promise<void> {
  const { credentialId, host, publicKey, counter, transports } = key
  const { n } = (await queries.row<{ n: number }>(sql`select count(*)::integer as n from passkey where user_id = ${userId}`))!
  if (n >= most)
    throw refuse('too-many-passkeys', words('通行密钥太多，先移除不用的。', 'There are too many passkeys; remove some first.'), {
      status: 409,
    })
  const kept = await queries.run(
    sql`insert into passkey (credential_id, id, user_id, host, name, public_key, counter, transports, created_at)
      values (${credentialId}, ${newId()}, ${userId}, ${host}, ${name}, ${Buffer.from(publicKey)}, ${counter}, ${transports}, now()) on conflict do nothing`,
  )
  if (kept === 0) throw refuse('passkey-known', words('这个通行密钥已经添加过。', 'This passkey has been added before.'), { status: 409 })
}

/** What a browser is told that is to use a passkey: any of this site, or one of a certain user's. */
export async function askPasskey(runtime: Runtime, { passkeyHost }: Site, kind: ChallengeKind, userId: string | null): Promise<object> {
  if (!passkeyHost) throw impossible()
  const { database } = runtime
  const { generateAuthenticationOptions } = await protocol()
  return generateAuthenticationOptions({
    rpID: passkeyHost,
    challenge: await makeChallenge(database, kind, userId),
    userVerification: 'required',
    ...(userId ? { allowCredentials: await known(database, userId, passkeyHost) } : {}),
  })
}

export interface TakenPasskey {
  userId: string
  name: string
}

interface StoredPasskey {
  credentialId: string
  userId: string
  name: string
  publicKey: Buffer
  counter: number
}

/** Why a passkey was not taken, and whose it was where that is known: for the marks that it leaves. */
export class PasskeyRefused extends Error {
  readonly userId: string | undefined
  readonly called: string
  readonly isCopy: boolean
  constructor(found: StoredPasskey | undefined, isCopy = false) {
    super('a passkey was refused')
    this.userId = found?.userId
    this.called = found?.name ?? ''
    this.isCopy = isCopy
  }
}

/**
 * Takes what an authenticator has signed. Its counter must have gone on, where it has one: of two with the same number one is a copy, and of two
 * answers at the same instant on two nodes one is taken. Throws `PasskeyRefused`.
 * @param userId whose it has to be; anybody's where null
 */
export async function takePasskey(
  runtime: Runtime,
  site: Site,
  kind: ChallengeKind,
  userId: string | null,
  response: Assertion,
): Promise<TakenPasskey> {
  if (!site.passkeyHost) throw impossible()
  const { database } = runtime
  const found = await database.row<StoredPasskey>(
    sql`select p.credential_id as "credentialId", p.user_id as "userId", p.name, p.public_key as "publicKey", p.counter from passkey p join "user" u on u.id = p.user_id
      where p.credential_id = ${response.id} and p.host = ${site.passkeyHost} and u.is_active and u.deleted_at is null and (not u.is_demo or ${runtime.allowsDemo})`,
  )
  if (!found || (userId !== null && found.userId !== userId)) throw new PasskeyRefused(found)
  const { userHandle } = response.response
  // Without a list of keys to choose from the authenticator says whose key it is.
  if (userId === null && userHandle !== Buffer.from(handleOf(found.userId)).toString('base64url')) throw new PasskeyRefused(found)
  const { verifyAuthenticationResponse } = await protocol()
  const checked = await verifyAuthenticationResponse({
    response: response as never,
    expectedChallenge: (challenge) => takeChallenge(database, kind, userId, challenge),
    expectedOrigin: site.origin,
    expectedRPID: site.passkeyHost,
    requireUserVerification: true,
    // The counter is looked at below, in the statement that keeps it.
    credential: { id: found.credentialId, publicKey: new Uint8Array(found.publicKey), counter: 0 },
  }).catch(() => undefined)
  if (!checked?.verified) throw new PasskeyRefused(found)
  const { newCounter } = checked.authenticationInfo
  const kept = await database.run(
    sql`update passkey set counter = ${newCounter}, seen_at = now() where credential_id = ${found.credentialId}
      and (counter < ${newCounter} or (counter = 0 and ${newCounter}::bigint = 0))`,
  )
  if (kept === 0) throw new PasskeyRefused(found, true)
  return { userId: found.userId, name: found.name }
}

/** Removes a passkey. @returns what it was called; undefined where there is none. */
export async function dropPasskey(queries: Queries, userId: string, id: string): Promise<string | undefined> {
  const [gone] = await queries.rows<{ name: string }>(sql`delete from passkey where user_id = ${userId} and id = ${id} returning name`)
  return gone?.name
}

/** Removes all of a user's. @returns how many there were. */
export const dropPasskeys = (queries: Queries, userId: string): Promise<number> =>
  queries.run(sql`delete from passkey where user_id = ${userId}`)
