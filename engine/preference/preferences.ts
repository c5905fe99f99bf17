import { badFields } from '#engine/action/refusal.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Queries } from '#engine/store/database.ts'
import { sql } from '#engine/store/sql.ts'
import { words } from '#engine/text/words.ts'
import type { PreferenceType } from './define-preference.ts'

/**
 * Personal settings are nobody else's business: they are no records, have no history, and are read and written by their user alone.
 * A value that an older version kept and this one does not understand counts as not chosen.
 */
const valueOf = <T>(type: PreferenceType<T>, stored: unknown): T => {
  const read = stored === undefined ? undefined : type.schema.safeParse(stored)
  return read?.success ? read.data : type.initial
}

/** What each of these users has chosen. */
export async function readPreferences<T>(queries: Queries, type: PreferenceType<T>, users: readonly string[]): Promise<Map<string, T>> {
  const rows = await queries.rows<{ user_id: string; value: unknown }>(
    sql`select user_id, value from preference where user_id = any(${users}::uuid[]) and key = ${type.key}`,
    'prepare',
  )
  const stored = new Map(rows.map((row) => [row.user_id, row.value]))
  return new Map(users.map((user) => [user, valueOf(type, stored.get(user))]))
}

/** All that a user has chosen or could, by key. */
export async function allPreferences(runtime: Runtime, user: string): Promise<Record<string, unknown>> {
  const rows = await runtime.database.rows<{ key: string; value: unknown }>(sql`select key, value from preference where user_id = ${user}`)
  const stored = new Map(rows.map((row) => [row.key, row.value]))
  return Object.fromEntries([...runtime.house.preferences.values()].map((type) => [type.key, valueOf(type, stored.get(type.key))]))
}

/** Keeps what a user has chosen; each value replaces the one before. Refuses what no preference is, and values that do not fit. */
export async function keepPreferences(runtime: Runtime, user: string, given: Readonly<Record<string, unknown>>): Promise<void> {
  const chosen = Object.entries(given).map(([key, value]) => {
    const type = runtime.house.preferences.get(key)
    if (!type) throw badFields({ [key]: words('没有这项设置', 'there is no such preference') })
    const read = type.schema.safeParse(value)
    if (!read.success) throw badFields({ [key]: words('内容不对', 'is not a value of this preference') })
    return { type, value: read.data as unknown }
  })
  await runtime.database.transaction(async (tx) => {
    for (const { type, value } of chosen) {
      await tx.run(
        sql`insert into preference (user_id, key, value, at) values (${user}, ${type.key}, ${JSON.stringify(value)}, now())
          on conflict (user_id, key) do update set value = excluded.value, at = excluded.at`,
      )
      await type.kept?.(runtime, tx, user, value)
    }
  })
}
