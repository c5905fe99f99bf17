import { createHmac, randomBytes } from 'node:crypto'
import * as client from 'openid-client'
import { systemActor } from '#engine/access/actor.ts'
import { verbOf } from '#engine/action/derived.ts'
import { perform } from '#engine/action/perform.ts'
import { Refusal } from '#engine/action/refusal.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { takeAttempt, takeBackAttempt } from './attempts.ts'
import { configurationOf, faultOf, providerRefusal } from './provider-client.ts'
import { isOfDomains } from './provider-domains.ts'
import { digest } from './sessions.ts'
import { from, noteDoor, tellDoor, tellOfNobody, type Origin } from './sign-in-events.ts'
import { readProvider, type Provider } from './single-sign-on.ts'
import type { Site } from './site.ts'

/**
 * The way in by a provider (OpenID Connect, code flow with PKCE). The browser holds one secret; state, nonce and the proof of the exchange are
 * derived from it, so that an answer is of use only in the browser that asked. The database knows its digest, and lets it lead on once.
 */

export const providerMinutes = 10
export const returnPath = '/api/v1/sign-in/return'

const derived = (secret: string, what: 'state' | 'nonce' | 'proof'): string => createHmac('sha256', secret).update(what).digest('base64url')

/** How long ago somebody who shows himself again may have given his password to the provider, in seconds. */
const freshness = 120

/**
 * Begins the way to a provider.
 * @param again who shows himself once more; absent where somebody signs in
 * @returns where the browser goes, and the secret that it holds meanwhile
 */
export async function beginProvider(
  runtime: Runtime,
  site: Site,
  providerId: string,
  { back, again }: { back: string; again?: string | undefined },
): Promise<{ address: string; secret: string }> {
  const provider = await readProvider(runtime.database, providerId)
  if (!provider?.isOn) throw providerRefusal('provider-off')
  const configuration = await configurationOf(runtime, provider)
  const secret = randomBytes(32).toString('base64url')
  await runtime.database.run(
    sql`insert into provider_step (secret_hash, provider_id, user_id, back, expires_at)
      values (${digest(secret)}, ${provider.id}, ${again ?? null}, ${back}, now() + make_interval(mins => ${providerMinutes}))`,
  )
  const address = client.buildAuthorizationUrl(configuration, {
    redirect_uri: site.origin + returnPath,
    scope: provider.scopes,
    state: derived(secret, 'state'),
    nonce: derived(secret, 'nonce'),
    code_challenge: await client.calculatePKCECodeChallenge(derived(secret, 'proof')),
    code_challenge_method: 'S256',
    ...(again ? { prompt: 'login', max_age: String(freshness) } : {}),
  })
  return { address: address.href, secret }
}

/** What a provider says of whoever came back. */
interface Claims {
  subject: string
  email: string | undefined
  isVerified: boolean
  name: string | undefined
}

export interface CameBack {
  provider: Provider
  userId: string
  back: string
  /** He shows himself again; else he signs in. */
  isAgain: boolean
}

/** Takes the answer of a provider, once, and finds whom it means. Throws `Refusal`. */
export async function comeBack(
  runtime: Runtime,
  site: Site,
  secret: string | undefined,
  search: string,
  origin: Origin,
): Promise<CameBack> {
  await takeAttempt(runtime.database, 'address', origin.address)
  const [step] = secret
    ? await runtime.database.rows<{ provider_id: string; user_id: string | null; back: string }>(
        sql`delete from provider_step where secret_hash = ${digest(secret)} and expires_at > now() returning provider_id, user_id, back`,
      )
    : []
  if (!step) throw providerRefusal('step-over')
  const provider = await readProvider(runtime.database, step.provider_id)
  if (!provider?.isOn) throw providerRefusal('provider-off')
  const claims = await claimsOf(runtime, provider, new URL(site.origin + returnPath + search), secret!, step.user_id !== null)
  const userId = await findUser(runtime, provider, claims, origin).catch(async (error: unknown) => {
    if (error instanceof Refusal) await tellOfNobody(runtime, origin)
    throw error
  })
  if (step.user_id !== null && step.user_id !== userId) throw providerRefusal('not-you')
  await takeBackAttempt(runtime.database, 'address', origin.address)
  return { provider, userId, back: step.back, isAgain: step.user_id !== null }
}

