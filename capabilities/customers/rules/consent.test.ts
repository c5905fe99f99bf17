import { describe, expect, it } from 'vitest'
import { refuseSending, standings, type ConsentEntry } from './consent.ts'

const entry = (id: string, decision: ConsentEntry['decision'], at: string, more: Partial<ConsentEntry> = {}): ConsentEntry => ({
  id,
  purpose: 'news',
  channel: 'sms',
  decision,
  at,
  until: null,
  ...more,
})
const now = '2026-06-15T02:00:00.000Z'
const today = '2026-06-15'
const isGranted = (...entries: ConsentEntry[]) => standings(entries, now, today).get('news:sms')?.isGranted

describe('what holds of consents', () => {
  it('is the last decision of each purpose and channel, whatever the order they were written in', () => {
    const given = entry('1', 'granted', '2026-01-01T00:00:00.000Z')
    const taken = entry('2', 'withdrawn', '2026-03-01T00:00:00.000Z')
    const again = entry('3', 'granted', '2026-04-01T00:00:00.000Z')
    expect(isGranted(given)).toBe(true)
    expect(isGranted(taken, given)).toBe(false)
    expect(isGranted(again, given, taken)).toBe(true)
    const other = entry('4', 'withdrawn', '2026-05-01T00:00:00.000Z', { channel: 'mail' })
    expect(isGranted(given, other)).toBe(true)
  })

  it('is a withdrawal where both fall in the same moment', () => {
    const at = '2026-03-01T00:00:00.000Z'
    expect(isGranted(entry('9', 'granted', at), entry('1', 'withdrawn', at))).toBe(false)
    expect(isGranted(entry('1', 'withdrawn', at), entry('9', 'granted', at))).toBe(false)
  })

  it('ends with the day it was given for, and does not begin before its moment', () => {
    const at = '2026-01-01T00:00:00.000Z'
    expect(isGranted(entry('1', 'granted', at, { until: today }))).toBe(true)
    expect(isGranted(entry('1', 'granted', at, { until: '2026-06-14' }))).toBe(false)
    expect(isGranted(entry('1', 'granted', '2026-06-15T02:00:00.001Z'))).toBeUndefined()
  })
})

describe('whether something may be sent', () => {
  const granted = standings([entry('1', 'granted', '2026-01-01T00:00:00.000Z')], now, today).get('news:sms')
  const withdrawn = standings([entry('1', 'withdrawn', '2026-01-01T00:00:00.000Z')], now, today).get('news:sms')
  const expired = standings([entry('1', 'granted', '2026-01-01T00:00:00.000Z', { until: '2026-02-01' })], now, today).get('news:sms')
  const ask = { basis: 'consent', isRestricted: false, isInUse: true, standing: granted } as const
  it.each([
    ['with consent', ask, null],
    ['without any', { ...ask, standing: undefined }, '没有本人的同意'],
    ['withdrawn', { ...ask, standing: withdrawn }, '本人已撤回同意'],
    ['run out', { ...ask, standing: expired }, '同意已过期'],
    ['by a contract, unasked', { ...ask, basis: 'contract', standing: undefined }, null],
    ['by a contract, but refused', { ...ask, basis: 'contract', standing: withdrawn }, '本人已撤回同意'],
    ['to somebody restricted', { ...ask, isRestricted: true }, '本人要求限制处理其信息'],
    ['to somebody restricted, by law', { ...ask, basis: 'law', isRestricted: true, standing: undefined }, null],
    ['for what is no longer in use', { ...ask, isInUse: false }, '此用途已停用，或不用此渠道'],
  ] as const)('%s', (_, question, zh) => {
    expect(refuseSending(question)?.zh ?? null).toBe(zh)
  })
})
