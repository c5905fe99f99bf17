import { systemActor, type Actor } from '#engine/access/actor.ts'
import { verbOf } from '#engine/action/derived.ts'
import { perform } from '#engine/action/perform.ts'
import type { Runtime } from '#engine/runtime.ts'
import { sql } from '#engine/store/sql.ts'
import { dayAt } from '#engine/time/zone.ts'
import { castStandards } from '../../capabilities/customers/cast-standards.ts'
import { takeQualityDay } from '../../capabilities/customers/quality/queries.ts'
import { scoreFiles } from '../../capabilities/customers/quality/score-files.ts'
import { inNameOf, type Story } from './in-names.ts'
import { randomOf } from './names.ts'

const day = 86_400_000
/** The days before today on which the quality of the data was measured. */
const measured = [84, 70, 56, 42, 28, 21, 14, 10, 7, 5, 4, 3, 2, 1]
/** How much of his files each has confirmed since the standards are there. */
const diligence = { li: 0.8, zhang: 0.35, he: 0.15, sun: 0.6, qian: 0.05 }

/** The collection standards of the company, how good its data was on the days before, and who has begun to put it right. */
export async function tellQuality(runtime: Runtime, story: Story): Promise<void> {
  const { house, database } = runtime
  await perform(
    runtime,
    systemActor,
    verbOf(house, house.shapes.get('collectionStandard')!, 'create'),
    castStandards.map((input) => ({ input })),
  )
  const files = await database.rows<{ id: string; owner: string | null }>(
    sql`select id, owner_id as owner from customer where deleted_at is null order by id`,
  )
  for (const ago of measured) await measure({ ...runtime, clock: () => runtime.clock() - ago * day }, files)
  const random = randomOf(11)
  for (const [key, share] of Object.entries(diligence)) {
    const own = files.filter(({ owner }) => owner === story.people[key] && random() < share)
    if (own.length > 0)
      await perform(
        runtime,
        inNameOf(story, key),
        house.actions.get('customers.confirm')!,
        own.map(({ id }) => ({ id })),
      )
  }
  await measure(runtime, files)
  await beginCleanup(runtime, inNameOf(story, 'wang'))
}

/** The head of Hangzhou has the files of what matters put right. Its list is settled as soon as the background works. */
async function beginCleanup(runtime: Runtime, wang: Actor): Promise<void> {
  const { house } = runtime
  const made = await perform(runtime, wang, verbOf(house, house.shapes.get('cleanup')!, 'create'), [
    {
      input: {
        name: '重点与普通客户资料清理',
        filter: {
          and: [
            { field: 'tier', op: 'in', value: ['A', 'B'] },
            { field: 'quality', op: 'lt', value: 90 },
          ],
        },
        target: 90,
        dueOn: dayAt(runtime.clock() + 12 * day),
        owner: wang.id,
        note: '半年会前完成，先改存疑的，再补缺项。',
      },
    },
  ])
  await perform(runtime, wang, house.actions.get('customers.startCleanup')!, [{ id: made.items[0]!.id! }])
}

async function measure(runtime: Runtime, files: readonly { id: string }[]): Promise<void> {
  await runtime.database.transaction(async (tx) => {
    await scoreFiles(
      runtime,
      tx,
      files.map(({ id }) => id),
    )
    await takeQualityDay(tx, dayAt(runtime.clock()))
  })
}
