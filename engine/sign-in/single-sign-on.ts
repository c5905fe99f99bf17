import { refuse } from '#engine/action/refusal.ts'
import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { fill, words } from '#engine/text/words.ts'
import { isOfDomains } from './provider-domains.ts'

/** Providers of single sign-on, as administrators have set them up. */
export interface Provider {
  id: string
  name: string
  issuer: string
  clientId: string
  scopes: string
  domains: string
  createsUsers: boolean
  newRoles: string[]
  isOnlyWay: boolean
  provesTwice: boolean
  version: number
}

const columns = sql`id, name, issuer, client_id as "clientId", scopes, domains, creates_users as "createsUsers", new_roles_ids as "newRoles",
  is_only_way as "isOnlyWay", proves_twice as "provesTwice", version`

/** Those that are switched on, by name. */
export const readProviders = (queries: Queries): Promise<Provider[]> =>
  queries.rows<Provider>(sql`select ${columns} from identity_provider where is_on and deleted_at is null order by name, id limit 50`)

/** One of them, switched on or not. */
export const readProvider = (queries: Queries, id: string): Promise<(Provider & { isOn: boolean }) | undefined> =>
  queries.row<Provider & { isOn: boolean }>(
    sql`select ${columns}, is_on as "isOn" from identity_provider where id = ${id} and deleted_at is null`,
  )

/** What somebody hears who has shown who he is and has to come by another way all the same. */
const byProvider = (names: readonly string[]) =>
  refuse(
    'single-sign-on-only',
    fill(words('您的账号只能用单点登录（{names}）。', 'Your account signs in by single sign-on alone ({names}).'), {
      names: names.join(' / '),
    }),
    { status: 403 },
  )

/**
 * Refuses whoever may come by a provider alone: one of his roles says so, or the provider of his e-mail's domain does. As long as no provider is
 * switched on nobody is shut out by that.
 */
export async function refuseWithoutProvider(queries: Queries, userId: string): Promise<void> {
  const providers = await readProviders(queries)
  if (providers.length === 0) return
  const user = await queries.row<{ email: string; isDemanded: boolean }>(
    sql`select u.email, exists(select from role r where r.id = any(u.roles_ids) and r.single_sign_on and r.deleted_at is null) as "isDemanded" from "user" u where u.id = ${userId}`,
  )
  if (!user) return
  const own = providers.filter(({ domains }) => isOfDomains(user.email, domains))
  const only = own.filter(({ isOnlyWay }) => isOnlyWay)
  if (only.length > 0) throw byProvider(only.map(({ name }) => name))
  if (user.isDemanded) throw byProvider((own.length > 0 ? own : providers).map(({ name }) => name))
}
