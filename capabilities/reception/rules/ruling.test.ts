import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#engine/time/days.ts'
import { dayAt } from '#engine/time/zone.ts'
import { ruleCodes, type Answer, type Case, type FileFact } from './case.ts'
import { drawFiles } from './draw.ts'
import { isValid, monthsLater, validThrough } from './files.ts'
import { ruleOn, type Ruling } from './ruling.ts'
import { usualSettings, type RulingSettings } from './settings.ts'
import { fraction, sayPercent, splitMoney, total, type Share } from './share.ts'

const zone = 'Asia/Shanghai'
const now = '2026-11-21T02:00:00.000Z'
const ago = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString()
const names = { A: '陈晨', B: '白露', C: '程实', D: '邓敏', E: '方圆' }
const file = (salesperson: string, days: number, more: Partial<FileFact> = {}): FileFact => ({
  salesperson,
  at: ago(days),
  register: 'walkIn',
  of: 'customer',
  ...more,
})
const answer = (more: Partial<Answer> = {}): Answer => ({ been: 'no', named: [], asked: null, declined: [], ...more })
const everybody = { A: 'free', B: 'free', C: 'free', D: 'free', E: 'free' } as const

/** The usual case of the law: ring A B C D, A on turn, all there, B has a file of 20 days. */
const usual: Case = { at: now, zone, answer: answer(), files: [file('B', 20)], present: everybody, onTurn: 'A', names }
const rule = (more: Partial<Case>, settings: Partial<RulingSettings> = {}) =>
  ruleOn({ ...usual, ...more }, { ...usualSettings, ...settings })
const shares = (list: readonly Share[]) => Object.fromEntries(list.map(({ to, percent }) => [to, sayPercent(percent)]))
const summary = (ruling: Ruling) => ({
  rule: ruling.later ?? ruling.rule,
  receiver: ruling.receiver,
  turn: ruling.turn,
  owner: ruling.owner,
  commission: shares(ruling.commission),
})
const today = dayAt(now, zone)
const sameDay = { on: today, depositAt: now }
const laterDeal = { on: addDays(today, 8), depositAt: new Date(Date.parse(now) + 8 * 86_400_000).toISOString() }
const everything = (to: string) => ({ [to]: '100' })

