import { z } from 'zod'
import { id, moment } from './parts.ts'

export const tokenGiven = z.object({ id, token: z.string() })

export const factorBegun = z.object({ secret: z.string(), address: z.string() })

export const signedIn = z.union([z.object({ next: z.string() }), z.object({ user: id, expiresAt: moment })])

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
    factor: z.object({ since: moment.nullable(), codesLeft: z.int(), isRequired: z.boolean() }),
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
