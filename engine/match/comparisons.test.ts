import { describe, expect, it } from 'vitest'
import { address } from './address.ts'
import { cluster } from './cluster.ts'
import { totalBits, weigh, type Comparison } from './evidence.ts'
import { birthday, place, size } from './facts.ts'
import { commonRun, edits, isShortFor, jaroWinkler, soundOf } from './likeness.ts'
import { code, identityNumber, mail, telephone, website } from './numbers.ts'
import { person } from './person.ts'

const says = (by: Comparison<never>, a: string, b: string): string => {
  const [one, other] = [by.read(a)[0]!, by.read(b)[0]!]
  const found = by.compare(one, other)
  expect(totalBits(by.compare(other, one))).toBeCloseTo(totalBits(found), 9)
  return found.words.zh
}

describe('likeness of texts', () => {
  it.each([
    ['abcd', 'abcd', 0],
    ['abcd', 'abed', 1],
    ['abcd', 'acbd', 1],
    ['abcd', 'abcde', 1],
    ['abcd', 'bcd', 1],
    ['kitten', 'sitting', 3],
    ['', 'ab', 2],
  ])('%s to %s: %i edits', (a, b, n) => {
    expect(edits(a, b, 4)).toBe(n)
    expect(edits(a, b, 1)).toBe(Math.min(n, 2))
  })
  it('gives the figures of Winkler for martha and dwayne', () => {
    expect(jaroWinkler('martha', 'marhta')).toBeCloseTo(0.9611, 4)
    expect(jaroWinkler('dwayne', 'duane')).toBeCloseTo(0.84, 2)
    expect(jaroWinkler('abc', 'xyz')).toBe(0)
  })
  it('knows short forms, common runs and sounds', () => {
    expect([isShortFor('中科院', '中国科学院'), isShortFor('科中', '中国科学院')]).toEqual([true, false])
    expect(commonRun('天合泽泰', '泽泰征信')).toBe('泽泰')
    expect(soundOf('harrington')).toBe(soundOf('harington'))
  })
  it('weighs evidence in bits', () => expect(weigh(0.8, 0.1)).toBe(3))
})

describe.each([
  [
    'persons',
    person,
    [
      ['张伟', '張偉', '姓名相同'],
      ['张伟', 'Zhang Wei', '姓名读音相同'],
      ['张伟', 'Wei ZHANG', '姓名读音相同'],
      ['王小明', '王晓明', '姓名读音相同'],
      ['王小明', '王小朋', '姓名只差一个字'],
      ['张先生', '张伟', '姓氏相同'],
      ['张伟', '张敏', '姓氏相同'],
      ['张伟', '李娜', '姓名不同'],
      ['Sarah Miller', 'Miller Sarah', '姓和名颠倒后相同'],
      ['Sarah Miller', 'Sarah Miler', '姓名相近'],
      ['Sarah Miller', 'Thomas Green', '姓名不同'],
    ],
  ],
  [
    'addresses',
    address,
    [
      ['浙江省杭州市西湖区文三路90号', '杭州西湖区文三路90号', '地址相同'],
      ['文三路90号2幢301室', '西湖区文三路90号', '街道和门牌相同'],
      ['文三路90号东部软件园', '文三路478号东部软件园', '街道相同，门牌不同'],
      ['文三路90号', '延安路5号', '地址不同'],
      ['12 Second Ave.', '12 2nd Avenue near Main St', '地址相同'],
      ['435 S. La Cienega Blvd.', '435 la cienega boulevard', '地址相同'],
      ['435 La Cienega Blvd', '9 Melrose Ave', '地址不同'],
    ],
  ],
  [
    'telephones',
    telephone,
    [
      ['138 0013 8000', '+86 13800138000', '手机相同'],
      ['0571-88001234', '(0571) 8800 1234', '电话相同'],
      ['0571-88001234转801', '0571-88001234转802', '总机相同，分机不同'],
      ['0571-88001234', '88001234', '电话相同，只是区号不全'],
      ['13800138000', '13800138001', '电话只差一位'],
      ['13800138000', '13912345678', '电话不同'],
      ['310/246-1501', '310-246-1501', '电话相同'],
    ],
  ],
  [
    'e-mail',
    mail,
    [
      ['Li@Yunxi.cn', 'li@yunxi.cn', '邮箱相同'],
      ['li@yunxi.cn', 'wang@yunxi.cn', '邮箱域名相同'],
      ['li@qq.com', 'wang@qq.com', '邮箱不同'],
      ['liming88@qq.com', 'liming89@qq.com', '邮箱只差一个字符'],
    ],
  ],
  [
    'websites',
    website,
    [
      ['https://www.yunxi.cn/about', 'yunxi.cn', '网址相同'],
      ['yunxi.cn', 'qinghe.cn', '网址不同'],
    ],
  ],
  [
    'identity numbers',
    identityNumber((number) => number.endsWith('X')),
    [
      ['9133 0106 ab', '91330106AB', '证件号码相同'],
      ['91330106AB', '91330106AC', '证件号码只差一位'],
      ['91330106AB', '51000000ZZ', '证件号码不同'],
      ['91330106AX', '91330107AX', '证件号码冲突'],
    ],
  ],
  [
    'codes',
    code,
    [
      ['K-1001', 'k1001', '编号相同'],
      ['K-1001', 'K-1002', '编号不同'],
    ],
  ],
  [
    'birthdays',
    birthday,
    [
      ['1990-05-12', '19900512', '日期相同'],
      ['1990-05-12', '1990-12-05', '日期只差一位'],
      ['1990-05-12', '1990-05-13', '日期只差一位'],
      ['1990-05-12', '1971-11-30', '日期不同'],
    ],
  ],
  [
    'places',
    place,
    [
      ['浙江省杭州市', '杭州', '地区相同'],
      ['浙江', '杭州', '地区相符'],
      ['New York', 'New York City', '地区相符'],
      ['杭州', '上海', '地区不同'],
    ],
  ],
  [
    'sizes',
    size,
    [
      ['300', '310', '规模相同'],
      ['300', '900', '规模相近'],
      ['8', '4000', '规模相差很大'],
    ],
  ],
] as [string, Comparison<never>, [string, string, string][]][])('%s', (_, by, examples) => {
  it.each(examples)('%s · %s: %s', (a, b, words) => expect(says(by, a, b)).toBe(words))
  it.each(['', ' ', '?', '（', '👍'])('comes through with "%s"', (typed) =>
    expect(() => by.read(typed).flatMap((read) => by.keys(read))).not.toThrow(),
  )
})

describe('groups', () => {
  it('joins what agrees, the surest first, and never what differs', () => {
    const pairs = [
      { a: 0, b: 1, bits: 9 },
      { a: 1, b: 2, bits: 8 },
      { a: 2, b: 3, bits: 7 },
    ]
    expect(cluster(5, pairs, () => false)).toEqual([[0, 1, 2, 3]])
    expect(cluster(5, pairs, (a, b) => Math.min(a, b) === 0 && Math.max(a, b) === 3)).toEqual([[0, 1, 2]])
    expect(cluster(3, [], () => false)).toEqual([])
  })
})
