import { hearBuild } from './build.ts'
import { currentLocale } from './language.tsx'

/** An answer that refuses, after RFC 9457. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly fields: Record<string, string>
  readonly detail: Record<string, unknown>

  constructor(status: number, body: Record<string, unknown>) {
    super(typeof body.title === 'string' ? body.title : String(status))
    this.status = status
    this.code = typeof body.code === 'string' ? body.code : 'unknown'
    this.fields = (body.fields as Record<string, string> | undefined) ?? {}
    this.detail = body
  }
}

type Query = Record<string, string | number | boolean | undefined | null>

export const withQuery = (path: string, query: Query = {}): string => {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '')
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries.map(([name, value]) => [name, String(value)]))}`
}

/** A key that nobody else makes. `crypto.randomUUID` is missing where the page did not come over HTTPS, as in many a company's own network. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

interface Options {
  query?: Query
  body?: unknown
  version?: number
  signal?: AbortSignal
  /** Makes a repeated attempt after a lost answer harmless. */
  key?: string
  /** The request outlives the page that makes it. */
  keepalive?: boolean
}

async function ask<T>(method: string, path: string, { query, body, version, signal, key, keepalive }: Options = {}): Promise<T> {
  const isForm = body instanceof FormData
  const response = await fetch(withQuery(`/api/v1${path}`, query), {
    method,
    credentials: 'same-origin',
    headers: {
      'accept-language': currentLocale() === 'zh' ? 'zh-CN' : 'en',
      ...(body !== undefined && !isForm ? { 'content-type': 'application/json' } : {}),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      ...(key ? { 'idempotency-key': key } : {}),
    },
    ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
    ...(keepalive ? { keepalive } : {}),
  }).catch((error: unknown) => {
    if ((error as Error).name === 'AbortError') throw error
    throw new Problem(0, {
      code: 'offline',
      title: currentLocale() === 'zh' ? '无法连接服务器，请检查网络。' : 'The server cannot be reached; check the network.',
    })
  })
  hearBuild(response.headers.get('zhike-build'))
  if (response.status === 204) return undefined as T
  const content = (await response.json().catch(() => ({}))) as Record<string, unknown>
  if (!response.ok) throw new Problem(response.status, content)
  return content as T
}

async function fetchFile(path: string): Promise<Response> {
  const response = await fetch(`/api/v1${path}`, {
    credentials: 'same-origin',
    headers: { 'accept-language': currentLocale() === 'zh' ? 'zh-CN' : 'en' },
  })
  if (!response.ok) throw new Problem(response.status, (await response.json().catch(() => ({}))) as Record<string, unknown>)
  return response
}

/** The content of a file, to be shown. */
export const fetchBlob = async (path: string): Promise<Blob> => (await fetchFile(path)).blob()

/** Fetches a file in the language of the screen, which a plain link could not say, and hands it to the browser to keep. */
export async function download(path: string): Promise<void> {
  const response = await fetchFile(path)
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = decodeURIComponent(name ?? 'file')
  link.click()
  URL.revokeObjectURL(link.href)
}

export const api = {
  get: <T>(path: string, options?: Options) => ask<T>('GET', path, options),
  post: <T>(path: string, body?: unknown, options?: Options) => ask<T>('POST', path, { ...options, body: body ?? {} }),
  put: <T>(path: string, body?: unknown, options?: Options) => ask<T>('PUT', path, { ...options, body: body ?? {} }),
  patch: <T>(path: string, body: unknown, options?: Options) => ask<T>('PATCH', path, { ...options, body }),
  delete: <T>(path: string, options?: Options) => ask<T>('DELETE', path, options),
}
