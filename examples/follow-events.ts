import http from 'node:http'
import { verifyWebhook } from '../generated/zhike-client.ts'

/** What a webhook says of an event. */
export interface Message {
  type: string
  timestamp: string
  data: {
    event: string
    position: number
    record: string
    id: string
    title: string
    changes: { field: string; before: unknown; after: unknown }[]
    actor: { id: string; title: string }
  }
}

/**
 * Takes messages of a webhook in: genuine ones only, each once. Answer fast and work afterwards: who takes longer than 15 seconds is taken for
 * away, and the message comes again, under the same id. What must survive a restart belongs into a database of yours, the ids included.
 */
export function openReceiver(secret: string, take: (message: Message) => void): http.Server {
  const known = new Set<string>()
  return http.createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8')
      void verifyWebhook(secret, request.headers, body).then((isGenuine) => {
        response.writeHead(isGenuine ? 204 : 401).end()
        const id = String(request.headers['webhook-id'])
        if (!isGenuine || known.has(id)) return
        known.add(id)
        take(JSON.parse(body) as Message)
      })
    })
  })
}

if (import.meta.main)
  openReceiver(process.env.ZHIKE_WEBHOOK_SECRET ?? '', ({ type, timestamp, data }) => console.log(timestamp, type, data.title)).listen(4000)
