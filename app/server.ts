import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import type { People } from '#engine/access/load-actor.ts'
import type { Signals } from '#engine/event/signals.ts'
import { accessRoutes } from '#engine/http/access-routes.ts'
import { actionRoutes } from '#engine/http/action-routes.ts'
import { auditRoutes } from '#engine/http/audit-routes.ts'
import { calendarRoutes } from '#engine/http/calendar-routes.ts'
import { commentRoutes } from '#engine/http/comment-routes.ts'
import { exportRoutes } from '#engine/http/export-routes.ts'
import { fileRoutes } from '#engine/http/file-routes.ts'
import { historyRoutes } from '#engine/http/history-routes.ts'
import { healthRoutes } from '#engine/http/health-routes.ts'
import { houseRoutes } from '#engine/http/house-routes.ts'
import { importRoutes } from '#engine/http/import-routes.ts'
import { openLive } from '#engine/http/live.ts'
import { operationRoutes } from '#engine/http/operation-routes.ts'
import { noticeRoutes } from '#engine/http/notice-routes.ts'
import { clientRoute, openapiRoute } from '#engine/http/openapi.ts'
import { passkeyRoutes } from '#engine/http/passkey-routes.ts'
import { preferenceRoutes } from '#engine/http/preference-routes.ts'
import { presenceRoutes } from '#engine/http/presence-routes.ts'
import { providerSignInRoutes } from '#engine/http/provider-routes.ts'
import { recordRoutes } from '#engine/http/record-routes.ts'
import { recentRoutes } from '#engine/http/recent-routes.ts'
import { revealRoutes } from '#engine/http/reveal-routes.ts'
import { defineRoute, type Route } from '#engine/http/route.ts'
import { similarRoutes } from '#engine/http/similar-routes.ts'
import { rightsRoutes } from '#engine/http/rights-routes.ts'
import { searchRoutes } from '#engine/http/search-routes.ts'
import { buildServer } from '#engine/http/server.ts'
import { setupRoutes } from '#engine/http/setup-routes.ts'
import { segmentRoutes } from '#engine/http/segment-routes.ts'
import { securityRoutes } from '#engine/http/security-routes.ts'
import { sessionRoutes } from '#engine/http/session-routes.ts'
import { userSecurityRoutes } from '#engine/http/user-security-routes.ts'
import type { Runtime } from '#engine/runtime.ts'
import { words } from '#engine/text/words.ts'
import { capabilities } from './capabilities.ts'
import { demoPeople } from './demo/index.ts'

export const webFolder: string = path.resolve(import.meta.dirname, '../dist/web')

const demoRoute = defineRoute({
  method: 'GET',
  path: '/api/v1/demo',
  words: words('演示用户', 'Demo users'),
  open: true,
  documented: false,
  handler: async ({ runtime }) => ({ people: await demoPeople(runtime) }),
})

/** Every route of the product. What is not in this list does not exist. */
export const routesOf = (live: Route): Route[] => {
  const routes: Route[] = [
    demoRoute,
    ...sessionRoutes,
    ...passkeyRoutes,
    ...providerSignInRoutes,
    ...securityRoutes,
    ...userSecurityRoutes,
    ...recordRoutes,
    ...revealRoutes,
    ...accessRoutes,
    ...recentRoutes,
    ...actionRoutes,
    ...operationRoutes,
    ...historyRoutes,
    ...auditRoutes,
    ...presenceRoutes,
    ...rightsRoutes,
    ...searchRoutes,
    ...segmentRoutes,
    ...similarRoutes,
    ...fileRoutes,
    ...exportRoutes,
    ...calendarRoutes,
    ...commentRoutes,
    ...noticeRoutes,
    ...preferenceRoutes,
    ...importRoutes,
    ...houseRoutes,
    ...healthRoutes,
    ...setupRoutes,
    ...capabilities.flatMap(({ routes: own }) => own ?? []),
    live,
    openapiRoute(() => routes),
    clientRoute(() => routes),
  ]
  return routes
}

/** Puts the server together; listening is `main.ts`'s business. Stopped, it goes on answering for `grace` seconds, so that nobody meets an error. */
export async function openServer(
  runtime: Runtime,
  people: People,
  signals: Signals,
): Promise<{ server: FastifyInstance; routes: Route[]; stop(grace?: number): Promise<void> }> {
  const live = openLive(runtime, signals)
  const routes = routesOf(live.route)
  const server = await buildServer({
    runtime,
    people,
    routes,
    ...(fs.existsSync(path.join(webFolder, 'index.html')) ? { web: webFolder } : {}),
  })
  return {
    server,
    routes,
    async stop(grace = 0) {
      // From now on it says that it is not ready and that connections end; whoever spreads requests over the nodes has time to hear it.
      runtime.isStopping = true
      await pause(grace * 1000)
      await live.stop()
      await server.close()
    },
  }
}
