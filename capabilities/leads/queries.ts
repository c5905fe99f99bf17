import { takenClaims, type Claim } from '#engine/store/claims.ts'
import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { openStates } from './rules/lead-life.ts'
import type { LogisticModel } from './rules/logistic.ts'

/** By what somebody can be recognised. */
export interface Ways {
  mobile?: string | null
  wechat?: string | null
}

const nobody = '00000000-0000-0000-0000-000000000000'

/** The customer who holds one of these numbers or accounts as his own, with the claim that was asked for. */
export async function customerHolding(queries: Queries, { mobile, wechat }: Ways): Promise<{ claim: Claim; holder: Claim } | undefined> {
  const wanted = (identity: string, field: string, value: string): Claim => ({
    identity,
    field,
    value,
    exclusive: true,
    record: 'lead',
    recordId: nobody,
    rootRecord: 'lead',
    rootId: nobody,
  })
  const claims = [
    ...(mobile ? [wanted('phone', 'mobile', mobile)] : []),
    ...(wechat ? [wanted('wechat', 'wechat', wechat.normalize('NFKC').toUpperCase().replace(/\s+/g, ''))] : []),
  ]
  const taken = await takenClaims(queries, claims)
  for (const [claim, holder] of taken) if (holder.rootRecord === 'customer') return { claim, holder }
  return undefined
}

/** The claim of an open lead that has this key, if there is one. */
export async function openLeadHolding(queries: Queries, key: string): Promise<Claim | undefined> {
  const row = await queries.row<{ id: string }>(
    sql`select record_id as id from claim where identity = 'openLead' and value = ${key.normalize('NFKC').toUpperCase().replace(/\s+/g, '')} and exclusive`,
  )
  return (
    row && {
      identity: 'openLead',
      value: key,
      exclusive: true,
      field: 'openKey',
      record: 'lead',
      recordId: row.id,
      rootRecord: 'lead',
      rootId: row.id,
    }
  )
}

/** Holds the number of somebody who comes in until the end of the transaction: who comes in twice at the same second becomes one lead. */
export const holdKey = (queries: Queries, key: string): Promise<number> =>
  queries.run(sql`select pg_advisory_xact_lock(hashtextextended(${`lead:${key}`}, 12))`)

/** Who looks after a customer, where he still works here. */
export const ownerOfCustomer = async (queries: Queries, customer: string): Promise<string | null> =>
  (
    await queries.row<{ owner: string | null }>(
      sql`select u.id as owner from customer c join "user" u on u.id = c.owner_id and u.is_active and u.deleted_at is null where c.id = ${customer}::uuid`,
    )
  )?.owner ?? null

/** Who had the last lead of this number: he knows whoever comes back. */
export const lastOwnerOf = async (queries: Queries, mobile: string): Promise<string | null> =>
  (
    await queries.row<{ owner: string | null }>(
      sql`select l.owner_id as owner from claim c join lead l on l.id = c.record_id and l.deleted_at is null
        where c.identity = 'phone' and c.value = ${mobile} and c.record = 'lead' and l.owner_id is not null order by l.id desc limit 1`,
    )
  )?.owner ?? null

/**
 * What stands against registering a number, of which the middle may not be known: a customer's, an open lead's, or that of a registration that
 * still holds. The index on claims gives the numbers that begin so.
 */
export async function conflictOfNumber(
  queries: Queries,
  { head, tail, whole }: { head: string; tail: string; whole: string | null },
  today: string,
): Promise<'customer' | 'lead' | 'registration' | null> {
  const from = `+86${head}`
  const among = whole
    ? sql`c.value = ${`+86${whole}`}`
    : sql`c.value >= ${from} and c.value < ${`${from}:`} and right(c.value, 4) = ${tail} and length(c.value) = 14`
  const claim = await queries.row<{ root: string }>(
    sql`select c.root_record as root from claim c where c.identity = 'phone' and ${among}
      and (c.root_record = 'customer' or exists (select 1 from lead l where l.id = c.record_id and l.state = any(${[...openStates]}) and l.deleted_at is null))
      order by c.root_record limit 1`,
  )
  if (claim) return claim.root === 'customer' ? 'customer' : 'lead'
  const hidden = `${head}****${tail}`
  const earlier = await queries.row(
    sql`select 1 from registration where state = 'valid' and protected_until >= ${today}::date and deleted_at is null
      and phone = any(${whole ? [whole, hidden] : [hidden]}) limit 1`,
  )
  if (earlier) return 'registration'
  if (whole) return null
  // Hidden against whole: those that still hold are few.
  const alike = await queries.row(
    sql`select 1 from registration where state = 'valid' and protected_until >= ${today}::date and deleted_at is null
      and left(phone, 3) = ${head} and right(phone, 4) = ${tail} limit 1`,
  )
  return alike ? 'registration' : null
}

/** The weights of a model stand beside it. */
export const keepWeights = (queries: Queries, model: string, weights: LogisticModel): Promise<number> =>
  queries.run(
    sql`insert into lead_model_weights (model_id, weights) values (${model}::uuid, ${JSON.stringify(weights)}::jsonb) on conflict (model_id) do update set weights = excluded.weights`,
  )