describe('the eighteen worked cases', () => {
  it('1: declines B, asks for A', () => {
    const ruling = rule({ answer: answer({ declined: ['B'], asked: 'A' }) })
    expect(summary(ruling)).toEqual({ rule: 'R3', receiver: 'A', turn: 'none', owner: 'A', commission: { A: '80', B: '20' } })
    expect(ruling.opens).toBe('A')
    expect(ruling.serviceOwner).toBe('A')
  })

  it('2: the same, and B’s file is 70 days old', () => {
    const ruling = rule({ files: [file('B', 70)], answer: answer({ declined: ['B'], asked: 'A' }) })
    expect(summary(ruling)).toEqual({ rule: 'R3', receiver: 'A', turn: 'none', owner: 'A', commission: everything('A') })
  })

  it('3: says “first time”; look-up finds B’s file; B is out', () => {
    const ruling = rule({ present: { ...everybody, B: 'absent' } })
    expect(summary(ruling)).toEqual({ rule: 'R4', receiver: 'A', turn: 'none', owner: 'B', commission: { B: '80', A: '20' } })
    expect(ruling.opens).toBeNull()
    expect(ruling.helpers).toEqual(['A'])
  })

  it('4: B’s file is three months old; names B, who is free', () => {
    const ruling = rule({ files: [file('B', 92)], answer: answer({ been: 'yes', named: ['B'] }) })
    expect(summary(ruling)).toEqual({ rule: 'R17', receiver: 'B', turn: 'none', owner: 'B', commission: everything('B') })
    expect(ruling.opens).toBe('B')
  })

  it('5: no file; referred by a buyer whom B received two years ago', () => {
    const ruling = rule({ files: [], referral: { receiver: 'B', at: ago(730), isInTime: true, hasBought: true } })
    expect(summary(ruling)).toEqual({ rule: 'R2', receiver: 'B', turn: 'none', owner: 'B', commission: everything('B') })
    expect(ruling.steps.find((step) => step.rule === 'R11')!.fits).toBe(true)
  })

  it('6: the household is found at the signing, a week later', () => {
    const ruling = rule({ files: [file('B', 20, { of: 'household', isFoundLater: true })], deal: laterDeal })
    expect(summary(ruling)).toEqual({ rule: 'R12', receiver: 'A', turn: 'rotation', owner: 'B', commission: everything('B') })
    expect(ruling.rule).toBe('R1')
    expect(ruling.helpers).toEqual(['A'])
  })

  it('7: the same, signed on the day of A’s reception', () => {
    const ruling = rule({ files: [file('B', 20, { of: 'household', isFoundLater: true })], deal: sameDay })
    expect(summary(ruling)).toEqual({ rule: 'R12', receiver: 'A', turn: 'rotation', owner: 'B', commission: { B: '50', A: '50' } })
  })

  it('8: second visit, asks for A, nothing against B', () => {
    const ruling = rule({ answer: answer({ been: 'yes', asked: 'A' }) })
    expect(summary(ruling)).toEqual({ rule: 'R9', receiver: 'A', turn: 'none', owner: 'A', commission: { A: '50', B: '50' } })
    expect(shares(ruling.performance)).toEqual({ A: '50', B: '50' })
    expect(ruling.serviceOwner).toBe('A')
  })

  it('9: visits with B, then A, both valid; at the third asks for A', () => {
    const files = [file('B', 20), file('A', 10)]
    const asks = answer({ been: 'yes', asked: 'A' })
    const half = { A: '50', B: '50' }
    expect(summary(rule({ files, answer: asks }))).toEqual({ rule: 'R9', receiver: 'A', turn: 'none', owner: 'A', commission: half })
    const visit2 = rule({ answer: asks })
    const standing = { rule: 'R9' as const, owner: 'A', performance: visit2.performance, commission: visit2.commission }
    expect(summary(rule({ files, answer: asks, standing }))).toEqual({
      rule: 'R2',
      receiver: 'A',
      turn: 'none',
      owner: 'A',
      commission: half,
    })
  })

  it('10: nth visit, asks for A, who never received him; B’s file has expired', () => {
    const ruling = rule({ files: [file('B', 80)], answer: answer({ been: 'yes', asked: 'A' }) })
    expect(summary(ruling)).toEqual({ rule: 'R18', receiver: 'A', turn: 'none', owner: 'A', commission: everything('A') })
  })

  it('11: names B and C, neither is there; D on turn; only B’s file is valid', () => {
    const ruling = rule({
      answer: answer({ been: 'yes', named: ['B', 'C'] }),
      present: { A: 'busy', B: 'absent', C: 'absent', D: 'free' },
      onTurn: 'D',
    })
    expect(summary(ruling)).toEqual({ rule: 'R6', receiver: 'D', turn: 'none', owner: 'B', commission: { B: '80', D: '20' } })
  })

  it('12: declines B and complains about B', () => {
    const complains = (complaint: Answer['complaint']) => rule({ answer: answer({ declined: ['B'], asked: 'A', complaint }) })
    expect(summary(complains('upheld'))).toEqual({ rule: 'R5', receiver: 'A', turn: 'none', owner: 'A', commission: everything('A') })
    for (const state of ['open', 'rejected'] as const)
      expect(summary(complains(state))).toMatchObject({ rule: 'R3', commission: { A: '80', B: '20' } })
  })

  it('13: A’s customer turns to B only for a better discount, certified', () => {
    const files = [file('A', 20)]
    const turns = (more: Partial<Answer>) => rule({ files, answer: answer({ been: 'yes', asked: 'B', ...more }) })
    expect(summary(turns({ discount: 'certified' }))).toEqual({
      rule: 'R7',
      receiver: 'A',
      turn: 'none',
      owner: 'A',
      commission: everything('A'),
    })
    expect(summary(turns({ discount: 'certified', insists: true }))).toMatchObject({
      receiver: 'B',
      owner: 'A',
      commission: everything('A'),
    })
    expect(summary(turns({ discount: 'late' }))).toMatchObject({ rule: 'R9' })
  })

  it('14: the manager rules for A; B does not obey and makes no appeal', () => {
    const ruling = rule({ disobeyed: true, answer: answer({ asked: 'C' }), serviceBy: 'D' })
    expect(summary(ruling)).toEqual({ rule: 'R15', receiver: 'C', turn: 'none', owner: 'department', commission: everything('department') })
    expect(ruling.serviceOwner).toBe('D')
  })

  it('15: no file anywhere; asks for D by name', () => {
    const ruling = rule({ files: [], answer: answer({ asked: 'D' }) })
    expect(summary(ruling)).toEqual({ rule: 'R18', receiver: 'D', turn: 'own', owner: 'D', commission: everything('D') })
  })

  it('16: visit 2 was ruled R3; visit 3 without a wish', () => {
    const visit2 = rule({ answer: answer({ declined: ['B'], asked: 'A' }) })
    const standing = { rule: 'R3' as const, owner: 'A', performance: visit2.performance, commission: visit2.commission }
    const ruling = rule({ files: [file('B', 20), file('A', 10)], answer: answer({ been: 'yes' }), standing })
    expect(summary(ruling)).toEqual({ rule: 'R2', receiver: 'A', turn: 'none', owner: 'A', commission: { A: '80', B: '20' } })
  })

  it('17: registered on 15 January 09:00; comes on 15 March 10:00, and on 16 March', () => {
    const files: FileFact[] = [{ salesperson: 'B', at: '2026-01-15T01:00:00.000Z', register: 'walkIn', of: 'customer' }]
    const declines = answer({ declined: ['B'], asked: 'A' })
    expect(summary(rule({ files, answer: declines, at: '2026-03-15T02:00:00.000Z' })).commission).toEqual({ A: '80', B: '20' })
    expect(summary(rule({ files, answer: declines, at: '2026-03-15T15:59:59.999Z' })).commission).toEqual({ A: '80', B: '20' })
    expect(summary(rule({ files, answer: declines, at: '2026-03-15T16:00:00.000Z' })).commission).toEqual(everything('A'))
  })
  // The eighteenth is about turns alone: rotation.test.ts.
})

