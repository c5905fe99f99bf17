import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCompanyName } from './company-name.ts'
import { company } from './company.ts'
import { totalBits } from './evidence.ts'

const parts = (name: string) => {
  const [first] = readCompanyName(name)
  return { core: first?.core, form: first?.form, place: first?.place, branch: first?.branch, isGroup: first?.isGroup }
}
const best = (a: string, b: string) =>
  readCompanyName(a)
    .flatMap((one) => readCompanyName(b).map((other) => company.compare(one, other)))
    .reduce((most, found) => (totalBits(found) > totalBits(most) ? found : most))
const bits = (a: string, b: string) => totalBits(best(a, b))
const said = (a: string, b: string) => {
  const found = best(a, b)
  return [found, ...(found.also ?? [])].map((one) => one.words.zh)
}

describe('a company name is taken apart', () => {
  it.each([
    ['浙江云溪环保科技股份有限公司', { core: '云溪', form: 'shares', place: '浙江', branch: '', isGroup: false }],
    ['杭州市余杭区雲溪（集團）有限公司', { core: '云溪', form: 'limited', place: '浙江/杭州', branch: '', isGroup: true }],
    ['云溪环保上海分公司', { core: '云溪', form: undefined, place: undefined, branch: '上海分公司', isGroup: false }],
    ['平川银行股份有限公司信用卡中心', { core: '平川', form: 'shares', place: undefined, branch: '信用卡中心', isGroup: false }],
    ['云溪（中国）有限公司', { core: '云溪', form: 'limited', place: '中国', branch: '', isGroup: false }],
    ['云溪火锅（西湖店）', { core: '云溪', form: undefined, place: undefined, branch: '西湖店', isGroup: false }],
    ['宁波云溪投资合伙企业（有限合伙）', { core: '云溪', form: 'partnership', place: '浙江/宁波', branch: '', isGroup: false }],
    ['杭州云溪电子有限公司', { core: '云溪', form: 'limited', place: '浙江/杭州', branch: '', isGroup: false }],
    ['北京银行', { core: '北京银行', form: undefined, place: undefined, branch: '', isGroup: false }],
    ['Blue Ocean Trading Co., Ltd.', { core: 'blueocean', form: 'limited', place: undefined, branch: '', isGroup: false }],
    ['Müller Maschinen GmbH & Co. KG', { core: 'mullermaschinen', form: 'partnership', place: undefined, branch: '', isGroup: false }],
  ])('%s', (name, expected) => expect(parts(name)).toEqual(expected))

  it('reads both scripts of a name, and what it was called formerly', () => {
    expect(readCompanyName('晨溪Morningbrook').map(({ core }) => core)).toEqual(['晨溪morningbrook', '晨溪', 'morningbrook'])
    expect(readCompanyName('云溪科技（原青禾科技）').map(({ core }) => core)).toEqual(['云溪', '青禾'])
  })
  it.each(['', ' ', '（）', '有限公司', '👍', '-', '.'])('comes through with "%s"', (name) =>
    expect(() => readCompanyName(name).map((read) => company.keys(read))).not.toThrow(),
  )
})

describe('what two names say', () => {
  it('is little where their numbers differ', () => {
    expect(said('宁波云溪精工1号有限公司', '宁波云溪精工2号有限公司')).toContain('名称中的数字不同')
    expect(bits('宁波云溪精工1号有限公司', '宁波云溪精工2号有限公司')).toBeLessThan(0)
    expect(said('三云重工有限公司', '三云重工')).not.toContain('名称中的数字不同')
  })
  it.each([
    ['云溪环保科技有限公司', '雲溪環保科技有限公司', '名称相同'],
    ['云溪环保科技（杭州）有限公司', '杭州云溪环保科技有限公司', '名称去掉公司形式和地区后相同'],
    ['浙江云溪环保', '浙江云溪环保科技股份有限公司', '字号相同'],
    ['今禾', '今禾梦想商贸有限公司', '一方的字号包含在另一方的名称中'],
    ['云溪环保', '韵熙环保', '字号读音相同'],
    ['Yunxi', '云溪网络有限公司', '字号读音相同'],
    ['南科院', '南方科学院', '一方像是另一方的简称'],
    ['爱斯基摩云溪有限公司', '爱斯基东云溪有限公司', '字号只差一个字'],
    ['Morgenstern GmbH', 'Morgenstren GmbH', '字号只差一个字'],
    ['Blue Harbour Trading Ltd', 'Blue Harbour Ltd', '字号相同'],
    ['Smith and Wollen', 'Wollen & Smith', '一方的字号包含在另一方的名称中'],
  ])('%s · %s: %s', (a, b, words) => {
    expect(said(a, b)).toContain(words)
    expect(bits(a, b)).toBeGreaterThan(3)
  })

  it.each([
    ['云溪科技有限公司杭州分公司', '云溪科技有限公司上海分公司', '分支机构不同'],
    ['云溪科技有限公司', '云溪科技有限公司上海分公司', '一方是分支机构，一方不是'],
    ['云溪集团有限公司', '云溪科技有限公司', '一方是集团，一方不是'],
    ['云溪科技有限公司', '云溪科技股份有限公司', '公司形式不同'],
    ['Blue Harbour GmbH', 'Blue Harbour plc', '公司形式不同'],
    ['杭州云溪科技有限公司', '上海云溪科技有限公司', '名称中的地区不同'],
    ['云溪餐饮有限公司', '云溪半导体有限公司', '行业用词不同'],
  ])('%s · %s speak against each other: %s', (a, b, words) => {
    expect(said(a, b)).toContain(words)
    expect(bits(a, b)).toBeLessThan(bits(a, a))
  })

  it.each([
    ['云溪环保科技有限公司', '青禾信息科技有限公司'],
    ['Blue Harbour Trading Ltd', 'Green Mountain Trading Ltd'],
    ['云溪科技', 'Green Mountain'],
  ])('%s · %s are different', (a, b) => {
    expect(best(a, b)).toMatchObject({ words: { zh: '名称不同' }, atMost: 'perhaps' })
    expect(bits(a, b)).toBeLessThan(-2)
  })

  it('is the same whichever comes first', () => {
    const piece = fc.constantFrom(
      '云',
      '溪',
      '科技',
      '有限公司',
      '集团',
      '杭州',
      '上海',
      '（',
      '）',
      '分公司',
      'blue',
      ' sea ',
      'Ltd',
      '青禾',
      '3',
    )
    const name = fc.array(piece, { minLength: 1, maxLength: 7 }).map((list) => list.join(''))
    fc.assert(
      fc.property(name, name, (a, b) => {
        const [one, other] = [readCompanyName(a)[0], readCompanyName(b)[0]]
        if (!one || !other) return
        expect(totalBits(company.compare(one, other))).toBeCloseTo(totalBits(company.compare(other, one)), 9)
      }),
      { numRuns: 500 },
    )
  })
})
