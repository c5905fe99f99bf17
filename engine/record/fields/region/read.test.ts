import { describe, expect, it } from 'vitest'
import { Unreadable } from '#engine/record/field.ts'
import './column.ts'
import { readRegion } from './read.ts'
import { pathOf, prefixOf, regions, showRegion } from './regions.ts'
import { regionKind } from './index.ts'

const options = { zh: '省市区', en: 'Region' }

describe('a region', () => {
  it.each([
    ['330106', '330106'],
    ['330106000000', '330106'],
    ['浙江省杭州市西湖区', '330106'],
    ['浙江杭州西湖', '330106'],
    ['浙江省 / 宁波市 / 鄞州区', '330212'],
    ['杭州市', '330100'],
    ['杭州', '330100'],
    ['北京市北京市朝阳区', '110105'],
    ['上海市市辖区浦东新区', '310115'],
    ['重庆万州', '500101'],
    ['湖北仙桃', '429004'],
    ['内蒙古呼和浩特', '150100'],
    ['新疆乌鲁木齐天山区', '650102'],
    ['西双版纳', '532800'],
    ['中国香港', '810000'],
    // A place, and what lies in it under the same name.
    ['长沙', '430100'],
    ['长沙县', '430121'],
    ['吉林', '220000'],
    ['吉林市', '220200'],
    ['大理', '532900'],
  ])('is read from %s', (text, code) => {
    expect(regionKind.read(text, options)).toEqual({ value: code })
  })

  it.each([
    ['浙江省杭州市西湖区文三路 90 号', '330106', '只取“浙江省 杭州市 西湖区”，未取“文三路90号”'],
    ['广东东莞长安镇', '441900', '只取“广东省 东莞市”，未取“长安镇”'],
    ['海南', '460000', '按“海南省”读取'],
  ])('is read from %s, and it is said how', (text, code, said) => {
    expect(regionKind.read(text, options)).toMatchObject({ value: code, warning: { zh: said } })
  })

  it.each([
    ['朝阳区', '“朝阳区”可能是：北京市 朝阳区、吉林省 长春市 朝阳区'],
    ['鼓楼区', '“鼓楼区”可能是：江苏省 南京市 鼓楼区、江苏省 徐州市 鼓楼区、福建省 福州市 鼓楼区、河南省 开封市 鼓楼区'],
    ['美国', '看不出“美国”是哪个省市区'],
    ['999999', '看不出“999999”是哪个省市区'],
    // 大理 and what follows may be anything.
    ['大理石材厂', '看不出“大理石材厂”是哪个省市区'],
  ])('is not guessed from %s', (text, said) => {
    expect(() => regionKind.read(text, options)).toThrow(Unreadable)
    try {
      regionKind.read(text, options)
    } catch (error) {
      expect((error as Unreadable).words.zh).toBe(said)
    }
  })

  it('is read from how it is shown, whichever it is, unless another is written the same', () => {
    const wrong = [...regions()!.byCode.keys()].filter((code) => {
      const found = readRegion(showRegion(code, 'zh'))
      return !found || 'several' in found || found.region.code !== code || found.rest !== ''
    })
    expect(wrong).toEqual([])
  })

  it('is found by what it lies in', () => {
    expect(['330000', '330100', '330106', '100000'].map(prefixOf)).toEqual(['33', '3301', '330106', '10'])
    expect(pathOf('330106').map(({ code }) => code)).toEqual(['330000', '330100', '330106'])
    expect(pathOf('110105').map(({ name }) => name)).toEqual(['北京市', '朝阳区'])
  })

  it('is shown by its names, and one that is no more by what it lay in', () => {
    expect(showRegion('330106', 'en')).toBe('Xihu, Hangzhou, Zhejiang')
    expect(showRegion('330103', 'zh')).toBe('浙江省 杭州市 330103')
    expect(showRegion('999999', 'zh')).toBe('999999')
  })
})
