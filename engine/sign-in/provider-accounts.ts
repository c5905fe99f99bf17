import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'

/** Whom providers of single sign-on mean: by the subject that they never give to another, not by an e-mail, which they do. */

export interface ProviderAccount {
  providerId: string
  provider: string
  email: string
  createdAt: string
  seenAt: string
}

/** At which providers a user has an account by which he comes in. */
export const accountsOf = (queries: Queries, userId: string): Promise<ProviderAccount[]> =>
  queries.rows<ProviderAccount>(
    sql`select a.provider_id as "providerId", p.name as provider, a.email, a.created_at as "createdAt", a.seen_at as "seenAt"
      from provider_account a join identity_provider p on p.id = a.provider_id where a.user_id = ${userId} order by p.name`,
  )

/** Takes a user's account at a provider away; he is matched anew when he next comes by it. @returns the provider's name, if there was one. */
export async function dropAccount(queries: Queries, userId: string, providerId: string): Promise<string | undefined> {
  const [gone] = await queries.rows<{ name: string }>(
    sql`delete from provider_account a using identity_provider p where a.user_id = ${userId} and a.provider_id = ${providerId} and p.id = a.provider_id returning p.name`,
  )
  return gone?.name
}
