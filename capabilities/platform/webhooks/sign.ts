import { createHmac, randomBytes } from 'node:crypto'

/** Signatures after Standard Webhooks (https://www.standardwebhooks.com): HMAC-SHA256 over id, time and body. */

const prefix = 'whsec_'

export const newSecret = (): string => prefix + randomBytes(32).toString('base64')

const signature = (secret: string, text: string): string =>
  `v1,${createHmac('sha256', Buffer.from(secret.slice(prefix.length), 'base64'))
    .update(text)
    .digest('base64')}`

/**
 * The headers of a message. One signature for each secret that holds, so that a receiver may change over without losing any.
 * @param at seconds since 1970
 */
export const signedHeaders = (secrets: readonly string[], id: string, at: number, body: string): Record<string, string> => ({
  'content-type': 'application/json; charset=utf-8',
  'user-agent': 'Zhike-Webhook/1',
  'webhook-id': id,
  'webhook-timestamp': String(at),
  'webhook-signature': secrets.map((secret) => signature(secret, `${id}.${at}.${body}`)).join(' '),
})
