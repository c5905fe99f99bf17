import { plain } from '#engine/text/normal.ts'
import type { Locale } from '#engine/text/words.ts'

/** A telephone number in one spelling: "+8613800138000", with an extension "+861066554321;ext=808". */
export type PhoneNumber = string & { readonly '~phone'?: true }

export interface ReadPhone {
  number: PhoneNumber
  kind: 'mobile' | 'landline' | 'service' | 'foreign'
}

/** Mainland area codes with three digits (the others have four); source: MIIT numbering plan. */
const shortAreas = new Set(['010', '020', '021', '022', '023', '024', '025', '027', '028', '029'])

/**
 * Reads the spellings of telephone numbers that people use: full-width digits, spaces, brackets, hyphens, "转 808", "+86", "0086".
 * Mainland numbers are checked against the numbering plan (mobile 1[3-9] and nine digits, landlines with area code, 400/800, short service
 * numbers); numbers of other countries need their "+" and are checked for length (ITU E.164). Null where it is no complete number.
 */
export function readPhone(raw: string): ReadPhone | null {
  let text = plain(raw).replace(/[‐‑‒–—−]/g, '-')
  let extension = ''
  const ext = /(?:\s*(?:转|分机|ext\.?|x|#)\s*[:：]?\s*)(\d{1,6})$/i.exec(text)
  if (ext) {
    extension = `;ext=${ext[1]}`
    text = text.slice(0, ext.index)
  }
  const foreign = /^(\+|00)(?!86)/.test(text.replace(/[\s()-]/g, ''))
  const digits = text.replace(/[\s().\-/]/g, '').replace(/^00/, '+')
  if (!/^\+?\d+$/.test(digits)) return null
  if (foreign) return /^\+[1-9]\d{6,14}$/.test(digits) ? { number: digits + extension, kind: 'foreign' } : null
  const national = digits.replace(/^\+86/, '').replace(/^86(?=1[3-9]\d{9}$)/, '')
  if (/^0?1[3-9]\d{9}$/.test(national)) return { number: `+86${national.slice(-11)}${extension}`, kind: 'mobile' }
  if (/^[48]00\d{7}$/.test(national)) return { number: `+86${national}${extension}`, kind: 'service' }
  if (/^(95\d{3,6}|1(?:0|1|2|6)\d{1,4})$/.test(national)) return { number: `+86${national}${extension}`, kind: 'service' }
  const withArea = digits.startsWith('+86') && !national.startsWith('0') ? `0${national}` : national
  if (/^0\d{9,11}$/.test(withArea)) {
    const areaLength = shortAreas.has(withArea.slice(0, 3)) ? 3 : 4
    const local = withArea.slice(areaLength)
    // "01066554321808": a hyphen before the extension, lost with the others.
    const tail = /-(\d{1,5})$/.exec(text)?.[1]
    if (/^[2-8]\d{6,7}$/.test(local) && (areaLength === 4 || local.length === 8))
      return { number: `+86${withArea.slice(1)}${extension}`, kind: 'landline' }
    if (tail && !extension && local.endsWith(tail)) return readPhone(`${text.slice(0, -tail.length - 1)} 转 ${tail}`)
  }
  const tail = /^(.*\d)-(\d{1,5})$/.exec(text)
  if (tail && !extension && withArea.length > 11) return readPhone(`${tail[1]} 转 ${tail[2]}`)
  return null
}

/** The number as Chinese readers expect it: "138 0013 8000", "010-6655 4321 转 808", "400-123-4567"; the extension in the reader's words. */
export function showPhone(number: string, locale: Locale = 'zh'): string {
  const [main = '', ext] = number.split(';ext=')
  const tail = ext ? ` ${locale === 'zh' ? '转' : 'ext.'} ${ext}` : ''
  if (!main.startsWith('+86')) return main + tail
  const national = main.slice(3)
  if (/^1[3-9]\d{9}$/.test(national)) return `${national.slice(0, 3)} ${national.slice(3, 7)} ${national.slice(7)}${tail}`
  if (/^[48]00\d{7}$/.test(national)) return `${national.slice(0, 3)}-${national.slice(3, 6)}-${national.slice(6)}${tail}`
  if (/^(95|1)\d{2,7}$/.test(national)) return national + tail
  const areaLength = shortAreas.has(`0${national.slice(0, 2)}`) ? 2 : 3
  const local = national.slice(areaLength)
  return `0${national.slice(0, areaLength)}-${local.length === 8 ? `${local.slice(0, 4)} ${local.slice(4)}` : local}${tail}`
}

/** The digits that one dials within the country, without the extension: "13800138000", "057188001234". */
export const dialled = (number: string): string => showPhone(number.split(';')[0]!).replace(/\D/g, '')

/** What is left for eyes that may not see it: "138****8000", "010-****4321". */
export function maskPhone(number: string): string {
  const [main = ''] = number.split(';')
  if (main.startsWith('+861')) return `${main.slice(3, 6)}****${main.slice(-4)}`
  return `${main.slice(0, Math.max(3, main.length - 8))}****${main.slice(-4)}`
}
