import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import helmet from '@fastify/helmet'
import fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveWeb } from './web-files.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zhike-web-'))
const server = fastify()

beforeAll(async () => {
  fs.mkdirSync(path.join(folder, 'assets'))
  fs.writeFileSync(path.join(folder, 'index.html'), '<meta name="build" content="abc"><meta property="csp-nonce" nonce="%nonce%">')
  fs.writeFileSync(path.join(folder, 'offline.html'), '<style nonce="%nonce%"></style>')
  fs.writeFileSync(path.join(folder, 'icon.svg'), '<svg/>')
  fs.writeFileSync(path.join(folder, 'secret.key'), 'x')
  fs.writeFileSync(path.join(folder, '..', `${path.basename(folder)}.svg`), 'outside')
  await server.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'self'"], styleSrc: ["'self'"] } },
  })
  await serveWeb(server, folder)
})
afterAll(async () => {
  await server.close()
  fs.rmSync(path.join(folder, '..', `${path.basename(folder)}.svg`))
  fs.rmSync(folder, { recursive: true })
})

describe('a page', () => {
  it.each(['/', '/customer/1?x=2', '/offline.html'])(
    '%s has a nonce of its own each time, and its policy names that and nothing looser',
    async (url) => {
      const nonces = []
      for (const _ of [1, 2]) {
        const { body, headers } = await server.inject(url)
        const nonce = /nonce="([^"]+)"/.exec(body)![1]!
        expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/)
        expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`)
        expect(headers['content-security-policy']).not.toContain('unsafe')
        expect(headers['cache-control']).toBe('no-cache')
        nonces.push(nonce)
      }
      expect(nonces[0]).not.toBe(nonces[1])
    },
  )

  it.each(['/../x.svg', `/..%2f${path.basename(folder)}.svg`, '/secret.key', '/.git', '/assets/../secret.key'])(
    '%s leads to nothing else',
    async (url) => {
      const { body } = await server.inject(url)
      expect(body).not.toMatch(/outside|^x$/)
    },
  )

  it('leaves pictures as they are', async () => {
    const { body, headers } = await server.inject('/icon.svg')
    expect([body, headers['content-type']]).toEqual(['<svg/>', 'image/svg+xml'])
  })
})
