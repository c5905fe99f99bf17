import type { Actor } from '#engine/access/actor.ts'
import type { Condition, Rule } from '#engine/access/rules.ts'
import type { RecordType, RowOf } from '#engine/record/define-record.ts'
import type { Fields, ValueOf } from '#engine/record/field.ts'
import type { House } from '#engine/record/house.ts'
import type { Queries } from '#engine/store/database.ts'
import type { Words } from '#engine/text/words.ts'
import type { Store, Work } from './store.ts'

type InputOf<I extends Fields> = { [K in keyof I]: ValueOf<I[K]> }

/** What `run` has at hand. The target stands under the name of its record type: `{ invoice, input, store }`. */
export type ActionContext<R, I extends Fields> = {
  input: InputOf<I>
  store: Store
  /** The transaction, for a capability's hand-written queries. */
  queries: Queries
  actor: Actor
  /** The declarations, custom fields included: for the few actions that are about declarations. */
  house: House
  /** The moment of the action as an instant, and the day it is in the company's zone. */
  now: string
  today: string
  emit: Work['emit']
  later: Work['later']
  operation: string
} & (R extends RecordType<infer Name, any> ? { [K in Name]: RowOf<R> } : object)

export interface ActionDeclaration<R, I extends Fields> {
  /** The record type it is done to; absent for actions on nothing. */
  on?: R
  /** The record type it makes: its result is checked against the right to create. */
  creates?: RecordType<any, any>
  /** States in which it is possible; the field is the record's lifecycle. */
  from?: string | readonly string[]
  /** The state it leads to, where it leads to one: a card dragged there on a board is moved by this action. */
  to?: string
  /** Records that it has anything to do with; for all others it is not there at all. */
  when?: Condition
  /** Who may, on which rows. Whoever may edit the row, unless said; done to no record, everybody. */
  allow?: Rule
  /** What it has done cannot be taken back. */
  isFinal?: true
  input?: I
  /** Fields whose change since the version named by the caller makes the action stale; the lifecycle unless said. */
  touches?: readonly string[]
  /** A verb of the interface that has no button of its own. */
  isUnlisted?: boolean
  /** It stands behind the others, in menus, wherever only some have a button. */
  isMinor?: true
  /** Recycled records are its targets, and no others. */
  onRecycled?: boolean
  words: { label: Words; hint?: Words }
  run(context: ActionContext<R, I>): Promise<unknown> | unknown
}

export interface ActionType<R = any, I extends Fields = any> extends ActionDeclaration<R, I> {
  name: string
  input: I
}

/**
 * Declares a verb. The name is `capability.action` ("reception.claimFromPool"); a derived verb is replaced by one named `record.create`,
 * `record.edit`, `record.recycle` or `record.restore`. The same action is the button, the endpoint, the bulk change and the job's hand.
 */
export function defineAction<const R extends RecordType<any, any> | undefined = undefined, const I extends Fields = Record<never, never>>(
  name: string,
  declaration: ActionDeclaration<R, I>,
): ActionType<R, I> {
  return { name, ...declaration, input: (declaration.input ?? {}) as I }
}
