import { z } from 'zod'
import { hasRole, type Actor } from '#engine/access/actor.ts'
import { readRecord } from '#engine/access/read.ts'
import { ruleFor } from '#engine/access/resolve.ts'
import { atLeast, rule } from '#engine/access/rules.ts'
import { titlesOf } from '#engine/access/titles.ts'
import type { ActionType } from '#engine/action/define-action.ts'
import type { IdempotencyKey } from '#engine/action/idempotency.ts'
import { perform } from '#engine/action/perform.ts'
import { notAllowed, notFound } from '#engine/action/refusal.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import type { Queries } from '#engine/store/database.ts'
import type { StoredRow } from '#engine/store/rows.ts'
import { sql, type Sql } from '#engine/store/sql.ts'
import { hasControl } from '#engine/text/normal.ts'
import { words } from '#engine/text/words.ts'
import { mentionsIn, renameMentions } from './comment-text.ts'
import { followUnlessDeclined } from './followers.ts'

/**
 * Comments are read and written through the rights of their record, by whoever sees it in full. Each is a change of its record: it goes the
 * way of every change, and the record's history tells of it and keeps every wording.
 */
export interface StoredComment {
  id: string
  record: string
  recordId: string
  authorId: string
  body: string
  createdAt: string
  editedAt: string | null
  deletedAt: string | null
  deletedBy: string | null
}

/** What an event says of a comment; its name in the changes can be no field's. */
export const commentChange = '~comment'
export type CommentChange = { id: string; body: string } | null

export const commentVerbs = ['commented', 'commentEdited', 'commentRemoved', 'commentRestored'] as const

export const commentBody = z
  .string()
  .max(10_000)
  .transform((text) => text.replaceAll('\r\n', '\n').trim())
  .refine((text) => text.length > 0 && !hasControl(text))

/** Comments that meet a piece of SQL about `c`, newest first. */
export const readComments = (queries: Queries, where: Sql, limit: number): Promise<StoredComment[]> =>
  queries.rows<StoredComment>(
    sql`select c.id, c.record, c.record_id as "recordId", c.author_id as "authorId", c.body, c.created_at as "createdAt", c.edited_at as "editedAt", c.deleted_at as "deletedAt", c.deleted_by_id as "deletedBy"
      from comment c where ${where} order by c.id desc limit ${limit}`,
  )

/** Whoever sees a record in full may say something on it. */
const seesInFull = (shape: Shape) => rule.either(ruleFor(shape, 'full'), ruleFor(shape, 'edit'))

type Write = (context: { queries: Queries; operation: string; now: string; row: StoredRow }) => Promise<{
  before: CommentChange
  after: CommentChange
}>

const commentAction = (shape: Shape, verb: (typeof commentVerbs)[number], write: Write): ActionType => ({
  name: `${shape.name}.comment`,
  on: shape.record,
  allow: seesInFull(shape),
  input: {},
  words: { label: words('评论', 'Comment') },
  async run({ queries, operation, now, emit, ...context }) {
    const row = (context as unknown as Record<string, StoredRow>)[shape.name]!
    const { before, after } = await write({ queries, operation, now, row })
    emit(`${shape.name}.${verb}`, row, shape.record, { [commentChange]: [before, after] })
  },
})

/** The colleagues in a comment get the names they have; ids that are nobody's become text. */
const settled = async (runtime: Runtime, actor: Actor, body: string): Promise<string> =>
  renameMentions(body, await titlesOf(runtime, actor, runtime.house.shapes.get('user')!, mentionsIn(body).slice(0, 50)))

/** Says something on a record. Returns the comment's id, which is the operation's: the same request sent twice is one comment. */
export async function addComment(
  runtime: Runtime,
  actor: Actor,
  shape: Shape,
  recordId: string,
  given: string,
  idempotency?: IdempotencyKey,
): Promise<string> {
  const body = await settled(runtime, actor, given)
  const action = commentAction(shape, 'commented', async ({ queries, operation, now }) => {
    await queries.run(
      sql`insert into comment (id, record, record_id, author_id, body, created_at)
        values (${operation}, ${shape.name}, ${recordId}, ${actor.id}, ${body}, ${now})`,
    )
    await followUnlessDeclined(queries, shape.name, recordId, actor.id, now)
    return { before: null, after: { id: operation, body } }
  })
  return (await perform(runtime, actor, action, [{ id: recordId }], idempotency ? { idempotency } : {})).operation
}

