import { describe, expect, it } from 'vitest'
import { words } from '#engine/text/words.ts'
import { weekdayOf } from '#engine/time/days.ts'
import { defineNotice } from './define-notice.ts'
import { afterQuiet, channelsOf, mailMoment, nextDigest, usualWishes, wishesSchema, type NoticeWishes } from './wishes.ts'

/** A moment by the clock in Shanghai. */
const at = (local: string): number => Date.parse(`${local}:00+08:00`)
const weekdays = (day: string): boolean => weekdayOf(day) <= 5
const local = (moment: number): string => new Date(moment + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

describe('the next digest', () => {
  // 15 June 2026 is a Monday.
  it.each<[string, NoticeWishes['digest'], string]>([
    ['2026-06-15T08:00', { days: 'workdays', weekday: 1, at: '08:30' }, '2026-06-15 08:30'],
    ['2026-06-15T08:30', { days: 'workdays', weekday: 1, at: '08:30' }, '2026-06-16 08:30'],
    ['2026-06-19T09:00', { days: 'workdays', weekday: 1, at: '08:30' }, '2026-06-22 08:30'],
    ['2026-06-19T09:00', { days: 'daily', weekday: 1, at: '08:30' }, '2026-06-20 08:30'],
    ['2026-06-20T00:30', { days: 'daily', weekday: 1, at: '00:15' }, '2026-06-21 00:15'],
    ['2026-06-15T08:00', { days: 'weekly', weekday: 1, at: '08:30' }, '2026-06-15 08:30'],
    ['2026-06-15T09:00', { days: 'weekly', weekday: 1, at: '08:30' }, '2026-06-22 08:30'],
    ['2026-06-15T09:00', { days: 'weekly', weekday: 7, at: '23:59' }, '2026-06-21 23:59'],
    ['2026-12-31T23:00', { days: 'daily', weekday: 1, at: '08:30' }, '2027-01-01 08:30'],
  ])('after %s is at its time', (now, digest, expected) => expect(local(nextDigest(at(now), digest, weekdays))).toBe(expected))

  it('of workdays goes by the workdays of its reader, and where there are none, after sixty days', () => {
    const digest: NoticeWishes['digest'] = { days: 'workdays', weekday: 1, at: '08:30' }
    expect(local(nextDigest(at('2026-09-30T09:00'), digest, (day) => day >= '2026-10-08'))).toBe('2026-10-08 08:30')
    expect(local(nextDigest(at('2026-06-15T09:00'), digest, () => false))).toBe('2026-08-15 08:30')
  })
})

describe('quiet hours', () => {
  const night = { from: '22:00', to: '07:30' }
  const noon = { from: '12:00', to: '13:30' }
  it.each<[string, NoticeWishes['quiet'], string]>([
    ['2026-06-15T21:59', night, '2026-06-15 21:59'],
    ['2026-06-15T22:00', night, '2026-06-16 07:30'],
    ['2026-06-15T23:59', night, '2026-06-16 07:30'],
    ['2026-06-16T00:10', night, '2026-06-16 07:30'],
    ['2026-06-16T07:29', night, '2026-06-16 07:30'],
    ['2026-06-16T07:30', night, '2026-06-16 07:30'],
    ['2026-06-16T12:30', noon, '2026-06-16 13:30'],
    ['2026-06-16T13:30', noon, '2026-06-16 13:30'],
    ['2026-06-16T03:00', null, '2026-06-16 03:00'],
    ['2026-06-16T03:00', { from: '03:00', to: '03:00' }, '2026-06-16 03:00'],
  ])('%s becomes the end of them', (now, quiet, expected) => expect(local(afterQuiet(at(now), quiet))).toBe(expected))
})

describe('how somebody is told', () => {
  const type = defineNotice('x', { words: words('x', 'x'), text: words('x', 'x'), mail: 'digest' })
  it('is as declared until he chooses', () => {
    expect(channelsOf(type, usualWishes)).toEqual({ product: true, mail: 'digest' })
    expect(channelsOf({ ...type, product: false }, usualWishes)).toEqual({ product: false, mail: 'digest' })
    expect(channelsOf(type, { ...usualWishes, kinds: { x: { product: false, mail: 'now' } } })).toEqual({ product: false, mail: 'now' })
  })

  it('puts the mail at its moment', () => {
    const now = at('2026-06-15T21:58')
    const wishes: NoticeWishes = { ...usualWishes, quiet: { from: '22:00', to: '07:00' } }
    expect(mailMoment('never', wishes, now, weekdays)).toBeNull()
    expect(mailMoment('now', wishes, now, weekdays)).toBe(now)
    expect(local(mailMoment('now', wishes, now, weekdays, 5 * 60_000)!)).toBe('2026-06-16 07:00')
    expect(local(mailMoment('digest', wishes, now, weekdays)!)).toBe('2026-06-16 08:30')
  })

  it('refuses times that no clock shows', () => {
    expect(wishesSchema.safeParse({ digest: { days: 'daily', at: '24:00' } }).success).toBe(false)
    expect(wishesSchema.safeParse({ quiet: { from: '7:00', to: '08:00' } }).success).toBe(false)
    expect(wishesSchema.safeParse({ kinds: { x: { product: true, mail: 'often' } } }).success).toBe(false)
    expect(wishesSchema.parse({})).toEqual(usualWishes)
  })
})
