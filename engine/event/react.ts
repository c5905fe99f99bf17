import type { Work } from '#engine/action/store.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { StoredEvent } from './define-event.ts'

/**
 * What follows from an event. `together` runs in the same transaction and may refuse; `after` runs in its own, is retried, and must bear being
 * run twice; `gathered` is the same for many events at once, for what would cost too much one by one.
 */
export interface Reaction {
  /** A readable phrase: "tell-owner-of-new-complaint". */
  name: string
  /** Types of events it reacts to. */
  on: readonly string[]
  together?: (work: Work, event: StoredEvent) => Promise<void>
  after?: (runtime: Runtime, event: StoredEvent) => Promise<void>
  /** Told in their order, some hundreds at most. */
  gathered?: (runtime: Runtime, events: readonly StoredEvent[]) => Promise<void>
}

/** Declares what follows from events. @public */
export const react = (name: string, reaction: Omit<Reaction, 'name'>): Reaction => ({ name, ...reaction })
