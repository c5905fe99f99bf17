import { z } from 'zod'
import { compareText, Unreadable, type Field, type FieldKind, type FieldOptions, type IsRequired } from '#engine/record/field.ts'
import { fill, words } from '#engine/text/words.ts'
import { readRegion } from './read.ts'
import { prefixOf, regions, showRegion } from './regions.ts'

export type RegionOptions = FieldOptions

/** A province, a city or a county of China by its code (GB/T 2260): 330000, 330100, 330106. */
export const region = <const O extends RegionOptions>(options: O): Field<string, IsRequired<O>, O> => ({ kind: 'region', options })

const most = 4

/** What is said where a text names several places. */
function ambiguous(raw: string, several: readonly { code: string }[]): Unreadable {
  const list = (locale: 'zh' | 'en') =>
    several
      .slice(0, most)
      .map(({ code }) => showRegion(code, locale))
      .join(locale === 'zh' ? '、' : '; ')
  return new Unreadable(
    fill(words('“{raw}”可能是：{zh}{more}', '"{raw}" may be: {en}{more}'), {
      raw,
      zh: list('zh'),
      en: list('en'),
      more: several.length > most ? ' …' : '',
    }),
  )
}

export const regionKind: FieldKind<RegionOptions> = {
  name: 'region',
  words: words('省市区', 'Chinese region'),
  schema: () =>
    z
      .string()
      .regex(/^\d{6}$/, { error: 'region' })
      // A browser that has not fetched the table leaves it to the server.
      .refine((code) => regions()?.byCode.has(code) ?? true, { error: 'region' }),
  fault: () => words('不是现行的行政区划代码（GB/T 2260）', 'Not a code of a Chinese region (GB/T 2260)'),
  operators: ['startsWith', 'eq', 'empty', 'notEmpty'],
  begins: prefixOf,
  read: (raw) => {
    const found = readRegion(raw)
    if (!found) throw new Unreadable(words(`看不出“${raw}”是哪个省市区`, `"${raw}" names no province, city or county`))
    if ('several' in found) throw ambiguous(raw, found.several)
    const { region: one, rest, isLikely } = found
    const [zh, en] = [showRegion(one.code, 'zh'), showRegion(one.code, 'en')]
    if (rest)
      return { value: one.code, warning: fill(words('只取“{zh}”，未取“{rest}”', 'read as "{en}", without "{rest}"'), { zh, en, rest }) }
    return { value: one.code, ...(isLikely ? { warning: fill(words('按“{zh}”读取', 'read as "{en}"'), { zh, en }) } : {}) }
  },
  show: (value: string, _, locale) => showRegion(value, locale),
  compare: compareText as FieldKind['compare'],
}
