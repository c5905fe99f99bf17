import { z } from 'zod'
import { readRecord } from '#engine/access/read.ts'
import { atLeast } from '#engine/access/rules.ts'
import type { Actor } from '#engine/access/actor.ts'
import { titlesOf } from '#engine/access/titles.ts'
import { notFound } from '#engine/action/refusal.ts'
import type { Shape } from '#engine/record/house.ts'
import type { Runtime } from '#engine/runtime.ts'
import { sql } from '#engine/store/sql.ts'
import { colleaguesFor } from '#engine/talk/colleagues.ts'
import { mentionsIn } from '#engine/talk/comment-text.ts'
import {
  addComment,
  commentBody,
  editComment,
  presentComments,
  readComments,
  removeComment,
  type PresentedComment,
  type StoredComment,
} from '#engine/talk/comments.ts'
import { followersOf, keepFollowing, seeing } from '#engine/talk/followers.ts'
import { words } from '#engine/text/words.ts'
import { page } from './answers/parts.ts'
import { colleagues, comment, commentSaid, followers } from './answers/history-answers.ts'
import { idempotencyOf, shapeAt } from './record-routes.ts'
import { defineRoute } from './route.ts'

const onRecord = z.object({ record: z.string(), id: z.uuid() })
const one = z.object({ id: z.uuid() })
const body = z.strictObject({ body: commentBody })

/** The record type, where the actor sees this record in full; to all others nobody has said anything on it. */
async function openRecord(runtime: Runtime, actor: Actor, record: string, id: string): Promise<Shape> {
  const shape = shapeAt(runtime, record)
  const item = await readRecord(runtime, actor, shape, id, [shape.record.title])
  if (!atLeast(item.can.level, 'full')) throw notFound()
  return shape
}

/** A comment just written, with those of its colleagues who are not told of it because they may not see the record. */
async function answer(
  runtime: Runtime,
  actor: Actor,
  shape: Shape,
  comment: StoredComment,
): Promise<PresentedComment & { notTold: { id: string; title: string }[] }> {
  const named = mentionsIn(comment.body)
  const seers = await seeing(runtime, shape, comment.recordId, named)
  const blind = named.filter((user) => !seers.has(user))
  const names = await titlesOf(runtime, actor, runtime.house.shapes.get('user')!, blind)
  const [presented] = await presentComments(runtime, actor, [comment])
  return { ...presented!, notTold: blind.map((user) => ({ id: user, title: names.get(user) ?? '' })) }
}

export const commentRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/records/{record}/{id}/comments',
    words: words('一条记录的评论', 'Comments on a record'),
    params: onRecord,
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50), before: z.uuid().optional() }),
    answers: { 200: { schema: page(comment) } },
    async handler({ runtime, actor, params: { record, id }, query: { limit, before } }) {
      await openRecord(runtime, actor, record, id)
      const comments = await readComments(
        runtime.database,
        sql`c.record_id = ${id} and c.record = ${record} and c.deleted_at is null ${before ? sql`and c.id < ${before}` : sql.empty}`,
        limit,
      )
      return {
        items: await presentComments(runtime, actor, comments),
        next: comments.length === limit ? comments.at(-1)!.id : null,
      }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/records/{record}/{id}/comments',
    words: words('发表评论', 'Comment on a record'),
    params: onRecord,
    body,
    heeds: { repeats: true },
    answers: { 201: { words: words('已发表', 'Said'), schema: commentSaid } },
    async handler({ runtime, actor, params, body: given, request, reply }) {
      const shape = shapeAt(runtime, params.record)
      const id = await addComment(runtime, actor, shape, params.id, given.body, idempotencyOf(request))
      // A request sent twice is answered twice, and the second time under the rights of then.
      await openRecord(runtime, actor, params.record, params.id)
      const [comment] = await readComments(runtime.database, sql`c.id = ${id} and c.deleted_at is null`, 1)
      if (!comment) throw notFound()
      void reply.code(201)
      return answer(runtime, actor, shape, comment)
    },
  }),
  defineRoute({
    method: 'PATCH',
    path: '/api/v1/comments/{id}',
    words: words('修改自己的评论；自己删除的评论由此恢复', 'Change one’s own comment; one that was removed comes back with it'),
    params: one,
    body,
    answers: { 200: { schema: commentSaid } },
    async handler({ runtime, actor, params, body: given }) {
      const comment = await editComment(runtime, actor, params.id, given.body)
      return answer(runtime, actor, shapeAt(runtime, comment.record), comment)
    },
  }),
  defineRoute({
    method: 'DELETE',
    path: '/api/v1/comments/{id}',
    words: words('删除评论', 'Remove a comment'),
    params: one,
    answers: { 204: { words: words('已删除', 'Removed') } },
    handler: ({ runtime, actor, params }) => removeComment(runtime, actor, params.id),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/records/{record}/{id}/colleagues',
    words: words('可以提到的同事，以及他们能否查看此记录', 'Colleagues to mention, and whether they may see this record'),
    params: onRecord,
    query: z.strictObject({ q: z.string().max(60).default('') }),
    answers: { 200: { schema: colleagues } },
    handler: async ({ runtime, actor, params, query }) => ({
      items: await colleaguesFor(runtime, actor, shapeAt(runtime, params.record), params.id, query.q),
    }),
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/records/{record}/{id}/followers',
    words: words('关注一条记录的人', 'Who follows a record'),
    params: onRecord,
    answers: { 200: { schema: followers } },
    handler: async ({ runtime, actor, params }) =>
      followersOf(runtime, actor, await openRecord(runtime, actor, params.record, params.id), params.id),
  }),
  ...([true, false] as const).map((isFollowing) =>
    defineRoute({
      method: isFollowing ? ('PUT' as const) : ('DELETE' as const),
      path: '/api/v1/records/{record}/{id}/follow',
      words: isFollowing ? words('关注一条记录', 'Follow a record') : words('不再关注', 'Stop following'),
      params: onRecord,
      answers: { 200: { schema: followers } },
      async handler({ runtime, actor, params }) {
        const shape = await openRecord(runtime, actor, params.record, params.id)
        await keepFollowing(runtime.database, shape.name, params.id, actor.id, isFollowing, new Date(runtime.clock()).toISOString())
        return followersOf(runtime, actor, shape, params.id)
      },
    }),
  ),
]
