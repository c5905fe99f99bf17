import { words, type Words } from '#engine/text/words.ts'
import { commonPasswords, commonWords } from './common-passwords.ts'

/** Characters, however many bytes each takes. No kind of character is asked for, and nothing is cut off. */
export const shortestPassword = 10
export const longestPassword = 128

/** Ways over the keys and along the alphabet that fingers take by themselves; each also backwards. */
const walks = [
  '12345678901234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop[]',
  'asdfghjkl;',
  'zxcvbnm,./',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  '!@#$%^&*()_+',
  '147258369',
  '159357',
  '1qazxsw23edcvfr45tgbnhy67ujm',
  'zaq12wsxcde34rfvbgt56yhnmju78ik',
].flatMap((walk) => [walk, [...walk].reverse().join('')])

/** How much of a text, from here on, is one walk or one character again and again. */
function runFrom(text: string, start: number): number {
  let longest = /^(.)\1*/u.exec(text.slice(start))![0].length
  for (let length = longest + 1; start + length <= text.length; length++) {
    const part = text.slice(start, start + length)
    if (walks.some((walk) => walk.includes(part))) longest = length
  }
  return longest
}

/** Nothing but a few walks, one after another: "qwerty123456", "1q2w3e4r5t". */
function isWalked(text: string): boolean {
  let at = 0
  for (let runs = 0; runs < 4 && at < text.length; runs++) {
    const length = runFrom(text, at)
    if (length < 3) return false
    at += length
  }
  return at >= text.length
}

const asLetters: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** What is left when figures and signs at either end are taken off. */
const core = (text: string): string => text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')

/** The words a password comes down to, read as it stands and with figures for letters. */
function coresOf(text: string): string[] {
  const plain = core(text)
  const read = core(
    text
      .replace(/[\d!@#$%^&*._-]+$/u, '')
      .replace(/[013457@$!]/g, (sign) => asLetters[sign]!)
      .replace(/[\s._-]+/g, ''),
  )
  return [plain, plain.replace(/[\s._-]+/g, ''), read].flatMap((word) => [word, /^(.+?)\1+$/u.exec(word)?.[1] ?? word])
}

/** Whether a password is among the first that anybody would guess. */
export function isCommon(password: string): boolean {
  const text = password.normalize('NFKC').toLowerCase()
  const repeated = [1, 2, 3, 4].some((length) => text === text.slice(0, length).repeat(text.length).slice(0, text.length))
  const mobile = /^(\+?86)?1[3-9]\d{9}$/.test(text)
  return (
    repeated ||
    mobile ||
    commonPasswords.has(text) ||
    isWalked(text) ||
    isWalked(text.replace(/^\p{L}{1,2}(?=\d)/u, '')) ||
    coresOf(text).some((word) => commonWords.has(word))
  )
}

/**
 * Why a password cannot be taken; null where it can. No rule of composition: length, and that it is not guessed first.
 * @param own the user's name and e-mail
 */
export function refusePassword(
  password: string,
  own: readonly string[],
  isRefused: (password: string) => boolean = () => false,
): Words | null {
  const { length } = [...password]
  if (length < shortestPassword) return words(`密码至少 ${shortestPassword} 个字符`, `at least ${shortestPassword} characters`)
  if (length > longestPassword) return words(`密码最多 ${longestPassword} 个字符`, `at most ${longestPassword} characters`)
  const bare = core(password.normalize('NFKC').toLowerCase())
  const names = own.flatMap((name) => [name, name.split('@')[0]!]).map((name) => core(name.normalize('NFKC').toLowerCase()))
  if (names.some((name) => name !== '' && (bare === name || password.toLowerCase() === name)))
    return words('不能是姓名或邮箱', 'must not be your name or e-mail')
  if (isCommon(password) || isRefused(password))
    return words('这个密码太常见，会最先被猜到，换一个', 'is too common: it would be guessed first; choose another')
  return null
}
