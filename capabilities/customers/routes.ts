import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { systemActor } from '#engine/access/actor.ts'
import type { LinkValue } from '#engine/access/present.ts'
import { readRecord } from '#engine/access/read.ts'
import { atLeast } from '#engine/access/rules.ts'
import { perform } from '#engine/action/perform.ts'
import { notFound } from '#engine/action/refusal.ts'
import { day, id as idAnswer, list, moment, words as wordsAnswer } from '#engine/http/answers/parts.ts'
import { defineRoute } from '#engine/http/route.ts'
import { writeCopy } from '#engine/intake/copy.ts'
import type { Runtime } from '#engine/runtime.ts'
import { words } from '#engine/text/words.ts'
import { dayAt } from '#engine/time/zone.ts'
import { decideOnPage, openPreferencePage } from './actions/preference-page.ts'
import { askedPurposes, consentEntries, pageOfSecret } from './queries.ts'
import { channels, standingKey, standings, type Channel } from './rules/consent.ts'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** In capitals, as identities are kept. */
const digest = (secret: string): string => createHash('sha256').update(secret).digest('hex').toUpperCase()

/** What holds for a contact: purpose by purpose, channel by channel, since when and on what words. */
async function standingOf({ database, clock }: Runtime, contact: string) {
  const now = new Date(clock()).toISOString()
  const [purposes, entries] = await Promise.all([askedPurposes(database), consentEntries(database, [contact])])
  const known = standings(entries.get(contact) ?? [], now, dayAt(now))
  return purposes.map((purpose) => ({
    ...purpose,
    channels: purpose.channels.map((channel) => {
      const standing = known.get(standingKey(purpose.id, channel))
      return {
        channel,
        isGranted: standing?.isGranted ?? false,
        isExpired: standing?.isExpired ?? false,
        decision: standing?.entry.decision ?? null,
        at: standing?.entry.at ?? null,
        until: standing?.entry.until ?? null,
        consent: standing?.entry.id ?? null,
      }
    }),
  }))
}

const secret = z.object({ secret: z.string().min(20).max(100) })
const decision = z.object({
  purpose: z.uuid(),
  channel: z.enum(Object.keys(channels) as [Channel, ...Channel[]]),
  isGranted: z.boolean(),
})

const channelName = z.enum(Object.keys(channels) as [Channel, ...Channel[]])

const consentAnswer = z.looseObject({
  id: idAnswer,
  name: z.union([z.string(), wordsAnswer]),
  basis: z.string(),
  channels: z.array(
    z.object({
      channel: channelName,
      isGranted: z.boolean(),
      isExpired: z.boolean(),
      decision: z.string().nullable(),
      at: moment.nullable(),
      until: day.nullable(),
      consent: idAnswer.nullable(),
    }),
  ),
})

const pageAnswer = z.object({
  id: idAnswer,
  name: z.union([z.string(), wordsAnswer]),
  wording: z.union([z.string(), wordsAnswer]).nullable(),
  channels: z.array(z.object({ channel: channelName, isGranted: z.boolean(), at: moment.nullable() })),
})

async function pageAt(runtime: Runtime, given: string) {
  const page = await pageOfSecret(runtime.database, digest(given), dayAt(runtime.clock()))
  if (!page) throw notFound(words('此链接已失效，请联系我们取得新的链接。', 'This link no longer works. Ask us for a new one.'))
  return page
}

export const customerRoutes = [
  defineRoute({
    method: 'GET',
    path: '/api/v1/contacts/{id}/consents',
    words: words('联系人的同意状况', 'What a contact has consented to'),
    params: z.object({ id: z.uuid() }),
    answers: { 200: { schema: list(consentAnswer) } },
    async handler({ runtime, actor, params }) {
      const item = await readRecord(runtime, actor, runtime.house.shapes.get('contact')!, params.id)
      if (!atLeast(item.can.level, 'full')) throw notFound()
      return { items: await standingOf(runtime, params.id) }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/contacts/{id}/preference-page',
    words: words('生成本人偏好页的地址', 'Make the address of a contact’s preference page'),
    params: z.object({ id: z.uuid() }),
    answers: { 201: { words: words('地址，只显示这一次', 'The address, shown this once'), schema: z.object({ path: z.string() }) } },
    async handler({ runtime, actor, params, reply }) {
      const made = randomBytes(24).toString('base64url')
      await perform(runtime, actor, openPreferencePage, [{ id: params.id, input: { secretHash: digest(made) } }])
      void reply.code(201)
      return { path: `/choices/${made}` }
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/subject-requests/{id}/copy',
    words: words('本人信息的副本', 'A copy of what is kept about somebody'),
    whileSimulating: false,
    params: z.object({ id: z.uuid() }),
    answers: { 200: { words: words('工作簿', 'A workbook'), type: xlsx } },
    async handler({ runtime, actor, params, reply }) {
      const { shapes } = runtime.house
      const request = await readRecord(runtime, actor, shapes.get('subjectRequest')!, params.id)
      const contact = request.contact as LinkValue | null
      if (request.kind !== 'copy' || !contact) throw notFound()
      const content = await writeCopy(runtime, actor, shapes.get('contact')!, contact.id)
      const name = encodeURIComponent(`${String(request.number)}.xlsx`)
      return reply
        .type(xlsx)
        .header('content-disposition', `attachment; filename="copy.xlsx"; filename*=UTF-8''${name}`)
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'no-store')
        .send(Buffer.from(content))
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/preference-page/{secret}',
    words: words('本人的偏好', 'What somebody has chosen for himself'),
    open: true,
    params: secret,
    answers: { 200: { schema: list(pageAnswer) } },
    async handler({ runtime, params, reply }) {
      const page = await pageAt(runtime, params.secret)
      void reply.header('cache-control', 'no-store').header('x-robots-tag', 'noindex')
      // His name is not told: whoever has the address by chance learns nothing of him.
      const items = await standingOf(runtime, page.contact)
      return {
        items: items
          .filter(({ basis }) => basis === 'consent')
          .map(({ id, name, wording, channels: list }) => ({
            id,
            name,
            wording,
            channels: list.map(({ channel, isGranted, at }) => ({ channel, isGranted, at })),
          })),
      }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/preference-page/{secret}',
    words: words('本人作出选择', 'Somebody chooses for himself'),
    open: true,
    params: secret,
    body: decision,
    answers: { 204: { words: words('已记下', 'Noted') } },
    async handler({ runtime, params, body }) {
      const page = await pageAt(runtime, params.secret)
      await perform(runtime, systemActor, decideOnPage, [
        { id: page.id, input: { purpose: body.purpose, channel: body.channel, decision: body.isGranted ? 'granted' : 'withdrawn' } },
      ])
    },
  }),
]
