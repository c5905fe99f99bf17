import { verbOf } from '#engine/action/derived.ts'
import { perform } from '#engine/action/perform.ts'
import type { Runtime } from '#engine/runtime.ts'
import { reckonStays } from '#engine/segment/stays.ts'
import { castSegments } from '../../capabilities/customers/cast-segments.ts'
import { inNameOf, type Story } from './in-names.ts'

const day = 86_400_000
/** The nights before today on which the history of the segments was reckoned. */
const nights = [42, 35, 28, 21, 17, 14, 11, 9, 7, 6, 5, 4, 3, 2, 1]

/** The segments of the demo company, with some weeks of their history: reckoned as every night does, as of then. */
export async function tellSegments(runtime: Runtime, story: Story): Promise<void> {
  const { house } = runtime
  for (const { owner, values, listed = [] } of castSegments) {
    const actor = inNameOf(story, owner)
    const made = await perform(runtime, actor, verbOf(house, house.shapes.get('segment')!, 'create'), [
      { input: { ...values, owner: actor.id } },
    ])
    const segment = made.items[0]!.id!
    if (listed.length > 0)
      await perform(
        runtime,
        actor,
        house.actions.get('customers.addToList')!,
        listed.map((key) => ({ id: story.customers[key]!, input: { segment } })),
      )
    for (const ago of nights) await reckonStays({ ...runtime, clock: () => runtime.clock() - ago * day }, segment)
  }
}
