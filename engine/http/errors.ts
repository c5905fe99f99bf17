import type { FastifyInstance, FastifyReply } from 'fastify'
import { Refusal, refuse } from '#engine/action/refusal.ts'
import { Abandoned } from '#engine/store/asker.ts'
import { isAway } from '#engine/store/database.ts'
import { localeOf, say, words, type Locale } from '#engine/text/words.ts'

/** Answers after RFC 9457: a stable code, words in the caller's language, the fields at fault. */
export function problemOf(refusal: Refusal, locale: Locale): Record<string, unknown> {
  return {
    type: 'about:blank',
    title: say(refusal.words, locale),
    status: refusal.status,
    code: refusal.code,
    ...(refusal.fields
      ? { fields: Object.fromEntries(Object.entries(refusal.fields).map(([name, text]) => [name, say(text, locale)])) }
      : {}),
    ...refusal.detail,
  }
}

/** What went wrong outside our own rules, said as a refusal. Undefined where it is a fault of ours. */
function known(error: { code?: string; statusCode?: number; message: string }): Refusal | undefined {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' || error.code === 'FST_REQ_FILE_TOO_LARGE')
    return refuse('too-large', words('内容太大。', 'The content is too large.'), { status: 413 })
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || error.code === 'FST_INVALID_MULTIPART_CONTENT_TYPE')
    return refuse('bad-type', words('内容类型不支持。', 'This type of content is not supported.'), { status: 415 })
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
    return refuse('bad-request', words('请求的格式不对。', 'The request has the wrong form.'), { status: error.statusCode })
  // Statement or lock timeout of the database.
  if (error.code === '57014' || error.code === '55P03')
    return refuse(
      'too-slow',
      words('查询用时过长，已停止。请缩小范围再试。', 'The question took too long and was stopped. Narrow it and try again.'),
      { status: 503 },
    )
  // Of the database, and of files of ours.
  if (error.code === '53100' || error.code === 'ENOSPC' || error.code === 'EDQUOT')
    return refuse(
      'disk-full',
      words('服务器的磁盘已满，没有保存。请联系管理员。', 'The disk of the server is full; nothing was saved. Tell your administrator.'),
      { status: 507 },
    )
  // Text the database cannot hold: a zero character, or a number out of range.
  if (error.code === '22021' || error.code === '22P05' || error.code === '22003' || error.code === '22008')
    return refuse('bad-value', words('含有无法保存的内容。', 'It contains something that cannot be stored.'))
  if (isAway(error))
    return refuse(
      'database-away',
      words('数据库暂时无法连接，请稍后再试。', 'The database cannot be reached for the moment; try again shortly.'),
      { status: 503 },
    )
  return undefined
}

/** As long as the refusal says, or a few seconds. */
function secondsToWait({ detail }: Refusal): string {
  if (typeof detail?.retryAfter === 'number') return String(detail.retryAfter)
  const until = typeof detail?.until === 'string' ? Math.ceil((Date.parse(detail.until) - Date.now()) / 1000) : 0
  return String(until > 0 ? until : 5)
}

export function sendProblem(reply: FastifyReply, refusal: Refusal, locale: Locale): FastifyReply {
  if ([429, 503, 507].includes(refusal.status)) void reply.header('retry-after', secondsToWait(refusal))
  return reply
    .code(refusal.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemOf(refusal, locale)))
}

export function answerErrors(server: FastifyInstance): void {
  server.setErrorHandler((error: Error & { code?: string; statusCode?: number }, request, reply) => {
    // Nobody is there to read it; the number is the one that proxies write into their logs.
    if (error instanceof Abandoned) return reply.code(499).send()
    const locale = localeOf(request.headers['accept-language'])
    const refusal = error instanceof Refusal ? error : known(error)
    if (refusal) return sendProblem(reply, refusal, locale)
    const { id } = request
    request.log.error({ err: error, route: request.routeOptions.url }, 'unexpected')
    return sendProblem(
      reply,
      refuse(
        'internal',
        words(
          '系统出错了，请稍后再试；若再次出现，请把编号告诉管理员。',
          'Something went wrong on our side; try again, and if it happens again give this number to your administrator.',
        ),
        { status: 500, detail: { id } },
      ),
      locale,
    )
  })
  server.setNotFoundHandler((request, reply) =>
    sendProblem(
      reply,
      refuse('not-found', words('没有这个地址。', 'There is no such address.'), { status: 404 }),
      localeOf(request.headers['accept-language']),
    ),
  )
}
