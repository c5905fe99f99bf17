import http from 'node:http'
import type { Product } from '../e2e/product.ts'

/** Pages that listen wherever there is a node, and come back as a browser does. */
export interface Listeners {
  open(): number
  /** How many have heard a text since `forget`. */
  heard(text: string): number
  forget(): void
  /** Answers other than a stream. */
  refused(): number
  stop(): void
}

export function listenAnywhere(next: () => Product | undefined, cookie: string, watch: string, count: number): Listeners {
  const texts = Array.from({ length: count }, () => '')
  const isOpen = new Set<number>()
  const requests = new Set<http.ClientRequest>()
  let refused = 0
  let isOver = false
  const agent = new http.Agent({ keepAlive: false, maxSockets: Infinity })
  const listen = (i: number) => {
    if (isOver) return
    let wait = 1000
    let isLeft = false
    const again = () => {
      if (isLeft) return
      isLeft = true
      isOpen.delete(i)
      requests.delete(request)
      setTimeout(() => listen(i), wait)
    }
    const node = next()
    if (!node) return void setTimeout(() => listen(i), 300)
    const request = http.get(
      { agent, host: '127.0.0.1', port: node.port, path: `/api/v1/live?watch=${watch}`, headers: { cookie } },
      (response) => {
        if (response.statusCode !== 200) refused += 1
        response.setEncoding('utf8')
        response.on('data', (part: string) => {
          texts[i] += part
          if (part.includes('event: ready')) isOpen.add(i)
          wait = Number(/retry: (\d+)/.exec(part)?.[1] ?? wait)
        })
        response.on('end', again)
        response.on('error', again)
      },
    )
    requests.add(request)
    request.on('error', again)
  }
  for (let i = 0; i < count; i++) listen(i)
  return {
    open: () => isOpen.size,
    heard: (text) => texts.filter((one) => one.includes(text)).length,
    forget: () => texts.fill(''),
    refused: () => refused,
    stop() {
      isOver = true
      for (const request of requests) request.destroy()
    },
  }
}
