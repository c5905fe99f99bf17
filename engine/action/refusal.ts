import { words, type Words } from '#engine/text/words.ts'

/** What a caller hears when something is not done: a stable code, words in both languages, and the fields at fault. */
export class Refusal extends Error {
  readonly code: string
  readonly status: number
  readonly words: Words
  readonly fields: Record<string, Words> | undefined
  readonly detail: Record<string, unknown> | undefined

  constructor(code: string, text: Words, more: { status?: number; fields?: Record<string, Words>; detail?: Record<string, unknown> } = {}) {
    super(`${code}: ${text.en}`)
    this.code = code
    this.words = text
    this.status = more.status ?? 422
    this.fields = more.fields
    this.detail = more.detail
  }
}

export const refuse = (code: string, text: Words, more?: ConstructorParameters<typeof Refusal>[2]): Refusal => new Refusal(code, text, more)

/** Not existing and not visible look the same, on purpose. */
export const notFound = (text: Words = words('没有找到，或您无权查看。', 'Not found, or you may not see it.')): Refusal =>
  new Refusal('not-found', text, { status: 404 })

export const notAllowed = (text: Words = words('您没有这项操作的权限。', 'You do not have the right to do this.')): Refusal =>
  new Refusal('not-allowed', text, { status: 403 })

export const notSignedIn = (): Refusal => new Refusal('not-signed-in', words('请先登录。', 'Sign in first.'), { status: 401 })

/** One or more fields cannot be accepted; each is named with its own words. */
export const badFields = (fields: Record<string, Words>): Refusal =>
  new Refusal('bad-fields', words('有内容需要修改，见标出的字段。', 'Some fields need a change; see the marked ones.'), {
    status: 422,
    fields,
  })
