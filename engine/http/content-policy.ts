import { randomBytes } from 'node:crypto'

/** What a page of ours may load and do. Nothing inline runs; styles that are written at run time carry the secret of their page. */
const policy = {
  'default-src': "'self'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self' data:",
  'connect-src': "'self'",
  // A PDF of ours is shown in a frame of the page.
  'frame-src': 'blob:',
  'object-src': "'none'",
  'base-uri': "'self'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
}

const written = (parts: Record<string, string>): string =>
  Object.entries(parts)
    .map(([name, value]) => `${name} ${value}`)
    .join(';')

/** Of every answer but pages. */
export const contentPolicy: string = written(policy)

/** The place of the secret in pages as they are built. */
const place = '__STYLE_NONCE__'

/** A page as it is sent: with a secret of its own, and the policy that names it. */
export function withNonce(html: string): { html: string; policy: string } {
  const nonce = randomBytes(16).toString('base64')
  return { html: html.replaceAll(place, nonce), policy: written({ ...policy, 'style-src': `'self' 'nonce-${nonce}'` }) }
}
