/**
 * The part of the client that is the same everywhere: how one asks, pages, tries again and tells a webhook from a forgery. It knows of no record;
 * what there is stands in the types that are written before it. It needs `fetch` and Web Crypto and nothing else: Node 20, Deno, Bun, browsers.
 */

/** What the types of one installation say. */
export interface Kinds {
  records: object
  actions: object
  calls: object
}

type RecordKind = { item: object; create: object; edit: object; change: object; filter: unknown; sort: string; field: string }
type Of<K, Name, Part extends keyof RecordKind> = Name extends keyof K ? (K[Name] extends RecordKind ? K[Name][Part] : never) : never

export interface ClientOptions {
  /** Where the product is: "https://crm.example.com". */
  address: string
  /** A personal or service token: "zk_…". */
  token: string
  /** The language of titles and problems. */
  language?: 'zh' | 'en'
  /** How often a request is tried again that was put off (429, 503) or got no answer; 5 unless said. */
  retries?: number
  /** The longest wait between two tries, in seconds; 60 unless said. */
  longestWait?: number
  fetch?: typeof fetch
}

/** What the product answers where something is not done (RFC 9457). */
export class Problem extends Error {
  readonly code: string
  readonly status: number
  /** What is wrong with which field. */
  readonly fields: Record<string, string>
  readonly detail: Record<string, unknown>

  constructor(detail: Record<string, unknown>, status: number) {
    super(typeof detail.title === 'string' ? detail.title : `status ${status}`)
    this.name = 'Problem'
    this.code = typeof detail.code === 'string' ? detail.code : 'unknown'
    this.status = status
    this.fields = (detail.fields as Record<string, string> | undefined) ?? {}
    this.detail = detail
  }
}

export interface ListOptions<Filter, Sort extends string, Field extends string> {
  filter?: Filter
  /** "-createdAt,name": descending with - in front. */
  sort?: Sort | `-${Sort}` | (string & {})
  limit?: number
  cursor?: string
  /** Only these fields; those of linked records by path. */
  fields?: readonly (Field | `${string}.${string}`)[]
  q?: string
  count?: 'capped' | 'exact'
  recycled?: boolean
}

export interface Page<Item> {
  items: Item[]
  next: string | null
  count?: { value: number; exact: boolean }
  similar?: true
}

/** Sent again under the same key, a request is done once. One is made up for every request that does not bring its own. */
export interface Repeat {
  key?: string
}

export interface BatchAnswer {
  operation: string | null
  items: ({ id: string; version: number } | { problem: { code: string; title: string; fields?: Record<string, string> } })[]
}

interface Asked {
  query?: Record<string, unknown>
  body?: unknown
  version?: number
  key?: string
  /** Whether it may be sent twice without being done twice. */
  isRepeatable?: boolean
}

type Wish<K, Name> = ListOptions<Of<K, Name, 'filter'>, Of<K, Name, 'sort'>, Of<K, Name, 'field'>>

/** One kind of record. */
export interface RecordClient<K, Name extends keyof K & string> {
  list(options?: Wish<K, Name>): Promise<Page<Of<K, Name, 'item'>>>
  /** All of them, page by page, as one walks on. */
  each(options?: Wish<K, Name>): AsyncGenerator<Of<K, Name, 'item'>>
  get(id: string, fields?: readonly (Of<K, Name, 'field'> | `${string}.${string}`)[]): Promise<Of<K, Name, 'item'>>
  create(input: Of<K, Name, 'create'>, repeat?: Repeat): Promise<Of<K, Name, 'item'>>
  /** Changes what is named, as it was seen in this version. What others have changed meanwhile is a Problem with the code "stale". */
  edit(id: string, version: number, input: Of<K, Name, 'edit'>, repeat?: Repeat): Promise<Of<K, Name, 'item'>>
  /** Into the recycle bin. */
  recycle(id: string, version?: number): Promise<void>
  /** Up to 1,000 new ones, or changes of such as are there; all or none, or each for itself. */
  batch(items: readonly (Of<K, Name, 'create'> | Of<K, Name, 'change'>)[], options?: Repeat & { partial?: boolean }): Promise<BatchAnswer>
}

export interface Client<K extends Kinds> {
  records<Name extends keyof K['records'] & string>(name: Name): RecordClient<K['records'], Name>
  /** Performs an action: on one record (say its version), on several, or on all that meet a filter. */
  act<Name extends keyof K['actions'] & string>(
    name: Name,
    what: {
      on?: string | readonly string[] | { filter: unknown; q?: string }
      input?: K['actions'][Name] extends { input: infer Input } ? Input : never
      mode?: 'run' | 'preview'
      version?: number
    } & Repeat,
  ): Promise<ActionAnswer>
  /** Any other call by its method and path: `call('GET /api/v1/me')`. */
  call<Name extends keyof K['calls'] & string>(
    name: Name,
    what?: { path?: Record<string, string>; query?: Record<string, unknown>; body?: unknown } & Repeat,
  ): Promise<K['calls'][Name]>
  /** Sends a file as a form does: to "/api/v1/imports" or "/api/v1/files". */
  upload(path: string, file: Blob, name: string, fields?: Record<string, string>): Promise<any>
  /** What comes as a file: exports, attachments. */
  download(path: string, query?: Record<string, unknown>): Promise<Response>
}

export interface ActionAnswer {
  outcome: 'done' | 'waiting' | 'preview'
  operation: string | null
  items: { id?: string; version?: number; problem?: { code: string; title: string } }[]
  total?: number
}