describe('validity', () => {
  it('clips the ends of months', () => {
    expect(monthsLater('2026-12-31', 2)).toBe('2027-02-28')
    expect(monthsLater('2027-12-31', 2)).toBe('2028-02-29')
    expect(monthsLater('2026-08-31', 1)).toBe('2026-09-30')
  })

  it('counts from the last follow-up where the site says so, and by the clock of the site', () => {
    const followed = file('B', 70, { followedUpAt: ago(5) })
    expect(isValid(followed, usualSettings, now, zone)).toBe(false)
    expect(isValid(followed, { ...usualSettings, validityFrom: 'followUp' }, now, zone)).toBe(true)
    const late: FileFact = { salesperson: 'B', at: '2026-01-14T16:30:00.000Z', register: 'walkIn', of: 'customer' }
    expect(validThrough(late, usualSettings, zone)).toBe('2026-03-15')
    expect(validThrough(late, usualSettings, 'Europe/London')).toBe('2026-03-14')
  })

  it('is judged at the reception or at the deal', () => {
    const files = [file('B', 58)]
    const facts = { files, answer: answer({ declined: ['B'], asked: 'A' }), deal: laterDeal }
    expect(shares(rule(facts).commission)).toEqual({ A: '80', B: '20' })
    expect(shares(rule(facts, { validAt: 'deal' }).commission)).toEqual(everything('A'))
  })

  it('stays with a closed deal while its salesperson works here', () => {
    expect(isValid(file('B', 400, { hasDeal: true }), usualSettings, now, zone)).toBe(true)
    expect(isValid(file('B', 400, { hasDeal: true, gone: { at: ago(3) } }), usualSettings, now, zone)).toBe(false)
  })

  it('takes calls for files only where the site says so', () => {
    const files = [file('B', 5, { register: 'callIn' })]
    expect(rule({ files }).rule).toBe('R2')
    expect(rule({ files }, { callOpensFile: false }).rule).toBe('R1')
  })
})

