import type { StoredEvent } from '#engine/event/define-event.ts'
import { readEvents } from '#engine/event/events.ts'
import type { Queries, Transaction } from '#engine/store/database.ts'
import { firstIdAt, newId } from '#engine/store/id.ts'
import { sql } from '#engine/store/sql.ts'

export { isAway } from '#engine/store/database.ts'

/** An endpoint that is sent to. */
export interface Endpoint {
  id: string
  name: string
  address: string
  events: string[]
  state: 'off' | 'on' | 'paused'
  actsFor: string | null
  onSince: string | null
  failingSince: string | null
}

const endpointColumns = sql`w.id, w.name, w.address, w.events, w.state, w.acts_for_id as "actsFor", w.on_since as "onSince", w.failing_since as "failingSince"`

export const endpointsOn = (queries: Queries): Promise<Endpoint[]> =>
  queries.rows<Endpoint>(sql`select ${endpointColumns} from webhook w where w.state = 'on' and w.deleted_at is null order by w.id`)

export const readEndpoint = (queries: Queries, id: string): Promise<Endpoint | undefined> =>
  queries.row<Endpoint>(sql`select ${endpointColumns} from webhook w where w.id = ${id} and w.deleted_at is null`)

export interface Secret {
  id: string
  sealed: string
  createdAt: string
  until: string | null
}

/** The secrets that still sign, the newest first. */
export const secretsOf = (queries: Queries, webhook: string): Promise<Secret[]> =>
  queries.rows<Secret>(
    sql`select id, sealed, created_at as "createdAt", until from webhook_secret where webhook_id = ${webhook} and (until is null or until > now()) order by id desc`,
  )

/** Keeps a new secret; those before it sign for some hours more. */
export async function keepSecret(tx: Transaction, webhook: string, sealed: string, hours: number): Promise<void> {
  await tx.run(sql`select 1 from webhook where id = ${webhook} for update`)
  await tx.run(sql`delete from webhook_secret where webhook_id = ${webhook} and until is not null`)
  await tx.run(sql`update webhook_secret set until = now() + make_interval(hours => ${hours}) where webhook_id = ${webhook}`)
  await tx.run(sql`insert into webhook_secret (id, webhook_id, sealed, created_at) values (${newId()}, ${webhook}, ${sealed}, now())`)
}

export interface Attempt {
  at: string
  /** What the other side answered; null where it did not. */
  status: number | null
  ms: number
  /** The beginning of what it said, or why there was no answer. */
  answer: string
}

export type DeliveryState = 'waiting' | 'done' | 'failed' | 'withheld'

export interface Delivery {
  id: string
  webhook: string
  event: string
  position: number
  type: string
  state: DeliveryState
  createdAt: string
  dueAt: string | null
  tries: number
  attempts: Attempt[]
  finishedAt: string | null
}

const deliveryColumns = sql`d.id, d.webhook_id as webhook, d.event_id as event, d.position, d.type, d.state, d.created_at as "createdAt", d.due_at as "dueAt", d.tries, d.attempts, d.finished_at as "finishedAt"`

/** Leaves messages to be sent. What is there already stays what it is, unless it is to be sent once more. */
export const leaveDeliveries = (
  queries: Queries,
  rows: readonly { webhook: string; event: string; position: number; type: string }[],
  again = false,
): Promise<number> =>
  rows.length === 0
    ? Promise.resolve(0)
    : queries.run(
        sql`insert into webhook_delivery (id, webhook_id, event_id, position, type, state, created_at, due_at)
          select v.id, v.webhook, v.event, v.position, v.type, 'waiting', now(), now() from unnest(${rows.map(() => newId())}::uuid[], ${rows.map((row) => row.webhook)}::uuid[],
            ${rows.map((row) => row.event)}::uuid[], ${rows.map((row) => row.position)}::bigint[], ${rows.map((row) => row.type)}::text[]) as v(id, webhook, event, position, type)
          on conflict (webhook_id, event_id) ${again ? sql`do update set state = 'waiting', due_at = now(), tries = 0, finished_at = null where webhook_delivery.state <> 'waiting'` : sql`do nothing`}`,
      )

/** So long one message may take at most; who has not settled it by then has been killed. */
const claimSeconds = 60

