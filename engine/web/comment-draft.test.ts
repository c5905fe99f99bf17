import { describe, expect, it } from 'vitest'
import { mentionOf } from '#engine/talk/comment-text.ts'
import { askedFor, bodyOf, draftOf, emptyDraft, pick } from './comment-draft.ts'

const wang = '01900000-0000-7000-8000-00000000000a'
const other = '01900000-0000-7000-8000-00000000000b'

describe('a comment being written', () => {
  it.each<[string, string | null]>([
    ['@', ''],
    ['@wf', 'wf'],
    ['看@王', '王'],
    ['a@b', null],
    ['li@qq.com', null],
    ['@王芳 ', null],
    ['@王，', null],
    ['没有', null],
    ['一\n@王', '王'],
  ])('%j asks for %j', (text, asked) => expect(askedFor(text, text.length)).toBe(asked))

  it('takes the colleague who was picked, and becomes a comment that names him', () => {
    const picked = pick({ ...emptyDraft, text: '你好@wf看' }, 5, { id: wang, title: '王芳' })
    expect(picked).toEqual({ draft: { text: '你好@王芳 看', names: { 王芳: wang } }, caret: 6 })
    expect(bodyOf(picked.draft)).toBe(`你好${mentionOf('王芳', wang)} 看`)
    expect(draftOf(bodyOf(picked.draft))).toEqual(picked.draft)
  })

  it('tells two of one name apart, and one name from another that begins like it', () => {
    let draft = pick({ ...emptyDraft, text: '@' }, 1, { id: wang, title: '王芳' }).draft
    draft = pick({ ...draft, text: `${draft.text}@` }, draft.text.length + 1, { id: other, title: '王芳' }).draft
    expect(draft.text).toBe('@王芳 @王芳(2) ')
    expect(bodyOf(draft)).toBe(`${mentionOf('王芳', wang)} ${mentionOf('王芳(2)', other)} `)
    expect(draftOf(`${mentionOf('王芳', wang)}${mentionOf('王芳', other)}`).names).toEqual({ 王芳: wang, '王芳(2)': other })
  })

  it('leaves names that were typed and not picked as they are', () => expect(bodyOf({ ...emptyDraft, text: '@王芳 看' })).toBe('@王芳 看'))
})
