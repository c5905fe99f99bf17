import type { Words } from '#engine/text/words.ts'
import { initialsOf } from './initials.ts'

/** How well a command answers to what was typed: by its words, or by the initials of its Chinese ones. Undefined where it does not. */
export type CommandFit = 'words' | 'initials'

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

/** Whether the typed words begin words of an English text, in their order: "new cus" for "New customer". */
function beginsWords(text: string, typed: string): boolean {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u)
  const parts = typed.trim().toLowerCase().split(/\s+/)
  return words.some((_, i) => parts.every((part, k) => words[i + k]?.startsWith(part)))
}

export function commandFit(names: readonly (Words | string)[], typed: string): CommandFit | undefined {
  const wanted = plain(typed)
  if (wanted === '') return undefined
  let fit: CommandFit | undefined
  for (const name of names) {
    const { zh, en } = typeof name === 'string' ? { zh: name, en: name } : name
    if ((/\p{Script=Han}/u.test(wanted) && plain(zh).includes(wanted)) || (wanted.length > 1 && beginsWords(en, typed))) return 'words'
    if (wanted.length > 1 && /^[a-z0-9]+$/.test(wanted) && initialsOf(zh).startsWith(wanted)) fit = 'initials'
  }
  return fit
}
