import type { z } from 'zod'
import type { Runtime } from '#engine/runtime.ts'
import type { Queries } from '#engine/store/database.ts'

/** Something that each user chooses for himself: his language, what he is told of, that he has seen the tour. */
export interface PreferenceType<T = any> {
  /** "notices": a word; a capability's own is "tasks.reminders". */
  key: string
  schema: z.ZodType<T>
  /** What holds until somebody chooses. */
  initial: T
  /** What else changes with it, in the same transaction. */
  kept?(runtime: Runtime, queries: Queries, user: string, value: T): Promise<void>
}

/** Declares a preference. A capability lists its own in its manifest, under `preferences`. */
export const definePreference = <T>(key: string, declaration: Omit<PreferenceType<T>, 'key'>): PreferenceType<T> => ({
  key,
  ...declaration,
})
