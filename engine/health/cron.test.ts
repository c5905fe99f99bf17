import { describe, expect, it } from 'vitest'
import { lastDue } from './cron.ts'

const at = (text: string) => Date.parse(text)
const shown = (schedule: string, now: string) => {
  const due = lastDue(schedule, at(now), 'Asia/Shanghai')
  return due === undefined ? undefined : new Date(due).toISOString().slice(0, 16)
}

describe('when a schedule was last due', () => {
  // 2026-11-23 is a Monday; 10:05 in Shanghai is 02:05 UTC.
  it.each([
    ['17 * * * *', '2026-11-23T02:05:30Z', '2026-11-23T01:17'],
    ['*/10 * * * *', '2026-11-23T02:05:30Z', '2026-11-23T02:00'],
    ['40 4 * * *', '2026-11-23T02:05:30Z', '2026-11-22T20:40'],
    ['0 9 * * 1', '2026-11-23T02:05:30Z', '2026-11-23T01:00'],
    ['0 9 * * 1', '2026-11-23T00:59:59Z', '2026-11-16T01:00'],
    ['30 8 * * 7', '2026-11-23T02:05:30Z', '2026-11-22T00:30'],
    ['5,35 8-18 * * 1-5', '2026-11-22T02:00:00Z', '2026-11-20T10:35'],
    ['0 3 1 * *', '2026-11-23T02:05:30Z', '2026-10-31T19:00'],
    ['0 3 31 2 *', '2026-11-23T02:05:30Z', undefined],
  ])('%s at %s', (schedule, now, wanted) => expect(shown(schedule, now)).toBe(wanted))
})
