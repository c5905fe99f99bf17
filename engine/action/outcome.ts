import type { StoredEvent } from '#engine/event/define-event.ts'
import type { Transaction } from '#engine/store/database.ts'
import type { IdempotencyKey } from './idempotency.ts'
import type { Refusal } from './refusal.ts'

/** One thing to do: an input, and the record it is done to. */
export interface Item {
  id?: string
  input?: unknown
  /** The version of the record that the caller saw. */
  version?: number
}

export interface PerformOptions {
  mode?: 'run' | 'preview'
  /** Do what can be done and report the rest; else one refusal refuses all. */
  partial?: boolean
  /** The event that this follows from. */
  cause?: string
  /** The operation it belongs to; a new one unless said. */
  operation?: string
  idempotency?: IdempotencyKey
  /** Lets an import say who made a record and when. */
  withHistory?: boolean
  /** Waited for before anything is written. */
  mayWrite?: (() => Promise<void>) | undefined
  /** Looks at what a preview has come to, before it is rolled back. */
  look?: (tx: Transaction) => Promise<void>
  /** Runs within the transaction after all is written: the place of an import's own progress. */
  alongside?: (tx: Transaction, items: readonly ItemResult[]) => Promise<void>
}

export interface ItemResult {
  id?: string
  version?: number
  refusal?: Refusal
}

export interface Outcome {
  outcome: 'done' | 'preview'
  operation: string
  items: ItemResult[]
  /** What happened, in the order it was written. */
  events: StoredEvent[]
}
