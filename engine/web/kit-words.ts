import type { Locale as KitLocale } from 'antd/es/locale'
import en from 'antd/es/locale/en_US'
import zh from 'antd/es/locale/zh_CN'
import type { Locale } from '#engine/text/words.ts'

/** The calendar's month and year say themselves what they are; a second name over them would be read out in their place. */
const mended = (words: KitLocale): KitLocale => {
  const picker = words.DatePicker!
  return { ...words, DatePicker: { ...picker, lang: { ...picker.lang, monthSelect: '', yearSelect: '' } } }
}

/** The words of the kit of components. */
export const kitWords: Record<Locale, KitLocale> = { zh: mended(zh), en: mended(en) }
