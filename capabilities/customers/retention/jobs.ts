import { hasRight, systemActor, type Actor } from '#engine/access/actor.ts'
import { performOnSelection } from '#engine/action/bulk.ts'
import { verbOf } from '#engine/action/derived.ts'
import { perform } from '#engine/action/perform.ts'
import { Refusal } from '#engine/action/refusal.ts'
import { purgeRecycled } from '#engine/erase/purge.ts'
import { defineJob } from '#engine/job/define-job.ts'
import { notify } from '#engine/notice/notify.ts'
import type { Runtime } from '#engine/runtime.ts'
import { fill, say, words, type Words } from '#engine/text/words.ts'
import { erasePerson } from '../actions/answer-request.ts'
import { settleRetention } from '../actions/keep-retention.ts'
import { retentionStopped } from '../notices.ts'
import { administrators } from '../queries.ts'
import { isAsTried, isTooMuch, versionTried, type RetentionDeed } from '../rules/retention.ts'
import { judge } from './judge.ts'
import { activeRules, clearRuns, contactsToErase, countRun, hitsOf, newRun, readRule, type Hit, type Rule } from './queries.ts'

/** Each erasing goes through everything that was ever said: so many a night, and the others in the nights after. */
const mostErased = 20
const batch = 500

const noOwner = words('负责人已停用或没有权限', 'Its owner has been switched off or has no right')
const notTried = words('规则改动后没有再试运行', 'It has changed since it was tried')
const tooMuch = words('会处理 {hits} 条，超过全部 {all} 条的 {percent}%', 'It would do {hits} records, more than {percent}% of all {all}')

const settle = (runtime: Runtime, rule: string, input: object) =>
  perform(runtime, systemActor, settleRetention, [{ id: rule, input: input as Record<string, unknown> }])

const ruleAt = ({ database, house }: Runtime, id: string): Promise<Rule | undefined> => readRule(database, house, id)

/** A rule stops itself: nothing more of it happens until a person has looked. */
async function stop(runtime: Runtime, rule: Rule, fault: Words): Promise<void> {
  const { database, clock } = runtime
  await settle(runtime, rule.id, {
    fault: `${say(fault, 'zh')} · ${say(fault, 'en')}`,
    lastRunAt: new Date(clock()).toISOString(),
    lastDone: 0,
  })
  await notify(database, {
    kind: retentionStopped,
    to: [...new Set([...(await administrators(database)), rule.owner])],
    record: 'retentionRule',
    recordId: rule.id,
    args: {},
    key: `${rule.id}:${rule.version}`,
    at: new Date(clock()).toISOString(),
  })
}

const hitsIn = async (runtime: Runtime, run: string): Promise<number> =>
  (await countRun(runtime.database, run)).find(({ spared }) => spared === null)?.n ?? 0

const tryRule = defineJob<{ rule: string }>('try-retention', {
  words: words('试运行保存期限', 'Try a retention rule'),
  async run(runtime, { rule: id }, { signal }) {
    const rule = await ruleAt(runtime, id)
    if (!rule) return
    const owner = await runtime.actorOf(rule.owner, 'job')
    const run = newRun()
    if (owner) await judge(runtime, owner, rule, run, signal)
    await clearRuns(runtime.database, id, run)
    const hits = await hitsIn(runtime, run)
    const triedAt = new Date(runtime.clock()).toISOString()
    await settle(runtime, id, {
      trial: run,
      triedAt,
      triedVersion: owner ? versionTried(rule) : null,
      hits,
      fault: owner ? null : say(noOwner, 'zh'),
    })
  },
  givenUp: (runtime, { rule }) => settle(runtime, rule, { trial: 'failed' }),
})

/** Puts what a rule has found into the recycle bin: one operation with report and undo, in which one bad record stops nothing. */
async function recycle(runtime: Runtime, owner: Actor, rule: Rule, hits: readonly Hit[]): Promise<number> {
  const shape = runtime.house.shapes.get(rule.what)!
  const ids = hits.map(({ id }) => id)
  const { total, report } = await performOnSelection(runtime, owner, verbOf(runtime.house, shape, 'recycle'), shape, { ids }, {}, 'run')
  return total - report.length
}

