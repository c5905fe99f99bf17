import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchBetween, matchWithin } from '../../../bench/match-known.ts'
import { readChineseCompanies, readFebrl, readListedCompanies, readRestaurants } from '../../../bench/matching-data.ts'
import { isIdentityCard } from './identity-card.ts'
import { customerMatching, type CustomerToMatch } from './matching.ts'

const compare = (a: CustomerToMatch, b: CustomerToMatch) =>
  customerMatching.compare(customerMatching.prepare(a), customerMatching.prepare(b))
const yunxi: CustomerToMatch = { kind: 'enterprise', name: '杭州云溪环保科技有限公司', region: '杭州', phones: ['0571-88001234'] }
const wang: CustomerToMatch = { kind: 'person', name: '王小明', phones: ['13800138000'], region: '杭州' }

describe('two customers', () => {
  it.each<[string, CustomerToMatch, CustomerToMatch, string]>([
    ['the same name in traditional signs', yunxi, { kind: 'enterprise', name: '杭州雲溪環保科技有限公司' }, 'same'],
    ['the name in brackets, the same telephone', yunxi, { kind: 'enterprise', name: '云溪（杭州）', phones: ['057188001234'] }, 'same'],
    ['a short name in the same town', yunxi, { kind: 'enterprise', name: '云溪环保', region: '浙江杭州' }, 'perhaps'],
    ['the branch of it', yunxi, { kind: 'enterprise', name: '杭州云溪环保科技有限公司宁波分公司', phones: ['057188001234'] }, 'perhaps'],
    ['a namesake elsewhere', yunxi, { kind: 'enterprise', name: '上海云溪餐饮有限公司', region: '上海' }, 'different'],
    ['another name, the same telephone', yunxi, { kind: 'enterprise', name: '青禾餐饮', phones: ['057188001234'] }, 'perhaps'],
    ['the same person', wang, { kind: 'person', name: 'Wang Xiaoming', phones: ['+86 138 0013 8000'] }, 'same'],
    ['a namesake', wang, { kind: 'person', name: '王小明', phones: ['13912345678'], region: '成都' }, 'different'],
    ['a person and a company', wang, { kind: 'enterprise', name: '王小明', phones: ['13800138000'] }, 'perhaps'],
    ['nothing to go by', wang, { kind: 'person', name: '' }, 'different'],
  ])('%s', (_, a, b, decision) => expect(compare(a, b).decision).toBe(decision))

  it('explains itself, the weightiest reason first, in both languages', () => {
    const { reasons, score, held } = compare(yunxi, { ...yunxi, name: '云溪环保科技股份有限公司' })
    expect(reasons.map(({ words }) => words.zh).slice(0, 2)).toEqual(['电话相同', '名称去掉公司形式和地区后相同'])
    expect(reasons.map(({ words }) => words.en)).toContain('Different legal forms')
    expect(held).toMatchObject({ zh: '公司形式不同' })
    expect(score).toBeGreaterThan(0.95)
  })

  it('two credit codes that are both right keep two apart', () => {
    const withCode = (code: string): CustomerToMatch => ({ ...yunxi, identityNumbers: [code] })
    const found = compare(withCode('91330106MA27XKQY0A'), withCode('91330106MA27XKQY0A'))
    expect(found.decision).toBe('same')
    const conflict = compare(withCode('91350100M000100Y43'), withCode('91110000600037341L'))
    expect(conflict.held).toMatchObject({ zh: '证件号码冲突' })
    expect(conflict.decision).not.toBe('same')
  })

  it('is the same whichever comes first, and nobody is more alike to a customer than itself', () => {
    const pick = <T>(...list: T[]) => fc.constantFrom(...list)
    const customer: fc.Arbitrary<CustomerToMatch> = fc.record({
      kind: pick('enterprise', 'person', 'household', 'government'),
      name: fc.oneof(
        pick('云溪科技', '上海云溪有限公司', '王小明', 'Blue Sea Ltd', '', '（）', 'Sarah Miller'),
        fc.string({ unit: 'grapheme', maxLength: 30 }),
      ),
      region: pick(null, '杭州', '浙江', 'New York'),
      address: pick(null, '文三路90号', '12 Main St', '👍'),
      phones: pick([], ['13800138000'], ['0571-88001234', 'x']),
      emails: pick([], ['li@yunxi.cn'], ['@']),
      birthday: pick(null, '1990-05-12', '?'),
      identityNumbers: pick([], ['91350100M000100Y43'], [null]),
      employees: pick(null, 0, 300, -1),
    })
    fc.assert(
      fc.property(customer, customer, (a, b) => {
        const there = compare(a, b)
        expect(compare(b, a).bits).toBeCloseTo(there.bits, 9)
        expect(there.score).toBeGreaterThanOrEqual(0)
        expect(there.score).toBeLessThanOrEqual(1)
        const [one, other] = [customerMatching.prepare(a), customerMatching.prepare(b)]
        expect(customerMatching.weighPair(one, other).bits).toBeCloseTo(there.bits, 9)
        expect(customerMatching.blockingKeys(one).length).toBeLessThanOrEqual(40)
      }),
      { numRuns: 400 },
    )
  })

  it('a customer that says enough is surely itself', () => {
    for (const known of [yunxi, wang]) expect(compare(known, known).score).toBeGreaterThan(0.99)
  })

  it('knows identity cards by their check character', () =>
    expect(['11010519491231002X', '110105194912310021'].map(isIdentityCard)).toEqual([true, false]))
})

/** Public data with known truth, beside the checkout or named; nothing of it is in the repository. */
const folder = process.env.ZHIKE_MATCHING_DATA ?? path.resolve(import.meta.dirname, '../../../../shared/data')
const isThere = fs.existsSync(path.join(folder, 'dedupe-febrl'))

describe.skipIf(!isThere)('on public data (skipped without ../shared/data or ZHIKE_MATCHING_DATA)', () => {
  it('finds duplicate persons', () => {
    const { precision, recall } = matchWithin(readFebrl(folder, 1))
    expect(precision).toBeGreaterThanOrEqual(0.98)
    expect(recall).toBeGreaterThanOrEqual(0.94)
  })
  it('links restaurants', () => expect(matchBetween(readRestaurants(folder)).f1).toBeGreaterThanOrEqual(0.96))
  it('links Chinese short names with full ones', () => {
    const { precision, rankOne } = matchBetween(readChineseCompanies(folder))
    expect(precision).toBeGreaterThanOrEqual(0.95)
    expect(rankOne).toBeGreaterThanOrEqual(0.75)
  })
  it('links listed companies of two years', () => expect(matchBetween(readListedCompanies(folder)).precision).toBeGreaterThanOrEqual(0.95))
})
