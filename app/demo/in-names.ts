import { systemActor, type Actor } from '#engine/access/actor.ts'
import { verbOf } from '#engine/action/derived.ts'
import { perform } from '#engine/action/perform.ts'
import type { Runtime } from '#engine/runtime.ts'
import { castPeople } from '../../capabilities/staff/cast.ts'

/** Ids of everybody and everything in the story, by key. */
export interface Story {
  departments: Record<string, string>
  people: Record<string, string>
  customers: Record<string, string>
}

export type Input = Record<string, unknown>

export interface Entry {
  owner: string
  input: Input
}

/** What happened before the product was there was done by somebody, and the history says by whom. */
export const inNameOf = (story: Story, key: string): Actor => ({ ...systemActor, id: story.people[key]! })

/** Whose a customer is, and of which department. */
export const ownedBy = (story: Story, owner: string): Input => ({
  owner: story.people[owner],
  department: story.departments[castPeople.find((person) => person.key === owner)!.department],
})

/** Makes records in the names of their owners. The ids come in the order of the entries. */
export async function createInNames(runtime: Runtime, story: Story, record: string, entries: readonly Entry[]): Promise<string[]> {
  const { house } = runtime
  const ids: string[] = []
  for (const [owner, group] of Map.groupBy(entries.entries(), ([, entry]) => entry.owner)) {
    const made = await perform(
      runtime,
      inNameOf(story, owner),
      verbOf(house, house.shapes.get(record)!, 'create'),
      group.map(([, { input }]) => ({ input })),
      { withHistory: true },
    )
    group.forEach(([at], i) => (ids[at] = made.items[i]!.id!))
  }
  return ids
}
