import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#engine/time/days.ts'
import { sayStanding, standingOf, type StandingFacts } from './standing.ts'

const plan = { every: 30, unit: 'day' } as const
const today = '2026-11-20'
const facts = (more: Partial<StandingFacts> = {}): StandingFacts => ({
  plan,
  last: '2026-10-12T02:00:00.000Z',
  since: '2026-01-05T02:00:00.000Z',
  asked: null,
  task: 'none',
  ...more,
})
const open = { asked: '2026-11-11', task: 'open' } as const
const closed = { asked: '2026-11-11', task: 'closed' } as const

describe('how a customer stands to his plan', () => {
  it.each<[string, Partial<StandingFacts>, [string | null, string | null, boolean]]>([
    ['contacted in October', {}, ['2026-11-11', null, false]],
    ['never contacted: since the file was made', { last: null }, ['2026-02-04', null, false]],
    ['contacted late in the evening there, the next day here', { last: '2026-10-12T17:00:00.000Z' }, ['2026-11-12', null, false]],
    ['asked for', open, ['2026-11-11', '2026-11-11', false]],
    ['asked for, and contacted', { ...open, last: '2026-11-12T02:00:00.000Z' }, ['2026-12-12', '2026-11-11', true]],
    [
      'asked for; an old contact, logged late, does not help',
      { ...open, last: '2026-10-15T02:00:00.000Z' },
      ['2026-11-11', '2026-11-11', false],
    ],
    ['put off: the task was closed without a contact', closed, ['2026-12-11', '2026-11-11', false]],
    ['closed, and contacted', { ...closed, last: '2026-11-12T02:00:00.000Z' }, ['2026-12-12', '2026-11-11', false]],
    ['passed over: it comes up again', { asked: '2026-11-11' }, ['2026-11-11', null, false]],
    ['followed by no plan', { plan: null }, [null, null, false]],
    ['followed by no plan any more, and asked for', { plan: null, ...open }, [null, null, true]],
  ])('%s', (_, more, [dueOn, askedOn, endsTask]) => expect(standingOf(facts(more), today)).toEqual({ dueOn, askedOn, endsTask }))

  it('never asks twice for one due day, and never for a day before one that was closed', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -200, max: 0 }),
        fc.integer({ min: -200, max: 0 }),
        fc.constantFrom('open', 'closed'),
        fc.integer({ min: 1, max: 90 }),
        (last, asked, task, every) => {
          const askedOn = addDays(today, asked)
          const now = standingOf(
            facts({ plan: { every, unit: 'day' }, last: `${addDays(today, last)}T02:00:00.000Z`, asked: askedOn, task }),
            today,
          )
          // What waits to be asked for is a due day that is not the one asked for.
          if (task === 'open' && !now.endsTask) return now.dueOn === askedOn && now.askedOn === askedOn
          return now.dueOn! > askedOn || now.endsTask
        },
      ),
    ))
})

it('says why', () => {
  const say = (last: string | null, dueOn: string) =>
    sayStanding(plan, { zh: '电话', en: 'Telephone' }, { last, since: '2025-12-30T02:00:00.000Z', dueOn }, '2026-11-01')
  expect(say('2026-10-12T02:00:00.000Z', '2026-11-11')).toEqual({
    zh: '每 30 天电话，上次联系 10-12，下次 11-11',
    en: 'Telephone every 30 days; last contact 10-12; next 11-11',
  })
  expect(say('2026-09-12T02:00:00.000Z', '2026-10-12').zh).toBe('每 30 天电话，上次联系 09-12，应在 10-12')
  expect(say(null, '2027-01-29').zh).toBe('每 30 天电话，2025-12-30 建档，尚未联系，下次 2027-01-29')
})
