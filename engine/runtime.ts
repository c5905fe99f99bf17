import type { Logger } from 'pino'
import type { Actor } from '#engine/access/actor.ts'
import type { ActionType } from '#engine/action/define-action.ts'
import type { Metrics } from '#engine/health/metrics.ts'
import type { Mailer } from '#engine/mail/mailer.ts'
import type { FetchOutside } from '#engine/outbound/guarded-fetch.ts'
import type { House } from '#engine/record/house.ts'
import type { Database, Queries } from '#engine/store/database.ts'
import type { Locale } from '#engine/text/words.ts'

/** What a process of the product has at hand: the declarations, the database, the queue, the files. Passed along, never global. */
export interface Runtime {
  house: House
  database: Database
  log: Logger
  /** Folder for files and keys. */
  folder: string
  /** Where backups go unless somebody says otherwise, and what encrypts them. */
  backup: { folder: string; passphrase: string | undefined }
  /** Users of the demo company may sign in: only while the server listens to its own machine alone. */
  allowsDemo: boolean
  /** This process among several on one database. */
  node: string
  /** Puts a job into the queue within a transaction. */
  enqueue(queries: Queries, job: string, payload: unknown, options?: { at?: string; key?: string }): Promise<void>
  /** Gives a failed job another chance. */
  retryJob(name: string, id: string): Promise<boolean>
  /** How many requests a minute one token may send; as many as it likes where 0. */
  tokenRate: number
  /** A user's rights as they are now, for work that is done on his behalf; undefined where he has been switched off. */
  actorOf(userId: string, kind: Actor['kind'], locale?: Locale): Promise<Actor | undefined>
  /** The way to the mail server; undefined where none is set. */
  mail: Mailer | undefined
  /** Where users reach the product, "https://crm.example.com"; undefined where nobody has said so. */
  publicUrl: string | undefined
  /** The one door by which requests leave to addresses that somebody has typed in. */
  fetchOutside: FetchOutside
  /** An action by its name, derived verbs included. */
  actionNamed(name: string): ActionType | undefined
  /** Told within this process as soon as a change of rights is committed; other processes hear of it by a signal. */
  onRights: Set<() => void | Promise<void>>
  /** Told when rights or what is set up have changed, here or elsewhere, and the change is in force in this process. */
  onShaped: Set<() => void>
  /** The figures of this process. */
  metrics: Metrics
  /** Told to end: it answers what it is asked, and says to everybody that he had better ask another. */
  isStopping: boolean
  /** The present moment; tests fix it. */
  clock(): number
}
