import type { Queries } from '#engine/store/database.ts'
import { closest } from '../rules/claiming.ts'
import { countFalls, membersNow, returningPools, type FallQuestion, type PoolReach, type PoolRow } from '../pool/queries.ts'

/**
 * Whose customers return to a pool: those of the users whom it means more closely than any other pool to which customers return does.
 */
export async function watchedOwners(queries: Queries, pool: PoolRow): Promise<string[]> {
  const [pools, members] = await Promise.all([returningPools(queries, pool.id), membersNow(queries)])
  // As it stands in hand, which may not be written yet.
  const { id, departments, roles, members: named } = pool
  const reaches: PoolReach[] = pools.map((reach) => (reach.id === id ? { id, departments, roles, members: named } : reach))
  return members.flatMap((member) => (closest(reaches, member)?.id === id ? [member.id] : []))
}

/** The question which customers return to a pool by a day. */
export const questionOf = (pool: PoolRow, owners: readonly string[], today: string, by: string): FallQuestion => ({
  pool: pool.id,
  owners,
  rules: pool.rules,
  sparesWon: pool.sparesWon === true,
  sparesDeals: pool.sparesDeals === true,
  today,
  by,
})

/** How many customers return tonight by the pool's rules as they stand in hand, and of how many. */
export const foresee = async (queries: Queries, pool: PoolRow, today: string): Promise<{ falls: number; watched: number }> =>
  countFalls(queries, questionOf(pool, await watchedOwners(queries, pool), today, today))
