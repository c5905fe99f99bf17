import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import files from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'

const types: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  webmanifest: 'application/manifest+json; charset=utf-8',
}

interface Page {
  html: string
  /** What the build of the screens is called, as the page says itself. */
  build: string | undefined
}

/** The page, read anew every few seconds, so that a new build is served without a restart. */
function pageIn(folder: string): () => Page {
  const file = path.join(folder, 'index.html')
  const read = (): Page => {
    const html = fs.readFileSync(file, 'utf8')
    return { html, build: /<meta name="build" content="(\w+)"/.exec(html)?.[1] }
  }
  let kept = read()
  let readAt = Date.now()
  return () => {
    // A build that is being made has no page for a moment; the one before it will do.
    if (Date.now() - readAt > 5_000) [kept, readAt] = [fs.existsSync(file) ? read() : kept, Date.now()]
    return kept
  }
}

/**
 * Sends a page with a nonce of its own, under which it may write styles at run time, as the kit of components does; markup that somebody has
 * smuggled in knows no nonce, and its styles are not followed.
 */
function sendPage(reply: FastifyReply, html: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64')
  const policy = String(reply.getHeader('content-security-policy') ?? '').replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`)
  return reply
    .header('content-security-policy', policy)
    .header('cache-control', 'no-cache')
    .type(types.html!)
    .send(html.replaceAll('%nonce%', nonce))
}

/**
 * The built web files: named by their content and kept for ever, save those with a name of their own, which are asked for anew each time,
 * and the page itself, which answers every address of the console. Answers of the API tell which build is current, so that an open page of
 * an older one can say so.
 */
export async function serveWeb(server: FastifyInstance, folder: string): Promise<void> {
  await server.register(files, {
    root: path.join(folder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '1y',
    preCompressed: true,
    index: false,
    decorateReply: false,
  })
  const page = pageIn(folder)
  const fresh = (reply: FastifyReply, kind: string) => reply.header('cache-control', 'no-cache').type(types[kind]!)
  server.addHook('onSend', (request, reply, _, done) => {
    const { build } = page()
    if (build && request.url.startsWith('/api/')) void reply.header('zhike-build', build)
    done()
  })
  server.get('/*', async (request, reply) => {
    const wanted = request.url.split('?')[0]!
    if (wanted.startsWith('/api/') || wanted.startsWith('/assets/')) return reply.callNotFound()
    const kind = /^\/[\w.-]+\.(\w+)$/.exec(wanted)?.[1]
    const file = kind && types[kind] ? path.join(folder, wanted) : undefined
    if (file && fs.existsSync(file))
      return kind === 'html' ? sendPage(reply, fs.readFileSync(file, 'utf8')) : fresh(reply, kind!).send(fs.readFileSync(file))
    return sendPage(reply, page().html)
  })
}
