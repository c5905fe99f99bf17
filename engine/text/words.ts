/** A text that people read, in both languages of the product. */
export interface Words {
  zh: string
  en: string
}

export type Locale = keyof Words

/** Builds words: `words('客户', 'Customer')`. */
export const words = (zh: string, en: string): Words => ({ zh, en })

/** The words in one language, falling back to the other where one is empty. */
export const say = (text: Partial<Words> | null | undefined, locale: Locale): string => (text?.[locale] || text?.zh || text?.en) ?? ''

/** Fills `{name}` places in both languages: `fill(words('{n} 位', '{n} people'), { n: 3 })`. */
export function fill(text: Words, values: Record<string, string | number | Words>): Words {
  const put = (locale: Locale) =>
    text[locale].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name]
      return value === undefined ? whole : typeof value === 'object' ? say(value, locale) : String(value)
    })
  return { zh: put('zh'), en: put('en') }
}

/** The language a browser or script asks for in `Accept-Language`; Chinese unless English is preferred. */
export function localeOf(header: string | undefined): Locale {
  const ranked = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', q] = part.trim().split(';q=')
      return { tag: tag.toLowerCase(), q: q === undefined ? 1 : Number(q) }
    })
    .filter((part) => part.tag.startsWith('zh') || part.tag.startsWith('en'))
    .sort((a, b) => b.q - a.q)
  return ranked[0]?.tag.startsWith('en') ? 'en' : 'zh'
}
