import { describe, expect, it } from 'vitest'
import { refuseClosing, stepsTaken, type ContactSteps } from './important-contact.ts'

const contact = (more: Partial<ContactSteps> = {}): ContactSteps => ({
  isImportant: true,
  state: 'done',
  goal: '谈妥付款方案',
  talkingPoints: null,
  outcome: '同意按年付',
  body: null,
  nextStep: '寄合同',
  nextOn: '2026-06-20',
  noFollowUp: null,
  ...more,
})

describe('an important contact', () => {
  it.each<[string, Partial<ContactSteps>, string[]]>([
    ['with record and follow-up', {}, []],
    ['told in the content alone', { outcome: null, body: '谈了两小时' }, []],
    ['with nothing to follow, for a reason', { nextStep: null, nextOn: null, noFollowUp: '合同已签' }, []],
    ['without a record', { outcome: null }, ['outcome']],
    ['without a follow-up', { nextStep: null, nextOn: null }, ['nextStep']],
    ['with a next step on no day', { nextOn: null }, ['nextOn']],
    ['with a day and nothing to do', { nextStep: null }, ['nextStep']],
    ['with nothing', { outcome: null, nextStep: null, nextOn: null }, ['outcome', 'nextStep']],
    ['still planned', { state: 'planned', outcome: null, nextStep: null }, []],
    ['called off', { state: 'cancelled', outcome: null, nextStep: null }, []],
    ['that is none', { isImportant: false, outcome: null, nextStep: null, nextOn: null }, []],
  ])('%s', (_, more, faults) => expect(Object.keys(refuseClosing(contact(more)))).toEqual(faults))

  it('can be closed when its steps have been taken, and only then', () => {
    for (const outcome of [null, '好'])
      for (const nextStep of [null, '寄合同'])
        for (const nextOn of [null, '2026-06-20'])
          for (const noFollowUp of [null, '不需要']) {
            const one = contact({ outcome, nextStep, nextOn, noFollowUp })
            const { record, followUp } = stepsTaken(one)
            expect(Object.keys(refuseClosing(one)).length === 0).toBe(record && followUp)
          }
  })
})
