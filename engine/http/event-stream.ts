import type { ServerResponse } from 'node:http'
import type { StoredEvent } from '#engine/event/define-event.ts'

/** One message of a stream. */
export const message = (event: string, data: unknown): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

/** That a record has changed: which, and to which version; never what. */
export const changeOf = (event: StoredEvent): string =>
  message('changed', {
    record: event.record,
    id: event.recordId,
    root: { record: event.rootRecord, id: event.rootId },
    version: event.version,
    by: event.actorId,
  })

/** Not all at once: whoever is sent away comes back, to another node, within two seconds. */
export const comeBack = (): string => `retry: ${Math.round(Math.random() * 2000)}\n\n`

export function beginStream(response: ServerResponse, connection: 'keep-alive' | 'close' = 'keep-alive'): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    connection,
  })
}

/** An answer in the right form that ends at once: a browser gives a stream up for good when it is refused one. */
export function sendAway(response: ServerResponse): void {
  beginStream(response, 'close')
  response.end(comeBack())
}
