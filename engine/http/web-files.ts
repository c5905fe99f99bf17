import fs from 'node:fs'
import path from 'node:path'
import files from '@fastify/static'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { withNonce } from './content-policy.ts'

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
    if (kind !== 'html' && file && fs.existsSync(file)) return fresh(reply, kind!).send(fs.readFileSync(file))
    const { html, policy } = withNonce(kind === 'html' && file && fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : page().html)
    return fresh(reply, 'html').header('content-security-policy', policy).send(html)
  })
}
