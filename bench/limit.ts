// The limit beside each figure: the same statement through the plain driver, its rows as JSON over a bare HTTP server. Nothing of the product.
import http from 'node:http'
import pg from 'pg'

const config = JSON.parse(process.argv[2]!) as pg.PoolConfig
const statements = new Map<string, { text: string; values: unknown[] }>()
const pool = new pg.Pool({ ...config, max: 10 })

const server = http.createServer((request, response) => {
  if (request.method === 'POST') {
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      const { name, text, values } = JSON.parse(body) as { name: string; text: string; values: unknown[] }
      statements.set(name, { text, values })
      response.end('{}')
    })
    return
  }
  const statement = statements.get(decodeURIComponent(request.url!.slice(1)))
  if (!statement) {
    response.statusCode = 404
    response.end()
    return
  }
  pool.query(statement).then(
    (result) => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(result.rows))
    },
    (error: Error) => {
      response.statusCode = 500
      response.end(error.message)
    },
  )
})
server.listen(0, '127.0.0.1', () => console.log((server.address() as { port: number }).port))
process.on('SIGTERM', () => process.exit(0))
