import { z } from 'zod'
import { hasRole, type Actor } from '#engine/access/actor.ts'
import { rule } from '#engine/access/rules.ts'
import { perform } from '#engine/action/perform.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { notAllowed, notFound } from '#engine/action/refusal.ts'
import { defineRoute } from '#engine/http/route.ts'
import { refuseUnconfirmed } from '#engine/http/security-routes.ts'
import { siteOf } from '#engine/http/who.ts'
import type { Runtime } from '#engine/runtime.ts'
import { configurationOf, sealProviderSecret } from '#engine/sign-in/provider-client.ts'
import { returnPath } from '#engine/sign-in/provider-sign-in.ts'
import { readProvider, type Provider } from '#engine/sign-in/single-sign-on.ts'
import { words } from '#engine/text/words.ts'
import { keepProviderSecret, providerStanding } from './queries.ts'
import { IdentityProvider } from './records/identity-provider.ts'

/** What of a provider is no field: its secret, which nobody sees again, and whether it answers. The administrators' business alone. */

async function providerOf(runtime: Runtime, actor: Actor, id: string): Promise<Provider> {
  if (!hasRole(actor, 'administrator')) throw notAllowed()
  const provider = await readProvider(runtime.database, id)
  if (!provider) throw notFound()
  return provider
}

const params = z.object({ id: z.uuid() })

const standing = z.object({
  secretAt: z.iso.datetime().nullable(),
  accounts: z.int(),
  /** What is entered at the provider as the address to come back to. */
  returnAddress: z.string(),
})
export type ProviderStanding = z.output<typeof standing>

export const providerRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/identity-providers/{id}',
    words: words('一个身份提供方的情况', 'How a provider of single sign-on stands'),
    params,
    answers: { 200: { schema: standing } },
    async handler({ runtime, actor, params: { id }, request }): Promise<ProviderStanding> {
      await providerOf(runtime, actor, id)
      return { ...(await providerStanding(runtime.database, id)), returnAddress: siteOf(runtime, request).origin + returnPath }
    },
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/v1/identity-providers/{id}/secret',
    words: words('设置身份提供方的密钥；空则不用密钥', 'Set the secret of a provider; null for none'),
    forSessions: true,
    params,
    body: z.strictObject({ secret: z.string().trim().min(1).max(500).nullable() }),
    answers: { 204: {} },
    async handler({ runtime, actor, bearer, params: { id }, body }) {
      await providerOf(runtime, actor, id)
      refuseUnconfirmed(bearer)
      const sealed = body.secret === null ? null : await sealProviderSecret(runtime, id, body.secret)
      const setSecret = defineAction('identityProvider.secretSet', {
        on: IdentityProvider,
        allow: rule.role('administrator'),
        words: { label: words('设置密钥', 'Set the secret') },
        async run({ identityProvider, queries, emit }) {
          await keepProviderSecret(queries, id, sealed)
          emit('identityProvider.secretSet', identityProvider, IdentityProvider)
        },
      })
      await perform(runtime, actor, setSecret, [{ id }])
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/identity-providers/{id}/check',
    words: words('询问身份提供方是否可用', 'Ask a provider whether it can be used'),
    params,
    answers: { 200: { schema: z.object({ issuer: z.string(), authorization: z.string().nullable(), provesExchange: z.boolean() }) } },
    problems: [502, 504],
    async handler({ runtime, actor, params: { id } }) {
      const provider = await providerOf(runtime, actor, id)
      const found = (await configurationOf(runtime, provider, true)).serverMetadata()
      return {
        issuer: found.issuer,
        authorization: found.authorization_endpoint ?? null,
        provesExchange: found.code_challenge_methods_supported?.includes('S256') ?? false,
      }
    },
  }),
]
