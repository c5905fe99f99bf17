import http from 'node:http'
import { readiness, type Product } from '../e2e/product.ts'

/** Spreads requests over the nodes that say they are ready, over connections that are kept, as a balancer before them does. */
export interface Balancer {
  ask(ask: Asked): Promise<Told>
  /** A node that is ready, in turn. */
  next(): Product | undefined
  /** Requests that met a connection which was closed before a word of an answer came, and were sent once more to another node. */
  resent(): number
  replace(before: Product, after: Product): void
  stop(): void
}

export interface Asked {
  method?: string
  path: string
  cookie?: string
  body?: unknown
  key?: string
}

export interface Told {
  status: number
  body: any
  headers: http.IncomingHttpHeaders
}

const agents = new Map<string, http.Agent>()
const agentOf = (product: Product) => {
  const key = `${product.pid}`
  const known = agents.get(key) ?? new http.Agent({ keepAlive: true, maxSockets: 64 })
  agents.set(key, known)
  return known
}

export function send(product: Product, { method = 'GET', path, cookie, body, key }: Asked): Promise<Told> {
  const text = body === undefined ? undefined : JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        agent: agentOf(product),
        host: '127.0.0.1',
        port: product.port,
        method,
        path: `/api/v1/${path}`,
        timeout: 60_000,
        headers: {
          'x-requested-with': 'torture',
          'accept-language': 'en',
          ...(cookie ? { cookie } : {}),
          ...(key ? { 'idempotency-key': key } : {}),
          ...(text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
        },
      },
      (response) => {
        let all = ''
        response.setEncoding('utf8')
        response.on('data', (part: string) => (all += part))
        response.on('end', () =>
          resolve({ status: response.statusCode!, body: all ? JSON.parse(all) : undefined, headers: response.headers }),
        )
        response.on('error', reject)
      },
    )
    request.on('timeout', () => request.destroy(new Error('no answer in time')))
    request.on('error', reject)
    request.end(text)
  })
}

export function openBalancer(products: Product[]): Balancer {
  const nodes = [...products]
  const isReady = new Map<Product, boolean>(nodes.map((node) => [node, true]))
  let turn = 0
  let resent = 0
  let isOver = false
  const look = (async () => {
    while (!isOver) {
      await Promise.all(nodes.map(async (node) => isReady.set(node, (await readiness(node)) === 200)))
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  })()
  void look
  const next = () => {
    const ready = nodes.filter((node) => isReady.get(node))
    return ready[turn++ % Math.max(1, ready.length)]
  }
  /** Waits for one, as a balancer does for a moment. */
  const ready = async () => {
    for (let i = 0; i < 40; i++) {
      const node = next()
      if (node) return node
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    return undefined
  }
  return {
    next,
    async ask(asked) {
      for (let attempt = 1; ; attempt++) {
        const node = await ready()
        if (!node) throw new Error('no node is ready')
        try {
          return await send(node, asked)
        } catch (error) {
          // What carries a key, or only reads, may be asked again; whatever else may have been done.
          if (attempt >= 4 || (asked.method && asked.method !== 'GET' && !asked.key)) throw error
          isReady.set(node, false)
          resent += 1
        }
      }
    },
    resent: () => resent,
    replace(before, after) {
      nodes.splice(nodes.indexOf(before), 1, after)
      isReady.delete(before)
    },
    stop: () => void (isOver = true),
  }
}
