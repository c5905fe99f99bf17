import { describe, expect, it } from 'vitest'
import { excerptOf, mentionOf, mentionsIn, piecesOf, plainComment, renameMentions } from './comment-text.ts'

const wang = '01900000-0000-7000-8000-00000000000a'
const li = '01900000-0000-7000-8000-00000000000b'

describe('the text of a comment', () => {
  it.each<[string, ReturnType<typeof piecesOf>]>([
    ['好', [{ text: '好' }]],
    ['', []],
    [`${mentionOf('王芳', wang)}看一下`, [{ mention: wang, name: '王芳' }, { text: '看一下' }]],
    ['见https://a.cn/x?y=1。谢谢', [{ text: '见' }, { link: 'https://a.cn/x?y=1' }, { text: '。谢谢' }]],
    ['(see http://a.cn/b).', [{ text: '(see ' }, { link: 'http://a.cn/b' }, { text: ').' }]],
    ['javascript:alert(1) <b>x</b>', [{ text: 'javascript:alert(1) <b>x</b>' }]],
    [`@[](user:${wang})`, [{ text: `@[](user:${wang})` }]],
    [`@[a\nb](user:${wang})`, [{ text: `@[a\nb](user:${wang})` }]],
    ['@[王芳](user:nobody)', [{ text: '@[王芳](user:nobody)' }]],
  ])('%s', (body, pieces) => expect(piecesOf(body)).toEqual(pieces))

  it('names each colleague once', () =>
    expect(mentionsIn(`${mentionOf('王芳', wang)}${mentionOf('李明', li)} ${mentionOf('王芳', wang)}`)).toEqual([wang, li]))

  it('gives colleagues their own names, whatever the writer called them, and leaves strangers as text', () =>
    expect(renameMentions(`${mentionOf('总经理', wang)} ${mentionOf('无人', li)}`, new Map([[wang, '王芳']]))).toBe(
      `${mentionOf('王芳', wang)} @无人`,
    ))

  it('cannot be broken by a name', () =>
    expect(piecesOf(mentionOf('a](user:x)[b', wang))).toEqual([{ mention: wang, name: 'a (user:x) b' }]))

  it('is read out on one line, and cut', () => {
    expect(plainComment(`${mentionOf('王芳', wang)}\n看`)).toBe('@王芳\n看')
    expect(excerptOf(`${mentionOf('王芳', wang)}\n\n看 一下`)).toBe('@王芳 看 一下')
    expect(excerptOf('一二三四五', 4)).toBe('一二三…')
  })
})
