import { systemActor } from '#engine/access/actor.ts'
import { verbOf } from '#engine/action/derived.ts'
import { perform } from '#engine/action/perform.ts'
import { defineJob } from '#engine/job/define-job.ts'
import { scanPairs, type FoundPair } from '#engine/match/scan.ts'
import type { Runtime } from '#engine/runtime.ts'
import { say, words, type Locale, type Words } from '#engine/text/words.ts'
import { knownPairs } from './queries.ts'

/** Every pair by one name, whichever comes first: ids rise with time, so the older customer is the one that would stay. */
const inOrder = ({ a, b }: FoundPair): [string, string] => (a < b ? [a, b] : [b, a])
const nameOf = (pair: FoundPair): string => inOrder(pair).join(':')

/** The weightiest reasons as one line in each language. */
function reasonsOf({ match }: FoundPair): Words {
  const weighty = match.reasons.filter(({ bits }) => bits > 0).slice(0, 5)
  const line = (locale: Locale, between: string) =>
    weighty
      .map(({ words: reason }) => say(reason, locale))
      .join(between)
      .slice(0, 500)
  return weighty.length > 0 ? words(line('zh', '；'), line('en', '; ')) : words('多处相近', 'alike in several places')
}

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
      return {
        input: {
          customer,
          other,
          pair: nameOf(pair),
          score: Math.floor(pair.match.score * 100),
          reasons: reasonsOf(pair),
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

export const customerJobs = [findDuplicates]