describe('boundaries', () => {
  it('counts a wish for somebody who is not there as none', () => {
    expect(summary(rule({ answer: answer({ asked: 'A' }), present: { ...everybody, A: 'absent' }, onTurn: 'C' }))).toMatchObject({
      rule: 'R2',
      receiver: 'B',
    })
  })

  it('lets the visitor wait for a busy one, and helps where he will not', () => {
    const present = { ...everybody, B: 'busy' } as const
    expect(summary(rule({ present, answer: answer({ waits: true }) }))).toMatchObject({ rule: 'R2', receiver: 'B' })
    expect(summary(rule({ present }))).toMatchObject({ rule: 'R4', receiver: 'A' })
    expect(summary(rule({ present, answer: answer({ picks: 'D' }) }))).toMatchObject({
      rule: 'R4',
      receiver: 'D',
      commission: { B: '80', D: '20' },
    })
  })

  it('pays half to who helped on the day of the deal, unless the site keeps the shares of later days', () => {
    const facts = { present: { ...everybody, B: 'absent' as const }, deal: sameDay }
    expect(shares(rule(facts).commission)).toEqual({ B: '50', A: '50' })
    expect(shares(rule(facts, { absentSameDay: 'later' }).commission)).toEqual({ B: '80', A: '20' })
    expect(shares(rule({ helpers: ['A'], deal: sameDay }).commission)).toEqual({ B: '50', A: '50' })
    expect(shares(rule({ helpers: ['A'], deal: laterDeal }).commission)).toEqual(everything('B'))
  })

  it('takes a helper’s points out of the owner’s share alone, as far as it reaches', () => {
    const standing = {
      rule: 'R3' as const,
      owner: 'A',
      performance: [{ to: 'A', percent: fraction(100) }],
      commission: [
        { to: 'A', percent: fraction(80) },
        { to: 'B', percent: fraction(20) },
      ],
    }
    const facts = { files: [file('B', 20), file('A', 10)], standing, present: { ...everybody, A: 'absent' as const }, onTurn: 'C' }
    expect(shares(rule(facts).commission)).toEqual({ A: '60', B: '20', C: '20' })
    expect(shares(rule({ ...facts, deal: sameDay }).commission)).toEqual({ A: '30', B: '20', C: '50' })
    expect(shares(rule({ ...facts, deal: sameDay }, { sameDayHelper: 90 }).commission)).toEqual({ B: '20', C: '80' })
    // B, who has a share already, helps: he is added up.
    expect(shares(rule({ ...facts, onTurn: 'B' }).commission)).toEqual({ A: '60', B: '40' })
  })

  it('shares among several earlier ones exactly, or with the earliest alone', () => {
    const facts = { files: [file('B', 30), file('C', 20), file('D', 10)], answer: answer({ asked: 'A' }) }
    expect(shares(rule(facts).commission)).toEqual({ A: '50', B: '16 2/3', C: '16 2/3', D: '16 2/3' })
    expect(shares(rule(facts, { nthEarliestOnly: true }).commission)).toEqual({ A: '50', B: '50' })
  })

  it('uses a turn of one who forgot, and shares with a file found later', () => {
    const forgets = { files: [], answer: answer({ been: 'forgot' as const }) }
    expect(summary(rule(forgets))).toMatchObject({ rule: 'R8', receiver: 'A', turn: 'rotation' })
    expect(summary(rule({ ...forgets, answer: answer({ been: 'forgot', asked: 'C' }) }))).toMatchObject({ receiver: 'C', turn: 'own' })
    const found = { ...forgets, files: [file('B', 20, { isFoundLater: true })] }
    expect(summary(rule(found))).toEqual({ rule: 'R8', receiver: 'A', turn: 'rotation', owner: 'A', commission: { A: '50', B: '50' } })
    expect(rule({ ...found, agreed: 'B' }).owner).toBe('B')
    expect(summary(rule({ ...forgets, files: [file('B', 80, { isFoundLater: true })] }))).toMatchObject({
      owner: 'A',
      commission: everything('A'),
    })
  })

  it('uses a turn of expired files where the site counts them', () => {
    const facts = { files: [file('B', 80)], answer: answer({ been: 'yes' as const }) }
    expect(summary(rule(facts))).toMatchObject({ rule: 'R1', turn: 'rotation' })
    expect(summary(rule(facts, { expiredCounts: false }))).toMatchObject({ rule: 'R1', turn: 'none' })
  })

  it('never gives a declined one the visitor, and lets him wait where nobody else is free', () => {
    const ruling = rule({ answer: answer({ declined: ['B'] }), onTurn: 'B' })
    expect(ruling).toMatchObject({ rule: 'R3', receiver: null, waits: true })
    expect(ruling.commission).toEqual([])
  })

  it('asks a manager where the first question has no answer', () => {
    expect(rule({ answer: null })).toMatchObject({ rule: 'R16', receiver: null, waits: false })
  })

  it('follows the method of an event', () => {
    const fair = { name: '秋季房展会', receives: 'appointed' as const, appointed: 'D', usesTurn: false, gives: 'receiver' as const }
    expect(summary(rule({ event: fair }))).toMatchObject({ rule: 'R14', receiver: 'D', turn: 'none', commission: everything('D') })
  })

  it('knows a referrer only in time, and only without a valid file', () => {
    const late = rule({ files: [], referral: { receiver: 'B', at: ago(9), isInTime: false, hasBought: true } })
    expect(late.rule).toBe('R1')
    const known = rule({ files: [file('C', 5)], referral: { receiver: 'B', at: ago(9), isInTime: true, hasBought: true } })
    expect(known.owner).toBe('C')
    const visitor = rule(
      { files: [], referral: { receiver: 'B', at: ago(9), isInTime: true, hasBought: false } },
      { referrerMustHaveBought: true },
    )
    expect(visitor.rule).toBe('R1')
  })

  it('keeps a household apart where the site says so', () => {
    expect(rule({ files: [file('B', 5, { of: 'household' })] }).rule).toBe('R2')
    expect(rule({ files: [file('B', 5, { of: 'household' })] }, { householdIsOne: false }).rule).toBe('R1')
  })

  it('draws a leaver’s files before it rules; the new owner is helped meanwhile', () => {
    const files = [file('B', 20, { gone: { at: ago(3) } })]
    expect(rule({ files }).toDraw).toEqual(['B'])
    const drawn = [file('B', 20, { gone: { at: ago(3), drawn: { to: 'D', at: now } } })]
    expect(summary(rule({ files: drawn }))).toEqual({
      rule: 'R4',
      receiver: 'A',
      turn: 'none',
      owner: 'D',
      commission: { D: '80', A: '20' },
    })
    const before = [file('B', 20, { gone: { at: ago(3), drawn: { to: 'D', at: ago(2) } } })]
    expect(summary(rule({ files: before }))).toMatchObject({ rule: 'R2', receiver: 'D' })
  })

  it('leaves a deal from before he left to the leaver, as far as the site says', () => {
    const files = [file('B', 20, { gone: { at: now, drawn: { to: 'D', at: now } } })]
    const deal = { on: today, depositAt: ago(1) }
    const visit = { files, deal, at: ago(1), present: { ...everybody } }
    expect(shares(rule(visit).commission)).toEqual(everything('B'))
    expect(shares(rule(visit, { leaverShare: 70 }).commission)).toEqual({ B: '70', D: '30' })
    expect(rule(visit).serviceOwner).toBe('D')
  })
})

