import type { Actor } from '#engine/access/actor.ts'
import type { Condition } from '#engine/access/rules.ts'
import type { Changes, StoredEvent } from '#engine/event/define-event.ts'
import type { NewOf, PatchOf, RecordType, RowOf } from '#engine/record/define-record.ts'
import type { House, Shape } from '#engine/record/house.ts'
import type { Claim } from '#engine/store/claims.ts'
import type { Database, Queries, Transaction } from '#engine/store/database.ts'
import type { StoredRow } from '#engine/store/rows.ts'

/** What an action writes with. Writes are gathered and sent set-wise at the end; reading a record type sends what is waiting for it first. */
export interface Store {
  get<R extends RecordType<any, any>>(record: R, id: string): Promise<RowOf<R> | undefined>
  /** Reads and locks rows, in the order of their ids; those that do not exist are left out. */
  lock<R extends RecordType<any, any>>(record: R, ids: readonly string[]): Promise<RowOf<R>[]>
  find<R extends RecordType<any, any>>(
    record: R,
    condition: Condition,
    options?: { limit?: number; lock?: boolean; recycled?: boolean },
  ): Promise<RowOf<R>[]>
  create<R extends RecordType<any, any>>(record: R, values: NewOf<R>): Promise<RowOf<R>>
  createMany<R extends RecordType<any, any>>(record: R, values: readonly NewOf<R>[]): Promise<RowOf<R>[]>
  /** Changes the fields named. `as` names the event where the change means more than "edited". */
  edit<R extends RecordType<any, any>>(record: R, row: RowOf<R>, patch: PatchOf<R>, as?: string): RowOf<R>
  recycle<R extends RecordType<any, any>>(record: R, row: RowOf<R>): void
  restore<R extends RecordType<any, any>>(record: R, row: RowOf<R>): void
  /** Sends what is waiting, so that what comes next stands on it. */
  settle(): Promise<void>
  /** Writes measured values: no version, no event. */
  measure<R extends RecordType<any, any>>(record: R, id: string, values: PatchOf<R>): Promise<void>
}

export interface Work {
  store: Store
  /** The transaction, for what is written beside the records: a notice, say. */
  queries: Queries
  actor: Actor
  house: House
  /** The moment of the work, the same for all it writes. */
  now: string
  /** The day at that moment in the company's zone. */
  today: string
  operation: string
  events: StoredEvent[]
  /** Says that something happened to a record beside changes of its fields. */
  emit(type: string, row: { id: string; rootId: string; version: number }, record: RecordType<any, any>, changes?: Changes): void
  /** Leaves a job that runs once this is committed. */
  later(job: string, payload: unknown, options?: { at?: string; key?: string }): void
  /** Rows that came into being or changed, for the answer. */
  touched(): { shape: Shape; row: StoredRow; isNew: boolean }[]
  /** Work of one target among many, so that it alone can be taken back. */
  frame(index: number): void
  drop(index: number): boolean
  /** Claims that others hold, with the frame that wants them. */
  /** Sets fields as they were, past the moves of a lifecycle: only an undo may. */
  force(shape: Shape, id: string, values: Record<string, unknown>): void
  conflicts(): Promise<{ frame: number; claim: Claim; holder: Claim }[]>
  flush(): Promise<void>
}

export interface WorkOptions {
  house: House
  database: Database
  tx: Transaction
  actor: Actor
  operation: string
  cause?: string | undefined
  now?: string
  /** How many records it will probably make. */
  expected?: number
  /** Puts jobs into the queue within the transaction. */
  enqueue(job: string, payload: unknown, options: { at?: string; key?: string }): Promise<void>
}
