import { describe, expect, it } from 'vitest'
import { words } from '#engine/text/words.ts'
import { refuseClosing } from './closing.ts'
import { fitOf } from './fit.ts'
import { askedOf, readSent, refuseForm } from './form-fields.ts'
import { openKey } from './lead-life.ts'
import { noteOfStep, partDone } from './playbook.ts'
import { endsOf, isMasked } from './protection.ts'
import { scoreOf } from './score.ts'

it.each([
  [{ mobile: '+8613900000001', email: 'A@b.c' }, '+8613900000001'],
  [{ email: 'A@b.C', wechat: 'w' }, 'a@b.c'],
  [{ wechat: 'w', state: 'nurtured' }, 'w'],
  [{ mobile: '+8613900000001', state: 'closed' }, null],
  [{ mobile: '+8613900000001', state: 'converted' }, null],
  [{}, null],
])('an open lead %s is known as %s', (lead, key) => expect(openKey(lead)).toBe(key))

describe('closing', () => {
  const given = { reason: 'budget', note: null, revisitOn: null, neverRevisit: false }
  it.each([
    [given, ['revisitOn']],
    [{ ...given, neverRevisit: true }, []],
    [{ ...given, revisitOn: '2026-07-01' }, []],
    [{ ...given, revisitOn: '2026-06-15' }, ['revisitOn']],
    [{ ...given, revisitOn: '2026-07-01', neverRevisit: true }, ['neverRevisit']],
    [{ ...given, reason: 'other', neverRevisit: true }, ['note']],
    [{ ...given, reason: 'other', note: '搬走了', neverRevisit: true }, []],
  ])('%o lacks %s', (closing, fields) => expect(Object.keys(refuseClosing(closing, '2026-06-15'))).toEqual(fields))
})

describe('what strangers send', () => {
  const form = {
    title: words('表', 'F'),
    intro: null,
    fields: ['message', 'mobile', 'interest'],
    needed: ['mobile'],
    interests: ['湖', '溪'],
    consent: words('同意', 'Yes'),
    thanks: null,
  }
  it('is asked for in the order of the form, products only where there are any', () => {
    expect(askedOf(form)).toEqual(['mobile', 'interest', 'message'])
    expect(askedOf({ ...form, interests: [] })).toEqual(['mobile', 'message'])
    expect(refuseForm({ fields: ['message'] })).not.toBeNull()
  })
  it('is taken as far as it is asked for, and no further', () => {
    const { values, missing } = readSent(form, {
      name: ' 甲 ',
      mobile: '139',
      interest: ['湖', '海'],
      email: 'x@y.z',
      consent: '1',
      state: 'converted',
    })
    expect(values).toEqual({ name: '甲', mobile: '139', interests: ['湖'] })
    expect(missing).toEqual([])
  })
  it('lacks what is required', () => {
    expect(readSent(form, {}).missing).toEqual(['name', 'mobile', 'consent'])
    expect(readSent({ ...form, needed: [], fields: ['email'] }, { name: '甲', consent: '1' }).missing).toEqual(['email'])
  })
})

it.each([
  ['13812345678', true],
  ['138****5678', true],
  ['138*2345678', false],
  ['12812345678', false],
  ['138****567', false],
])('%s may be registered: %s', (phone, is) => expect(isMasked(phone)).toBe(is))

it('a number with a hidden middle has two ends', () => {
  expect(endsOf('138****5678')).toEqual({ head: '138', tail: '5678', isWhole: false })
  expect(endsOf('13812345678')).toEqual({ head: '138', tail: '5678', isWhole: true })
})

it('points are summed and kept within a hundred, the heaviest named first', () => {
  const why = (text: string, points: number) => ({ why: words(text, text), points })
  expect(scoreOf([why('a', 10), why('b', -30), why('c', 5), why('d', 90)])).toMatchObject({
    score: 75,
    reasons: [{ points: 90 }, { points: -30 }, { points: 10 }],
  })
  expect(scoreOf([why('a', -10)]).score).toBe(0)
  expect(scoreOf([why('a', 80), why('b', 80)]).score).toBe(100)
})

describe('fit', () => {
  const profile = { industries: ['软件'], regions: ['余杭'], least: 50, keywords: ['总部'] }
  const one = { name: '云图', industry: '软件服务', region: '杭州余杭', employees: 60, note: '找总部' }
  it.each([
    [one, 100],
    [{ ...one, employees: null }, 80],
    [{ ...one, industry: '物流', note: null }, 45],
  ])('of %o is %i', (candidate, fit) => expect(fitOf(profile, candidate).fit).toBe(fit))
  it('asks for nothing that the profile does not name', () => {
    expect(fitOf({ industries: [], regions: ['余杭'], least: null, keywords: [] }, one)).toMatchObject({
      fit: 100,
      reasons: [{ zh: '在余杭' }],
    })
    expect(fitOf({ industries: [], regions: [], least: null, keywords: [] }, one).fit).toBe(0)
  })
})

it('the first task says what to say and to bring', () => {
  const playbook = { message: words('{name}您好', 'Hello {name}'), materials: [{ name: '折页', link: null }] }
  expect(noteOfStep(playbook, { note: '先问' }, { name: '甲', locale: 'zh', isFirst: true })).toBe('先问\n甲您好\n· 折页')
  expect(noteOfStep(playbook, { note: null }, { name: '甲', locale: 'zh', isFirst: false })).toBe('')
})

it.each([
  [[], 100],
  [['open', 'done', 'done'], 66],
  [['done', 'cancelled'], 100],
  [['open'], 0],
])('of %s is done %i', (states, part) => expect(partDone(states)).toBe(part))
