import http from 'node:http'

/** What one request of a load is. */
export interface Ask {
  method?: string
  path: string
  headers?: Record<string, string>
  body?: string
}

export interface Load {
  rate: number
  p50: number
  p95: number
  count: number
  /** Answers other than 2xx, by status. */
  failed: Record<string, number>
}

const quantile = (sorted: readonly number[], q: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0

function once(agent: http.Agent, port: number, { method = 'GET', path, headers = {}, body }: Ask): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        agent,
        port,
        host: '127.0.0.1',
        method,
        path,
        headers: { ...headers, ...(body ? { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } : {}) },
      },
      (response) => {
        response.on('data', () => {})
        response.on('end', () => resolve(response.statusCode ?? 0))
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}

/** Drives a port with a number of connections for some seconds, after a second of warming up; each connection asks again as soon as it is answered. */
export async function drive(port: number, ask: (n: number) => Ask, { connections = 10, seconds = 5, warm = 1 } = {}): Promise<Load> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  const failed: Record<string, number> = {}
  const begin = performance.now()
  const from = begin + warm * 1000
  const to = from + seconds * 1000
  let n = 0
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < to) {
        const started = performance.now()
        const status = await once(agent, port, ask(n++)).catch(() => 0)
        const ended = performance.now()
        if (started >= from && ended <= to + 1000) {
          times.push(ended - started)
          if (status < 200 || status > 299) failed[status] = (failed[status] ?? 0) + 1
        }
      }
    }),
  )
  agent.destroy()
  times.sort((a, b) => a - b)
  return { rate: times.length / seconds, p50: quantile(times, 0.5), p95: quantile(times, 0.95), count: times.length, failed }
}
