import type { StoredEvent } from '#engine/event/define-event.ts'
import { readInOrder } from '#engine/event/reader.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Transaction } from '#engine/store/database.ts'
import { commentChange, commentVerbs, type CommentChange } from '#engine/talk/comments.ts'
import { mentionsIn } from '#engine/talk/comment-text.ts'
import type { Words } from '#engine/text/words.ts'
import { keepFollowing, seeing, watchersOf, type Followed } from '#engine/talk/followers.ts'
import type { NoticeType } from './define-notice.ts'
import { assigned, changed, commented, mentioned, shared } from './engine-notices.ts'
import { namedIn, type Named } from './named-by-notices.ts'
import { tell } from './notify.ts'
import { tellTogether, type Telling } from './tell-together.ts'

/** What is older is no news any more: after a long standstill, or where history has been brought in. */
const newsFor = 3 * 86_400_000

/**
 * Follows the sealed events and tells those whom they concern. Most events concern nobody: for five hundred of them it is a question for
 * followers and one for owners. The write path does nothing for it.
 * @returns how many events were read.
 */
export const tellOfEvents = (runtime: Runtime, limit = 500): Promise<number> =>
  readInOrder(runtime.database, 'notices', limit, async (tx, events) => {
    const watchers = await watchersOf(tx, runtime.house, watchedIn(events))
    const named = await namedIn(tx, runtime.house, events)
    const tellings: Telling[] = []
    for (const event of events) {
      const shape = runtime.house.shapes.get(event.record)
      if (!shape || Date.parse(event.at) < runtime.clock() - newsFor) continue
      const verb = event.type.slice(event.type.indexOf('.') + 1)
      if (runtime.house.events.get(event.type)?.isConfidential) continue
      if ((commentVerbs as readonly string[]).includes(verb)) await tellOfComment(runtime, tx, shape, event, watchers)
      else tellings.push(...concernedBy(shape, verb, event, watchers, named.get(event.id)))
    }
    await tellTogether(runtime, tx, tellings)
  })

const targetsOf = (event: StoredEvent): Followed[] => [
  { record: event.record, id: event.recordId },
  ...(event.rootId === event.recordId ? [] : [{ record: event.rootRecord, id: event.rootId }]),
]

const watchedIn = (events: readonly StoredEvent[]): Followed[] => [
  ...new Map(events.flatMap(targetsOf).map((target) => [target.id, target])).values(),
]

type Watchers = ReadonlyMap<string, ReadonlySet<string>>

/** Whoever is mentioned for the first time, and on a new comment those who follow the record or what it hangs on. */
async function tellOfComment(runtime: Runtime, tx: Transaction, shape: Shape, event: StoredEvent, watchers: Watchers): Promise<void> {
  const [before, after] = (event.changes?.[commentChange] ?? []) as readonly CommentChange[]
  if (!after) return
  const earlier = new Set(mentionsIn(before?.body ?? ''))
  const named = mentionsIn(after.body).filter((user) => !earlier.has(user) && user !== event.actorId)
  const seers = await seeing(runtime, shape, event.recordId, named)
  const about = {
    record: event.record,
    recordId: event.recordId,
    key: after.id,
    by: event.actorId,
    cause: event.id,
    at: event.at,
  }
  for (const user of seers) await keepFollowing(tx, event.record, event.recordId, user, true, event.at)
  await tell(tx, { kind: mentioned, to: [...seers], ...about }, { comment: after.id })
  if (!event.type.endsWith('.commented')) return
  const others = targetsOf(event).flatMap(({ id }) => [...(watchers.get(id) ?? [])])
  await tell(tx, { kind: commented, to: others.filter((user) => !seers.has(user)), ...about }, { comment: after.id })
}

/** What is nobody's news: looks, rights given to others, and what is told in another way. */
const untold = new Set(['revealed', 'shared', 'unshared'])

function concernedBy(shape: Shape, verb: string, event: StoredEvent, watchers: Watchers, named: Named | undefined): Telling[] {
  const tellings = new Map<string, Telling>()
  const note = (user: unknown, kind: NoticeType, target: Followed, did?: Words) => {
    if (typeof user === 'string' && user !== event.actorId && !tellings.has(user)) tellings.set(user, { user, kind, target, event, did })
  }
  const self = { record: event.record, id: event.recordId }
  for (const user of named?.users ?? []) note(user, named!.kind, self, named!.did)
  const ownerField = shape.record.access?.owner
  if (ownerField) note(event.changes?.[ownerField]?.[1], assigned, self)
  if (verb === 'shared') note(event.changes?.with?.[1], shared, self)
  if (!untold.has(verb))
    for (const target of targetsOf(event)) {
      if (verb === 'created' && target.id === event.recordId) continue
      for (const user of watchers.get(target.id) ?? []) note(user, changed, target)
    }
  return [...tellings.values()]
}
