import { z } from 'zod'
import { checkPassword, closeSession, openSession, sessionHours } from '#engine/access/credentials.ts'
import { words } from '#engine/text/words.ts'
import { sessionCookie } from './who.ts'
import { defineRoute } from './route.ts'

export const sessionRoutes = [
  defineRoute({
    method: 'POST',
    path: '/api/v1/sign-in',
    words: words('登录', 'Sign in'),
    open: true,
    body: z.strictObject({ email: z.string().max(254), password: z.string().max(1000) }),
    async handler({ runtime, body, request, reply }) {
      const userId = await checkPassword(runtime.database, body.email, body.password, request.ip, runtime.allowsDemo)
      const { secret, expiresAt } = await openSession(runtime.database, userId, request.headers['user-agent'] ?? '', request.ip)
      void reply.setCookie(sessionCookie, secret, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: request.protocol === 'https',
        maxAge: sessionHours * 3600,
      })
      return { user: userId, expiresAt }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/sign-out',
    words: words('退出', 'Sign out'),
    open: true,
    async handler({ runtime, request, reply }) {
      const secret = request.cookies[sessionCookie]
      if (secret) await closeSession(runtime.database, secret)
      for (const renew of runtime.onRights) await renew()
      void reply.clearCookie(sessionCookie, { path: '/' })
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/me',
    words: words('我是谁', 'Who I am'),
    handler: ({ actor }) => ({
      id: actor.id,
      name: actor.name,
      roles: actor.roles.map((role) => role.code),
      departments: actor.departments,
    }),
  }),
]