const person = fc.constantFrom('A', 'B', 'C', 'D', 'E')
const anyCase: fc.Arbitrary<Case> = fc
  .record({
    been: fc.constantFrom('no' as const, 'yes' as const, 'forgot' as const),
    named: fc.uniqueArray(person, { maxLength: 3 }),
    asked: fc.option(person),
    declined: fc.uniqueArray(person, { maxLength: 2 }),
    complaint: fc.constantFrom('none' as const, 'open' as const, 'upheld' as const, 'rejected' as const),
    discount: fc.constantFrom('none' as const, 'none' as const, 'certified' as const, 'late' as const),
    waits: fc.boolean(),
    picks: fc.option(person),
    files: fc.array(
      fc.record({
        who: person,
        days: fc.integer({ min: 0, max: 150 }),
        household: fc.boolean(),
        later: fc.boolean(),
        call: fc.boolean(),
        gone: fc.boolean(),
      }),
      { maxLength: 5 },
    ),
    present: fc.record({ A: state(), B: state(), C: state(), D: state(), E: state() }),
    onTurn: fc.option(person),
    deal: fc.constantFrom(null, sameDay, laterDeal),
    helpers: fc.uniqueArray(person, { maxLength: 2 }),
    standing: fc.option(person),
    quarrel: fc.boolean(),
    isAnswered: fc.boolean(),
  })
  .map(({ files, standing, quarrel, present, onTurn, deal, helpers, isAnswered, ...said }) => ({
    ...usual,
    answer: isAnswered || said.been === 'yes' ? said : null,
    files: files.map(({ who, days, household, later, call, gone }) =>
      file(who, days, {
        of: household ? 'household' : 'customer',
        isFoundLater: later,
        register: call ? 'callIn' : 'walkIn',
        gone: gone ? { at: ago(1), drawn: { to: 'E', at: ago(1) } } : null,
      }),
    ),
    present,
    onTurn,
    deal,
    helpers,
    quarrel: quarrel && said.picks === 'A' ? { confirmed: true } : null,
    standing: standing
      ? {
          rule: 'R3' as const,
          owner: standing,
          performance: [{ to: standing, percent: fraction(100) }],
          commission:
            standing === 'B'
              ? [{ to: 'B', percent: fraction(100) }]
              : [
                  { to: standing, percent: fraction(80) },
                  { to: 'B', percent: fraction(20) },
                ],
        }
      : null,
  }))
