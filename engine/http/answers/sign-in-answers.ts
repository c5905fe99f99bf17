import { z } from 'zod'
import { id, moment } from './parts.ts'

export const tokenGiven = z.object({ id, token: z.string() })

export const factorBegun = z.object({ secret: z.string(), address: z.string() })

/** What is still to come of a sign-in, and by what one may go on. */
const stepToCome = z.object({ next: z.enum(['code', 'setUp']), ways: z.array(z.enum(['code', 'passkey'])).optional() })

export const signedIn = z.union([stepToCome, z.object({ user: id, expiresAt: moment })])

export const opened = z.object({ expiresAt: moment })

export const wayIn = z.object({
  recovery: z.enum(['mail', 'administrator']),
  passkeysAt: z.string().nullable(),
  providers: z.array(z.object({ id, name: z.string() })),
  step: stepToCome.optional(),
})

/** What a browser is told that is to make a passkey or to use one, as WebAuthn has it. */
export const passkeyOptions = z.looseObject({ challenge: z.string() }).meta({ id: 'PasskeyOptions' })

/** Where a browser goes that is to sign in at a provider. */
export const wayToProvider = z.object({ address: z.string() })

export const me = z.object({ id, name: z.string(), roles: z.array(z.string()), departments: z.array(id) })

const token = z.object({
  id,
  name: z.string(),
  kind: z.enum(['personal', 'service']),
  scopes: z.array(z.string()).nullable(),
  createdAt: moment,
  expiresAt: moment.nullable(),
  seenAt: moment.nullable(),
})

/** How a user signs in. */
export const security = z
  .object({
    passwordAt: moment.nullable(),
    factor: z.object({ since: moment.nullable(), passkeys: z.int(), codesLeft: z.int(), isRequired: z.boolean() }),
    passkeys: z.array(z.object({ id, name: z.string(), host: z.string(), createdAt: moment, seenAt: moment.nullable() })),
    accounts: z.array(z.object({ providerId: id, provider: z.string(), email: z.string(), createdAt: moment, seenAt: moment })),
    sessions: z.array(
      z.object({ id, agent: z.string(), address: z.string(), createdAt: moment, seenAt: moment, expiresAt: moment, isThis: z.boolean() }),
    ),
    limits: z.object({ idleMinutes: z.int(), sessionHours: z.int() }),
    tokens: z.array(token),
    lockedUntil: moment.nullable(),
    events: z.array(
      z.object({
        id,
        at: moment,
        words: z.string(),
        address: z.string(),
        device: z.string(),
        about: z.string(),
        isBad: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Security' })

const noticeKind = z.object({
  kind: z.string(),
  words: z.object({ zh: z.string(), en: z.string() }),
  hint: z.object({ zh: z.string(), en: z.string() }).optional(),
  product: z.boolean(),
  mail: z.string(),
})

export const preferences = z.object({ values: z.record(z.string(), z.unknown()), notices: z.array(noticeKind), mail: z.boolean() })

export const backupCodes = z.object({ codes: z.array(z.string()) })
