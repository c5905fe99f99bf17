import type { EventReader } from '#engine/event/reader.ts'
import { fitsEvent } from '../rules/webhook.ts'
import { endpointsOn, leaveDeliveries, positionsOf, type Endpoint } from './queries.ts'

/** Whether an endpoint is told of a type of events: of all, where it names none. */
export const isToldOf = ({ events }: Pick<Endpoint, 'events'>, type: string): boolean =>
  events.length === 0 || events.some((chosen) => fitsEvent(chosen, type))

/**
 * Follows the sealed events and leaves a message for each endpoint that asks for them, together with its own place: exactly what was committed
 * goes out, none of it twice. What an endpoint may be told of an event is asked when it is sent.
 */
export const readForWebhooks: EventReader = {
  name: 'webhooks',
  isWanted: async (runtime) => (await endpointsOn(runtime.database)).length > 0,
  async read(runtime, tx, events) {
    const endpoints = await endpointsOn(tx)
    const wanted = endpoints.flatMap((endpoint) =>
      events
        .filter(({ type, at }) => isToldOf(endpoint, type) && endpoint.onSince !== null && at >= endpoint.onSince)
        .map((event) => ({ endpoint, event })),
    )
    if (wanted.length === 0) return
    const positions = await positionsOf(
      tx,
      wanted.map(({ event }) => event.id),
    )
    await leaveDeliveries(
      tx,
      wanted.map(({ endpoint, event }) => ({
        webhook: endpoint.id,
        event: event.id,
        position: positions.get(event.id)!,
        type: event.type,
      })),
    )
    for (const webhook of new Set(wanted.map(({ endpoint }) => endpoint.id))) await runtime.enqueue(tx, 'deliver-webhooks', { webhook })
  },
}