/**
 * Takes the next message of an endpoint that is due. One at a time for each endpoint, whoever asks on whatever node: first tries go out in
 * the order in which things happened.
 */
export async function claimDelivery(tx: Transaction, webhook: string): Promise<Delivery | undefined> {
  // In a statement of its own: the next one must see what the one who was waited for has done.
  await tx.run(sql`select pg_advisory_xact_lock(hashtext(${`zhike.webhook.${webhook}`}))`)
  return tx.row<Delivery>(
    sql`with next as (select d.id from webhook_delivery d where d.webhook_id = ${webhook} and d.state = 'waiting' and d.due_at <= now()
        and not exists (select from webhook_delivery o where o.webhook_id = ${webhook} and o.state = 'waiting' and o.claimed_until > now())
        order by d.position limit 1)
      update webhook_delivery d set claimed_until = now() + make_interval(secs => ${claimSeconds}) from next where d.id = next.id returning ${deliveryColumns}`,
  )
}

/** Writes down what came of a try. Without a time to try again it is over. */
export const settleDelivery = (
  queries: Queries,
  id: string,
  { state, attempt, again }: { state: DeliveryState; attempt?: Attempt; again?: number },
): Promise<number> =>
  queries.run(
    sql`update webhook_delivery set state = ${state}, claimed_until = null, tries = tries + ${attempt ? 1 : 0},
        attempts = (case when jsonb_array_length(attempts) >= 20 then attempts - 0 else attempts end) || ${JSON.stringify(attempt ? [attempt] : [])}::jsonb,
        due_at = case when ${again ?? null}::integer is null then null else now() + make_interval(secs => ${again ?? 0}) end,
        finished_at = case when ${state} = 'waiting' then null else now() end
      where id = ${id}`,
  )

/** The endpoints for which something is due, and nobody is at it. */
export const endpointsDue = async (queries: Queries): Promise<string[]> =>
  (
    await queries.arrays(
      sql`select w.id from webhook w where w.state = 'on' and w.deleted_at is null and exists (select from webhook_delivery d where d.webhook_id = w.id and d.state = 'waiting' and d.due_at <= now())`,
    )
  ).map(([id]) => id as string)

export const deliveriesOf = (
  queries: Queries,
  webhook: string,
  { state, before, limit }: { state?: DeliveryState | undefined; before?: string | undefined; limit: number },
): Promise<Delivery[]> =>
  queries.rows<Delivery>(
    sql`select ${deliveryColumns} from webhook_delivery d where d.webhook_id = ${webhook} ${state ? sql`and d.state = ${state}` : sql.empty}
      ${before ? sql`and d.id < ${before}` : sql.empty} order by d.id desc limit ${limit}`,
  )

export const readDelivery = (queries: Queries, webhook: string, id: string): Promise<Delivery | undefined> =>
  queries.row<Delivery>(sql`select ${deliveryColumns} from webhook_delivery d where d.webhook_id = ${webhook} and d.id = ${id}`)

/** What was sealed of what happened in a span of time, in its order; the bounds in milliseconds. */
export const eventsBetween = (
  queries: Queries,
  from: number,
  until: number,
  limit: number,
): Promise<{ id: string; type: string; position: number }[]> =>
  queries.rows(
    sql`select e.id, e.type, s.position from event e join seal s on s.event_id = e.id
      where e.id >= ${firstIdAt(from)}::uuid and e.id < ${firstIdAt(until)}::uuid order by e.id limit ${limit}`,
  )

export const readEvent = async (queries: Queries, id: string): Promise<StoredEvent | undefined> =>
  (await readEvents(queries, sql`e.id = ${id}`, sql`e.id`, 1))[0]

export const positionsOf = async (queries: Queries, events: readonly string[]): Promise<Map<string, number>> =>
  new Map(
    (
      await queries.rows<{ id: string; position: number }>(
        sql`select event_id as id, position from seal where event_id = any(${events}::uuid[])`,
      )
    ).map(({ id, position }) => [id, position]),
  )

/** The log is kept for a month. */
export const forgetDeliveries = (queries: Queries): Promise<number> =>
  queries.run(sql`delete from webhook_delivery where created_at < now() - interval '30 days' and state <> 'waiting'`)
