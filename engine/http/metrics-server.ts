import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Runtime } from '#engine/runtime.ts'
import { notReady } from './health-routes.ts'

/**
 * Metrics and probes at a port of their own, which listens to this machine alone and asks for no sign-in: for an agent beside the node, and for
 * workers, which answer nothing else.
 */
export async function openMetricsServer(runtime: Runtime, port: number): Promise<{ address: string; port: number; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    const answer = async (): Promise<[status: number, type: string, text: string]> => {
      if (request.url === '/healthz') return [200, 'application/json', '{"status":"alive"}']
      if (request.url === '/readyz') {
        const reasons = await notReady(runtime)
        const status = reasons.length > 0 ? 'not ready' : 'ready'
        return [reasons.length > 0 ? 503 : 200, 'application/json', JSON.stringify({ status, reasons })]
      }
      if (request.method !== 'GET' || request.url !== '/metrics') return [404, 'text/plain', '']
      const { type, text } = await runtime.metrics.read()
      return [200, type, text]
    }
    void answer()
      .catch((error: unknown): [number, string, string] => {
        runtime.log.warn({ err: error }, 'metrics')
        return [500, 'text/plain', '']
      })
      .then(([status, type, text]) => response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const { address, port: taken } = server.address() as AddressInfo
  return {
    address,
    port: taken,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
