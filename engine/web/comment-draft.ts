import { mentionOf, piecesOf } from '#engine/talk/comment-text.ts'

/**
 * A comment while it is being written: colleagues stand in it as "@王芳", as they will be read. Who is meant by which name is kept beside it;
 * two of one name are told apart by a figure.
 */
export interface Draft {
  text: string
  /** Ids of colleagues by the names that stand in the text. */
  names: Readonly<Record<string, string>>
}

export const emptyDraft: Draft = { text: '', names: {} }

const quoted = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** The name under which a colleague stands in a draft. */
function nameFor(names: Readonly<Record<string, string>>, title: string, id: string): string {
  for (let n = 1; ; n++) {
    const name = n === 1 ? title : `${title}(${n})`
    if (!(name in names) || names[name] === id) return name
  }
}

/** The draft as the comment that it becomes. */
export function bodyOf({ text, names }: Draft): string {
  const known = Object.keys(names).sort((a, b) => b.length - a.length)
  if (known.length === 0) return text
  // A figure that tells two of one name apart is ours; the server gives everybody his own name.
  return text.replaceAll(new RegExp(`@(${known.map(quoted).join('|')})`, 'g'), (_, name: string) => mentionOf(name, names[name]!))
}

/** A comment as a draft, to be changed. */
export function draftOf(body: string): Draft {
  let draft = emptyDraft
  for (const piece of piecesOf(body)) {
    if ('mention' in piece) {
      const name = nameFor(draft.names, piece.name, piece.mention)
      draft = { text: `${draft.text}@${name}`, names: { ...draft.names, [name]: piece.mention } }
    } else draft = { ...draft, text: draft.text + ('link' in piece ? piece.link : piece.text) }
  }
  return draft
}

/** What is typed after an "@" that waits for a colleague, up to the caret; null where none does. An address of mail holds no such "@". */
export const askedFor = (text: string, caret: number): string | null =>
  /(?:^|[^A-Za-z0-9_.])@([^\s@，。、；：！？,;:!?()（）]{0,20})$/u.exec(text.slice(0, caret))?.[1] ?? null

/** The draft with the colleague in the place of what was typed after the "@"; and where the caret then stands. */
export function pick({ text, names }: Draft, caret: number, colleague: { id: string; title: string }): { draft: Draft; caret: number } {
  const asked = askedFor(text, caret) ?? ''
  const name = nameFor(names, colleague.title, colleague.id)
  const from = caret - asked.length
  const rest = text.slice(caret)
  const before = `${text.slice(0, from)}${name}${rest.startsWith(' ') ? '' : ' '}`
  return {
    draft: { text: before + rest, names: { ...names, [name]: colleague.id } },
    caret: before.length + (rest.startsWith(' ') ? 1 : 0),
  }
}
