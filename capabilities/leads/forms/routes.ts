import { z } from 'zod'
import { readRecord } from '#engine/access/read.ts'
import { atLeast } from '#engine/access/rules.ts'
import { badFields, notFound } from '#engine/action/refusal.ts'
import { words as wordsAnswer } from '#engine/http/answers/parts.ts'
import { defineRoute, type Route } from '#engine/http/route.ts'
import type { Runtime } from '#engine/runtime.ts'
import { addDays } from '#engine/time/days.ts'
import { dayAt } from '#engine/time/zone.ts'
import { localeOf, say, words, type Locale } from '#engine/text/words.ts'
import { askedOf, formFields } from '../rules/form-fields.ts'
import { closedPage, embedScript, formPage, thanksPage } from './form-page.ts'
import { makeFormToken } from './form-token.ts'
import { figuresOf, readForm, type StoredForm } from './queries.ts'
import { takeSent } from './take-sent.ts'

const ofForm = z.object({ id: z.uuid() })
const language = z.object({ lang: z.enum(['zh', 'en']).optional() })
const sent = z.record(z.string().max(40), z.union([z.string().max(4000), z.array(z.string().max(200)).max(30)]))

const formAnswer = z.object({
  isOpen: z.boolean(),
  title: wordsAnswer.optional(),
  intro: wordsAnswer.nullable().optional(),
  fields: z.array(z.object({ name: z.string(), words: wordsAnswer, isNeeded: z.boolean() })).optional(),
  interests: z.array(z.string()).optional(),
  consent: wordsAnswer.optional(),
  token: z.string().optional(),
})

async function formAt({ database }: Runtime, id: string): Promise<StoredForm> {
  const form = await readForm(database, id)
  if (!form) throw notFound()
  return form
}

type Reply = Parameters<Route['handler']>[0]['reply']

/** A page that others may put into theirs: it runs no script, sends only to us, and stands in the frames of those sites alone that are named. */
function sendPage(reply: Reply, form: StoredForm, html: string, status = 200) {
  const ancestors = form.hosts.length > 0 ? [`'self'`, ...form.hosts.flatMap(({ site }) => URL.parse(site)?.origin ?? [])].join(' ') : '*'
  return reply
    .code(status)
    .removeHeader('x-frame-options')
    .header(
      'content-security-policy',
      `default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors ${ancestors}`,
    )
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(html)
}

const localeFor = (lang: Locale | undefined, request: { headers: Record<string, unknown> }): Locale =>
  lang ?? localeOf(request.headers['accept-language'] as string | undefined)

export const formRoutes = [
  defineRoute({
    method: 'GET',
    path: '/forms/{id}',
    words: words('网页表单', 'A web form'),
    open: true,
    documented: false,
    params: ofForm,
    query: language,
    async handler({ runtime, params, query, request, reply }) {
      const form = await formAt(runtime, params.id)
      const locale = localeFor(query.lang, request)
      return sendPage(
        reply,
        form,
        form.isOpen ? formPage(form, { locale, token: makeFormToken(form, runtime.clock()) }) : closedPage(locale),
      )
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/forms/{id}',
    words: words('提交网页表单', 'Send a web form'),
    open: true,
    documented: false,
    takesForms: true,
    bodyLimit: 65_536,
    params: ofForm,
    query: language,
    body: sent,
    async handler({ runtime, params, query, body, request, reply }) {
      const form = await formAt(runtime, params.id)
      const locale = localeFor(query.lang, request)
      if (!form.isOpen) return sendPage(reply, form, closedPage(locale), 410)
      const faults = await takeSent(runtime, form, body, request.ip)
      if (faults.length === 0) return sendPage(reply, form, thanksPage(form, locale))
      const token = makeFormToken(form, runtime.clock())
      return sendPage(reply, form, formPage(form, { locale, token, faults: faults.map((fault) => say(fault, locale)) }), 422)
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/forms/{id}/embed.js',
    words: words('嵌入网页表单的脚本', 'The script that embeds a web form'),
    open: true,
    documented: false,
    params: ofForm,
    async handler({ runtime, params, reply }) {
      const form = await formAt(runtime, params.id)
      return reply
        .header('cross-origin-resource-policy', 'cross-origin')
        .header('cache-control', 'public, max-age=300')
        .type('text/javascript; charset=utf-8')
        .send(embedScript(form.id))
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/forms/{id}',
    words: words('网页表单问什么，以及提交用的令牌', 'What a web form asks, with a token to send it with'),
    open: true,
    params: ofForm,
    answers: { 200: { schema: formAnswer } },
    async handler({ runtime, params, reply }) {
      const form = await formAt(runtime, params.id)
      void reply.header('cache-control', 'no-store')
      const { title, intro, interests, consent, needed, isOpen } = form
      if (!isOpen) return { isOpen }
      const fields = askedOf(form).map((name) => ({ name, words: formFields[name], isNeeded: needed.includes(name) }))
      return { isOpen, title, intro, fields, interests, consent, token: makeFormToken(form, runtime.clock()) }
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/api/v1/forms/{id}',
    words: words('以程序提交网页表单', 'Send a web form by program'),
    open: true,
    bodyLimit: 65_536,
    params: ofForm,
    body: sent,
    answers: { 204: { words: words('已收到', 'Taken') } },
    problems: [422, 429],
    async handler({ runtime, params, body, request }) {
      const form = await formAt(runtime, params.id)
      if (!form.isOpen) throw notFound()
      const faults = await takeSent(runtime, form, body, request.ip)
      if (faults.length > 0) throw badFields({ form: faults[0]! })
    },
  }),
  defineRoute({
    method: 'GET',
    path: '/api/v1/web-forms/{id}/figures',
    words: words('网页表单近 30 天收到多少', 'What a web form took in the last thirty days'),
    params: ofForm,
    answers: { 200: { schema: z.object({ taken: z.int(), refused: z.int() }) } },
    async handler({ runtime, actor, params }) {
      const item = await readRecord(runtime, actor, runtime.house.shapes.get('webForm')!, params.id, ['name'])
      if (!atLeast(item.can.level, 'full')) throw notFound()
      return figuresOf(runtime.database, params.id, addDays(dayAt(runtime.clock()), -30))
    },
  }),
]
