import { describe, expect, it } from 'vitest'
import { isFollowUp, written } from './follow-up.ts'

const contact = (more: object = {}) => ({
  kind: 'call',
  state: 'done',
  subject: '电话',
  outcome: null,
  body: null,
  nextStep: null,
  ...more,
})

describe('what counts as following up', () => {
  it('reckons what is written', () => {
    expect([written(''), written('已联系'), written('called him'), written('谈了 3 号楼')]).toEqual([0, 3, 4, 6])
  })
  it('is a contact that says something', () => {
    expect(isFollowUp(contact({ body: '希望按年付，折扣再谈。' }))).toBe(true)
    expect(isFollowUp(contact({ subject: 'Talked about terms', outcome: 'wants two drafts' }))).toBe(true)
  })
  it('is no note of two words, no remark, and nothing that is only planned', () => {
    expect(isFollowUp(contact({ body: '已联系' }))).toBe(false)
    expect(isFollowUp(contact({ subject: 'Called', body: 'him' }))).toBe(false)
    expect(isFollowUp(contact({ kind: 'note', body: '希望按年付，折扣再谈。' }))).toBe(false)
    expect(isFollowUp(contact({ state: 'planned', body: '希望按年付，折扣再谈。' }))).toBe(false)
  })
})
