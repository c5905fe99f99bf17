import { systemActor } from '#engine/access/actor.ts'
import { verbOf } from '#engine/action/derived.ts'
import { perform } from '#engine/action/perform.ts'
import type { Runtime } from '#engine/runtime.ts'
import { readProviders } from '#engine/sign-in/single-sign-on.ts'

/** For the day on which nobody comes in by the providers any more, the administrators least of all. @returns which were switched off. */
export async function switchProvidersOff(runtime: Runtime): Promise<string[]> {
  const providers = await readProviders(runtime.database)
  const edit = verbOf(runtime.house, runtime.house.shapes.get('identityProvider')!, 'edit')
  if (providers.length > 0)
    await perform(
      runtime,
      systemActor,
      edit,
      providers.map(({ id }) => ({ id, input: { isOn: false } })),
    )
  return providers.map(({ name }) => name)
}
