import { systemActor } from '#engine/access/actor.ts'
import { verbOf } from '#engine/action/derived.ts'
import { perform } from '#engine/action/perform.ts'
import { eraseSubject } from '#engine/erase/erase.ts'
import { Refusal } from '#engine/action/refusal.ts'
import { defineJob } from '#engine/job/define-job.ts'
import { scanPairs, type FoundPair } from '#engine/match/scan.ts'
import { notify } from '#engine/notice/notify.ts'
import { dayAt } from '#engine/time/zone.ts'
import type { Runtime } from '#engine/runtime.ts'
import { say, words, type Locale, type Words } from '#engine/text/words.ts'
import { finishErasing } from './actions/answer-request.ts'
import { requestDue, requestLate } from './notices.ts'
import { reckonStays } from '#engine/segment/stays.ts'
import { activeSegments, administrators, contactToErase, knownPairs, requestsToWarnOf, selfCustomer } from './queries.ts'

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

/** Removes a human being who asked for it from everywhere, and puts the proof on his request. */
const erasePersonal = defineJob<{ request: string }>('erase-person', {
  words: words('彻底删除个人信息', 'Erase personal data'),
  async run(runtime, { request }) {
    const { house, database } = runtime
    const contact = await contactToErase(database, request)
    if (!contact) return
    const customer = await selfCustomer(database, contact)
    const report = await eraseSubject(runtime, [
      { shape: house.shapes.get('contact')!, id: contact, isRecycled: true },
      ...(customer ? [{ shape: house.shapes.get('customer')!, id: customer.id, isRecycled: false }] : []),
    ])
    const left = report.filter((line) => line.left > 0)
    if (left.length > 0) throw new Error(`something is left in ${left.map(({ place }) => place.en).join(', ')}; tried again`)
    await perform(runtime, systemActor, finishErasing, [{ id: request, input: { report } }])
  },
})

/** Reminds of requests of people about their data: ten working days after they came, and every day once they are late. */
const warnOfRequests = defineJob('warn-of-subject-requests', {
  words: words('提醒个人信息请求', 'Remind of subject requests'),
  schedule: '0 9 * * *',
  async run({ database, clock }) {
    const now = clock()
    const today = dayAt(now)
    const keepers = await administrators(database)
    for (const { id, owner, due, isLate } of await requestsToWarnOf(database, today))
      await notify(database, {
        kind: isLate ? requestLate : requestDue,
        to: [...(owner ? [owner] : []), ...keepers],
        record: 'subjectRequest',
        recordId: id,
        args: { due },
        key: isLate ? `${id}:${today}` : id,
        at: new Date(now).toISOString(),
      })
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

export const customerJobs = [findDuplicates, erasePersonal, warnOfRequests, reckonOne, reckonAll]
