import { describe, expect, it } from 'vitest'
import { framesOf, scrub } from './scrub.ts'

describe('a message in the log', () => {
  it.each([
    ['invalid input syntax for type uuid: "13812345678"', 'invalid input syntax for type uuid: <quoted>'],
    [`Unexpected token '张', "{"name":"张三"" is not valid JSON`, 'is not valid JSON'],
    ['no user 李明 here', 'no user … here'],
    ['mail to <li.ming@example.com> was refused', 'mail to <<mail>> was refused'],
    ['call 138 1234 5678 back', 'call <number> back'],
    ['card 11010119900307109X', 'card <secret>'],
    ['cookie Zk9x-8sPq_0aBcDeFgHiJkLmNoPqRsT expired', 'cookie <secret> expired'],
    ['connect to smtps://user:pass@mail.example.com:465 failed', 'connect to <address> failed'],
    ['the database has ended; it is started again', 'the database has ended; it is started again'],
    ['line 12 of 300', 'line 12 of 300'],
    ['nobody called Zhang Wei, Hangzhou', 'nobody called <name> <name>, <name>'],
    ['owes 48,000 since', 'owes <number> since'],
    ['Connection terminated unexpectedly', 'Connection terminated unexpectedly'],
  ])('%s', (message, wanted) => expect(scrub(message)).toContain(wanted))

  it('keeps the ids of records, and nothing of what stands around them', () =>
    expect(scrub('no job 01900000-0000-7000-8000-000000000001 of 13812345678')).toBe(
      'no job 01900000-0000-7000-8000-000000000001 of <number>',
    ))

  it('says where, not what', () => {
    const { stack } = new Error('张三 13812345678')
    expect(framesOf(stack).join()).toContain('scrub.test.ts')
    expect(framesOf(stack).join()).not.toContain('13812345678')
  })
})
