import type { Locale } from '#engine/text/words.ts'

/** A division of the country. */
export interface Region {
  code: string
  /** 西湖区 */
  name: string
  /** 西湖, as people write it for short. */
  short: string
  /** Xihu */
  letters: string
  /** 1 for provinces, 2 for cities, 3 for counties. */
  level: 1 | 2 | 3
  parent: Region | undefined
}

export interface Regions {
  byCode: ReadonlyMap<string, Region>
  /** What lies directly below a region; the provinces under "". */
  below: ReadonlyMap<string, readonly Region[]>
  /** By the first two signs of their names, which their short names have as well. */
  byHead: ReadonlyMap<string, readonly Region[]>
}

const peoples =
  '蒙古族|蒙古|回族|藏族|维吾尔族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族|锡伯|普米族|塔吉克族|塔吉克|怒族|鄂温克族|保安族|裕固族|独龙族|各族'
const rank = new RegExp(`(?:(?:${peoples})*自治[区州县旗]|特别行政区|省|市|地区|盟|林区|特区|新区|区|县|旗)$`)

/** A name without what kind of place it is: 西湖区 is 西湖, 内蒙古自治区 is 内蒙古, 单县 stays. */
const shortOf = (name: string): string =>
  [name.replace(rank, ''), name.replace(/自治[区州县旗]$/, '')].find((short) => short.length >= 2) ?? name

const entry = /^(\d+)(?: (\S+) (.+))?$/

function readDivisions(text: string): Regions {
  const byCode = new Map<string, Region>()
  const below = new Map<string, Region[]>([['', []]])
  const take = (code: string, name: string | undefined, letters: string, level: Region['level'], parent: Region | undefined) => {
    // What stands there for the sake of the code alone is no place that anybody names.
    if (name === undefined) return parent
    const region: Region = { code, name, short: shortOf(name), letters, level, parent }
    byCode.set(code, region)
    below.set(code, [])
    below.get(parent?.code ?? '')!.push(region)
    return region
  }
  for (const line of text.trim().split('\n')) {
    const [head = '', ...cities] = line.split(';')
    const [, first = '', name, letters = ''] = entry.exec(head)!
    const province = take(`${first}0000`, name, letters, 1, undefined)
    for (const city of cities) {
      const [seat = '', ...counties] = city.split(',')
      const [, second = '', cityName, cityLetters = ''] = entry.exec(seat)!
      const above = take(`${first}${second}00`, cityName, cityLetters, 2, province)
      for (const county of counties) {
        const [, third = '', countyName, countyLetters = ''] = entry.exec(county)!
        take(`${first}${second}${third}`, countyName, countyLetters, 3, above)
      }
    }
  }
  return { byCode, below, byHead: Map.groupBy(byCode.values(), ({ name }) => name.slice(0, 2)) }
}

let text: string | undefined
let read: Regions | undefined

/** Makes the table known to this process: the server does so at once, a browser when the first region is shown or asked for. */
export function knowDivisions(divisions: string): void {
  if (divisions !== text) [text, read] = [divisions, undefined]
}

/** The table; undefined in a browser that has not fetched it yet. Taken apart when it is first asked for. */
export function regions(): Regions | undefined {
  if (!read && text !== undefined) read = readDivisions(text)
  return read
}

/** A code without the zeros that say "and all below": 330000 is 33, 330100 is 3301. */
export const prefixOf = (code: string): string => code.replace(/(?:00){1,2}$/, '')

/** A region with those it lies in, the widest first; what is known of a code that is in use no more. */
export function pathOf(code: string): Region[] {
  const known = regions()?.byCode
  const found = known?.get(code) ?? known?.get(`${code.slice(0, 4)}00`) ?? known?.get(`${code.slice(0, 2)}0000`)
  const path: Region[] = []
  for (let at = found; at; at = at.parent) path.unshift(at)
  return path
}

/** A region as it is read: 浙江省 杭州市 西湖区; Xihu, Hangzhou, Zhejiang. A code of which nothing is known stays as it is. */
export function showRegion(code: string, locale: Locale): string {
  const path = pathOf(code)
  if (path.at(-1)?.code !== code) path.push({ code, name: code, short: code, letters: code, level: 3, parent: undefined })
  return locale === 'zh'
    ? path.map(({ name }) => name).join(' ')
    : path
        .map(({ letters }) => letters)
        .reverse()
        .join(', ')
}
