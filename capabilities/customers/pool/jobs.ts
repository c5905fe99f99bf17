import { systemActor } from '#engine/access/actor.ts'
import { advanceOperation, startOperation, type Operation } from '#engine/action/operations.ts'
import { perform } from '#engine/action/perform.ts'
import { Refusal } from '#engine/action/refusal.ts'
import { defineJob } from '#engine/job/define-job.ts'
import { notify } from '#engine/notice/notify.ts'
import type { Runtime } from '#engine/runtime.ts'
import { words } from '#engine/text/words.ts'
import { addDays } from '#engine/time/days.ts'
import { dayAt } from '#engine/time/zone.ts'
import { settlePool, stopReturns } from '../actions/keep-pools.ts'
import { returnToPool } from '../actions/move-to-pool.ts'
import { poolStopped, returnsSoon } from '../notices.ts'
import { administrators } from '../queries.ts'
import { isTooMany } from '../rules/pool.ts'
import { questionOf, watchedOwners } from '../actions/foresee-returns.ts'
import {
  countFalls,
  countFound,
  fallsBy,
  findFalls,
  forgetUse,
  newRun,
  noteWarned,
  ownersToWarn,
  readPool,
  returningPools,
  type PoolRow,
} from './queries.ts'

const batch = 500
const start = '00000000-0000-0000-0000-000000000000'

const settle = (runtime: Runtime, pool: string, input: Record<string, unknown>) =>
  perform(runtime, systemActor, settlePool, [{ id: pool, input }])

const poolAt = ({ database, house }: Runtime, id: string): Promise<PoolRow | undefined> => readPool(database, house, id)

const nowOf = (runtime: Runtime): string => new Date(runtime.clock()).toISOString()

/** Finds which customers return within the time of warning. */
async function list(runtime: Runtime, pool: PoolRow, signal: AbortSignal): Promise<void> {
  const { database } = runtime
  const today = dayAt(runtime.clock())
  const asked = questionOf(pool, await watchedOwners(database, pool), today, addDays(today, pool.warnDays))
  await database.transaction((tx) =>
    findFalls(tx, asked, () => {
      if (signal.aborted) throw new Error('stopped; begins anew later')
    }),
  )
  const [{ tonight }, { watched }] = await Promise.all([
    countFound(database, pool.id, null, today),
    countFalls(database, { ...asked, rules: [] }),
  ])
  await settle(runtime, pool.id, { watched, falls: tonight, foreseenAt: nowOf(runtime) })
}

const foreseeOne = defineJob<{ pool: string }>('foresee-returns', {
  words: words('列出今晚退回公海的客户', 'List who returns to a pool tonight'),
  async run(runtime, { pool: id }, { signal }) {
    const pool = await poolAt(runtime, id)
    if (pool) await list(runtime, pool, signal)
  },
})

const failed = words('处理时出错，其余客户不受影响', 'an error; the others went through')

/** Returns some customers. What goes wrong with one is noted, and stops none of the others. */
async function returnSome(runtime: Runtime, pool: string, operation: string, ids: readonly string[]): Promise<number> {
  let moved = 0
  const report: Operation['report'] = []
  const attempt = async (some: readonly string[]): Promise<void> => {
    try {
      const { items } = await perform(
        runtime,
        systemActor,
        returnToPool,
        some.map((id) => ({ id, input: { pool } })),
        { partial: true, operation },
      )
      // Whoever was followed up on at this very moment stays, and that is no fault.
      for (const { id, refusal } of items)
        if (!refusal) moved += 1
        else if (!['not-due', 'not-found', 'bad-state'].includes(refusal.code))
          report.push({ ...(id ? { id } : {}), code: refusal.code, words: refusal.words })
    } catch (error) {
      if (some.length > 1) {
        const half = Math.ceil(some.length / 2)
        await attempt(some.slice(0, half))
        return attempt(some.slice(half))
      }
      runtime.log.error({ err: error, customer: some[0], pool }, 'a customer could not return to its pool')
      report.push({
        id: some[0]!,
        code: error instanceof Refusal ? error.code : 'failed',
        words: error instanceof Refusal ? error.words : failed,
      })
    }
  }
  await attempt(ids)
  await advanceOperation(runtime.database, operation, { done: moved, refused: report.length, report })
  return report.length
}

