import { systemActor } from '#engine/access/actor.ts'
import { measureMany } from '#engine/action/measure.ts'
import { perform } from '#engine/action/perform.ts'
import { Refusal } from '#engine/action/refusal.ts'
import { presentEvents } from '#engine/http/history-routes.ts'
import { notify } from '#engine/notice/notify.ts'
import type { Runtime } from '#engine/runtime.ts'
import { unseal } from '#engine/sign-in/secret-box.ts'
import { words, type Words } from '#engine/text/words.ts'
import { pauseWebhook } from '../actions/switch-webhook.ts'
import { webhookPaused } from '../notices.ts'
import { administrators } from '../queries.ts'
import { Webhook } from '../records/webhook.ts'
import { isHopeless, pauseAfter } from '../rules/webhook.ts'
import {
  claimDelivery,
  isAway,
  readEndpoint,
  readEvent,
  secretsOf,
  settleDelivery,
  type Attempt,
  type Delivery,
  type Endpoint,
} from './queries.ts'
import { signedHeaders } from './sign.ts'

export const aboutSecret = (webhook: string): string => `webhook ${webhook}`

const within = 15_000
const excerpt = 500

interface Sent {
  attempt: Attempt
  isTaken: boolean
  /** The other side says that it wants no more. */
  isGone: boolean
  retryAfter: number | null
}

/** Sends one message, signed. What the other side answers is looked at for its status, and kept in its beginning. */
export async function send(runtime: Runtime, endpoint: Endpoint, id: string, payload: object): Promise<Sent> {
  const body = JSON.stringify(payload)
  const at = runtime.clock()
  const secrets = (await secretsOf(runtime.database, endpoint.id)).map(({ sealed }) => unseal(runtime, sealed, aboutSecret(endpoint.id)))
  const began = performance.now()
  const attempt = (status: number | null, answer: string): Attempt => ({
    at: new Date(at).toISOString(),
    status,
    ms: Math.round(performance.now() - began),
    answer: answer.replaceAll('\u0000', '').slice(0, excerpt),
  })
  try {
    const response = await runtime.fetchOutside(endpoint.address, {
      method: 'POST',
      headers: signedHeaders(secrets, id, Math.floor(Date.now() / 1000), body),
      body,
      within,
      most: 262_144,
    })
    const wait = Number(response.headers.get('retry-after'))
    return {
      attempt: attempt(response.status, await response.text()),
      isTaken: response.ok,
      isGone: response.status === 410,
      retryAfter: wait > 0 ? wait : null,
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { attempt: attempt(null, `${error.words.zh}\n${error.words.en}`), isTaken: false, isGone: false, retryAfter: null }
  }
}

/** The message about an event, as far as whoever answers for the endpoint may see it now; undefined where he may not, or nothing of it. */
async function messageOf(runtime: Runtime, endpoint: Endpoint, delivery: Delivery): Promise<object | undefined> {
  const actor = endpoint.actsFor ? await runtime.actorOf(endpoint.actsFor, 'job', 'zh') : undefined
  if (!actor) return undefined
  const event = await readEvent(runtime.database, delivery.event)
  const [shown] = event ? await presentEvents(runtime, actor, [event]) : []
  if (!event || !shown) return undefined
  const isUnseen = Object.keys(event.changes ?? {}).length > 0 && shown.changes.length === 0 && event.type.endsWith('.edited')
  if (isUnseen) return undefined
  return {
    type: event.type,
    timestamp: event.at,
    data: {
      event: event.id,
      position: delivery.position,
      record: event.record,
      id: event.recordId,
      title: shown.record.title,
      root: { record: event.rootRecord, id: event.rootId },
      version: event.version,
      changes: shown.changes,
      ...(shown.comment === undefined ? {} : { comment: shown.comment }),
      actor: { ...(shown.actor as object), kind: event.actorKind },
      operation: event.operationId,
    },
  }
}

/** Sends nothing more until somebody switches it on again, and tells the administrators why. */
async function pause(runtime: Runtime, endpoint: Endpoint, why: Words): Promise<void> {
  await perform(runtime, systemActor, pauseWebhook, [{ id: endpoint.id }])
  await notify(runtime.database, {
    kind: webhookPaused,
    to: await administrators(runtime.database),
    record: 'webhook',
    recordId: endpoint.id,
    args: { reason: why },
    at: new Date(runtime.clock()).toISOString(),
  })
}

/** Since when it fails, or that it no longer does. */
const note = (runtime: Runtime, endpoint: Endpoint, isTaken: boolean): Promise<void> => {
  const now = new Date(runtime.clock()).toISOString()
  return runtime.database.transaction((tx) =>
    measureMany(runtime, tx, Webhook, [endpoint.id], (rows) =>
      Promise.resolve(
        new Map(rows.map((row) => [row.id, isTaken ? { okAt: now, failingSince: null } : { failingSince: row.failingSince ?? now }])),
      ),
    ),
  )
}

/** What cannot be made or sent for a fault of ours is a failed try like any other: it must hold up no other message. */
async function trySend(runtime: Runtime, endpoint: Endpoint, delivery: Delivery): Promise<Sent | 'withheld'> {
  try {
    const message = await messageOf(runtime, endpoint, delivery)
    return message ? await send(runtime, endpoint, delivery.id, message) : 'withheld'
  } catch (error) {
    if (isAway(error)) throw error
    runtime.log.error({ err: error, delivery: delivery.id }, 'webhook')
    const attempt = { at: new Date(runtime.clock()).toISOString(), status: null, ms: 0, answer: '系统出错\nA fault of ours' }
    return { attempt, isTaken: false, isGone: false, retryAfter: null }
  }
}

async function deliver(runtime: Runtime, endpoint: Endpoint, delivery: Delivery): Promise<void> {
  const { database } = runtime
  const sent = await trySend(runtime, endpoint, delivery)
  if (sent === 'withheld') return void (await settleDelivery(database, delivery.id, { state: 'withheld' }))
  const { attempt, isTaken, isGone, retryAfter } = sent
  const again = isTaken ? null : pauseAfter(delivery.tries + 1, retryAfter, Math.random())
  await settleDelivery(database, delivery.id, {
    state: isTaken ? 'done' : again === null ? 'failed' : 'waiting',
    attempt,
    ...(again === null ? {} : { again }),
  })
  await note(runtime, endpoint, isTaken)
  if (isGone) await pause(runtime, endpoint, words('对方回答 410：不再接收', 'the other side answers 410: it takes no more'))
  else if (!isTaken && isHopeless(endpoint.failingSince, runtime.clock()))
    await pause(runtime, endpoint, words('连续三天没有送达', 'nothing was delivered for three days'))
}

/** Sends what is due for one endpoint, one after the other. @returns how many messages were taken up. */
export async function deliverDue(runtime: Runtime, webhook: string, signal: AbortSignal): Promise<number> {
  const { database } = runtime
  for (let n = 0; ; n++) {
    const endpoint = await readEndpoint(database, webhook)
    if (endpoint?.state !== 'on' || signal.aborted) return n
    if (!endpoint.actsFor || !(await runtime.actorOf(endpoint.actsFor, 'job'))) {
      await pause(runtime, endpoint, words('权限所依据的用户已停用', 'the user whose rights it has is switched off'))
      return n
    }
    const delivery = await database.transaction((tx) => claimDelivery(tx, webhook))
    if (!delivery) return n
    await deliver(runtime, endpoint, delivery)
  }
}