const sleep = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

function addressOf(base: string, path: string, query: Record<string, unknown> = {}): string {
  const url = new URL(path, base)
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue
    const isList = Array.isArray(value) && value.every((each) => typeof each !== 'object')
    url.searchParams.set(name, isList ? value.join() : typeof value === 'object' ? JSON.stringify(value) : String(value as string))
  }
  return url.href
}

async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text()
  try {
    return new Problem(JSON.parse(text) as Record<string, unknown>, response.status)
  } catch {
    return new Problem({ title: text.slice(0, 200) }, response.status)
  }
}

/** Opens the way to one installation. Nothing is sent yet. */
export function openClient<K extends Kinds>(options: ClientOptions): Client<K> {
  const { address, token, language = 'zh', retries = 5, longestWait = 60 } = options
  const send = options.fetch ?? fetch
  const usual = { authorization: `Bearer ${token}`, 'accept-language': language }

  async function tryAgain(method: string, url: string, init: RequestInit, isRepeatable: boolean): Promise<Response> {
    for (let tries = 0; ; tries++) {
      const response = await send(url, { ...init, method }).catch((error: unknown) => {
        if (!isRepeatable || tries >= retries) throw error
        return undefined
      })
      if (response && ((response.status !== 429 && response.status !== 503) || tries >= retries)) return response
      const asked = Number(response?.headers.get('retry-after') ?? 0)
      await sleep(Math.min(longestWait, Math.max(asked, 0.25 * 2 ** tries)))
    }
  }

  async function ask(method: string, path: string, { query, body, version, key, isRepeatable }: Asked = {}): Promise<Response> {
    const headers = {
      ...usual,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    }
    const init = { headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
    const response = await tryAgain(method, addressOf(address, path, query), init, isRepeatable ?? method === 'GET')
    if (!response.ok) throw await problemOf(response)
    return response
  }

  const answer = async (method: string, path: string, asked?: Asked): Promise<any> => {
    const response = await ask(method, path, asked)
    return response.status === 204 ? undefined : response.json()
  }
  const once = (repeat: Repeat = {}) => ({ key: repeat.key ?? crypto.randomUUID(), isRepeatable: true })

  return {
    records(name) {
      const at = `/api/v1/records/${name}`
      const list = (wish: ListOptions<any, any, any> = {}) => answer('GET', at, { query: { ...wish } })
      return {
        list,
        async *each(wish = {}) {
          let cursor: string | undefined = wish.cursor
          do {
            const page = (await list({ limit: 200, ...wish, ...(cursor ? { cursor } : {}) })) as Page<any>
            yield* page.items
            cursor = page.next ?? undefined
          } while (cursor)
        },
        get: (id, fields) => answer('GET', `${at}/${id}`, { query: { fields } }),
        create: (input, repeat) => answer('POST', at, { body: input, ...once(repeat) }),
        edit: (id, version, input, repeat) => answer('PATCH', `${at}/${id}`, { body: input, version, ...once(repeat) }),
        recycle: (id, version) => answer('DELETE', `${at}/${id}`, version === undefined ? {} : { version }),
        batch: (items, { partial, ...repeat } = {}) =>
          answer('POST', `${at}/batch`, { body: { items }, query: { partial }, ...once(repeat) }),
      }
    },
    act: (name, { version, key, ...body }) =>
      answer('POST', `/api/v1/actions/${name}`, {
        body,
        ...(version === undefined ? {} : { version }),
        ...(body.mode === 'preview' ? {} : once(key === undefined ? {} : { key })),
      }),
    call(name, { path = {}, query, body, key } = {}) {
      const [method = 'GET', template = '/'] = name.split(' ')
      const filled = template.replace(/\{(\w+)\}/g, (_, place: string) => encodeURIComponent(path[place] ?? ''))
      return answer(method, filled, { ...(query ? { query } : {}), ...(body === undefined ? {} : { body }), ...(key ? { key } : {}) })
    },
    async upload(path, file, name, fields = {}) {
      const form = new FormData()
      for (const [key, value] of Object.entries(fields)) form.set(key, value)
      form.set('file', file, name)
      const response = await tryAgain('POST', addressOf(address, path), { headers: usual, body: form }, false)
      if (!response.ok) throw await problemOf(response)
      return response.json()
    },
    download: (path, query) => ask('GET', path, query ? { query } : {}),
  }
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))

/**
 * Whether a message of a webhook is genuine and fresh (Standard Webhooks). Give the body as it came, before it is parsed.
 * @param secret as the product has shown it: "whsec_…"
 * @param seconds how old it may be
 */
export async function verifyWebhook(
  secret: string,
  headers: Record<string, string | string[] | undefined>,
  body: string,
  seconds = 300,
): Promise<boolean> {
  const [id, at, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => String(headers[name] ?? ''))
  if (!id || !at || Math.abs(Date.now() / 1000 - Number(at)) > seconds || !(Number(at) > 0)) return false
  const secretBytes = bytesOf(secret.replace(/^whsec_/, ''))
  const key = await crypto.subtle.importKey('raw', secretBytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify'])
  const text = new TextEncoder().encode(`${id}.${at}.${body}`)
  for (const part of signatures!.split(' '))
    if (part.startsWith('v1,') && (await crypto.subtle.verify('HMAC', key, bytesOf(part.slice(3)), text).catch(() => false))) return true
  return false
}