function state() {
  return fc.constantFrom('free' as const, 'busy' as const, 'absent' as const)
}

describe('every case', () => {
  it('has shares that are exact and add up to 100, to whom they may go', () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        const ruling = ruleOn(facts, usualSettings)
        for (const list of [ruling.performance, ruling.commission]) {
          if (list.length > 0) expect(total(list)).toEqual({ n: 100, d: 1 })
          expect(list.every(({ percent }) => percent.n > 0)).toBe(true)
          expect(new Set(list.map(({ to }) => to)).size).toBe(list.length)
        }
        if (ruling.receiver && ruling.rule !== 'R15' && ruling.rule !== 'R7')
          expect(facts.answer?.declined ?? []).not.toContain(ruling.receiver)
        expect(ruling.performance.length > 0).toBe(ruling.owner !== null)
      }),
      { numRuns: 3000 },
    )
  })

  it('is decided by exactly one rule, and its explanation names all before it with why they were passed over', () => {
    fc.assert(
      fc.property(anyCase, (facts) => {
        const ruling = ruleOn(facts, usualSettings)
        const asked = ruling.steps.slice(3).filter(({ rule: code }) => (ruleCodes as readonly string[]).includes(code))
        const until = ruleCodes.slice(0, ruleCodes.indexOf(ruling.rule) + 1)
        expect(asked.slice(0, until.length).map(({ rule: code }) => code)).toEqual(until)
        expect(asked.slice(0, until.length).map(({ fits }) => fits)).toEqual(until.map((code) => code === ruling.rule))
        expect(ruling.steps.slice(0, 3).map(({ rule: code }) => code)).toEqual(['R12', 'R13', 'R11'])
        expect(ruling.steps.every(({ why }) => why.zh.length > 2 && why.en.length > 4)).toBe(true)
        expect(ruleOn(structuredClone(facts), usualSettings)).toEqual(ruling)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('money', () => {
  it('is split to the cent by the largest remainder, equal ones to the earlier receiver', () => {
    const third = fraction(100, 3)
    const list = ['A', 'B', 'C'].map((to) => ({ to, percent: third }))
    expect(splitMoney(10_000n, list, ['C', 'A']).map(({ cents }) => cents)).toEqual([3333n, 3333n, 3334n])
    expect(splitMoney(-10_000n, list, ['C', 'A']).map(({ cents }) => cents)).toEqual([-3333n, -3333n, -3334n])
    expect(
      splitMoney(1n, [
        { to: 'A', percent: fraction(20) },
        { to: 'B', percent: fraction(80) },
      ]).map(({ cents }) => cents),
    ).toEqual([0n, 1n])
  })

  it('always adds up', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), anyCase, (cents, facts) => {
        const { commission } = ruleOn(facts, usualSettings)
        if (commission.length > 0) expect(splitMoney(cents, commission).reduce((sum, part) => sum + part.cents, 0n)).toBe(cents)
      }),
    )
  })
})

describe('the draw of a leaver’s files', () => {
  it('leaves out who may not draw, differs by one at most, and can be repeated', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer(), (n, seed) => {
        const files = Array.from({ length: n }, (_, i) => `file ${i}`)
        const drawn = drawFiles(files, ['A', 'B', 'C', 'D', 'E'], ['B', 'E'], seed)
        const counts = ['A', 'C', 'D'].map((user) => drawn.filter(({ to }) => to === user).length)
        expect(counts.reduce((a, b) => a + b)).toBe(n)
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
        expect(drawFiles(files, ['A', 'B', 'C', 'D', 'E'], ['B', 'E'], seed)).toEqual(drawn)
      }),
    )
    expect(drawFiles(['x'], ['A'], ['A'], 1)).toEqual([])
  })
})