/** Moves everybody whose last day is over: one operation with report and undo. */
async function act(runtime: Runtime, pool: PoolRow, signal: AbortSignal): Promise<void> {
  const { database } = runtime
  const over = addDays(dayAt(runtime.clock()), -1)
  const { tonight } = await countFound(database, pool.id, null, over)
  const operation = newRun()
  if (tonight > 0)
    await startOperation(database, systemActor, {
      id: operation,
      action: returnToPool.name,
      record: 'customer',
      total: tonight,
      input: { pool: pool.id },
    })
  let [done, faults] = [0, 0]
  for (let after = start; ;) {
    const ids = await fallsBy(database, pool.id, over, after, batch)
    if (ids.length === 0 || signal.aborted) break
    faults += await returnSome(runtime, pool.id, operation, ids)
    done += ids.length
    after = ids.at(-1)!
  }
  if (tonight > 0)
    await advanceOperation(database, operation, { done: 0, refused: 0, report: [], finished: signal.aborted ? 'stopped' : 'done' })
  if (signal.aborted) throw new Error('stopped; the others return when it begins anew')
  await settle(runtime, pool.id, { lastRunAt: nowOf(runtime), lastDone: done - faults, lastFaults: faults })
}

/** Tells owners who of theirs returns soon: when the time begins, and once more on the last day. */
async function warn(runtime: Runtime, pool: PoolRow): Promise<void> {
  const { database } = runtime
  const today = dayAt(runtime.clock())
  for (const { owner, n, until } of await ownersToWarn(database, pool.id, today))
    await notify(database, {
      kind: returnsSoon,
      to: owner,
      args: { n, until, pool: pool.id },
      key: `${pool.id}:${today}`,
      at: nowOf(runtime),
    })
  await noteWarned(database, pool.id, today)
}

async function stop(runtime: Runtime, pool: PoolRow): Promise<void> {
  await perform(runtime, systemActor, stopReturns, [{ id: pool.id }])
  await notify(runtime.database, {
    kind: poolStopped,
    to: [...new Set([...pool.keepers, ...(await administrators(runtime.database))])],
    record: 'pool',
    recordId: pool.id,
    key: `${pool.id}:${pool.version}`,
    at: nowOf(runtime),
  })
}

/** One night of one pool: who is over the time returns, whoever is about to be is warned. What nobody has seen and would be too many stops it. */
const keepOne = defineJob<{ pool: string }>('keep-pool', {
  words: words('一个公海的夜间退回', 'One night of a pool'),
  async run(runtime, { pool: id }, { signal }) {
    const pool = await poolAt(runtime, id)
    if (pool?.state !== 'on') return
    await list(runtime, pool, signal)
    const over = addDays(dayAt(runtime.clock()), -1)
    const [{ tonight: falls }, owners] = await Promise.all([
      countFound(runtime.database, id, null, over),
      watchedOwners(runtime.database, pool),
    ])
    const { watched } = await countFalls(runtime.database, { ...questionOf(pool, owners, over, over), rules: [] })
    if (isTooMany(falls, watched) && falls > (pool.seenFalls ?? 0)) return stop(runtime, pool)
    await act(runtime, pool, signal)
    const now = (await poolAt(runtime, id))!
    await list(runtime, now, signal)
    await warn(runtime, now)
  },
})

const keepAll = defineJob('keep-pools', {
  words: words('每晚退回公海', 'Return customers to the pools'),
  schedule: '10 2 * * *',
  async run({ database, enqueue, clock }) {
    await forgetUse(database, dayAt(clock()))
    for (const { id } of await returningPools(database)) await enqueue(database, 'keep-pool', { pool: id }, { key: id })
  },
})

export const poolJobs = [foreseeOne, keepOne, keepAll]
