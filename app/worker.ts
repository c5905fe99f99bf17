import { readForCapabilities, readForReactions } from '#engine/event/reader.ts'
import { openSealKey } from '#engine/event/keys.ts'
import { sealOnce } from '#engine/event/seal.ts'
import type { Queue } from '#engine/job/queue.ts'
import { settleNotices } from '#engine/notice/settle-notices.ts'
import { tellOfEvents } from '#engine/notice/tell-of-events.ts'
import { followChanges } from '#engine/match/stored-keys.ts'
import type { Runtime } from '#engine/runtime.ts'
import { onBehalfOf } from '#engine/store/purpose.ts'

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms).unref())

/** Repeats some work while there is any, then looks again after a pause; errors are logged and waited out. */
function repeat(runtime: Runtime, name: string, pause: number, work: () => Promise<number>): { stop(): Promise<void> } {
  let stopped = false
  const loop = (async () => {
    while (!stopped) {
      try {
        if ((await onBehalfOf(`worker ${name}`, work)) === 0) await sleep(pause)
      } catch (error) {
        if (!stopped) runtime.log.warn({ err: error, name }, 'worker')
        await sleep(1000)
      }
    }
  })()
  return {
    async stop() {
      stopped = true
      await Promise.race([loop, sleep(5000)])
    },
  }
}

const followers: [name: string, follow: (runtime: Runtime) => Promise<number>][] = [
  ['react', readForReactions],
  ['read', readForCapabilities],
  ['match', followChanges],
  ['notices', async (runtime) => (await tellOfEvents(runtime)) + (await settleNotices(runtime))],
]

/** Who follows the events does so in turn: all at once they would take the database from those who wait for it. */
async function followInTurn(runtime: Runtime): Promise<number> {
  let read = 0
  for (const [name, follow] of followers)
    try {
      read += await onBehalfOf(`worker ${name}`, () => follow(runtime))
    } catch (error) {
      runtime.log.warn({ err: error, name }, 'worker')
    }
  return read
}

/** Starts everything that goes on behind the requests: sealing, reactions, jobs, schedules. Several workers share the work. */
export async function startWorker(runtime: Runtime, queue: Queue): Promise<{ stop(): Promise<void> }> {
  const key = openSealKey(runtime.folder)
  const loops = [
    repeat(runtime, 'seal', 300, async () => (await sealOnce(runtime.database, key)).sealed),
    repeat(runtime, 'follow', 300, () => followInTurn(runtime)),
  ]
  await queue.work(runtime)
  return {
    async stop() {
      for (const loop of loops) await loop.stop()
    },
  }
}
