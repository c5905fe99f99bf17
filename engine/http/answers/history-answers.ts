import { z } from 'zod'
import { count, id, moment, named, page, recordNamed } from './parts.ts'

export const comment = z
  .object({
    id,
    record: z.string(),
    recordId: id,
    author: named,
    body: z.string(),
    createdAt: moment,
    editedAt: moment.nullable(),
    can: z.object({ edit: z.boolean(), remove: z.boolean() }),
  })
  .meta({ id: 'CommentSaid' })

export const commentSaid = comment.extend({ notTold: z.array(named) })

const change = z.object({ field: z.string(), before: z.unknown(), after: z.unknown() }).meta({ id: 'Change' })

const eventFields = {
  id,
  at: moment,
  type: z.string(),
  words: z.string(),
  actor: named,
  by: z.string(),
  made: z.object({ by: named, at: moment }).optional(),
  record: recordNamed,
  operation: id,
  cause: id.nullable(),
  version: z.int(),
  changes: z.array(change),
  comment: comment.nullable().optional(),
  detail: z.string().optional(),
}

export const event = z.object(eventFields).meta({ id: 'Event' })

export const events = page(event)

/** Events with the operation that each was a part of. */
export const toldEvents = page(
  z.object({ ...eventFields, partOf: z.object({ words: z.string(), total: z.int() }).optional() }).meta({ id: 'ToldEvent' }),
)

export const lastEvent = z.object({ at: moment, words: z.string(), actor: named, record: recordNamed }).nullable()

export const lastAudit = z.object({
  last: z.looseObject({ at: moment, seconds: z.number(), sealed: z.int(), waiting: z.int(), erased: z.int(), heads: z.int() }).nullable(),
})

export const followers = z.object({ following: z.boolean(), count: z.int(), items: z.array(named) })

export const colleagues = z.object({
  items: z.array(z.object({ id, title: z.string(), department: z.string(), sees: z.boolean() })),
})

export const notice = z
  .object({
    id,
    kind: z.string(),
    at: moment,
    isRead: z.boolean(),
    actor: named.nullable(),
    record: recordNamed.nullable(),
    sentence: z.array(z.object({ text: z.string(), strong: z.literal(true).optional() })),
    detail: z.string(),
    path: z.string().nullable(),
  })
  .meta({ id: 'Notice' })

export const notices = page(notice).extend({ unread: count })
