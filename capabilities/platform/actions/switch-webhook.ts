import { rule } from '#engine/access/rules.ts'
import { defineAction } from '#engine/action/define-action.ts'
import { verbs } from '#engine/action/derived.ts'
import { badFields, refuse } from '#engine/action/refusal.ts'
import { derivedEvents } from '#engine/event/define-event.ts'
import type { House } from '#engine/record/house.ts'
import { words } from '#engine/text/words.ts'
import { hasSecret } from '../queries.ts'
import { Webhook } from '../records/webhook.ts'
import { unknownEvents } from '../rules/webhook.ts'

/** Every type of event that can happen. */
const eventTypes = (house: House): string[] => [
  ...house.events.keys(),
  ...[...house.shapes.keys()].flatMap((record) => [...Object.keys(derivedEvents), ...verbs].map((verb) => `${record}.${verb}`)),
]

function checkEvents(house: House, chosen: readonly string[] | undefined): void {
  const unknown = unknownEvents(chosen ?? [], eventTypes(house))
  if (unknown.length > 0) throw badFields({ events: words(`没有“${unknown[0]}”这种事件`, `there are no events "${unknown[0]}"`) })
}

/** Whoever says where to and of what answers for it: it is sent with his rights from then on. */
export const createWebhook = defineAction('webhook.create', {
  creates: Webhook,
  words: { label: words('新建 Webhook', 'New webhook') },
  run({ input, store, house, actor }) {
    const values = input as unknown as { events?: string[] }
    checkEvents(house, values.events)
    return store.create(Webhook, { ...(input as object), actsFor: actor.id } as never)
  },
})

export const editWebhook = defineAction('webhook.edit', {
  on: Webhook,
  words: { label: words('编辑', 'Edit') },
  run({ webhook, input, store, house, actor }) {
    const values = input as unknown as { events?: string[]; address?: string }
    checkEvents(house, values.events)
    const isElsewhere = values.events !== undefined || values.address !== undefined
    return store.edit(Webhook, webhook, { ...(input as object), ...(isElsewhere ? { actsFor: actor.id } : {}) } as never)
  },
})

export const switchOnWebhook = defineAction('platform.switchOnWebhook', {
  on: Webhook,
  from: ['off', 'paused'],
  to: 'on',
  allow: rule.role('administrator'),
  words: { label: words('启用', 'Switch on'), hint: words('从现在起按您的权限发送', 'From now on it sends with your rights') },
  async run({ webhook, store, queries, actor, now }) {
    if (!(await hasSecret(queries, webhook.id)))
      throw refuse('no-secret', words('先生成签名密钥。', 'First make a secret to sign with.'), { status: 409 })
    store.edit(Webhook, webhook, { state: 'on', actsFor: actor.id, onSince: now }, 'webhook.switchedOn')
    await store.measure(Webhook, webhook.id, { failingSince: null })
  },
})

export const switchOffWebhook = defineAction('platform.switchOffWebhook', {
  on: Webhook,
  from: ['on', 'paused'],
  to: 'off',
  allow: rule.role('administrator'),
  words: { label: words('停用', 'Switch off') },
  run: ({ webhook, store }) => store.edit(Webhook, webhook, { state: 'off' }, 'webhook.switchedOff'),
})

/** What the system does where an endpoint has failed for days, or may no longer send. */
export const pauseWebhook = defineAction('platform.pauseWebhook', {
  on: Webhook,
  from: 'on',
  to: 'paused',
  allow: rule.role('administrator'),
  isUnlisted: true,
  words: { label: words('暂停', 'Pause') },
  run: ({ webhook, store }) => store.edit(Webhook, webhook, { state: 'paused' }, 'webhook.paused'),
})
