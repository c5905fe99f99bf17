import { describe, expect, it } from 'vitest'
import type { Demand } from './collection.ts'
import { qualityOf, type FileToScore } from './quality.ts'

const today = '2026-06-15'
const demand = (more: Partial<Demand> = {}): Demand => ({ names: [], requires: [], everyDays: null, keeper: null, ...more })
const whole = {
  region: '浙江杭州',
  source: 'referral',
  industry: '机械制造',
  primaryContact: 'k',
  phone: '+8657188001234',
  name: '西子机械',
}
const file = (more: Partial<FileToScore> = {}): FileToScore => ({
  kind: 'enterprise',
  stage: 'growing',
  values: whole,
  contact: null,
  ownerIsGone: false,
  isDouble: false,
  demand: demand(),
  freshSince: today,
  ...more,
})
const without = (...names: string[]) => Object.fromEntries(Object.entries(whole).filter(([name]) => !names.includes(name)))

describe('the score of a file', () => {
  it.each<[string, Partial<FileToScore>, number, number, number, number]>([
    ['whole, sound, fresh and single', {}, 40, 30, 20, 10],
    ['one of five is missing', { values: without('industry') }, 32, 30, 20, 10],
    ['reached by its contact alone', { values: without('phone'), contact: { mobile: '+8613805710001' } }, 40, 30, 20, 10],
    ['reached by nobody', { values: without('phone') }, 32, 30, 20, 10],
    ['of a person no industry is wanted', { kind: 'person', values: without('industry') }, 40, 30, 20, 10],
    [
      'a standard wants two more, of which one is there',
      { values: { ...whole, tags: ['总部'] }, demand: demand({ requires: ['tags', 'uscc'] }) },
      34,
      30,
      20,
      10,
    ],
    ['a standard wants what is wanted anyway', { demand: demand({ requires: ['region'] }) }, 40, 30, 20, 10],
    ['one of four that were looked at is doubtful', { values: { ...whole, phone: '+8657188888888' } }, 40, 23, 20, 10],
    ['all are doubtful', { values: { name: '测试', region: '无', phone: '+8657188888888' } }, 16, 0, 20, 10],
    ['the last day of the time', { freshSince: '2026-03-17', demand: demand({ everyDays: 90 }) }, 40, 30, 20, 10],
    ['the day after it', { freshSince: '2026-03-16', demand: demand({ everyDays: 90 }) }, 40, 30, 10, 10],
    ['the last day of as long again', { freshSince: '2025-12-17', demand: demand({ everyDays: 90 }) }, 40, 30, 10, 10],
    ['beyond it', { freshSince: '2025-12-16', demand: demand({ everyDays: 90 }) }, 40, 30, 0, 10],
    ['nobody asks: right for a year', { freshSince: '2025-06-15' }, 40, 30, 20, 10],
    ['and no longer', { freshSince: '2025-06-14' }, 40, 30, 10, 10],
    ['ended: nobody has to confirm it', { stage: 'ended', freshSince: '2019-01-01' }, 40, 30, 20, 10],
    ['another may be the same', { isDouble: true }, 40, 30, 20, 0],
    ['there is nothing of it', { values: {}, freshSince: '2019-01-01', isDouble: true }, 0, 30, 0, 0],
  ])('%s', (_, more, completeness, validity, timeliness, uniqueness) => {
    const quality = qualityOf(file(more), today)
    expect([quality.completeness, quality.validity, quality.timeliness, quality.uniqueness].map(({ points }) => points)).toEqual([
      completeness,
      validity,
      timeliness,
      uniqueness,
    ])
    expect(quality.score).toBe(completeness + validity + timeliness + uniqueness)
  })

  it('says what is wrong, in kinds and one by one', () => {
    const { faults, missing, doubts } = qualityOf(
      file({ values: { ...without('industry', 'source'), name: '测试' }, freshSince: '2020-01-01', isDouble: true }),
      today,
    )
    expect(faults).toEqual(['missing', 'doubtful', 'stale', 'double'])
    expect(missing).toEqual(['source', 'industry'])
    expect(doubts.map(({ field }) => field)).toEqual(['name'])
    expect(qualityOf(file(), today).faults).toEqual([])
  })

  it.each([
    ['asked for every 90 days, in time', '2026-06-01', 90, '2026-08-30', '2026-08-31'],
    ['overdue: it falls once more', '2026-03-01', 90, '2026-05-30', '2026-08-29'],
    ['long overdue: it falls no further', '2025-03-01', 90, '2025-05-30', null],
    ['not asked for: nobody has to confirm it, and it falls after a year', '2026-06-01', null, null, '2027-06-02'],
  ])('until when: %s', (_, freshSince, everyDays, confirmBy, recheckOn) => {
    expect(qualityOf(file({ freshSince, demand: demand({ everyDays }) }), today)).toMatchObject({ confirmBy, recheckOn })
  })

  it('on the day of the recheck the score is another', () => {
    const given = file({ freshSince: '2026-06-01', demand: demand({ everyDays: 90 }) })
    const { recheckOn, score } = qualityOf(given, today)
    expect(qualityOf(given, '2026-08-30').score).toBe(score)
    expect(qualityOf(given, recheckOn!).score).toBe(score - 10)
  })
})
