import { describe, expect, it } from 'vitest'
import { readSigns } from './folding.ts'
import { mixedReadingOf, readingsOf } from './readings.ts'

const folded = (text: string) => readSigns(text).list.join('')

describe('a text is folded for looking up', () => {
  it.each([
    ['雲杉集團', '云杉集团'],
    ['臺灣軟體', '台湾软体'],
    ['裡面的後髮麵', '里面的后发面'],
    ['云杉', '云杉'],
    ['ＡＢＣ１２３', 'abc123'],
    ['Éclair Müller', 'eclairmuller'],
    ['杭州（云杉）有限公司', '杭州云杉有限公司'],
    ['138-0013 8000', '13800138000'],
    ['㈱东京', '株东京'],
    ['…！？', ''],
  ])('%s → %s', (text, expected) => expect(folded(text)).toBe(expected))

  it('knows where each sign stands and which of them begin words', () => {
    const signs = readSigns('ABB （中国） Ltd')
    expect(signs.list.join('')).toBe('abb中国ltd')
    expect(signs.from).toEqual([0, 1, 2, 5, 6, 9, 10, 11])
    expect(signs.begins).toEqual(['apart', 'on', 'on', 'new', 'on', 'new', 'on', 'on'])
    expect(readSigns('blue ocean').begins[4]).toBe('apart')
  })
})

describe('letters are read as syllables', () => {
  it.each([
    ['yunshan', ['yun shan']],
    ['yunsh', ['yun sh']],
    ['xian', ['xian', 'xi an']],
    ['fangan', ['fang an', 'fan gan']],
    ['nvren', ['nv ren']],
    ['ys', []],
    ['huawei', ['hua wei', 'hu a wei']],
  ])('%s', (letters, expected) =>
    expect(readingsOf(letters).map((reading) => reading.map((part) => part.text).join(' '))).toEqual(expected),
  )
  it.each([
    ['yunsjt', 'yun s j t'],
    ['hzyunshan', 'h z yun shan'],
    ['yunshan', undefined],
    ['ysjt', undefined],
  ])('%s with initials between', (letters, expected) =>
    expect(
      mixedReadingOf(letters)
        ?.map((part) => part.text)
        .join(' '),
    ).toBe(expected),
  )
  it('takes u for ü', () => expect(readingsOf('lu')[0]![0]!.sounds).toEqual(['lu', 'lv']))
})
