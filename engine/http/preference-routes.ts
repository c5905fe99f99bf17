import { z } from 'zod'
import type { Actor } from '#engine/access/actor.ts'
import { allPreferences, keepPreferences } from '#engine/preference/preferences.ts'
import type { Runtime } from '#engine/runtime.ts'
import { words } from '#engine/text/words.ts'
import { preferences } from './answers/sign-in-answers.ts'
import { defineRoute } from './route.ts'

/** What the actor has chosen, and what there is to choose from. */
const presentPreferences = async (runtime: Runtime, actor: Actor) => ({
  values: await allPreferences(runtime, actor.id),
  notices: [...runtime.house.notices.values()].map(({ kind, words: name, hint, product, mail }) => ({
    kind,
    words: name,
    ...(hint ? { hint } : {}),
    product: product ?? true,
    mail: mail ?? 'never',
  })),
  /** Whether mails can go out at all. */
  mail: runtime.mail !== undefined,
})

export const preferenceRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/me/preferences',
    words: words('我的设置', 'My preferences'),
    answers: { 200: { schema: preferences } },
    handler: ({ runtime, actor }) => presentPreferences(runtime, actor),
  }),
  defineRoute({
    method: 'PUT',
    path: '/api/v1/me/preferences',
    words: words('修改我的设置：只改列出的项', 'Change my preferences: those named, and no others'),
    body: z.record(z.string().max(60), z.unknown()),
    answers: { 200: { schema: preferences } },
    async handler({ runtime, actor, body }) {
      await keepPreferences(runtime, actor.id, body)
      return presentPreferences(runtime, actor)
    },
  }),
]
