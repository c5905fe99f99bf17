import * as client from 'openid-client'
import { refuse, Refusal } from '#engine/action/refusal.ts'
import type { Runtime } from '#engine/runtime.ts'
import { sql } from '#engine/store/sql.ts'
import { providerFaults, type ProviderFault } from './provider-faults.ts'
import { seal, unseal } from './secret-box.ts'
import type { Provider } from './single-sign-on.ts'

/** How we speak with a provider: what it says of itself, and what it knows us by. Every request goes through the guarded door. */

const aboutSecret = (providerId: string): string => `provider ${providerId}`

/** Keeps the secret by which a provider knows us; without one we are known by our proof alone. */
export async function sealProviderSecret(
  runtime: Pick<Runtime, 'database' | 'folder'>,
  providerId: string,
  secret: string,
): Promise<string> {
  return seal(runtime, secret, aboutSecret(providerId))
}

export const providerRefusal = (code: ProviderFault): Refusal => refuse(code, providerFaults[code], { status: 403 })

const throughDoor =
  (runtime: Runtime): client.CustomFetch =>
  (address, { method, headers, body, signal }) =>
    runtime.fetchOutside(address, {
      method,
      headers: {
        ...(body instanceof URLSearchParams ? { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' } : {}),
        ...headers,
      },
      ...(body ? { body: String(body) } : {}),
      ...(signal ? { signal } : {}),
    })

/** What went wrong with a provider, said as a refusal. What it sent goes into no log: it tells of people. */
export function faultOf(runtime: Runtime, error: unknown): Refusal {
  for (let at: unknown = error; at instanceof Error; at = at.cause) if (at instanceof Refusal) return at
  const { code, error: said } = error as { code?: string; error?: string }
  runtime.log.warn({ code, said }, 'single sign-on')
  return providerRefusal(error instanceof client.AuthorizationResponseError ? 'provider-denied' : 'provider-failed')
}

interface Kept {
  stamp: string
  until: number
  configuration: Promise<client.Configuration>
}
const kept = new WeakMap<Runtime, Map<string, Kept>>()
const keptFor = 600_000

/** Only a provider on one's own machine is spoken to without TLS; it is reached only where that network is allowed. */
const isPlain = (issuer: string): boolean => /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/.test(issuer)

async function discover(runtime: Runtime, provider: Provider, secret: string | undefined): Promise<client.Configuration> {
  const options = {
    [client.customFetch]: throughDoor(runtime),
    ...(isPlain(provider.issuer) ? { execute: [client.allowInsecureRequests] } : {}),
    timeout: 10,
  }
  const found = await client.discovery(new URL(provider.issuer), provider.clientId, undefined, client.None(), options)
  if (!secret) return found
  const ways = found.serverMetadata().token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  const proof = ways.includes('client_secret_post') ? client.ClientSecretPost(secret) : client.ClientSecretBasic(secret)
  const configuration = new client.Configuration(found.serverMetadata(), provider.clientId, undefined, proof)
  configuration[client.customFetch] = options[client.customFetch]
  configuration.timeout = options.timeout
  if (isPlain(provider.issuer)) client.allowInsecureRequests(configuration)
  return configuration
}

/** What a provider says of itself, asked again every ten minutes and whenever an administrator has changed something. Throws `Refusal`. */
export async function configurationOf(runtime: Runtime, provider: Provider, isFresh = false): Promise<client.Configuration> {
  const row = await runtime.database.row<{ secret: string; stamp: string }>(
    sql`select secret, changed_at::text as stamp from provider_secret where provider_id = ${provider.id}`,
  )
  const all = kept.get(runtime) ?? new Map<string, Kept>()
  kept.set(runtime, all)
  const stamp = JSON.stringify([provider.issuer, provider.clientId, row?.stamp])
  const known = all.get(provider.id)
  if (known && !isFresh && known.stamp === stamp && known.until > Date.now())
    return known.configuration.catch((error: unknown) => Promise.reject(faultOf(runtime, error)))
  const secret = row && unseal(runtime, row.secret, aboutSecret(provider.id))
  const configuration = discover(runtime, provider, secret)
  all.set(provider.id, { stamp, until: Date.now() + keptFor, configuration })
  return configuration.catch((error: unknown) => {
    // What failed is asked for again by the next one.
    all.delete(provider.id)
    throw faultOf(runtime, error)
  })
}
