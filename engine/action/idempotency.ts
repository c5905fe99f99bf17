import type { Actor } from '#engine/access/actor.ts'
import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import { refuse } from './refusal.ts'
import type { ItemResult, Outcome } from './outcome.ts'

/** The caller's key for "this very request", with a digest of what it asks. */
export interface IdempotencyKey {
  key: string
  route: string
  bodyHash: Buffer
}

interface Answer {
  operation: string
  items: ItemResult[]
}

/**
 * What the same key was answered before, by the same actor on the same route. Refuses with 409 while the first request still runs
 * and with 422 where the key came with another body.
 */
export async function answerBefore(tx: Queries, actor: Actor, { key, route, bodyHash }: IdempotencyKey): Promise<Answer | null> {
  const free = await tx.row<{ free: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`${actor.id} ${route} ${key}`}, 7)) as free`,
  )
  if (!free?.free) throw refuse('still-running', words('同一请求正在处理。', 'The same request is still being worked on.'), { status: 409 })
  const row = await tx.row<{ body_hash: Buffer; answer: Answer }>(
    sql`select body_hash, answer from idempotency where actor_id = ${actor.id} and route = ${route} and key = ${key} and at > now() - interval '24 hours'`,
  )
  if (!row) return null
  if (!row.body_hash.equals(bodyHash))
    throw refuse('key-reused', words('这个 Idempotency-Key 已用于另一个请求。', 'This Idempotency-Key was used for another request.'), {
      status: 422,
    })
  return row.answer
}

/** Keeps the answer in the same transaction as the work: either both are there or neither. */
export async function rememberAnswer(tx: Queries, actor: Actor, { key, route, bodyHash }: IdempotencyKey, outcome: Outcome): Promise<void> {
  const answer: Answer = {
    operation: outcome.operation,
    items: outcome.items.map(({ id, version, refusal }) => ({
      ...(id ? { id } : {}),
      ...(version ? { version } : {}),
      ...(refusal ? { refusal } : {}),
    })),
  }
  await tx.run(
    sql`insert into idempotency (actor_id, route, key, body_hash, answer, at) values (${actor.id}, ${route}, ${key}, ${bodyHash}, ${JSON.stringify(answer)}, now())
      on conflict (actor_id, route, key) do update set body_hash = excluded.body_hash, answer = excluded.answer, at = excluded.at`,
  )
}
