import { describe, expect, it } from 'vitest'
import { nearContacts, unwelcome, type NearContact } from './contact-warning.ts'

const contact = (id: string, at: string, by: string, more: Partial<NearContact> = {}): NearContact => ({
  id,
  at,
  kind: 'call',
  state: 'done',
  subject: id,
  outcome: null,
  nextStep: null,
  body: null,
  by: { id: by, title: by },
  ...more,
})

describe('what colleagues have to do with the customer', () => {
  const at = '2026-06-15T02:00:00.000Z'
  const near = (...contacts: NearContact[]) => nearContacts(contacts, { at, me: 'me' }).map(({ id }) => id)
  it('is what lies within a week before or after, the nearest first', () => {
    expect(
      near(
        contact('week', '2026-06-08T02:00:00.000Z', 'wang'),
        contact('older', '2026-06-08T01:59:59.999Z', 'wang'),
        contact('planned', '2026-06-16T02:00:00.000Z', 'li', { state: 'planned' }),
        contact('later', '2026-06-22T02:00:00.001Z', 'li'),
      ),
    ).toEqual(['planned', 'week'])
  })
  it('is neither mine nor a note', () => {
    expect(near(contact('mine', at, 'me'), contact('note', at, 'li', { kind: 'note' }), contact('nobody', at, 'li', { by: null }))).toEqual(
      ['nobody'],
    )
  })
})

describe('whether a contact is welcome', () => {
  const person = { name: '沈总', preferredChannel: 'wechat', reachableFrom: '09:30', reachableTo: '17:00', isRestricted: false } as const
  it.each([
    ['message', '10:00', 0],
    ['message', '17:00', 0],
    ['message', '17:01', 1],
    ['message', '09:29', 1],
    ['call', '10:00', 1],
    ['call', '20:00', 2],
    // A letter in the mail disturbs nobody at night; a meeting was agreed.
    ['mail', '23:00', 1],
    ['meeting', '23:00', 0],
  ])('by %s at %s', (kind, clock, n) => expect(unwelcome(person, { kind, clock })).toHaveLength(n))
  it('says so where the person wants none at all', () => {
    expect(unwelcome({ ...person, isRestricted: true }, { kind: 'message', clock: '10:00' }).map(({ zh }) => zh)).toEqual([
      '沈总要求限制处理其信息',
    ])
  })
})
