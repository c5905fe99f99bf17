import { lookup as lookUp, type LookupAddress } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import { refuse, type Refusal } from '#engine/action/refusal.ts'
import { words } from '#engine/text/words.ts'
import { mayReach, type Networks } from './forbidden-addresses.ts'

/**
 * The one door by which requests leave that somebody else has given the address of: a provider of single sign-on, a receiver of webhooks. A
 * name is asked for once, every address it stands for is looked at, and the connection goes to what was looked at: a name that means something
 * else a moment later leads nowhere. Redirects are not followed but answered as they are; time and size have an end.
 */

export interface OutsideAsk {
  method?: string
  headers?: Record<string, string>
  body?: string | Uint8Array
  /** Milliseconds for all of it, from the name to the last byte. */
  within?: number
  /** Largest answer in bytes. */
  most?: number
  signal?: AbortSignal
}

/** Asks a host outside. Refuses with `address-refused`, `outside-unreachable`, `outside-too-slow` or `outside-too-large`. */
export type FetchOutside = (address: string | URL, ask?: OutsideAsk) => Promise<Response>

/** Asks what a host name stands for, all of it. */
type LookUp = (host: string) => Promise<LookupAddress[]>

const lookUpAll: LookUp = (host) =>
  new Promise((resolve, reject) => lookUp(host, { all: true, verbatim: true }, (error, found) => (error ? reject(error) : resolve(found))))

const refused = (): Refusal =>
  refuse(
    'address-refused',
    words(
      '不能访问这个地址：它不在公网上。确需访问内网时，由运维在 ZHIKE_REACHABLE_NETWORKS 中允许。',
      'This address may not be reached: it is not of the public internet. Networks of your own are allowed in ZHIKE_REACHABLE_NETWORKS.',
    ),
  )
const unreachable = (why: string): Refusal =>
  refuse('outside-unreachable', words(`对方无法连接（${why}）。`, `The other side cannot be reached (${why}).`), { status: 502 })
const tooSlow = (): Refusal =>
  refuse('outside-too-slow', words('对方没有及时回答。', 'The other side did not answer in time.'), { status: 504 })
const tooLarge = (): Refusal =>
  refuse('outside-too-large', words('对方的回答太大。', 'The answer of the other side is too large.'), { status: 502 })

const wordOf = (error: unknown): string => (error as { code?: string }).code ?? 'unknown'

/** Reads an address: only the two kinds of the web, and no name and password within. */
function readAddress(address: string | URL): URL {
  const url = URL.parse(String(address))
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:') || url.username || url.password) throw refused()
  return url
}

/** Answers that carry no body, by their codes; `Response` insists. */
const bodiless = new Set([204, 205, 304])

/** Opens the door. @param networks of our own that may be reached; @param find for tests, what asks for names */
export function openOutside(networks: Networks, find: LookUp = lookUpAll): FetchOutside {
  async function addressesOf(host: string): Promise<LookupAddress[]> {
    const bare = host.replace(/^\[|\]$/g, '')
    const family = isIP(bare)
    const found = family ? [{ address: bare, family }] : await find(bare)
    // One address of our own among several of the world is no accident: none of them is used.
    if (found.length === 0 || found.some(({ address }) => !mayReach(address, networks))) throw refused()
    return found
  }

  return async function fetchOutside(address, { method = 'GET', headers = {}, body, within = 10_000, most = 1_048_576, signal } = {}) {
    const url = readAddress(address)
    const late = AbortSignal.timeout(within)
    const end = signal ? AbortSignal.any([signal, late]) : late
    const ended = (error: unknown) => (late.aborted ? tooSlow() : signal?.aborted ? (signal.reason as Error) : unreachable(wordOf(error)))
    const whenEnded = new Promise<never>((_, reject) => end.addEventListener('abort', () => reject(tooSlow()), { once: true }))
    whenEnded.catch(() => {})
    const found = await Promise.race([addressesOf(url.hostname), whenEnded]).catch((error: Error & { code?: string }) => {
      throw error.code === 'address-refused' ? error : ended(error)
    })
    return new Promise<Response>((resolve, reject) => {
      const request = (url.protocol === 'https:' ? https : http).request(
        url,
        {
          method,
          headers: {
            'accept-encoding': 'identity',
            ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
            ...headers,
          },
          agent: false,
          signal: end,
          lookup: (_, { all }, done) => (all ? done(null, found) : done(null, found[0]!.address, found[0]!.family)),
        },
        (answer) => {
          const parts: Buffer[] = []
          let size = 0
          answer.on('data', (part: Buffer) => {
            size += part.length
            if (size > most) {
              reject(tooLarge())
              request.destroy()
            } else parts.push(part)
          })
          answer.on('error', (error) => reject(ended(error)))
          answer.on('end', () => {
            try {
              resolve(responseOf(answer, Buffer.concat(parts)))
            } catch {
              reject(unreachable(`HTTP ${answer.statusCode}`))
            }
          })
        },
      )
      request.on('error', (error) => reject(ended(error)))
      request.end(body)
    })
  }
}

/** Throws where the other side says what no web server may say. */
function responseOf(answer: http.IncomingMessage, body: Buffer<ArrayBuffer>): Response {
  const headers = new Headers()
  for (let index = 0; index < answer.rawHeaders.length; index += 2) headers.append(answer.rawHeaders[index]!, answer.rawHeaders[index + 1]!)
  const status = answer.statusCode ?? 502
  return new Response(bodiless.has(status) ? null : body, { status, headers })
}
