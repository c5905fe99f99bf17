import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { snake } from '#engine/store/columns.ts'
import type { Queries } from '#engine/store/database.ts'
import { rowReader } from '#engine/store/rows.ts'
import { sql } from '#engine/store/sql.ts'
import { searchFields, searchSignature, searchVector } from './fields.ts'
import { noteSounds } from './sounds.ts'

/**
 * Search words of rows that are there are renewed in the background when the way they are made has changed: by a new version of the
 * product, or by a custom field that is searched from now on. They are quiet values: no version rises and no event is written.
 */

const batch = 500

interface State {
  signature: string
  renewing: string | null
  cursor: string | null
}

const lockState = (queries: Queries, record: string, how: 'wait' | 'skip') =>
  queries.row<State>(
    sql`select signature, renewing, cursor from search_words where record = ${record} for update ${sql.raw(how === 'skip' ? 'skip locked' : '')}`,
  )

/**
 * Finds the record types whose stored search words are not those of today, and leaves a job for each. Asked at every start and whenever
 * custom fields have changed; several nodes may ask at once.
 * @param delay milliseconds until the job may start: while other nodes have not heard of the change, they still write as before.
 */
export async function planRenewal(runtime: Runtime, delay = 0): Promise<void> {
  const { database, house } = runtime
  const shapes = [...house.shapes.values()].filter((shape) => searchFields(shape).length > 0)
  const known = new Map(
    (await database.rows<State & { record: string }>(sql`select record, signature, renewing, cursor from search_words`)).map((state) => [
      state.record,
      state,
    ]),
  )
  for (const shape of shapes) {
    const wanted = searchSignature(shape)
    const state = known.get(shape.name)
    if (state?.signature === wanted && state.renewing === null) continue
    await database.transaction(async (tx) => {
      await tx.run(sql`insert into search_words (record, signature, at) values (${shape.name}, '', now()) on conflict (record) do nothing`)
      const now = (await lockState(tx, shape.name, 'wait'))!
      if (now.signature === wanted && now.renewing === null) return
      if (!(await tx.row(sql`select 1 from ${sql.id(snake(shape.name))} limit 1`))) return void (await finish(tx, shape, wanted))
      if (now.renewing !== wanted)
        await tx.run(sql`update search_words set renewing = ${wanted}, cursor = null, done = 0, at = now() where record = ${shape.name}`)
      const isWaiting = await tx.row(
        sql`select 1 from queue.job where name = 'renew-search-words' and state in ('created', 'retry', 'active') and data->>'record' = ${shape.name}`,
      )
      if (isWaiting) return
      const at = new Date(Date.now() + delay).toISOString()
      await runtime.enqueue(tx, 'renew-search-words', { record: shape.name }, delay > 0 ? { at } : {})
    })
  }
}

const finish = (queries: Queries, shape: Shape, signature: string) =>
  queries.run(
    sql`update search_words set signature = ${signature}, renewing = null, cursor = null, at = now() where record = ${shape.name}`,
  )

/**
 * Goes on with the renewal of one record type from where it stands, the newest rows first; a kill loses no more than a batch. Each batch
 * holds its rows for the blink that it takes, so that nobody's change comes in between.
 */
export async function continueRenewal(runtime: Runtime, record: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    if (signal.aborted) throw new Error('stopped; goes on later')
    const shape = runtime.house.shapes.get(record)
    if (!shape) return
    const isOver = await runtime.database.transaction((tx) => renewBatch(tx, shape))
    if (isOver) return
  }
}

/** Renews one batch. True where nothing is left to do, or another worker is at it. */
async function renewBatch(tx: Queries, shape: Shape): Promise<boolean> {
  const state = await lockState(tx, shape.name, 'skip')
  if (!state?.renewing) return true
  // This node has not heard yet which fields are searched now; it will have by the next try.
  if (state.renewing !== searchSignature(shape)) throw new Error(`the search words of ${shape.name} are made otherwise here`)
  const table = sql.id(snake(shape.name))
  const reader = rowReader(shape, 't', new Set(searchFields(shape).map((field) => field.name)))
  const ids = (
    await tx.arrays(
      sql`select t.id from ${table} t where ${state.cursor ? sql`t.id < ${state.cursor}::uuid` : sql.raw('true')} order by t.id desc limit ${batch}`,
    )
  ).map(([id]) => id as string)
  const last = ids.at(-1)
  if (!last) {
    await finish(tx, shape, state.renewing)
    return true
  }
  const rows = (
    await tx.arrays(sql`select ${reader.select} from ${table} t where t.id = any(${ids}::uuid[]) order by t.id for no key update`)
  ).map(reader.read)
  await noteSounds(tx, shape, rows)
  await tx.run(
    sql`update ${table} t set search = v.words::tsvector
      from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => searchVector(shape, row))}::text[]) as v(id, words)
      where t.id = v.id and t.search is distinct from v.words::tsvector`,
  )
  await tx.run(sql`update search_words set cursor = ${last}::uuid, done = done + ${ids.length}, at = now() where record = ${shape.name}`)
  return false
}

const asked = new WeakMap<Runtime, { until: number; answer: Promise<boolean> }>()

/** Whether words are being renewed now, so that a search may not find everything; looked up every few seconds. */
export function isRenewing(runtime: Runtime): Promise<boolean> {
  const now = Date.now()
  const known = asked.get(runtime)
  if (known && known.until > now) return known.answer
  const answer = runtime.database.row(sql`select 1 from search_words where renewing is not null limit 1`).then((row) => row !== undefined)
  asked.set(runtime, { until: now + 5_000, answer })
  answer.catch(() => asked.delete(runtime))
  return answer
}