async function purge(runtime: Runtime, owner: Actor, _: Rule, hits: readonly Hit[], signal: AbortSignal): Promise<number> {
  let done = 0
  for (const [record, group] of Map.groupBy(hits, (hit) => hit.record))
    for (let i = 0; i < group.length; i += batch) {
      if (signal.aborted) throw new Error('stopped; goes on later')
      const ids = group.slice(i, i + batch).map(({ id }) => id)
      done += await purgeRecycled(runtime, owner, runtime.house.shapes.get(record)!, ids)
    }
  return done
}

/** Erases people by a request each, which holds the proof. */
async function erase(runtime: Runtime, owner: Actor, rule: Rule, hits: readonly Hit[]): Promise<number> {
  let done = 0
  const { house, database } = runtime
  if (!hasRight(owner, 'erase', house.shapes.get('contact')!)) throw new Refusal('not-allowed', noOwner)
  const request = verbOf(house, house.shapes.get('subjectRequest')!, 'create')
  for (const { id, customer, name } of await contactsToErase(
    database,
    hits.slice(0, mostErased).map((hit) => hit.id),
  ))
    try {
      const made = await perform(runtime, owner, request, [{ input: { customer, contact: id, kind: 'erase', channel: rule.name } }])
      await perform(runtime, owner, erasePerson, [{ id: made.items[0]!.id!, input: { name, answer: rule.note } }])
      done += 1
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      runtime.log.warn({ rule: rule.id, contact: id, code: error.code }, 'a person could not be erased by a retention rule')
    }
  return done
}

type Deed = (runtime: Runtime, owner: Actor, rule: Rule, hits: readonly Hit[], signal: AbortSignal) => Promise<number>

const deeds: Record<RetentionDeed, Deed> = { recycle, purge, erase }

/** One night of one rule. */
async function act(runtime: Runtime, id: string, signal: AbortSignal): Promise<void> {
  const rule = await ruleAt(runtime, id)
  if (rule?.state !== 'active') return
  const owner = await runtime.actorOf(rule.owner, 'job')
  if (!owner) return stop(runtime, rule, noOwner)
  if (!isAsTried(rule)) return stop(runtime, rule, notTried)
  const run = newRun()
  const all = await judge(runtime, owner, rule, run, signal)
  await clearRuns(runtime.database, id, rule.trial)
  const found = await hitsIn(runtime, run)
  if (rule.what !== 'bin' && isTooMuch(found, all, rule.mostPercent))
    return stop(runtime, rule, fill(tooMuch, { hits: found, all, percent: rule.mostPercent }))
  const hits = await hitsOf(runtime.database, run, null, rule.mostPerNight)
  const done = hits.length === 0 ? 0 : await deeds[rule.deed as RetentionDeed](runtime, owner, rule, hits, signal)
  await settle(runtime, id, { lastRunAt: new Date(runtime.clock()).toISOString(), lastDone: done })
}

const keepTerm = defineJob<{ rule: string }>('keep-retention-term', {
  words: words('执行一条保存期限', 'Keep one retention term'),
  async run(runtime, { rule: id }, { signal }) {
    try {
      await act(runtime, id, signal)
    } catch (error) {
      // A rule that can no longer be asked, or whose owner may no longer do it, stops.
      const rule = await ruleAt(runtime, id)
      if (!(error instanceof Refusal) || !rule) throw error
      await stop(runtime, rule, error.words)
    }
  },
})

/** Each rule is a job of its own: one that fails is tried again and keeps no other waiting. */
const keepTerms = defineJob('keep-retention-terms', {
  words: words('每晚执行保存期限', 'Keep the retention terms'),
  schedule: '40 3 * * *',
  async run({ database, enqueue }) {
    for (const rule of await activeRules(database)) await enqueue(database, 'keep-retention-term', { rule }, { key: rule })
  },
})

export const retentionJobs = [tryRule, keepTerm, keepTerms]
