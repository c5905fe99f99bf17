import { isIP } from 'node:net'

/** Where users reach the product: passkeys and the way back from providers hang on it. */
export interface Site {
  /** "https://crm.example.com" */
  origin: string
  /** What passkeys are bound to; null where browsers know none: at a bare number, or without TLS elsewhere than on one's own machine. */
  passkeyHost: string | null
}

const isOwnMachine = (host: string): boolean => host === 'localhost' || host.endsWith('.localhost')

/** @param configured as `ZHIKE_PUBLIC_URL` says; without it the address by which the browser came counts */
export function siteAt(configured: string | undefined, protocol: string, host: string): Site {
  const url = URL.parse(configured ?? '') ?? URL.parse(`${protocol}://${host}`) ?? new URL('http://invalid')
  const name = url.hostname
  const isPossible = !isIP(name.replace(/^\[|\]$/g, '')) && (url.protocol === 'https:' || isOwnMachine(name))
  return { origin: url.origin, passkeyHost: isPossible ? name : null }
}
