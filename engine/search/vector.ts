import { readSigns } from '#engine/text/folding.ts'
import type { Phrase, Query, Word } from './query.ts'

/** Questions to the index, written in the database's own language for them. Words hold letters, digits and our marks: nothing to escape. */

const lexeme = (tag: string, word: string): string => (word.endsWith('*') ? `'${tag}${word.slice(0, -1)}':*` : `'${tag}${word}'`)

/** One run of words under one tag. */
export function phraseText(phrase: Phrase, tag: string): string {
  const run = phrase.parts
    .map(({ any, at }, i) => {
      const words = any.map((word) => lexeme(tag, word)).join(' | ')
      const before = i === 0 ? '' : ` <${at - phrase.parts[i - 1]!.at}> `
      return before + (any.length > 1 ? `(${words})` : words)
    })
    .join('')
  return [phrase.parts.length > 1 ? `(${run})` : run, ...(phrase.also ?? []).map((other) => phraseText(other, tag))].join(' & ')
}

/** Fields that may be asked together: by their tags, and how each is found. */
export type AskedFields = readonly { tag: string; family: string }[]

function wordText(word: Word, fields: AskedFields): string | undefined {
  const phrases = word.phrases.flatMap((phrase) =>
    fields.filter((field) => field.family === phrase.family).map((field) => `(${phraseText(phrase, field.tag)})`),
  )
  return phrases.length > 0 ? [...new Set(phrases)].join(' | ') : undefined
}

/** The whole question; undefined where these fields cannot answer it. */
export function queryText(query: Query, fields: AskedFields): string | undefined {
  const ways = query.ways.flatMap((words) => {
    const texts = words.map((word) => wordText(word, fields))
    return texts.some((text) => text === undefined) ? [] : [texts.map((text) => `(${text})`).join(' & ')]
  })
  return ways.length > 0 ? ways.map((way) => `(${way})`).join(' | ') : undefined
}

/** What a text must hold that contains another, letter by letter: its neighbours, wherever they stand. Undefined where there are none. */
export function containsText(text: string, tag: string): string | undefined {
  const { list, begins } = readSigns(text)
  const words = new Set<string>()
  list.forEach((sign, i) => {
    const isAlone = (i === 0 || begins[i] === 'apart') && (i + 1 === list.length || begins[i + 1] === 'apart')
    if (isAlone) words.add(lexeme(tag, `${sign}*`))
    else if (i + 1 < list.length && begins[i + 1] !== 'apart') words.add(lexeme(tag, sign + list[i + 1]!))
  })
  return words.size > 0 ? [...words].join(' & ') : undefined
}
