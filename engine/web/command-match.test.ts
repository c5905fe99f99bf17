import { describe, expect, it } from 'vitest'
import { commandFit } from './command-match.ts'

const newCustomer = [{ zh: '新建客户', en: 'New customer' }, '添加', 'create']

describe('a command answers', () => {
  it.each([
    ['新建', 'words'],
    ['客户', 'words'],
    ['xjkh', 'initials'],
    ['xj', 'initials'],
    ['kh', undefined],
    ['ＸＪ', 'initials'],
    ['new cus', 'words'],
    ['customer', 'words'],
    ['cust', 'words'],
    ['create', 'words'],
    ['添加', 'words'],
    ['tj', 'initials'],
    ['stomer', undefined],
    ['联系人', undefined],
    ['k', undefined],
    ['', undefined],
  ])('to "%s": %s', (typed, fit) => expect(commandFit(newCustomer, typed)).toBe(fit))
})
