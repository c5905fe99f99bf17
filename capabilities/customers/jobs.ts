import { systemActor } from '#engine/access/actor.ts'
import { verbOf } from '#engine/action/derived.ts'
import { perform } from '#engine/action/perform.ts'
import { Refusal } from '#engine/action/refusal.ts'
import { defineJob } from '#engine/job/define-job.ts'
import { scanPairs, type FoundPair } from '#engine/match/scan.ts'
import type { Runtime } from '#engine/runtime.ts'
import { words } from '#engine/text/words.ts'
import { reckonStays } from '#engine/segment/stays.ts'
import { activeSegments, knownPairs } from './queries.ts'

/** Every pair by one name, whichever comes first: ids rise with time, so the older customer is the one that would stay. */
const inOrder = ({ a, b }: FoundPair): [string, string] => (a < b ? [a, b] : [b, a])
const nameOf = (pair: FoundPair): string => inOrder(pair).join(':')

async function note(runtime: Runtime, found: readonly FoundPair[]): Promise<void> {
  const known = await knownPairs(runtime.database, found.map(nameOf))
  const fresh = found.filter((pair) => !known.has(nameOf(pair)))
  if (fresh.length === 0) return
  const { house } = runtime
  await perform(
    runtime,
    systemActor,
    verbOf(house, house.shapes.get('duplicate')!, 'create'),
    fresh.map((pair) => {
      const [customer, other] = inOrder(pair)
      const reasons = pair.match.reasons.filter(({ bits }) => bits > 0).map((reason) => reason.words.zh)
      return {
        input: {
          customer,
          other,
          pair: nameOf(pair),
          score: Math.floor(pair.match.score * 100),
          reasons: reasons.slice(0, 5).join('；').slice(0, 300) || '多处相近',
        },
      }
    }),
    // Somebody else may have found or merged one of them at this very moment.
    { partial: true },
  )
}

/** Looks over the whole base every night; what was decided already is not brought up again. */
const findDuplicates = defineJob('find-duplicates', {
  words: words('查找重复客户', 'Look for duplicate customers'),
  schedule: '40 2 * * *',
  async run(runtime, _, { signal }) {
    const matching = runtime.house.matchings.get('customer')!
    for await (const found of scanPairs(runtime.database, matching, signal)) await note(runtime, found)
  },
})

/** Notes who came into a segment and who left it. What can no longer be asked has no history until somebody mends it. */
const reckon = (runtime: Runtime, segment: string) =>
  reckonStays(runtime, segment).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    runtime.log.warn({ segment, code: error.code }, 'a segment cannot be reckoned')
  })

const reckonOne = defineJob<{ segment: string }>('reckon-segment', {
  words: words('统计分群的成员变化', 'Keep the history of a segment'),
  run: (runtime, { segment }) => reckon(runtime, segment),
})

const reckonAll = defineJob('reckon-segments', {
  words: words('每晚统计分群的成员变化', 'Keep the history of all segments'),
  schedule: '20 1 * * *',
  async run(runtime, _, { signal }) {
    for (const segment of await activeSegments(runtime.database)) {
      if (signal.aborted) throw new Error('stopped; goes on later')
      await reckon(runtime, segment)
    }
  },
})

export const customerJobs = [findDuplicates, reckonOne, reckonAll]
