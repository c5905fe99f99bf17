/**
 * The text of a comment: plain, with colleagues in it as `@[name](user:id)`. Nothing in it is ever markup; pages make pieces of it and show
 * each as what it is.
 */

/** One piece of a comment as it is shown. */
export type CommentPiece = { text: string } | { mention: string; name: string } | { link: string }

const mention = /@\[([^\]\n]{1,80})\]\(user:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\)/g
// An address ends where Chinese begins, which knows no space before the next word; and before the full stop of its sentence.
const address = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]*[\w\-~/#&=%+$@]/g

/** How a colleague stands in a comment. */
export const mentionOf = (name: string, id: string): string => `@[${name.replaceAll(/[[\]\n]/g, ' ').trim() || '?'}](user:${id})`

/** The colleagues named in a comment, each once. */
export const mentionsIn = (body: string): string[] => [...new Set([...body.matchAll(mention)].map((match) => match[2]!))]

/** The same comment with its colleagues under these names; whoever has none becomes plain text. */
export const renameMentions = (body: string, names: ReadonlyMap<string, string>): string =>
  body.replace(mention, (_, name: string, id: string) => (names.has(id) ? mentionOf(names.get(id)!, id) : `@${name}`))

function linked(text: string): CommentPiece[] {
  const pieces: CommentPiece[] = []
  let from = 0
  for (const match of text.matchAll(address)) {
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) })
    pieces.push({ link: match[0] })
    from = match.index + match[0].length
  }
  if (from < text.length) pieces.push({ text: text.slice(from) })
  return pieces
}

/** A comment in pieces: text, colleagues, addresses. */
export function piecesOf(body: string): CommentPiece[] {
  const pieces: CommentPiece[] = []
  let from = 0
  for (const match of body.matchAll(mention)) {
    pieces.push(...linked(body.slice(from, match.index)), { mention: match[2]!, name: match[1]! })
    from = match.index + match[0].length
  }
  return [...pieces, ...linked(body.slice(from))]
}

/** A comment as one would read it out: "@王芳 看一下". */
export const plainComment = (body: string): string => body.replace(mention, (_, name: string) => `@${name}`)

/** The beginning of a comment on one line. */
export function excerptOf(body: string, longest = 120): string {
  const line = [...plainComment(body).replaceAll(/\s+/g, ' ').trim()]
  return line.length > longest ? `${line.slice(0, longest - 1).join('')}…` : line.join('')
}
