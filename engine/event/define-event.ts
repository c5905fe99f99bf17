import type { Words } from '#engine/text/words.ts'

/** Something that happened, past tense: "customer.transferred". Plain data, so that anyone may react to it without importing more. */
export interface EventType {
  type: string
  /** Version of its shape; a changed shape gets a new one and an upcast beside it. */
  v: number
  words: Words
  /** For those alone who see all of the record: not for whoever sees its card, and not told to its followers. */
  isConfidential?: true
}

export const defineEvent = (type: string, text: Words, more: Partial<Pick<EventType, 'v' | 'isConfidential'>> = {}): EventType => ({
  type,
  v: 1,
  words: text,
  ...more,
})

/** Old and new value of each changed field. */
export type Changes = Record<string, readonly [before: unknown, after: unknown]>

/** A stored event, as readers get it. */
export interface StoredEvent {
  id: string
  at: string
  type: string
  v: number
  actorId: string
  actorKind: string
  operationId: string
  causeId: string | null
  record: string
  recordId: string
  rootRecord: string
  rootId: string
  /** The record's version after the change. */
  version: number
  /** Null where the changes have been erased on request. */
  changes: Changes | null
}

/** What the engine itself says of every record: created, edited, recycled, restored. */
export const derivedEvents: Record<string, Words> = {
  created: { zh: '新建', en: 'created' },
  edited: { zh: '修改', en: 'edited' },
  recycled: { zh: '放入回收站', en: 'moved to the recycle bin' },
  restored: { zh: '从回收站恢复', en: 'restored from the recycle bin' },
  shared: { zh: '共享', en: 'shared' },
  merged: { zh: '合并', en: 'merged' },
  fileAdded: { zh: '添加附件', en: 'file added' },
  fileRemoved: { zh: '删除附件', en: 'file removed' },
  fileRestored: { zh: '恢复附件', en: 'file brought back' },
  revealed: { zh: '查看脱敏内容', en: 'masked content revealed' },
  purged: { zh: '彻底清除', en: 'purged for good' },
  unshared: { zh: '取消共享', en: 'no longer shared' },
  commented: { zh: '评论', en: 'commented' },
  commentEdited: { zh: '修改评论', en: 'comment changed' },
  commentRemoved: { zh: '删除评论', en: 'comment removed' },
  commentRestored: { zh: '恢复评论', en: 'comment restored' },
}
