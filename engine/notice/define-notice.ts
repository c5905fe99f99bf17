import type { Words } from '#engine/text/words.ts'

/** When a notice goes by mail: as soon as it is there, gathered with others once a day or week, or not at all. */
export const mailTimes = ['now', 'digest', 'never'] as const
export type MailTime = (typeof mailTimes)[number]

/**
 * One kind of thing that people are told. Its sentence is put together for each reader when he reads it, under his rights at that moment:
 * `{actor}` is who did it, `{title}` the record, `{record}` what kind of record it is; every other place is filled from the notice's args.
 */
export interface NoticeType {
  /** "tasks.due": the capability and a word. */
  kind: string
  /** What it is called where people choose their channels. */
  words: Words
  hint?: Words
  /** The sentence: `words('{actor} 把 {title} 共享给了您', '{actor} shared {title} with you')`. */
  text: Words
  /** The sentence where one notice stands for several records; `{n}` says how many. */
  many?: Words
  /** A second, quieter line. */
  detail?: Words
  /** How much of the record one must see to be told; "full" unless said. */
  sight?: 'card' | 'full'
  /** Whether it is shown in the product, unless its reader has chosen otherwise; yes unless said. */
  product?: boolean
  /**
   * The events that it tells of, each to the users in a field of their record; `did` fills the place `{did}`. Whoever hears of an event so
   * does not hear of it as one who follows or was given the record.
   */
  tells?: Readonly<Record<string, { to: string; did: Words }>>
  /** When it goes by mail, unless its reader has chosen otherwise; never unless said. */
  mail?: MailTime
  /** Where a click leads, where that is not the record: "/import/customer". Places are filled as in the sentence. */
  path?: string
}

/** Declares a kind of notice. A capability lists its own in its manifest, under `notices`. */
export const defineNotice = (kind: string, declaration: Omit<NoticeType, 'kind'>): NoticeType => ({ kind, ...declaration })