async function claimsOf(runtime: Runtime, provider: Provider, address: URL, secret: string, isAgain: boolean): Promise<Claims> {
  const configuration = await configurationOf(runtime, provider)
  try {
    const tokens = await client.authorizationCodeGrant(configuration, address, {
      expectedState: derived(secret, 'state'),
      expectedNonce: derived(secret, 'nonce'),
      pkceCodeVerifier: derived(secret, 'proof'),
      idTokenExpected: true,
      ...(isAgain ? { maxAge: freshness } : {}),
    })
    const claims = tokens.claims()!
    const told =
      claims.email === undefined && configuration.serverMetadata().userinfo_endpoint
        ? await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : claims
    const text = (value: unknown) => (typeof value === 'string' && value.trim() ? value.trim() : undefined)
    return {
      subject: claims.sub.slice(0, 255),
      email: text(told.email)?.toLowerCase(),
      isVerified: told.email_verified === true,
      name: text(told.name) ?? text(claims.name),
    }
  } catch (error) {
    throw faultOf(runtime, error)
  }
}

/** By the subject, where he has come before; else by an e-mail that the provider has verified; else he may be made. */
async function findUser(runtime: Runtime, provider: Provider, claims: Claims, origin: Origin): Promise<string> {
  const { database } = runtime
  const known = await database.row<{ user_id: string; is_open: boolean }>(
    sql`select a.user_id, u.is_active and u.deleted_at is null and (not u.is_demo or ${runtime.allowsDemo}) as is_open
      from provider_account a join "user" u on u.id = a.user_id where a.provider_id = ${provider.id} and a.subject = ${claims.subject}`,
  )
  if (known) {
    if (!known.is_open) throw providerRefusal('provider-user-off')
    await database.run(
      sql`update provider_account set seen_at = now(), email = ${claims.email ?? ''} where provider_id = ${provider.id} and subject = ${claims.subject}`,
    )
    return known.user_id
  }
  const { email } = claims
  if (!email || !claims.isVerified) throw providerRefusal('provider-email')
  if (!isOfDomains(email, provider.domains)) throw providerRefusal('provider-domain')
  const userId = (await userOf(runtime, email)) ?? (await makeUser(runtime, provider, email, claims.name))
  await connect(runtime, provider, userId, claims.subject, email, origin)
  return userId
}

async function userOf(runtime: Runtime, email: string): Promise<string | undefined> {
  const found = await runtime.database.row<{ id: string; is_open: boolean }>(
    sql`select id, is_active and (not is_demo or ${runtime.allowsDemo}) as is_open from "user" where email = ${email} and deleted_at is null`,
  )
  if (found && !found.is_open) throw providerRefusal('provider-user-off')
  return found?.id
}

/** Makes a user whom the provider knows and we do not, where the administrator wants that. Of two at the same instant one is made. */
async function makeUser(runtime: Runtime, provider: Provider, email: string, name: string | undefined): Promise<string> {
  if (!provider.createsUsers) throw providerRefusal('provider-unknown')
  const create = verbOf(runtime.house, runtime.house.shapes.get('user')!, 'create')
  const input = { name: (name ?? email.split('@')[0]!).slice(0, 60), email, roles: provider.newRoles }
  try {
    return (await perform(runtime, systemActor, create, [{ input }])).items[0]!.id!
  } catch (error) {
    const other = await userOf(runtime, email)
    if (other) return other
    throw error
  }
}

/** From now on the subject means this user, whatever becomes of the e-mail. */
async function connect(
  runtime: Runtime,
  provider: Provider,
  userId: string,
  subject: string,
  email: string,
  origin: Origin,
): Promise<void> {
  const keep = async (queries: Queries) => {
    await queries.run(
      sql`insert into provider_account (provider_id, subject, user_id, email, created_at, seen_at)
        values (${provider.id}, ${subject}, ${userId}, ${email}, now(), now()) on conflict do nothing`,
    )
    const holder = await queries.row<{ user_id: string }>(
      sql`select user_id from provider_account where provider_id = ${provider.id} and subject = ${subject}`,
    )
    if (holder?.user_id !== userId) throw providerRefusal('provider-other')
  }
  try {
    await tellDoor(runtime, systemActor, userId, 'providerConnected', { ...from(origin), provider: [null, provider.name] }, keep)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'provider-other')
      await noteDoor(runtime.database, userId, 'signInFailed', { ...from(origin), provider: [null, provider.name] }, runtime.clock())
    throw error
  }
}
