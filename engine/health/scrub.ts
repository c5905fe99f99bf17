/**
 * Messages of errors are made by many hands, and some repeat what they were given: a value that could not be read, a line of a file, the
 * address of a mail. What could be of that kind is taken out before anything is written into a log; what kind of error it is and where stays.
 * A name in small Latin letters without quotes cannot be told from other words: messages of our own quote what they repeat.
 */

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

/** What could tell of somebody or open something, in the order in which it is looked for. */
const telling: readonly [RegExp, string][] = [
  [/[a-z][a-z+]*:\/\/[^\s"'<>]+/gi, '<address>'],
  [/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|[“「『][^”」』]*[”」』]/g, '<quoted>'],
  [/[^\s@<>]+@[^\s@<>]+/g, '<mail>'],
  // Names and whatever else is not written in the letters of this program.
  [/[^\p{ASCII}]+/gu, '…'],
  // Session secrets, tokens, digests; then numbers as long as a telephone's or a card's, also where they are written in groups.
  [/(?=[\w+/=-]*\d)(?=[\w+/=-]*[a-z])[\w+/=-]{16,}/gi, '<secret>'],
  [/\+?\d(?:[\d ,.-]{3,}\d)[xX]?/g, '<number>'],
  // Within a sentence of this program only names begin with a capital.
  [/(?<=[\w,;>)] )[A-Z][a-z]+\b/g, '<name>'],
]

/** A message without what it may repeat. Ids of records stay: they say nothing to whoever cannot look them up. */
export function scrub(message: string): string {
  const ids: string[] = []
  let text = message.replace(uuid, (id) => `\u0000${ids.push(id) - 1}\u0000`)
  for (const [pattern, instead] of telling) text = text.replace(pattern, instead)
  // oxlint-disable-next-line no-control-regex -- no message holds this character; it keeps the places of the ids.
  return text.replace(/\u0000(\d+)\u0000/g, (_, at: string) => ids[Number(at)]!).slice(0, 1000)
}

/** Where an error arose: its frames, without the message that stands before them. */
export const framesOf = (stack: string | undefined): string[] =>
  (stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim())
