/** Full-width letters, digits and signs as half-width ones; odd spaces as plain ones; trimmed. */
export const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .replace(/[\s\u3000]+/g, ' ')
    .trim()

/** Text for comparing: plain, lower case, without spaces and punctuation. */
export const bare = (text: string): string =>
  plain(text)
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]+/gu, '')

/** Control characters other than line breaks and tabs have no place in what people type. */
export const hasControl = (text: string): boolean => /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)
