import { refuse } from '#engine/action/refusal.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Database } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'

/**
 * So many requests a minute may one token send, all nodes together. What is left of a minute stands in the database; a node takes a handful out
 * of it and spends that by itself, so that not every request writes. Together they never spend more than there is.
 */
export const usualTokenRate = 1200

const handful = 20

interface Purse {
  minute: number
  left: number
  /** A handful that is on its way; who comes meanwhile waits for it. */
  taking?: Promise<boolean> | undefined
}

const purses = new WeakMap<Database, Map<string, Purse>>()

async function take({ database }: Runtime, token: string, purse: Purse, rate: number): Promise<boolean> {
  const wanted = Math.min(handful, rate)
  const taken = await database.run(
    sql`insert into token_usage as u (token_id, minute, taken) values (${token}, ${purse.minute}, ${wanted})
      on conflict (token_id) do update set minute = excluded.minute, taken = case when u.minute = excluded.minute then u.taken + ${wanted} else ${wanted} end
      where u.minute < excluded.minute or (u.minute = excluded.minute and u.taken + ${wanted} <= ${rate})`,
  )
  if (taken > 0) purse.left += wanted
  return taken > 0
}

/** Counts a request of a token. Refuses it where the minute's are spent; the refusal says when there are more. */
export async function spendRequest(runtime: Runtime, token: string): Promise<void> {
  const rate = runtime.tokenRate
  if (rate === 0) return
  const known = purses.get(runtime.database) ?? new Map<string, Purse>()
  purses.set(runtime.database, known)
  const now = runtime.clock()
  const minute = Math.floor(now / 60_000)
  let purse = known.get(token)
  if (purse?.minute !== minute) {
    if (known.size > 5000) known.clear()
    known.set(token, (purse = { minute, left: 0 }))
  }
  do {
    if (purse.left > 0) {
      purse.left -= 1
      return
    }
    purse.taking ??= take(runtime, token, purse, rate).finally(() => (purse.taking = undefined))
  } while (await purse.taking)
  const wait = Math.max(1, Math.ceil(((minute + 1) * 60_000 - now) / 1000))
  throw refuse(
    'too-many-requests',
    words(
      `这个令牌每分钟最多 ${rate} 次请求，${wait} 秒后再试。`,
      `This token may send ${rate} requests a minute; try again in ${wait} seconds.`,
    ),
    { status: 429, detail: { retryAfter: wait } },
  )
}
