import type { Runtime } from '#engine/runtime.ts'
import type { Words } from '#engine/text/words.ts'

/** In order; somebody should see to it; something does not work or is in danger. */
export type CheckState = 'good' | 'mind' | 'bad'

/** What a check has found, and what to do about it where it is not in order. */
export interface Finding {
  state: CheckState
  says: Words
  remedy?: Words
}

/** One thing that the product looks after in itself. */
export interface Check {
  name: string
  words: Words
  /** Of this machine, and perhaps otherwise on another. */
  isOfHost?: true
  look(runtime: Runtime): Promise<Finding> | Finding
}

export const good = (says: Words): Finding => ({ state: 'good', says })
export const mind = (says: Words, remedy: Words): Finding => ({ state: 'mind', says, remedy })
export const bad = (says: Words, remedy: Words): Finding => ({ state: 'bad', says, remedy })
