import { z } from 'zod'
import { hasRole, type Actor } from '#engine/access/actor.ts'
import { readRecord } from '#engine/access/read.ts'
import { notAllowed, notFound, refuse } from '#engine/action/refusal.ts'
import { id as idAnswer, moment } from '#engine/http/answers/parts.ts'
import { defineRoute } from '#engine/http/route.ts'
import type { Runtime } from '#engine/runtime.ts'
import { seal } from '#engine/sign-in/secret-box.ts'
import { words } from '#engine/text/words.ts'
import { aboutSecret, send } from './deliver.ts'
import { isToldOf } from './read-events.ts'
import {
  deliveriesOf,
  eventsBetween,
  keepSecret,
  leaveDeliveries,
  readDelivery,
  readEndpoint,
  secretsOf,
  type Delivery,
  type Endpoint,
} from './queries.ts'
import { newSecret } from './sign.ts'

/** So long the secret before a new one still signs. */
const changeOverHours = 24
/** So many events are sent again at once. */
const mostReplayed = 10_000

async function endpointAt(runtime: Runtime, actor: Actor, id: string): Promise<Endpoint> {
  if (!hasRole(actor, 'administrator')) throw notAllowed()
  await readRecord(runtime, actor, runtime.house.shapes.get('webhook')!, id, ['id'])
  const endpoint = await readEndpoint(runtime.database, id)
  if (!endpoint) throw notFound()
  return endpoint
}

const attempt = z.object({ at: moment, status: z.int().nullable(), ms: z.int(), answer: z.string() })
const delivery = z
  .object({
    id: idAnswer,
    event: idAnswer,
    position: z.int(),
    type: z.string(),
    state: z.enum(['waiting', 'done', 'failed', 'withheld']),
    createdAt: moment,
    dueAt: moment.nullable(),
    tries: z.int(),
    attempts: z.array(attempt),
    finishedAt: moment.nullable(),
  })
  .meta({ id: 'WebhookDelivery' })

const presented = ({ webhook: _, ...rest }: Delivery) => rest

const one = z.object({ id: z.uuid() })

export const webhookRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/webhooks/{id}/deliveries',
    words: words('Webhook 的发送记录与密钥状态', 'What a webhook has sent, and how its secrets stand'),
    params: one,
    query: z.strictObject({
      state: z.enum(['waiting', 'done', 'failed', 'withheld']).optional(),
      before: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    answers: {
      200: {
        schema: z.object({
          items: z.array(delivery),
          next: z.string().nullable(),
          secrets: z.array(z.object({ createdAt: moment, until: moment.nullable() })),
        }),
      },
    },
    async handler({ runtime, actor, params, query }) {
      const { id } = await endpointAt(runtime, actor, params.id)
      const items = await deliveriesOf(runtime.database, id, query)
      const secrets = await secretsOf(runtime.database, id)
      return {
        items: items.map(presented),
        next: items.length === query.limit ? items.at(-1)!.id : null,
        secrets: secrets.map(({ createdAt, until }) => ({ createdAt, until })),
      }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/webhooks/{id}/secret',
    words: words(
      '生成签名密钥，只显示这一次；原来的再用 24 小时',
      'Make a secret to sign with, shown this once; the one before signs for 24 hours more',
    ),
    forSessions: true,
    params: one,
    answers: { 201: { words: words('密钥', 'The secret'), schema: z.object({ secret: z.string() }) } },
    async handler({ runtime, actor, params, reply }) {
      const { id } = await endpointAt(runtime, actor, params.id)
      const secret = newSecret()
      const sealed = await seal(runtime, secret, aboutSecret(id))
      await runtime.database.transaction((tx) => keepSecret(tx, id, sealed, changeOverHours))
      void reply.code(201)
      return { secret }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/webhooks/{id}/test',
    words: words('立即发送一条测试消息，回答对方的回应', 'Send a message to try it out, and tell what the other side says'),
    params: one,
    answers: { 200: { schema: attempt.extend({ isTaken: z.boolean(), id: idAnswer }) } },
    async handler({ runtime, actor, params }) {
      const endpoint = await endpointAt(runtime, actor, params.id)
      if ((await secretsOf(runtime.database, endpoint.id)).length === 0)
        throw refuse('no-secret', words('先生成签名密钥。', 'First make a secret to sign with.'), { status: 409 })
      const id = crypto.randomUUID()
      const sent = await send(runtime, endpoint, id, {
        type: 'webhook.test',
        timestamp: new Date(runtime.clock()).toISOString(),
        data: { webhook: endpoint.id, name: endpoint.name },
      })
      return { id, ...sent.attempt, isTaken: sent.isTaken }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/webhooks/{id}/replay',
    words: words(
      '重发一条，或一段时间内的全部（webhook-id 不变）',
      'Send one once more, or all of a span of time, under the same webhook-id',
    ),
    params: one,
    body: z.union([z.strictObject({ delivery: z.uuid() }), z.strictObject({ from: z.iso.datetime(), until: z.iso.datetime() })]),
    answers: { 202: { words: words('已安排', 'Arranged'), schema: z.object({ left: z.int() }) } },
    async handler({ runtime, actor, params, body, reply }) {
      const endpoint = await endpointAt(runtime, actor, params.id)
      const rows = 'delivery' in body ? await again(runtime, endpoint, body.delivery) : await span(runtime, endpoint, body)
      const left = await runtime.database.transaction(async (tx) => {
        const count = await leaveDeliveries(tx, rows, true)
        await runtime.enqueue(tx, 'deliver-webhooks', { webhook: endpoint.id })
        return count
      })
      void reply.code(202)
      return { left }
    },
  }),
]

async function again(runtime: Runtime, { id }: Endpoint, delivered: string) {
  const found = await readDelivery(runtime.database, id, delivered)
  if (!found) throw notFound()
  return [{ webhook: id, event: found.event, position: found.position, type: found.type }]
}

async function span(runtime: Runtime, endpoint: Endpoint, { from, until }: { from: string; until: string }) {
  const [begin, end] = [Date.parse(from), Date.parse(until)]
  const found = await eventsBetween(runtime.database, begin, end, mostReplayed + 1)
  if (end <= begin || found.length > mostReplayed)
    throw refuse(
      'bad-span',
      words(`时间段不对，或其中的事件超过 ${mostReplayed} 条。`, `The span does not fit, or holds more than ${mostReplayed} events.`),
    )
  return found
    .filter(({ type }) => isToldOf(endpoint, type))
    .map(({ id, type, position }) => ({ webhook: endpoint.id, event: id, position, type }))
}
