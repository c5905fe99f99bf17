import { say, words, type Locale, type Words } from '#engine/text/words.ts'
import type { Route } from '../route.ts'
import { ref, type Json } from './json-schema.ts'

/** Problems by their status: what each says, wherever it is answered. */
const problems: Record<number, { name: string; words: Words }> = {
  400: { name: 'BadRequest', words: words('请求的格式不对', 'The request has the wrong form') },
  401: { name: 'NotSignedIn', words: words('没有登录，或令牌无效', 'Not signed in, or the token opens nothing') },
  403: { name: 'NotAllowed', words: words('没有权限', 'Not allowed') },
  404: { name: 'NotFound', words: words('不存在，或无权查看', 'Not there, or not for these eyes') },
  409: {
    name: 'Conflict',
    words: words(
      '与现状不符：重复的身份、状态不允许、正在处理',
      'It does not go with how things stand: a taken identity, another state, still under way',
    ),
  },
  412: {
    name: 'Stale',
    words: words('内容已被他人修改；附 current、yours、base', 'Changed by somebody else meanwhile; with current, yours and base'),
  },
  413: { name: 'TooLarge', words: words('内容太大', 'The content is too large') },
  415: { name: 'BadType', words: words('内容类型不支持', 'This type of content is not supported') },
  422: { name: 'Refused', words: words('内容不能接受；fields 指明字段', 'It cannot be accepted; fields names the places') },
  428: { name: 'VersionNeeded', words: words('缺少 If-Match', 'If-Match is missing') },
  429: {
    name: 'TooMany',
    words: words('请求太多；Retry-After 说明多少秒后再试', 'Too many requests; Retry-After says how many seconds to wait'),
  },
  500: { name: 'Internal', words: words('系统出错；附编号 id', 'A fault of ours; with its id') },
  502: { name: 'BadGateway', words: words('外部服务回答不对', 'A service outside did not answer as it should') },
  503: { name: 'Away', words: words('暂时不能处理；稍后再试', 'Not possible for the moment; try again') },
  507: { name: 'NoRoom', words: words('磁盘已满，没有保存；稍后再试', 'The disk is full and nothing was saved; try again later') },
  504: { name: 'GatewayTimeout', words: words('外部服务没有回答', 'A service outside did not answer in time') },
}

/** The statuses of problems that a route may answer. */
export function problemsOf(route: Route): number[] {
  const isWrite = route.method !== 'GET'
  const takes = route.body !== undefined || route.multipart === true
  return [
    ...new Set([
      ...(takes || route.query || route.heeds ? [400] : []),
      ...(route.open ? [] : [401, 403, 404]),
      ...(route.open && isWrite ? [401, 403] : []),
      ...(route.path.includes('{') ? [404] : []),
      ...(isWrite ? [404, 409, 422] : []),
      ...(route.query ? [422] : []),
      ...(route.heeds?.version ? [412] : []),
      ...(route.heeds?.version ? [428] : []),
      ...(takes ? [413, 415] : []),
      ...(isWrite ? [400, 507] : []),
      429,
      500,
      503,
      ...(route.problems ?? []),
    ]),
  ].toSorted((a, b) => a - b)
}

export const problemRef = (status: number): Json => ({ $ref: `#/components/responses/${problems[status]!.name}` })

const retryAfter = (locale: Locale): Json => ({
  'Retry-After': { description: say(words('多少秒后再试', 'Seconds to wait'), locale), schema: { type: 'integer', minimum: 1 } },
})

/** All problems as answers to refer to. */
export const problemResponses = (locale: Locale): Json =>
  Object.fromEntries(
    Object.entries(problems).map(([status, { name, words: text }]) => [
      name,
      {
        description: say(text, locale),
        ...(['429', '503', '507'].includes(status) ? { headers: retryAfter(locale) } : {}),
        content: { 'application/problem+json': { schema: ref('Problem') } },
      },
    ]),
  )
