/** A request as somebody has put it together on the page. */
export interface Request {
  method: string
  /** With the places of the path filled in. */
  path: string
  query: readonly [name: string, value: string][]
  headers: readonly [name: string, value: string][]
  /** JSON as it was written; nothing where there is no body. */
  body: string
}

export const targetOf = ({ path, query }: Pick<Request, 'path' | 'query'>): string =>
  query.length === 0 ? path : `${path}?${new URLSearchParams(query.map(([name, value]) => [name, value]))}`

/** Within single quotes of a shell nothing has a meaning, save the quote itself. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/** The request for a shell. The token stands in a variable: what is copied is passed on. */
export function asCurl(request: Request, origin: string): string {
  const { method, headers, body } = request
  return [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${quoted(origin + targetOf(request))}`,
    `-H "Authorization: Bearer $ZHIKE_TOKEN"`,
    ...headers.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body ? [`-H 'Content-Type: application/json'`, `--data ${quoted(body)}`] : []),
  ].join(' \\\n  ')
}

const inRecords = /^\/api\/v1\/records\/(\w+)(?:\/([^/]+))?$/

/** The request in TypeScript, by the client where it has a word for it. */
export function asTypeScript(request: Request, origin: string): string {
  const { method, path, query, body } = request
  const begin = [
    `import { openZhike } from './zhike-client.ts'`,
    '',
    `const zhike = openZhike({ address: ${JSON.stringify(origin)}, token: process.env.ZHIKE_TOKEN! })`,
  ]
  return [...begin, `const answer = ${callOf({ method, path, query, body, headers: request.headers })}`].join('\n')
}

const objectOf = (pairs: readonly [string, string][]): string =>
  `{ ${pairs.map(([name, value]) => `${name}: ${name === 'filter' ? value : /^\d+$/.test(value) ? value : name === 'fields' ? JSON.stringify(value.split(',')) : JSON.stringify(value)}`).join(', ')} }`

function callOf({ method, path, query, body, headers }: Request): string {
  const [, record, id] = inRecords.exec(path) ?? []
  const version = headers.find(([name]) => name === 'If-Match')?.[1].replaceAll(/\D/g, '') || '1'
  const input = body.trim() || '{}'
  const options = query.length > 0 ? objectOf(query) : ''
  if (record && record !== '' && !path.endsWith('/batch')) {
    const at = `await zhike.records('${record}')`
    if (method === 'GET' && !id) return `${at}.list(${options})`
    if (method === 'GET' && isId(id)) return `${at}.get('${id}')`
    if (method === 'POST' && !id) return `${at}.create(${input})`
    if (method === 'PATCH' && isId(id)) return `${at}.edit('${id}', ${version}, ${input})`
    if (method === 'DELETE' && isId(id)) return `${at}.recycle('${id}')`
  }
  const action = /^\/api\/v1\/actions\/(.+)$/.exec(path)?.[1]
  if (action) return `await zhike.act('${action}', ${input})`
  const parts = [...(query.length > 0 ? [`query: ${objectOf(query)}`] : []), ...(body ? [`body: ${input}`] : [])]
  return `await zhike.call('${method} ${path}'${parts.length > 0 ? `, { ${parts.join(', ')} }` : ''})`
}

const isId = (text: string | undefined): text is string => /^[0-9a-f-]{36}$/.test(text ?? '')
