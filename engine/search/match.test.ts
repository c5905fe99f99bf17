import { describe, expect, it } from 'vitest'
import { matchRecord, type Fit } from './match.ts'
import { readQuery } from './query.ts'
import { slippedQueries } from './typos.ts'

const name = '杭州（云杉）软件集团有限公司'
const marked = (text: string, marks: readonly (readonly [number, number])[] = []) =>
  [...marks].reverse().reduce((all, [from, to]) => `${all.slice(0, from)}[${all.slice(from, to)}]${all.slice(to)}`, text)

const look = (typed: string, text: string, family: 'text' | 'pieces' | 'whole' = 'text') => {
  const match = matchRecord([{ name: 'name', text, family }], [readQuery(typed)])
  return match && [match.fit, marked(text, match.fields.get('name'))]
}

describe('what was typed is found in what is shown', () => {
  it.each<[string, string, Fit | undefined, string?]>([
    ['云杉', name, 'word', '杭州（[云杉]）软件集团有限公司'],
    ['雲杉', name, 'word', '杭州（[云杉]）软件集团有限公司'],
    ['云杉', '杭州（雲杉）軟件', 'word', '杭州（[雲杉]）軟件'],
    ['州云', name, 'holds', '杭[州（云]杉）软件集团有限公司'],
    ['杭州', name, 'begins', '[杭州]（云杉）软件集团有限公司'],
    ['杭州云杉软件集团有限公司', name, 'whole', '[杭州（云杉）软件集团有限公司]'],
    ['集团 云杉', name, 'holds', '杭州（[云杉]）软件[集团]有限公司'],
    ['云杉 上海', name, undefined],
    ['杉云', name, undefined],
    ['ysrj', name, 'spoken', '杭州（[云杉]）[软件]集团有限公司'],
    ['hzys', name, 'spokenBegins', '[杭州]（[云杉]）软件集团有限公司'],
    ['zxm', '张小明', 'spokenWhole', '[张小明]'],
    ['xm', '张小明', 'spoken', '张[小明]'],
    ['azg', 'ABB 中国', 'spokenWhole', '[A]BB [中国]'],
    ['ABB中国', 'ABB 中国', 'whole', '[ABB 中国]'],
    ['ＡＢＢ', 'ABB 中国', 'begins', '[ABB] 中国'],
    ['ocean', 'Blue Ocean Trading', 'word', 'Blue [Ocean] Trading'],
    ['rad', 'Blue Ocean Trading', 'holds', 'Blue Ocean T[rad]ing'],
    ['bot', 'Blue Ocean Trading', 'spokenWhole', '[B]lue [O]cean [T]rading'],
    ['blueocean', 'Blue Ocean Trading', undefined],
    ['ueoc', 'Blue Ocean Trading', undefined],
    ['张', '张小明', 'begins', '[张]小明'],
    ['小', '张小明', undefined],
  ])('%s in %s', (typed, text, fit, expected) => expect(look(typed, text)).toEqual(fit && [fit, expected]))

  it.each<[string, string, Fit | undefined, string?]>([
    ['0013', '138 0013 8000', 'word', '138 [0013] 8000'],
    ['3800', '138 0013 8000', 'holds', '1[38 00]13 8000'],
    ['8000', '138 0013 8000', 'word', '138 0013 [8000]'],
    ['138 0013', '138 0013 8000', 'begins', '[138 0013] 8000'],
    ['+86 138-0013-8000', '138 0013 8000', 'whole', '[138 0013 8000]'],
    ['138', '138 0013 8000', undefined],
    ['0014', '138 0013 8000', undefined],
    ['0571 8800', '0571-8800 1234', 'begins', '[0571-8800] 1234'],
    ['zhang.san', 'zhang.san@corp.com', 'begins', '[zhang.san]@corp.com'],
    ['corp', 'zhang.san@corp.com', 'word', 'zhang.san@[corp].com'],
  ])('%s in the number or account %s', (typed, text, fit, expected) => expect(look(typed, text, 'pieces')).toEqual(fit && [fit, expected]))

  it.each<[string, string, Fit | undefined]>([
    ['C2026-00123', 'C2026-00123', 'whole'],
    ['c202600123', 'C2026-00123', 'whole'],
    ['123', 'C2026-00123', 'whole'],
    ['00123', 'C2026-00123', undefined],
    ['2026', 'C2026-00123', undefined],
  ])('%s in the running number %s', (typed, text, fit) => expect(look(typed, text, 'whole')?.[0]).toBe(fit))

  it('takes the best field, and several where words stand apart', () => {
    const fields = [
      { name: 'name', text: '西子联合控股', family: 'text' as const },
      { name: 'shortName', text: '西子', family: 'text' as const },
      { name: 'mobile', text: '138 0013 8000', family: 'pieces' as const },
    ]
    const match = matchRecord(fields, [readQuery('西子')])
    expect(match).toMatchObject({ fit: 'whole' })
    expect([...match!.fields.keys()]).toEqual(['name', 'shortName'])
    expect([...matchRecord(fields, [readQuery('控股 0013')])!.fields.keys()]).toEqual(['name', 'mobile'])
  })
})

describe('a slip of the keys', () => {
  const isMeant = (typed: string, text: string) =>
    matchRecord([{ name: 'name', text, family: 'text' }], slippedQueries(readQuery(typed))) !== undefined
  it.each([
    ['云三集团', '杭州云杉集团', true, 'one wrong'],
    ['云集团', '杭州云杉集团', true, 'one missing'],
    ['云杉杉集团', '杭州云杉集团', true, 'one too many'],
    ['杉云集团', '杭州云杉集团', true, 'two changed about'],
    ['张晓明', '张小明', true, 'in a name of three'],
    ['张小名', '张小明', true, 'at its end'],
    ['Hauwei', 'Huawei Technologies', true, 'letters changed about'],
    ['Huawai', 'Huawei Technologies', true, 'a wrong letter'],
    ['Huwei', 'Huawei Technologies', true, 'a missing letter'],
    ['Huaawei', 'Huawei Technologies', true, 'a letter too many'],
    ['云三集合', '杭州云杉集团', false, 'two wrong'],
    ['Haewui', 'Huawei Technologies', false, 'too much'],
    ['13800138001', '13800138000', false, 'never in numbers'],
    ['张明', '张小明', false, 'never in two signs'],
  ])('%s for %s: %s (%s)', (typed, text, expected) => expect(isMeant(typed, text)).toBe(expected))

  it('marks what may have been meant', () => {
    const text = '杭州云杉集团'
    const match = matchRecord([{ name: 'name', text, family: 'text' }], slippedQueries(readQuery('云三集团')))
    expect([match!.fit, marked(text, match!.fields.get('name'))]).toEqual(['similar', '杭州[云杉集团]'])
  })
})
