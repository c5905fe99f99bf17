import { describe, expect, it } from 'vitest'
import { doubtsAbout, type FactsToDoubt } from './doubts.ts'

const facts = (more: Partial<FactsToDoubt>): FactsToDoubt => ({
  kind: 'enterprise',
  values: {},
  contact: null,
  ownerIsGone: false,
  year: 2026,
  ...more,
})
const fieldsIn = (more: Partial<FactsToDoubt>) => doubtsAbout(facts(more)).doubts.map(({ field }) => field)

describe('values that can hardly be right', () => {
  it.each([
    ['name', '测试客户'],
    ['name', '无'],
    ['name', '12345'],
    ['name', '----'],
    ['name', 'test 2'],
    ['shortName', '暂无'],
    ['region', '未知'],
    ['industry', 'N/A'],
    ['address', '杭州'],
    ['address', '无'],
    ['address', '待补充'],
    ['phone', '+8657188888888'],
    ['phone', '+8613812345678'],
    ['phone', '+8613800138000'],
    ['phone', '+8657187654321;ext=8'],
    ['email', 'a@example.com'],
    ['email', 'test@xizi.cn'],
    ['email', 'noreply@xizi.cn'],
    ['website', 'https://www.example.com/about'],
    ['uscc', '913301001000000121'],
    ['founded', 2030],
    ['founded', 1200],
    ['employees', 0],
  ])('%s %s', (field, value) => expect(fieldsIn({ values: { [field]: value } })).toEqual([field]))

  it.each([
    ['name', '杭州西子联合机械有限公司'],
    ['name', '3M 中国有限公司'],
    ['name', '无锡市第一人民医院'],
    ['name', '测绘科技有限公司'],
    ['region', '上海'],
    ['address', '杭州市文三路 90 号'],
    ['phone', '+8657188001234'],
    ['phone', '+8613805710001'],
    ['email', 'shen@xizi.cn'],
    ['website', 'https://www.testin.cn'],
    ['uscc', '91330100100000012U'],
    ['founded', 1998],
    ['employees', 860],
  ])('but not %s %s', (field, value) => expect(doubtsAbout(facts({ values: { [field]: value } }))).toEqual({ doubts: [], looked: 1 }))

  it('an owner who has gone, a parent that is the customer itself', () => {
    expect(fieldsIn({ values: { owner: 'li' }, ownerIsGone: true })).toEqual(['owner'])
    expect(fieldsIn({ values: { id: 'a', parent: 'a' } })).toEqual(['parent'])
    expect(fieldsIn({ values: { id: 'a', parent: 'b', owner: 'li' } })).toEqual([])
  })

  it('of the first contact, too', () => {
    expect(fieldsIn({ contact: { name: '匿名', mobile: '+8613911111111', telephone: null, email: 'xxx@xizi.cn' } })).toEqual([
      'primaryContact.name',
      'primaryContact.mobile',
      'primaryContact.email',
    ])
  })

  it('nobody works in a family', () => expect(doubtsAbout(facts({ kind: 'household', values: { employees: 0 } })).doubts).toEqual([]))
})