/** A comment as its record lets it be seen; to all others it does not exist. */
async function readOne(runtime: Runtime, actor: Actor, id: string): Promise<{ comment: StoredComment; shape: Shape }> {
  const [comment] = await readComments(runtime.database, sql`c.id = ${id}`, 1)
  const shape = comment && runtime.house.shapes.get(comment.record)
  if (!comment || !shape) throw notFound()
  const item = await readRecord(runtime, actor, shape, comment.recordId)
  if (!atLeast(item.can.level, 'full')) throw notFound()
  return { comment, shape }
}

/** The comment as it stands while its record is locked. */
const lockedOne = async (queries: Queries, id: string): Promise<StoredComment> => (await readComments(queries, sql`c.id = ${id}`, 1))[0]!

/** What its author took back he may put back; what others removed stays removed. */
const mayEdit = (actor: Actor, comment: StoredComment) =>
  comment.authorId === actor.id && (!comment.deletedAt || comment.deletedBy === actor.id)

export const mayRemove = (actor: Actor, comment: StoredComment): boolean =>
  !comment.deletedAt && (comment.authorId === actor.id || hasRole(actor, 'administrator'))

/** Changes one's own comment. A comment that its author has removed comes back with the new text. */
export async function editComment(runtime: Runtime, actor: Actor, id: string, given: string): Promise<StoredComment> {
  const { comment, shape } = await readOne(runtime, actor, id)
  if (comment.deletedAt && !mayEdit(actor, comment)) throw notFound()
  if (!mayEdit(actor, comment)) throw notAllowed(words('只能修改自己的评论。', 'You may change your own comments only.'))
  const body = await settled(runtime, actor, given)
  if (body === comment.body && !comment.deletedAt) return comment
  const action = commentAction(shape, comment.deletedAt ? 'commentRestored' : 'commentEdited', async ({ queries, now }) => {
    const before = await lockedOne(queries, id)
    if (!mayEdit(actor, before)) throw notFound()
    await queries.run(
      sql`update comment set body = ${body}, deleted_at = null, deleted_by_id = null,
        edited_at = case when body = ${body} then edited_at else ${now}::timestamptz end where id = ${id}`,
    )
    return { before: before.deletedAt ? null : { id, body: before.body }, after: { id, body } }
  })
  await perform(runtime, actor, action, [{ id: comment.recordId }])
  return lockedOne(runtime.database, id)
}

/** Removes one's own comment; administrators may remove any. What it said stays in the sealed history. */
export async function removeComment(runtime: Runtime, actor: Actor, id: string): Promise<void> {
  const { comment, shape } = await readOne(runtime, actor, id)
  if (comment.deletedAt) throw notFound()
  if (!mayRemove(actor, comment)) throw notAllowed(words('只能删除自己的评论。', 'You may remove your own comments only.'))
  const action = commentAction(shape, 'commentRemoved', async ({ queries, now }) => {
    const before = await lockedOne(queries, id)
    if (before.deletedAt) throw notFound()
    await queries.run(sql`update comment set deleted_at = ${now}, deleted_by_id = ${actor.id} where id = ${id}`)
    return { before: { id, body: before.body }, after: null }
  })
  await perform(runtime, actor, action, [{ id: comment.recordId }])
}

/** A comment as it leaves the product. */
export interface PresentedComment {
  id: string
  record: string
  recordId: string
  author: { id: string; title: string }
  body: string
  createdAt: string
  editedAt: string | null
  can: { edit: boolean; remove: boolean }
}

/** Comments of records that the actor sees in full, with their authors and the colleagues in them by the names they have now. */
export async function presentComments(runtime: Runtime, actor: Actor, comments: readonly StoredComment[]): Promise<PresentedComment[]> {
  const names = await titlesOf(
    runtime,
    actor,
    runtime.house.shapes.get('user')!,
    comments.flatMap((comment) => [comment.authorId, ...mentionsIn(comment.body)]),
  )
  return comments.map((comment) => ({
    id: comment.id,
    record: comment.record,
    recordId: comment.recordId,
    author: { id: comment.authorId, title: names.get(comment.authorId) ?? '' },
    body: renameMentions(comment.body, names),
    createdAt: comment.createdAt,
    editedAt: comment.editedAt,
    can: { edit: comment.authorId === actor.id, remove: mayRemove(actor, comment) },
  }))
}
